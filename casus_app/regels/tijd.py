"""Tijden van de dag, zoals mensen ze schrijven."""

import re

from casus_app.weigeringen import ongeldig

_TIJD = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def minuten_sinds_middernacht(tijd: str) -> int:
    """Minuten sinds middernacht bij "UU:MM". Weigert met `ongeldig`."""
    past = _TIJD.fullmatch(tijd)
    if not past:
        raise ongeldig("Deze tijd kan niet. Schrijf uren en minuten als 09:30.", "begin")
    return int(past[1]) * 60 + int(past[2])
