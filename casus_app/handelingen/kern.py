"""Wat een handeling is: één klasse per handeling van draaiboek.md, onder één naam.

Die naam staat in het draaiboek, het logboek, het menu en de tabel van rollen. De velden van de
klasse zijn de velden van het draaiboek.
"""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from casus_app.blad import Blad
from casus_app.domein.tekst import TEKST_HOOGSTENS, onleesbaar, zegt_iets
from casus_app.weigeringen import ongeldig

Antwoord = dict[str, Any]
"""Wat een handeling teruggeeft; wordt JSON."""


class Verplicht:
    """Merkt een tekstveld dat niet leeg mag zijn."""


Tekst = Annotated[str, Verplicht]
"""Een tekst die iets moet zeggen. Waar leeg een eigen weigering heeft, staat gewoon `str`."""


class Vorm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Een groep velden binnen een handeling; onbekende velden kunnen niet."""


H = TypeVar("H", bound="type[Handeling]")
HANDELINGEN: dict[str, "type[Handeling]"] = {}
"""Alle handelingen van een draaiboek bij hun naam; elke klasse meldt zich met `@handeling`."""

SCHERMHANDELINGEN: dict[str, "type[Handeling]"] = {}
"""Wat alleen een scherm doet: de velden komen uit een bestand, niet uit een draaiboek."""


class Handeling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Iets wat iemand doet. `voer_uit` leest van het blad, toetst de regels en noteert.

    Volgorde in elke `voer_uit`: eerst de verwijzingen en waarden, dan `blad.toets_rol()`, dan de
    stand van overleg, casus en bespreking, dan de persoon, dan de inhoud.
    """

    NAAM: ClassVar[str] = ""
    OMKEERBAAR: ClassVar[bool] = False
    """Of het voorbereiding is die teruggedraaid kan worden; een feit kan dat niet."""
    BLADERT: ClassVar[bool] = False
    """Of het alleen zegt waar iemand kijkt; wat terug kon, kan daarna nog steeds terug."""

    def voer_uit(self, blad: Blad) -> Antwoord:  # noqa: ARG002 (de vorm voor wie erft)
        """Doet de handeling op het blad. Fouten: `Weigering`."""
        raise AssertionError(f"{type(self).__name__} zegt niet wat hij doet")


def handeling(klasse: H) -> H:
    """Meldt een handeling aan onder haar naam."""
    HANDELINGEN[klasse.NAAM] = klasse
    return klasse


def schermhandeling(klasse: H) -> H:
    """Meldt een handeling aan die geen draaiboek kent."""
    SCHERMHANDELINGEN[klasse.NAAM] = klasse
    return klasse


def toets_waarden(vorm: Handeling | Vorm) -> None:
    """Weigert met `ongeldig` wat in geen enkel veld kan: leeg waar het moet, of onleesbaar."""
    for veld, waarde, verplicht in _velden(vorm):
        if isinstance(waarde, Vorm):
            toets_waarden(waarde)
        for tekst in _teksten(waarde):
            _toets_tekst(veld, tekst, verplicht=verplicht)
        for deel in waarde if isinstance(waarde, tuple) else ():
            if isinstance(deel, Vorm):
                toets_waarden(deel)


def _velden(vorm: Handeling | Vorm) -> Iterator[tuple[str, object, bool]]:
    wenken = _wenken(type(vorm))
    for veld in vorm.__struct_fields__:
        yield veld, getattr(vorm, veld), wenken[veld]


_VERPLICHT: dict[type, dict[str, bool]] = {}


def _wenken(klasse: type) -> dict[str, bool]:
    """Per veld of het verplicht is; één keer per klasse uitgezocht."""
    if klasse not in _VERPLICHT:
        hints = get_type_hints(klasse, include_extras=True)
        _VERPLICHT[klasse] = {veld: _is_verplicht(hints[veld]) for veld in hints}
    return _VERPLICHT[klasse]


def verplichte_velden(klasse: type[Handeling]) -> frozenset[str]:
    """De tekstvelden die niet leeg mogen zijn, voor een scherm dat er vooraf naar vraagt."""
    return frozenset(veld for veld, verplicht in _wenken(klasse).items() if verplicht)


def _is_verplicht(hint: object) -> bool:
    return get_origin(hint) is Annotated and Verplicht in get_args(hint)


def _teksten(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, tuple):
        yield from (deel for deel in waarde if isinstance(deel, str))
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from (tekst for tekst in (sleutel, deel) if isinstance(tekst, str))


def _toets_tekst(veld: str, tekst: str, *, verplicht: bool) -> None:
    if verplicht and not zegt_iets(tekst):
        raise ongeldig(f"Het veld '{veld}' is leeg. Vul het in.", veld)
    if len(tekst) > TEKST_HOOGSTENS:
        raise ongeldig(
            f"De tekst in '{veld}' is te lang. Houd het kort: hoogstens {TEKST_HOOGSTENS} tekens.",
            veld,
        )
    if onleesbaar(tekst):
        raise ongeldig(f"In '{veld}' staat een onleesbaar teken. Typ de tekst opnieuw.", veld)
