"""Draaiboeken: een heel casusoverleg als TOML, gelezen en gespeeld door dezelfde handelingen."""

from casus_app.draaiboek.lezen import Draaiboek, Stap, lees
from casus_app.draaiboek.spelen import Afwijking, speel

__all__ = ["Afwijking", "Draaiboek", "Stap", "lees", "speel"]
