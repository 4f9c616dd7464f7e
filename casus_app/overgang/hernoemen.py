"""Een aanduiding die hier al van een ander is krijgt een andere; welke, wordt onthouden.

De nieuwe aanduiding volgt uit de oude en het huis van herkomst. Dezelfde casus krijgt dus langs
elke weg dezelfde code, zodat wat hier vernietigd is ook onder een andere naam niet terugkomt.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from casus_app.domein.casus import Casus
from casus_app.domein.herkomst import Herkomst
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Overleg
from casus_app.domein.uitgifte import SoortPapier, Uitgifte
from casus_app.domein.waarde import Waarde
from casus_app.overgang.lezen import Gelezen, Rij
from casus_app.overgang.verwijzing import verwijst
from casus_app.overgang.vorm import OMGEVING, SOORTEN, tabel
from casus_app.poorten import Logzeef, Opslag

CASUS = tabel(Casus)
_LENGTE = 64
"""Zo lang mag een aanduiding zijn (casus_app/blad.py)."""
_VAN_DE_CASUS = tuple(
    soort for soort in SOORTEN if soort.SLEUTEL == ("id",) and soort not in {*OMGEVING, Casus}
)
_SOORT_VAN = {tabel(soort): soort for soort in SOORTEN}


@dataclass(frozen=True, slots=True)
class Oorsprong:
    """In welk huis de casus begon en hoe hij daar heette."""

    huis: str
    code: str


@dataclass(frozen=True, slots=True)
class Hernoemd:
    """Wat in het bestand `eerder` heet en hier `nu`."""

    soort: type[Waarde]
    eerder: str
    nu: str


def oorsprong(gelezen: Gelezen) -> Oorsprong:
    """Uit welk huis dit komt; een casus die al eens verhuisde weet dat nog."""
    code = gelezen.kop.casus
    for rij in gelezen.rijen:
        een = rij.waarde
        if isinstance(een, Herkomst) and (een.soort, een.id) == (CASUS, code):
            return Oorsprong(een.huis, een.eerder)
    return Oorsprong(gelezen.kop.huis.naam, code)


def staat_er_al(opslag: Opslag, gelezen: Gelezen, huis: str) -> str:
    """De code van deze zelfde casus hier, of leeg."""
    van = oorsprong(gelezen)
    if van.huis == huis:
        codes = (van.code, gelezen.kop.casus)
        return next((code for code in codes if opslag.haal(Casus, code)), "")
    eerder = opslag.zoek(Herkomst, soort=CASUS, huis=van.huis, eerder=van.code)
    return eerder[0].id if eerder else ""


def is_hier_vernietigd(opslag: Opslag, gelezen: Gelezen, huis: str) -> bool:
    """Of deze zelfde casus hier is geweest en weg is; het logboek weet dat zonder naam.

    Een code die hier alleen van een eigen casus was, zegt niets over die van een ander huis.
    """
    van = oorsprong(gelezen)
    codes = {van.code, gelezen.kop.casus}
    if van.huis != huis:
        codes = {code for code in codes if _gebeurd(opslag, "casus.invoeren", code)}
        codes.add(anders(van.code, van.huis))
    return any(_gebeurd(opslag, "casus.vernietigen", code) for code in codes)


def _gebeurd(opslag: Opslag, handeling: str, code: str) -> bool:
    zeef = Logzeef(
        handeling=handeling, pseudoniem=opslag.pseudoniem("casus", code), uitkomst="gelukt"
    )
    return next(iter(opslag.logregels(zeef)), None) is not None


def anders(aanduiding: str, huis: str) -> str:
    """De aanduiding met vier tekens van het huis erachter; altijd dezelfde."""
    staart = hashlib.sha256(huis.encode("utf-8", "surrogatepass")).hexdigest()[:4]
    return f"{aanduiding[: _LENGTE - 5]}-{staart}"


def hernoem(
    opslag: Opslag, gelezen: Gelezen, *, huis: str, vandaag: date
) -> tuple[Gelezen, tuple[Hernoemd, ...]]:
    """Het bestand zoals het hier past. Wat uit het eigen huis komt houdt al zijn aanduidingen."""
    van = oorsprong(gelezen)
    if van.huis == huis:
        return gelezen, ()
    vertaling = _Vertaling(opslag, gelezen, van)
    rijen = [*vertaling.rijen(), *vertaling.herkomst(vandaag)]
    kop = msgspec.structs.replace(gelezen.kop, casus=vertaling.nu(Casus, gelezen.kop.casus))
    return Gelezen(kop, tuple(rijen), gelezen.fouten), tuple(vertaling.hernoemd())


class _Vertaling:
    """Per soort welke aanduiding hier anders wordt; eerst de casus, dan waar hij naar wijst."""

    def __init__(self, opslag: Opslag, gelezen: Gelezen, van: Oorsprong) -> None:
        self._opslag = opslag
        self._gelezen = gelezen
        self._van = van
        self._nu: dict[tuple[type[Waarde], str], str] = {}
        code = gelezen.kop.casus
        if opslag.haal(Casus, code) or _gebeurd(opslag, "casus.vernietigen", code):
            self._nu[Casus, code] = anders(van.code, van.huis)
        for soort in OMGEVING:  # partij, dan wie er werkt, dan wat die voorzit
            self._omgeving(soort, gelezen.kop.huis.naam)
        for rij in gelezen.rijen:
            id_ = getattr(rij.waarde, "id", "")
            if type(rij.waarde) in _VAN_DE_CASUS and opslag.haal(type(rij.waarde), id_):
                self._nu[type(rij.waarde), id_] = anders(id_, van.huis)

    def _omgeving(self, soort: type[Waarde], huis: str) -> None:
        for rij in self._gelezen.rijen:
            if type(rij.waarde) is not soort:
                continue
            vertaald = self._vertaald(rij.waarde)
            id_: str = vertaald.id  # type: ignore[attr-defined]  # elk van de omgeving heeft er een
            hier = self._opslag.haal(soort, id_)
            if hier is not None and KENMERK[soort](hier) != KENMERK[soort](vertaald):
                self._nu[soort, id_] = anders(id_, huis)

    def nu(self, soort: type[Waarde], aanduiding: str) -> str:
        return self._nu.get((soort, aanduiding), aanduiding)

    def hernoemd(self) -> Iterator[Hernoemd]:
        for (soort, eerder), nu in self._nu.items():
            yield Hernoemd(soort, eerder, nu)

    def rijen(self) -> Iterator[Rij]:
        for rij in self._gelezen.rijen:
            yield Rij(rij.plek, self._vertaald(rij.waarde))

    def _vertaald(self, waarde: Waarde) -> Waarde:
        velden: dict[str, object] = {}
        for veld in waarde.__dataclass_fields__:
            inhoud = getattr(waarde, veld)
            naar = self._wijst(waarde, veld)
            if naar is None or not inhoud:
                continue
            if isinstance(inhoud, tuple):
                velden[veld] = tuple(self.nu(naar, een) for een in inhoud)
            else:
                velden[veld] = self.nu(naar, inhoud)
        return replace(waarde, **velden)

    def _wijst(self, waarde: Waarde, veld: str) -> type[Waarde] | None:
        """Ook de eigen aanduiding, en wie een papier kreeg."""
        if isinstance(waarde, Herkomst) and veld == "id":
            return _SOORT_VAN.get(waarde.soort)
        if veld == "id" and type(waarde) in {*OMGEVING, *_VAN_DE_CASUS, Casus}:
            return type(waarde)
        if isinstance(waarde, Uitgifte) and veld == "ontvanger":
            return None if waarde.soort is SoortPapier.OVERGANG else Professional
        return verwijst(type(waarde), veld)

    def herkomst(self, vandaag: date) -> Iterator[Rij]:
        """Wat het bestand nog niet wist: de casus zelf, en wat hier voor het eerst anders heet."""
        code = self._gelezen.kop.casus
        bekend = {
            (een.soort, een.id)
            for rij in self._gelezen.rijen
            if isinstance(een := rij.waarde, Herkomst)
        }
        nieuw = {(Casus, code): self.nu(Casus, code), **self._nu}
        for (soort, eerder), nu in nieuw.items():
            if (tabel(soort), eerder) in bekend:
                continue
            yield Rij(
                "waarden.herkomst",
                Herkomst(
                    casus=self.nu(Casus, code),
                    soort=tabel(soort),
                    id=nu,
                    eerder=eerder,
                    huis=self._van.huis if soort is Casus else self._gelezen.kop.huis.naam,
                    op=vandaag,
                ),
            )


def _kenmerk(*velden: str) -> Callable[[Waarde], tuple[object, ...]]:
    return lambda waarde: tuple(getattr(waarde, veld) for veld in velden)


KENMERK: dict[type[Waarde], Callable[[Waarde], object]] = {
    Partij: _kenmerk("soort", "naam"),
    Professional: _kenmerk("partij", "naam"),
    Overleg: _kenmerk("datum", "begin", "plaats", "voorzitter"),
}
"""Waaraan men ziet dat het dezelfde is; een overleg dat hier verder is, is hetzelfde overleg."""
