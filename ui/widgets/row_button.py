"""A line in a list that one can open: a title, what it is about, and where it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.buttons import PushButton
from ui.widgets.layout import horizontal, vertical
from ui.widgets.plain_label import PlainLabel, Tone

Tag = tuple[str, Tone]


class RowButton(PushButton):
    """As high as its text needs; the whole row is the target."""

    def __init__(
        self,
        title: str,
        under: str,
        tags: Sequence[Tag],
        on_click: Callable[[], object],
        *,
        flat: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "flat-row" if flat else "row")
        texts: list[QWidget] = [PlainLabel(title, kind="strong")]
        if under:
            texts.append(PlainLabel(under, kind="soft"))
        labels = [PlainLabel(text, kind="tag", tone=tone, wrap=False) for text, tone in tags]
        for label in (*texts, *labels):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = horizontal(vertical(*texts, gap=2), *labels, gap=12)
        line.setStretch(0, 1)
        line.setContentsMargins(16, 10, 16, 10)
        self.setLayout(line)
        self.setAccessibleName(
            ", ".join(part for part in (title, under, *(text for text, _ in tags)) if part)
        )
        self.clicked.connect(lambda: on_click())  # noqa: PLW0108 (Qt would pass `checked`)
        # A button is Fixed, and then Qt never makes it higher than its text on one line.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """What the texts need; a button would only count its own."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As narrow as the texts can be."""
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Long text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """How high at this width."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)
