"""A sentence in the page itself: what is the matter and how to go on; the source on demand."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from casus_app.fouten import CasusFout
from ui.widgets.buttons import button
from ui.widgets.layout import horizontal, vertical
from ui.widgets.plain_label import PlainLabel, Tone

_SIGNS: dict[Tone, tuple[str, str]] = {
    "": ("", ""),
    "good": ("✓", "Gelukt"),
    "warn": ("▲", "Let op"),
    "bad": ("✕", "Niet gelukt"),
}
"""A shape for each tone, and its word."""


def announce(widget: QWidget, text: str) -> None:
    """Lets a screen reader say it, wherever the focus is (WCAG 4.1.3)."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Notice(QFrame):
    """Hidden until there is something to say; goes away by its button or by the next success.

    A page can have dozens that never speak, so what is in it is made when it first does.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self.hide()

    @cached_property
    def sentence(self) -> PlainLabel:
        """What is the matter and how to go on."""
        label = PlainLabel()
        label.setMinimumHeight(32)
        return label

    @cached_property
    def sign(self) -> PlainLabel:
        """Says the tone to who does not see the colour."""
        return PlainLabel(kind="strong", wrap=False)

    @cached_property
    def details(self) -> PlainLabel:
        """The source and the code, when asked for."""
        return PlainLabel(kind="small")

    @cached_property
    def _why(self) -> QPushButton:
        """Made with the whole line, when there is first something to say."""
        why = button(self.tr("Waarom?"), self._toggle_details, kind="quiet")
        close = button(
            self.tr("Sluiten"), self.clear, kind="quiet", name=self.tr("Melding sluiten")
        )
        line = horizontal(self.sign, self.sentence, why, close)
        line.setStretch(1, 1)
        self.setLayout(vertical(line, self.details, gap=4, margin=8))
        return why

    def show_fault(self, fault: CasusFout) -> None:
        """The sentence of a refusal or of a disk that does not cooperate."""
        code, source = getattr(fault, "code", ""), getattr(fault, "bron", "")
        parts = []
        if source:
            parts.append(self.tr("Bron: {source}.").format(source=source))
        if code:
            parts.append(self.tr("Code voor de FG: {code}.").format(code=code))
        self.say(fault.melding, tone="warn" if code else "bad", details=" ".join(parts))

    def say(self, text: str, *, tone: Tone = "", details: str = "") -> None:
        """Shows a sentence; `details` only when asked for."""
        why = self._why
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        mark, name = _SIGNS[tone]
        self.sign.setText(mark)
        self.sign.setAccessibleName(name)
        self.sign.set_tone(tone)
        self.sign.setVisible(bool(mark))
        self.sentence.setText(text)
        self.details.setText(details)
        self.details.hide()
        why.setVisible(bool(details))
        self.show()
        announce(self, text)

    def clear(self) -> None:
        """Nothing to say any more."""
        self.hide()

    def _toggle_details(self) -> None:
        self.details.setVisible(self.details.isHidden())


def settle() -> None:
    """Deletes what was put away with deleteLater, before something is drawn."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
