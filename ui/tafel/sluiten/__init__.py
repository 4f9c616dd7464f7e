"""The end of a casus: read back, agree, and close."""
