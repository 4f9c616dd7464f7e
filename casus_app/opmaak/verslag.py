"""Het verslag voor één ontvanger: eigen afspraken en wat hij mag meenemen, en anders niets.

De besluittekst, de vraag en `klaar_als` van de bespreking staan er niet in: het zijn vrije teksten
over de hele casus en ze kunnen gegevens dragen die niet voor deze ontvanger zijn vrijgegeven
(vraag 33; WGS 1.7, 2.29 lid 3).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from casus_app.domein.casus import BETROKKENE
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Overleg, Rol, SoortBespreking, Stand
from casus_app.opmaak.stuk import Alinea, Kaart, Kop, Noot, Onderdeel, Opdruk, Stuk, Tabel, Velden
from casus_app.opmaak.versie import met_versie
from casus_app.opmaak.woorden import (
    aantal,
    bestandsnaam,
    catalogusnaam,
    dag,
    functie,
    kort,
    organisatie,
    weekdag,
)
from casus_app.opmaak.zitting import Meegenomen, Zitting, weggelaten, zittingen
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus

ROLLEN = {
    Rol.VOORZITTER: "voorzitter",
    Rol.PROCESREGISSEUR: "procesregisseur",
    Rol.UITVOEREND: "uitvoerder",
    Rol.ADVISEUR: "adviseur",
    Rol.STEUNFIGUUR: "steunfiguur",
}
_VOLGORDE = tuple(ROLLEN)


def verslag(
    opslag: Opslag, catalogus: "Catalogus", overleg_id: str, ontvanger_id: str, opdruk: Opdruk
) -> Stuk:
    """Het exemplaar van één ontvanger (vraag 33: geen notulen aan iedereen).

    Staat er iets anders op dan op wat hij al had, dan zegt het wat het vervangt.
    """
    overleg = opslag.haal(Overleg, overleg_id)
    ontvanger = opslag.haal(Professional, ontvanger_id)
    if overleg is None or ontvanger is None:
        raise LookupError("een verslag is van een overleg, voor een professional")
    stuk = Stuk(
        naam=bestandsnaam("verslag", overleg_id, ontvanger_id, extensie="pdf"),
        soort="Verslag",
        titel="Verslag casusoverleg",
        ondertitel=f"{weekdag(overleg.datum)} · {overleg.plaats}",
        voor=f"{ontvanger.naam}, {functie(opslag, ontvanger_id)}",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(opslag, catalogus, overleg, ontvanger_id)),
    )
    return met_versie(opslag, stuk)


def _onderdelen(
    opslag: Opslag, catalogus: "Catalogus", overleg: Overleg, ontvanger: str
) -> Iterator[Onderdeel]:
    gezien = list(zittingen(opslag, overleg, ontvanger))
    open_zittingen = [zitting for zitting in gezien if zitting is not None]
    for zitting in open_zittingen:
        yield Kop(2, f"Casus {zitting.bespreking.casus}")
        yield from _casus(opslag, catalogus, zitting)
    if not gezien:
        yield Alinea("U had in dit overleg bij geen casus een plaats aan tafel.")
    if len(gezien) > len(open_zittingen):
        yield Noot("Een afgesloten casus staat niet meer in dit verslag.")
    yield Noot(_slot(weggelaten(opslag, overleg, ontvanger).samen))


def _slot(over: int) -> str:
    regel = (
        "Dit exemplaar is alleen voor u. Gebruik wat u meeneemt alleen voor de afspraak die erbij "
        "staat."
    )
    if over == 0:
        return regel
    zijn = "is" if over == 1 else "zijn"
    return f"{aantal(over, 'onderdeel', 'onderdelen')} {zijn} niet voor deze ontvanger. {regel}"


def _casus(opslag: Opslag, catalogus: "Catalogus", zitting: Zitting) -> Iterator[Onderdeel]:
    bespreking = zitting.bespreking
    doorgeschoven = bespreking.stand is Stand.DOORGESCHOVEN
    if doorgeschoven:
        yield Alinea("Doorgeschoven naar een volgend overleg.")
    else:
        yield from _feiten(opslag, zitting)
    if bespreking.soort is SoortBespreking.WEGING:
        yield Alinea("Dit was een weging. Daar worden geen afspraken gemaakt.")
    elif zitting.afspraken:
        yield from _eigen(opslag, catalogus, zitting)
    elif not doorgeschoven:
        yield Alinea("U hebt bij deze casus geen afspraak en neemt niets mee.")


def _eigen(opslag: Opslag, catalogus: "Catalogus", zitting: Zitting) -> Iterator[Onderdeel]:
    yield Kop(3, "Uw afspraken")
    yield _afspraken(zitting)
    if zitting.meegenomen:
        yield Kop(3, "Wat u mag meenemen")
        yield from (_kaart(opslag, catalogus, zitting, mee) for mee in zitting.meegenomen)
    else:
        yield Alinea("U neemt bij deze casus niets mee.")


def _feiten(opslag: Opslag, zitting: Zitting) -> Iterator[Onderdeel]:
    """Wie er zat staat alleen in het exemplaar van wie er zelf bij was."""
    bespreking = zitting.bespreking
    paren: list[tuple[str, str]] = []
    if zitting.was_erbij:
        stoelen = sorted(zitting.aan_tafel, key=lambda stoel: _VOLGORDE.index(stoel[1]))
        namen = dict.fromkeys(f"{organisatie(opslag, p)} ({ROLLEN[rol]})" for p, rol in stoelen)
        paren.append(("Aan tafel", " · ".join(namen)))
    if bespreking.aanspreekpunt is not None:
        paren.append(("Aanspreekpunt", functie(opslag, bespreking.aanspreekpunt)))
    if bespreking.evaluatie_op is not None:
        paren.append(("Evaluatie", dag(bespreking.evaluatie_op)))
    if paren:
        yield Velden(tuple(paren))


def _afspraken(zitting: Zitting) -> Tabel:
    schoon = zitting.afscherming.in_tekst
    if not any(afspraak.klaar_als for afspraak in zitting.afspraken):
        rijen = tuple((schoon(a.wat), kort(a.uiterlijk)) for a in zitting.afspraken)
        return Tabel(("Wat", "Uiterlijk"), rijen, (80, 20))
    return Tabel(
        ("Wat", "Uiterlijk", "Klaar als"),
        tuple(
            (schoon(a.wat), kort(a.uiterlijk), schoon(a.klaar_als) or "–")
            for a in zitting.afspraken
        ),
        (50, 16, 34),
    )


def _kaart(opslag: Opslag, catalogus: "Catalogus", zitting: Zitting, mee: Meegenomen) -> Kaart:
    schoon = zitting.afscherming.in_tekst
    paren = [
        ("Van", functie(opslag, mee.inbreng.inbrenger)),
        ("Voor", schoon(mee.afspraak.wat)),
    ]
    if mee.inbreng.over != BETROKKENE:
        # Juistheid (AVG 5 lid 1 d): dit mag niet als gegeven over de betrokkene gelezen worden.
        paren.insert(0, ("Gaat over", "iemand uit de kring van de betrokkene"))
    if mee.meeneming.voorwaarden:
        paren.append(("Voorwaarden", schoon(mee.meeneming.voorwaarden)))
    if mee.meeneming.bewaren_tot is not None:
        paren.append(("Bewaren tot", dag(mee.meeneming.bewaren_tot)))
    return Kaart(
        catalogusnaam(catalogus.categorieen, mee.inbreng.categorie),
        schoon(mee.inbreng.kern),
        Velden(tuple(paren)),
    )
