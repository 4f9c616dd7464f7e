"""The parts of the casus page: one step at the table each."""
