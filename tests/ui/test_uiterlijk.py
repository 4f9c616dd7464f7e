"""Kleuren die te lezen zijn, licht en donker, en een letter die meegroeit."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.forms.editors import NumberEditor
from ui.style import SHEET
from ui.theme import DARK, LIGHT, TEXT_SIZES, Look, Tokens

TEKST = 4.5
VORM = 3.0

OP_PAPIER = ("ink", "ink_soft", "accent", "good", "warn", "bad")
ACHTERGRONDEN = ("paper", "sheet")
SAMEN = (
    ("ink_on_accent", "accent"),
    ("ink", "accent_soft"),
    ("accent", "accent_soft"),
    ("good", "good_soft"),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("ink", "warn_soft"),
    ("ink", "bad_soft"),
    ("sheet", "ink"),
)
VORMEN = tuple(product(("line", "accent"), ACHTERGRONDEN))


def helderheid(kleur: str) -> float:
    """Relatieve helderheid zoals WCAG 2.2 die uitrekent."""

    def recht(deel: float) -> float:
        return deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4

    c = QColor(kleur)
    return 0.2126 * recht(c.redF()) + 0.7152 * recht(c.greenF()) + 0.0722 * recht(c.blueF())


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def test_de_rekenwijze_klopt_met_wit_op_zwart() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_elke_tekst_heeft_genoeg_contrast(tokens: Tokens) -> None:
    paren = [*product(OP_PAPIER, ACHTERGRONDEN), *SAMEN]
    te_zwak = {
        paar: round(contrast(getattr(tokens, paar[0]), getattr(tokens, paar[1])), 2)
        for paar in paren
        if contrast(getattr(tokens, paar[0]), getattr(tokens, paar[1])) < TEKST
    }
    assert te_zwak == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_elke_rand_die_iets_betekent_heeft_genoeg_contrast(tokens: Tokens) -> None:
    te_zwak = {
        paar: round(contrast(getattr(tokens, paar[0]), getattr(tokens, paar[1])), 2)
        for paar in VORMEN
        if contrast(getattr(tokens, paar[0]), getattr(tokens, paar[1])) < VORM
    }
    assert te_zwak == {}


def test_het_stijlblad_gebruikt_alleen_kleuren_uit_de_tokens() -> None:
    assert (
        re.findall(r"#[0-9a-fA-F]{3,8}\b", SHEET.replace("#inside", "").replace("#tafel", ""))
        == []
    )
    gebruikt = set(re.findall(r"\$\{?(\w+)", SHEET)) - {
        "name",
        "target",
        "target_inner",
        "pad",
        "pad_focus",
        "pad_thick",
        "small",
        "large",
        "title",
        "table",
        "table_target",
        "table_high",
    }
    assert gebruikt <= set(Tokens._fields)


def test_de_meegeleverde_letter_staat_op_het_scherm(qapp: QApplication) -> None:
    theme.apply(qapp, Look())
    assert QFontInfo(qapp.font()).family() == "Noto Sans"


@pytest.mark.parametrize("procent", TEXT_SIZES)
def test_de_hele_tekst_groeit_mee(qapp: QApplication, procent: int) -> None:
    theme.apply(qapp, Look(LIGHT, procent))
    assert qapp.font().pointSizeF() == pytest.approx(11 * procent / 100)
    theme.apply(qapp, Look())


def test_elk_beeldje_van_het_stijlblad_bestaat(qapp: QApplication) -> None:
    from PySide6.QtCore import QFile

    for tokens in (LIGHT, DARK):
        theme.apply(qapp, Look(tokens))
        for pad in re.findall(r"url\((.*?)\)", theme.style_sheet(Look(tokens))):
            assert QFile.exists(pad), pad
    theme.apply(qapp, Look())


def test_een_getal_staat_in_zijn_vak(qtbot: QtBot) -> None:
    """Het getal stond er wel, maar buiten beeld: alleen op een plaatje was dat te zien."""
    veld = NumberEditor("Bewaartermijn", "maanden")
    qtbot.addWidget(veld)
    veld.show()
    beelden = []
    for getal in (60, 28):
        veld.set_value(getal)
        beelden.append(veld.edit.grab().toImage().copy(10, 0, 90, veld.edit.height()))
    assert beelden[0] != beelden[1]
