"""De waarden van het vak: onveranderlijk, plat, zonder kennis van scherm of opslag."""
