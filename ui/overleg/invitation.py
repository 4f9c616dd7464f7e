"""Whether the betrokkene is asked to be there: one click, or the reason why not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casus_app.domein.overleg import Bespreking, Uitnodiging
from casus_app.handelingen.overleg import BetrokkeneNietUitnodigen, BetrokkeneUitnodigen
from ui.desk import Desk
from ui.widgets.ask_line import AskLine
from ui.widgets.buttons import button
from ui.widgets.layout import bring_into_view, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel


class InvitationPart(QWidget):
    """Nothing is decided until somebody says so (MvT Wams 5.4.3)."""

    decided = Signal()
    """Asked here, or not: on with the next."""

    def __init__(self, desk: Desk, punt: Bespreking) -> None:
        super().__init__()
        self._desk = desk
        self._punt = punt
        casus = punt.casus
        self.said = PlainLabel()
        self.notice = Notice()
        self.yes_button = button(
            self.tr("Uitnodigen"),
            self.invite,
            name=self.tr("Betrokkene van {casus} uitnodigen").format(casus=casus),
        )
        self.no_button = button(
            self.tr("Niet uitnodigen…"),
            self.ask_why,
            name=self.tr("Betrokkene van {casus} niet uitnodigen").format(casus=casus),
        )
        self._why: AskLine | None = None
        line = horizontal(self.said, self.yes_button, self.no_button)
        line.setStretch(0, 1)
        self._column = vertical(line, self.notice, gap=4)
        self._column.setContentsMargins(16, 0, 12, 4)
        self.setLayout(self._column)
        self.show_punt(punt)

    @property
    def why(self) -> AskLine:
        """Asks for the reason; made when it is first asked."""
        if self._why is None:
            self._why = AskLine(
                self.tr("Welk zwaarwegend belang verzet zich ertegen?"),
                self.tr("Niet uitnodigen"),
                name=self.tr("Zwaarwegend belang bij {casus}").format(casus=self._punt.casus),
            )
            self._why.hide()
            self._why.said.connect(self._refuse)
            self._why.dropped.connect(self._drop)
            self._column.addWidget(self._why)
        return self._why

    def show_punt(self, punt: Bespreking) -> None:
        """What is decided now."""
        changed = punt.uitnodiging is not self._punt.uitnodiging
        self._punt = punt
        if changed and self._why is not None:
            self._put_away(self._why)
        decided = punt.uitnodiging
        open_ = decided is Uitnodiging.ONBESLIST
        texts = {
            Uitnodiging.ONBESLIST: self.tr(
                "▲  Komt de betrokkene erbij? Dat is nog niet beslist."
            ),
            Uitnodiging.UITGENODIGD: self.tr("✓  De betrokkene is uitgenodigd."),
            Uitnodiging.NIET_UITGENODIGD: self.tr(
                "De betrokkene is niet uitgenodigd: {why}"
            ).format(why=punt.zwaarwegend_belang),
        }
        self.said.setText(texts[decided])
        self.said.set_tone("warn" if open_ else "")
        can = not punt.afgerond and self._desk.session.may("betrokkene.uitnodigen")
        self.yes_button.setVisible(can and decided is not Uitnodiging.UITGENODIGD)
        self.no_button.setVisible(can and decided is not Uitnodiging.NIET_UITGENODIGD)

    def take_focus(self) -> bool:
        """To the question; `False` when it is answered already."""
        if self._punt.uitnodiging is not Uitnodiging.ONBESLIST or self.yes_button.isHidden():
            return False
        self.yes_button.setFocus()
        bring_into_view(self)
        return True

    def invite(self) -> None:
        """Asked to be there."""
        punt = self._punt
        tried = BetrokkeneUitnodigen(casus=punt.casus, overleg=punt.overleg)
        if self._desk.perform(tried, self.notice):
            self.decided.emit()

    def ask_why(self) -> None:
        """Not asked is only possible with a reason."""
        self.why.show()
        self.why.setFocus()

    def _refuse(self, belang: str) -> None:
        punt = self._punt
        tried = BetrokkeneNietUitnodigen(
            casus=punt.casus, overleg=punt.overleg, zwaarwegend_belang=belang
        )
        if self._desk.perform(tried, self.why.notice):
            self.decided.emit()
        else:
            self.why.setFocus()

    def _drop(self) -> None:
        self._put_away(self.why)
        self.no_button.setFocus()

    @staticmethod
    def _put_away(why: AskLine) -> None:
        why.hide()
        why.edit.clear()
        why.notice.clear()
