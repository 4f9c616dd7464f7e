"""Willekeurige overleggen waarin elke tekst een eigen merk draagt, waar hij ook opduikt."""

import re
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import BETROKKENE, Betrokkene, Casus, Fase, Kringpersoon
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming, Niveau
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Overleg, Rol, Stand
from tests.casus_app.opmaak.willekeur_rondom import rondom
from tests.casus_app.papier.voorbeeld import zet
from tests.nep import GeheugenOpslag

DAG = date(2026, 11, 24)
_MERK = re.compile(r"[wnc]\d{5}z")


def merken(tekst: str) -> set[str]:
    """Alle merken in een tekst: w is een woord van mensen, n een naam, c een casus."""
    return set(_MERK.findall(tekst))


class Teller:
    """Geeft elk veld een merk dat nergens anders voorkomt, en kiest wie het is."""

    def __init__(self, trek: st.DrawFn) -> None:
        self._stand = 0
        self.mensen = [f"p{nummer}" for nummer in range(trek(st.integers(2, 5)))]
        self.wie = st.sampled_from(self.mensen)

    def __call__(self, soort: str = "w") -> str:
        self._stand += 1
        return f"{soort}{self._stand:05d}z"


@st.composite
def overleggen(trek: st.DrawFn) -> GeheugenOpslag:
    """Een overleg met een tot vier casussen; ook standen die geen handeling zou toelaten."""
    t, opslag = Teller(trek), GeheugenOpslag()
    mensen = t.mensen
    zet(
        opslag,
        Instelling(
            id=HUIS,
            kader="wgs",
            naam="Huis",
            verantwoordelijke="de deelnemers",
            contactpunt="het loket",
            fg="de functionaris",
            bewaartermijn_maanden=60,
            aanmelding_dagen=28,
        ),
        *(Partij(id=mens, soort="politie", naam=f"Partij {mens}") for mens in mensen),
        *(Professional(id=m, partij=m, naam=t("n"), functie=f"functie {m}") for m in mensen),
        Overleg(
            id="o",
            kader="wgs",
            datum=DAG,
            begin="09:00",
            plaats="zaal",
            voorzitter=mensen[0],
            vastgesteld_op=DAG,
        ),
    )
    for plek in range(1, trek(st.integers(1, 4)) + 1):
        _casus(trek, opslag, t, plek)
    return opslag


def _casus(trek: st.DrawFn, opslag: GeheugenOpslag, t: Teller, plek: int) -> None:
    code, mensen, wie = t("c"), t.mensen, t.wie
    zet(
        opslag,
        Casus(
            id=code,
            kader="wgs",
            aanmelder=mensen[0],
            doel=t(),
            aanleiding=t(),
            leefgebieden=(t(),),
            aangemeld_op=DAG,
            vernietigen_op=DAG + timedelta(days=1800),
            fase=trek(st.sampled_from([Fase.IN_BEHANDELING] * 4 + [Fase.AFGESLOTEN])),
            bij_terugval=t(),
        ),
        Betrokkene(casus=code, naam=t("n")),
        Kringpersoon(casus=code, id="k", naam=t("n"), relatie=t(), noodzaak=t()),
        Bespreking(
            overleg="o",
            casus=code,
            plek=plek,
            minuten=trek(st.integers(1, 40)),
            vraag=t(),
            stand=trek(st.sampled_from([Stand.GESLOTEN] * 3 + [Stand.DOORGESCHOVEN])),
            zwaarwegend_belang=t(),
            reden_doorgeschoven=t(),
            besluit=t(),
            aanspreekpunt=trek(wie),
            evaluatie_op=DAG,
            klaar_als=t(),
        ),
    )
    for mens in trek(st.lists(wie, unique=True)):
        stoel = {"overleg": "o", "casus": code, "professional": mens}
        weg = trek(st.sampled_from([None, None, None, DAG]))
        rol = trek(st.sampled_from([Rol.UITVOEREND, Rol.UITVOEREND, Rol.ADVISEUR]))
        zet(
            opslag,
            Deelname(
                **stoel,
                rol=rol,
                taak="politietaak",
                noodzaak=t(),
                ingetrokken_op=weg,
                reden_ingetrokken=t() if weg else "",
            ),
        )
        if trek(st.booleans()):
            zet(opslag, Aanwezigheid(**stoel, nummer=1, van=datetime(2026, 11, 24, 9, tzinfo=UTC)))
    afspraken = _afspraken(trek, opslag, t, code)
    for _ in range(trek(st.integers(0, 3))):
        _inbreng(trek, opslag, t, (code, afspraken))
    rondom(trek, opslag, t, code)


def _afspraken(trek: st.DrawFn, opslag: GeheugenOpslag, t: Teller, code: str) -> list[str]:
    sleutels = []
    for _ in range(trek(st.integers(0, 3))):
        sleutels.append(t())
        zet(
            opslag,
            Afspraak(
                id=sleutels[-1],
                overleg="o",
                casus=code,
                uitvoerder=trek(t.wie),
                wat=t(),
                uiterlijk=DAG,
                klaar_als=t(),
                stand=trek(st.sampled_from(StandAfspraak)),
                toelichting=t(),
            ),
        )
    return sleutels


def _inbreng(
    trek: st.DrawFn, opslag: GeheugenOpslag, t: Teller, waar: tuple[str, list[str]]
) -> None:
    (code, afspraken), wie = waar, t.wie
    sleutel = t()
    zet(
        opslag,
        Inbreng(
            id=sleutel,
            overleg="o",
            casus=code,
            inbrenger=trek(wie),
            over=trek(st.sampled_from([BETROKKENE, BETROKKENE, "k"])),
            categorie="gezondheid",
            niveau=Niveau.INHOUD,
            grondslag="wgs-1-5",
            noodzaak=t(),
            kern=t(),
            motivering=t(),
            lot=trek(st.sampled_from([Lot.MEE, Lot.MEE, Lot.NIEMAND, Lot.GESCHRAPT])),
            reden_geschrapt=t(),
        ),
    )
    for mens in trek(st.lists(wie, unique=True)) if afspraken else ():
        for afspraak in trek(st.lists(st.sampled_from(afspraken), min_size=1, unique=True)):
            mee = {"inbreng": sleutel, "ontvanger": mens, "afspraak": afspraak}
            zet(opslag, Meeneming(**mee, voorwaarden=t()))
