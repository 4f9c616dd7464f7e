"""Mensen inlezen: choose a file, see line by line what happens, and only then let it happen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from casus_app.domein.mensen import Partij, Professional
from casus_app.fouten import CasusFout
from casus_app.handelingen.lijsten import MensenInlezen
from casus_app.lijsten import Lijst, Voorbeeld, voorbeeld, voorbeeld_van
from ui.background import Background
from ui.files import choose
from ui.lijsten import words
from ui.lijsten.reading import read_list
from ui.lijsten.rows_view import RowsView
from ui.widgets.buttons import button, submit_keys
from ui.widgets.check_row import CheckRow
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import vertical
from ui.widgets.notice import Notice, announce
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

if TYPE_CHECKING:
    from ui.desk import Desk

MARGIN = 24


class InlezenDialog(ReadingOrder, QDialog):
    """A refusal or an unreadable file is a sentence at the top; what is shown stays."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = desk.session
        self._lijst: Lijst | None = None
        self._path: Path | None = None
        self._reader: Background | None = None
        self._skipped: set[int] = set()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Mensen inlezen"))
        self.notice = Notice()
        self.about = PlainLabel(words.WHAT_IT_NEEDS, kind="soft")
        self.counts = PlainLabel(kind="strong")
        self.next_step = PlainLabel(kind="soft")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Bezig met lezen"))
        self.progress.hide()
        self.only_wrong = CheckRow(self.tr("Alleen fouten"))
        self.rows = RowsView()
        self.choose_button = button(self.tr("&Bestand kiezen…"), self.choose_file)
        self.again_button = button(self.tr("&Opnieuw lezen"), self.read_again)
        self.cancel_button = button(self.tr("&Annuleren"), self.reject)
        self.submit_button = button(self.tr("&Inlezen"), self.submit, kind="primary")
        self._lay_out()
        self.only_wrong.box.toggled.connect(self._skip)
        self.rows.skipped.connect(self._skip)
        submit_keys(self, self.submit)
        self.finished.connect(self._stop_reading)
        self._session.locked.connect(self.reject)
        self._show()
        self.choose_button.setFocus()

    def _lay_out(self) -> None:
        head = vertical(
            PlainLabel(self.tr("Mensen inlezen"), kind="title"),
            self.about,
            self.progress,
            self.notice,
            self.counts,
            self.next_step,
            self.only_wrong,
            gap=4,
        )
        foot = FlowLayout(
            self.choose_button,
            self.again_button,
            self.cancel_button,
            self.submit_button,
            to_right=True,
        )
        layout = vertical(head, self.rows, foot, gap=12, margin=MARGIN)
        layout.setStretch(1, 1)
        self._rest = layout
        self.setLayout(layout)
        room = self.screen().availableGeometry()
        self.resize(min(1000, room.width() - 48), min(680, room.height() - 64))

    # --- the file ---

    def choose_file(self) -> QFileDialog:
        """Asks which file; nothing happens without one."""
        dialog = choose(
            self,
            self.tr("Welke lijst met mensen?"),
            "existing",
            self.read,
            self._path.parent if self._path else None,
        )
        dialog.setNameFilters(
            [self.tr("Lijsten (*.csv *.ods *.xlsx *.txt)"), self.tr("Alle bestanden (*)")]
        )
        return dialog

    def read_again(self) -> None:
        """The same file, mended in the meantime; who was skipped is looked at again."""
        if self._path is not None:
            self.read(self._path)

    def read(self, path: Path) -> None:
        """Reads it beside the work; the answer comes in `show_list`, or as a sentence."""
        self._stop_reading()
        self._path = path
        self.notice.clear()
        self.about.setText(self.tr("Bezig met lezen…"))
        self._allow(reading=True)
        self.progress.show()
        known = self._session.zoek(Partij), self._session.zoek(Professional)
        catalogus = self._session.catalogus

        def look() -> tuple[Lijst, Voorbeeld]:
            lijst = read_list(path)
            return lijst, voorbeeld_van(lijst.regels, *known, catalogus)

        self._reader = Background(self._desk)
        self._reader.run(self, look, lambda found: self.show_list(*found), self._refuse)

    def show_list(self, lijst: Lijst, seen: Voorbeeld | None = None) -> None:
        """What is in it and what would happen; nothing is kept yet.

        `seen` is the preview when the other thread already made it.
        """
        self._stop_reading()
        self._lijst = lijst
        self._skipped = set()
        self.about.setText(words.about(lijst))
        self.only_wrong.box.setChecked(False)
        self._show(seen)
        self.rows.setFocus()

    def _refuse(self, fault: CasusFout) -> None:
        """What was on the screen was of another moment: it goes, so that nobody reads it in."""
        self._stop_reading()
        self._lijst = None
        self.about.setText(words.WHAT_IT_NEEDS)
        self._show()
        self.notice.show_fault(fault)
        self.choose_button.setFocus()

    def _stop_reading(self) -> None:
        self.progress.hide()
        if self._reader is not None:
            self._reader.finish()
            self._reader.deleteLater()  # it may be calling us right now
            self._reader = None

    # --- the preview ---

    def _skip(self) -> None:
        self._skipped = self.rows.without()
        self._show()

    def _show(self, seen: Voorbeeld | None = None) -> None:
        """What would happen now, by the same rules that will do it."""
        shown = self._lijst is not None
        for widget in (self.counts, self.next_step, self.rows):
            widget.setVisible(shown)
        self._allow()
        if self._lijst is None:
            self.only_wrong.hide()
            self._rest.setStretch(2, 1)
            return
        self._rest.setStretch(2, 0)
        opslag, catalogus = self._session.werkbank.opslag, self._session.catalogus
        seen = seen or voorbeeld(self._lijst.zonder(*self._skipped), opslag, catalogus)
        judged = {regel.nr: regel for regel in seen.regels}
        lines = [words.row_of(regel, judged.get(regel.nr)) for regel in self._lijst.regels]
        self.only_wrong.setVisible(bool(seen.fouten) or self.only_wrong.box.isChecked())
        wrong = self.only_wrong.box.isChecked()
        self.rows.show_rows(lines, only_wrong=wrong, skipped=self._skipped)
        said = words.counts(seen, len(self._skipped))
        if said != self.counts.text():
            announce(self, said)
        self.counts.setText(said)
        self.counts.set_tone("bad" if seen.fouten else "")
        self.next_step.setText(words.next_step(seen))
        self.submit_button.setEnabled(words.changes(seen) and not seen.fouten)

    def _allow(self, *, reading: bool = False) -> None:
        """Nothing to press that would do nothing."""
        self.submit_button.setEnabled(False)
        self.again_button.setEnabled(self._path is not None and not reading)
        self.choose_button.setEnabled(not reading)

    def submit(self) -> None:
        """All of it in one act, or nothing and a sentence."""
        if self._lijst is None or not self.submit_button.isEnabled():
            return
        act = MensenInlezen.van(self._lijst.zonder(*self._skipped))
        if self._desk.perform(act, self.notice):
            self.accept()
