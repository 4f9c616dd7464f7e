"""The parts of the dossier: what is known of one casus, and what can be done with it."""
