"""What was copied out of this program: marked as secret, and away after half a minute."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS = 30
MARK = "x-kde-passwordManagerHint"
HINTS = {
    MARK: b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "application/x-nspasteboard-concealed-type": b"1",
}
"""What clipboard histories look at before they keep something (KDE, Windows, macOS)."""


class OwnClipboard(QObject):
    """Only ever touches what came from this program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.clear)
        self._board.dataChanged.connect(self._mark)

    def _mark(self) -> None:
        text = self._board.text()
        if not text or not self.ours():
            return
        if not self._board.mimeData().hasFormat(MARK):
            marked = QMimeData()
            marked.setText(text)
            for hint, value in HINTS.items():
                marked.setData(hint, value)
            self._board.setMimeData(marked)
        self._timer.start()

    def ours(self) -> bool:
        """Whether what is on it now came from this program."""
        return self._board.ownsClipboard()

    def clear(self) -> None:
        """If it is still ours."""
        self._timer.stop()
        if self.ours():
            self._board.clear()
        if self._board.supportsSelection() and self._board.ownsSelection():
            self._board.clear(QClipboard.Mode.Selection)
