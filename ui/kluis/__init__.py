"""The kluis as a whole on the screen: backups, the check, and who may do what."""
