"""De ene manier om iets te veranderen: een handeling doen, drukken, en in één keer vastleggen."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from casus_app.blad import Blad
from casus_app.catalogus import Catalogus
from casus_app.domein.klad import Klad
from casus_app.domein.klok import OEFENKLOK, Oefenklok
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.domein.toegang import WerkwortelNieuw
from casus_app.domein.waarde import Waarde
from casus_app.domein.werktekst import GESLOTEN
from casus_app.fouten import OpslagFout, PapierFout
from casus_app.handelingen import Antwoord, Handeling, toets_waarden
from casus_app.opmaak import Uitgave
from casus_app.poorten import (
    Klok,
    Kluisbeheer,
    Logregel,
    Logstand,
    Meld,
    Opslag,
    Papier,
    Voortgang,
    Wijziging,
)
from casus_app.rollen import (
    WERKTEKST_LEZEN,
    Gebruiker,
    Gebruikersrol,
    gebruiker_met,
    gebruiker_van,
    mag,
)
from casus_app.terug import Stap, Terug
from casus_app.weigeringen import Code, Weigering, onbekend

Drukker = Callable[[Uitgave], Papier]
"""Maakt van een opgemaakt stuk een papier dat is nagelezen. Fouten: `PapierFout`."""


CONTROLEREN = "logboek.controleren"


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """Een gelukte, duurzaam vastgelegde handeling."""

    handeling: str
    antwoord: Antwoord
    papieren: tuple[Papier, ...]
    wijzigingen: tuple[Wijziging[Waarde], ...]
    vernietigt: bool = False
    """Er is iets voorgoed weg: wie het nog laat zien, laat het los."""
    voorbeelden: tuple[Papier, ...] = ()
    """Gedrukt om naar te kijken; dit gaat de deur niet uit."""


class OefenKlok:
    """De klok van een oefenkluis: de dag staat in de kluis, de tijd komt van de echte klok."""

    def __init__(self, opslag: Opslag, echt: Klok) -> None:
        self._opslag = opslag
        self._echt = echt

    def vandaag(self) -> date:
        """De dag in de kluis; zolang die er niet is, de echte."""
        stand = self._opslag.haal(Oefenklok, OEFENKLOK)
        return stand.dag if stand else self._echt.vandaag()

    def nu(self) -> datetime:
        """De dag in de kluis, met de tijd van nu."""
        return datetime.combine(self.vandaag(), self._echt.nu().timetz())


def _toets_te_lezen(uitgaven: Sequence[Uitgave], gebruiker: Gebruiker) -> None:
    """Geen papier met een gat erin: wie werktekst niet kan lezen, maakt er geen stuk van."""
    if gebruiker.rol not in WERKTEKST_LEZEN and any(_GESLOTEN in repr(een) for een in uitgaven):
        raise PapierFout(
            "In dit papier staat werktekst die uw rol niet kan lezen. Laat de coördinator of de "
            "secretaris het maken; er is niets vastgelegd."
        )


_GESLOTEN = repr(GESLOTEN)[1:-1]


class Werkbank:
    """Eén open kluis met zijn regels; schermen en draaiboeken doen hier hun handelingen."""

    def __init__(
        self,
        opslag: Opslag,
        klok: Klok,
        catalogus: Catalogus,
        druk: Drukker,
        *,
        oefening: bool = False,
        beheer: Kluisbeheer | None = None,
    ) -> None:
        self.opslag = opslag
        self.beheer = beheer
        self.catalogus = catalogus
        self.oefening = oefening
        self.klok: Klok = OefenKlok(opslag, klok) if oefening else klok
        self.terug = Terug()
        self._druk = druk

    @property
    def gebruiker(self) -> Gebruiker:
        """Namens wie er gewerkt wordt: van wie het slot is dat openging.

        In een oefenkluis speelt één slot elke rol.
        """
        slot = self.opslag.slot()
        if slot is None or self.oefening:
            return gebruiker_met(Gebruikersrol.COORDINATOR)
        return gebruiker_van(slot)

    def noteer_pogingen(self, aantal: int) -> None:
        """Zet in het logboek dat er sinds de vorige keer verkeerde wachtzinnen getypt zijn."""
        if aantal:
            regel = Logregel(
                moment=self.klok.nu(),
                gebruiker=self.gebruiker.id,
                rol=self.gebruiker.rol or "",
                handeling="kluis.openen-mislukt",
                uitkomst="opgemerkt",
                aantal=aantal,
            )
            self.opslag.leg_vast((), regel)

    def vernieuw_werkwortel(self, *, nodig: bool) -> None:
        """Maakt na het openen af wat wie iemand verwijderde niet kon: hij had de werkwortel niet.

        Lukt het niet, dan probeert het volgende openen het weer.
        """
        if nodig:
            regel = Logregel(
                moment=self.klok.nu(),
                gebruiker=self.gebruiker.id,
                rol=self.gebruiker.rol or "",
                handeling="werkwortel.vernieuwd",
                uitkomst="gelukt",
            )
            with suppress(OpslagFout):
                self.opslag.leg_vast((), regel, werk=WerkwortelNieuw())

    def _toets_wie(self, gebruiker: Gebruiker, handeling: str) -> None:
        """In een echte kluis is dat wie haar opende, met de rol van dat slot."""
        if gebruiker.rol is None:
            raise onbekend("deze gebruiker")
        if self.oefening or self.opslag.slot() is None:
            return
        opende = self.gebruiker
        if (gebruiker.id, gebruiker.rol) != (opende.id, opende.rol):
            raise Weigering(Code.ROL_NIET_BEVOEGD)
        if opende.alleen and handeling not in opende.alleen:
            raise Weigering(
                Code.ROL_NIET_BEVOEGD,
                "Kies eerst een eigen wachtzin. Daarna kunt u verder met uw werk.",
            )

    def begin_op(self, dag: date, gebruiker: Gebruiker) -> None:
        """Zet de klok van een oefenkluis op de dag waarop een draaiboek begint."""
        stand = self.opslag.haal(Oefenklok, OEFENKLOK)
        begin = Oefenklok(id=OEFENKLOK, dag=dag)
        if stand == begin:
            return
        regel = Logregel(
            moment=datetime.combine(dag, self.klok.nu().timetz()),
            gebruiker=gebruiker.id,
            rol=gebruiker.rol or "",
            handeling="klok.zetten",
            uitkomst="gelukt",
        )
        stap: Wijziging[Waarde] = Wijziging(stand, begin)
        self.opslag.leg_vast((stap,), regel)

    def voer_uit(
        self,
        handeling: Handeling,
        gebruiker: Gebruiker,
        kader: str,
        meld: Meld | None = None,
    ) -> Uitkomst:
        """Doet de handeling helemaal of niet; bij terugkeer is zij duurzaam.

        `meld` hoort na elk papier (of elk deel van een kopie) hoe ver het is.
        Fouten: `Weigering` (alleen een logregel), `PapierFout` en `OpslagFout` (niets veranderd).
        """
        blad = Blad(
            handeling=handeling.NAAM,
            gebruiker=gebruiker,
            kader=kader,
            opslag=self.opslag,
            catalogus=self.catalogus,
            vandaag=self.klok.vandaag(),
            nu=self.klok.nu(),
            oefening=self.oefening,
            beheer=self.beheer,
        )
        if meld is not None:
            blad.meld = meld
        try:
            self._toets_wie(gebruiker, handeling.NAAM)
            toets_waarden(handeling)
            antwoord = handeling.voer_uit(blad)
        except Weigering as weigering:
            self.opslag.leg_vast((), self._regel(blad, "geweigerd", weigering.code))
            raise
        if not blad.rol_getoetst:
            raise AssertionError(f"{handeling.NAAM} vergeet de rol te toetsen")
        _toets_te_lezen((*blad.uitgaven, *blad.voorbeelden), gebruiker)
        papieren = []
        for uitgave in blad.uitgaven:
            papieren.append(self._druk(uitgave))
            if meld is not None:
                meld(len(papieren), len(blad.uitgaven))
        voorbeelden = tuple(self._druk(uitgave) for uitgave in blad.voorbeelden)
        uitgegeven = blad.uitgegeven(papieren)
        wijzigingen = (*blad.wijzigingen, *uitgegeven)
        regel = self._regel(blad, "gelukt", blad.opmerking)
        if blad.vastlegger is not None:
            blad.vastlegger(wijzigingen, regel)
        else:
            self.opslag.leg_vast(
                wijzigingen,
                regel,
                grondig=blad.vernietigt,
                ondertekening=blad.ondertekening,
            )
        self.terug.gedaan(handeling, wijzigingen, feit=blad.feit or bool(uitgegeven))
        return Uitkomst(
            handeling.NAAM, antwoord, tuple(papieren), wijzigingen, blad.vernietigt, voorbeelden
        )

    def loop_logboek_na(self, gebruiker: Gebruiker, meld: Voortgang) -> Logstand | None:
        """Als `logboek.controleren`, op een andere draad en te stoppen; dan is er geen oordeel.

        De regel in het logboek zegt hoeveel regels er nagelopen zijn, en of de keten brak.
        """
        self._toets_wie(gebruiker, CONTROLEREN)
        if not mag(gebruiker.rol, CONTROLEREN):
            raise Weigering(Code.ROL_NIET_BEVOEGD)
        stand = self.opslag.loop_logboek_na(meld)
        if stand is not None:
            regel = Logregel(
                moment=self.klok.nu(),
                gebruiker=gebruiker.id,
                rol=gebruiker.rol or "",
                handeling=CONTROLEREN,
                uitkomst="gelukt",
                code="" if stand.heel else "keten-gebroken",
                aantal=stand.regels,
            )
            self.opslag.leg_vast((), regel)
        return stand

    def bewaar_klad(self, klad: Klad) -> None:
        """Bewaart half getypte tekst; alleen zolang de casus op tafel ligt.

        Geen handeling en geen logregel: er is nog niets gezegd. Fouten: `OpslagFout`.
        """
        punt = self.opslag.haal(Bespreking, klad.overleg, klad.casus)
        if punt is not None and punt.stand is Stand.OPEN:
            self.opslag.bewaar_klad(klad)

    def maak_ongedaan(self, gebruiker: Gebruiker) -> Uitkomst | None:
        """Draait de laatste omkeerbare handeling terug; `None` als die er niet is.

        Ook dit is een handeling met een eigen logregel; het logboek wordt nooit korter.
        """
        stap = self.terug.ongedaan
        return self._keer(stap, stap.omgekeerd if stap else None, "handeling.ongedaan", gebruiker)

    def doe_opnieuw(self, gebruiker: Gebruiker) -> Uitkomst | None:
        """Doet wat net ongedaan gemaakt is weer; `None` als dat er niet is."""
        stap = self.terug.opnieuw
        return self._keer(stap, stap.wijzigingen if stap else None, "handeling.opnieuw", gebruiker)

    def _keer(
        self,
        stap: Stap | None,
        wijzigingen: tuple[Wijziging[Waarde], ...] | None,
        naam: str,
        gebruiker: Gebruiker,
    ) -> Uitkomst | None:
        if stap is None or wijzigingen is None:
            return None
        regel = Logregel(
            moment=self.klok.nu(),
            gebruiker=gebruiker.id,
            rol=gebruiker.rol or "",
            handeling=naam,
            uitkomst="gelukt",
            code=stap.handeling,
            aantal=len(wijzigingen),
        )
        self._toets_wie(gebruiker, stap.handeling)
        if not mag(gebruiker.rol, stap.handeling):
            raise Weigering(Code.ROL_NIET_BEVOEGD)
        weg = any(wijziging.na is None for wijziging in wijzigingen)
        self.opslag.leg_vast(wijzigingen, regel, grondig=weg)
        self.terug.gekeerd(stap)
        return Uitkomst(naam, {"handeling": stap.handeling}, (), wijzigingen, weg)

    @staticmethod
    def _regel(blad: Blad, uitkomst: str, code: str = "") -> Logregel:
        return Logregel(
            moment=blad.nu,
            gebruiker=blad.gebruiker.id,
            rol=blad.gebruiker.rol or "",
            handeling=blad.handeling,
            uitkomst=uitkomst,
            code=code,
            onderwerp=blad.onderwerp,
            aantal=len(blad.wijzigingen) if uitkomst == "gelukt" else None,
        )
