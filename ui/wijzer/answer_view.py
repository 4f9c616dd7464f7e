"""The answer of the grondslagwijzer on the screen: one line first, then cards to read."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets.layout import CARD_MARGIN, empty, framed, vertical
from ui.widgets.notice import announce
from ui.widgets.plain_label import PlainLabel
from ui.wijzer import words
from ui.wijzer.answer import Answer, Card, Section


class AnswerView(QWidget):
    """Nothing in it can be clicked: it is only to read, by eye or by ear."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(words.TITLE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._said = ""

    def wait(self) -> None:
        """Something is still to be chosen."""
        empty(self._column)
        self._said = ""
        self._column.addWidget(PlainLabel(words.NOTHING_YET, kind="soft"))
        self._column.addStretch(1)

    def show_answer(self, answer: Answer) -> None:
        """The answer in place of the last one; a screen reader hears how it begins."""
        empty(self._column)
        self._column.addWidget(PlainLabel(answer.asked, kind="strong"))
        for note in answer.notes:
            self._column.addWidget(PlainLabel(note))
        for section in answer.sections:
            self._add_section(section)
        self._column.addStretch(1)
        said = f"{answer.head}. {answer.asked}"
        if said != self._said:
            self._said = said
            announce(self, said)

    def _add_section(self, section: Section) -> None:
        self._column.addSpacing(8)
        head = [PlainLabel(section.title, kind="heading")]
        if section.explain:
            head.append(PlainLabel(section.explain, kind="soft"))
        self._column.addLayout(vertical(*head, gap=2))
        for card in section.cards:
            self._column.addWidget(_sheet(card))


def _sheet(card: Card) -> QFrame:
    items = [PlainLabel(card.title, kind="strong")]
    if card.text:
        items.append(PlainLabel(card.text))
    if card.label:
        items.append(PlainLabel(f"{card.label}:"))
    items += [
        PlainLabel(f"•  {point}" if len(card.points) > 1 or card.label else point)
        for point in card.points
    ]
    items += [PlainLabel(text) for text in card.more]
    if card.source:
        items.append(PlainLabel(card.source, kind="small"))
    return framed("card", vertical(*items, gap=4, margin=CARD_MARGIN))
