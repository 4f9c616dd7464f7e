"""The look in one place: tokens, and from them a palette, a typeface and a short style sheet."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from ui.style import SHEET

TEXT_SIZES = (90, 100, 115, 130, 150, 175, 200)
"""Text sizes of the whole program, in percent."""

_RESOURCES = Path(__file__).parent.parent / "resources"
"""Found beside us: asking `importlib.resources` would cost a tenth of the start."""

FAMILY = "Noto Sans"
BASE_POINTS = 11
TARGET = 32
"""Nothing to click is lower than this, in pixels (WCAG 2.5.8 asks 24)."""
TABLE_POINTS = 12
"""No text at the table is smaller than this."""
TABLE_TARGET = 44
"""Nothing to click at the table is lower than this, in pixels."""


class Tokens(NamedTuple):
    """The colours of one scheme. `tests/ui/test_uiterlijk.py` checks their contrast."""

    name: str
    paper: str
    sheet: str
    ink: str
    ink_soft: str
    line: str
    hairline: str
    accent: str
    ink_on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str


LIGHT = Tokens(
    name="licht",
    paper="#f6f3eb",
    sheet="#fffdf8",
    ink="#1c2530",
    ink_soft="#535d68",
    line="#857f70",
    hairline="#ddd7c8",
    accent="#1d5778",
    ink_on_accent="#ffffff",
    accent_soft="#e2edf3",
    good="#2a6537",
    good_soft="#e6f1e4",
    warn="#7a4f00",
    warn_soft="#faeed3",
    bad="#9c2b25",
    bad_soft="#fae7e3",
)
DARK = Tokens(
    name="donker",
    paper="#15181c",
    sheet="#1e2227",
    ink="#ebe6da",
    ink_soft="#b3b0a6",
    line="#7f858d",
    hairline="#353b42",
    accent="#8fc2df",
    ink_on_accent="#0e1a22",
    accent_soft="#23384a",
    good="#8fcc99",
    good_soft="#1e3324",
    warn="#e4b65f",
    warn_soft="#3a2e14",
    bad="#f19d93",
    bad_soft="#41221f",
)

CONTRAST = Tokens(
    name="contrast",
    paper="#000000",
    sheet="#0b0b0b",
    ink="#ffffff",
    ink_soft="#e6e6e6",
    line="#ffffff",
    hairline="#8a8a8a",
    accent="#ffd83d",
    ink_on_accent="#000000",
    accent_soft="#3d3300",
    good="#8df09a",
    good_soft="#0d2f12",
    warn="#ffc14d",
    warn_soft="#3a2600",
    bad="#ffb3ab",
    bad_soft="#4a0f0a",
)
"""Every text at least 7:1 (WCAG 1.4.6), and no line that is only a hint."""

SCHEMES = (LIGHT, DARK, CONTRAST)


class Look(NamedTuple):
    """What the user chose: a scheme and a text size in percent."""

    tokens: Tokens = LIGHT
    percent: int = 100


def load_typeface() -> None:
    """Makes the shipped typeface known; without it the font of the system stays."""
    for weight in ("Regular", "Bold"):
        file = _RESOURCES / "lettertype" / f"NotoSans-{weight}.ttf"
        if file.exists():
            QFontDatabase.addApplicationFont(str(file))


def prepare(app: QApplication, look: Look) -> None:
    """The part of the look that is inherited; enough while a window is being built.

    Every time a widget gets a parent, a style sheet is worked out again for all that is in it. So
    the first window is built without one: that saves a third of the start.
    """
    if app.font() != typeface(look):
        app.setFont(typeface(look))
    if app.palette() != palette(look.tokens):
        app.setPalette(palette(look.tokens))


def apply(app: QApplication, look: Look) -> None:
    """Gives the whole program this look."""
    QDir.setSearchPaths("iconen", [str(_RESOURCES / "iconen")])
    prepare(app, look)
    sheet = style_sheet(look)
    if app.styleSheet() != sheet:  # each of these goes through every widget there is
        with _nothing_collected():
            app.setStyleSheet(sheet)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Qt goes through a list of widgets here and calls us for each; a widget that Python throws
    away meanwhile is still in that list, and the program stops.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def shown(palette: QPalette) -> Tokens:
    """The scheme somebody who paints is painting in."""
    paper = palette.color(QPalette.ColorRole.Window)
    return next((tokens for tokens in SCHEMES if QColor(tokens.paper) == paper), LIGHT)


def typeface(look: Look) -> QFont:
    """The shipped typeface at this text size."""
    font = QFont(FAMILY)
    font.setPointSizeF(BASE_POINTS * look.percent / 100)
    return font


def palette(tokens: Tokens) -> QPalette:
    """The tokens in the roles that Fusion draws with."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, colour in {
        role.Window: tokens.paper,
        role.WindowText: tokens.ink,
        role.Base: tokens.sheet,
        role.AlternateBase: tokens.paper,
        role.Text: tokens.ink,
        role.Button: tokens.sheet,
        role.ButtonText: tokens.ink,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.sheet,
        role.PlaceholderText: tokens.ink_soft,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.ink_on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.Light: tokens.sheet,
        role.Midlight: tokens.hairline,
        role.Mid: tokens.line,
        role.Dark: tokens.line,
        role.Shadow: tokens.ink_soft,
    }.items():
        made.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.ink_soft))
    return made


def style_sheet(look: Look) -> str:
    """The few things a palette cannot say; sizes follow the text size."""
    font = typeface(look)
    points = font.pointSizeF()
    # A height of its own would let a layout squeeze the text; room around the text does not.
    table = points * TABLE_POINTS / BASE_POINTS
    line = QFontMetrics(font).height() * TABLE_POINTS / BASE_POINTS
    pad = max(5, ceil((TARGET - 2 - QFontMetrics(font).height()) / 2))
    return Template(SHEET).substitute(
        **look.tokens._asdict(),
        target=TARGET,
        target_inner=TARGET - 8,
        pad=pad,
        pad_focus=pad - 1,
        pad_thick=pad - 2,
        table=f"{table:.2f}",
        table_target=ceil(max(TABLE_TARGET - 2 - 2 * pad, line)),
        table_high=ceil(max(TABLE_TARGET, line)),
        small=f"{points * 0.9:.2f}",
        large=f"{points * 1.22:.2f}",
        title=f"{points * 1.65:.2f}",
    )
