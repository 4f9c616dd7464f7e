"""Wie luistert hoort hetzelfde verhaal als wie kijkt, in dezelfde volgorde als Tab."""

import re
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from casus_app.domein.casus import Betrokkene
from tests.ui.kijken import Kijker
from tests.ui.schermlezer import ROLLEN, STUK, Gehoord, stappen, stuk, voorgelezen
from tests.ui.tafelspel import breng_in
from ui.widgets.reading_order import is_stop, walk

VERHAAL = {
    "Deur": ("De tafel", "1, voorzitter", "Wat er ligt", "Afspraken"),
    "Beeld": ("De tafel", "1, voorzitter", "Wat er ligt", "Afspraken", "Invoer", "Invoerregel"),
    "Oordeel": ("De tafel", "1, voorzitter", "Wat er ligt", "Afspraken", "Invoer", "Invoerregel"),
    "Besluit": (
        *("De tafel", "1, voorzitter", "Besluit", "Wat er ligt", "Afspraken"),
        *("Invoer", "Afspraak"),
    ),
    "Meenemen": ("Wijkagent, mag iemand dit meenemen?", "Wie neemt wat mee", "1, voorzitter"),
    "Sluiten": ("Lees dit voor", "Besluit", "Afspraken", "Is ieder akkoord?", "1 voorzitter"),
}
"""Wat na de kop en de spiekbrief komt, in deze volgorde."""
TEKENS = re.compile(r"^[▣○●✓✕▲‹›▸•\s]")


@pytest.fixture
def gehoord(kijker: Kijker) -> dict[str, list[Gehoord]]:
    return dict(stappen(kijker.venster))


def _plaats(delen: list[Gehoord], naam: str, vanaf: int) -> int:
    gevonden = (n for n, een in enumerate(delen) if n >= vanaf and een.naam.startswith(naam))
    plaats = next(gevonden, None)
    assert plaats is not None, f"'{naam}' komt niet na regel {vanaf}: {[str(d) for d in delen]}"
    return plaats


def test_elke_stap_zegt_kop_spiekbrief_wie_er_zit_wat_er_ligt_en_waar_men_typt(
    gehoord: dict[str, list[Gehoord]],
) -> None:
    kop = ("Kop", "Casus K-2601", "Vraag: ", "Klok: ")
    for stap, daarna in VERHAAL.items():
        vanaf = 0
        for naam in (*kop, stap, "Spiekbrief: ", *daarna):
            vanaf = _plaats(gehoord[stap], naam, vanaf) + 1
        assert any("gekozen" in een.rest and een.naam == stap for een in gehoord[stap])


def test_alles_heeft_een_rol_en_een_naam_en_geen_teken_dat_alleen_te_zien_is(
    gehoord: dict[str, list[Gehoord]],
) -> None:
    for stap, delen in gehoord.items():
        assert {een.rol for een in delen} <= set(ROLLEN.values()), stap
        assert [str(een) for een in delen if not een.naam] == [], stap
        zelf = [een for een in delen if not _in_een_rij(een)]
        assert [str(een) for een in zelf if TEKENS.match(een.naam)] == [], stap


def _in_een_rij(een: Gehoord) -> bool:
    """De tekst in een knop: die knop zegt het zelf al, zonder teken."""
    ouder = een.ding.parentWidget() if een.ding is not None else None
    return een.rol == "tekst" and ouder is not None and bool(ouder.focusPolicy())


def test_wat_verborgen_is_wordt_niet_voorgelezen(kijker: Kijker) -> None:
    namen = [mens.naam for mens in kijker.sessie.zoek(Betrokkene) if mens.naam]
    assert namen
    for stap, delen in stappen(kijker.venster):
        dingen = [een.ding for een in delen if een.ding is not None]
        assert [ding for ding in dingen if not ding.isVisible()] == [], stap
        alles = "\n".join(str(een) for een in delen)
        assert [naam for naam in namen if naam in alles] == [], stap


def test_bij_de_deurwissel_wordt_niets_van_de_casus_voorgelezen(
    gehoord: dict[str, list[Gehoord]],
) -> None:
    alles = "\n".join(str(een) for een in gehoord["Deurwissel"])
    assert "K-2601" not in alles
    assert "Welke stap zet wie" not in alles


def _haltes_van_de_boom(venster: QWidget) -> list[QWidget]:
    gehoord = [een.ding for een in voorgelezen(venster)]
    return [ding for ding in gehoord if ding is not None and is_stop(ding)]


def test_tab_en_de_boom_gaan_in_dezelfde_volgorde_ook_na_wat_erbij_komt(kijker: Kijker) -> None:
    venster = kijker.venster
    for _stap, _delen in stappen(venster):
        assert _haltes_van_de_boom(venster) == [w for w in walk(venster) if is_stop(w)]
    kijker.werk.casus.go_to(1)
    for nummer in range(3, 6):
        breng_in(kijker.sessie, f"i{nummer}")
        QApplication.processEvents()
        assert _haltes_van_de_boom(venster) == [w for w in walk(venster) if is_stop(w)]
        kernen = [een for een in voorgelezen(venster) if een.naam.startswith("Kern van i")]
        hoogte = [
            een.ding.mapToGlobal(een.ding.rect().topLeft()).y() for een in kernen if een.ding
        ]
        assert len(kernen) == nummer
        assert all(boven < onder for boven, onder in pairwise(hoogte)), "van boven naar beneden"


def test_wat_er_staat_is_wat_er_voorgelezen_wordt(kijker: Kijker) -> None:
    assert stuk(kijker.venster) == STUK.read_text("utf-8"), "python -m tests.ui.schermlezer"
