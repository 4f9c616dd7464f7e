"""The tafelindeling: who is needed when, and who waits, drawn; the order is changed in it."""
