"""The one way to show text: always plain, so that what people typed is never read as markup."""

from html import escape
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget  # noqa: TID251 (this is the factory)

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
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Another colour; the text says the same."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


def literal(text: str) -> str:
    """Text of people for a button or a menu: an ampersand is an ampersand."""
    return text.replace("&", "&&")


def set_tip(widget: QWidget, text: str) -> None:
    """A tooltip that shows its text as typed."""
    widget.setToolTip(f"<qt>{escape(text)}</qt>" if text else "")
