"""What takes an obstacle away: for a code of a refusal, the handelingen that mend it, or why not.

A test walks every code that `regels.opening` can give: each has a mend, or its reason here.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import fields

from casus_app.handelingen import HANDELINGEN
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.desk import Desk

MENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "betrokkene-niet-geinformeerd": (
        ("betrokkene.informeren", "Geïnformeerd…"),
        ("betrokkene.uitstellen", "Uitstellen…"),
    ),
    "uitnodiging-ontbreekt": (
        ("betrokkene.uitnodigen", "Uitnodigen"),
        ("betrokkene.niet-uitnodigen", "Niet uitnodigen…"),
    ),
    "geen-geheimhoudingsverklaring": (
        ("geheimhouding.ondertekenen", "Ondertekend…"),
        ("deelname.intrekken", "Stoel intrekken…"),
    ),
    "casus-niet-gewogen": (("casus.wegen", "Wegen…"),),
    "casus-afgeschermd": (("casus.heropenen", "Heropenen…"),),
}
"""The handelingen that take an obstacle away."""

NO_MEND: dict[str, str] = {
    "overleg-vastgesteld": "Wat vastgesteld is, verandert niet meer.",
    "bespreking-gesloten": "Deze casus is al besproken of doorgeschoven.",
    "andere-bespreking-open": "Sluit eerst de casus die op tafel ligt; die opent u in de agenda.",
}
"""Where no handeling of this casus helps: why not."""


def mend(desk: "Desk", handeling: str, known: Mapping[str, object], place: Notice) -> None:
    """Where nothing is left to ask it is done at once; otherwise its form opens."""
    klasse = HANDELINGEN[handeling]
    if all(field.name in known or not field.required for field in fields(klasse)):
        desk.perform(msgspec.convert(known, klasse), place)
    else:
        desk.open_act(handeling, known)
