"""The table: the screen with which the voorzitter leads the overleg."""
