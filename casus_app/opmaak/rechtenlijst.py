"""Wie wat mag, uit de ene tabel van rol en handeling, om na te lopen (BIO2 5.18)."""

from collections.abc import Iterator
from itertools import groupby

from casus_app.opmaak.stuk import Alinea, Kop, Noot, Onderdeel, Opdruk, Stuk, Velden
from casus_app.opmaak.woorden import aantal, dag, opsomming
from casus_app.rollen import MAG, Gebruikersrol

ROLLEN = {
    Gebruikersrol.COORDINATOR: "Coördinator",
    Gebruikersrol.VOORZITTER: "Voorzitter",
    Gebruikersrol.SECRETARIS: "Secretaris",
    Gebruikersrol.FG: "Functionaris gegevensbescherming",
    Gebruikersrol.BEHEERDER: "Beheerder",
}
_KIJKEN = "toon"


def rechtenlijst(opdruk: Opdruk) -> Stuk:
    """Per rol wat zij mag, in woorden; wat er niet staat mag niet."""
    return Stuk(
        naam="rechten.pdf",
        soort="Lijst van rechten",
        titel="Wie mag wat",
        ondertitel=f"Stand van {dag(opdruk.datum)}",
        voor="wie de rechten naloopt",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen()),
        op_een_blad=False,
    )


def _onderdelen() -> Iterator[Onderdeel]:
    yield Alinea(
        "Klopt het nog dat ieder dit mag? Loop de lijst minstens eens per jaar na, en de rechten "
        "van de beheerder elk kwartaal."
    )
    for rol, naam in ROLLEN.items():
        mag = sorted(handeling for handeling, rollen in MAG.items() if rol in rollen)
        yield Kop(2, f"{naam} · {aantal(len(mag), 'handeling', 'handelingen')}")
        yield Velden(tuple(_per_onderwerp(mag)))
    yield Noot("Wat hier niet staat, mag niet. Een weigering komt in het logboek.")


def _per_onderwerp(handelingen: list[str]) -> Iterator[tuple[str, str]]:
    for onderwerp, groep in groupby(handelingen, key=lambda naam: naam.partition(".")[0]):
        delen = tuple(naam.partition(".")[2].replace("-", " ") for naam in groep)
        kop = "bekijken" if onderwerp == _KIJKEN else onderwerp
        yield kop.capitalize(), opsomming(delen)
