"""The head of a dossier: what it is for, where it stands in its life, and when it is gone."""

from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.casus import Casus, Fase
from ui.desk import Desk
from ui.dossier.course import STATIONS, Besprekingen, station
from ui.dossier.life_line import Life, LifeLine
from ui.termijnen.words import why
from ui.texts import day, sentence
from ui.widgets.layout import CARD_MARGIN, empty, vertical
from ui.widgets.plain_label import PlainLabel

_HEADLINE = 160
"""A doel longer than this is a text and no headline."""


class Head(QFrame):
    """Always at the top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._session = desk.session
        self.setProperty("kind", "card")
        self.life = LifeLine()
        self._above = vertical(gap=4)
        self._under = vertical(gap=4)
        layout = vertical(self._above, self.life, self._under, gap=16, margin=CARD_MARGIN)
        self.setLayout(layout)

    def show_casus(self, casus: Casus, met: Besprekingen) -> None:
        """Shows it as it is now."""
        empty(self._above)
        empty(self._under)
        big = len(casus.doel) <= _HEADLINE
        self._above.addWidget(
            PlainLabel(sentence(casus.doel), kind="heading" if big else "strong")
        )
        kader = self._session.catalogus.kaders[casus.kader]
        self._above.addWidget(PlainLabel(kader.naam, kind="small"))
        self.life.show_life(_life(casus, met))
        for line in self._said(casus):
            self._under.addWidget(line)

    def _said(self, casus: Casus) -> list[QWidget]:
        lines: list[QWidget] = []
        gone = day(casus.vernietigen_op)
        today = self._session.vandaag()
        if casus.fase is Fase.NIET_IN_BEHANDELING:
            text = self.tr("■ Niet in behandeling. Op {day} verdwijnt alles van deze casus.")
            lines.append(PlainLabel(text.format(day=gone), kind="strong", tone="warn"))
        elif casus.fase is Fase.AFGESLOTEN:
            text = self.tr(
                "■ Afgesloten op {closed} en afgeschermd: niemand werkt er nog mee, "
                "tot hij heropend wordt."
            )
            closed = day(casus.gesloten_op)
            lines.append(PlainLabel(text.format(closed=closed), kind="strong", tone="warn"))
            if casus.bij_terugval:
                back = self.tr("Bij terugval: {what}").format(what=casus.bij_terugval)
                lines.append(PlainLabel(back))
        if casus.vernietigen_op <= today:
            text = self.tr("▲ De bewaartermijn is om sinds {day}. Vernietig deze casus.")
            lines.append(PlainLabel(text.format(day=gone), kind="strong", tone="bad"))
        lines.append(PlainLabel(why(self._session, casus), kind="small"))
        return lines


def _life(casus: Casus, met: Besprekingen) -> Life:
    if casus.fase is Fase.NIET_IN_BEHANDELING:
        return Life(("aanmelding", "weging", "niet in behandeling"), 2, ended=True)
    return Life(STATIONS, station(casus, met))
