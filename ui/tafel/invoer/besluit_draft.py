"""The half-typed besluit: the words, who to turn to, when to look again, and when it is done."""

from typing import TYPE_CHECKING

import msgspec

from casus_app.domein.klad import Kladveld
from ui.forms.editors import DateEditor, Editor, LineEditor, TextEditor
from ui.tafel.invoer.drafts import Draft

if TYPE_CHECKING:
    from ui.dossier.inline_form import InlineForm
    from ui.tafel.staat import TafelStaat

FIELDS = ("besluit", "aanspreekpunt", "evaluatie_op", "klaar_als")


class BesluitDraft(Draft):
    """Follows one form at a time; a new form is empty, or gets what was kept."""

    def __init__(self, staat: "TafelStaat") -> None:
        super().__init__(staat, Kladveld.BESLUIT, self._put_back, by_itself=False)
        self._form: InlineForm | None = None
        self._putting = False

    def follow(self, form: "InlineForm") -> None:
        """From now on what is typed in this form is kept."""
        self._form = form
        for name in FIELDS:
            editor = form.editor(name)
            editor.changed.connect(self._typed)
            if isinstance(editor, DateEditor):
                editor.field.edit.textChanged.connect(self._typed)
        if not self.restore():
            self._typed()

    def _typed(self, *_what: object) -> None:
        if self._form is None or self._putting:
            return
        said = {name: _text(self._form.editor(name)) for name in FIELDS}
        some = {name: text for name, text in said.items() if text}
        self.keep(msgspec.json.encode(some).decode() if some else "")

    def _put_back(self, text: str) -> None:
        if self._form is None:
            return
        self._putting = True  # half of it is not what was kept
        try:
            for name, said in msgspec.json.decode(text, type=dict[str, str]).items():
                if name in FIELDS:
                    _write(self._form.editor(name), said)
        finally:
            self._putting = False


def _text(editor: Editor) -> str:
    """As it was typed: half a day is not a day yet."""
    if isinstance(editor, DateEditor):
        return editor.field.edit.text()
    if isinstance(editor, TextEditor):
        return editor.edit.toPlainText()
    if isinstance(editor, LineEditor):
        return editor.edit.text()
    return str(editor.value() or "")


def _write(editor: Editor, text: str) -> None:
    if isinstance(editor, DateEditor):
        editor.field.edit.setText(text)
    else:
        editor.set_value(text)
