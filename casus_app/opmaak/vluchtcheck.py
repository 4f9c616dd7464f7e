"""De vluchtcheck op papier: per casus of hij open kan, en wat er eerst nog moet.

Codes, tijden en functies; geen namen, en van een casus niet meer dan wat hem tegenhoudt.
"""

from collections.abc import Iterator, Mapping

from casus_app.domein.overleg import Overleg
from casus_app.opmaak.stuk import Alinea, Noot, Onderdeel, Opdruk, Stuk, Tabel, Uitspraak, Velden
from casus_app.opmaak.tafel import Tafeltijd, functies, tafeltijden
from casus_app.opmaak.woorden import bestandsnaam, weekdag
from casus_app.poorten import Opslag

KLAAR = "Klaar om te openen"


def vluchtcheck(
    opslag: Opslag, overleg_id: str, bezwaren: Mapping[str, tuple[str, ...]], opdruk: Opdruk
) -> Stuk:
    """`bezwaren` zegt per casus die nog open moet met welke zinnen; geen zinnen is klaar."""
    overleg = opslag.haal(Overleg, overleg_id)
    if overleg is None:
        raise LookupError("een vluchtcheck is van een overleg")
    return Stuk(
        naam=bestandsnaam("vluchtcheck", overleg_id, extensie="pdf"),
        soort="Vluchtcheck",
        titel="Vluchtcheck",
        ondertitel=f"{weekdag(overleg.datum)}, {overleg.begin} uur",
        voor="wie dit overleg voorbereidt",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(opslag, overleg, bezwaren)),
    )


def _onderdelen(
    opslag: Opslag, overleg: Overleg, bezwaren: Mapping[str, tuple[str, ...]]
) -> Iterator[Onderdeel]:
    klaar = sum(not zinnen for zinnen in bezwaren.values())
    yield Velden((("Plaats", overleg.plaats),))
    yield Uitspraak(f"{klaar} van {len(bezwaren)} casussen klaar om te openen")
    rijen = tuple(
        _rij(opslag, overleg, beurt, bezwaren[beurt.casus])
        for beurt in tafeltijden(opslag, overleg)
        if beurt.casus in bezwaren
    )
    if rijen:
        yield Tabel(
            ("Tijd", "Casus", "Aan tafel", "Wat er eerst nog moet"), rijen, (9, 12, 30, 49)
        )
    else:
        yield Alinea("Er is geen casus die nog open moet.")
    yield Noot("Hier staat niets over een casus zelf. Leg het blad toch niet open neer.")


def _rij(
    opslag: Opslag, overleg: Overleg, beurt: Tafeltijd, zinnen: tuple[str, ...]
) -> tuple[str, ...]:
    wie = functies(opslag, overleg, beurt.wie)
    return (beurt.van, beurt.casus, ", ".join(wie), "\n".join(zinnen) or KLAAR)
