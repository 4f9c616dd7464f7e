"""Wat alleen het scherm van de tafel doet: hoe iemand erbij zit, hamerstukken, en de stap."""

from datetime import date
from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.klad import Klad, Kladveld
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import SoortBespreking
from casus_app.domein.tafel import (
    Akkoord,
    Hamerstuk,
    Houding,
    SoortAkkoord,
    SoortHouding,
    Tafelstand,
    Tafelstap,
)
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.regels.stand import (
    toets_aan_het_woord,
    toets_aan_tafel,
    toets_casus,
    toets_niet_afgerond,
    toets_overleg,
)
from casus_app.weigeringen import onbekend, ongeldig


@schermhandeling
class BesprekingHouding(Handeling, frozen=True, kw_only=True):
    """Iemand luistert alleen, of zegt niets in te brengen; leeg: doet gewoon mee."""

    NAAM: ClassVar[str] = "bespreking.houding"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    casus: str
    professional: str
    houding: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.professional)
        soort = blad.keuze(SoortHouding, self.houding) if self.houding.strip() else None
        blad.toets_rol()
        toets_aan_tafel(overleg, casus, bespreking)
        toets_aan_het_woord(blad, bespreking, self.professional)
        waar = {"overleg": overleg.id, "casus": casus.id}
        ingebracht = blad.zoek(Inbreng, inbrenger=self.professional, **waar)
        if soort is not None and any(inbreng.telt_mee for inbreng in ingebracht):
            raise ongeldig(
                "Deze persoon heeft al iets ingebracht, en doet dus mee. Kies een ander.",
                "professional",
            )
        if soort is None:
            doe_mee(blad, overleg.id, casus.id, self.professional)
        else:
            blad.bewaar(Houding(professional=self.professional, soort=soort, **waar))
        return {}


def doe_mee(blad: Blad, overleg: str, casus: str, professional: str) -> None:
    """Wie iets inbrengt luistert niet meer alleen."""
    for houding in blad.zoek(Houding, overleg=overleg, casus=casus, professional=professional):
        blad.verwijder(houding)


@schermhandeling
class AkkoordGeven(Handeling, frozen=True, kw_only=True):
    """Iemand zegt bij het teruglezen akkoord, of niet; leeg: nog niets. Het houdt niets tegen."""

    NAAM: ClassVar[str] = "akkoord.geven"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    casus: str
    professional: str
    akkoord: str = ""
    opmerking: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.professional)
        soort = blad.keuze(SoortAkkoord, self.akkoord) if self.akkoord.strip() else None
        if self.opmerking.strip() and soort is not SoortAkkoord.NIET:
            raise ongeldig(
                "Een opmerking hoort bij 'niet akkoord'. Kies dat, of laat haar weg.", "opmerking"
            )
        blad.toets_rol()
        toets_aan_tafel(overleg, casus, bespreking)
        toets_aan_het_woord(blad, bespreking, self.professional)
        if soort is None:
            eerder = blad.opslag.haal(Akkoord, overleg.id, casus.id, self.professional)
            if eerder is not None:
                blad.verwijder(eerder)
            return {}
        blad.bewaar(
            Akkoord(
                overleg=overleg.id,
                casus=casus.id,
                professional=self.professional,
                soort=soort,
                opmerking=self.opmerking,
            )
        )
        return {}


def vraag_akkoord_opnieuw(blad: Blad, overleg: str, casus: str) -> None:
    """Er verandert iets na het teruglezen: wie akkoord was, heeft dit niet gehoord."""
    for gezegd in blad.zoek(Akkoord, overleg=overleg, casus=casus, soort=SoortAkkoord.AKKOORD):
        blad.verwijder(gezegd)


@schermhandeling
class BesprekingVoorstellen(Handeling, frozen=True, kw_only=True):
    """Een hamerstuk: het besluit ligt klaar, en wordt het als niemand het wil bespreken."""

    NAAM: ClassVar[str] = "bespreking.voorstellen"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    casus: str
    besluit: Tekst
    aanspreekpunt: str
    evaluatie_op: date
    klaar_als: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.aanspreekpunt)
        if self.evaluatie_op < overleg.datum:
            raise ongeldig(
                "De evaluatie ligt vóór het overleg. Kies een latere dag.", "evaluatie_op"
            )
        if bespreking.soort is SoortBespreking.WEGING:
            raise ongeldig("Een weging is geen hamerstuk: zij wordt aan tafel gedaan.", "casus")
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        blad.bewaar(
            Hamerstuk(
                overleg=overleg.id,
                casus=casus.id,
                besluit=self.besluit,
                aanspreekpunt=self.aanspreekpunt,
                evaluatie_op=self.evaluatie_op,
                klaar_als=self.klaar_als,
            )
        )
        return {}


@schermhandeling
class BesprekingBespreken(Handeling, frozen=True, kw_only=True):
    """Iemand zegt 'bespreken': het is geen hamerstuk meer."""

    NAAM: ClassVar[str] = "bespreking.bespreken"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    casus: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        hamerstuk = blad.opslag.haal(Hamerstuk, overleg.id, casus.id)
        if hamerstuk is None:
            raise onbekend("dit hamerstuk")
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        blad.verwijder(hamerstuk)
        return {}


@schermhandeling
class BesprekingStap(Handeling, frozen=True, kw_only=True):
    """De voorzitter gaat naar een stap; er verandert niets aan de casus."""

    NAAM: ClassVar[str] = "bespreking.stap"
    BLADERT: ClassVar[bool] = True
    overleg: str
    casus: str
    stap: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        stap = blad.keuze(Tafelstap, self.stap)
        blad.toets_rol()
        toets_aan_tafel(overleg, casus, bespreking)
        blad.bewaar(Tafelstand(overleg=overleg.id, casus=casus.id, stap=stap))
        return {}


def gebruik_klad(blad: Blad, overleg: str, casus: str, veld: Kladveld) -> None:
    """Wat half getypt was is nu gezegd; het gaat in dezelfde transactie weg."""
    klad = blad.opslag.haal(Klad, overleg, casus, veld)
    if klad is not None:
        blad.verwijder(klad)


def ruim_de_tafel(blad: Blad, overleg: str, casus: str) -> None:
    """De bespreking is klaar: voorstel, stap en half getypte tekst zijn weg, ook uit de WAL."""
    for veld in Kladveld:
        gebruik_klad(blad, overleg, casus, veld)
    blad.vernietigt = True
    for soort in (Hamerstuk, Tafelstand):
        waarde = blad.opslag.haal(soort, overleg, casus)
        if waarde is not None:
            blad.verwijder(waarde)
