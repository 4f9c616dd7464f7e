"""The meeneemronde: what was brought in, who is here, and what may leave the room."""
