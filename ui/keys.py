"""The keys of this screen, read from what is really there, so that the list is never behind."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QMenu, QWidget


class Key(NamedTuple):
    """What it does, and the keys that do it."""

    text: str
    keys: str


class Group(NamedTuple):
    """Keys that belong together; never empty."""

    title: str
    keys: tuple[Key, ...]


KEYS = "KEYS"
"""A widget that listens to keys by itself says so in an attribute of this name: pairs of the keys
and what they do. It counts while the widget is seen."""


def of_this_screen(window: QMainWindow) -> list[Group]:
    """What the page listens to first, then its buttons, then the menu, then what always works."""
    groups = [
        Group(_tr("Op deze bladzij"), tuple(_unique([*_declared(window), *_shortcuts(window)]))),
        Group(_tr("Knoppen op deze bladzij"), tuple(_unique(_letters(window)))),
    ]
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            groups.append(Group(bare(top.text()), tuple(_unique(_in_menu(menu)))))
    groups.append(Group(_tr("Overal"), _everywhere()))
    return [group for group in groups if group.keys]


def bare(text: str) -> str:
    """A text of a button or a menu without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def native(sequence: QKeySequence) -> str:
    """Keys as they stand on the keyboard."""
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _declared(window: QWidget) -> Iterator[Key]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window:
            for keys, text in getattr(widget, KEYS, ()):
                yield Key(text, keys)


def _shortcuts(window: QWidget) -> Iterator[Key]:
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if isinstance(owner, QWidget) and owner.isVisible() and owner.window() is window:
            yield Key(shortcut.whatsThis(), native(shortcut.key()))


def _letters(window: QWidget) -> Iterator[Key]:
    for made in window.findChildren(QAbstractButton):
        letter = QKeySequence.mnemonic(made.text())
        here = made.isVisible() and made.window() is window and made.isEnabled()
        if here and not letter.isEmpty():
            yield Key(bare(made.text()), native(letter))


def _in_menu(menu: QMenu) -> Iterator[Key]:
    for action in menu.actions():
        under = action.menu()
        if isinstance(under, QMenu):
            yield from _in_menu(under)
        elif action.shortcuts():
            yield Key(bare(action.text()), _all_of(action))


def _all_of(action: QAction) -> str:
    return _tr(" of ").join(native(sequence) for sequence in action.shortcuts())


def _unique(keys: Iterator[Key] | list[Key]) -> Iterator[Key]:
    """Two ways with the same words are one line: Ctrl+Return of Ctrl+Enter."""
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(key.text, [])
        if key.keys not in found[key.text]:
            found[key.text].append(key.keys)
    for text, ways in found.items():
        yield Key(text, _tr(" of ").join(ways))


def _everywhere() -> tuple[Key, ...]:
    return (
        Key(_tr("Naar het volgende of vorige onderdeel"), "Tab, Shift+Tab"),
        Key(_tr("Doen wat gekozen is"), _tr("Spatie")),
        Key(_tr("Sluiten zonder iets te doen"), "Esc"),
        Key(_tr("Naar het menu"), "Alt"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("toetsen", text)
