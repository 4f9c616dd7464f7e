"""One task per page."""
