"""Een wachtzin van vijf gewone woorden voor een papier; zij wordt één keer getoond.

De lijst telt 2048 woorden, dus elk woord is 11 bits en de zin 55: genoeg, omdat AES-256 R6 elke
poging duur maakt en wie het bestand heeft geen hulp krijgt van een server.
"""

import secrets
from functools import cache

from resources import bytes_van

WOORDEN = 5
_LIJST = "wachtzin/woorden.txt"


@cache
def lijst() -> tuple[str, ...]:
    """De woorden, zonder de regels met uitleg."""
    regels = bytes_van(_LIJST).decode().splitlines()
    return tuple(woord for regel in regels if not regel.startswith("#") for woord in regel.split())


def wachtzin() -> str:
    """Vijf verschillende woorden, elk even waarschijnlijk."""
    return " ".join(secrets.SystemRandom().sample(lijst(), WOORDEN))
