"""The name of a betrokkene, only while somebody holds a button or its space bar down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Betrokkene
from casus_app.handelingen.toon import ToonCasus
from ui.session import Session
from ui.widgets.buttons import HoldButton
from ui.widgets.flow import FlowLayout
from ui.widgets.plain_label import PlainLabel


class HoldName(QWidget):
    """Looking is a handeling too and stands in the logboek; letting go takes the name away."""

    looked = Signal(object)
    """The names of the kring by their key, while held; nothing after it."""

    def __init__(self, session: Session, *, short: bool = False) -> None:
        super().__init__()
        self._session = session
        self._casus = ""
        self._shown = False
        self.name = PlainLabel(kind="strong")
        self.name.hide()
        self.none = PlainLabel(self.tr("nog zonder naam"), kind="tag", wrap=False)
        self.none.hide()
        told = self.tr("Toon naam (ingedrukt houden)")
        self.button = HoldButton(self.tr("Naam") if short else told, "oog" if short else "")
        self.button.setAccessibleName(told)
        self.button.setToolTip(told if short else "")
        self.button.held.connect(self._hold)
        self.setLayout(FlowLayout(self.name, self.none, self.button, to_right=True))

    def show_casus(self, casus: str) -> None:
        """Whose name it would be; a casus without one says so, and has nothing to hold."""
        self._casus = casus
        nameless = self._session.haal(Betrokkene, casus) is None
        self.none.setVisible(nameless)
        self.button.setVisible(not nameless)

    def forget(self) -> None:
        """The casus is gone: no name, and nothing to hold."""
        self._hold(held=False)
        self._casus = ""
        self.button.hide()

    def _hold(self, held: bool) -> None:
        if not held:
            if self._shown:
                self._shown = False
                self.name.setText("")
                self.name.hide()
                self.looked.emit({})
            return
        outcome = self._session.outcome_of(ToonCasus(casus=self._casus))
        if outcome is None:
            return
        self._shown = True
        people = [str(person.get("naam", "")) for person in outcome.antwoord["betrokkene"]]
        names = [name for name in people if name]
        self.name.setText(", ".join(names) or self.tr("De naam is er niet, of niet voor uw rol."))
        self.name.show()
        kring = outcome.antwoord["kring"]
        self.looked.emit({str(who["id"]): str(who.get("naam", "")) for who in kring})
