"""Past deze casus in deze kluis? Alles wat in de weg staat, en wat erbij zou komen."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casus_app.blad import AANDUIDING
from casus_app.catalogus import Catalogus
from casus_app.domein.casus import Casus, Informering, Kringpersoon, Verlenging
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.domein.termijn import maanden_later
from casus_app.domein.uitgifte import Uitgifte
from casus_app.domein.verzoek import Weglating
from casus_app.domein.waarde import Waarde, sleutel_van
from casus_app.overgang import inhoud
from casus_app.overgang.hernoemen import (
    KENMERK,
    Hernoemd,
    hernoem,
    is_hier_vernietigd,
    staat_er_al,
)
from casus_app.overgang.lezen import FOUTEN_HOOGSTENS, Fout, Gelezen, Rij
from casus_app.overgang.verwijzing import verwijzingen
from casus_app.overgang.vorm import OMGEVING
from casus_app.poorten import Opslag
from casus_app.weigeringen import Code

_GEWEEST = frozenset(
    "aangemeld_op afgehandeld_op beantwoord_op bijgewerkt_op gemeld_op gesteld_op gewogen_op op "
    "vastgesteld_op".split()
)
"""Dagen waarop iets gebeurd is; die liggen nooit in de toekomst."""


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """Wat er zou gebeuren. `nieuw` is wat bewaard wordt, `fouten` wat eerst anders moet.

    `gelezen` is het bestand zoals het hier past: met de aanduidingen die het hier krijgt.
    """

    gelezen: Gelezen
    hernoemd: tuple[Hernoemd, ...]
    fouten: tuple[Fout, ...]
    nieuw: tuple[Waarde, ...]
    code: Code
    """Waarmee het inlezen geweigerd wordt als er fouten zijn."""

    @property
    def mensen(self) -> tuple[Professional, ...]:
        """Wie er als nieuwe professional bij komt."""
        return tuple(een for een in self.nieuw if isinstance(een, Professional))

    @property
    def partijen(self) -> tuple[Partij, ...]:
        """Welke partijen erbij komen."""
        return tuple(een for een in self.nieuw if isinstance(een, Partij))

    @property
    def casus(self) -> Casus | None:
        """De casus zelf, als hij te lezen was."""
        return next((r.waarde for r in self.gelezen.rijen if isinstance(r.waarde, Casus)), None)

    @property
    def aantallen(self) -> Counter[str]:
        """Hoeveel waarden van elke soort van de casus zelf."""
        return Counter(
            type(een).__name__.lower() for een in self.nieuw if not isinstance(een, OMGEVING)
        )


def voorbeeld(
    opslag: Opslag, catalogus: Catalogus, gelezen: Gelezen, *, vandaag: date, oefening: bool
) -> Voorbeeld:
    """Loopt het hele bestand na tegen de kluis van nu; er verandert niets."""
    bestand = _Nalezer(opslag, catalogus, gelezen, vandaag)
    fouten = [*gelezen.fouten, *bestand.kop(oefening=oefening)]
    bestaat = list(bestand.al_hier()) if not fouten else []
    hernoemd: tuple[Hernoemd, ...] = ()
    huis = opslag.haal(Instelling, HUIS)
    if huis is not None and not fouten and not bestaat:
        gelezen, hernoemd = hernoem(opslag, gelezen, huis=huis.naam, vandaag=vandaag)
    nalezer = _Nalezer(opslag, catalogus, gelezen, vandaag)
    fouten += bestaat or nalezer.rijen()
    if not fouten:
        fouten += inhoud.bezwaren(opslag, catalogus, gelezen.rijen, vandaag)
    nieuw = [rij.waarde for rij in gelezen.rijen if not nalezer.is_bekend(rij.waarde)]
    return Voorbeeld(
        gelezen,
        hernoemd,
        tuple(fouten[:FOUTEN_HOOGSTENS]),
        tuple(nieuw),
        Code.BESTAAT_AL if bestaat else Code.ONGELDIG,
    )


class _Nalezer:
    def __init__(
        self, opslag: Opslag, catalogus: Catalogus, gelezen: Gelezen, vandaag: date
    ) -> None:
        self._opslag = opslag
        self._catalogus = catalogus
        self._gelezen = gelezen
        self._kop = gelezen.kop
        self._rijen = gelezen.rijen
        self._vandaag = vandaag
        self._hier = {(type(r.waarde), sleutel_van(r.waarde)) for r in gelezen.rijen}
        self._woorden = _woorden(catalogus)

    def is_bekend(self, waarde: Waarde) -> bool:
        """Een mens, partij of overleg dat hier al staat blijft zoals het hier is."""
        return isinstance(waarde, OMGEVING) and self._bewaard(waarde) is not None

    def _bewaard(self, waarde: Waarde) -> Waarde | None:
        return self._opslag.haal(type(waarde), *sleutel_van(waarde))

    def kop(self, *, oefening: bool) -> Iterator[Fout]:
        """Wat over het hele bestand gaat."""
        if self._opslag.haal(Instelling, HUIS) is None:
            yield Fout("", "Dit huis is nog niet ingericht. Doe dat eerst.")
        if self._kop.oefening != oefening:
            zin = (
                "Dit is een oefenkluis. Een echte casus hoort hier niet in."
                if oefening
                else "Dit bestand komt uit een oefenkluis. Het hoort niet tussen echte casussen."
            )
            yield Fout("oefening", zin)
        casussen = [r.waarde for r in self._rijen if isinstance(r.waarde, Casus)]
        if [casus.id for casus in casussen] != [self._kop.casus]:
            yield Fout("waarden.casus", "Hier hoort één casus te staan: die van de kop.")

    def al_hier(self) -> Iterator[Fout]:
        """Dezelfde casus komt er geen tweede keer in, en nooit terug na vernietiging."""
        huis = self._opslag.haal(Instelling, HUIS)
        naam = huis.naam if huis else ""
        if code := staat_er_al(self._opslag, self._gelezen, naam):
            onder = "" if code == self._kop.casus else ", onder een andere code"
            yield Fout("casus", f"Deze casus staat al in deze kluis{onder}.")
        elif is_hier_vernietigd(self._opslag, self._gelezen, naam):
            yield Fout("casus", "Deze casus is hier vernietigd en komt niet terug.")

    def rijen(self) -> Iterator[Fout]:
        """Elke rij apart, en dan de bewaartermijn."""
        gezien = set[tuple[type, tuple[str, ...]]]()
        for rij in self._rijen:
            plek = (type(rij.waarde), sleutel_van(rij.waarde))
            if plek in gezien:
                yield Fout(rij.plek, "Dit staat twee keer in het bestand.")
            gezien.add(plek)
            yield from self._sleutel(rij)
            yield from self._wijst(rij)
            yield from self._inhoud(rij)
        yield from self._termijn()

    def _sleutel(self, rij: Rij) -> Iterator[Fout]:
        waarde = rij.waarde
        aanduiding = getattr(waarde, "id", None)
        if aanduiding is not None and not AANDUIDING.fullmatch(aanduiding):
            yield Fout(f"{rij.plek}.id", "Deze aanduiding kan niet.")
        bewaard = self._bewaard(waarde)
        if bewaard is None:
            return
        if not isinstance(waarde, OMGEVING):
            yield Fout(rij.plek, "Deze aanduiding is hier al in gebruik.")
        elif not _zelfde(waarde, bewaard):
            yield Fout(rij.plek, f"Onder deze aanduiding staat hier {_ANDER[type(waarde)]}.")

    def _wijst(self, rij: Rij) -> Iterator[Fout]:
        waarde, code = rij.waarde, self._kop.casus
        if getattr(waarde, "casus", code) != code:
            yield Fout(f"{rij.plek}.casus", "Dit hoort bij een andere casus.")
        for veld, soort, sleutel in verwijzingen(waarde):
            heel = (code, sleutel) if soort is Kringpersoon else (sleutel,)
            if (soort, heel) not in self._hier:
                yield Fout(f"{rij.plek}.{veld}", "Waar dit naar wijst staat niet in het bestand.")
        if isinstance(waarde, Bespreking | Uitgifte) or not hasattr(waarde, "casus"):
            return
        overleg = getattr(waarde, "overleg", None)
        if overleg is not None and (Bespreking, (overleg, code)) not in self._hier:
            yield Fout(f"{rij.plek}.overleg", "De casus is in dit overleg niet besproken.")

    def _inhoud(self, rij: Rij) -> Iterator[Fout]:
        waarde = rij.waarde
        for veld in waarde.__dataclass_fields__:
            inhoud = getattr(waarde, veld)
            if veld in _GEWEEST and type(inhoud) is date and inhoud > self._vandaag:
                yield Fout(f"{rij.plek}.{veld}", "Deze dag ligt in de toekomst.")
            bekend = self._woorden.get(veld) or self._woorden_van(waarde, veld)
            if bekend is not None and inhoud and inhoud not in bekend:
                yield Fout(f"{rij.plek}.{veld}", "Dit woord staat niet in de catalogus.")
        if isinstance(waarde, Bespreking) and waarde.stand is Stand.OPEN:
            yield Fout(f"{rij.plek}.stand", "Deze casus ligt nog op tafel. Sluit hem daar eerst.")
        if isinstance(waarde, Bespreking) and waarde.stand is Stand.GEPLAND:
            waar = {"overleg": waarde.overleg, "plek": waarde.plek, "stand": Stand.GEPLAND}
            if self._opslag.zoek(Bespreking, **waar):
                yield Fout(f"{rij.plek}.plek", "Op deze plek staat hier al een andere casus.")

    def _woorden_van(self, waarde: Waarde, veld: str) -> Mapping[str, object] | None:
        """`soort` en `grond` zijn alleen bij deze klassen een woord uit de catalogus."""
        if veld == "soort" and isinstance(waarde, Partij):
            return self._catalogus.soorten
        if veld == "grond" and isinstance(waarde, Informering | Weglating):
            return self._catalogus.uitstelgronden
        return None

    def _termijn(self) -> Iterator[Fout]:
        """De klok begint niet opnieuw en wordt niet langer; verlengd telt alleen wat mocht."""
        huis = self._opslag.haal(Instelling, HUIS)
        casus = next((r.waarde for r in self._rijen if isinstance(r.waarde, Casus)), None)
        kader = self._catalogus.kaders.get(casus.kader) if casus else None
        if huis is None or casus is None or kader is None:
            return
        grens = maanden_later(casus.aangemeld_op, huis.bewaartermijn_maanden)
        for rij in self._rijen:
            if isinstance(rij.waarde, Verlenging):
                if rij.waarde.maanden > kader.verlenging_hoogstens_maanden:
                    yield Fout(f"{rij.plek}.maanden", "Zo lang mag niet verlengd worden.")
                grens = maanden_later(grens, rij.waarde.maanden)
        waar = "waarden.casus[0].vernietigen_op"
        if casus.vernietigen_op > grens:
            yield Fout(
                waar,
                "Zo lang mag dit huis de casus niet bewaren. Invoeren verlengt de termijn niet.",
            )
        if casus.vernietigen_op <= self._vandaag:
            yield Fout(waar, "De bewaartermijn is om. Deze casus mag niet meer bewaard worden.")


def _woorden(catalogus: Catalogus) -> dict[str, Mapping[str, object] | frozenset[str]]:
    return {
        "kader": catalogus.kaders,
        "categorie": catalogus.categorieen,
        "grondslag": catalogus.grondslagen,
        "route": catalogus.routes,
        "taak": catalogus.alle_taken,
    }


_ANDER: dict[type, str] = {
    Partij: "een andere partij",
    Professional: "iemand anders",
    Overleg: "een ander overleg, of het is hier verder",
}


def _zelfde(een: Waarde, ander: Waarde) -> bool:
    """Dezelfde partij of mens; van een overleg moet alles gelijk zijn."""
    if isinstance(een, Overleg):
        return een == ander
    return KENMERK[type(een)](een) == KENMERK[type(ander)](ander)
