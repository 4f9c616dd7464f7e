"""Kleuren die te lezen zijn, in elk kleurenstel, en een letter die meegroeit."""

import re
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import appearance, icons, theme
from ui.appearance import AS_SYSTEM, Appearance
from ui.forms.editors import NumberEditor
from ui.places import PLACES
from ui.style import SHEET
from ui.theme import CONTRAST, DARK, LIGHT, SCHEMES, TEXT_SIZES, Look, Tokens

TEKST = {LIGHT.name: 4.5, DARK.name: 4.5, CONTRAST.name: 7.0}
VORM = 3.0
ICONEN = Path(__file__).parent.parent.parent / "resources" / "iconen"

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


@pytest.mark.parametrize("tokens", SCHEMES, ids=lambda tokens: tokens.name)
def test_elke_tekst_heeft_genoeg_contrast(tokens: Tokens) -> None:
    paren = [*product(OP_PAPIER, ACHTERGRONDEN), *SAMEN]
    te_zwak = {
        paar: round(contrast(getattr(tokens, paar[0]), getattr(tokens, paar[1])), 2)
        for paar in paren
        if contrast(getattr(tokens, paar[0]), getattr(tokens, paar[1])) < TEKST[tokens.name]
    }
    assert te_zwak == {}


@pytest.mark.parametrize("tokens", SCHEMES, ids=lambda tokens: tokens.name)
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

    for tokens in SCHEMES:
        theme.apply(qapp, Look(tokens))
        for pad in re.findall(r"url\((.*?)\)", theme.style_sheet(Look(tokens))):
            assert QFile.exists(pad), pad
    theme.apply(qapp, Look())


@pytest.mark.parametrize("tokens", SCHEMES, ids=lambda tokens: tokens.name)
def test_de_beeldjes_van_het_stijlblad_hebben_de_kleur_van_hun_stel(tokens: Tokens) -> None:
    """Een stijlblad kan een tekening niet kleuren: daar is per stel een bestand."""
    for naam, kleur in {"omlaag": tokens.ink_soft, "vinkje": tokens.ink_on_accent}.items():
        tekst = (ICONEN / f"{naam}-{tokens.name}.svg").read_text("utf-8")
        assert re.findall(r'stroke="(#\w+)"', tekst) == [kleur]


def test_elke_plaats_heeft_een_tekening_en_elke_tekening_neemt_de_kleur_over(
    qapp: QApplication,
) -> None:
    del qapp
    assert {plaats.name for plaats in PLACES} <= set(icons.names())
    for naam in icons.names():
        rood, blauw = (
            icons.icon(naam, QColor(kleur), QColor("lime"), 32, 1.0).pixmap(32).toImage()
            for kleur in ("red", "blue")
        )
        assert _kleuren(rood) == {"#ff0000"}, naam
        assert _kleuren(blauw) == {"#0000ff"}, naam


def _kleuren(beeld: QImage) -> set[str]:
    """Van de beeldpunten die helemaal gevuld zijn."""
    punten = (beeld.pixelColor(x, y) for x in range(beeld.width()) for y in range(beeld.height()))
    return {punt.name() for punt in punten if punt.alpha() == 255}


def test_de_keuze_blijft_en_zoals_de_computer_volgt_de_computer(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand = str(tmp_path / "venster.ini")
    uiterlijk = Appearance(qapp, QSettings(bestand, QSettings.Format.IniFormat))
    assert uiterlijk.choice == AS_SYSTEM
    uiterlijk.choose(CONTRAST.name)
    uiterlijk.set_percent(150)
    assert qapp.palette().window().color() == QColor(CONTRAST.paper)
    uiterlijk.settings.sync()
    later = Appearance(qapp, QSettings(bestand, QSettings.Format.IniFormat))
    assert later.look == Look(CONTRAST, 150)
    later.choose(AS_SYSTEM)
    assert later.settings.allKeys() == ["tekst"]
    monkeypatch.setattr(appearance, "of_the_system", lambda _hints: DARK)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert later.look.tokens == DARK
    assert qapp.palette().window().color() == QColor(DARK.paper)
    theme.apply(qapp, Look())


@pytest.mark.parametrize(
    ("contrast_", "kleur", "verwacht"),
    [
        (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Unknown, LIGHT),
        (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Dark, DARK),
        (Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Light, CONTRAST),
    ],
)
def test_wie_om_contrast_vraagt_krijgt_het(
    contrast_: Qt.ContrastPreference, kleur: Qt.ColorScheme, verwacht: Tokens
) -> None:
    wens = SimpleNamespace(contrastPreference=lambda: contrast_)
    hints = SimpleNamespace(accessibility=lambda: wens, colorScheme=lambda: kleur)
    assert appearance.of_the_system(hints) == verwacht


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
