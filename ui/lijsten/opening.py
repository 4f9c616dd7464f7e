"""The two ways with a list: people in from a file, and people out to a file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from casus_app.lijsten import Soort, schrijf
from casus_app.poorten import Papier
from ui.files import choose
from ui.lijsten.inlezen_dialog import InlezenDialog
from ui.messages import Question

if TYPE_CHECKING:
    from ui.desk import Desk

_KINDS: tuple[tuple[Soort, str], ...] = (
    ("csv", "CSV, voor elk programma (*.csv)"),
    ("ods", "LibreOffice (*.ods)"),
    ("xlsx", "Excel (*.xlsx)"),
)


def read_people(desk: "Desk", window: QWidget) -> InlezenDialog:
    """Opens the preview, and on top of it the question which file."""
    dialog = InlezenDialog(desk, window)
    dialog.open()
    dialog.choose_file()
    return dialog


def keep_people(desk: "Desk", window: QWidget) -> QFileDialog:
    """Asks for a name and a kind, and writes everyone there."""
    put = partial(write, desk, window)
    dialog = choose(window, _tr("Mensen bewaren als"), "new", put)
    dialog.setNameFilters([text for _, text in _KINDS])
    dialog.selectFile(f"mensen.{_KINDS[0][0]}")
    dialog.setDefaultSuffix(_KINDS[0][0])
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, _tr("&Bewaren"))

    def take_kind(text: str) -> None:
        kind = next(kind for kind, filtered in _KINDS if filtered == text)
        dialog.setDefaultSuffix(kind)
        chosen = dialog.selectedFiles()
        dialog.selectFile(f"{Path(chosen[0]).stem if chosen else 'mensen'}.{kind}")

    dialog.filterSelected.connect(take_kind)
    return dialog


def write(desk: "Desk", window: QWidget, path: Path) -> None:
    """Asks first when something is already there: that may be the list somebody worked on."""
    kind = next((kind for kind, _ in _KINDS if path.suffix.lower() == f".{kind}"), None)
    if kind is None:
        kind, path = _KINDS[0][0], path.with_name(f"{path.name}.{_KINDS[0][0]}")
    put = partial(_write_now, desk, kind, path, window)
    if not path.exists():
        put()
        return
    text = _tr("In deze map staat al een bestand met de naam {name}. Wat erin staat gaat weg.")
    desk.messages.ask(
        Question(_tr("Bestand vervangen?"), text.format(name=path.name), _tr("Vervangen"), put)
    )


def _write_now(desk: "Desk", kind: Soort, path: Path, window: QWidget) -> None:
    werkbank = desk.session.werkbank
    made = schrijf(kind, werkbank.opslag, desk.session.catalogus)
    desk.exporter.write_into(path.parent, [Papier(path.name, made.inhoud)], window)


def _tr(text: str) -> str:
    return QCoreApplication.translate("lijsten", text)
