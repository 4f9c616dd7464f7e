"""De drukker: maakt van een uitgave een bestand en leest het na voordat het de deur uit gaat."""

from casus_app.opmaak.stuk import Agendastuk, Herinneringstuk, Stuk, Tekststuk, Uitgave
from casus_app.poorten import Papier

__all__ = ["druk", "maak_papier", "nalezen"]


def maak_papier(uitgave: Uitgave) -> Papier:
    """Drukt een uitgave, van welk soort ook. Fouten: `PapierFout`."""
    match uitgave:
        case Stuk():
            return druk(uitgave)
        case Agendastuk():
            from casus_app.papier.agenda import agendabestand  # noqa: PLC0415  # korte start

            return Papier(uitgave.naam, agendabestand(uitgave))
        case Herinneringstuk():
            from casus_app.papier.agenda import herinneringen  # noqa: PLC0415  # korte start

            return Papier(uitgave.naam, herinneringen(uitgave))
        case Tekststuk():
            return Papier(uitgave.naam, uitgave.inhoud)


def druk(stuk: Stuk) -> Papier:
    """Een getagd PDF-bestand van dit stuk, nagelezen. Fouten: `PapierFout`."""
    from casus_app.papier.drukker import zet  # noqa: PLC0415  # korte start

    papier = Papier(stuk.naam, zet(stuk))
    nalezen(papier, stuk)
    return papier


def nalezen(papier: Papier, stuk: Stuk) -> None:
    """Leest het bestand terug en vergelijkt het met het stuk. Fouten: `PapierFout`."""
    from casus_app.papier.nalezer import lees_na  # noqa: PLC0415  # korte start

    lees_na(papier.inhoud, stuk)
