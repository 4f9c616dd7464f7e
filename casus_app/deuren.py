"""De deuren die het scherm krijgt: kluizen openen, papieren wegschrijven, de oefencasus.

Het scherm kent de opslag niet; de samenstelling (`casus_app.__main__`) maakt deze deuren.
"""

from pathlib import Path
from typing import Protocol

from casus_app.computer import Computer
from casus_app.domein.toegang import Toegang
from casus_app.poorten import Kopie, Papier, Reservebericht
from casus_app.proces import Terugkeer
from casus_app.werkbank import Werkbank


class Deuren(Protocol):
    """Alles wat naar schijf gaat. Fouten zijn `OpslagFout`, met een zin voor de gebruiker.

    `open` en `maak` duren ongeveer een seconde (Argon2id) en mogen op een andere draad lopen;
    daarna hoort de werkbank bij de draad van het scherm.
    """

    def bestaat(self, pad: Path) -> bool:
        """Of hier een kluis staat."""
        ...

    def sloten(self, pad: Path) -> tuple[Toegang, ...]:
        """Wie deze kluis kunnen openen, om uit te kiezen wie u bent; zonder wachtzin te lezen.

        Ook het slot van de herstelsleutel staat erin, als er een is.
        """
        ...

    def open(self, pad: Path, wachtzin: str, wie: str = "") -> Werkbank:
        """Opent een kluis; `wie` is het slot, en is nodig zodra er meer mensen in kunnen."""
        ...

    def open_met_herstelsleutel(self, pad: Path, sleutel: bytes) -> Werkbank:
        """Opent een kluis met de envelop; alleen `herstelsleutel.gebruiken` kan dan."""
        ...

    def maak(self, pad: Path, wachtzin: str, naam: str = "") -> Werkbank:
        """Maakt een nieuwe, echte kluis; `naam` is hoe de eerste gebruiker bij het openen heet.

        Weigert een zwakke wachtzin, met de zin van `regels.wachtzin.oordeel`.
        """
        ...

    def oefenkluis(self) -> Werkbank:
        """De kluis met de oefencasus, zo nodig eerst gemaakt door het oefendraaiboek te spelen."""
        ...

    def sluit(self, werkbank: Werkbank) -> None:
        """Sluit de kluis van deze werkbank."""
        ...

    def reservekopie(self, werkbank: Werkbank) -> Reservebericht | None:
        """Maakt er een als er iets veranderd is; op een andere draad. `None` in een oefenkluis."""
        ...

    def kopieen(self, pad: Path) -> tuple[Kopie, ...]:
        """De reservekopieën van de kluis op deze plaats, of die in deze map; nieuwste eerst."""
        ...

    def toets_wachtzin(self, pad: Path, wachtzin: str) -> None:
        """Of deze wachtzin op de kluis of reservekopie past; duurt ongeveer een seconde."""
        ...

    def zet_terug(self, pad: Path, kopie: Path, wachtzin: str) -> tuple[Werkbank, str]:
        """Maakt van de kopie de kluis en opent hem; de zin zegt wat er gebeurd is."""
        ...

    def let_op(self, werkbank: Werkbank) -> str:
        """Wat er bij het openen op te merken was (een oudere kopie), of niets."""
        ...

    def computer(self, werkbank: Werkbank) -> Computer:
        """Hoe het staat met de schijf waar deze kluis op ligt, en met het wisselgeheugen."""
        ...

    def schrijf(self, map_uit: Path, papier: Papier) -> Path:
        """Schrijft een papier in deze map; geeft het pad."""
        ...

    def begin_opnieuw(self, terug: Terugkeer) -> None:
        """Na vergrendelen: een nieuw proces bij het slot. Keert terug waar dat niet kan."""
        ...

    def terugkeer(self) -> Terugkeer | None:
        """Of dit proces zo begonnen is, en waar het dan verdergaat."""
        ...
