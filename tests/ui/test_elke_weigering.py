"""Elke handeling van een draaiboek kan door een formulier, en elke weigering staat bij haar veld.

De draaiboeken worden stap voor stap door het echte venster gespeeld. Wat een draaiboek probeert en
het formulier niet aanbiedt (een verwijzing die er niet is), kan een mens niet eens kiezen.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec.structs import replace

from casus_app.catalogus import Catalogus, laad
from casus_app.draaiboek import Draaiboek, lees
from casus_app.handelingen import HANDELINGEN
from casus_app.handelingen.aanmelding import CasusWegen
from casus_app.handelingen.kern import Handeling
from casus_app.handelingen.oorzaak import oorzaken
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code, Weigering
from tests.ui.kijken import open_dialogen
from tests.ui.nepdeuren import een_werkbank
from ui.forms.act_dialog import ActDialog
from ui.forms.act_form import ActForm
from ui.main_window import MainWindow
from ui.waiting import MAKES_PAPER

if TYPE_CHECKING:
    from ui.workspace import Workspace

MAP = Path(__file__).parent.parent / "draaiboeken"
VERHALEN = (
    "weekoverleg",
    "weigeringen",
    "weging",
    "sluiten-en-vernietigen",
    "vervolg-1",
    "termijnen",
    "toestemming",
    "wams",
    "convenant",
)
NIET_TE_KIEZEN = {
    Code.ONBEKEND: "de lijsten bieden alleen aan wat er is",
    Code.ONGELDIG: "een keuzelijst kent geen andere waarden",
    Code.GEEN_TAAK: "een partij zonder taak onder dit kader staat niet in de lijst van taken",
    Code.TAAK_NIET_VAN_PARTIJ: "alleen de taken van de partij zelf staan in de lijst",
    Code.NIET_TOEGELATEN: "alleen wie een stoel heeft staat in de lijst",
    Code.TOESTEMMING_DEKT_NIET: "alleen toestemmingen aan deze persoon bij deze casus staan er",
    Code.PERSOON_BUITEN_KRING: "alleen de betrokkene en de kring staan in de lijst",
}
"""Wat een formulier niet eens aanbiedt, en waarom."""


class Speler:
    """Speelt stappen door formulieren, en onthoudt wat waar kwam te staan."""

    def __init__(self, venster: MainWindow) -> None:
        self.werkbank = een_werkbank()
        venster.enter(self.werkbank)
        assert venster.workspace is not None
        self.werk: Workspace = venster.workspace
        self.venster = venster
        self.gedaan: set[str] = set()
        self.los: list[str] = []
        self.niet_te_kiezen: set[Code] = set()

    def speel(self, naam: str) -> None:
        draaiboek = _lees(naam)
        self.werkbank.begin_op(draaiboek.vandaag, gebruiker_met("coordinator"))
        self.werk.session.begin_with(draaiboek.kader)
        self.kader = draaiboek.kader
        for stap in draaiboek.stappen:
            papier = stap.handeling.NAAM in MAKES_PAPER and stap.verwacht is None
            if stap.als is not None or papier:
                self._achter_het_scherm(stap.handeling, stap.als)
            else:
                handeling = _als_sleutels(stap.handeling, self.werkbank.catalogus)
                self._door_een_formulier(handeling, stap.verwacht)

    def _achter_het_scherm(self, handeling: Handeling, als: str | None) -> None:
        """Papieren en andere rollen hebben hun eigen toetsen; het verhaal moet wel door."""
        try:
            self.werkbank.voer_uit(handeling, gebruiker_met(als or "coordinator"), self.kader)
        except Weigering:
            return

    def _door_een_formulier(self, handeling: Handeling, verwacht: Code | None) -> None:
        dialoog = self.werk.desk.open_act(handeling.NAAM, _velden(handeling, self.kader))
        if dialoog.form.missing() or not _zelfde(dialoog.form.handeling(), handeling):
            assert verwacht is not None, _verschil(dialoog.form, handeling)
            self.niet_te_kiezen.add(verwacht)
            dialoog.close_now()
            self._achter_het_scherm(handeling, None)
            return
        bezwaar = self.werk.session.objection(handeling)
        dialoog.submit()
        if verwacht is None:
            assert bezwaar is None, (handeling, bezwaar)
            self._bevestig()
            self.gedaan.add(handeling.NAAM)
            return
        assert bezwaar is not None
        self._staat_bij_zijn_veld(dialoog, handeling, bezwaar)
        dialoog.close_now()

    def _staat_bij_zijn_veld(
        self, dialoog: ActDialog, handeling: Handeling, bezwaar: Weigering
    ) -> None:
        gezegd = dialoog.told
        assert gezegd.isVisible()
        assert gezegd.sentence.text() == bezwaar.melding
        editors = dialoog.form.editors
        gevraagd = [v for v in oorzaken(handeling, bezwaar) if editors[v].isVisibleTo(dialoog)]
        if gevraagd:
            vak = editors[gevraagd[0]].parentWidget()
            assert vak is not None
            assert vak.isAncestorOf(gezegd), (handeling.NAAM, bezwaar.code, gevraagd)
        else:
            self.los.append(f"{handeling.NAAM}: {bezwaar.code}")

    def _bevestig(self) -> None:
        """Wat niet terug kan vraagt eerst; de mens zegt ja."""
        for dialoog in open_dialogen(self.venster):
            if not isinstance(dialoog, ActDialog):
                dialoog.accept()
        assert not [d for d in open_dialogen(self.venster) if isinstance(d, ActDialog)]


def _verschil(form: ActForm, handeling: Handeling) -> str:
    if form.missing():
        return f"{handeling.NAAM}: {form.missing()}"
    een, ander = _plat(form.handeling()), _plat(handeling)
    anders = {veld for veld in een | ander if een.get(veld) != ander.get(veld)}
    return f"{handeling.NAAM}: {[(veld, een.get(veld), ander.get(veld)) for veld in anders]}"


def _lees(naam: str) -> Draaiboek:
    return lees((MAP / f"{naam}.toml").read_bytes(), naam, laad().kaders)


def _velden(handeling: Handeling, kader: str) -> dict[str, object]:
    velden = msgspec.to_builtins(handeling, builtin_types=(date,))
    return {veld: waarde for veld, waarde in velden.items() if waarde is not None} | {
        "kader": kader
    }


def _zelfde(een: Handeling, ander: Handeling) -> bool:
    return _plat(een) == _plat(ander)


def _plat(handeling: Handeling) -> dict[str, object]:
    """Zonder de volgorde van wie er gekozen is; een formulier kent die niet."""
    velden = msgspec.to_builtins(handeling, builtin_types=(date,), str_keys=True)
    return {veld: _ongeordend(waarde) for veld, waarde in velden.items() if waarde}


def _als_sleutels(handeling: Handeling, catalogus: Catalogus) -> Handeling:
    """Een domein mag in een draaiboek ook met een ander woord; een formulier kiest de sleutel."""
    if not isinstance(handeling, CasusWegen):
        return handeling
    gevonden = [(catalogus.domein(woord), woord) for woord in handeling.domeinen]
    sleutels = tuple(domein.sleutel if domein else woord for domein, woord in gevonden)
    return replace(handeling, domeinen=sleutels)


def _ongeordend(waarde: object) -> object:
    if isinstance(waarde, dict):
        return {veld: str(deel) for veld, deel in waarde.items()}
    if isinstance(waarde, list | tuple) and all(isinstance(deel, str) for deel in waarde):
        return sorted(waarde)
    return waarde


@pytest.mark.parametrize("verhaal", VERHALEN)
def test_een_verhaal_door_formulieren(venster: MainWindow, verhaal: str) -> None:
    speler = Speler(venster)
    speler.speel(verhaal)
    assert speler.gedaan
    assert speler.los == []
    assert speler.niet_te_kiezen <= set(NIET_TE_KIEZEN)


def test_de_verhalen_samen_doen_elke_handeling_en_elke_weigering() -> None:
    stappen = [stap for verhaal in VERHALEN for stap in _lees(verhaal).stappen]
    gedaan = {s.handeling.NAAM for s in stappen if s.verwacht is None and s.als is None}
    geweigerd = {s.verwacht for s in stappen if s.verwacht is not None and s.als is None}
    assert gedaan == set(HANDELINGEN)
    assert geweigerd == set(Code) - {Code.ROL_NIET_BEVOEGD}, "de rollen staan in test_woorden"
