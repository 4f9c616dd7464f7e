"""A stack that is only as large as the page one sees."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Pages(QStackedWidget):
    """Qt would make the window as large as the largest page, also when that one is not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.addWidget(QWidget())  # otherwise the first page that is made is shown for a moment
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Of the page one sees."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Of the page one sees."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Whether the page one sees gets higher as it gets narrower."""
        page = self.currentWidget()
        return page is not None and page.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """How high the page one sees is at this width; -1 when it does not mind."""
        page = self.currentWidget()
        return page.heightForWidth(width) if page is not None else -1
