"""The afspraken of all casussen, and one of them in full."""
