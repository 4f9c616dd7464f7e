"""What all panels have: a desk to work at, and the bespreking they are about."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus_app.domein.overleg import Bespreking
from ui.desk import Desk
from ui.widgets.notice import Notice


class Panel(QWidget):
    """What was typed stays while the rest is read again; another bespreking clears it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.session = desk.session
        self.punt: Bespreking | None = None
        self.notice = Notice()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 16, 0, 0)
        self.column.setSpacing(16)
        self.column.addWidget(self.notice)

    def show_punt(self, punt: Bespreking) -> None:
        """Shows this bespreking as it is now."""
        other = self.punt is None or (self.punt.overleg, self.punt.casus) != (
            punt.overleg,
            punt.casus,
        )
        self.punt = punt
        if other:
            self.notice.clear()
            self.clear()
        self.read(punt)

    def clear(self) -> None:
        """Another bespreking: nothing typed for the last one may stay."""

    def forget(self) -> None:
        """The bespreking is gone from the kluis: nothing that was shown of it may stay."""
        self.punt = None
        self.notice.clear()
        self.clear()

    def first_part(self) -> QWidget:
        """Where a visit to this panel begins."""
        return self

    def read(self, punt: Bespreking) -> None:
        """Shows what is in the kluis now."""
        raise NotImplementedError  # each heir says how
