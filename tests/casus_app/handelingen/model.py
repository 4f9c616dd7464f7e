"""Een eigen, simpel model van wat er mag; het kent de regels van het programma niet.

Het model onthoudt zelf wie er zit, wat er gezegd is en wat er mee mag. Wat er in de catalogus
staat leest het rechtstreeks; hoe daarmee geoordeeld wordt staat hier nog een keer, anders
opgeschreven.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casus_app.catalogus import Catalogus

Plek = tuple[str, str]
"""Overleg en casus."""

KRING = {"betrokkene", "kind", "moeder"}
GEHEIM = {"BW 7:457", "Wet BIG 88", "Jeugdwet 7.3.11"}
MELDRECHT = {"wmo-5-2-6": "veilig-thuis", "bw-1-240": "rvdk", "jw-7-3-11-4": "gi"}
ARTIKEL = {r"5\.2\.6": "veilig-thuis", r"1:240": "rvdk", r"7\.3\.11": "gi"}
MET_REDEN = {
    "conflict-van-plichten",
    "goed-hulpverlenerschap",
    "acute-nood",
    "wettelijke-plicht",
    "wettelijke-bevoegdheid",
}
ROUTES = MET_REDEN | {"toestemming", "rechtstreeks-betrokken"}


@dataclass
class Stoel:
    """Een stoel; `pet` alleen bij het wijkteam."""

    rol: str
    pet: str | None = None


@dataclass
class Gezegd:
    """Een inbreng, en of hij er nog is, beslist is en tekst heeft."""

    plek: Plek
    wie: str
    velden: Mapping[str, Any]
    beslist: bool = False
    geschrapt: bool = False


@dataclass
class Ja:
    """Een toestemming."""

    casus: str
    van: str
    aan: str
    partijen: frozenset[str]
    ingetrokken: bool = False


@dataclass
class Kaart:
    """Een vraagkaart; `stand` is wacht, beantwoord of weg, `inbreng` het antwoord."""

    plek: Plek
    wie: str
    stand: str = "wacht"
    inbreng: str = ""


@dataclass
class Model:
    """Wat er volgens de toets gebeurd is."""

    catalogus: Catalogus
    voorzitter: str = "zvh"
    soort_bespreking: dict[Plek, str] = field(default_factory=dict)
    stand: dict[Plek, str] = field(default_factory=dict)
    besloten: set[Plek] = field(default_factory=set)
    vastgesteld: set[str] = field(default_factory=set)
    overleggen: list[str] = field(default_factory=list)
    casussen: dict[str, str] = field(default_factory=dict)
    weg: set[str] = field(default_factory=set)
    stoelen: dict[Plek, dict[str, Stoel]] = field(default_factory=dict)
    binnen: dict[Plek, set[str]] = field(default_factory=dict)
    gezegd: dict[str, Gezegd] = field(default_factory=dict)
    afspraken: dict[str, tuple[Plek, str]] = field(default_factory=dict)
    mee: set[tuple[str, str, str]] = field(default_factory=set)
    ja: dict[str, Ja] = field(default_factory=dict)
    kaarten: dict[str, Kaart] = field(default_factory=dict)

    @staticmethod
    def soort(wie: str) -> str:
        """De soort partij staat in de naam."""
        return wie.rstrip("0123456789")

    @property
    def open(self) -> Plek | None:
        """Waar nu over gesproken wordt."""
        return next((plek for plek, stand in self.stand.items() if stand == "open"), None)

    def toegelaten(self, plek: Plek, wie: str) -> bool:
        """Met een stoel, of als voorzitter."""
        return wie == self.voorzitter or wie in self.stoelen[plek]

    def in_kamer(self, plek: Plek, wie: str) -> bool:
        """Toegelaten en nu binnen."""
        return self.toegelaten(plek, wie) and wie in self.binnen[plek]

    def aan_tafel(self, plek: Plek) -> bool:
        """Het overleg loopt, de casus is open en ligt op tafel."""
        overleg, casus = plek
        return (
            overleg not in self.vastgesteld
            and self.casussen.get(casus) == "open"
            and self.stand.get(plek) == "open"
        )

    # --- het oordeel over een inbreng ---

    def wettig(self, plek: Plek, wie: str, velden: Mapping[str, Any]) -> bool:
        """Of dit gezegd mag worden, door deze persoon, met deze mensen in de kamer."""
        return (
            bool(velden["noodzaak"].strip())
            and velden["over"] in KRING
            and self._past(wie, velden)
            and self._geheim_open(plek, wie, velden)
            and self._toestemming_geldt(plek, wie, velden)
            and self._melding_blijft_binnen(plek, wie, velden)
            and not (self.soort_bespreking[plek] == "weging" and velden["niveau"] == "inhoud")
        )

    def _past(self, wie: str, velden: Mapping[str, Any]) -> bool:
        """De partij mag deze gegevens op deze grond delen onder de WGS."""
        partij = self.catalogus.soorten[self.soort(wie)]
        grond = self.catalogus.grondslagen.get(velden["grondslag"])
        if grond is None or grond.sleutel not in partij.grondslagen:
            return False
        if grond.sleutel == "avg-6-1-d" and not (
            velden["route"] == "acute-nood" and velden["motivering"].strip()
        ):
            return False
        return (
            velden["categorie"] in grond.categorieen
            and velden["categorie"] not in partij.categorieen_niet
            and "wgs" in grond.kaders
            and grond.sleutel not in {"convenant", "avg-6-1-a"}
        )

    def _geheim_open(self, plek: Plek, wie: str, velden: Mapping[str, Any]) -> bool:
        """Wie een geheim heeft noemt een weg; een weg die een reden vraagt heeft er een."""
        route = velden["route"]
        if self._heeft_geheim(plek, wie) and (
            route not in ROUTES or (route == "toestemming" and not velden["toestemming"])
        ):
            return False
        return route not in MET_REDEN or bool(velden["motivering"].strip())

    def _heeft_geheim(self, plek: Plek, wie: str) -> bool:
        if self.soort(wie) == "wijkteam":
            return self.stoelen[plek][wie].pet in {"hulpverlening", "casusregie"}
        return bool(GEHEIM & set(self.catalogus.soorten[self.soort(wie)].geheim))

    def _toestemming_geldt(self, plek: Plek, wie: str, velden: Mapping[str, Any]) -> bool:
        """Een toestemming die genoemd is moet gelden, welke weg het ook is."""
        if not velden["toestemming"]:
            return True
        ja = self.ja[velden["toestemming"]]
        anderen = {f"p-{self.soort(ander)}" for ander in self.binnen[plek] - {wie}}
        return (
            not ja.ingetrokken
            and ja.casus == plek[1]
            and ja.aan == wie
            and velden["over"] in {ja.van, "kind"}
            and anderen <= ja.partijen
        )

    def _melding_aan(self, velden: Mapping[str, Any]) -> str | None:
        if velden["grondslag"] in MELDRECHT:
            return MELDRECHT[velden["grondslag"]]
        if velden["route"] in {"wettelijke-plicht", "wettelijke-bevoegdheid"}:
            for artikel, soort in ARTIKEL.items():
                if re.search(artikel, velden["motivering"]):
                    return soort
        return None

    def _melding_blijft_binnen(self, plek: Plek, wie: str, velden: Mapping[str, Any]) -> bool:
        aan = self._melding_aan(velden)
        return aan is None or {self.soort(ander) for ander in self.binnen[plek] - {wie}} <= {aan}

    # --- het oordeel over meenemen ---

    def mag_mee(self, inbreng: str, door: str, ontvanger: str, afspraak: str) -> bool:
        """Vraag 33: de inbrenger zegt het, de ontvanger is er en heeft er een afspraak voor."""
        gezegd = self.gezegd[inbreng]
        plek, uitvoerder = self.afspraken[afspraak]
        return (
            not gezegd.geschrapt
            and self.aan_tafel(gezegd.plek)
            and door == gezegd.wie
            and ontvanger != door
            and self.in_kamer(gezegd.plek, door)
            and self.in_kamer(gezegd.plek, ontvanger)
            and uitvoerder == ontvanger
            and plek[1] == gezegd.plek[1]
            and self._neemt_mee(gezegd.plek, ontvanger)
            and self._mag_horen(gezegd, ontvanger)
            and (inbreng, ontvanger, afspraak) not in self.mee
        )

    def _neemt_mee(self, plek: Plek, wie: str) -> bool:
        stoel = self.stoelen[plek].get(wie)
        return stoel is None or stoel.rol != "adviseur"

    def _mag_horen(self, gezegd: Gezegd, wie: str) -> bool:
        """Wat op toestemming of meldrecht rust blijft bij wie daaronder valt."""
        if gezegd.velden["toestemming"]:
            ja = self.ja[gezegd.velden["toestemming"]]
            if ja.ingetrokken or f"p-{self.soort(wie)}" not in ja.partijen:
                return False
        return self._melding_aan(gezegd.velden) in {None, self.soort(wie)}

    def kan_dicht(self, plek: Plek) -> bool:
        """Alles is beslist, en er is besloten."""
        return (
            self.aan_tafel(plek)
            and plek in self.besloten
            and all(een.beslist for een in self.gezegd.values() if een.plek == plek)
        )

    def kan_vast(self, overleg: str) -> bool:
        """Elke casus is klaar, of intussen afgesloten."""
        return overleg not in self.vastgesteld and all(
            stand in {"gesloten", "doorgeschoven"} or self.casussen[casus] == "dicht"
            for (waar, casus), stand in self.stand.items()
            if waar == overleg
        )

    def mag_gevraagd(self, plek: Plek, wie: str) -> bool:
        """Wie niet aan tafel zit, en van wiens partij er nog geen kaart is."""
        gevraagd = {
            self.soort(kaart.wie)
            for kaart in self.kaarten.values()
            if kaart.plek == plek and kaart.stand != "weg"
        }
        return not self.toegelaten(plek, wie) and self.soort(wie) not in gevraagd

    # --- wat er verandert ---

    def leeg_de_kamer(self, plek: Plek, stand: str) -> None:
        """De bespreking is klaar."""
        self.stand[plek] = stand
        self.binnen[plek] = set()

    def geef_stoel(self, plek: Plek, wie: str, stoel: Stoel) -> None:
        """Iemand krijgt een stoel; een voorzitter die adviseur wordt neemt niets meer mee."""
        self.stoelen[plek][wie] = stoel
        for kaart in self.kaarten.values():
            if (kaart.plek, kaart.wie, kaart.stand) == (plek, wie, "wacht"):
                kaart.stand = "weg"
        if stoel.rol == "adviseur":
            self.neem_af(plek, wie)

    def neem_stoel_weg(self, plek: Plek, wie: str) -> None:
        """Zonder stoel is er niets mee te nemen; het oordeel daarover is weer open."""
        del self.stoelen[plek][wie]
        if wie != self.voorzitter:
            self.binnen[plek].discard(wie)
        self.neem_af(plek, wie)

    def neem_af(self, plek: Plek, wie: str) -> None:
        """Wat deze persoon van deze casus mee zou nemen, neemt hij niet meer mee."""
        for sleutel, een in self.gezegd.items():
            van_hem = {mee for mee in self.mee if mee[:2] == (sleutel, wie)}
            if een.plek == plek and van_hem:
                self.mee -= van_hem
                een.beslist = any(mee[0] == sleutel for mee in self.mee)

    def neem_terug(self, inbreng: str) -> None:
        """Van deze inbreng neemt niemand meer iets mee."""
        self.mee = {mee for mee in self.mee if mee[0] != inbreng}

    def vernietig(self, casus: str) -> None:
        """Deze casus is er niet meer."""
        self.weg.add(casus)
        del self.casussen[casus]
        plekken = [plek for plek in self.stand if plek[1] == casus]
        for plek in plekken:
            for tabel in (self.stand, self.soort_bespreking, self.stoelen, self.binnen):
                del tabel[plek]
            self.besloten.discard(plek)
        for sleutel in [een for een, gezegd in self.gezegd.items() if gezegd.plek[1] == casus]:
            self.neem_terug(sleutel)
            del self.gezegd[sleutel]
        self.afspraken = {een: af for een, af in self.afspraken.items() if af[0][1] != casus}
        self.kaarten = {
            een: kaart for een, kaart in self.kaarten.items() if kaart.plek[1] != casus
        }
        self.ja = {een: ja for een, ja in self.ja.items() if ja.casus != casus}
