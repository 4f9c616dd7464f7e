"""The head of a dossier: what it is for, where it stands in its life, and when it is gone."""

from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.casus import Casus, Fase, Verlenging
from casus_app.domein.instelling import HUIS, Instelling
from ui.desk import Desk
from ui.dossier.course import STATIONS, Besprekingen, station
from ui.dossier.life_line import Life, LifeLine
from ui.texts import counted, day, sentence
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
        lines.append(PlainLabel(self._why(casus), kind="small"))
        return lines

    def _why(self, casus: Casus) -> str:
        """The day everything is gone, and what that day follows from."""
        huis = self._session.haal(Instelling, HUIS)
        gone, begun = day(casus.vernietigen_op), day(casus.aangemeld_op)
        if huis is None:
            return self.tr("Weg op {day}.").format(day=gone)
        if casus.fase is Fase.NIET_IN_BEHANDELING:
            days = counted(huis.aanmelding_dagen, "dag", "dagen")
            text = self.tr(
                "Aangemeld op {begun}. Wat niet in behandeling komt, blijft hoogstens {days}."
            )
            return text.format(begun=begun, days=days)
        months = counted(huis.bewaartermijn_maanden, "maand", "maanden")
        kader = self._session.catalogus.kaders[casus.kader]
        by_law = self.tr("BGS 1.16") if kader.bewaartermijn_hoogstens_maanden else ""
        longer = self._session.zoek(Verlenging, casus=casus.id)
        text = self.tr("Aangemeld op {begun} · weg op {gone}: {months} na de aanmelding")
        said = text.format(begun=begun, gone=gone, months=months)
        if longer:
            more = counted(sum(one.maanden for one in longer), "maand", "maanden")
            said = self.tr("{said}, met {more} verlengd").format(said=said, more=more)
        return f"{said} ({by_law or self.tr('een keuze van het huis')})."


def _life(casus: Casus, met: Besprekingen) -> Life:
    if casus.fase is Fase.NIET_IN_BEHANDELING:
        return Life(("aanmelding", "weging", "niet in behandeling"), 2, ended=True)
    return Life(STATIONS, station(casus, met))
