"""What ends when, and why."""
