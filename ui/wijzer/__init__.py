"""Mag dit gedeeld worden? The grondslagwijzer as a window of its own."""
