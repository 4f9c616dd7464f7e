"""Wie niet ziet, niet muist of groot leest moet alles kunnen; elk scherm wordt nagelopen."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inbreng import AfspraakMaken, InbrengVastleggen
from tests.nep import GeheugenOpslag
from tests.ui.conftest import een_venster
from tests.ui.kijken import Kijker, onderdelen, zichtbaar
from tests.ui.nepdeuren import NepDeuren, een_verhaal
from tests.ui.test_toegang import ENVELOP, NOOR, SAM
from ui import theme
from ui.forms.act_dialog import ActDialog
from ui.kluis.confirm_dialog import ConfirmDialog
from ui.kluis.recovery_dialog import RecoveryDialog
from ui.kluis.restore_dialog import RestoreDialog
from ui.main_window import MainWindow
from ui.pages.overview_page import OverviewPage
from ui.places import PLACES
from ui.rendering.kluis import staat
from ui.rendering.vraagkaart import ask
from ui.theme import LIGHT, SCHEMES, TARGET, Look
from ui.widgets.row_button import RowButton

SCHIKKEN = 5_000
"""Zolang mag een bladzij erover doen om zich te schikken, in milliseconden."""
ALLES = {**HANDELINGEN, **SCHERMHANDELINGEN}
Gang = Callable[[Kijker], QWidget]


def _leg_op_tafel(mens: Kijker) -> None:
    sessie = mens.sessie
    sessie.perform(
        BesprekingOpenen(
            overleg="wk48", casus="K-2601", aanwezig=("voorzitter", "wijkagent", "wmo")
        )
    )
    sessie.perform(
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
        )
    )
    sessie.perform(
        AfspraakMaken(
            id="a1",
            overleg="wk48",
            casus="K-2601",
            uitvoerder="wmo",
            wat="Langsgaan.",
            uiterlijk=sessie.vandaag(),
        )
    )


def _stap(nummer: int) -> Gang:
    def ga(mens: Kijker) -> QWidget:
        _leg_op_tafel(mens)
        mens.werk.show_casus("wk48", "K-2601")
        mens.werk.casus.go_to(nummer)
        return mens.venster

    return ga


def _regel(nummer: int, toetsen: str) -> Gang:
    """De invoerregel nadat iemand deze toetsen typte."""

    def ga(mens: Kijker) -> QWidget:
        venster = _stap(nummer)(mens)
        regel = mens.werk.casus.line
        QTest.keyClicks((regel.stamp if nummer == 1 else regel.afspraak).edit, toetsen)
        return venster

    return ga


def _pagina(ga: Callable[[Kijker], object]) -> Gang:
    def doe(mens: Kijker) -> QWidget:
        ga(mens)
        return mens.venster

    return doe


SCHERMEN: dict[str, Gang] = {
    **{
        f"plaats-{plaats.name}": _pagina(lambda mens, p=plaats.name: mens.werk.show_place(p))
        for plaats in PLACES
    },
    "overleg": _pagina(lambda mens: mens.werk.show_overleg("wk48")),
    "stoelen": _pagina(lambda mens: _stoelen(mens, "")),
    "stoel-geven": _pagina(lambda mens: _stoelen(mens, "nieuw", "politie")),
    "vraagkaart-stellen": _pagina(lambda mens: _stoelen(mens, "kaart", "politie")),
    "stoel-vragen": _pagina(lambda mens: _stoelen(mens, "mens", "leefbaar")),
    "overleg-plannen": _pagina(
        lambda mens: (mens.werk.show_overview(), mens.werk.page(OverviewPage).plan())
    ),
    "tafelindeling": _pagina(
        lambda mens: (mens.werk.show_overleg("wk48"), mens.werk.overleg.switch())
    ),
    "pauze": _pagina(
        lambda mens: (
            mens.werk.show_overleg("wk48"),
            mens.werk.overleg.switch(),
            mens.werk.overleg.tafelindeling.ask_pause(),
        )
    ),
    "uitnodigen": _pagina(
        lambda mens: (mens.werk.show_overleg("wk48"), mens.werk.overleg.invite())
    ),
    **{
        f"verantwoording-{tab}": _pagina(
            lambda mens, tab=tab: (
                mens.werk.show_verantwoording(),
                mens.werk.verantwoording.tabs.setCurrentIndex(tab),
            )
        )
        for tab in range(4)
    },
    **{
        f"kluis-{deel}": lambda mens, d=deel: _kluis(mens, d)
        for deel in ("reservekopieen", "controle", "rechten")
    },
    "kluis-nog-eens-wachtzin": lambda mens: _nog_eens(mens),  # noqa: PLW0108 (idem)
    "kluis-herstelsleutel": lambda mens: _herstelsleutel(mens),  # noqa: PLW0108 (idem)
    "kluis-terugzetten": lambda mens: _terugzetten(mens),  # noqa: PLW0108 (staat hieronder pas)
    "dossier": _pagina(lambda mens: mens.werk.show_dossier("K-2601")),
    "dossier-formulieren": lambda mens: _open_alles(mens),  # noqa: PLW0108 (staat hieronder pas)
    "deur-dicht": _pagina(lambda mens: mens.werk.show_casus("wk48", "K-2602")),
    "deur": _stap(0),
    "beeld": _stap(1),
    "invoerregel-soort": _regel(1, "2"),
    "invoerregel-woorden": _regel(1, "2pDirk belde zelf"),
    "invoerregel-afspraak": _regel(3, "contact houden"),
    "oordeel": _stap(2),
    "besluit": _stap(3),
    "meenemen": _stap(4),
    "sluiten": _stap(5),
    "zoek-of-doe": lambda mens: mens.werk.open_doe(),
    "wijzer": lambda mens: mens.venster.open_wijzer(),
    "toetsen": lambda mens: mens.venster.open_keys(),
    "kluis-openen": _pagina(lambda mens: _dicht(mens, making=False)),
    "kluis-maken": _pagina(lambda mens: _dicht(mens, making=True)),
    "vraagkaart-antwoord": lambda mens: _antwoord(mens, secret=False),
    "vraagkaart-antwoord-geheim": lambda mens: _antwoord(mens, secret=True),
    **{
        f"formulier-{handeling}": lambda mens, h=handeling: mens.werk.desk.open_act(h)
        for handeling in ALLES
    },
}


def _kluis(mens: Kijker, deel: str) -> QWidget:
    """Een echte kluis waar van alles te zien is, ook iets wat niet klopt."""
    mens.sessie.werkbank.oefening = False
    opslag = mens.sessie.werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    opslag.toegangen = [NOOR, SAM, ENVELOP]
    mens.werk.show_kluis(deel)
    goed = staat(mens.sessie.werkbank.klok.nu(), 80)
    mis = replace(goed.ankers[0], nr=90, moment=None, past=False)
    mens.werk.kluis.show_state(replace(goed, ankers=(mis, goed.ankers[1]), melding="Mis."))
    return mens.venster


def _herstelsleutel(mens: Kijker) -> QWidget:
    dialoog = RecoveryDialog(NepDeuren(), mens.venster.unlock_page.place, mens.venster)
    dialoog.submit()
    dialoog.open()
    return dialoog


def _nog_eens(mens: Kijker) -> QWidget:
    dialoog = ConfirmDialog("Casus vernietigen", lambda _getypt: None, bool, mens.venster)
    dialoog.open()
    return dialoog


def _terugzetten(mens: Kijker) -> QWidget:
    nu = mens.sessie.werkbank.klok.nu()
    plaats = mens.venster.unlock_page.place
    deuren = NepDeuren()
    deuren.liggen[plaats] = staat(nu, 80).kopieen
    dialoog = RestoreDialog(deuren, plaats, mens.sessie.vandaag(), mens.venster, 80)
    dialoog.open()
    return dialoog


def _open_alles(mens: Kijker) -> QWidget:
    """Elk formulier van het dossier tegelijk, met een weigering erbij."""
    mens.werk.show_dossier("K-2601")
    dossier = mens.werk.dossier
    dossier.weging.begin()
    dossier.informering.begin_uitstellen()
    dossier.toestemmingen.begin()
    dossier.kring.begin()
    for deel in dossier.parts:
        if deel.form is not None:
            deel.form.submit()
    return mens.venster


def _antwoord(mens: Kijker, *, secret: bool) -> QWidget:
    kaart = ask(mens.sessie, secret=secret)
    assert kaart is not None
    return mens.werk.desk.open_act("vraagkaart.beantwoorden", {"vraagkaart": kaart.id})


def _stoelen(mens: Kijker, *kies: str) -> None:
    """De stoelen van K-2602, met zo nodig iets of iemand al gekozen."""
    mens.werk.show_overleg("wk48")
    mens.werk.overleg.agenda.unfold("K-2602")
    panel = mens.werk.overleg.agenda.cards["K-2602"].panel
    assert panel is not None
    if any(kies):
        panel.finder.taken.emit(":".join(kies))


def _dicht(mens: Kijker, *, making: bool) -> None:
    """Er zijn meer mensen die erin kunnen, en er is een envelop."""
    mens.sessie.lock()
    mens.venster.unlock_page.who.offer([NOOR, SAM, ENVELOP])
    mens.venster.unlock_page.lost_button.show()
    mens.venster.unlock_page.show_make(making=making)


@pytest.fixture(scope="module", params=sorted(SCHERMEN))
def scherm(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[QWidget]:
    """Elk scherm wordt één keer gemaakt, en daarna van alle kanten bekeken."""
    del qapp
    with een_venster(NepDeuren(), tmp_path_factory.mktemp("kluis")) as venster:
        venster.enter(een_verhaal())
        mens = Kijker(venster, cast("QtBot", None))
        widget = SCHERMEN[request.param](mens)
        QApplication.processEvents()
        yield widget
        if isinstance(widget, ActDialog):
            widget.close_now()


@pytest.fixture(autouse=True)
def _gewoon_uiterlijk() -> Iterator[None]:
    yield
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look())


def test_alles_wat_de_focus_kan_krijgen_heeft_een_naam(scherm: QWidget) -> None:
    naamloos = [
        str(deel.object())
        for deel in onderdelen(scherm)
        if deel.state().focusable
        and not deel.state().invisible
        and not deel.text(QAccessible.Text.Name).strip()
    ]
    assert naamloos == []


def test_elk_doel_is_minstens_32_beeldpunten_hoog(scherm: QWidget) -> None:
    laag = [
        (widget.accessibleName() or getattr(widget, "text", str)(), widget.height())
        for soort in (QAbstractButton, QComboBox, QLineEdit)
        for widget in zichtbaar(scherm, soort)
        if widget.height() < TARGET and not isinstance(widget.parent(), QComboBox | QMenuBar)
    ]
    assert laag == []


def test_alles_is_met_tab_te_bereiken_en_weer_te_verlaten(scherm: QWidget, qtbot: QtBot) -> None:
    verwacht = {
        widget
        for widget in zichtbaar(scherm, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
    }
    if not verwacht:
        return
    # Van de laatste af: een kring zonder uitweg zou anders alleen soms opvallen.
    laatste = max(verwacht, key=lambda w: (w.mapToGlobal(w.rect().center()).y(), id(w)))
    laatste.setFocus()
    bereikt: set[QWidget] = set()
    for _ in range(len(verwacht) * 2 + 4):
        nu = QApplication.focusWidget()
        if nu is None:
            break
        bereikt.add(nu)
        qtbot.keyClick(nu, Qt.Key.Key_Tab)
    # Een groep keuzerondjes is één halte; daarbinnen gaan de pijlen.
    haltes = {r.group() for r in bereikt if isinstance(r, QRadioButton)}
    gemist = {
        str(w.accessibleName() or w)
        for w in verwacht - bereikt
        if not (isinstance(w, QRadioButton) and w.group() in haltes)
    }
    assert gemist == set()


def test_elke_alt_letter_is_van_een(scherm: QWidget) -> None:
    """Twee keer dezelfde letter betekent: geen van beide doet het."""
    opschriften = [
        knop.text()
        for soort in (QPushButton, QCheckBox)
        for knop in zichtbaar(scherm, soort)
        if knop.isEnabled()
    ]
    if isinstance(scherm, MainWindow):
        opschriften += [menu.text() for menu in scherm.menuBar().actions()]
    letters = Counter(
        QKeySequence.mnemonic(opschrift).toString()
        for opschrift in opschriften
        if not QKeySequence.mnemonic(opschrift).isEmpty()
    )
    assert {letter for letter, aantal in letters.items() if aantal > 1} == set()


@pytest.mark.parametrize("procent", [100, 200])
def test_op_1280_bij_720_is_er_geen_schuifbalk_opzij_en_valt_er_niets_buiten(
    scherm: QWidget, procent: int, qtbot: QtBot
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look(LIGHT, procent))
    venster = scherm if isinstance(scherm, MainWindow) else scherm.parentWidget()
    assert isinstance(venster, MainWindow)
    venster.resize(1280, 720)
    # Wat smaller wordt, wordt hoger: een bladzij schikt zich in een paar keer.
    keren = iter(range(4))
    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(
            lambda: next(keren, None) is None and not list(_afgesneden(scherm)), timeout=SCHIKKEN
        )
    assert venster.width() == 1280
    balken = [
        balk
        for balk in zichtbaar(scherm, QScrollBar)
        if balk.orientation() is Qt.Orientation.Horizontal and balk.maximum() > 0
    ]
    assert balken == []
    buiten = [
        (area.accessibleName(), inside.width(), area.viewport().width())
        for area in zichtbaar(scherm, QScrollArea)
        if (inside := area.widget()) is not None and inside.width() > area.viewport().width()
    ]
    assert buiten == []
    assert list(_afgesneden(scherm)) == []


def _afgesneden(scherm: QWidget) -> Iterator[str]:
    """Knoppen waarvan de tekst niet past, en onderdelen die buiten hun blad vallen."""
    for soort in (QPushButton, QLabel, QLineEdit, QComboBox):
        for widget in zichtbaar(scherm, soort):
            ouder = widget.parentWidget()
            if ouder is None or isinstance(ouder, QComboBox):
                continue
            wie = f"{widget.accessibleName() or getattr(widget, 'text', str)()}"[:60]
            if not ouder.rect().contains(widget.geometry()):
                yield f"buiten: {wie} {widget.geometry()} {ouder.rect()}"
            row = isinstance(widget, RowButton) or not isinstance(widget, QPushButton)
            if not row and widget.width() < widget.sizeHint().width():
                yield f"te smal: {wie}"
            if isinstance(widget, QLabel) and widget.height() < widget.heightForWidth(
                widget.width()
            ):
                yield f"te laag: {wie}"


def test_de_focus_is_te_zien(scherm: QWidget) -> None:
    """Met en zonder focus ziet elk onderdeel er anders uit, in elk kleurenstel."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    onzichtbaar = []
    # Formulieren bestaan uit dezelfde onderdelen als de schermen: één kleur is genoeg.
    for tokens in SCHEMES if isinstance(scherm, MainWindow) else (LIGHT,):
        theme.apply(app, Look(tokens))
        QApplication.processEvents()
        for widget in _te_kiezen(scherm)[:12]:
            widget.setFocus()
            met = widget.grab().toImage()
            widget.clearFocus()
            if met == widget.grab().toImage():
                onzichtbaar.append(f"{tokens.name}: {widget.accessibleName() or widget}")
    assert onzichtbaar == []


def _te_kiezen(scherm: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in zichtbaar(scherm, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget, QAbstractScrollArea)
        and not isinstance(widget.parent(), QComboBox)
    ]


def test_lopen_door_de_schermen_opent_geen_los_venster(
    kijker: Kijker, venster: MainWindow
) -> None:
    for ga in (
        kijker.werk.show_overview,
        kijker.werk.show_casussen,
        lambda: kijker.werk.show_overleg("wk48"),
        lambda: kijker.werk.show_casus("wk48", "K-2601"),
    ):
        ga()
        QApplication.processEvents()
        assert venster.isActiveWindow()
