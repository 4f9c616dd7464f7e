"""Het blad waarop één handeling gedaan wordt: lezen uit de opslag, wijzigingen verzamelen."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import TypeVar

from casus_app.catalogus import Catalogus, Kader, Soort
from casus_app.domein.casus import BETROKKENE, Casus, Kringpersoon
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Overleg
from casus_app.domein.toegang import Sleutelwerk
from casus_app.domein.uitgifte import SoortPapier, Uitgifte
from casus_app.domein.waarde import W, Waarde, sleutel_van
from casus_app.opmaak import Beveiligd, Opdruk, Uitgave
from casus_app.opmaak.versie import reeks, versie, vingerafdruk
from casus_app.poorten import (
    Kluisbeheer,
    Meld,
    Ondertekening,
    Opslag,
    Papier,
    Vastlegger,
    Wijziging,
)
from casus_app.rollen import Gebruiker, mag
from casus_app.weigeringen import Code, Weigering, bestaat_al, onbekend, ongeldig

K = TypeVar("K", bound=StrEnum)

AANDUIDING = re.compile(r"\w(?:[\w.\-]{0,62}\w)?")

WOORDEN: dict[type, str] = {
    Partij: "deze partij",
    Professional: "deze professional",
    Casus: "deze casus",
    Overleg: "dit overleg",
    Bespreking: "deze casus op dit overleg",
}
"""Hoe een soort waarde heet in een zin als 'Deze casus bestaat niet'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestemming:
    """Voor wie een papier is en over welke casussen het gaat; het register onthoudt dat."""

    soort: SoortPapier
    casussen: tuple[str, ...]
    ontvanger: str = ""
    overleg: str | None = None
    reden: str = ""


