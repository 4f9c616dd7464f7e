"""Wat op welke dag moet gebeuren; `termijnen.nalopen` en de bladzij Vandaag vragen het hier."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casus_app.catalogus import Catalogus
from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus, Fase, Informering
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.overleg import Deelname, Overleg
from casus_app.domein.termijn import dagen_later
from casus_app.domein.verzoek import Rectificatie, Verzoek
from casus_app.poorten import Opslag
from casus_app.regels import verklaring
from casus_app.regels.opnieuw_toetsen import opnieuw_te_toetsen
from casus_app.regels.vaststelling import nog_te_tekenen


class SoortTermijn(StrEnum):
    """Wat er op die dag moet gebeuren."""

    VERNIETIGEN = "vernietigen"
    HEROVERWEGEN = "heroverwegen"
    VERZOEK = "verzoek"
    AFSPRAAK = "afspraak"
    MELDEN = "melden"
    VERKLARING = "verklaring"
    TOETSEN = "toetsen"
    KLUIS = "kluis"
    ONDERTEKENEN = "ondertekenen"


VOORUIT: dict[SoortTermijn, int] = {
    SoortTermijn.VERNIETIGEN: 28,
    SoortTermijn.HEROVERWEGEN: 7,
    SoortTermijn.VERZOEK: 14,
    SoortTermijn.AFSPRAAK: 7,
    SoortTermijn.MELDEN: 0,
}
"""Zoveel dagen van tevoren komt het in zicht: genoeg om er nog iets aan te doen."""


REPETITIE = 90
"""Zoveel dagen vooruit laat het programma zien wat er zal verdwijnen."""


@dataclass(frozen=True, slots=True)
class Termijn:
    """Iets wat uiterlijk `op` een dag moet; `sleutel` is die van casus, verzoek, afspraak of mens.

    `casus` is leeg bij een verklaring: die is van een mens; bij ondertekenen staat er de rol.
    """

    soort: SoortTermijn
    sleutel: str
    casus: str
    op: date


def te_vernietigen(opslag: Opslag, tot: date) -> Iterator[Termijn]:
    """Casussen die op of vóór deze dag weg moeten (BGS 1.16)."""
    for casus in opslag.zoek(Casus):
        if casus.vernietigen_op <= tot:
            yield Termijn(SoortTermijn.VERNIETIGEN, casus.id, casus.id, casus.vernietigen_op)


def te_heroverwegen(opslag: Opslag, tot: date) -> Iterator[Termijn]:
    """Uitgesteld informeren dat op of vóór deze dag opnieuw bekeken wordt (BGS 1.3)."""
    for informering in opslag.zoek(Informering, geinformeerd_op=None):
        op = informering.heroverwegen_op
        if op and op <= tot:
            yield Termijn(SoortTermijn.HEROVERWEGEN, informering.casus, informering.casus, op)


def te_beantwoorden(opslag: Opslag, tot: date) -> Iterator[Termijn]:
    """Verzoeken die op of vóór deze dag een besluit vragen (AVG 12 lid 3)."""
    for verzoek in opslag.zoek(Verzoek, afgehandeld_op=None):
        if verzoek.uiterlijk <= tot:
            yield Termijn(SoortTermijn.VERZOEK, verzoek.id, verzoek.casus, verzoek.uiterlijk)


def lopend(opslag: Opslag, **waar: object) -> Iterator[Afspraak]:
    """De open afspraken met deze velden; wat is afgeschermd loopt niet meer (WGS 2.31 lid 8)."""
    dicht = {casus.id for casus in opslag.zoek(Casus, fase=Fase.AFGESLOTEN)}
    for afspraak in opslag.zoek(Afspraak, stand=StandAfspraak.OPEN, **waar):
        if afspraak.casus not in dicht:
            yield afspraak


def na_te_komen(opslag: Opslag, tot: date) -> Iterator[Termijn]:
    """Lopende afspraken die op of vóór deze dag klaar moeten zijn."""
    for afspraak in lopend(opslag):
        if afspraak.uiterlijk <= tot:
            yield Termijn(SoortTermijn.AFSPRAAK, afspraak.id, afspraak.casus, afspraak.uiterlijk)


def te_melden(opslag: Opslag, tot: date) -> Iterator[Termijn]:
    """Wie iets inbracht wat niet klopt, hoort het meteen (BGS 1.7; AVG 19)."""
    for gemerkt in opslag.zoek(Rectificatie, gemeld_op=None):
        if gemerkt.op <= tot:
            sleutel = gemerkt.inbreng
            yield Termijn(SoortTermijn.MELDEN, sleutel, gemerkt.casus, gemerkt.op)


def te_ondertekenen(opslag: Opslag, catalogus: Catalogus, vandaag: date) -> Iterator[Termijn]:
    """Wiens verklaring afloopt, en wie met een verlopen verklaring nog komt (BGS 2.21 lid 2)."""
    huis = opslag.haal(Instelling, HUIS)
    if huis is None:
        return
    komend = {overleg.id for overleg in opslag.zoek(Overleg) if overleg.datum >= vandaag}
    stoelen = opslag.zoek(Deelname, ingetrokken_op=None) if komend else ()
    komt = {stoel.professional for stoel in stoelen if stoel.overleg in komend}
    for een in verklaring.bijna_om(opslag, catalogus, huis.kader, vandaag):
        loopt_nog = een.stand is verklaring.StandVerklaring.LOOPT_AF
        if een.tot is not None and (loopt_nog or een.professional in komt):
            yield Termijn(SoortTermijn.VERKLARING, een.professional, "", een.tot)


def te_toetsen(opslag: Opslag, catalogus: Catalogus, vandaag: date) -> Iterator[Termijn]:
    """Open casussen die rusten op een bepaling die daarna veranderde; elk één keer."""
    dagen: dict[str, date] = {}
    for een in opnieuw_te_toetsen(opslag, catalogus):
        if een.peildatum <= vandaag:
            dagen[een.casus] = min(een.peildatum, dagen.get(een.casus, een.peildatum))
    for casus, op in dagen.items():
        yield Termijn(SoortTermijn.TOETSEN, casus, casus, op)


TEKENEN_HOOGSTENS = 90
"""Zoveel dagen vraagt Vandaag om de tweede handtekening onder een overleg."""


def mede_te_tekenen(opslag: Opslag, vandaag: date) -> Iterator[Termijn]:
    """Vastgestelde overleggen waar nog een handtekening onder hoort."""
    for overleg in opslag.zoek(Overleg):
        op = overleg.vastgesteld_op
        if op is not None and op <= vandaag <= dagen_later(op, TEKENEN_HOOGSTENS):
            for rol in nog_te_tekenen(opslag, overleg):
                yield Termijn(SoortTermijn.ONDERTEKENEN, overleg.id, rol, op)


_LIJSTEN = {
    SoortTermijn.VERNIETIGEN: te_vernietigen,
    SoortTermijn.HEROVERWEGEN: te_heroverwegen,
    SoortTermijn.VERZOEK: te_beantwoorden,
    SoortTermijn.AFSPRAAK: na_te_komen,
    SoortTermijn.MELDEN: te_melden,
}
_UIT_DE_CATALOGUS = (te_ondertekenen, te_toetsen)
"""Wat ook van de catalogus afhangt: wie moet tekenen, en welke bepaling veranderde."""


def aan_de_beurt(opslag: Opslag, catalogus: Catalogus, vandaag: date) -> list[Termijn]:
    """Alles wat vandaag moet, te laat is of in zicht komt; het oudste eerst."""
    gevonden = [
        termijn
        for soort, lijst in _LIJSTEN.items()
        for termijn in lijst(opslag, dagen_later(vandaag, VOORUIT[soort]))
    ]
    gevonden += [
        termijn for lijst in _UIT_DE_CATALOGUS for termijn in lijst(opslag, catalogus, vandaag)
    ]
    gevonden += mede_te_tekenen(opslag, vandaag)
    return sorted(gevonden, key=lambda termijn: termijn.op)
