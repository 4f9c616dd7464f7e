"""Before sending: per person what is new, what changed and who need not come; then one button."""

from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.overleg import Overleg
from casus_app.handelingen.uitnodigen import OverlegNazenden, OverlegUitnodigen
from casus_app.opmaak.uitnodiging import veranderingen
from casus_app.regels.uitnodigen import Genodigde, Nieuws
from ui import reading
from ui.desk import Desk
from ui.texts import counted, listed, short_day
from ui.widgets.buttons import button
from ui.widgets.layout import card, framed, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel, Tone

MARKS: dict[Nieuws, tuple[str, Tone]] = {
    Nieuws.NIEUW: ("+ nieuw", "good"),
    Nieuws.GEWIJZIGD: ("▲ gewijzigd", "warn"),
    Nieuws.VERVALLEN: ("× vervallen", "bad"),
    Nieuws.ONGEWIJZIGD: ("ongewijzigd", ""),
}
ORDER = tuple(MARKS)


class InvitationsPart(QWidget):
    """Everybody who gets something first; who gets nothing is only counted, and listed below."""

    def __init__(self, desk: Desk, overleg: Overleg) -> None:
        super().__init__()
        self._desk = desk
        self._overleg = overleg
        found = sorted(desk.session.invited(overleg), key=lambda wie: ORDER.index(wie.nieuws))
        told = [wie for wie in found if wie.nieuws is not Nieuws.ONGEWIJZIGD]
        rest = [wie for wie in found if wie.nieuws is Nieuws.ONGEWIJZIGD]
        parts: list[QWidget] = [self._head(told, rest), *(self._row(wie) for wie in told)]
        if rest:
            parts.append(self._unchanged(rest))
        self.setLayout(vertical(*parts, None, gap=8))

    def _head(self, told: list[Genodigde], rest: list[Genodigde]) -> QFrame:
        if not told:
            said = self.tr("Iedereen weet het. Sinds de vorige keer is er niets veranderd.")
        else:
            parts = [
                f"{number} {nieuws}"
                for nieuws in ORDER
                if (number := sum(wie.nieuws is nieuws for wie in told))
            ]
            said = sentence_of(parts)
        explain = self.tr(
            "Ieder krijgt een blad en een agendabestand met alleen de eigen tijden. Geen casus, "
            "geen namen van anderen. U verstuurt ze zelf."
        )
        line = horizontal()
        if told:
            many = counted(len(told), self.tr("persoon"), self.tr("personen"))
            text = self.tr("&Maken voor {wie}…").format(wie=many)
            act = OverlegNazenden(overleg=self._overleg.id)
            line.addWidget(button(text, partial(self._make, act), kind="primary"))
        if rest:
            again = OverlegUitnodigen(overleg=self._overleg.id)
            line.addWidget(button(self.tr("Opnieuw voor &iedereen…"), partial(self._make, again)))
        line.addStretch(1)
        return card(
            PlainLabel(said, kind="strong"),
            PlainLabel(explain, kind="soft"),
            line,
            title=self.tr("Uitnodigingen"),
        )

    def _make(self, act: OverlegNazenden | OverlegUitnodigen) -> None:
        self._desk.exporter.ask_folder(self.window(), [act])

    def _row(self, wie: Genodigde) -> QFrame:
        text, tone = MARKS[wie.nieuws]
        naam = PlainLabel(reading.wie(self._desk.session, wie.professional), kind="strong")
        mark = PlainLabel(text, kind="tag", tone=tone, wrap=False)
        head = horizontal(naam, mark)
        head.setStretch(0, 1)
        return framed("card", vertical(head, PlainLabel(self._said(wie)), gap=4, margin=12))

    def _said(self, wie: Genodigde) -> str:
        was, nu = wie.was, wie.wordt
        if was is None or wie.nieuws is Nieuws.NIEUW:
            return self.tr("Kom {tijden}.").format(tijden=in_words(nu.tijden))
        if wie.nieuws is Nieuws.VERVALLEN:
            text = self.tr("Was {tijden}, hoeft niet meer te komen.")
            return text.format(tijden=in_words(was.tijden))
        return " ".join(veranderingen(was, nu))

    def _unchanged(self, rest: list[Genodigde]) -> QWidget:
        rows: list[QWidget] = [PlainLabel(self.tr("Krijgt niets nieuws"), kind="heading")]
        for wie in rest:
            naam = PlainLabel(reading.wie(self._desk.session, wie.professional))
            when = short_day(wie.was.op) if wie.was is not None else "–"
            said = self.tr("{tijden} · gemaakt {dag}").format(
                tijden=in_words(wie.wordt.tijden) or "–", dag=when
            )
            line = horizontal(naam, PlainLabel(said, kind="small", wrap=False))
            line.setStretch(0, 1)
            rows.append(holder(line))
        return holder(vertical(*rows, gap=4))


def in_words(tijden: tuple[str, ...]) -> str:
    """10:20 tot 10:40 en 11:00 tot 11:20."""
    return listed([vak.replace("-", " tot ") for vak in tijden])


def sentence_of(parts: list[str]) -> str:
    """3 nieuw en 1 vervallen."""
    return f"{listed(parts)}."
