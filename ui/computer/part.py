"""How this computer stands, what to ask of IT, and what the program cannot help against."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from casus_app.computer import Computer, Stand
from ui.computer import words
from ui.widgets.buttons import button
from ui.widgets.layout import CARD_MARGIN, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class ComputerPart(QFrame):
    """Stands wherever a page puts it; what to ask unfolds."""

    def __init__(self, computer: Computer) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.ask = button(words.ASK, self.unfold)
        self.question = holder(
            vertical(*(PlainLabel(f"• {line}") for line in words.question(computer)), gap=6)
        )
        self.question.hide()
        self.setLayout(
            vertical(
                PlainLabel(words.TITLE, kind="heading"),
                _row(computer.schijf, words.DISK[computer.schijf]),
                _row(computer.wissel, words.SWAP[computer.wissel]),
                horizontal(self.ask, None),
                self.question,
                PlainLabel(words.CANNOT_TITLE, kind="strong"),
                *(PlainLabel(f"• {line}", kind="soft") for line in words.CANNOT),
                margin=CARD_MARGIN,
            )
        )

    def unfold(self) -> None:
        """Shows the question for IT, or folds it."""
        self.question.setVisible(self.question.isHidden())


def _row(stand: Stand, sentence: str) -> QWidget:
    mark = PlainLabel(words.MARK[stand], kind="strong", wrap=False)
    row = horizontal(mark, PlainLabel(sentence))
    row.setStretch(1, 1)
    row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    return holder(row)
