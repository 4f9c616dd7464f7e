"""How to reach the betrokkene safely: that it is known, and what it is only while held."""

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Betrokkene, Casus, VeiligContact
from casus_app.handelingen.contact import VeiligContactBekijken
from ui.desk import Desk
from ui.dossier.inline_form import Ask, InlineForm
from ui.dossier.part import Part, Way
from ui.forms.editors import TextEditor
from ui.session import Session
from ui.widgets.buttons import HoldButton
from ui.widgets.layout import vertical
from ui.widgets.plain_label import PlainLabel


class HoldContact(QWidget):
    """Looking is a handeling too and stands in the logboek; letting go takes it away."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._casus = ""
        self.shown = PlainLabel(kind="strong")
        self.shown.hide()
        self.button = HoldButton(self.tr("Toon veilig contact (ingedrukt houden)"))
        self.button.held.connect(self._hold)
        self.setLayout(vertical(self.button, self.shown, gap=8))

    def show_casus(self, casus: str) -> None:
        """Whose it would be."""
        if casus != self._casus:
            self._hold(held=False)
        self._casus = casus

    def _hold(self, held: bool) -> None:
        if not held:
            self.shown.setText("")
            self.shown.hide()
            return
        outcome = self._session.outcome_of(VeiligContactBekijken(casus=self._casus))
        if outcome is not None:
            self.shown.setText(str(outcome.antwoord["veilig_contact"]))
            self.shown.show()


class ContactPart(Part):
    """The text itself is never in a form that opens, nor in any other page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("Veilig bereiken"))
        self.hold = HoldContact(desk.session)
        self.content.addWidget(self.hold)

    def told(self, casus: Casus) -> list[QWidget]:
        """Whether it is known; the button that shows it stays where it is."""
        kept = self.session.haal(VeiligContact, casus.id)
        may = self.session.may(VeiligContactBekijken.NAAM)
        self.hold.show_casus(casus.id)
        self.hold.setVisible(kept is not None and may and not casus.afgeschermd)
        if self.session.haal(Betrokkene, casus.id) is None:
            return [PlainLabel(self.tr("Zolang er geen naam is, staat hier niets."), kind="soft")]
        text = (
            self.tr("Het is bekend. Het staat op geen enkel papier en in geen bestand.")
            if kept
            else self.tr("Nog niet bekend. Vraag de betrokkene wat veilig is.")
        )
        verb = self.tr("Opnieuw o&pschrijven…") if kept else self.tr("O&pschrijven…")
        way = Way("betrokkene.veilig-contact", verb, self.begin)
        return [PlainLabel(text, kind="soft"), *self.choices(casus, way)]

    def begin(self) -> None:
        """Empty, also when something is known: what stands there is not shown by typing over."""
        if self.casus is None or self.form is not None:
            return
        ask = Ask("hoe", TextEditor(self.tr("Hoe bereikt u de betrokkene veilig")))
        self.open_form(
            InlineForm(
                self.desk,
                "betrokkene.veilig-contact",
                {"casus": self.casus.id},
                ((ask,),),
                submit=self.tr("Vastleggen"),
            )
        )
