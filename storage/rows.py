"""Row ↔ value, both ways, by the type hints of the value; no SQL is executed here."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, Generic, get_args, get_origin, get_type_hints

from casus_app.domein.waarde import W
from casus_app.domein.werktekst import VELDEN
from storage.errors import NietBewaarbaar

Cell = str | int | bytes | None
"""What a column of ours can hold; bytes only where working text is sealed."""

Encode = Callable[[Any], Cell]
Decode = Callable[[Any], Any]

_encode_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def table_name(soort: type) -> str:
    """The table of a class.

    >>> table_name(type("SoortVerzoek", (), {}))
    'soort_verzoek'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", soort.__name__).lower()


class Unequal(TypeError):
    """A value that cannot be equal to any value of the column: its type is another one."""


class Codec(Generic[W]):
    """How one class of values lies in its table: the SQL texts and the two conversions.

    Prepared once per class. The field names come from the class itself, never from a user, so
    putting them in the SQL text is safe.
    """

    def __init__(self, soort: type[W]) -> None:
        hints = get_type_hints(soort)
        self.soort = soort
        self.names = tuple(f.name for f in fields(soort))
        kinds = [_conversion(hints[name]) for name in self.names]
        self._encoders: dict[str, Encode] = {
            name: encode for name, (encode, _) in zip(self.names, kinds, strict=True)
        }
        self._encode = tuple(self._encoders.values())
        self._decode = tuple(decode for _, decode in kinds)
        self._values = _as_tuple(self.names)
        self.key_of = _as_tuple(soort.SLEUTEL)
        self.key_at = tuple(self.names.index(name) for name in soort.SLEUTEL)
        self._rest_at = tuple(i for i in range(len(self.names)) if i not in self.key_at)
        self._prepare_sql()

    def _prepare_sql(self) -> None:
        self.table = table_name(self.soort)
        rest = [self.names[i] for i in self._rest_at]
        key = " AND ".join(f"{name} = ?" for name in self.soort.SLEUTEL)
        columns, marks = ", ".join(self.names), ", ".join("?" * len(self.names))
        self.insert = f"INSERT INTO {self.table} ({columns}) VALUES ({marks})"  # noqa: S608 - names of our own class
        self.update = f"UPDATE {self.table} SET {', '.join(f'{n} = ?' for n in rest)} WHERE {key}"  # noqa: S608 - idem
        self.delete = f"DELETE FROM {self.table} WHERE {key}"  # noqa: S608 - idem
        self.select = f"SELECT {columns} FROM {self.table}"  # noqa: S608 - idem
        self.select_one = f"{self.select} WHERE {key}"
        self._searches: dict[tuple[tuple[str, bool], ...], str] = {}

    def search(self, waar: dict[str, object]) -> tuple[str, list[Cell]]:
        """The query for all values with these fields, in order of origin.

        Raises `Unequal` when no value can match and `TypeError` for a field that does not exist,
        or that holds working text: sealed, it is never the same twice.
        """
        cells: list[Cell] = []
        shape = []
        for name, value in waar.items():
            encode = self._encoders.get(name)
            if encode is None or name in VELDEN.get(self.soort, ()):
                raise TypeError(f"{self.soort.__name__} heeft geen veld {name} om op te zoeken")
            shape.append((name, value is None))
            if value is not None:
                cells.append(_encode_or_unequal(encode, value))
        asked = tuple(shape)
        sql = self._searches.get(asked)
        if sql is None:
            parts = [f"{name} IS NULL" if empty else f"{name} = ?" for name, empty in asked]
            where = f" WHERE {' AND '.join(parts)}" if parts else ""
            sql = self._searches[asked] = f"{self.select}{where} ORDER BY rowid"
        return sql, cells

    def row(self, waarde: W) -> list[Cell]:
        """The cells for `insert`."""
        return [
            encode(cell) for encode, cell in zip(self._encode, self._values(waarde), strict=True)
        ]

    def for_update(self, row: Sequence[Cell]) -> list[Cell]:
        """These cells for `update`: the rest first, then the key."""
        return [row[i] for i in self._rest_at] + [row[i] for i in self.key_at]

    def key_cells(self, sleutel: Sequence[object]) -> list[Cell]:
        """The cells for `select_one` and `delete`. Raises `Unequal`."""
        if len(sleutel) != len(self.key_at):
            raise TypeError(f"{self.soort.__name__} heeft {len(self.key_at)} sleutelvelden")
        return [
            _encode_or_unequal(self._encode[i], deel)
            for i, deel in zip(self.key_at, sleutel, strict=True)
        ]

    def key_in(self, row: Sequence[Cell]) -> tuple[object, ...]:
        """The key of the value in this row, as the value itself would give it."""
        return tuple([self._decode[i](row[i]) for i in self.key_at])

    def value(self, row: Sequence[Cell]) -> W:
        """The value in this row."""
        cells = [decode(cell) for decode, cell in zip(self._decode, row, strict=True)]
        return self.soort(**dict(zip(self.names, cells, strict=True)))


