"""The parts of the page Vandaag: the next overleg, what is due, and the first steps."""
