"""De bladzij Mensen in delen: de partijen, het blad van één partij, en de regels om te typen."""
