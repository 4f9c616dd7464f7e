"""Before the vaststelling: what will be destroyed and what stays, counted per casus."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.overleg import Overleg
from casus_app.handelingen.bespreking import OverlegVaststellen
from casus_app.regels import slot
from casus_app.regels.slot import Telling
from ui import reading
from ui.desk import Desk
from ui.texts import counted, listed
from ui.widgets.buttons import button
from ui.widgets.layout import Columns, card, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel


class FinishPart(QWidget):
    """All casussen have been at the table: look once more at what goes, and one button is left."""

    def __init__(self, desk: Desk, overleg: Overleg, notice: Notice) -> None:
        super().__init__()
        self._session = desk.session
        tellingen = [
            slot.telling(self._session.opslag, overleg.id, punt.casus)
            for punt in reading.agenda(self._session, overleg.id)
        ]
        rows = [self._casus(telling) for telling in tellingen]
        do = button(
            self.tr("Overleg &vaststellen…"),
            lambda: desk.perform_after_asking(OverlegVaststellen(overleg=overleg.id), notice),
            kind="primary",
        )
        sheet = card(
            PlainLabel(self._total(tellingen), kind="strong"),
            *rows,
            Columns((self._after(), 1), (self._no_more(), 1), ems=70, gap=16),
            horizontal(do, None),
            title=self.tr("Klaar om vast te stellen"),
        )
        self.setLayout(vertical(sheet))

    def _total(self, tellingen: list[Telling]) -> str:
        gone = sum(sum(telling.weg.values()) for telling in tellingen)
        kept = sum(sum(telling.blijft.values()) for telling in tellingen)
        return self.tr("Voorgoed weg: {gone}. Bewaard: {kept}.").format(
            gone=counted(gone, self.tr("gegeven"), self.tr("gegevens")),
            kept=counted(kept, self.tr("gegeven"), self.tr("gegevens")),
        )

    def _casus(self, telling: Telling) -> QFrame:
        lines: list[QWidget] = [PlainLabel(telling.casus, kind="strong")]
        if not (telling.weg or telling.blijft or telling.afspraken or telling.besluit):
            nothing = self.tr("Hier is niets gezegd of afgesproken; er gaat niets weg.")
            return card(*lines, PlainLabel(nothing, kind="soft"))
        gone = self._kinds(telling.weg)
        if gone:
            text = self.tr("✕  De tekst gaat weg van: {what}. Niemand neemt dit mee.")
            lines.append(PlainLabel(text.format(what=gone)))
        if telling.opmerkingen:
            remarks = counted(telling.opmerkingen, self.tr("opmerking"), self.tr("opmerkingen"))
            lines.append(PlainLabel(self.tr("✕  En: {n} bij akkoord.").format(n=remarks)))
        kept = self._kinds(telling.blijft)
        if kept:
            times = counted(telling.vrijgaven, self.tr("vrijgave"), self.tr("vrijgaven"))
            text = self.tr("✓  Blijft: {what}, want er is {times}.")
            if telling.vrijgaven != 1:
                text = self.tr("✓  Blijft: {what}, want er zijn {times}.")
            lines.append(PlainLabel(text.format(what=kept, times=times)))
        facts = [
            counted(telling.afspraken, self.tr("afspraak"), self.tr("afspraken")),
            self.tr("het besluit") if telling.besluit else self.tr("geen besluit"),
        ]
        text = self.tr("✓  Blijft ook: {what}, en dat er iets gezegd is, door wie en waarop.")
        lines.append(PlainLabel(text.format(what=listed(facts)), kind="soft"))
        return card(*lines)

    def _kinds(self, numbers: Mapping[str, int]) -> str:
        catalogue = self._session.catalogus.categorieen
        parts = []
        for key, number in numbers.items():
            found = catalogue.get(key)
            parts.append(f"{number} × {found.naam if found else key}")
        return listed(parts)

    def _after(self) -> QWidget:
        return card(
            PlainLabel(self.tr("Verslagen, het plan en de brief maken")),
            PlainLabel(self.tr("Afspraken bijwerken")),
            PlainLabel(self.tr("Een casus op een volgend overleg zetten, sluiten of verlengen")),
            PlainLabel(self.tr("Inzage en andere verzoeken")),
            None,
            title=self.tr("Daarna kan nog"),
        )

    def _no_more(self) -> QWidget:
        return card(
            PlainLabel(self.tr("Iets veranderen aan dit overleg")),
            PlainLabel(self.tr("De vernietigde tekst teruglezen: ook niet met Ctrl+Z")),
            None,
            title=self.tr("Daarna kan niet meer"),
        )
