"""What the aanmelder said when the casus came in."""

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Casus, Gegeven
from ui import reading
from ui.desk import Desk
from ui.dossier.part import Part
from ui.texts import day, sentence
from ui.widgets.flow import Line
from ui.widgets.plain_label import PlainLabel


class AanmeldingPart(Part):
    """Only shows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("Aanmelding"))

    def told(self, casus: Casus) -> list[QWidget]:
        """Who, when, why, and what was given."""
        who = reading.wie(self.session, casus.aanmelder)
        text = self.tr("{who}, {day}").format(who=who, day=day(casus.aangemeld_op))
        made: list[QWidget] = [PlainLabel(text, kind="small"), PlainLabel(casus.aanleiding)]
        if casus.leefgebieden:
            tags = [PlainLabel(text, kind="tag") for text in casus.leefgebieden]
            made.append(Line(*tags))
        for given in self.session.zoek(Gegeven, casus=casus.id):
            categorie = self.session.catalogus.categorieen.get(given.categorie)
            name = sentence(categorie.naam if categorie else given.categorie)
            made.append(PlainLabel(f"{name}: {given.waarde}"))
        return made
