"""What a huis accounts for itself with."""
