"""Does this casus belong here? By the kader: four criteria, domains, or only a reason."""

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Casus, Fase, Weging
from casus_app.domein.mensen import Partij, Professional
from casus_app.regels.stand import mag_oordelen
from ui import reading
from ui.desk import Desk
from ui.dossier.inline_form import Ask, InlineForm
from ui.dossier.part import Part, Way
from ui.forms.choices import options
from ui.forms.composite import labelled
from ui.forms.editors import Editor, ManyEditor, TextEditor
from ui.forms.radios import RadiosEditor
from ui.session import Session
from ui.texts import day, listed, sentence
from ui.widgets.layout import holder, vertical
from ui.widgets.picker import Option
from ui.widgets.plain_label import PlainLabel


class WegingPart(Part):
    """The last weging in words; weighing again replaces it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("Weging"))

    def told(self, casus: Casus) -> list[QWidget]:
        """The outcome, why, by whom, and what each criterion came to."""
        weging = self.session.haal(Weging, casus.id)
        made: list[QWidget] = self._outcome(casus, weging) if weging else self._nothing()
        text = self.tr("Opnieuw wegen…") if weging else self.tr("&Wegen…")
        return [*made, *self.choices(casus, Way("casus.wegen", text, self.begin))]

    def _nothing(self) -> list[QWidget]:
        text = self.tr("Nog niet gewogen. Tot die tijd staat alleen de aanmelding hier.")
        return [PlainLabel(text, kind="soft")]

    def _outcome(self, casus: Casus, weging: Weging) -> list[QWidget]:
        yes = weging.in_behandeling
        text = self.tr("✓ In behandeling") if yes else self.tr("■ Niet in behandeling")
        who = listed([reading.wie(self.session, one) for one in weging.beoordelaars])
        by = self.tr("{day}, door {who}").format(
            day=day(weging.gewogen_op), who=who or self.tr("niemand genoemd")
        )
        made: list[QWidget] = [
            PlainLabel(text, kind="strong", tone="good" if yes else "warn"),
            PlainLabel(by, kind="small"),
            PlainLabel(weging.motivering),
        ]
        kader = self.session.catalogus.kaders[casus.kader]
        if kader.weging == "criteria" and self.session.reads_content:
            for letter, criterium in self.session.catalogus.criteria.items():
                said = getattr(weging, f"criterium_{letter}")
                mark = "✓" if said else "–"
                head = f"{mark} {letter}. {sentence(criterium.naam)}"
                why = PlainLabel(said or self.tr("Niet aan voldaan."))
                made.append(holder(vertical(PlainLabel(head, kind="small"), why, gap=0)))
        elif weging.domeinen:
            named = [self._domein(key) for key in weging.domeinen]
            made.append(PlainLabel(self.tr("Domeinen: {names}").format(names=listed(named))))
        return made

    def _domein(self, key: str) -> str:
        domein = self.session.catalogus.domeinen.get(key)
        return domein.naam if domein else key

    def begin(self) -> None:
        """The form, with the criteria or domains that this kader asks for."""
        if self.casus is None or self.form is not None:
            return
        kader = self.session.catalogus.kaders[self.casus.kader]
        rows: list[tuple[Ask, ...]] = []
        known: dict[str, object] = {"casus": self.casus.id, "criteria": {}}
        if kader.weging == "criteria":
            rows.append((Ask("criteria", CriteriaWithText(self.session)),))
        elif kader.weging == "domeinen":
            domeinen = ManyEditor(self.tr("Domeinen"), _domeinen(self.session))
            rows.append((Ask("domeinen", domeinen),))
        rows += [
            (Ask("beoordelaars", _beoordelaars(self.session, self.casus)),),
            (Ask("uitkomst", RadiosEditor(self.tr("Uitkomst"), _outcomes(self.session))),),
            (Ask("motivering", TextEditor(self.tr("Motivering"), lines=3)),),
        ]
        submit = self.tr("Weging vastleggen")
        self.open_form(InlineForm(self.desk, "casus.wegen", known, rows, submit=submit))


def _domeinen(session: Session) -> list[Option]:
    """Those of the sociaal domein say so: one of them has to be there."""
    return [
        Option(key, sentence(one.naam), "sociaal domein" if one.sociaal_domein else "")
        for key, one in session.catalogus.domeinen.items()
    ]


def _beoordelaars(session: Session, casus: Casus) -> ManyEditor:
    """Who may judge alone comes first, and says so."""
    kader = session.catalogus.kaders[casus.kader]
    first, rest = [], []
    for option in options("professionals", session, {}):
        mens = session.haal(Professional, option.key)
        partij = session.haal(Partij, mens.partij) if mens else None
        soort = session.catalogus.soorten[partij.soort] if partij else None
        if kader.lid_1_beoordeelt and soort and mag_oordelen(kader, soort):
            first.append(option._replace(note=f"{option.note} · bevoegd (lid 1)"))
        else:
            rest.append(option)
    return ManyEditor("Wie beoordelen dit", [*first, *rest])


def _outcomes(session: Session) -> list[Option]:
    return [
        option._replace(note=_MEANS[Fase(option.key)])
        for option in options("uitkomst", session, {})
    ]


_MEANS = {
    Fase.IN_BEHANDELING: "De casus kan op een agenda.",
    Fase.NIET_IN_BEHANDELING: "De aanmelding verdwijnt na de korte termijn.",
}


class CriteriaWithText(Editor):
    """The four criteria in the words of the law, each with room to say why it is met."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.editors: dict[str, TextEditor] = {}
        fields = []
        for letter, criterium in session.catalogus.criteria.items():
            head = f"{letter}. {sentence(criterium.naam)}"
            editor = TextEditor(head, lines=2)
            editor.changed.connect(self.changed)
            self.editors[letter] = editor
            asked = labelled(head, editor, criterium.uitleg, kind="body")
            law = PlainLabel(f"{criterium.artikel}: {criterium.tekst}", kind="small")
            fields.append(vertical(asked, law, gap=2))
        self.setLayout(vertical(*fields, gap=12))
        self.setFocusProxy(next(iter(self.editors.values())))

    def value(self) -> object:
        texts = {letter: editor.value() for letter, editor in self.editors.items()}
        return {letter: text for letter, text in texts.items() if text} or {}

    def set_value(self, value: object) -> None:
        for letter, editor in self.editors.items():
            editor.set_value(value.get(letter) if isinstance(value, dict) else None)
