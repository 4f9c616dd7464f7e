"""How far a casus is open: without a name first, and one step further with a reason."""

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Betrokkene, Casus
from casus_app.domein.zeef import TRAPPEN, Zeef, trap_na
from ui.desk import Desk
from ui.dossier.inline_form import Ask, InlineForm
from ui.dossier.part import Part, Way
from ui.forms.editors import DateEditor, LineEditor, TextEditor
from ui.texts import day, sentence, word
from ui.widgets.plain_label import Kind, PlainLabel


class TrapPart(Part):
    """Only there for a casus that began without a name; the others are open from the start."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("Hoe ver is deze casus open?"))

    def told(self, casus: Casus) -> list[QWidget]:
        """Each step that was taken, with its reason, and the one that can come."""
        zeven = sorted(self.session.zoek(Zeef, casus=casus.id), key=lambda zeef: zeef.nummer)
        self.setVisible(bool(zeven))
        if not zeven:
            return []
        now = trap_na(zeven)
        made: list[QWidget] = []
        for trap in TRAPPEN:
            done = TRAPPEN.index(trap) <= TRAPPEN.index(now)
            mark = "●" if trap is now else "✓" if done else "○"
            kind: Kind = "strong" if trap is now else "body" if done else "soft"
            made.append(PlainLabel(f"{mark} {sentence(word(trap))}", kind=kind))
            for zeef in zeven:
                if zeef.trap is trap:
                    why = f"{day(zeef.op)}: {zeef.reden}"
                    made.append(PlainLabel(why, kind="small"))
        if now.volgende:
            further = Way("casus.trap-verder", self.tr("Een trap verder…"), self.begin)
            made += self.choices(casus, further)
        return made

    def begin(self) -> None:
        """Why it has to be more; and the name, at the step that needs it."""
        if self.casus is None or self.form is not None:
            return
        code = self.casus.id
        volgende = trap_na(self.session.zoek(Zeef, casus=code)).volgende
        if volgende is None:
            return
        rows: list[tuple[Ask, ...]] = []
        if self.session.haal(Betrokkene, code) is None:
            name = self.tr("Naam van de betrokkene")
            born = self.tr("Geboortedatum")
            rows.append(
                (
                    Ask("naam", LineEditor(name), name),
                    Ask("geboortedatum", DateEditor(born, self.session.vandaag()), born),
                )
            )
        rows.append((Ask("reden", TextEditor(self.tr("Reden"), lines=2)),))
        submit = self.tr("Naar: {trap}").format(trap=word(volgende))
        known = {"casus": code, "naar": str(volgende)}
        form = InlineForm(self.desk, "casus.trap-verder", known, rows, submit=submit)
        self.open_form(form)
