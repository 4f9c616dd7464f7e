"""The vluchtcheck: which casussen can open, and for the others the click that mends it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.handelingen.stukken import OverlegVluchtcheck, OverlegVoorzittersexemplaar
from casus_app.regels.opening import Nagelopen
from casus_app.weigeringen import Weigering
from ui.desk import Desk
from ui.mends import MENDS, NO_MEND, mend
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, card, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, literal


class PreflightPart(QWidget):
    """Made anew whenever the kluis changed; calm when everything is ready."""

    def __init__(
        self, desk: Desk, overleg: Overleg, notice: Notice, choose: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._overleg = overleg
        self._notice = notice
        self._choose = choose
        self.setLayout(vertical(self._sheet(desk.session.preflight(overleg))))

    def _sheet(self, found: tuple[Nagelopen, ...]) -> QFrame:
        ready = sum(punt.klaar for punt in found)
        said = self.tr("{n} van {all} casussen klaar om te openen").format(n=ready, all=len(found))
        if ready == len(found):
            said = self.tr("Alle {all} casussen kunnen open").format(all=ready)
        if ready == len(found) == 1:
            said = self.tr("De casus kan open")
        total = PlainLabel(said, kind="strong", tone="good" if ready == len(found) else "")
        title = PlainLabel(self.tr("Vluchtcheck"), kind="heading", wrap=False)
        line = Columns((title, 1), (Line(*self._papers()), 0), ems=60, gap=4)
        pips = Line(*(self._pip(punt) for punt in found))
        todo = [self._row(punt) for punt in found if not punt.klaar]
        return card(line, total, pips, *todo)

    def _papers(self) -> tuple[QPushButton, ...]:
        check = OverlegVluchtcheck(overleg=self._overleg.id)
        whole = OverlegVoorzittersexemplaar(overleg=self._overleg.id)
        return (
            button(
                self.tr("A&fdrukken…"),
                partial(self._keep, check),
                name=self.tr("Vluchtcheck als papier bewaren"),
            ),
            button(self.tr("Voo&rzittersexemplaar…"), partial(self._keep, whole)),
        )

    def _keep(self, paper: OverlegVluchtcheck | OverlegVoorzittersexemplaar) -> None:
        self._desk.exporter.ask_folder(self.window(), [paper])

    def _pip(self, punt: Nagelopen) -> QWidget:
        casus = punt.bespreking.casus
        if punt.klaar:
            return PlainLabel(f"✓ {casus}", kind="tag", tone="good", wrap=False)
        text = f"▲ {casus}: {len(punt.bezwaren)}"
        return PlainLabel(text, kind="tag", tone="warn", wrap=False)

    def _row(self, punt: Nagelopen) -> QWidget:
        casus = punt.bespreking.casus
        go = button(
            literal(casus),
            partial(self._choose, casus),
            kind="quiet",
            name=self.tr("Naar {casus}").format(casus=casus),
        )
        lines = [self._obstacle(nee, punt.bespreking) for nee in punt.bezwaren]
        line = horizontal(holder(vertical(go, None)), holder(vertical(*lines, gap=4)), gap=8)
        line.setStretch(1, 1)
        return holder(line)

    def _obstacle(self, nee: Weigering, punt: Bespreking) -> QWidget:
        code = str(nee.code)
        why = f" {NO_MEND[code]}" if code in NO_MEND else ""
        said = PlainLabel(f"▲  {nee.melding}{why}", tone="warn")
        mends = [self._mend(handeling, verb, punt) for handeling, verb in MENDS.get(code, ())]
        return Columns((said, 1), (Line(*mends), 0), ems=80, gap=4) if mends else said

    def _mend(self, handeling: str, verb: str, punt: Bespreking) -> QPushButton:
        known = {"overleg": punt.overleg, "casus": punt.casus}
        do = partial(mend, self._desk, handeling, known, self._notice)
        name = self.tr("{act} bij {casus}").format(act=verb, casus=punt.casus)
        return button(literal(verb), do, name=name)
