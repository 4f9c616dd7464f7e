"""Asking for a place on disk without leaving a trace of where one has been."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDate, QSettings, QSize, QStandardPaths, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

FIRST_SIZE = QSize(760, 520)
Wanted = Literal["folder", "new", "existing"]


def forget_places() -> None:
    """Keeps Qt from writing the history of file dialogs to its own settings file."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "/dev/null")


def settings() -> QSettings:
    """Where the window stood, how large the text is, and until when an advice is put aside.

    Nothing else is ever kept here.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return QSettings(f"{folder}/casusoverleg/venster.ini", QSettings.Format.IniFormat)


def home() -> Path:
    """Where a person keeps things; dialogs begin here."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation))


def default_place() -> Path:
    """Where a kluis is looked for when nobody says where."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "casusoverleg" / "kluis.db"


def today_here() -> date:
    """The day it is, while no kluis is open that could say so."""
    here = QDate.currentDate()
    return date(here.year(), here.month(), here.day())


def make_ready(place: Path) -> None:
    """Makes the folder of the program itself; any other folder is the user's to make.

    When it cannot be made, the kluis says so in its own words.
    """
    if place == default_place():
        with suppress(OSError):
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def choose(
    parent: QWidget,
    title: str,
    wanted: Wanted,
    then: Callable[[Path], object],
    start: Path | None = None,
) -> QFileDialog:
    """Opens a dialog of our own; `then` gets the place, if one is chosen."""
    dialog = QFileDialog(parent, title, str(start or home()))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, wanted == "folder")
    modes = {
        "folder": QFileDialog.FileMode.Directory,
        "new": QFileDialog.FileMode.AnyFile,
        "existing": QFileDialog.FileMode.ExistingFile,
    }
    dialog.setFileMode(modes[wanted])
    if wanted == "new":
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile("kluis.db")
    _in_dutch(dialog, wanted)
    dialog.setViewMode(QFileDialog.ViewMode.List)
    dialog.resize(FIRST_SIZE)
    for made in dialog.findChildren(QPushButton):
        made.setIcon(QIcon())
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(home()))])
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _in_dutch(dialog: QFileDialog, wanted: Wanted) -> None:
    """Qt leaves a few words of this dialog in English."""
    label = QFileDialog.DialogLabel
    verbs = {"folder": "&Kiezen", "new": "&Hier maken", "existing": "&Openen"}
    for which, text in {
        label.LookIn: "Map:",
        label.FileName: "&Naam:",
        label.FileType: "Soort:",
        label.Accept: verbs[wanted],
        label.Reject: "&Annuleren",
    }.items():
        dialog.setLabelText(which, text)
    if wanted != "folder":
        dialog.setNameFilters(["Kluizen (*.db)", "Alle bestanden (*)"])
