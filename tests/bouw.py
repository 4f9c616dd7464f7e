"""Een tafel om aan te toetsen: partijen van elke soort, een gewogen casus, een overleg.

`een_tafel()` geeft een nieuwe tafel in het geheugen. `doe` vult in wat een toets niet kan schelen;
`weigert` toetst de code, dat er niets veranderde en dat er één logregel zonder inhoud bij kwam.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import Any

import msgspec
import pytest

from casus_app.catalogus import Catalogus, laad
from casus_app.domein.waarde import W
from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN, Handeling
from casus_app.poorten import Papier
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code, Weigering
from casus_app.werkbank import Werkbank
from tests.nep import GeheugenOpslag, StilleKlok

VANDAAG = date(2026, 11, 16)
OVERLEGDAG = date(2026, 11, 24)
MARKERING = "Heel herkenbare tekst"
"""Staat in elke vrije tekst die `doe` invult; in het logboek mag hij nooit opduiken."""

WEG = ...
"""Een veld met deze waarde wordt weggelaten."""

CRITERIA = {letter: f"{MARKERING} {letter}." for letter in "abcd"}

STANDAARD: Mapping[str, Mapping[str, Any]] = {
    "instelling.inrichten": {
        "naam": "ZVH Proef",
        "verantwoordelijke": "de deelnemers van lid 1",
        "contactpunt": "college van Proefstad",
        "fg": "fg@proef.example",
    },
    "partij.registreren": {"soort": "politie", "naam": MARKERING},
    "professional.registreren": {"naam": MARKERING, "functie": "medewerker"},
    "geheimhouding.ondertekenen": {"datum": VANDAAG},
    "casus.aanmelden": {
        "aanmelder": "politie",
        "doel": f"{MARKERING}: een veilig plan.",
        "aanleiding": f"{MARKERING}: meldingen.",
        "leefgebieden": ["wonen", "veiligheid"],
        "betrokkene": {"naam": MARKERING},
        "kring": [
            {"id": "kind", "naam": MARKERING, "relatie": "kind", "noodzaak": MARKERING},
            {"id": "moeder", "naam": MARKERING, "relatie": "partner", "noodzaak": MARKERING},
        ],
    },
    "casus.wegen": {
        "casus": "K-1",
        "beoordelaars": ["politie"],
        "criteria": CRITERIA,
        "domeinen": ["jeugd", "veiligheid"],
        "uitkomst": "in-behandeling",
        "motivering": MARKERING,
    },
    "betrokkene.informeren": {"casus": "K-1", "wijze": MARKERING, "datum": VANDAAG},
    "betrokkene.uitstellen": {
        "casus": "K-1",
        "grond": "uavg-41-i",
        "motivering": MARKERING,
        "beoordelaar": "politie",
        "heroverwegen_op": date(2026, 12, 1),
    },
    "betrokkene.uitnodigen": {"casus": "K-1", "overleg": "o1"},
    "betrokkene.niet-uitnodigen": {
        "casus": "K-1",
        "overleg": "o1",
        "zwaarwegend_belang": MARKERING,
    },
    "toestemming.vastleggen": {
        "id": "t1",
        "casus": "K-1",
        "van": "betrokkene",
        "aan": "ggz",
        "gegevens": MARKERING,
        "ontvangers": ["p-zvh", "p-politie", "p-college", "p-ggz"],
        "doel": MARKERING,
        "wijze": "mondeling",
        "datum": VANDAAG,
    },
    "toestemming.intrekken": {"toestemming": "t1", "datum": VANDAAG},
    "overleg.plannen": {
        "datum": OVERLEGDAG,
        "begin": "09:00",
        "plaats": MARKERING,
        "voorzitter": "zvh",
    },
    "overleg.agenderen": {"overleg": "o1", "casus": "K-1", "minuten": 20, "vraag": MARKERING},
    "deelname.toelaten": {
        "overleg": "o1",
        "casus": "K-1",
        "rol": "uitvoerend",
        "noodzaak": MARKERING,
    },
    "deelname.intrekken": {
        "overleg": "o1",
        "casus": "K-1",
        "professional": "politie",
        "reden": MARKERING,
    },
    "overleg.ordenen": {"overleg": "o1"},
    "overleg.uitnodigen": {"overleg": "o1"},
    "bespreking.openen": {
        "overleg": "o1",
        "casus": "K-1",
        "aanwezig": ["zvh", "politie", "college", "ggz"],
    },
    "bespreking.binnenlaten": {"overleg": "o1", "casus": "K-1", "professional": "politie"},
    "bespreking.uitlaten": {"overleg": "o1", "casus": "K-1", "professional": "politie"},
    "inbreng.vastleggen": {
        "overleg": "o1",
        "casus": "K-1",
        "inbrenger": "politie",
        "over": "betrokkene",
        "niveau": "inhoud",
        "noodzaak": f"{MARKERING} noodzaak",
        "kern": f"{MARKERING} kern",
    },
    "inbreng.schrappen": {"inbreng": "i1", "reden": MARKERING},
    "afspraak.maken": {
        "overleg": "o1",
        "casus": "K-1",
        "uitvoerder": "college",
        "wat": MARKERING,
        "uiterlijk": date(2026, 12, 4),
    },
    "meenemen.toestaan": {
        "inbreng": "i1",
        "door": "politie",
        "ontvanger": "college",
        "afspraak": "a1",
    },
    "meenemen.niemand": {"inbreng": "i1", "door": "politie"},
    "bespreking.besluiten": {
        "overleg": "o1",
        "casus": "K-1",
        "besluit": MARKERING,
        "aanspreekpunt": "college",
        "evaluatie_op": date(2027, 1, 12),
    },
    "bespreking.sluiten": {"overleg": "o1", "casus": "K-1"},
    "bespreking.doorschuiven": {"overleg": "o1", "casus": "K-1", "reden": MARKERING},
    "overleg.vaststellen": {"overleg": "o1"},
    "verslag.maken": {"overleg": "o1", "ontvanger": "politie"},
    "plan.maken": {"casus": "K-1"},
    "betrokkene.brief": {"casus": "K-1"},
    "afspraak.bijwerken": {"afspraak": "a1", "stand": "afgerond"},
    "casus.sluiten": {
        "casus": "K-1",
        "beoordelaars": ["college"],
        "reden": MARKERING,
        "bij_terugval": MARKERING,
    },
    "casus.heropenen": {"casus": "K-1", "beoordelaars": ["college"], "reden": MARKERING},
    "casus.verlengen": {
        "casus": "K-1",
        "maanden": 12,
        "motivering": MARKERING,
        "instemming": ["politie"],
    },
    "casus.vernietigen": {"casus": "K-1", "reden": MARKERING},
    "verzoek.registreren": {
        "id": "v1",
        "casus": "K-1",
        "soort": "inzage",
        "ontvangen_op": date(2026, 11, 30),
    },
    "verzoek.afhandelen": {"verzoek": "v1", "besluit": MARKERING, "motivering": MARKERING},
    "inzage.maken": {"casus": "K-1"},
    "termijnen.nalopen": {},
    "klok.zetten": {"datum": date(2027, 1, 4)},
    "logboek.controleren": {},
    "toon.casus": {"casus": "K-1"},
    "toon.overleg": {"overleg": "o1"},
    "toon.bespreking": {"overleg": "o1", "casus": "K-1"},
}
"""Wat `doe` invult als een toets het niet noemt."""

SCHERM: Mapping[str, Mapping[str, Any]] = {
    "vraagkaart.stellen": {
        "id": "vk1",
        "overleg": "o1",
        "casus": "K-1",
        "professional": "om",
        "taak": "strafrechtelijke-handhaving",
        "vraag": f"{MARKERING} vraag",
        "categorie": "justitieel",
        "grondslag": "wgs-1-5-wjsg",
        "noodzaak": f"{MARKERING} noodzaak",
        "uiterlijk": date(2026, 11, 20),
    },
    "vraagkaart.maken": {"vraagkaart": "vk1"},
    "vraagkaart.beantwoorden": {
        "vraagkaart": "vk1",
        "id": "i9",
        "niveau": "inhoud",
        "kern": f"{MARKERING} antwoord",
    },
    "vraagkaart.intrekken": {"vraagkaart": "vk1", "reden": MARKERING},
    "bespreking.houding": {"overleg": "o1", "casus": "K-1", "professional": "college"},
    "akkoord.geven": {
        "overleg": "o1",
        "casus": "K-1",
        "professional": "college",
        "akkoord": "niet-akkoord",
        "opmerking": MARKERING,
    },
    "bespreking.voorstellen": {
        "overleg": "o1",
        "casus": "K-1",
        "besluit": MARKERING,
        "aanspreekpunt": "college",
        "evaluatie_op": date(2027, 1, 12),
    },
    "bespreking.bespreken": {"overleg": "o1", "casus": "K-1"},
    "overleg.ondertekenen": {"overleg": "o1"},
    "logboek.inzien": {},
    "logboek.uitvoeren": {},
    "reservekopie.maken": {},
    "reservekopie.tweede-plaats": {"map": MARKERING},
    "reservekopie.beproeven": {},
    "reservekopie.terugzetten": {},
    "anker.aanvaarden": {"reden": MARKERING},
    "anker.zoeken": {"zegel": "0123 4567 89ab cdef"},
    "rechten.nalopen": {"toelichting": MARKERING},
    "register.maken": {},
    "rechten.maken": {},
    "verantwoording.jaarbeeld": {"jaar": 2026},
    "bespreking.stap": {"overleg": "o1", "casus": "K-1", "stap": "beeld"},
    "verslag.bekijken": {"overleg": "o1", "ontvanger": "politie"},
    "verslag.beveiligen": {"overleg": "o1", "ontvanger": "politie"},
    "plan.terugval": {"casus": "K-1", "bij_terugval": MARKERING},
    "verzoek.verlengen": {"verzoek": "v1", "reden": MARKERING},
    "verzoek.brief": {"verzoek": "v1"},
    "inzage.weglaten": {
        "verzoek": "v1",
        "wat": MARKERING,
        "grond": "uavg-41-i",
        "motivering": MARKERING,
        "beoordelaar": "college",
    },
    "inbreng.rectificeren": {"verzoek": "v1", "inbreng": "i1", "wat": MARKERING},
    "rectificatie.melden": {"verzoek": "v1", "inbreng": "i1"},
    "casus.beperken": {"verzoek": "v1", "reden": MARKERING},
    "casus.vrijgeven": {"casus": "K-1", "reden": MARKERING},
    "betrokkene.informeerbrief": {"casus": "K-1"},
    "casus.invoeren": {"bestand": b"{}"},
    "casus.uitvoeren": {"casus": "K-1", "ontvanger": MARKERING, "reden": MARKERING},
    "afspraken.lijst": {"professional": "college"},
    "afspraken.herinneren": {"professional": "college"},
}
"""Hetzelfde voor wat alleen een scherm doet."""

NIEUW: Mapping[str, Mapping[str, Any]] = {
    "partij.registreren": {"id": "p-nieuw"},
    "professional.registreren": {"id": "nieuw", "partij": "p-politie"},
    "geheimhouding.ondertekenen": {"professional": "politie"},
    "casus.aanmelden": {"id": "K-9"},
    "toestemming.vastleggen": {"id": "t9"},
    "overleg.plannen": {"id": "o9"},
    "deelname.toelaten": {"professional": "om"},
    "inbreng.vastleggen": {"id": "i9"},
    "afspraak.maken": {"id": "a9"},
    "verzoek.registreren": {"id": "v9"},
}
"""Wat een handeling naast `STANDAARD` nodig heeft om op de volle tafel iets nieuws te maken."""

REDEN = {"route": "goed-hulpverlenerschap", "motivering": f"{MARKERING} motivering"}

INBRENG: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "wgs": {
        "politie": {"categorie": "politiegegevens", "grondslag": "wgs-1-5-wpg"},
        "om": {"categorie": "justitieel", "grondslag": "wgs-1-5-wjsg"},
        "college": {"categorie": "voorzieningen", "grondslag": "wgs-1-5"},
        "veilig-thuis": {"categorie": "relaties", "grondslag": "wgs-1-5"},
        "rvdk": {"categorie": "relaties", "grondslag": "wgs-1-5"},
        "zvh": {"categorie": "relaties", "grondslag": "wgs-1-5"},
        "wijkteam": {"categorie": "hulpverlening", "grondslag": "wgs-2-29"},
        "ggz": {"categorie": "gezondheid", "grondslag": "wgs-2-29", **REDEN},
        "ggd": {"categorie": "gezondheid", "grondslag": "wgs-2-29", **REDEN},
        "jeugdhulp": {"categorie": "hulpverlening", "grondslag": "wgs-2-29", **REDEN},
        "gi": {"categorie": "hulpverlening", "grondslag": "wgs-2-29", **REDEN},
        "huisarts": {"categorie": "gezondheid", "grondslag": "wgs-2-31-derde", **REDEN},
        "woningcorporatie": {"categorie": "woonsituatie", "grondslag": "wgs-2-31-derde"},
        "slachtofferhulp": {"categorie": "relaties", "grondslag": "wgs-2-31-derde"},
    },
    "anders": {
        "politie": {"categorie": "politiegegevens", "grondslag": "wpg-19"},
        "om": {"categorie": "justitieel", "grondslag": "wjsg-39f"},
        "college": {"categorie": "voorzieningen", "grondslag": "avg-6-1-e"},
        "veilig-thuis": {"categorie": "relaties", "grondslag": "wmo-5-1-6"},
        "rvdk": {"categorie": "relaties", "grondslag": "avg-6-1-e"},
        "wijkteam": {"categorie": "hulpverlening", "grondslag": "uavg-30-3"},
        "ggz": {"categorie": "gezondheid", "grondslag": "uavg-30-3", **REDEN},
        "ggd": {"categorie": "gezondheid", "grondslag": "uavg-30-3", **REDEN},
        "jeugdhulp": {"categorie": "hulpverlening", "grondslag": "uavg-30-3", **REDEN},
        "gi": {"categorie": "gezondheid", "grondslag": "uavg-30-2", **REDEN},
        "huisarts": {"categorie": "gezondheid", "grondslag": "uavg-30-3", **REDEN},
        "woningcorporatie": {"categorie": "woonsituatie", "grondslag": "avg-6-1-b"},
        "slachtofferhulp": {"categorie": "relaties", "grondslag": "avg-6-1-a"},
    },
}
"""Per kader en soort een inbreng die mag; alleen de WGS heeft eigen grondslagen."""

TAKEN = {
    "politie": "politietaak",
    "om": "strafrechtelijke-handhaving",
    "college": "wmo",
    "ggz": "behandeling",
}
"""Welke taak `doe` kiest waar een soort er meer heeft; anders de eerste."""

NIET_DE_WGS = ("sociaal-domein", "convenant", "wams")


@dataclass
class Tafel:
    """Eén kluis in het geheugen, met de werkbank die erop werkt."""

    kader: str = "wgs"
    opslag: GeheugenOpslag = field(default_factory=GeheugenOpslag, repr=False)
    vandaag: date = VANDAAG

    def __post_init__(self) -> None:
        self.catalogus: Catalogus = laad()
        self.werkbank = Werkbank(
            self.opslag,
            StilleKlok(self.vandaag),
            self.catalogus,
            lambda uitgave: Papier(uitgave.naam, b""),
            oefening=True,
        )

    def doe(self, naam: str, /, *, als: str = "coordinator", **velden: Any) -> dict[str, Any]:
        """Doet de handeling en geeft het antwoord. Fouten: `Weigering`."""
        handeling = self.handeling(naam, **velden)
        return self.werkbank.voer_uit(handeling, gebruiker_met(als), self.kader).antwoord

    def probeer(self, naam: str, /, *, als: str = "coordinator", **velden: Any) -> Code | None:
        """Doet de handeling; geeft de code als zij geweigerd wordt."""
        try:
            self.doe(naam, als=als, **velden)
        except Weigering as weigering:
            return weigering.code
        return None

    def handeling(self, naam: str, /, **velden: Any) -> Handeling:
        """De handeling, met standaardwaarden voor wat de toets niet noemt."""
        standaard = STANDAARD[naam] if naam in STANDAARD else SCHERM[naam]
        gevuld = {**standaard, **self._passend(naam, velden), **velden}
        rauw = {veld: waarde for veld, waarde in gevuld.items() if waarde is not WEG}
        klasse = {**HANDELINGEN, **SCHERMHANDELINGEN}[naam]
        return msgspec.convert(rauw, klasse, builtin_types=(date,))

    def _passend(self, naam: str, velden: Mapping[str, Any]) -> dict[str, Any]:
        """Standaardwaarden die van de partij afhangen: taak en pet, of categorie en grondslag."""
        if naam == "deelname.toelaten":
            soort = self.soort(velden["professional"])
            partij = self.catalogus.soorten.get(soort)
            taak = TAKEN.get(soort) or next(iter(partij.taken if partij else ()), "")
            return {"taak": taak} | ({"pet": taak} if soort == "wijkteam" else {})
        if naam == "inbreng.vastleggen":
            inbrenger = velden.get("inbrenger", "politie")
            kader = self.kader if self.kader in INBRENG else "anders"
            return dict(INBRENG[kader].get(self.soort(inbrenger), INBRENG[kader]["politie"]))
        return {}

    @staticmethod
    def soort(professional: str) -> str:
        """De soort staat in de naam: `ggz2` is de tweede van de ggz."""
        return professional.rstrip("0123456789")

    def weigert(
        self, code: Code, naam: str, /, *, als: str = "coordinator", **velden: Any
    ) -> None:
        """Toetst dat deze handeling met precies deze code geweigerd wordt, en niets verandert."""
        handeling = self.handeling(naam, **velden)
        voor, regels = self.stand(), len(self.opslag.regels)
        with pytest.raises(Weigering) as gevangen:
            self.werkbank.voer_uit(handeling, gebruiker_met(als), self.kader)
        assert gevangen.value.code == code, gevangen.value.melding
        assert self.stand() == voor, "een weigering verandert niets"
        assert len(self.opslag.regels) == regels + 1, "een weigering staat één keer in het logboek"
        regel = self.opslag.regels[-1]
        assert (regel.uitkomst, regel.code, regel.handeling) == ("geweigerd", code, naam)
        assert MARKERING not in repr(regel), "het logboek bevat geen inhoud"
        assert MARKERING not in gevangen.value.melding, "een melding noemt geen inhoud"

    def stand(self) -> dict[type, dict[tuple[str, ...], object]]:
        """Alles wat er nu bewaard is, om later mee te vergelijken."""
        return {soort: dict(plank) for soort, plank in self.opslag.waarden.items() if plank}

    def haal(self, soort: type[W], *sleutel: str) -> W:
        """Wat er onder deze sleutel bewaard is; het moet er zijn."""
        waarde = self.opslag.haal(soort, *sleutel)
        assert waarde is not None
        return waarde

    def kopie(self) -> "Tafel":
        """Een tafel die hier begint en daarna haar eigen gang gaat."""
        opslag = GeheugenOpslag(self.stand(), list(self.opslag.regels))
        return Tafel(self.kader, opslag, self.vandaag)

    # --- veelgebruikte stappen ---

    def laat_toe(self, *professionals: str, **velden: Any) -> "Tafel":
        """Geeft ieder een stoel bij K-1; wie derde is tekent eerst."""
        for wie in professionals:
            self.doe("geheimhouding.ondertekenen", professional=wie)
            self.doe("deelname.toelaten", professional=wie, **velden)
        return self

    def open(self, *aanwezig: str) -> "Tafel":
        """Opent de bespreking van K-1, met deze mensen of de gewone vier."""
        self.doe("bespreking.openen", **({"aanwezig": list(aanwezig)} if aanwezig else {}))
        return self

    def breng_in(self, id: str = "i1", inbrenger: str = "politie", **velden: Any) -> "Tafel":
        """Legt een inbreng vast die mag."""
        self.doe("inbreng.vastleggen", id=id, inbrenger=inbrenger, **velden)
        return self

    def spreek_af(self, id: str = "a1", uitvoerder: str = "college", **velden: Any) -> "Tafel":
        """Maakt een afspraak."""
        self.doe("afspraak.maken", id=id, uitvoerder=uitvoerder, **velden)
        return self

    def sluit(self) -> "Tafel":
        """Besluit en sluit de bespreking van K-1."""
        self.doe("bespreking.besluiten")
        self.doe("bespreking.sluiten")
        return self

    def stel_vast(self) -> "Tafel":
        """Stelt o1 vast."""
        self.doe("overleg.vaststellen")
        return self


def een_tafel(
    kader: str = "wgs", *, stoelen: Sequence[str] = ("politie", "college", "ggz")
) -> Tafel:
    """K-1 is gewogen, geïnformeerd, geagendeerd en uitgenodigd bij o1, met deze stoelen.

    Van elke soort is er een partij `p-SOORT` met de professionals `SOORT` en `SOORT2`. De
    voorzitter is `zvh`.
    """
    return _klaar_voor_overleg(kader, tuple(stoelen)).kopie()


def een_huis(kader: str = "wgs") -> Tafel:
    """Alleen de inrichting, de partijen en hun mensen, en o1; nog geen casus."""
    return _huis(kader).kopie()


def een_volle_tafel() -> Tafel:
    """K-1 ligt op tafel en alles waarnaar een handeling kan verwijzen bestaat: i1, a1, t1, v1."""
    return _vol().kopie()


@cache
def _vol() -> Tafel:
    tafel = een_tafel()
    tafel.doe("toestemming.vastleggen")
    tafel.doe("verzoek.registreren")
    return tafel.open().breng_in().spreek_af()


@cache
def _huis(kader: str) -> Tafel:
    tafel = Tafel(kader)
    tafel.werkbank.begin_op(VANDAAG, gebruiker_met("coordinator"))
    tafel.doe("instelling.inrichten")
    for soort in tafel.catalogus.soorten:
        tafel.doe("partij.registreren", id=f"p-{soort}", soort=soort)
        for wie in (soort, f"{soort}2"):
            tafel.doe("professional.registreren", id=wie, partij=f"p-{soort}")
    tafel.doe("overleg.plannen", id="o1")
    return tafel


@lru_cache(maxsize=64)
def _klaar_voor_overleg(kader: str, stoelen: tuple[str, ...]) -> Tafel:
    tafel = een_huis(kader)
    een_casus(tafel, "K-1")
    return tafel.laat_toe(*stoelen)


def een_casus(tafel: Tafel, id: str, overleg: str = "o1", *, soort: str = "casusoverleg") -> None:
    """Meldt een casus aan, weegt, informeert, agendeert en nodigt uit."""
    tafel.doe("casus.aanmelden", id=id)
    if soort == "casusoverleg":
        tafel.doe("casus.wegen", casus=id)
    tafel.doe("betrokkene.informeren", casus=id)
    tafel.doe("overleg.agenderen", overleg=overleg, casus=id, soort=soort)
    tafel.doe("betrokkene.uitnodigen", overleg=overleg, casus=id)


@dataclass(frozen=True, kw_only=True)
class Geval:
    """Eén weigering en haar naaste buur: de kleinste verandering waarmee het wel mag.

    `klaar` zet de tafel klaar, `fout` zijn de velden die gebroken zijn. De buur verandert alleen
    `goed` (velden) of doet eerst `eerst` (een handeling vooraf).
    """

    zin: str
    code: Code
    naam: str
    fout: Mapping[str, Any] = field(default_factory=dict)
    goed: Mapping[str, Any] = field(default_factory=dict)
    klaar: Callable[[], Tafel] = een_tafel
    eerst: Callable[[Tafel], object] | None = None
    als: str = "coordinator"
    goed_als: str = "coordinator"

    def weigert(self) -> None:
        """De gebroken handeling wordt geweigerd."""
        self.klaar().weigert(self.code, self.naam, als=self.als, **self.fout)

    def lukt(self) -> None:
        """Met de kleinste verandering lukt zij."""
        tafel = self.klaar()
        if self.eerst:
            self.eerst(tafel)
        velden = {**self.fout, **self.goed}
        assert self.eerst or velden != dict(self.fout) or self.als != self.goed_als
        regels = len(tafel.opslag.regels)
        tafel.doe(self.naam, als=self.goed_als, **velden)
        assert tafel.opslag.regels[regels].uitkomst == "gelukt"


def elk(gevallen: Sequence[Geval]) -> pytest.MarkDecorator:
    """Een toets voor elk geval, met de zin als naam."""
    return pytest.mark.parametrize("geval", gevallen, ids=[geval.zin for geval in gevallen])
