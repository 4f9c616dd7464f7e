"""A casus from a file: what would come in, and then in one act."""
