"""One gegeven as it lies on the table: by whom, what, the words, the stamp, and where it goes."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QFrame

from casus_app.domein.inbreng import Lot
from ui.texts import word
from ui.widgets.buttons import button
from ui.widgets.layout import horizontal, vertical
from ui.widgets.plain_label import PlainLabel, Tone

STAMP = "▣"
"""On paper a stamp; a screen reader says only who it is."""
_TONES: dict[Lot, Tone] = {Lot.MEE: "good", Lot.ONBESLIST: "warn"}


class Said(NamedTuple):
    """Everything that a row shows, in words; what is empty is not shown."""

    inbreng: str
    by: str
    what: str
    kern: str
    crossed: str
    stamp: str
    taken: str
    lot: Lot
    strike: str
    """What the button is called that takes it away; empty when that cannot be any more."""


class LyingRow(QFrame):
    """Can say something else later: that is quicker than making another row."""

    def __init__(self, strike: Callable[[str], object], said: Said) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.said = said
        self._by, self._what = PlainLabel(kind="strong"), PlainLabel()
        self._kern, self._crossed = PlainLabel(), PlainLabel(kind="small")
        self._stamp, self._taken = PlainLabel(kind="small"), PlainLabel(kind="small")
        self._tag = PlainLabel(kind="tag", wrap=False)
        self._strike = button(
            self.tr("Te veel gedeeld…"), lambda: strike(self.said.inbreng), kind="quiet"
        )
        texts = (self._by, self._what, self._kern, self._crossed, self._stamp, self._taken)
        line = horizontal(self._tag, None, self._strike)
        layout = vertical(*texts, line, gap=2)
        layout.setContentsMargins(12, 8, 12, 8)
        self.setLayout(layout)
        self.say(said)

    def say(self, said: Said) -> None:
        """What it shows from now on; nothing of before is left."""
        self.said = said
        self._by.setText(f"{STAMP} {said.by}", spoken=said.by)
        for label, text in (
            (self._what, said.what),
            (self._kern, said.kern),
            (self._crossed, said.crossed),
            (self._stamp, said.stamp),
            (self._taken, said.taken),
        ):
            label.setText(text)
            label.setHidden(not text)
        self._tag.setText(word(said.lot))
        self._tag.set_tone(_TONES.get(said.lot, ""))
        self._strike.setAccessibleName(said.strike)
        self._strike.setHidden(not said.strike)
