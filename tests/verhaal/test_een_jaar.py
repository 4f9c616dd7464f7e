"""Een jaar van 52 weekoverleggen en 400 casussen, elke dag naast een eenvoudig eigen model.

Het model schrijft een draaiboek met bij elke dag wat er die dag moet; het programma speelt dat.
Het model kent geen regel van het vak: het onthoudt dagen, en rekent met `dateutil`.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

from casus_app.catalogus import laad
from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Overleg
from casus_app.draaiboek import lees, speel
from casus_app.poorten import Papier
from casus_app.regels.termijnen import na_te_komen
from casus_app.werkbank import Werkbank
from tests.bouw import CRITERIA
from tests.nep import GeheugenOpslag, StilleKlok

BEGIN = date(2027, 1, 4)
DAGEN = 52 * 7
CASUSSEN = 400
BEWAREN_MAANDEN, AANMELDING_DAGEN = 6, 28
Stap = dict[str, Any]


@dataclass
class Model:
    """Wat er openstaat, als dagen in een woordenboek; in de volgorde waarin het ontstond."""

    worp: random.Random
    weg: dict[str, date] = field(default_factory=dict)
    uitgesteld: dict[str, date] = field(default_factory=dict)
    verzoeken: dict[str, tuple[str, date]] = field(default_factory=dict)
    afspraken: dict[str, tuple[str, date]] = field(default_factory=dict)
    dicht: set[str] = field(default_factory=set)
    besproken: set[str] = field(default_factory=set)
    te_laat: dict[str, int] = field(default_factory=dict)
    geteld: dict[str, int] = field(default_factory=dict)
    _nummer: int = 0

    def naam(self, begin: str) -> str:
        self._nummer += 1
        return f"{begin}{self._nummer}"

    def doe(self, naam: str, **velden: Any) -> Stap:
        self.geteld[naam] = self.geteld.get(naam, 0) + 1
        return {"doe": naam, **velden}

    # --- een dag ---

    def dag(self, vandaag: date, week: "Week") -> Iterator[Stap]:
        """Alles wat er op deze dag gebeurt."""
        yield from self.ruim_op(vandaag)
        yield from self.kijk_opnieuw(vandaag)
        yield from self.werk_bij(vandaag)
        yield from self.antwoord(vandaag)
        match vandaag.weekday():
            case 0:
                yield from self.meld_aan(vandaag, week)
            case 1:
                yield from self.weeg(vandaag, week)
            case 2:
                yield from self.bereid_voor(vandaag, week)
            case 3:
                yield from self.overleg(vandaag, week)
            case 4:
                yield self.doe("overleg.vaststellen", overleg=week.overleg)
                yield from self.sluit(week)

    def meld_aan(self, vandaag: date, week: "Week") -> Iterator[Stap]:
        week.overleg = self.naam("wk")
        donderdag = vandaag + timedelta(days=3)
        yield self.doe(
            "overleg.plannen",
            id=week.overleg,
            datum=donderdag,
            begin="09:00",
            plaats="zaal",
            voorzitter="zvh",
        )
        for _ in range(min(8, CASUSSEN - self.geteld.get("casus.aanmelden", 0))):
            casus = self.naam("K-")
            week.casussen.append(casus)
            self.weg[casus] = vandaag + relativedelta(months=BEWAREN_MAANDEN)
            yield self.doe(
                "casus.aanmelden",
                id=casus,
                aanmelder="agent",
                doel="Rust en een plan dat werkt.",
                aanleiding="Meldingen.",
                leefgebieden=["wonen"],
                betrokkene={"naam": "Iemand"},
                antwoord={"vernietigen_op": self.weg[casus]},
            )

    def weeg(self, vandaag: date, week: "Week") -> Iterator[Stap]:
        for casus in list(week.casussen):
            mee = self.worp.random() < 0.9
            yield self.doe(
                "casus.wegen",
                casus=casus,
                beoordelaars=["agent"],
                criteria=CRITERIA,
                uitkomst="in-behandeling" if mee else "niet-in-behandeling",
                motivering="Zo is het.",
            )
            if not mee:
                self.weg[casus] = vandaag + timedelta(days=AANMELDING_DAGEN)
                week.casussen.remove(casus)
                continue
            if self.worp.random() < 0.3:
                yield self.stel_uit(casus, vandaag)
            else:
                yield self.informeer(casus, vandaag)

    def informeer(self, casus: str, vandaag: date) -> Stap:
        self.uitgesteld.pop(casus, None)
        return self.doe("betrokkene.informeren", casus=casus, wijze="gesprek", datum=vandaag)

    def stel_uit(self, casus: str, vandaag: date) -> Stap:
        self.uitgesteld[casus] = vandaag + timedelta(days=self.worp.randint(3, 45))
        return self.doe(
            "betrokkene.uitstellen",
            casus=casus,
            grond="uavg-41-i",
            motivering="Gevaar voor een ander.",
            beoordelaar="agent",
            heroverwegen_op=self.uitgesteld[casus],
        )

    def bereid_voor(self, vandaag: date, week: "Week") -> Iterator[Stap]:
        for casus in week.casussen:
            punt = {"overleg": week.overleg, "casus": casus}
            yield self.doe("overleg.agenderen", **punt, minuten=20, vraag="Wie doet wat?")
            yield self.doe("betrokkene.uitnodigen", **punt)
            stoel = {**punt, "rol": "uitvoerend", "noodzaak": "Kent de meldingen."}
            yield self.doe("deelname.toelaten", **stoel, professional="agent", taak="politietaak")
            yield self.doe("deelname.toelaten", **stoel, professional="wmo", taak="wmo")

    def overleg(self, vandaag: date, week: "Week") -> Iterator[Stap]:
        for casus in week.casussen:
            punt = {"overleg": week.overleg, "casus": casus}
            yield self.doe("bespreking.openen", **punt, aanwezig=["zvh", "agent", "wmo"])
            inbreng = self.naam("i")
            yield self.doe(
                "inbreng.vastleggen",
                **punt,
                id=inbreng,
                inbrenger="agent",
                over="betrokkene",
                categorie="politiegegevens",
                niveau="inhoud",
                grondslag="wgs-1-5-wpg",
                noodzaak="Voor het risico.",
                kern="Elf meldingen.",
            )
            yield self.doe("meenemen.niemand", inbreng=inbreng, door="agent")
            for _ in range(self.worp.randint(0, 2)):
                afspraak = self.naam("a")
                uiterlijk = vandaag + timedelta(days=self.worp.randint(0, 60))
                self.afspraken[afspraak] = (casus, uiterlijk)
                yield self.doe(
                    "afspraak.maken",
                    **punt,
                    id=afspraak,
                    uitvoerder="wmo",
                    wat="Gaat langs.",
                    uiterlijk=uiterlijk,
                )
            yield self.doe(
                "bespreking.besluiten",
                **punt,
                besluit="Zo doen we het.",
                aanspreekpunt="wmo",
                evaluatie_op=vandaag + timedelta(days=60),
            )
            yield self.doe("bespreking.sluiten", **punt)
            self.besproken.add(casus)

    def sluit(self, week: "Week") -> Iterator[Stap]:
        """Een enkele casus gaat dicht of krijgt langer; een ander komt later met een verzoek."""
        for casus in week.casussen:
            kans = self.worp.random()
            if kans < 0.15:
                self.dicht.add(casus)
                yield self.doe(
                    "casus.sluiten",
                    casus=casus,
                    beoordelaars=["agent"],
                    reden="Rustig.",
                    bij_terugval="Bel het wijkteam.",
                )
            elif kans < 0.25:
                maanden = self.worp.randint(1, 24)
                self.weg[casus] += relativedelta(months=maanden)
                yield self.doe(
                    "casus.verlengen",
                    casus=casus,
                    maanden=maanden,
                    motivering="Nog nodig.",
                    instemming=["agent"],
                    antwoord={"vernietigen_op": self.weg[casus]},
                )

    def antwoord(self, vandaag: date) -> Iterator[Stap]:
        if self.weg and self.worp.random() < 0.3:
            casus = self.worp.choice(list(self.weg))
            verzoek = self.naam("v")
            uiterlijk = vandaag + relativedelta(months=1)
            self.verzoeken[verzoek] = (casus, uiterlijk)
            yield self.doe(
                "verzoek.registreren",
                id=verzoek,
                casus=casus,
                soort=self.worp.choice(["inzage", "wissing", "bezwaar"]),
                ontvangen_op=vandaag,
                antwoord={"uiterlijk": uiterlijk},
            )
        for verzoek in [v for v in self.verzoeken if self.worp.random() < 0.03]:
            del self.verzoeken[verzoek]
            yield self.doe(
                "verzoek.afhandelen", verzoek=verzoek, besluit="toegewezen", motivering="Terecht."
            )

    def kijk_opnieuw(self, vandaag: date) -> Iterator[Stap]:
        """Op de dag zelf of later; van een gesloten casus informeert niemand meer."""
        for casus, op in list(self.uitgesteld.items()):
            if op <= vandaag and casus not in self.dicht and self.worp.random() < 0.5:
                verder = self.worp.random() < 0.4
                yield self.stel_uit(casus, vandaag) if verder else self.informeer(casus, vandaag)

    def werk_bij(self, vandaag: date) -> Iterator[Stap]:
        for afspraak, (casus, uiterlijk) in list(self.afspraken.items()):
            bijna = uiterlijk <= vandaag + timedelta(days=3)
            if casus not in self.dicht and self.worp.random() < (0.3 if bijna else 0.01):
                del self.afspraken[afspraak]
                stand = self.worp.choice(["afgerond", "niet-gedaan", "niet-meer-mogelijk"])
                yield self.doe(
                    "afspraak.bijwerken", afspraak=afspraak, stand=stand, toelichting="Gedaan."
                )

    def ruim_op(self, vandaag: date) -> Iterator[Stap]:
        """Meestal op de dag zelf, soms een paar dagen te laat."""
        for casus, op in list(self.weg.items()):
            if op <= vandaag and self.worp.random() < 0.7:
                del self.weg[casus]
                self.uitgesteld.pop(casus, None)
                for lijst in (self.verzoeken, self.afspraken):
                    for sleutel in [s for s, (van, _) in lijst.items() if van == casus]:
                        del lijst[sleutel]
                yield self.doe("casus.vernietigen", casus=casus, reden="De termijn is om.")

    # --- wat er vandaag moet ---

    def vandaag_moet(self, vandaag: date) -> dict[str, list[str]]:
        return {
            "te_vernietigen": [k for k, op in self.weg.items() if op <= vandaag],
            "heroverwegen": [k for k, op in self.uitgesteld.items() if op <= vandaag],
            "verzoeken": [v for v, (_, op) in self.verzoeken.items() if op <= vandaag],
        }

    def vandaag_af(self, vandaag: date) -> set[str]:
        return {
            afspraak
            for afspraak, (casus, op) in self.afspraken.items()
            if op <= vandaag and casus not in self.dicht
        }


@dataclass
class Week:
    """Het overleg van deze week en de casussen die erop komen."""

    overleg: str = ""
    casussen: list[str] = field(default_factory=list)


def _toml(waarde: object) -> str:
    match waarde:
        case bool():
            return "true" if waarde else "false"
        case date():
            return waarde.isoformat()
        case dict():
            return f"{{{', '.join(f'{k} = {_toml(v)}' for k, v in waarde.items())}}}"
        case list():
            return f"[{', '.join(map(_toml, waarde))}]"
        case _:
            return json.dumps(waarde, ensure_ascii=False)


def _huis() -> list[Stap]:
    stappen: list[Stap] = [
        {
            "doe": "instelling.inrichten",
            "naam": "ZVH Jaar",
            "verantwoordelijke": "de deelnemers",
            "contactpunt": "het college",
            "fg": "fg@jaar.example",
            "bewaartermijn_maanden": BEWAREN_MAANDEN,
            "aanmelding_dagen": AANMELDING_DAGEN,
        }
    ]
    for wie, soort in (("zvh", "zvh"), ("agent", "politie"), ("wmo", "college")):
        stappen.append(
            {"doe": "partij.registreren", "id": f"p-{wie}", "soort": soort, "naam": wie}
        )
        mens = {"id": wie, "partij": f"p-{wie}", "naam": wie, "functie": "medewerker"}
        stappen.append({"doe": "professional.registreren", **mens})
    return stappen


@dataclass
class Jaar:
    """Het geschreven draaiboek, en welke afspraken er na welke stap aan de beurt zijn."""

    tekst: str
    af: dict[int, tuple[date, set[str]]]
    model: Model


def _schrijf(zaad: int) -> Jaar:
    model, week = Model(random.Random(zaad)), Week()
    stappen, af = _huis(), {}
    for nummer in range(DAGEN):
        vandaag = BEGIN + timedelta(days=nummer)
        if vandaag.weekday() == 0:
            week = Week()
        stappen.append({"doe": "klok.zetten", "datum": vandaag})
        stappen += model.dag(vandaag, week)
        stappen.append({"doe": "termijnen.nalopen", "antwoord": model.vandaag_moet(vandaag)})
        af[len(stappen)] = (vandaag, model.vandaag_af(vandaag))
    regels = [f'titel = "Een jaar"\nkader = "wgs"\nvandaag = {BEGIN.isoformat()}']
    for stap in stappen:
        regels.append("\n[[stap]]")
        regels += [f"{veld} = {_toml(waarde)}" for veld, waarde in stap.items()]
    return Jaar("\n".join(regels), af, model)


@pytest.mark.parametrize("zaad", [1, 2, 3])
def test_elke_dag_van_een_jaar_staat_er_wat_er_moet(zaad: int) -> None:
    jaar = _schrijf(zaad)
    opslag = GeheugenOpslag()
    werkbank = Werkbank(
        opslag, StilleKlok(BEGIN), laad(), lambda uitgave: Papier(uitgave.naam, b""), oefening=True
    )
    draaiboek = lees(jaar.tekst.encode(), "jaar.toml", werkbank.catalogus.kaders)
    dagen = 0

    def meld(regel: dict[str, Any]) -> None:
        nonlocal dagen
        if regel["nr"] in jaar.af:
            vandaag, verwacht = jaar.af[regel["nr"]]
            gevonden = {termijn.sleutel for termijn in na_te_komen(opslag, vandaag)}
            assert gevonden == verwacht, vandaag
            dagen += 1

    afwijkingen = speel(draaiboek, werkbank, meld, lambda _papier: None)
    assert [(a.nr, a.melding) for a in afwijkingen] == []
    assert dagen == DAGEN
    geteld = jaar.model.geteld
    assert geteld["casus.aanmelden"] == CASUSSEN
    assert len(opslag.zoek(Overleg)) == 52
    assert len(opslag.zoek(Casus)) == len(jaar.model.weg)
    for naam in (
        "casus.vernietigen", "casus.verlengen", "casus.sluiten", "verzoek.afhandelen",
        "betrokkene.uitstellen", "afspraak.bijwerken",
    ):  # fmt: skip
        assert geteld[naam] > 20, naam
