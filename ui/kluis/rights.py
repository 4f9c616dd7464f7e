"""Wie mag wat: every act in its Dutch words, for one role at a time, and looked over each year."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QTreeWidget, QTreeWidgetItem, QWidget

from casus_app.domein.kluiszorg import Zorg
from casus_app.domein.termijn import maanden_later
from casus_app.regels.kluiszorg import ELKE_MAANDEN, laatste
from casus_app.rollen import Gebruikersrol, mag
from ui.actions import ACTS, GROUPS
from ui.desk import Desk
from ui.kluis.users import Users
from ui.texts import counted, day, sentence, word
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import card, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class Rights(QWidget):
    """From the one table of the vak (`rollen.MAG`); what is not there nobody may."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.looked = PlainLabel()
        self.looked_button = button(
            self.tr("Rechten zijn &nagelopen…"), partial(desk.open_act, "rechten.nalopen")
        )
        self.roles = QComboBox()
        self.roles.setAccessibleName(self.tr("Rol"))
        for rol in Gebruikersrol:
            self.roles.addItem(sentence(word(rol)), rol)
        self.count = PlainLabel(kind="soft")
        self.table = QTreeWidget()
        self.table.setAccessibleName(self.tr("Wat deze rol mag"))
        self.table.setHeaderLabels([self.tr("Handeling"), self.tr("Wat het is")])
        self.table.setRootIsDecorated(False)
        self.table.setMinimumHeight(240)
        self.roles.currentIndexChanged.connect(lambda _at: self.show_rights())
        row = horizontal(PlainLabel(self.tr("Rol"), wrap=False), self.roles, self.count)
        row.setStretch(2, 1)
        explain = self.tr(
            "Loop elk jaar na wie de kluis kan openen en of ieder nog de rol heeft die bij het "
            "werk past."
        )
        self.users = Users(desk)
        self.setLayout(
            vertical(
                self.users,
                card(PlainLabel(explain, kind="soft"), self.looked, Line(self.looked_button)),
                card(holder(row), self.table, title=self.tr("Wat mag een rol")),
                gap=16,
            )
        )

    def show_rights(self) -> None:
        """Of the chosen role, in the groups of the menu."""
        rol = self.roles.currentData()
        self.table.clear()
        some = 0
        for group in GROUPS:
            acts = [act for act in ACTS if act.group == group and mag(rol, act.handeling)]
            if not acts:
                continue
            some += len(acts)
            total = counted(len(acts), self.tr("handeling"), self.tr("handelingen"))
            head = QTreeWidgetItem(self.table, [group, total])
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for act in acts:
                item = QTreeWidgetItem(head, [act.text, act.explain])
                item.setToolTip(1, act.explain)
            head.setExpanded(True)
        self.table.resizeColumnToContents(0)
        said = self.tr("Mag {some} van de {all}.")
        acts_said = counted(some, self.tr("handeling"), self.tr("handelingen"))
        self.count.setText(said.format(some=acts_said, all=len(ACTS)))
        self._show_looked()
        self.users.show_users()

    def _show_looked(self) -> None:
        last = laatste(self._session.opslag, Zorg.RECHTEN)
        if last is None:
            self.looked.setText(self.tr("Nog niet nagelopen."))
            return
        text = self.tr("✓ Nagelopen op {day}. Opnieuw uiterlijk {again}.")
        again = day(maanden_later(last.op, ELKE_MAANDEN))
        self.looked.setText(text.format(day=day(last.op), again=again))
