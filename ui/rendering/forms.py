"""Forms and dialogs that lie over a page."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.lijsten import lees
from ui.lijsten.inlezen_dialog import InlezenDialog
from ui.messages import Question
from ui.rendering.stage import SIZE, Scene, Stage
from ui.widgets.question_dialog import QuestionDialog
from ui.wijzer.begin import Begin
from ui.wijzer.wijzer_dialog import WijzerDialog
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """A few forms, the search, the list, a question, and the grondslagwijzer."""
    for handeling in ("casus.aanmelden", "deelname.toelaten", "overleg.ordenen"):
        name = f"formulier-{handeling.replace('.', '-')}"
        yield Scene(name, partial(_form, stage, workspace, handeling))
    yield Scene("zoek-of-doe", workspace.open_doe)
    yield Scene("toetsen", stage.window.open_keys)
    yield Scene("mensen-inlezen", partial(_inlezen, stage, workspace))
    yield Scene("vraag", partial(_question, stage))
    yield Scene("wijzer", partial(_wijzer, stage, "ggz", "gezondheid"))
    yield Scene("wijzer-nee", partial(_wijzer, stage, "woningcorporatie", "gezondheid"))
    yield Scene("wijzer-leeg", partial(_wijzer, stage))


def _form(stage: Stage, workspace: Workspace, handeling: str) -> QWidget:
    stage.go(workspace.show_overview)
    return workspace.desk.open_act(handeling)


def _inlezen(stage: Stage, workspace: Workspace) -> QWidget:

    content = (
        "partij;soort partij;naam;functie;e-mail;kamer\n"
        "Halt Waterland;halt;A. Visser;jeugdwerker;a.visser@halt.voorbeeld;12\n"
        "Halt Waterland;halt;B. Smit;jeugdwerker;b.smit bij halt;14\n"
        "Onbekend huis;iets;C. Mol;;c.mol@huis.voorbeeld;\n"
        "Halt Waterland;halt;D. Kok;teamleider;d.kok@halt.voorbeeld;\n"
    )
    dialog = InlezenDialog(workspace.desk, stage.window)
    dialog.resize(SIZE[0] - 48, SIZE[1] - 64)
    dialog.open()
    dialog.show_list(lees("mensen.csv", content.encode()))
    return dialog


def _question(stage: Stage) -> QWidget:

    text = "Voorgoed weg: 2 gegevens worden vernietigd.\nBewaard: 1 gegeven blijft."
    dialog = QuestionDialog(
        Question("Overleg vaststellen?", text, "Vaststellen", lambda: None), stage.window
    )
    dialog.open()
    return dialog


def _wijzer(stage: Stage, soort: str | None = None, categorie: str | None = None) -> QWidget:

    here = ("politie", "college", "zvh") if soort else ()
    begin = Begin(stage.session.kader, soort, None, categorie, kamer=here)
    dialog = WijzerDialog(stage.session.catalogus, begin, stage.window)
    dialog.resize(*SIZE)
    dialog.show()
    return dialog
