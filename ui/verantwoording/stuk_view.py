"""A paper on the screen: the same parts in the same words, to read before it is printed."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from casus_app.opmaak.stuk import (
    Alinea,
    Kaart,
    Kop,
    Lijst,
    Noot,
    Onderdeel,
    Stuk,
    Tabel,
    Uitspraak,
    Velden,
)
from ui.verantwoording.bar import Bar
from ui.widgets.layout import holder, vertical
from ui.widgets.plain_label import PlainLabel

_NAME_LETTERS = 20
_BULLET = "•"


def stuk_view(stuk: Stuk) -> QWidget:
    """The parts of this paper under each other; without what is printed around each page."""
    parts = [_part(part) for part in stuk.onderdelen]
    return holder(vertical(*parts, None, gap=10))


def _part(part: Onderdeel) -> QWidget:
    return _MADE[type(part)](part)


def _text(kind: str) -> Callable[[Any], QWidget]:
    return lambda part: PlainLabel(part.tekst, kind=kind)  # type: ignore[arg-type] # one of its kinds


def _list(part: Lijst) -> QWidget:
    return holder(vertical(*(PlainLabel(f"{_BULLET} {point}") for point in part.punten), gap=4))


def _fields(part: Velden) -> QWidget:
    return _rows([(f"{name}", text) for name, text in part.paren], (_NAME_LETTERS, 80))


def _card(part: Kaart) -> QWidget:
    title = PlainLabel(part.titel, kind="strong")
    return holder(vertical(title, PlainLabel(part.tekst), _fields(part.velden), gap=4))


def _table(part: Tabel) -> QWidget:
    return _rows(part.rijen, part.breedtes, part.koppen, part.staven)


def _rows(
    rows: Any,  # noqa: ANN401 - rows of texts, as a tuple or a list
    widths: tuple[int, ...],
    heads: tuple[str, ...] = (),
    bars: tuple[float, ...] = (),
) -> QWidget:
    """Cells under each other in columns; each cell says its column to a screen reader.

    A bar stands after the last cell; it says nothing that the cells do not say.
    """
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for column, width in enumerate(widths):
        grid.setColumnStretch(column, width)
    for column, head in enumerate(heads):
        grid.addWidget(PlainLabel(head, kind="small"), 0, column)
    for at, row in enumerate(rows, start=1):
        for column, text in enumerate(row):
            cell = PlainLabel(text, kind="soft" if not heads and column == 0 else "body")
            if heads:
                cell.setAccessibleName(f"{heads[column]}: {text}")
            cell.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(cell, at, column)
        if bars:
            grid.addWidget(Bar(bars[at - 1]), at, len(widths))
    if bars:
        grid.setColumnStretch(len(widths), sum(widths))
    return holder(grid)


_MADE: Mapping[type, Callable[[Any], QWidget]] = {
    Kop: _text("heading"),
    Alinea: _text("body"),
    Noot: _text("small"),
    Uitspraak: _text("strong"),
    Lijst: _list,
    Velden: _fields,
    Kaart: _card,
    Tabel: _table,
}