@cache
def codec(soort: type[W]) -> Codec[W]:
    """The one codec of this class."""
    return Codec(soort)


def _as_tuple(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


def _encode_or_unequal(encode: Encode, value: object) -> Cell:
    try:
        return encode(value)
    except TypeError:
        raise Unequal from None


def _conversion(hint: Any) -> tuple[Encode, Decode]:  # noqa: ANN401 - a type hint is any object
    if isinstance(hint, UnionType):
        (inner,) = (part for part in get_args(hint) if part is not type(None))
        encode, decode = _conversion(inner)
        return (
            lambda value: None if value is None else encode(value),
            lambda cell: None if cell is None else decode(cell),
        )
    if get_origin(hint) is tuple and get_args(hint) == (str, ...):
        return _encode_texts, _decode_texts
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _encode_choice(hint), {str(member): member for member in hint}.__getitem__
    return _PLAIN[hint]


def _encode_text(value: str) -> str:
    if type(value) is not str:
        if not isinstance(value, str):
            raise TypeError("geen tekst")
        value = str(value)
    if "\0" in value:  # SQLite keeps it, but half of its functions stop reading there
        raise NietBewaarbaar
    return value


def _encode_texts(value: tuple[str, ...]) -> str:
    if not isinstance(value, tuple):
        raise TypeError("geen rij teksten")
    return _encode_json([_encode_text(text) for text in value])


def _decode_texts(cell: str) -> tuple[str, ...]:
    return tuple(json.loads(cell))


def _encode_choice(enum: type[StrEnum]) -> Encode:
    known = {str(member): str(member) for member in enum}

    def encode(value: str) -> str:
        try:
            return known[value]
        except KeyError:
            raise TypeError(f"geen {enum.__name__}") from None

    return encode


def _encode_whole(value: int) -> int:
    if type(value) is not int:
        raise TypeError("geen geheel getal")
    return value


def _encode_yes_no(value: bool) -> int:
    if type(value) is not bool:
        raise TypeError("geen ja of nee")
    return int(value)


def _encode_day(value: date) -> str:
    if type(value) is not date:
        raise TypeError("geen dag")
    return value.isoformat()


def encode_moment(value: object) -> str:
    """ISO 8601 in UTC; a moment without a zone is a bug and not a moment."""
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise TypeError("geen moment met tijdzone")
    return value.astimezone(UTC).isoformat()


def _same(cell: Any) -> Any:  # noqa: ANN401 - passes whatever lies in the cell
    return cell


_PLAIN: dict[object, tuple[Encode, Decode]] = {
    str: (_encode_text, _same),
    int: (_encode_whole, _same),
    bool: (_encode_yes_no, bool),
    date: (_encode_day, date.fromisoformat),
    datetime: (encode_moment, datetime.fromisoformat),
}
