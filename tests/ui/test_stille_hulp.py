"""De stille hulp bij een veld: zij zegt iets, houdt niets tegen, en één toets neemt het over."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from benchmarks.hulp import verzonnen_kijker
from ui.widgets.quiet_help import QuietHelp

KIJKER = verzonnen_kijker()


_OPEN: list[QWidget] = []
"""qtbot onthoudt een venster zwak; hier blijft het zolang de toets duurt."""


@pytest.fixture(autouse=True)
def _opruimen() -> Iterator[None]:
    yield
    _OPEN.clear()


def _opzet(qtbot: QtBot, edit: QPlainTextEdit | QLineEdit) -> QuietHelp:
    doos = QWidget()
    qtbot.addWidget(doos)
    _OPEN.append(doos)
    edit.setAccessibleName("Kern")
    hulp = QuietHelp(edit, KIJKER.kijk)
    indeling = QVBoxLayout(doos)
    indeling.addWidget(edit)
    indeling.addWidget(hulp)
    doos.resize(600, 200)
    doos.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return hulp


def _tekst(edit: QPlainTextEdit | QLineEdit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


@pytest.fixture(params=[QPlainTextEdit, QLineEdit])
def veld(request: pytest.FixtureRequest, qtbot: QtBot) -> QPlainTextEdit | QLineEdit:
    edit: QPlainTextEdit | QLineEdit = request.param()
    return edit


def test_zonder_vondst_is_er_niets_te_zien(qtbot: QtBot, veld: QLineEdit) -> None:
    hulp = _opzet(qtbot, veld)
    qtbot.keyClicks(veld, "vier keer gebeld in de nacht")
    assert hulp.isHidden()
    assert veld.accessibleDescription() == ""


def test_een_vondst_zegt_haar_zin_en_een_toets_neemt_het_voorstel_over(
    qtbot: QtBot, veld: QLineEdit
) -> None:
    hulp = _opzet(qtbot, veld)
    qtbot.keyClicks(veld, "gisteren belde Ilias zelf")
    assert "schrijf 'betrokkene'" in hulp.sentence.text()
    assert hulp.sentence.text().startswith("◆ Ilias: ")
    assert "Voorstel: betrokkene" in veld.accessibleDescription()
    qtbot.keyClick(veld, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert _tekst(veld) == "gisteren belde betrokkene zelf"
    assert hulp.isHidden()
    veld.undo()
    assert _tekst(veld) == "gisteren belde Ilias zelf"


def test_doortypen_vervangt_de_vraag(qtbot: QtBot, veld: QLineEdit) -> None:
    _opzet(qtbot, veld)
    qtbot.keyClicks(veld, "was agressief")
    qtbot.keyClick(veld, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(veld, "gooide een stoel")
    assert _tekst(veld) == "was gooide een stoel"


def test_het_houdt_niets_tegen(qtbot: QtBot, veld: QLineEdit) -> None:
    _opzet(qtbot, veld)
    qtbot.keyClicks(veld, "agressief en 999925805")
    assert _tekst(veld) == "agressief en 999925805"


def test_de_knop_doet_hetzelfde_als_de_toets(qtbot: QtBot, veld: QLineEdit) -> None:
    hulp = _opzet(qtbot, veld)
    qtbot.keyClicks(veld, "nummer 999925805 staat erop")
    qtbot.mouseClick(hulp.accept, Qt.MouseButton.LeftButton)
    assert _tekst(veld) == "nummer staat erop"


def test_na_een_emoji_staat_de_golf_onder_het_woord(qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    _opzet(qtbot, edit)
    edit.setPlainText("\U0001f600 lui")
    gemerkt = [
        stuk
        for stuk in edit.document().firstBlock().layout().formats()
        if stuk.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    ]
    assert [(stuk.start, stuk.length) for stuk in gemerkt] == [(3, 3)]
    edit.selectAll()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert edit.toPlainText().startswith("\U0001f600 [")


def test_alleen_de_alinea_van_de_cursor_verandert(qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    _opzet(qtbot, edit)
    edit.setPlainText("eerst was het lui\nzij belde Fatma\ndaarna lastig")
    cursor = edit.textCursor()
    cursor.setPosition(24)
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert edit.toPlainText() == "eerst was het lui\nzij belde de moeder\ndaarna lastig"
