"""The parts of the page of one overleg; the page itself only says which of them is there."""
