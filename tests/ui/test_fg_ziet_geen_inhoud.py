"""De FG loopt langs elk scherm van een kluis waarin elke vrije tekst gemerkt is; niets lekt."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from casus_app.domein.casus import Betrokkene, Casus
from casus_app.domein.instelling import Instelling
from casus_app.domein.klad import Klad, Kladveld
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Verzending
from casus_app.domein.uitgifte import Uitgifte
from casus_app.domein.waarde import Waarde, sleutel_van
from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inbreng import AfspraakMaken, InbrengVastleggen
from casus_app.regels.zicht import zonder_inhoud
from casus_app.rollen import Gebruikersrol, gebruiker_met
from casus_app.werkbank import Werkbank
from tests.nep import GeheugenOpslag
from tests.ui.conftest import een_venster
from tests.ui.kijken import Kijker, onderdelen
from tests.ui.nepdeuren import NepDeuren, een_verhaal
from ui.forms.act_dialog import ActDialog
from ui.main_window import MainWindow
from ui.pages.verzoeken_page import VerzoekenPage
from ui.places import PLACES
from ui.rendering.afterwards import later
from ui.session import Session

MERK = "GEHEIMMERK"
VAN_HET_HUIS = {
    (Instelling, "*"),
    (Partij, "naam"),
    (Professional, "functie"),
    (Uitgifte, "*"),
    (Verzending, "tijden"),
}
UIT_DE_CATALOGUS = {"categorie", "grond", "route", "taak"}
WORTEL = QModelIndex()
_TIJD = re.compile(r"\d\d:\d\d")


def _gemerkt(waarde: Waarde, aanwijzers: set[str]) -> Waarde:
    """Dezelfde waarde, met het merk achter alles wat geen sleutel, keuze of tijd is."""
    merk = {}
    for veld in fields(waarde):
        soort, inhoud = type(waarde), getattr(waarde, veld.name)
        if veld.name in waarde.SLEUTEL or VAN_HET_HUIS & {(soort, "*"), (soort, veld.name)}:
            continue
        if type(inhoud) is tuple and not {*inhoud} <= aanwijzers:
            merk[veld.name] = (*inhoud, MERK)
        elif type(inhoud) is str and not (
            inhoud in aanwijzers or _TIJD.fullmatch(inhoud) or veld.name in UIT_DE_CATALOGUS
        ):
            merk[veld.name] = f"{inhoud} {MERK}"
    return replace(waarde, **merk)  # type: ignore[type-var] # every value is a dataclass


def _gemerkte_kluis() -> Werkbank:
    """Het verhaal, een casus op tafel, en wat er na een overleg ligt; alles gemerkt."""
    werkbank = een_verhaal()
    opslag = werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    sessie = Session(werkbank, gebruiker_met("coordinator"))
    for handeling in (
        BesprekingOpenen(
            overleg="wk48", casus="K-2601", aanwezig=("voorzitter", "wijkagent", "wmo")
        ),
        InbrengVastleggen(
            id="i1",
            overleg="wk48",
            casus="K-2601",
            inbrenger="wijkagent",
            over="betrokkene",
            categorie="politiegegevens",
            niveau="inhoud",
            grondslag="wgs-1-5-wpg",
            noodzaak="Risico.",
            kern="Elf meldingen.",
        ),
        AfspraakMaken(
            id="a1",
            overleg="wk48",
            casus="K-2601",
            uitvoerder="wmo",
            wat="Langsgaan.",
            uiterlijk=sessie.vandaag(),
        ),
    ):
        assert sessie.perform(handeling)
    half = f'{{"wie": "wijkagent", "kern": "{MERK}"}}'
    for waarde in (
        *later(sessie),
        _klad(Kladveld.AFSPRAAK, "half"),
        _klad(Kladveld.INBRENG, half),
    ):
        opslag.waarden.setdefault(type(waarde), {})[sleutel_van(waarde)] = waarde
    sessie.deleteLater()
    catalogus = werkbank.catalogus
    aanwijzers = {
        deel for plank in opslag.waarden.values() for sleutel in plank for deel in sleutel
    }
    aanwijzers |= {*catalogus.grondslagen, *catalogus.categorieen, *catalogus.routes}
    aanwijzers |= {half, *catalogus.kaders, *catalogus.soorten, "betrokkene", "iedereen"}
    for soort in catalogus.soorten.values():
        aanwijzers |= {*soort.taken}
    for plank in opslag.waarden.values():
        for sleutel, waarde in plank.items():
            plank[sleutel] = _gemerkt(cast("Waarde", waarde), aanwijzers)
    return werkbank


def _klad(veld: Kladveld, tekst: str) -> Klad:
    return Klad(overleg="wk48", casus="K-2601", veld=veld, tekst=tekst)


def _leesbaar(wortel: QWidget) -> Iterator[str]:
    """Alles wat in dit venster staat, ook wat nu niet te zien is."""
    for widget in (wortel, *wortel.findChildren(QWidget)):
        yield from (
            widget.windowTitle(),
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
        )
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QComboBox | QAbstractItemView):
            yield from _uit_model(widget)
    for deel in onderdelen(wortel):
        yield from (
            deel.text(soort)
            for soort in (
                QAccessible.Text.Name,
                QAccessible.Text.Description,
                QAccessible.Text.Value,
                QAccessible.Text.Help,
            )
        )


def _uit_model(widget: QComboBox | QAbstractItemView) -> Iterator[str]:
    model = widget.model()
    if model is None:
        return
    for rij in range(model.rowCount(WORTEL)):
        for kolom in range(
            1 if isinstance(model, QAbstractListModel) else model.columnCount(WORTEL)
        ):
            for rol in (
                *range(16),
                *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 8),
            ):
                yield str(model.index(rij, kolom).data(rol))


def _lek(wortel: QWidget) -> list[str]:
    QApplication.processEvents()
    return [tekst for tekst in _leesbaar(wortel) if MERK in tekst]


def _aan_tafel(mens: Kijker, stap: int) -> None:
    mens.werk.show_casus("wk48", "K-2601")
    mens.werk.casus.go_to(stap)


def _agenda_open(mens: Kijker) -> None:
    mens.werk.show_overleg("wk48")
    for casus in ("K-2601", "K-2602"):
        mens.werk.overleg.agenda.unfold(casus)


def _verzoek(mens: Kijker, welk: str) -> None:
    mens.werk.show_place("verzoeken")
    mens.werk.page(VerzoekenPage).list.choose(welk)


Gang = Callable[[Kijker], object]
GANGEN: dict[str, Gang] = {
    **{
        f"bladzij-{kind.__name__}": lambda mens, k=kind: mens.werk.show_page(mens.werk.page(k))
        for place in PLACES
        for kind in (place.page, *place.inner)
    },
    "dossier": lambda mens: mens.werk.show_dossier("K-2601"),
    "dossier-2": lambda mens: mens.werk.show_dossier("K-2602"),
    "overleg": lambda mens: mens.werk.show_overleg("wk48"),
    **{f"tafel-{stap}": lambda mens, s=stap: _aan_tafel(mens, s) for stap in range(6)},
    "zoek-of-doe": lambda mens: mens.werk.open_doe(),
    "wijzer": lambda mens: mens.venster.open_wijzer(),
    "agenda-open": _agenda_open,
    **{
        f"verzoek-{een}": lambda mens, e=een: _verzoek(mens, e)
        for een in ("later-inzage", "later-rectificatie", "later-beperking")
    },
    **{
        f"formulier-{naam}": lambda mens, n=naam: mens.werk.desk.open_act(
            n, {"casus": "K-2601", "overleg": "wk48"}
        )
        for naam in (*HANDELINGEN, *SCHERMHANDELINGEN)
    },
}


@pytest.fixture(scope="module")
def vensters(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, MainWindow]]:
    """Hetzelfde huis, bekeken door de FG en door de coördinator."""
    del qapp
    with (
        een_venster(NepDeuren(), tmp_path_factory.mktemp("fg")) as van_fg,
        een_venster(NepDeuren(), tmp_path_factory.mktemp("c")) as van_coordinator,
    ):
        made = {"fg": van_fg, "coordinator": van_coordinator}
        for rol, venster in made.items():
            venster.show_work(Session(_gemerkte_kluis(), gebruiker_met(rol), venster))
        yield made


def _ga(vensters: dict[str, MainWindow], rol: str, gang: str) -> list[str]:
    venster = vensters[rol]
    venster.activateWindow()
    gemaakt = GANGEN[gang](Kijker(venster, cast("Any", None)))
    gelekt = _lek(venster)
    if isinstance(gemaakt, QWidget) and gemaakt.isWindow():
        gelekt += _lek(gemaakt)
        if isinstance(gemaakt, ActDialog):
            gemaakt.close_now()
        else:
            gemaakt.close()
    return gelekt


@pytest.mark.parametrize("gang", GANGEN)
def test_de_fg_leest_nergens_wat_iemand_opschreef(
    vensters: dict[str, MainWindow], gang: str
) -> None:
    assert _ga(vensters, "fg", gang) == []


@pytest.mark.parametrize("gang", ["bladzij-CasussenPage", "dossier", "zoek-of-doe", "tafel-1"])
def test_een_ander_leest_het_nog_wel(vensters: dict[str, MainWindow], gang: str) -> None:
    """Anders bewijst de toets hierboven niets."""
    assert _ga(vensters, "coordinator", gang) != []


def test_een_sleutel_blijft_en_een_naam_gaat() -> None:
    mens = Betrokkene(casus="K-1", naam="Iemand Anders")
    assert zonder_inhoud(mens) == Betrokkene(casus="K-1", naam="")


def test_van_elke_gemerkte_waarde_blijft_voor_de_fg_geen_merk_over() -> None:
    opslag = _gemerkte_kluis().opslag
    assert isinstance(opslag, GeheugenOpslag)
    waarden = [cast("Waarde", w) for plank in opslag.waarden.values() for w in plank.values()]
    gemerkt = {type(waarde) for waarde in waarden if MERK in repr(waarde)}
    assert {Casus, Betrokkene, Klad, Professional} <= gemerkt
    assert [w for w in map(zonder_inhoud, waarden) if MERK in repr(w)] == []


def test_wie_geen_fg_is_leest_de_kluis_zelf() -> None:
    werkbank = een_verhaal()
    for rol in {*Gebruikersrol} - {Gebruikersrol.FG}:
        assert Session(werkbank, gebruiker_met(rol)).opslag is werkbank.opslag


def test_wie_een_klad_niet_mag_lezen_schrijft_er_ook_niet_overheen() -> None:
    werkbank = _gemerkte_kluis()
    voor = werkbank.opslag.zoek(Klad)
    sessie = Session(werkbank, gebruiker_met("fg"))
    assert sessie.keep_draft(_klad(Kladveld.INBRENG, ""))
    assert werkbank.opslag.zoek(Klad) == voor


def test_een_leeg_criterium_heet_voor_de_fg_niet_onvoldaan(
    vensters: dict[str, MainWindow],
) -> None:
    """Leeg betekent daar 'niet voldaan', en dat zou onwaar zijn."""
    venster = vensters["fg"]
    _ga(vensters, "fg", "dossier")
    teksten = [label.text() for label in venster.findChildren(QLabel)]
    assert any("In behandeling" in tekst for tekst in teksten)
    assert not any("Niet aan voldaan" in tekst for tekst in teksten)
