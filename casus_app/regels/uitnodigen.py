"""Wie er bij een overleg genodigd is, en wat er voor ieder veranderde sinds de vorige keer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casus_app.domein.overleg import Bespreking, Deelname, Overleg, Verzending
from casus_app.domein.tafeltijd import op_tafel
from casus_app.opmaak.uitnodiging import te_verzenden
from casus_app.poorten import Opslag


class Nieuws(StrEnum):
    """Wat iemand te horen heeft."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"
    ONGEWIJZIGD = "ongewijzigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Genodigde:
    """Eén persoon: wat hij het laatst kreeg, en wat hij nu zou krijgen."""

    professional: str
    was: Verzending | None
    wordt: Verzending

    @property
    def nieuws(self) -> Nieuws:
        """Of er iets te zeggen is."""
        had = self.was is not None and bool(self.was.tijden)
        if had and not self.wordt.tijden:
            return Nieuws.VERVALLEN
        if not had and self.wordt.tijden:
            return Nieuws.NIEUW
        return Nieuws.GEWIJZIGD if had and self.was != self.wordt else Nieuws.ONGEWIJZIGD


def genodigden(opslag: Opslag, overleg: Overleg, vandaag: date) -> tuple[Genodigde, ...]:
    """De voorzitter, ieder met een stoel bij een casus aan tafel, en wie eerder genodigd was."""
    laatst = laatste_verzendingen(opslag, overleg)
    nu = [overleg.voorzitter, *_met_een_stoel(opslag, overleg)]
    ooit = [wie for wie, verzending in laatst.items() if verzending.tijden]
    return tuple(
        Genodigde(
            professional=wie,
            was=laatst.get(wie),
            wordt=te_verzenden(opslag, overleg, wie, laatst.get(wie), vandaag),
        )
        for wie in dict.fromkeys([*nu, *ooit])
    )


def laatste_verzendingen(opslag: Opslag, overleg: Overleg) -> dict[str, Verzending]:
    """Per persoon wat hij het laatst van dit overleg kreeg."""
    gevonden = sorted(opslag.zoek(Verzending, overleg=overleg.id), key=lambda v: v.nummer)
    return {verzending.professional: verzending for verzending in gevonden}


def _met_een_stoel(opslag: Opslag, overleg: Overleg) -> Iterator[str]:
    besproken = {punt.casus for punt in op_tafel(opslag.zoek(Bespreking, overleg=overleg.id))}
    for stoel in opslag.zoek(Deelname, overleg=overleg.id, ingetrokken_op=None):
        if stoel.casus in besproken:
            yield stoel.professional
