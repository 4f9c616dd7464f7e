"""What was read or written once and still holds, so that asking again is no reading again."""

from collections.abc import Mapping

from casus_app.domein.waarde import Waarde

VALUES = 50_000
"""More than so many values are never remembered."""
ANSWERS = 5_000

Ident = tuple[type, tuple[object, ...]]
Asked = tuple[str, tuple[object, ...]]
"""A query with its cells."""


class Remembered:
    """Values by their key, and per kind what a search found.

    A search finds the same until a value of its kind is written, so `written` is the one rule:
    whatever is committed goes past it. Values that are gone stay in no answer either.
    """

    def __init__(self) -> None:
        self.values: dict[Ident, Waarde] = {}
        self._found: dict[type, dict[Asked, tuple[Waarde, ...]]] = {}
        self._answers = 0

    def clear(self) -> None:
        """Nothing is known any more."""
        self.values.clear()
        self._found.clear()
        self._answers = 0

    def keep(self, ident: Ident, waarde: Waarde) -> None:
        """Read from the file, or just written to it."""
        if len(self.values) >= VALUES:
            self.clear()
        self.values[ident] = waarde

    def found(self, soort: type, asked: Asked) -> tuple[Waarde, ...] | None:
        """What this search found since the last change of this kind; `None` when nobody asked."""
        return self._found.get(soort, {}).get(asked)

    def keep_found(self, soort: type, asked: Asked, found: tuple[Waarde, ...]) -> None:
        """The answer to a search."""
        if self._answers >= ANSWERS:
            self._found.clear()
            self._answers = 0
        self._answers += 1
        self._found.setdefault(soort, {})[asked] = found

    def written(self, changed: Mapping[Ident, Waarde | None]) -> None:
        """What is in the file now; `None` is gone."""
        for ident, waarde in changed.items():
            self._answers -= len(self._found.pop(ident[0], {}))
            if waarde is None:
                self.values.pop(ident, None)
            else:
                self.keep(ident, waarde)
