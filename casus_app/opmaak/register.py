"""Het register van uitgegeven papieren: wie kreeg welke versie, wanneer, en welk bestand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from casus_app.domein.casus import BETROKKENE
from casus_app.domein.overleg import Overleg
from casus_app.domein.uitgifte import SoortPapier, Uitgifte
from casus_app.opmaak.stuk import Opdruk
from casus_app.opmaak.versie import versie
from casus_app.opmaak.verslag import verslag
from casus_app.opmaak.weggelaten import WOORDEN, Weggelaten
from casus_app.opmaak.woorden import aantal, opsomming
from casus_app.opmaak.zitting import weggelaten
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus

SOORTEN: dict[SoortPapier, str] = {
    SoortPapier.VERSLAG: "Verslag",
    SoortPapier.PLAN: "Plan van aanpak",
    SoortPapier.BRIEF: "Brief aan de betrokkene",
    SoortPapier.INZAGE: "Inzage",
    SoortPapier.VRAAGKAART: "Vraagkaart",
    SoortPapier.VOORZITTERSEXEMPLAAR: "Voorzittersexemplaar",
    SoortPapier.VLUCHTCHECK: "Vluchtcheck",
    SoortPapier.AFSPRAKENLIJST: "Afsprakenlijst",
    SoortPapier.OVERGANG: "Hele casus als bestand",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgegeven:
    """Eén papier, over welke casussen het ook gaat."""

    soort: SoortPapier
    naam: str
    ontvanger: str
    versie: int
    op: date
    sha256: str
    anker: str
    beveiligd: bool


def register(opslag: Opslag, **waar: object) -> tuple[Uitgegeven, ...]:
    """Elk papier één keer, van dit overleg of deze casus, het nieuwste eerst."""
    gezien = {
        (uitgifte.sha256, uitgifte.ontvanger): Uitgegeven(
            soort=uitgifte.soort,
            naam=uitgifte.naam,
            ontvanger=uitgifte.ontvanger,
            versie=uitgifte.versie,
            op=uitgifte.op,
            sha256=uitgifte.sha256,
            anker=uitgifte.anker,
            beveiligd=uitgifte.beveiligd,
        )
        for uitgifte in opslag.zoek(Uitgifte, **waar)
    }
    return tuple(reversed(gezien.values()))


def papieren(opslag: Opslag, casus: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Voor de betrokkene: aan wie welk papier over hem ging; wat hij zelf kreeg heeft hij al."""
    for uitgifte in opslag.zoek(Uitgifte, casus=casus):
        if uitgifte.ontvanger != BETROKKENE:
            yield (
                uitgifte.ontvanger,
                {
                    "soort": SOORTEN[uitgifte.soort],
                    "aan": None,
                    "op": uitgifte.op.isoformat(),
                    "versie": uitgifte.versie,
                    "beveiligd": uitgifte.beveiligd,
                    "sha256": uitgifte.sha256,
                },
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class VerslagStand:
    """Hoe het met het verslag van één ontvanger staat; `laatste` is wat hij heeft.

    `anders`: er zou nu iets anders op staan dan op wat hij heeft.
    """

    laatste: Uitgegeven | None
    anders: bool
    inhoud: str
    weggelaten: Weggelaten


def verslagstand(
    opslag: Opslag, catalogus: "Catalogus", overleg: Overleg, ontvanger: str
) -> VerslagStand:
    """Wat deze ontvanger heeft, en of dat nog is wat hij nu zou krijgen."""
    dag = Opdruk(oefening=False, datum=overleg.datum)
    nu = verslag(opslag, catalogus, overleg.id, ontvanger, dag)
    eerder = register(opslag, soort=SoortPapier.VERSLAG, overleg=overleg.id, ontvanger=ontvanger)
    laatste = eerder[0] if eerder else None
    return VerslagStand(
        laatste=laatste,
        anders=laatste is not None and versie(opslag, nu.naam, nu.inhoud).nummer > laatste.versie,
        inhoud=nu.inhoud,
        weggelaten=weggelaten(opslag, overleg, ontvanger),
    )


def weggelaten_in_woorden(telling: Weggelaten) -> str:
    """4 onderdelen zijn niet voor deze ontvanger: 3 afspraken van een ander en 1 gegeven …"""
    if not telling.samen:
        return "Alles van deze casussen staat op dit exemplaar."
    zijn = "is" if telling.samen == 1 else "zijn"
    delen = [aantal(hoeveel, *WOORDEN[reden]) for reden, hoeveel in telling.redenen.items()]
    return (
        f"{aantal(telling.samen, 'onderdeel', 'onderdelen')} {zijn} niet voor deze ontvanger: "
        f"{opsomming(tuple(delen))}."
    )
