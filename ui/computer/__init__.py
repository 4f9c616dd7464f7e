"""What this computer leaves readable outside the kluis, and what to ask of IT."""
