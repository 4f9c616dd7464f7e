"""The second screen: its own window with its own, allow-listed content."""
