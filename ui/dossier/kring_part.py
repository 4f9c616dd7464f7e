"""Who stands around the betrokkene: by relation, and by name only while somebody holds it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Betrokkene, Casus, Kringpersoon
from ui.desk import Desk
from ui.dossier.inline_form import Ask, InlineForm
from ui.dossier.part import Part, Way
from ui.forms.editors import LineEditor
from ui.forms.keys import propose
from ui.texts import sentence
from ui.widgets.layout import holder, vertical
from ui.widgets.plain_label import PlainLabel


class KringPart(Part):
    """Only family and direct social contacts, each with a reason."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("Kring"))
        self._names: dict[str, tuple[str, PlainLabel]] = {}

    def told(self, casus: Casus) -> list[QWidget]:
        """Each person, and the way to add one."""
        self._names.clear()
        people = self.session.zoek(Kringpersoon, casus=casus.id)
        made: list[QWidget] = [self._person(one) for one in people]
        if not people:
            made.append(PlainLabel(self.tr("Nog niemand genoemd."), kind="soft"))
        if self.session.haal(Betrokkene, casus.id) is None:
            return [PlainLabel(self.tr("Zolang er geen naam is, is er geen kring."), kind="soft")]
        add = Way("kring.toevoegen", self.tr("Iemand toe&voegen…"), self.begin)
        return [*made, *self.choices(casus, add)]

    def _person(self, one: Kringpersoon) -> QWidget:
        relation = sentence(one.relatie)
        head = PlainLabel(relation, kind="strong")
        self._names[one.id] = (relation, head)
        return holder(vertical(head, PlainLabel(one.noodzaak), gap=0))

    def show_names(self, names: Mapping[str, str]) -> None:
        """While the name is held: these too."""
        for key, (relation, label) in self._names.items():
            name = names.get(key, "")
            label.setText(f"{relation}: {name}" if name else relation)

    def begin(self) -> None:
        """Relation, name, and why this casus needs it."""
        if self.casus is None or self.form is not None:
            return
        rows = (
            (
                Ask("relatie", LineEditor(self.tr("Relatie")), help=self.tr("Moeder, partner…")),
                Ask("naam", LineEditor(self.tr("Naam"))),
            ),
            (Ask("noodzaak", LineEditor(self.tr("Waarom is dit nodig"))),),
        )
        code = self.casus.id
        form = InlineForm(
            self.desk,
            "kring.toevoegen",
            {"casus": code},
            rows,
            submit=self.tr("Toevoegen"),
        )
        form.before = lambda: {"id": self._key(str(form.editor("relatie").value() or ""), code)}
        self.open_form(form)

    def _key(self, relation: str, casus: str) -> str:
        return propose(self.session, "kring.toevoegen", relation or "persoon", casus)
