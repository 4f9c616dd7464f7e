"""Wenken uit het verleden: wat een partij eerder bij zulke casussen deed. Nooit over een mens.

Alleen tellingen van wat de vaststelling overleeft: stoelen, dat er iets werd ingebracht, en
afspraken. Het is geen oordeel en geen volgorde; het helpt vragen of een stoel nu nodig is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Casus
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg, Stand
from casus_app.poorten import Opslag

MINSTENS = 3
"""Onder dit aantal keren zegt het verleden niets, en wijst het te veel één mens aan."""

_GETALLEN = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wenk:
    """Hoe vaak een partij een stoel had, er iets inbracht en er een afspraak kreeg."""

    keren: int
    ingebracht: int
    afspraken: int
    deze_casus: bool

    @property
    def zin(self) -> str:
        """Eén zin voor op het scherm, zonder namen."""
        if not self.ingebracht:
            af = f"wel {_afspraken(self.afspraken)}" if self.afspraken else "geen afspraak"
            return f"{_getal(self.keren).capitalize()} keer uitgenodigd, niets ingebracht, {af}."
        if self.ingebracht == self.keren:
            return f"Bracht alle {_getal(self.keren)} keer iets in."
        return f"Bracht {_getal(self.ingebracht)} van de {_getal(self.keren)} keer iets in."

    @property
    def waarover(self) -> str:
        """Waar de telling over gaat."""
        return "bij deze casus" if self.deze_casus else "bij andere besprekingen van deze soort"


def wenk(opslag: Opslag, bespreking: Bespreking, partij: str) -> Wenk | None:
    """Eerst van deze casus, anders van dezelfde soort bespreking; `None` bij te weinig keren."""
    stoelen = list(_stoelen(opslag, bespreking, partij))
    eigen = [plek for plek in stoelen if plek[1] == bespreking.casus]
    for plekken, deze_casus in ((eigen, True), (stoelen, False)):
        if len(plekken) >= MINSTENS:
            return _tel(opslag, plekken, partij, deze_casus=deze_casus)
    return None


def _stoelen(opslag: Opslag, bespreking: Bespreking, partij: str) -> Iterator[tuple[str, str]]:
    """Overleg en casus van elke bespreking waar deze partij een stoel had, elk één keer."""
    plekken = dict.fromkeys(
        (stoel.overleg, stoel.casus)
        for mens in opslag.zoek(Professional, partij=partij)
        for stoel in opslag.zoek(Deelname, professional=mens.id, ingetrokken_op=None)
    )
    for overleg, casus in plekken:
        if _telt(opslag, bespreking, overleg, casus):
            yield overleg, casus


def _telt(opslag: Opslag, nu: Bespreking, overleg_id: str, casus_id: str) -> bool:
    """Besproken, vastgesteld, van dezelfde soort, en van een casus die niet is afgeschermd."""
    overleg = opslag.haal(Overleg, overleg_id)
    casus = opslag.haal(Casus, casus_id)
    toen = opslag.haal(Bespreking, overleg_id, casus_id)
    return (
        overleg is not None
        and casus is not None
        and toen is not None
        and overleg.vastgesteld
        and not casus.afgeschermd
        and toen.stand is Stand.GESLOTEN
        and toen.soort is nu.soort
        and overleg_id != nu.overleg
    )


def _tel(opslag: Opslag, plekken: list[tuple[str, str]], partij: str, *, deze_casus: bool) -> Wenk:
    mensen = {mens.id for mens in opslag.zoek(Professional, partij=partij)}
    ingebracht = afspraken = 0
    for overleg, casus in plekken:
        gezegd = opslag.zoek(Inbreng, overleg=overleg, casus=casus)
        ingebracht += any(een.inbrenger in mensen and een.telt_mee for een in gezegd)
        gedaan = opslag.zoek(Afspraak, overleg=overleg, casus=casus)
        afspraken += sum(een.uitvoerder in mensen for een in gedaan)
    return Wenk(
        keren=len(plekken), ingebracht=ingebracht, afspraken=afspraken, deze_casus=deze_casus
    )


def _getal(aantal: int) -> str:
    return _GETALLEN[aantal] if aantal < len(_GETALLEN) else str(aantal)


def _afspraken(aantal: int) -> str:
    return "één afspraak" if aantal == 1 else f"{_getal(aantal)} afspraken"
