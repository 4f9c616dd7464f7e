"""The style sheet: what a palette cannot say. `$names` are tokens and sizes of `ui.theme`."""

SHEET = """
QAbstractItemView { outline: none; }
QToolTip { background: $ink; color: $sheet; border: 0; padding: 4px 8px; }
PlainLabel[kind="title"] { font-size: ${title}pt; font-weight: 700; }
PlainLabel[kind="heading"] { font-size: ${large}pt; font-weight: 700; }
PlainLabel[kind="strong"] { font-weight: 700; }
PlainLabel[kind="soft"] { color: $ink_soft; }
PlainLabel[kind="small"] { color: $ink_soft; font-size: ${small}pt; }
PlainLabel[kind="tag"] {
    background: $accent_soft; color: $ink; border-radius: 4px; padding: 2px 8px;
    font-size: ${small}pt;
}
PlainLabel[tone="good"] { color: $good; }
PlainLabel[tone="warn"] { color: $warn; }
PlainLabel[tone="bad"] { color: $bad; }
PlainLabel[kind="tag"][tone="good"] { background: $good_soft; }
PlainLabel[kind="tag"][tone="warn"] { background: $warn_soft; }
PlainLabel[kind="tag"][tone="bad"] { background: $bad_soft; }

QFrame[kind="card"] { background: $sheet; border: 1px solid $hairline; border-radius: 8px; }
QFrame[kind="card"]:focus { border: 2px solid $accent; }
QFrame[kind="line"] { background: $sheet; border: 0; border-top: 2px solid $line; }
QFrame[kind="rule"] { background: $hairline; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="rail"] { background: $sheet; border: 0; border-right: 1px solid $hairline; }
QScrollArea[kind="rail"] { border: 0; background: $sheet; }
QFrame[kind="practice"] { background: $warn_soft; border: 0; border-bottom: 1px solid $warn; }
QFrame[kind="notice"] {
    background: $sheet; border: 1px solid $hairline; border-left: 4px solid $accent;
    border-radius: 4px;
}
QFrame[kind="notice"][tone="warn"] { background: $warn_soft; border-color: $warn; }
QFrame[kind="notice"][tone="bad"] { background: $bad_soft; border-color: $bad; }
QFrame[kind="toast"] { background: $ink; border-radius: 6px; }
QFrame[kind="toast"] PlainLabel { color: $sheet; }
QScrollArea { background: transparent; border: 1px solid transparent; }
QScrollArea:focus { border: 1px solid $accent; }
QScrollArea > QWidget > QWidget#inside { background: transparent; }

QPushButton, QToolButton {
    background: $sheet; color: $ink; border: 1px solid $line; border-radius: 6px;
    padding: ${pad}px 15px;
}
QPushButton:hover, QToolButton:hover { background: $accent_soft; }
QPushButton:pressed, QPushButton:checked, QToolButton:checked {
    background: $accent_soft; border-color: $accent;
}
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: ${pad_focus}px 14px; }
QPushButton:disabled, QToolButton:disabled {
    color: $ink_soft; background: $paper; border-color: $hairline;
}
QPushButton[kind="primary"] {
    background: $accent; color: $ink_on_accent; border-color: $accent; font-weight: 700;
}
QPushButton[kind="primary"]:focus {
    border: 3px double $ink_on_accent; padding: ${pad_thick}px 13px;
}
QPushButton[kind="primary"]:disabled {
    background: $paper; color: $ink_soft; border-color: $hairline;
}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    background: transparent; border-color: transparent; color: $accent; padding: ${pad}px 8px;
}
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {
    border: 2px solid $accent; padding: ${pad_focus}px 7px;
}
QPushButton[kind="quiet"]:disabled { color: $ink_soft; }
QPushButton[kind="row"] {
    background: $sheet; border: 1px solid $hairline; border-radius: 8px; text-align: left;
    padding: 8px 15px;
}
QPushButton[kind="row"]:hover { background: $accent_soft; }
QPushButton[kind="row"]:focus { border: 2px solid $accent; padding: 7px 14px; }
QPushButton[kind="chip"] {
    background: $accent_soft; border-color: transparent; padding: ${pad}px 11px;
}
QPushButton[kind="chip"]:hover { border-color: $accent; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: ${pad_focus}px 10px; }
QPushButton[kind="flat-row"] {
    background: transparent; border: 2px solid transparent; border-radius: 8px; text-align: left;
}
QPushButton[kind="flat-row"]:hover { background: $accent_soft; }
QPushButton[kind="flat-row"]:checked {
    background: $accent_soft; border-left-color: $accent; border-top-left-radius: 0;
    border-bottom-left-radius: 0;
}
QPushButton[kind="flat-row"]:focus { border-color: $accent; }
QPushButton[kind="rail"] {
    background: transparent; border: 2px solid transparent; border-radius: 6px; text-align: left;
    padding: 4px 12px;
}
QPushButton[kind="rail"]:hover { background: $accent_soft; }
QPushButton[kind="rail"]:checked { background: $accent_soft; font-weight: 700; }
QPushButton[kind="rail"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QComboBox, QListWidget, QTreeWidget, QTableView {
    background: $sheet; color: $ink; border: 1px solid $line; border-radius: 4px;
    selection-background-color: $accent; selection-color: $ink_on_accent;
    placeholder-text-color: $ink_soft;
}
QLineEdit, QComboBox { padding: ${pad}px 8px; }
QPlainTextEdit { padding: 4px 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QListWidget:focus,
QTreeWidget:focus, QTableView:focus {
    border: 2px solid $accent;
}
QLineEdit:focus, QComboBox:focus { padding: ${pad_focus}px 7px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
    background: $paper; color: $ink_soft; border-color: $hairline;
}
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url(iconen:omlaag-$name.svg); width: 12px; height: 12px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: 0; padding: 0; min-height: 0; background: transparent;
}
QComboBox QAbstractItemView {
    background: $sheet; color: $ink; border: 1px solid $line; padding: 4px;
}
QAbstractItemView::item { min-height: ${target_inner}px; padding: 4px 6px; }
QAbstractItemView::item:hover { background: $accent_soft; color: $ink; }
QAbstractItemView::item:selected { background: $accent; color: $ink_on_accent; }
QListView[kind="lines"] {
    background: $sheet; color: $ink; border: 1px solid $line; border-radius: 8px;
}
QListView[kind="lines"]:focus { border: 2px solid $accent; }
QHeaderView::section {
    background: $paper; color: $ink_soft; border: 0; border-bottom: 1px solid $hairline;
    padding: 6px 8px;
}
QTableView { gridline-color: $hairline; }
QCheckBox, QRadioButton {
    min-height: ${target}px; spacing: 8px; border: 2px solid transparent; border-radius: 4px;
    padding: 0 4px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 18px; height: 18px; border: 1px solid $line; background: $sheet;
    border-radius: 3px;
}
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url(iconen:vinkje-$name.svg);
}
QRadioButton::indicator:checked {
    background: qradialgradient(
        cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
        stop:0 $accent, stop:0.56 $accent, stop:0.64 $sheet, stop:1 $sheet
    );
    border-color: $accent;
}
QAbstractItemView::indicator {
    width: 18px; height: 18px; border: 1px solid $line; background: $sheet;
    border-radius: 3px;
}

QTabWidget::pane { border: 0; border-top: 1px solid $hairline; top: -1px; }
QTabBar::tab {
    background: transparent; color: $ink_soft; border: 2px solid transparent;
    border-bottom: 3px solid transparent; padding: ${pad}px 14px;
}
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; font-weight: 700; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected:focus {
    border: 2px solid $accent; border-bottom-width: 3px; border-radius: 4px;
}

QMenuBar { background: $paper; border-bottom: 1px solid $hairline; }
QMenuBar::item { padding: 6px 12px; background: transparent; }
QMenuBar::item:selected { background: $accent; color: $ink_on_accent; }
QMenu { background: $sheet; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 7px 24px 7px 16px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $ink_on_accent; }
QMenu::item:disabled { color: $ink_soft; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QProgressBar {
    background: $hairline; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar::handle:vertical {
    background: $line; min-height: 32px; border-radius: 4px; margin: 3px;
}
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle:horizontal {
    background: $line; min-width: 32px; border-radius: 4px; margin: 3px;
}
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QFileDialog QToolButton, QFileDialog QToolButton:focus { padding: 5px; }
QCalendarWidget QWidget { alternate-background-color: $paper; }
QCalendarWidget QToolButton { border: 0; }

#tafel QAbstractButton, #tafel QLineEdit, #tafel QPlainTextEdit, #tafel QComboBox,
#tafel QTabBar, #tafel QTableWidget, #tafel RoundTable, #tafel PlainLabel {
    font-size: ${table}pt;
}
#tafel PlainLabel[kind="heading"] { font-size: ${large}pt; }
#tafel PlainLabel[kind="title"] { font-size: ${title}pt; }
#tafel QPushButton, #tafel QToolButton, #tafel QLineEdit, #tafel QComboBox,
#tafel QTabBar::tab {
    min-height: ${table_target}px;
}
#tafel QComboBox QLineEdit { min-height: 0; }
#tafel QCheckBox { min-height: ${table_high}px; }
#beamer PlainLabel#stap-nu {
    background: $accent; color: $ink_on_accent; border-radius: 8px; font-weight: 700;
}
#beamer PlainLabel#stap { color: $ink_soft; }
"""
