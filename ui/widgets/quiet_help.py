"""What the quiet help has to say about a text field: a wavy line, a mark beside it, one sentence.

Works on a `QPlainTextEdit` and on a `QLineEdit`. It never stops anybody: it only offers.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from casus_app.hulp import Vondst, neem_over
from ui.tafelindeling.painting import tokens_of
from ui.widgets.buttons import button
from ui.widgets.layout import horizontal
from ui.widgets.notice import announce
from ui.widgets.plain_label import PlainLabel

Look = Callable[[str], tuple[Vondst, ...]]
Edit = QPlainTextEdit | QLineEdit

_MARK = 7
"""Half the width of the mark, in pixels."""
_WAVE = 4


class QuietHelp(QWidget):
    """The line under a field; hidden as long as there is nothing to say.

    Put it right below `edit`. `look` is `Kijker.kijk`; it is asked for one paragraph at a time.
    """

    def __init__(self, edit: Edit, look: Look) -> None:
        super().__init__()
        self._edit = edit
        self._look = look
        self._described = edit.accessibleDescription()
        self._said = ""
        self.sentence = PlainLabel(kind="small")
        self.accept = button(self.tr("Overnemen (Alt+Enter)"), self.take, kind="quiet")
        self.accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = horizontal(self.sentence, self.accept)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._overlay = _Overlay(edit, self.findings)
        if isinstance(edit, QPlainTextEdit):
            self._painter = _Wave(edit.document(), look)
        edit.installEventFilter(self)
        edit.textChanged.connect(self._tell)
        edit.cursorPositionChanged.connect(self._tell)
        self.hide()
        self._tell()

    def findings(self) -> tuple[Vondst, ...]:
        """What is found in the paragraph of the cursor."""
        return self._look(self._paragraph()[0])

    def current(self) -> Vondst | None:
        """The finding to talk about: the last one that begins before the cursor, or the first."""
        found = self.findings()
        place = self._paragraph()[1]
        before = [vondst for vondst in found if vondst.start <= place]
        return before[-1] if before else next(iter(found), None)

    def take(self) -> None:
        """Puts the suggestion in the text; Ctrl+Z in the field takes it out again."""
        vondst = self.current()
        if vondst is None:
            return
        old = self._paragraph()[0]
        new, start, end = neem_over(old, vondst)
        self._replace(old, new)
        self._select(new, start, end)
        self._edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Alt+Enter accepts; without a finding the key is for somebody else."""
        if watched is self._edit and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if enter and alt == Qt.KeyboardModifier.AltModifier and self.current() is not None:
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                    return True
                if event.type() == QEvent.Type.KeyPress:
                    self.take()
                    return True
        return super().eventFilter(watched, event)

    def _paragraph(self) -> tuple[str, int]:
        """The text around the cursor, and where the cursor is in it."""
        if isinstance(self._edit, QLineEdit):
            text = self._edit.text()
            return text, _points(text, self._edit.cursorPosition())
        cursor = self._edit.textCursor()
        text = cursor.block().text()
        return text, _points(text, cursor.positionInBlock())

    def _replace(self, old: str, new: str) -> None:
        """Only what differs, so that undo and the rest of the text stay as they were."""
        shared = min(len(old), len(new))
        head = next((n for n in range(shared) if old[n] != new[n]), shared)
        tail = next((n for n in range(shared - head) if old[-1 - n] != new[-1 - n]), shared - head)
        self._select(old, head, len(old) - tail)
        piece = new[head : len(new) - tail]
        if isinstance(self._edit, QLineEdit):
            self._edit.insert(piece)
        else:
            self._edit.textCursor().insertText(piece)

    def _select(self, text: str, start: int, end: int) -> None:
        begin, length = _units(text[:start]), _units(text[start:end])
        if isinstance(self._edit, QLineEdit):
            self._edit.setCursorPosition(begin)
            if length:
                self._edit.setSelection(begin, length)
            return
        cursor = self._edit.textCursor()
        begin += cursor.block().position()
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)

    def _tell(self) -> None:
        vondst = self.current()
        said = "" if vondst is None else self._words(vondst)
        self._overlay.update()
        if said == self._said:
            return
        self._said = said
        self.sentence.setText(f"◆ {said}" if said else "")
        self.setVisible(bool(said))
        self._edit.setAccessibleDescription(" ".join(filter(None, (self._described, said))))
        if said and self._edit.hasFocus():
            announce(self._edit, said)

    def _words(self, vondst: Vondst) -> str:
        found = self._paragraph()[0][vondst.start : vondst.einde]
        return self.tr("{found}: {sentence} Voorstel: {words}").format(
            found=found, sentence=vondst.zin, words=vondst.voorstel or self.tr("weglaten")
        )


class _Wave(QSyntaxHighlighter):
    """The wavy line in a field of more than one line."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look

    def highlightBlock(self, text: str) -> None:  # noqa: N802 (Qt's name)
        """Qt asks this for a paragraph that changed."""
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(_colour())
        for vondst in self._look(text):
            start = _units(text[: vondst.start])
            self.setFormat(start, _units(text[vondst.start : vondst.einde]), form)


class _Overlay(QWidget):
    """A diamond in the margin, and for a line edit the wavy line too; lets the mouse through."""

    def __init__(self, edit: Edit, found: Callable[[], tuple[Vondst, ...]]) -> None:
        super().__init__(edit)
        self._edit = edit
        self._found = found
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        edit.installEventFilter(self)
        self.resize(edit.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """As large as the field."""
        if watched is self._edit and event.type() == QEvent.Type.Resize:
            self.resize(self._edit.size())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Only when there is something to show."""
        del event
        found = self._found()
        if not found:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(_colour())
        painter.setPen(_colour())
        if isinstance(self._edit, QLineEdit):
            for vondst in found:
                self._wave(painter, self._edit, vondst)
            middle = self.height() / 2
        else:
            middle = float(self._edit.cursorRect().center().y() + self._edit.viewport().y())
        x = self.width() - _MARK - 4.0
        half = _MARK - 2.0
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, middle - half),
                    QPointF(x + half, middle),
                    QPointF(x, middle + half),
                    QPointF(x - half, middle),
                ]
            )
        )

    def _wave(self, painter: QPainter, edit: QLineEdit, vondst: Vondst) -> None:
        # QLineEdit tells only where its cursor is; from there the text is as wide as its letters.
        metrics = edit.fontMetrics()
        text = edit.text()
        cursor: QRect = edit.cursorRect()
        origin = cursor.center().x() - metrics.horizontalAdvance(
            text[: _points(text, edit.cursorPosition())]
        )
        left = origin + metrics.horizontalAdvance(text[: vondst.start])
        right = origin + metrics.horizontalAdvance(text[: vondst.einde])
        low = (self.height() + metrics.height()) / 2 - 1
        left, right = max(left, _MARK), min(right, self.width() - 3 * _MARK)
        points = [
            QPointF(x, low + (_WAVE / 2 if n % 2 else 0))
            for n, x in enumerate(range(left, right, _WAVE))
        ]
        painter.drawPolyline(points)


def _colour() -> QColor:
    return QColor(tokens_of(QApplication.palette()).warn)


def _units(text: str) -> int:
    """Qt counts in UTF-16: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _points(text: str, units: int) -> int:
    """Back from what Qt counts to what Python counts."""
    return len(
        text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore")
    )
