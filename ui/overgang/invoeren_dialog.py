"""Casus invoeren: choose a file, read what would come in, and only then let it happen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from casus_app.fouten import CasusFout
from casus_app.handelingen.overgang import CasusInvoeren
from casus_app.overgang import Gelezen, Voorbeeld, lees
from ui.background import Background
from ui.files import choose
from ui.overgang import words
from ui.overgang.reading import read_bytes
from ui.widgets.buttons import button, submit_keys
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import empty, holder, scrolling, vertical
from ui.widgets.notice import Notice, announce
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

if TYPE_CHECKING:
    from ui.desk import Desk

MARGIN = 24


class InvoerenDialog(ReadingOrder, QDialog):
    """A refusal or an unreadable file is a sentence at the top; nothing comes in by itself."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = desk.session
        self._content = b""
        self._code = ""
        self._folder: Path | None = None
        self._reader: Background | None = None
        self.setWindowTitle(self.tr("Casus invoeren"))
        self.notice = Notice()
        self.about = PlainLabel(words.WHAT_IT_NEEDS, kind="soft")
        self.counts = PlainLabel(kind="strong")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Bezig met lezen"))
        self._inside = vertical(gap=8, margin=12)
        self.preview = scrolling(holder(self._inside), self.tr("Wat er gebeurt"))
        self.choose_button = button(self.tr("&Bestand kiezen…"), self.choose_file)
        self.cancel_button = button(self.tr("&Annuleren"), self.reject)
        self.submit_button = button(self.tr("&Invoeren"), self.submit, kind="primary")
        self._lay_out()
        submit_keys(self, self.submit)
        self.finished.connect(self._close)
        self._session.locked.connect(self.reject)
        self._show(None)
        self.choose_button.setFocus()

    def _lay_out(self) -> None:
        head = vertical(
            PlainLabel(self.tr("Casus invoeren"), kind="title"),
            self.about,
            self.progress,
            self.notice,
            self.counts,
            gap=4,
        )
        foot = FlowLayout(
            self.choose_button, self.cancel_button, self.submit_button, to_right=True
        )
        self._rest = vertical(head, self.preview, None, foot, gap=12, margin=MARGIN)
        self.setLayout(self._rest)
        room = self.screen().availableGeometry()
        self.resize(min(840, room.width() - 48), min(620, room.height() - 64))

    def choose_file(self) -> QFileDialog:
        """Asks which file; nothing happens without one."""
        title = self.tr("Welk bestand met een casus?")
        dialog = choose(self, title, "existing", self.read, self._folder)
        dialog.setNameFilters([self.tr("Casussen (*.json)"), self.tr("Alle bestanden (*)")])
        return dialog

    def read(self, path: Path) -> None:
        """Reads it beside the work; the answer comes in `show_casus`, or as a sentence."""
        self._stop_reading()
        self._folder = path.parent
        self.notice.clear()
        self._show(None)
        self.about.setText(self.tr("Bezig met lezen…"))
        self.progress.show()
        self.choose_button.setEnabled(False)

        def look() -> tuple[bytes, Gelezen]:
            content = read_bytes(path)
            return content, lees(content)

        self._reader = Background(self._desk)
        self._reader.run(self, look, lambda found: self.show_casus(*found), self._refuse)

    def show_casus(self, content: bytes, gelezen: Gelezen | None = None) -> None:
        """What is in it and what would happen, by the same rules that will do it."""
        self._stop_reading()
        self._content = content
        self._show(self._session.would_come_in(gelezen or lees(content)))
        self.preview.setFocus()

    def _refuse(self, fault: CasusFout) -> None:
        self._stop_reading()
        self._show(None)
        self.notice.show_fault(fault)
        self.choose_button.setFocus()

    def _stop_reading(self) -> None:
        self.progress.hide()
        self.choose_button.setEnabled(True)
        if self._reader is not None:
            self._reader.finish()
            self._reader.deleteLater()  # it may be calling us right now
            self._reader = None

    def _close(self) -> None:
        """Nothing of the file stays in memory because of us."""
        self._stop_reading()
        self._content = b""
        empty(self._inside)
        self.deleteLater()

    def _show(self, seen: Voorbeeld | None) -> None:
        self.progress.hide()
        empty(self._inside)
        for widget in (self.counts, self.preview):
            widget.setVisible(seen is not None)
        self._rest.setStretch(1, 1 if seen else 0)
        self._rest.setStretch(2, 0 if seen else 1)
        self.submit_button.setEnabled(seen is not None and not seen.fouten)
        if seen is None:
            self._content = b""
            self.about.setText(words.WHAT_IT_NEEDS)
            return
        self._code = seen.gelezen.kop.casus
        self.about.setText(words.about(seen))
        said = words.counts(seen)
        self.counts.setText(said)
        self.counts.set_tone("bad" if seen.fouten else "")
        announce(self, said)
        self._put(PlainLabel(words.WRONG if seen.fouten else words.READY, kind="soft"))
        if seen.fouten:
            for line in words.faults(seen):
                self._put(PlainLabel(line, tone="bad"))
        else:
            self._put_all(seen)
        self._inside.addStretch(1)

    def _put_all(self, seen: Voorbeeld) -> None:
        self._put(PlainLabel(words.gone_on(seen), kind="strong"))
        if said := words.renamed(seen):
            self._put(PlainLabel(said, tone="warn"))
        for title, lines in (
            (self.tr("Nieuwe professionals"), words.people(seen)),
            (self.tr("Nieuwe partijen"), words.partijen(seen)),
            (self.tr("Van de casus"), words.sorts(seen)),
        ):
            if lines:
                self._put(PlainLabel(title, kind="heading"))
                self._put(PlainLabel("\n".join(f"• {line}" for line in lines)))
        known = self.tr("Wie hier al bekend is, blijft zoals hij hier staat.")
        self._put(PlainLabel(known, kind="small"))

    def _put(self, label: PlainLabel) -> None:
        self._inside.addWidget(label)

    def submit(self) -> None:
        """All of it in one act, or nothing and a sentence."""
        if not self.submit_button.isEnabled():
            return
        code = self._code
        if self._desk.perform(CasusInvoeren(bestand=self._content), self.notice):
            self.accept()
            self._desk.dossier_asked.emit(code)


def bring_in(desk: "Desk") -> None:
    """Opens the preview, and on top of it the question which file."""
    dialog = InvoerenDialog(desk, desk.window)
    dialog.open()
    dialog.choose_file()
