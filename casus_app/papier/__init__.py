"""De drukker: maakt van een uitgave een bestand en leest het na voordat het de deur uit gaat."""

from casus_app.opmaak.stuk import (
    Agendastuk,
    Beveiligd,
    Herinneringstuk,
    Stuk,
    Tekststuk,
    Uitgave,
)
from casus_app.poorten import Papier

__all__ = ["druk", "druk_beveiligd", "maak_papier", "nalezen"]


def maak_papier(uitgave: Uitgave) -> Papier:
    """Drukt een uitgave, van welk soort ook. Fouten: `PapierFout`."""
    match uitgave:
        case Stuk():
            return druk(uitgave)
        case Beveiligd():
            return druk_beveiligd(uitgave)
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


def druk_beveiligd(uitgave: Beveiligd) -> Papier:
    """Hetzelfde papier, versleuteld; wat nagelezen wordt is het bestand zoals het weggaat.

    Fouten: `PapierFout`.
    """
    from casus_app.papier.beveiliging import versleutel  # noqa: PLC0415  # korte start
    from casus_app.papier.drukker import zet  # noqa: PLC0415  # korte start
    from casus_app.papier.nalezer import lees_na  # noqa: PLC0415  # korte start

    inhoud = versleutel(zet(uitgave.stuk), uitgave.wachtzin)
    lees_na(inhoud, uitgave.stuk, uitgave.wachtzin)
    return Papier(uitgave.naam, inhoud)


def nalezen(papier: Papier, stuk: Stuk) -> None:
    """Leest het bestand terug en vergelijkt het met het stuk. Fouten: `PapierFout`."""
    from casus_app.papier.nalezer import lees_na  # noqa: PLC0415  # korte start

    lees_na(papier.inhoud, stuk)
