"""Requests of betrokkenen, and what is done about them."""