@dataclass
class Blad:
    """Wat een handeling ziet en achterlaat; pas de werkbank legt het vast."""

    handeling: str
    gebruiker: Gebruiker
    kader: str
    opslag: Opslag
    catalogus: Catalogus
    vandaag: date
    nu: datetime
    oefening: bool = False
    beheer: Kluisbeheer | None = None
    meld: Meld = lambda _klaar, _alles: None
    uitgaven: list[Uitgave] = field(default_factory=list)
    voorbeelden: list[Uitgave] = field(default_factory=list)
    vernietigt: bool = False
    feit: bool = False
    opmerking: str = ""
    """Een code die bij deze gelukte handeling in het logboek komt."""
    onderwerp: tuple[str, str] | None = None
    rol_getoetst: bool = False
    vastlegger: Vastlegger | None = None
    """Legt vast in plaats van de opslag zelf: de kluis moet er in dezelfde stap iets bij doen."""
    ondertekening: Ondertekening | None = None
    """Wat wie deze handeling doet ermee ondertekent."""
    _uitgiften: list[tuple[int, Uitgifte]] = field(default_factory=list)
    _klad: dict[tuple[type, tuple[str, ...]], Wijziging[Waarde]] = field(default_factory=dict)

    # --- lezen ---

    def haal(self, soort: type[W], *sleutel: str) -> W:
        """De waarde met deze sleutel. Weigert met `onbekend`."""
        waarde = self.opslag.haal(soort, *sleutel)
        if waarde is None:
            wat = WOORDEN.get(soort, f"deze {soort.__name__.lower()}")
            raise onbekend(wat, waarde=sleutel[-1])
        return waarde

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        """Alle waarden met deze velden, in volgorde van ontstaan."""
        return self.opslag.zoek(soort, **waar)

    def casus(self, id: str) -> Casus:
        """De casus; alles wat hierna gebeurt gaat in het logboek over hem."""
        casus = self.haal(Casus, id)
        self.onderwerp = ("casus", id)
        return casus

    def bespreking(self, overleg: str, casus: str) -> tuple[Overleg, Casus, Bespreking]:
        """Het overleg, de casus en de bespreking van die casus in dat overleg."""
        return (
            self.haal(Overleg, overleg),
            self.casus(casus),
            self.haal(Bespreking, overleg, casus),
        )

    def soort_van(self, professional: str) -> Soort:
        """De soort van de partij waarvoor deze professional werkt."""
        partij = self.haal(Partij, self.haal(Professional, professional).partij)
        return self.catalogus.soorten[partij.soort]

    def kader_van(self, casus: Casus | Overleg) -> Kader:
        """Het juridisch kader waarin deze casus of dit overleg staat."""
        return self.catalogus.kaders[casus.kader]

    def instelling(self) -> Instelling:
        """De inrichting van het huis; zonder die kan er nog niets."""
        huis = self.opslag.haal(Instelling, HUIS)
        if huis is None:
            raise onbekend("de instelling")
        return huis

    def kluis(self) -> Kluisbeheer:
        """De kluis als geheel. Weigert met `ongeldig` waar er geen op een schijf staat."""
        if self.beheer is None:
            raise ongeldig("Dit kan hier niet. Open een kluis die op een schijf staat.")
        return self.beheer

    def deelname(self, bespreking: Bespreking, professional: str) -> Deelname | None:
        """De stoel van deze professional bij deze casus, als die er is en niet is ingetrokken."""
        stoel = self.opslag.haal(Deelname, bespreking.overleg, bespreking.casus, professional)
        return stoel if stoel and stoel.ingetrokken_op is None else None

    def toegelaten(self, bespreking: Bespreking, professional: str) -> bool:
        """De voorzitter is bij elke casus toegelaten, ieder ander alleen met een stoel."""
        overleg = self.haal(Overleg, bespreking.overleg)
        return overleg.voorzitter == professional or bool(self.deelname(bespreking, professional))

    def kamer(self, bespreking: Bespreking) -> tuple[Aanwezigheid, ...]:
        """Wie er nu bij deze casus in de kamer is, in volgorde van binnenkomst."""
        return self.zoek(
            Aanwezigheid, overleg=bespreking.overleg, casus=bespreking.casus, tot=None
        )

    def aanwezig(self, bespreking: Bespreking, professional: str) -> bool:
        """Of deze professional nu in de kamer is."""
        return any(plek.professional == professional for plek in self.kamer(bespreking))

    def in_kring(self, casus: Casus, persoon: str) -> bool:
        """Of dit de betrokkene is of iemand uit diens vastgelegde kring (BGS 2.19)."""
        return persoon == BETROKKENE or bool(self.opslag.haal(Kringpersoon, casus.id, persoon))

    # --- toetsen ---

    def toets_rol(self) -> None:
        """Na de verwijzingen en vóór de rest; de werkbank eist dat dit gebeurd is."""
        self.rol_getoetst = True
        if not mag(self.gebruiker.rol, self.handeling):
            raise Weigering(Code.ROL_NIET_BEVOEGD)

    def keuze(self, keuzes: type[K], waarde: str) -> K:
        """De waarde als lid van deze opsomming. Weigert met `ongeldig`."""
        try:
            return keuzes(waarde)
        except ValueError:
            zin = f"Deze keuze kan niet. Kies uit: {', '.join(keuzes)}."
            raise ongeldig(zin, waarde=waarde) from None

    def nieuw(self, soort: type[Waarde], id: str, wat: str) -> None:
        """Toetst of deze aanduiding kan en nog vrij is."""
        if not AANDUIDING.fullmatch(id):
            raise ongeldig(
                "Deze aanduiding kan niet. Gebruik hoogstens 64 letters, cijfers, punten en "
                "streepjes, zonder spaties.",
                "id",
            )
        if self.opslag.haal(soort, id) is not None:
            raise bestaat_al(wat, "id")

    # --- vastleggen ---

    def bewaar(self, waarde: Waarde) -> None:
        """Neemt de nieuwe of gewijzigde waarde op in wat er vastgelegd wordt."""
        self._noteer(waarde, waarde)

    def verwijder(self, waarde: Waarde) -> None:
        """Neemt op dat deze waarde verdwijnt."""
        self._noteer(waarde, None)

    def verander_toegang(self, werk: Sleutelwerk) -> None:
        """Neemt op wie er in de kluis kan; de opslag doet het samen met de rest."""
        self.vastlegger = partial(self.opslag.leg_vast, werk=werk)
        self.feit = True

    def _noteer(self, waarde: Waarde, na: Waarde | None) -> None:
        plek = (type(waarde), sleutel_van(waarde))
        eerder = self._klad.get(plek)
        voor = eerder.voor if eerder else self.opslag.haal(type(waarde), *plek[1])
        self._klad[plek] = Wijziging(voor, na)

    @property
    def wijzigingen(self) -> tuple[Wijziging[Waarde], ...]:
        """Wat er verandert; wat gelijk bleef of nooit bestond valt weg."""
        return tuple(stap for stap in self._klad.values() if stap.voor != stap.na)

    def geef_uit(
        self, *makers: Callable[[Opdruk], Uitgave], aan: Bestemming | None = None
    ) -> list[str]:
        """Neemt op wat na de handeling gedrukt wordt; geeft de bestandsnamen.

        Met `aan` komt in het register wie welke versie kreeg.
        """
        gemaakt = [maak(self.opdruk) for maak in makers]
        if aan is not None:
            self._noteer_uitgifte(gemaakt, aan)
        self.uitgaven.extend(gemaakt)
        return [uitgave.naam for uitgave in gemaakt]

    def laat_zien(self, maak: Callable[[Opdruk], Uitgave]) -> None:
        """Neemt op wat gedrukt wordt om naar te kijken; het gaat de deur niet uit."""
        self.voorbeelden.append(maak(self.opdruk))

    @property
    def opdruk(self) -> Opdruk:
        """De dag en het laatste zegel, voor in de voet."""
        return Opdruk(self.oefening, self.vandaag, self.opslag.laatste_zegel())

    def _noteer_uitgifte(self, gemaakt: list[Uitgave], aan: Bestemming) -> None:
        inhoud = vingerafdruk(gemaakt[0])
        nummer = versie(self.opslag, reeks(gemaakt[0]), inhoud).nummer
        for casus in aan.casussen:
            al = len(self.zoek(Uitgifte, casus=casus))
            al += sum(uitgifte.casus == casus for _, uitgifte in self._uitgiften)
            for volgende, uitgave in enumerate(gemaakt, 1):
                uitgifte = Uitgifte(
                    casus=casus,
                    nummer=al + volgende,
                    soort=aan.soort,
                    naam=reeks(uitgave),
                    overleg=aan.overleg,
                    ontvanger=aan.ontvanger,
                    versie=nummer,
                    op=self.vandaag,
                    inhoud=inhoud,
                    sha256="",
                    anker=self.opslag.laatste_zegel(),
                    beveiligd=isinstance(uitgave, Beveiligd),
                    reden=aan.reden,
                )
                self._uitgiften.append((len(self.uitgaven) + volgende - 1, uitgifte))

    def uitgegeven(self, papieren: Sequence[Papier]) -> tuple[Wijziging[Waarde], ...]:
        """Het register van wat nu gedrukt is, met de som van elk bestand zoals het weggaat."""
        sommen = [hashlib.sha256(papier.inhoud).hexdigest() for papier in papieren]
        return tuple(
            Wijziging(None, replace(uitgifte, sha256=sommen[plek]))
            for plek, uitgifte in self._uitgiften
        )
