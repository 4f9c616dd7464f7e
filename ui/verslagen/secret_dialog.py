"""The wachtzin of each protected paper, one recipient at a time, and never again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from casus_app.domein.uitgifte import Uitgifte
from ui import reading
from ui.messages import Question
from ui.widgets.buttons import button
from ui.widgets.layout import framed, horizontal, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

if TYPE_CHECKING:
    from casus_app.werkbank import Uitkomst
    from ui.desk import Desk
    from ui.session import Session


class Secret(NamedTuple):
    """For whom, and with which words it opens."""

    who: str
    paper: str
    wachtzin: str


def secrets_of(session: "Session", made: Sequence["Uitkomst"]) -> list[Secret]:
    """Whose wachtzin it is, by the register that was written with the paper."""
    found = []
    for outcome in made:
        uitgiften = [stap.na for stap in outcome.wijzigingen if isinstance(stap.na, Uitgifte)]
        who = reading.wie(session, uitgiften[0].ontvanger) if uitgiften else "–"
        found.append(Secret(who, outcome.papieren[0].naam, str(outcome.antwoord["wachtzin"])))
    return found


class SecretDialog(ReadingOrder, QDialog):
    """Nothing of it is kept: not in the kluis, not on the clipboard, not in a file."""

    def __init__(
        self, desk: "Desk", secrets: Sequence[Secret], parent: QWidget, explain: str = ""
    ) -> None:
        """`explain` says otherwise what to do with it; it begins as being about papers."""
        super().__init__(parent)
        self._desk = desk
        self._secrets = list(secrets)
        self._at = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Wachtzin"))
        self.count = PlainLabel(kind="small")
        self.who = PlainLabel(kind="heading")
        self.paper = PlainLabel(kind="soft")
        self.words = PlainLabel(kind="title")
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.explain = PlainLabel(
            explain
            or self.tr(
                "Schrijf deze vijf woorden op, of bel ze door. Stuur ze niet samen met het "
                "papier. Hierna is de wachtzin weg; wie hem kwijt is, krijgt een nieuw papier."
            )
        )
        self.next_button = button("", self.go_on, kind="primary")
        self.setLayout(
            vertical(
                vertical(self.count, self.who, self.paper, gap=2),
                framed("card", vertical(self.words, margin=16)),
                self.explain,
                None,
                horizontal(None, self.next_button),
                gap=12,
                margin=24,
            )
        )
        self.setMinimumWidth(min(60 * self.fontMetrics().averageCharWidth(), 900))
        desk.session.locked.connect(self._forget)
        self._show()

    def _show(self) -> None:
        secret, total = self._secrets[self._at], len(self._secrets)
        last = self._at == total - 1
        self.count.setText(self.tr("{n} van {all}").format(n=self._at + 1, all=total))
        self.count.setVisible(total > 1)
        self.who.setText(self.tr("Wachtzin voor {who}").format(who=secret.who))
        self.paper.setText(secret.paper)
        self.words.setText(secret.wachtzin)
        self.words.setAccessibleName(
            self.tr("Wachtzin: {words}").format(words=secret.wachtzin.replace(" ", ", "))
        )
        text = self.tr("&Genoteerd") if last else self.tr("Genoteerd, de &volgende")
        self.next_button.setText(text)
        self.words.setFocus()

    def go_on(self) -> None:
        """Noted: the next one, or done."""
        if self._at + 1 < len(self._secrets):
            self._at += 1
            self._show()
        else:
            self._forget()

    def reject(self) -> None:
        """Escape asks first: what was not noted is gone."""
        self._desk.messages.ask(
            Question(
                self.tr("Wachtzin weg?"),
                self.tr("Wat u nog niet noteerde is daarna niet meer te vinden."),
                self.tr("Sluiten"),
                self._forget,
                self.tr("Terug"),
            )
        )

    def _forget(self) -> None:
        self._secrets = [Secret("", "", "")]
        self.words.setText("")
        super().accept()
