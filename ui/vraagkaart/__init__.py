"""Typing over the written answer to a vraagkaart."""
