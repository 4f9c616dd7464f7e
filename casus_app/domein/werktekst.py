"""Wat werktekst is: alles wat bij het vaststellen verdwijnt (WGS 1.7; vraag 14 en 28).

Eén tabel, die ook de opslag leest: zij verzegelt deze velden per bespreking met een eigen
sleutel, en vernietigt die sleutel als de bespreking haar werktekst verliest. Waarom zo, staat in
docs/besluiten/0025-scheiding.md.
"""

from collections.abc import Mapping
from typing import NamedTuple

from casus_app.domein.casus import Casus
from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.klad import Klad
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.domein.tafel import Akkoord
from casus_app.domein.waarde import Waarde

GESLOTEN = "\u2060niet voor uw rol"
"""Wat er staat waar iemand de sleutel niet van heeft. Het eerste teken ziet niemand en typt
niemand, zodat het nooit voor een echte tekst doorgaat; de opslag weigert het als tekst."""

VELDEN: Mapping[type, tuple[str, ...]] = {
    Inbreng: ("kern", "noodzaak", "motivering"),
    Akkoord: ("opmerking",),
    Klad: ("tekst",),
}
"""De velden met werktekst. Elke soort hier wijst met `overleg` en `casus` naar haar bespreking."""


class Vak(NamedTuple):
    """De bespreking waar werktekst bij hoort; elk vak heeft zijn eigen sleutel."""

    overleg: str
    casus: str


def is_werktekst(waarde: Waarde) -> bool:
    """Of de tekst in `VELDEN` nu werktekst is: wat iemand meeneemt blijft, en is het niet meer."""
    return not (isinstance(waarde, Inbreng) and waarde.lot is Lot.MEE)


def sterft(voor: Waarde | None, na: Waarde | None) -> Mapping[str, str] | None:
    """Van welke vakken de sleutel weg moet als dit verandert: al wie deze velden zo heeft.

    Een vastgesteld overleg, een bespreking of een casus die verdwijnt. `None`: van geen.
    """
    match voor, na:
        case ((None | Overleg(vastgesteld=False)), Overleg(vastgesteld=True)):
            return {"overleg": na.id}
        case Bespreking(), None:
            return {"overleg": voor.overleg, "casus": voor.casus}
        case Casus(), None:
            return {"casus": voor.id}
    return None
