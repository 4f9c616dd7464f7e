"""A stack that is only as wide as the page one sees."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Pages(QStackedWidget):
    """Qt would make the window as wide as the widest page, also when that one is not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.addWidget(QWidget())  # otherwise the first page that is made is shown for a moment
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Of the page one sees."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()
