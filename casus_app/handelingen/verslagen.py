"""Een verslag bekijken voor het weggaat, en het met een wachtzin uitgeven."""

from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Blad
from casus_app.handelingen.kern import Antwoord, Handeling, schermhandeling
from casus_app.handelingen.stukken import verslag_voor
from casus_app.opmaak.wachtzin import wachtzin


@schermhandeling
class VerslagBekijken(Handeling, frozen=True, kw_only=True):
    """Het blad dat deze ontvanger zou krijgen, om naar te kijken; er gaat niets de deur uit.

    Ook kijken staat in het logboek (WGS 1.8 lid 4), maar niet in het register van uitgiften.
    """

    NAAM: ClassVar[str] = "verslag.bekijken"
    overleg: str
    ontvanger: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        maak, _ = verslag_voor(blad, self.overleg, self.ontvanger)
        blad.laat_zien(maak)
        return {}


@schermhandeling
class VerslagBeveiligen(Handeling, frozen=True, kw_only=True):
    """Hetzelfde verslag, met AES-256 op slot; de wachtzin staat alleen in het antwoord."""

    NAAM: ClassVar[str] = "verslag.beveiligen"
    overleg: str
    ontvanger: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        maak, aan = verslag_voor(blad, self.overleg, self.ontvanger)
        zin = wachtzin()
        namen = blad.geef_uit(
            lambda opdruk: opmaak.Beveiligd(stuk=maak(opdruk), wachtzin=zin), aan=aan
        )
        return {"bestanden": namen, "wachtzin": zin}
