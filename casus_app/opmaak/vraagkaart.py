"""De vraagkaart: de vraag, waarom zij gesteld mag worden, en wat de ander niet hoeft te zeggen.

Eén blad voor wie geen stoel heeft. De betrokkene is een code; wie hij is zegt de coördinator door
de telefoon. Het doel van de casus en wat anderen zeiden staan er niet op (AVG 5 lid 1 c).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from casus_app.domein.casus import BETROKKENE, Betrokkene, Kringpersoon
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, SoortBespreking
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.opmaak.afscherming import Afscherming, afscherming
from casus_app.opmaak.stuk import Alinea, Kop, Lijst, Onderdeel, Opdruk, Stuk, Uitspraak, Velden
from casus_app.opmaak.woorden import bestandsnaam, catalogusnaam, dag, functie, instelling, weekdag
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus, Soort

DAARNA = (
    "Uw antwoord wordt alleen gehoord door wie voor deze casus aan tafel zit.",
    "Niemand neemt uw antwoord mee. Alleen u kunt dat toestaan, en dan aan tafel.",
    "Na het overleg wordt de tekst van uw antwoord vernietigd.",
    "De betrokkene mag weten welke vraag u kreeg en wie antwoord gaf.",
)


def vraagkaart(opslag: Opslag, catalogus: "Catalogus", kaart_id: str, opdruk: Opdruk) -> Stuk:
    """Het blad; de bestandsnaam noemt de code van de casus en die van de kaart."""
    kaart = opslag.haal(Vraagkaart, kaart_id)
    mens = opslag.haal(Professional, kaart.professional) if kaart else None
    if kaart is None or mens is None:
        raise LookupError("een vraagkaart is aan een professional")
    huis = instelling(opslag)
    return Stuk(
        naam=bestandsnaam("vraagkaart", kaart.casus, kaart.id, extensie="pdf"),
        soort="Vraagkaart",
        titel="Eén vraag aan u",
        ondertitel=" · ".join([*([huis.naam] if huis else []), f"casus {kaart.casus}"]),
        wiens="Aan",
        voor=f"{mens.naam}, {functie(opslag, mens.id)}",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(opslag, catalogus, kaart, mens)),
    )


def _zonder_namen(opslag: Opslag, casus: str) -> Afscherming:
    """Ook als iemand een naam in de vraag typte, komt hij niet op papier."""
    betrokkene = opslag.haal(Betrokkene, casus)
    namen = {p.naam: "[naam weggelaten]" for p in opslag.zoek(Kringpersoon, casus=casus)}
    if betrokkene is not None:
        namen[betrokkene.naam] = "betrokkene"
    return afscherming(namen)


def _onderdelen(
    opslag: Opslag, catalogus: "Catalogus", kaart: Vraagkaart, mens: Professional
) -> Iterator[Onderdeel]:
    schoon = _zonder_namen(opslag, kaart.casus).in_tekst
    partij = opslag.haal(Partij, mens.partij)
    soort = catalogus.soorten.get(partij.soort) if partij else None
    yield Uitspraak(schoon(kaart.vraag))
    yield Velden(
        (
            ("Antwoord uiterlijk", weekdag(kaart.uiterlijk)),
            ("Over wie", _over_wie(kaart)),
            ("Soort gegeven", catalogusnaam(catalogus.categorieen, kaart.categorie)),
        )
    )
    yield Kop(2, "Waarom wij dit aan u vragen")
    yield Velden(tuple(_waarom(catalogus, kaart, soort, schoon(kaart.noodzaak))))
    yield Kop(2, "Wat u niet hoeft te zeggen")
    yield Lijst(tuple(_niet(opslag, kaart, soort)))
    yield from _geheim(catalogus, kaart, soort)
    yield Kop(2, "Zo geeft u antwoord")
    yield Lijst(
        (
            "Schrijf alleen het feit waar de vraag over gaat, in één of twee zinnen.",
            f"Noem geen namen. Noem de code: casus {kaart.casus}.",
            "Is er niets te melden? Dan is dat ook een antwoord.",
            "Stuur uw antwoord beveiligd aan de coördinator, of geef het af.",
        )
    )
    yield Kop(2, "Wat er met uw antwoord gebeurt")
    yield Lijst(DAARNA)
    yield Alinea(f"Deze vraag is gesteld op {dag(kaart.gesteld_op)}. Geef dit blad niet door.")


def _over_wie(kaart: Vraagkaart) -> str:
    if kaart.over == BETROKKENE:
        return f"De betrokkene van casus {kaart.casus}. De naam hoort u van de coördinator."
    return f"Iemand uit de kring van casus {kaart.casus}. De naam hoort u van de coördinator."


def _waarom(
    catalogus: "Catalogus", kaart: Vraagkaart, soort: "Soort | None", noodzaak: str
) -> Iterator[tuple[str, str]]:
    grondslag = catalogus.grondslagen.get(kaart.grondslag)
    yield "Waarom nodig", noodzaak
    yield "Uw taak", catalogusnaam(soort.taken if soort else {}, kaart.taak)
    yield "U mag dit delen op", catalogusnaam(catalogus.grondslagen, kaart.grondslag)
    if grondslag is not None:
        yield "Artikel", grondslag.artikel
        if grondslag.uitleg:
            yield "Dat betekent", grondslag.uitleg


def _niet(opslag: Opslag, kaart: Vraagkaart, soort: "Soort | None") -> Iterator[str]:
    yield "Alles wat niet nodig is om deze ene vraag te beantwoorden."
    yield "Iets over andere mensen, of wat u alleen van anderen hoorde."
    bespreking = opslag.haal(Bespreking, kaart.overleg, kaart.casus)
    if bespreking is not None and bespreking.soort is SoortBespreking.WEGING:
        yield "De inhoud. Bij deze weging gaat het alleen om dát u iemand kent en wie er helpt."
    for niet in soort.niet if soort else ():
        yield f"{niet[0].upper()}{niet[1:]}".removesuffix(".") + "."


def _geheim(
    catalogus: "Catalogus", kaart: Vraagkaart, soort: "Soort | None"
) -> Iterator[Onderdeel]:
    """Wie een beroepsgeheim heeft kiest zelf of en langs welke weg hij spreekt (WGS 2.29)."""
    if soort is None or not catalogus.vraagt_route(soort, kaart.pet):
        return
    yield Alinea(
        "U heeft een beroepsgeheim. U beslist zelf of u antwoordt. Doet u dat, schrijf er dan bij "
        "langs welke weg: met toestemming van de betrokkene, of op een andere weg met uw reden "
        "erbij. Zwijgen mag ook."
    )
