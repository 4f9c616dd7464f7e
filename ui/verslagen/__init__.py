"""The verslagen of an overleg: looking at each, and giving them out."""
