"""Who one is, before the passphrase: only asked when there is something to choose."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from casus_app.domein.toegang import Slotsoort, Toegang
from ui.widgets.layout import vertical
from ui.widgets.plain_label import PlainLabel


class WhoField(QWidget):
    """The short names of the slots; it proves nothing, the passphrase does."""

    def __init__(self) -> None:
        super().__init__()
        self.names = QComboBox()
        self.names.setAccessibleName(self.tr("Wie bent u"))
        label = PlainLabel(self.tr("Wie bent u"), kind="strong")
        label.setBuddy(self.names)
        self.setLayout(vertical(label, self.names, gap=4))
        self.envelope = False
        """Whether there is a recovery key."""

    def offer(self, slots: Sequence[Toegang]) -> None:
        """Who can open this kluis."""
        people = [slot for slot in slots if slot.soort is Slotsoort.WACHTZIN]
        self.envelope = len(people) < len(slots)
        self.names.clear()
        for slot in people:
            self.names.addItem(slot.naam or slot.rol.capitalize(), slot.id)
        self.setVisible(len(people) > 1)

    def chosen(self) -> str:
        """The slot; empty when there is nothing to choose from."""
        return str(self.names.currentData() or "")
