"""Een jaar met genoeg om te laten zien: overleggen, mensen, weigeringen en vernietigingen."""

from datetime import UTC, date, datetime

from casus_app.domein.inbreng import Inbreng, Lot, Niveau
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Overleg, Rol, Stand
from casus_app.domein.waarde import Waarde
from casus_app.opmaak.jaarcijfers import TE_LAAT
from casus_app.poorten import GEWEIGERD, Logregel, Wijziging
from tests.nep import GeheugenOpslag

OVERLEGGEN = 6
AAN_TAFEL = 3
"""Casussen per overleg; de eerste van de agenda kwam als laatste aan tafel."""
GRONDEN = ("wgs-1-5", "wgs-1-5-wpg", "wgs-1-5-wjsg")


def regel(handeling: str, code: str = "", uitkomst: str = "gelukt", op: int = 3) -> Logregel:
    """Een regel uit maart 2026."""
    return Logregel(
        moment=datetime(2026, 3, op, 9, tzinfo=UTC),
        gebruiker="coordinator",
        rol="coordinator",
        handeling=handeling,
        uitkomst=uitkomst,
        code=code,
    )


def een_druk_jaar() -> GeheugenOpslag:
    """De waarden en de regels van het jaar 2026."""
    opslag = GeheugenOpslag()
    waarden = [waarde for nummer in range(OVERLEGGEN) for waarde in _overleg(nummer)]
    opslag.leg_vast([Wijziging(None, waarde) for waarde in waarden], regel("overleg.vaststellen"))
    for handeling, keren in (
        ("casus.aanmelden", 14),
        ("casus.aanmelden-zonder-naam", 3),
        ("bespreking.sluiten", 18),
        ("meenemen.toestaan", 9),
        ("casus.vernietigen", 12),
    ):
        for _ in range(keren):
            opslag.leg_vast((), regel(handeling))
    for code, keren in (("doel-ontbreekt", 12), ("grondslag-ontbreekt", 7), ("te-gevoelig", 2)):
        for _ in range(keren):
            opslag.leg_vast((), regel("inbreng.vastleggen", code, GEWEIGERD))
    for _ in range(6):
        opslag.leg_vast((), regel("casus.vernietigen", TE_LAAT))
    opslag.leg_vast((), regel("handeling.ongedaan", "meenemen.toestaan"))
    return opslag


def _overleg(nummer: int) -> list[Waarde]:
    sleutel, dag = f"o{nummer}", date(2026, 2, 1 + nummer)
    waarden: list[Waarde] = [
        Overleg(
            id=sleutel,
            kader="wgs",
            datum=dag,
            begin="09:00",
            plaats="Zaal",
            voorzitter="v",
            vastgesteld_op=dag,
        )
    ]
    for plek in range(AAN_TAFEL):
        casus, wie = f"K-{nummer}{plek}", ("v", "a", f"b{plek}")
        einde = datetime(2026, 2, 1 + nummer, 10, plek, tzinfo=UTC)
        waarden.append(
            Bespreking(
                overleg=sleutel,
                casus=casus,
                plek=plek or AAN_TAFEL,
                minuten=20,
                vraag="Wat nu?",
                stand=Stand.GESLOTEN,
                gesloten_op=einde,
            )
        )
        # Wie bij de eerste en de laatste van de agenda hoort, wacht de middelste uit.
        waarden += [
            Deelname(
                overleg=sleutel,
                casus=casus,
                professional="a" if plek != 1 else "b1",
                rol=Rol.UITVOEREND,
                taak="t",
                noodzaak="",
            ),
            *(
                Aanwezigheid(
                    overleg=sleutel, casus=casus, professional=mens, nummer=1, van=einde, tot=einde
                )
                for mens in wie
            ),
        ]
        waarden.append(
            Inbreng(
                id=f"i{nummer}{plek}",
                overleg=sleutel,
                casus=casus,
                inbrenger="a",
                over="betrokkene",
                categorie="x",
                niveau=Niveau.DAT,
                grondslag=GRONDEN[min(nummer, plek)],
                noodzaak="",
                kern="",
                lot=Lot.VERNIETIGD,
            )
        )
    return waarden
