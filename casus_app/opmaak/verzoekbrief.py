"""Brieven over de rechten van de betrokkene: over een verzoek, en als informeren nu wel kan.

Gewone taal (B1), één blad. Geen namen van anderen, geen inbreng; van een grond om te wachten of
weg te laten alleen de naam uit de wet, nooit de motivering (AVG 12 lid 1; UAVG 41).
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from casus_app.domein.casus import Betrokkene, Informering
from casus_app.domein.verzoek import SoortVerzoek, Verzoek, Verzoekverlenging, Weglating
from casus_app.opmaak.anderen import weggelaten
from casus_app.opmaak.brief import brief
from casus_app.opmaak.stuk import Alinea, Kop, Lijst, Onderdeel, Opdruk, Stuk, Uitspraak, Velden
from casus_app.opmaak.woorden import bestandsnaam, catalogusnaam, dag, instelling
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus

VRAAGT = {
    SoortVerzoek.INZAGE: "U wilt weten wat wij over u hebben opgeschreven (inzage).",
    SoortVerzoek.RECTIFICATIE: "U wilt dat wij iets verbeteren (rectificatie).",
    SoortVerzoek.WISSING: "U wilt dat wij gegevens over u weghalen (wissing).",
    SoortVerzoek.BEPERKING: "U wilt dat wij uw gegevens een tijd niet gebruiken (beperking).",
    SoortVerzoek.BEZWAAR: "U wilt niet dat wij uw gegevens gebruiken (bezwaar).",
}
"""Wat de betrokkene vroeg, in gewone woorden."""

KLACHT = (
    "U kunt met ons bellen of schrijven. Wij kijken er dan nog een keer naar.",
    "U kunt een klacht sturen naar de Autoriteit Persoonsgegevens: autoriteitpersoonsgegevens.nl.",
    "U kunt naar de rechter gaan. Doe dat binnen zes weken na deze brief.",
)
"""AVG 12 lid 4; UAVG 34 en 35."""


def verzoekbrief(opslag: Opslag, catalogus: "Catalogus", verzoek_id: str, opdruk: Opdruk) -> Stuk:
    """De brief die past bij waar dit verzoek staat: ontvangen, verlengd of besloten."""
    verzoek = opslag.haal(Verzoek, verzoek_id)
    betrokkene = opslag.haal(Betrokkene, verzoek.casus) if verzoek is not None else None
    if verzoek is None or betrokkene is None:
        raise LookupError("deze brief is aan de betrokkene, over een verzoek")
    huis = instelling(opslag)
    van = [huis.naam] if huis is not None else []
    return Stuk(
        naam=bestandsnaam("verzoek", verzoek_id, extensie="pdf"),
        soort="Brief",
        titel="Over uw verzoek",
        ondertitel=" · ".join([*van, dag(opdruk.datum)]),
        wiens="Aan",
        voor=betrokkene.naam,
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(opslag, catalogus, verzoek, betrokkene)),
    )


def _onderdelen(
    opslag: Opslag, catalogus: "Catalogus", verzoek: Verzoek, betrokkene: Betrokkene
) -> Iterator[Onderdeel]:
    schoon = weggelaten(opslag, verzoek.casus, betrokkene).in_tekst
    yield Alinea(f"Beste {betrokkene.naam},")
    yield Alinea(f"Op {dag(verzoek.ontvangen_op)} kregen wij uw verzoek. {VRAAGT[verzoek.soort]}")
    if verzoek.afgehandeld_op is not None:
        yield Kop(2, "Ons besluit")
        yield Uitspraak(schoon(verzoek.besluit))
        yield Alinea(schoon(verzoek.motivering))
        yield from _niet_getoond(opslag, catalogus, verzoek)
        yield Kop(2, "Bent u het er niet mee eens?")
        yield Lijst(KLACHT)
    else:
        yield from _wachten(opslag, verzoek, schoon_reden=schoon)
    yield from _wie(opslag)


def _wachten(
    opslag: Opslag, verzoek: Verzoek, schoon_reden: Callable[[str], str]
) -> Iterator[Onderdeel]:
    verlenging = opslag.haal(Verzoekverlenging, verzoek.id)
    yield Kop(2, "Wanneer krijgt u antwoord?")
    yield Uitspraak(f"U krijgt uiterlijk op {dag(verzoek.uiterlijk)} antwoord.")
    if verlenging is not None:
        yield Alinea(
            "Wij hebben langer nodig dan een maand. Dan mag het antwoord twee maanden later "
            "komen (AVG artikel 12 lid 3). "
            f"De reden is: {schoon_reden(verlenging.reden)}"
        )
        yield Kop(2, "Bent u het er niet mee eens?")
        yield Lijst(KLACHT[:2])
    else:
        yield Alinea("U hoeft nu niets te doen. Soms vragen wij u om te laten zien wie u bent.")


def _niet_getoond(opslag: Opslag, catalogus: "Catalogus", verzoek: Verzoek) -> Iterator[Onderdeel]:
    gronden = dict.fromkeys(een.grond for een in opslag.zoek(Weglating, verzoek=verzoek.id))
    if not gronden:
        return
    yield Kop(2, "Wat wij niet laten zien")
    yield Alinea("Een deel laten wij niet zien. Dat mag van de wet (UAVG artikel 41). De reden:")
    yield Lijst(tuple(catalogusnaam(catalogus.uitstelgronden, grond) for grond in gronden))


def _wie(opslag: Opslag) -> Iterator[Onderdeel]:
    huis = instelling(opslag)
    if huis is not None:
        yield Kop(2, "Bij wie kunt u terecht?")
        yield Velden((("Voor al uw vragen", huis.contactpunt), ("Over uw privacy", huis.fg)))
        yield Alinea(f"Met vriendelijke groet,\n{huis.naam}")


def informeerbrief(opslag: Opslag, catalogus: "Catalogus", casus_id: str, opdruk: Opdruk) -> Stuk:
    """De brief aan de betrokkene, met waarom hij het nu pas hoort."""
    informering = opslag.haal(Informering, casus_id)
    if informering is None or not informering.grond:
        raise LookupError("deze brief is er als het informeren was uitgesteld")
    gewoon = brief(opslag, catalogus, casus_id, opdruk)
    aanhef, *rest = gewoon.onderdelen
    nu_pas = (
        Kop(2, "Waarom hoort u dit nu pas?"),
        Alinea(
            "Eerder konden wij u dit niet vertellen. De wet noemt daarvoor redenen "
            "(UAVG artikel 41 en AVG artikel 14 lid 5). De reden was: "
            f"{_klein(catalogusnaam(catalogus.uitstelgronden, informering.grond))}. "
            "Die reden is er nu niet meer."
        ),
    )
    return Stuk(
        naam=bestandsnaam("informeren", casus_id, extensie="pdf"),
        soort=gewoon.soort,
        titel=gewoon.titel,
        ondertitel=gewoon.ondertitel,
        wiens=gewoon.wiens,
        voor=gewoon.voor,
        opdruk=opdruk,
        onderdelen=(aanhef, rest[0], *nu_pas, *rest[1:]),
    )


def _klein(tekst: str) -> str:
    return tekst[:1].lower() + tekst[1:]
