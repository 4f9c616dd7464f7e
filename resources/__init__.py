"""Wat het programma meebrengt zonder zelf iets te doen: teksten, lettertypen, plaatjes."""

from importlib.resources import files


def tekst(naam: str) -> str:
    """De inhoud van een meegeleverd tekstbestand; `naam` telt vanaf deze map."""
    return files(__name__).joinpath(naam).read_text(encoding="utf-8")


def bytes_van(naam: str) -> bytes:
    """De inhoud van een meegeleverd bestand dat geen tekst is."""
    return files(__name__).joinpath(naam).read_bytes()
