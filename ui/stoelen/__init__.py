"""Who is needed at one casus: the seats, the people of last time, and a question instead."""
