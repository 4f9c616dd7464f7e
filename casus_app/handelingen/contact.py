"""Hoe de betrokkene veilig te bereiken is: opschrijven, en kijken zolang het nodig is.

Wat hier staat komt op geen papier, in geen bestand en niet in wat een handeling verder laat zien.
"""

from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.casus import Betrokkene, VeiligContact
from casus_app.domein.tekst import zegt_iets
from casus_app.handelingen.kern import Antwoord, Handeling, schermhandeling
from casus_app.regels.stand import toets_casus
from casus_app.weigeringen import ongeldig


@schermhandeling
class BetrokkeneVeiligContact(Handeling, frozen=True, kw_only=True):
    """Zoals de betrokkene het zelf zei; een lege tekst haalt weg wat er stond."""

    NAAM: ClassVar[str] = "betrokkene.veilig-contact"
    casus: str
    hoe: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.toets_rol()
        toets_casus(casus)
        if blad.opslag.haal(Betrokkene, casus.id) is None:
            raise ongeldig(
                "Van deze casus is nog geen naam bekend. Open eerst de trap waarop dat kan.",
                "casus",
            )
        if zegt_iets(self.hoe):
            blad.bewaar(VeiligContact(casus=casus.id, hoe=self.hoe, op=blad.vandaag))
        elif (oud := blad.opslag.haal(VeiligContact, casus.id)) is not None:
            blad.verwijder(oud)
        return {}


@schermhandeling
class VeiligContactBekijken(Handeling, frozen=True, kw_only=True):
    """Er is naar gekeken: dat staat in het logboek, wat er stond niet (WGS 1.8 lid 4)."""

    NAAM: ClassVar[str] = "veilig-contact.bekijken"
    casus: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.toets_rol()
        toets_casus(casus)
        gevonden = blad.opslag.haal(VeiligContact, casus.id)
        if gevonden is None:
            raise ongeldig(
                "Er is niet opgeschreven hoe u deze persoon veilig bereikt. Vraag het eerst.",
                "casus",
            )
        return {"veilig_contact": gevonden.hoe}
