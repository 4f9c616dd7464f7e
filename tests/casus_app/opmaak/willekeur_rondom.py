"""Wat er om een casus heen ligt: weging, toestemming, vraagkaart, tafel en verzoeken, gemerkt."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Protocol

from hypothesis import strategies as st

from casus_app.domein.casus import (
    BETROKKENE,
    Gegeven,
    Informering,
    Oordeel,
    Toestemming,
    VeiligContact,
    Verlenging,
    Weging,
    Wending,
)
from casus_app.domein.herkomst import Herkomst
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.klad import Klad, Kladveld
from casus_app.domein.tafel import Akkoord, Hamerstuk, SoortAkkoord
from casus_app.domein.verzoek import (
    Beperking,
    Rectificatie,
    SoortVerzoek,
    Verzoek,
    Verzoekverlenging,
    Weglating,
)
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.zeef import Trap, Zeef
from tests.casus_app.papier.voorbeeld import zet
from tests.nep import GeheugenOpslag

DAG = date(2026, 11, 24)
GRONDEN = ("uavg-41-d", "uavg-41-i")
"""Twee gronden uit de catalogus om mee te wachten of weg te laten."""


class Merker(Protocol):
    """Geeft elk veld een eigen merk, en kiest wie het is."""

    wie: st.SearchStrategy[str]

    def __call__(self, soort: str = "w") -> str: ...


def rondom(trek: Callable[[Any], Any], opslag: GeheugenOpslag, t: Merker, code: str) -> None:
    """Legt bij deze casus soms wel en soms niet neer wat erbij kan horen."""
    ja = st.booleans()
    vooraf = (_vooraf(t, code, trek(t.wie)), _aan_tafel(t, code, trek(t.wie)))
    for mogelijk in (waarde for groep in vooraf for waarde in groep):
        if trek(ja):
            zet(opslag, mogelijk)
    for _ in range(trek(st.integers(0, 2))):
        weg = trek(st.sampled_from([None, DAG]))
        zet(
            opslag,
            Vraagkaart(
                id=t(),
                overleg="o",
                casus=code,
                professional=trek(t.wie),
                taak="politietaak",
                over=trek(st.sampled_from([BETROKKENE, BETROKKENE, "k"])),
                vraag=t(),
                categorie="gezondheid",
                grondslag="wgs-1-5",
                noodzaak=t(),
                uiterlijk=DAG,
                gesteld_op=DAG,
                ingetrokken_op=weg,
                reden_ingetrokken=t() if weg else "",
            ),
        )
    for soort in trek(st.lists(st.sampled_from(SoortVerzoek), max_size=2, unique=True)):
        _verzoek(trek, opslag, t, (code, soort))


def _vooraf(t: Merker, code: str, mens: str) -> list[Any]:
    return [
        VeiligContact(casus=code, hoe=t("w"), op=DAG),
        Herkomst(casus=code, soort="casus", id=code, eerder=t(), huis=t(), op=DAG),
        Gegeven(casus=code, categorie="woonsituatie", waarde=t()),
        Weging(
            casus=code,
            gewogen_op=DAG,
            beoordelaars=(mens,),
            criterium_a=t(),
            criterium_b=t(),
            criterium_c=t(),
            criterium_d=t(),
            in_behandeling=True,
            motivering=t(),
        ),
        Informering(
            casus=code,
            wijze=t(),
            grond=GRONDEN[0],
            motivering=t(),
            beoordelaar=mens,
            heroverwegen_op=DAG,
        ),
        Toestemming(
            id=t(),
            casus=code,
            van=BETROKKENE,
            aan=mens,
            gegevens=t(),
            ontvangers=(mens,),
            doel=t(),
            wijze=t(),
            datum=DAG,
        ),
        Verlenging(
            casus=code,
            op=DAG,
            vernietigen_op=DAG + timedelta(days=1800),
            maanden=6,
            motivering=t(),
            instemming=(mens,),
        ),
        Oordeel(
            casus=code,
            nummer=1,
            wending=Wending.GESLOTEN,
            op=DAG,
            beoordelaars=(mens,),
            reden=t(),
        ),
        Zeef(casus=code, nummer=1, trap=Trap.DAT, reden=t(), op=DAG),
    ]


def _aan_tafel(t: Merker, code: str, mens: str) -> list[Any]:
    waar = {"overleg": "o", "casus": code}
    return [
        Akkoord(**waar, professional=mens, soort=SoortAkkoord.NIET, opmerking=t()),
        Hamerstuk(**waar, besluit=t(), aanspreekpunt=mens, evaluatie_op=DAG, klaar_als=t()),
        Klad(**waar, veld=Kladveld.INBRENG, tekst=t()),
    ]


def _aangewezen(trek: Callable[[Any], Any], t: Merker, inbreng: list[str]) -> dict[str, str]:
    """Wat een weging weglaat: niets, een inbreng, een soort gegeven of een professional."""
    keuzes = [{}, {"categorie": "woonsituatie"}, {"categorie": "gezondheid"}]
    keuzes += [{"inbreng": een} for een in inbreng] + [{"professional": trek(t.wie)}]
    return trek(st.sampled_from(keuzes))


def _verzoek(
    trek: Callable[[Any], Any], opslag: GeheugenOpslag, t: Merker, waar: tuple[str, SoortVerzoek]
) -> None:
    (code, soort), ja = waar, st.booleans()
    klaar = DAG if trek(ja) else None
    verzoek = Verzoek(
        id=t(),
        casus=code,
        soort=soort,
        ontvangen_op=DAG,
        uiterlijk=DAG + timedelta(days=30),
        besluit=t() if klaar else "",
        motivering=t() if klaar else "",
        afgehandeld_op=klaar,
    )
    zet(opslag, verzoek)
    wat = {"verzoek": verzoek.id, "casus": code, "op": DAG}
    if trek(ja):
        zet(opslag, Verzoekverlenging(**wat, uiterlijk=DAG + timedelta(days=90), reden=t()))
    if soort is SoortVerzoek.INZAGE and trek(ja):
        for nummer in range(1, trek(st.integers(1, 3)) + 1):
            weging = Weglating(
                **wat,
                nummer=nummer,
                wat=t(),
                grond=trek(st.sampled_from(GRONDEN)),
                motivering=t(),
                beoordelaar=trek(t.wie),
                **_aangewezen(trek, t, [een.id for een in opslag.zoek(Inbreng, casus=code)]),
            )
            zet(opslag, weging)
    inbreng = opslag.zoek(Inbreng, casus=code)
    if soort is SoortVerzoek.RECTIFICATIE and inbreng:
        zet(opslag, Rectificatie(**wat, inbreng=inbreng[0].id, wat=t()))
    if soort is SoortVerzoek.BEPERKING:
        zet(opslag, Beperking(**wat, reden=t(), opgeheven_op=DAG, reden_opgeheven=t()))
