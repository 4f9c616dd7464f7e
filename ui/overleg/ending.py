"""After the vaststelling: for everybody who was there an own verslag."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.overleg import Overleg
from casus_app.handelingen.stukken import VerslagMaken
from ui import reading
from ui.desk import Desk
from ui.widgets.buttons import button
from ui.widgets.layout import card, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class VerslagenPart(QWidget):
    """After the vaststelling: one verslag each, or all of them into one folder."""

    def __init__(self, desk: Desk, overleg: Overleg) -> None:
        super().__init__()
        self._desk = desk
        self._overleg = overleg
        self.setLayout(vertical(self._sheet(recipients(desk, overleg)), None))

    def _sheet(self, wie: list[str]) -> QFrame:
        every = button(
            self.tr("&Alle {n} bewaren…").format(n=len(wie)),
            partial(self._keep, wie),
            kind="primary",
        )
        return card(
            PlainLabel(
                self.tr(
                    "Ieder krijgt een eigen verslag: de eigen afspraken en wat die persoon mag "
                    "meenemen, en anders niets."
                ),
                kind="soft",
            ),
            horizontal(every, None),
            *(self._one(ontvanger) for ontvanger in wie),
            title=self.tr("Verslagen"),
        )

    def _one(self, ontvanger: str) -> QWidget:
        naam = reading.wie(self._desk.session, ontvanger)
        one = button(
            self.tr("Bewaren…"),
            partial(self._keep, [ontvanger]),
            name=self.tr("Verslag voor {naam} bewaren").format(naam=naam),
        )
        line = horizontal(PlainLabel(naam), one)
        line.setStretch(0, 1)
        return holder(line)

    def _keep(self, wie: Sequence[str]) -> None:
        """Asks for a folder and makes them one by one."""
        acts = [VerslagMaken(overleg=self._overleg.id, ontvanger=een) for een in wie]
        self._desk.exporter.ask_folder(self.window(), acts)


def recipients(desk: Desk, overleg: Overleg) -> list[str]:
    """The voorzitter and everybody who has a seat at one of its casussen."""
    found = [overleg.voorzitter]
    for punt in reading.agenda(desk.session, overleg.id):
        found += [seat.professional for seat in reading.seats(desk.session, punt)]
    return list(dict.fromkeys(found))
