"""The one way to show text: always plain, so that what people typed is never read as markup."""

import re
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy  # noqa: TID251 (this is the factory)

_LONG_WORD = re.compile(r"(\S{24})(?=[^\s\u200b-\u200d\ufe0f])")
_BREAK = "\u200b"
"""A place where a line may end and that shows nothing: Qt only breaks between words."""

Kind = Literal["body", "title", "heading", "strong", "soft", "small", "tag"]
Tone = Literal["", "good", "warn", "bad"]


class PlainLabel(QLabel):
    """A label that shows its text as typed and wraps it."""

    def __init__(
        self, text: str = "", *, kind: Kind = "body", tone: Tone = "", wrap: bool = True
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        if kind == "tag":
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._said = ""
        self.setText(text)

    def setText(self, text: str, *, spoken: str = "") -> None:  # noqa: N802 (Qt's name)
        """Shows it; a word of a thousand letters goes on the next line instead of off the page.

        `spoken` is for a screen reader, where a sign or the place on the screen says the rest.
        """
        self._said = text
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
        shown = breakable(text) if self.wordWrap() else text
        super().setText(shown)

    def text(self) -> str:
        """What it says, as it was typed."""
        return self._said

    def set_tone(self, tone: Tone) -> None:
        """Another colour; the text says the same."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


def breakable(text: str) -> str:
    """The same text, in which a very long word may go on the next line."""
    return _LONG_WORD.sub(rf"\1{_BREAK}", text)


def literal(text: str) -> str:
    """Text of people for a button or a menu: an ampersand is an ampersand."""
    return text.replace("&", "&&")
