"""The logboek on the screen: its lines, what one looks for, and the check of the chain."""
