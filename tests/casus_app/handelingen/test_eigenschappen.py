"""Willekeurige handelingen tegen een eigen model: langs geen enkele weg lekt er iets.

`derandomize` maakt elke ronde gelijk en er is geen voorbeeldenbestand, zodat CI niet wisselt. Wie
wil zoeken, of een gevonden voorbeeld kleiner wil zien, zet `CASUS_ZOEK` op een aantal rondes. De
laatste toets breekt een regel en eist dat de machine dat ziet: anders zou zij niets zeggen.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from casus_app.catalogus import laad
from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Stand
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.handelingen import bespreking as bespreking_module
from casus_app.handelingen import inbreng as inbreng_module
from casus_app.handelingen import vraagkaart as kaart_module
from casus_app.regels import inbreng as inbrengregels
from casus_app.regels import meenemen
from casus_app.regels import vraagkaart as kaartregels
from tests.bouw import INBRENG, MARKERING, NIEUW, TAKEN, Tafel, een_casus, een_huis
from tests.casus_app.handelingen.model import Gezegd, Ja, Kaart, Model, Plek, Stoel

RONDES = int(os.environ.get("CASUS_ZOEK", "0"))
ROND = settings(
    max_examples=RONDES or 80,
    stateful_step_count=60,
    phases=tuple(Phase) if RONDES else (Phase.generate,),
    derandomize=not RONDES,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)
KORT = settings(ROND, max_examples=300, phases=[Phase.generate], report_multiple_bugs=False)
"""Voor wat stuk hoort te gaan: de eerste keer is genoeg."""

MENSEN = ("zvh", "politie", "politie2", "college", "ggz", "ggz2", "wijkteam", "veilig-thuis")
PARTIJEN = tuple(sorted({f"p-{Model.soort(wie)}" for wie in MENSEN}))
ROLLEN = ("uitvoerend", "adviseur", "procesregisseur")
VERGISSINGEN: tuple[dict[str, str], ...] = (
    {"noodzaak": " "},
    {"over": "buurman"},
    {"categorie": "justitieel"},
    {"grondslag": "convenant"},
    {"grondslag": "avg-6-1-a"},
    {"grondslag": "wgs-1-5"},
    {"grondslag": "wgs-2-29"},
    {"grondslag": "wgs-1-5-wjsg"},
    {"grondslag": "avg-6-1-d"},
    {"route": ""},
    {"route": "acute-nood", "grondslag": "avg-6-1-d", "motivering": "Nu."},
    {"motivering": ""},
    {"niveau": "inhoud"},
    {"grondslag": "wmo-5-2-6", "categorie": "relaties"},
    {"route": "wettelijke-bevoegdheid", "motivering": "Wmo 5.2.6"},
    {"route": "toestemming", "motivering": ""},
)

T = TypeVar("T")


class Overleggen(RuleBasedStateMachine):
    """Casussen, overleggen, mensen die komen en gaan, en wat zij zeggen en meenemen.

    Wat er gebeurt wordt getrokken uit twee bakken: aan tafel, en daaromheen. Meestal kiest een
    handeling iets dat kan; soms iets willekeurigs.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tafel: Tafel = een_huis()
        self.model = Model(laad())
        self.teller = 0
        self.data: st.DataObject | None = None

    # --- hulp ---

    def nieuw(self, letter: str) -> str:
        self.teller += 1
        return f"{letter}{self.teller}"

    def trek(self, keuzes: Iterable[T]) -> T:
        """Een van deze, volgens hypothesis."""
        assert self.data is not None
        return self.data.draw(st.sampled_from(list(keuzes)))

    def liever(self, goede: Iterable[T], alle: Iterable[T]) -> T:
        """Meestal een goede, als die er is."""
        goede = list(goede)
        return self.trek(goede) if goede and self.trek(range(10)) < 8 else self.trek(alle)

    def doe(self, naam: str, mag: bool | None = None, /, **velden: Any) -> bool:
        """Doet het; een weigering verandert niets, en het model had gelijk."""
        voor, regels = self.tafel.stand(), len(self.tafel.opslag.regels)
        code = self.tafel.probeer(naam, **velden)
        if code is not None:
            assert self.tafel.stand() == voor, "een weigering verandert niets"
        assert len(self.tafel.opslag.regels) == regels + 1, "elke handeling is één logregel"
        if mag is not None:
            assert (code is None) == mag, f"{naam}: {code or 'gelukt'}, het model zei {mag}"
        return code is None

    def plekken(self) -> list[Plek]:
        return list(self.model.stand)

    def een_plek(self) -> Plek:
        """Meestal de casus die op tafel ligt."""
        return self.liever([self.model.open] if self.model.open else [], self.plekken())

    def iemand_in(self, plek: Plek) -> str:
        """Meestal iemand die er is."""
        return self.liever(sorted(self.model.binnen[plek]), MENSEN)

    def kan_veranderen(self, plek: Plek) -> bool:
        return (
            plek[0] not in self.model.vastgesteld
            and self.model.casussen[plek[1]] == "open"
            and self.model.stand[plek] in {"gepland", "open"}
        )

    # --- de bakken ---

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        self.data = data
        self.model.overleggen.append("o1")
        for _ in range(2):
            self.meld_aan("casusoverleg")
        for plek in self.plekken():
            for professional in ("politie", "college", "ggz", "politie2"):
                self.geef_stoel(plek, professional, "uitvoerend")
        self.open_bespreking()

    @precondition(lambda self: self.model.open)
    @rule(data=st.data())
    def aan_tafel(self, data: st.DataObject) -> None:
        self.data = data
        self.trek(self.TAFEL)(self)

    @precondition(lambda self: self.model.open)
    @rule(data=st.data())
    def verder_aan_tafel(self, data: st.DataObject) -> None:
        self.aan_tafel(data)

    @rule(data=st.data())
    def rond_de_tafel(self, data: st.DataObject) -> None:
        self.data = data
        self.trek(self.ROND)(self)

    # --- voorbereiden ---

    def plan(self) -> None:
        if len(self.model.overleggen) < 4:
            overleg = self.nieuw("o-")
            self.tafel.doe("overleg.plannen", id=overleg)
            self.model.overleggen.append(overleg)

    def meld_aan(self, soort: str | None = None) -> None:
        lopend = [een for een in self.model.overleggen if een not in self.model.vastgesteld]
        if lopend and len(self.model.casussen) < 4:
            soort = soort or self.trek(["casusoverleg", "casusoverleg", "weging"])
            overleg, casus = self.trek(lopend), self.nieuw("K-")
            een_casus(self.tafel, casus, overleg, soort=soort)
            self.model.casussen[casus] = "open"
            self.zet_klaar((overleg, casus), soort)

    def zet_klaar(self, plek: Plek, soort: str) -> None:
        self.model.stand[plek] = "gepland"
        self.model.soort_bespreking[plek] = soort
        self.model.stoelen[plek] = {}
        self.model.binnen[plek] = set()

    def agendeer(self) -> None:
        if not self.model.casussen:
            return
        casus = self.trek(sorted(self.model.casussen))
        plek = (self.trek(self.model.overleggen), casus)
        mag = (
            plek not in self.model.stand
            and plek[0] not in self.model.vastgesteld
            and self.model.casussen[casus] == "open"
        )
        if self.doe("overleg.agenderen", mag, overleg=plek[0], casus=casus, soort="weging"):
            self.doe("betrokkene.uitnodigen", True, overleg=plek[0], casus=casus)
            self.zet_klaar(plek, "weging")

    def laat_toe(self) -> None:
        if self.model.stand:
            plek = self.een_plek()
            zonder = [een for een in MENSEN if een not in self.model.stoelen[plek]]
            self.geef_stoel(plek, self.liever(zonder, MENSEN), self.trek(ROLLEN))

    def geef_stoel(self, plek: Plek, professional: str, rol: str) -> None:
        pet = self.trek(["toeleiding", "hulpverlening"]) if professional == "wijkteam" else None
        kan = self.kan_veranderen(plek) and professional not in self.model.stoelen[plek]
        if self.doe(
            "deelname.toelaten",
            kan,
            overleg=plek[0],
            casus=plek[1],
            professional=professional,
            rol=rol,
            **({"pet": pet} if pet else {}),
        ):
            self.model.geef_stoel(plek, professional, Stoel(rol, pet))

    def trek_stoel_in(self) -> None:
        if not self.model.stand:
            return
        plek = self.een_plek()
        professional = self.liever(sorted(self.model.stoelen[plek]), MENSEN)
        kan = self.kan_veranderen(plek) and professional in self.model.stoelen[plek]
        if self.doe(
            "deelname.intrekken", kan, overleg=plek[0], casus=plek[1], professional=professional
        ):
            self.model.neem_stoel_weg(plek, professional)

    # --- toestemming ---

    def geef_toestemming(self) -> None:
        if not self.model.casussen:
            return
        nu = [self.model.open[1]] if self.model.open else []
        casus = self.liever(nu, sorted(self.model.casussen))
        van = self.trek(["betrokkene", "betrokkene", "moeder"])
        aan = self.trek(["ggz", "ggz", "ggz2", "politie"])
        zonder = self.trek([None, None, *PARTIJEN])
        sleutel, partijen = self.nieuw("t"), [een for een in PARTIJEN if een != zonder]
        if self.doe(
            "toestemming.vastleggen",
            self.model.casussen[casus] == "open",
            id=sleutel,
            casus=casus,
            van=van,
            aan=aan,
            ontvangers=partijen,
        ):
            self.model.ja[sleutel] = Ja(casus, van, aan, frozenset(partijen))

    def trek_toestemming_in(self) -> None:
        if self.model.ja:
            sleutel = self.trek(sorted(self.model.ja))
            self.doe("toestemming.intrekken", True, toestemming=sleutel)
            self.model.ja[sleutel].ingetrokken = True

    # --- aan tafel ---

    def open_bespreking(self) -> None:
        if not self.model.stand:
            return
        plek = self.liever(filter(self.kan_veranderen, self.plekken()), self.plekken())
        stoelen = {self.model.voorzitter, *self.model.stoelen[plek]}
        weg = {self.trek([None, *MENSEN]), self.trek([None, *MENSEN])}
        erbij = {self.trek([None] * 8 + list(MENSEN))} - {None}
        aanwezig = sorted((stoelen - weg) | erbij)
        mag = (
            self.kan_veranderen(plek)
            and self.model.open is None
            and all(self.model.toegelaten(plek, een) for een in aanwezig)
        )
        if self.doe("bespreking.openen", mag, overleg=plek[0], casus=plek[1], aanwezig=aanwezig):
            self.model.stand[plek] = "open"
            self.model.binnen[plek] = set(aanwezig)

    def laat_binnen(self) -> None:
        plek = self.een_plek()
        buiten = set(self.model.stoelen[plek]) - self.model.binnen[plek]
        professional = self.liever(sorted(buiten), MENSEN)
        mag = (
            self.model.aan_tafel(plek)
            and self.model.toegelaten(plek, professional)
            and professional not in self.model.binnen[plek]
        )
        velden = {"overleg": plek[0], "casus": plek[1], "professional": professional}
        if self.doe("bespreking.binnenlaten", mag, **velden):
            self.model.binnen[plek].add(professional)

    def laat_uit(self) -> None:
        plek = self.een_plek()
        professional = self.iemand_in(plek)
        mag = self.model.aan_tafel(plek) and self.model.in_kamer(plek, professional)
        velden = {"overleg": plek[0], "casus": plek[1], "professional": professional}
        if self.doe("bespreking.uitlaten", mag, **velden):
            self.model.binnen[plek].discard(professional)

    def breng_in(self) -> None:
        plek = self.een_plek()
        spreker, vorm = self.iemand_in(plek), {}
        ja = sorted(
            sleutel
            for sleutel, een in self.model.ja.items()
            if een.casus == plek[1] and een.aan in self.model.binnen[plek]
        )
        hoe = self.trek(
            ["gewoon", "gewoon", "toestemming", "toestemming", "vergissing", "vergissing"]
        )
        if hoe == "toestemming" and self.model.ja:
            sleutel = self.liever(ja, sorted(self.model.ja))
            een = self.model.ja[sleutel]
            spreker = self.liever([een.aan], MENSEN)
            vorm = {"toestemming": sleutel, "over": een.van, "route": "toestemming"}
        elif hoe == "vergissing":
            vorm = self.trek(VERGISSINGEN)
        self.zeg(plek, spreker, vorm)

    def zeg(self, plek: Plek, spreker: str, vorm: Mapping[str, str]) -> None:
        sleutel = self.nieuw("i")
        velden: dict[str, Any] = {
            "route": "",
            "toestemming": None,
            "motivering": "",
            "noodzaak": f"{MARKERING} {sleutel}.n",
            "kern": f"{MARKERING} {sleutel}.k",
            "over": self.trek(["betrokkene", "kind", "moeder"]),
            "niveau": self.trek(["dat", "buitenkant"]),
            **INBRENG["wgs"][self.model.soort(spreker)],
            **vorm,
        }
        if velden["motivering"].strip():
            velden["motivering"] += f" {MARKERING} {sleutel}.m"
        mag = (
            self.model.aan_tafel(plek)
            and self.model.in_kamer(plek, spreker)
            and self.model.wettig(plek, spreker, velden)
        )
        if self.doe(
            "inbreng.vastleggen",
            mag,
            id=sleutel,
            overleg=plek[0],
            casus=plek[1],
            inbrenger=spreker,
            **velden,
        ):
            self.model.gezegd[sleutel] = Gezegd(plek, spreker, velden)

    def spreek_af(self) -> None:
        plek = self.een_plek()
        uitvoerder, sleutel = self.iemand_in(plek), self.nieuw("a")
        mag = self.model.aan_tafel(plek) and self.model.toegelaten(plek, uitvoerder)
        velden = {"overleg": plek[0], "casus": plek[1], "uitvoerder": uitvoerder}
        if self.doe("afspraak.maken", mag, id=sleutel, **velden):
            self.model.afspraken[sleutel] = (plek, uitvoerder)

    def sta_toe(self) -> None:
        if not self.model.gezegd or not self.model.afspraken:
            return
        voorstellen = [
            (inbreng, een.wie, uitvoerder, afspraak)
            for inbreng, een in sorted(self.model.gezegd.items())
            for afspraak, (_, uitvoerder) in sorted(self.model.afspraken.items())
        ]
        kan = [voorstel for voorstel in voorstellen if self.model.mag_mee(*voorstel)]
        inbreng, door, ontvanger, afspraak = self.liever(kan, voorstellen)
        door, ontvanger = self.liever([door], MENSEN), self.liever([ontvanger], MENSEN)
        self.laat_meenemen(inbreng, door, ontvanger, afspraak)

    def laat_meenemen(self, inbreng: str, door: str, ontvanger: str, afspraak: str) -> None:
        if self.doe(
            "meenemen.toestaan",
            self.model.mag_mee(inbreng, door, ontvanger, afspraak),
            inbreng=inbreng,
            door=door,
            ontvanger=ontvanger,
            afspraak=afspraak,
            voorwaarden=f"{MARKERING} {inbreng}.v",
        ):
            self.model.mee.add((inbreng, ontvanger, afspraak))
            self.model.gezegd[inbreng].beslist = True

    def geef_mee(self) -> None:
        """Een afspraak en meteen de toestemming, zoals het aan tafel gaat."""
        plek = self.model.open
        assert plek
        gezegd = {id_: een for id_, een in self.model.gezegd.items() if een.plek == plek}
        if gezegd:
            inbreng = self.trek(sorted(gezegd))
            ontvanger, afspraak = self.iemand_in(plek), self.nieuw("a")
            velden = {"overleg": plek[0], "casus": plek[1], "uitvoerder": ontvanger}
            kan = self.model.toegelaten(plek, ontvanger)
            if self.doe("afspraak.maken", kan, id=afspraak, **velden):
                self.model.afspraken[afspraak] = (plek, ontvanger)
                self.laat_meenemen(inbreng, gezegd[inbreng].wie, ontvanger, afspraak)

    def een_inbreng(self) -> str:
        """Meestal een die op tafel ligt en nog niet beslist is."""
        nu = [
            sleutel
            for sleutel, een in self.model.gezegd.items()
            if een.plek == self.model.open and not een.beslist
        ]
        return self.liever(nu, sorted(self.model.gezegd))

    def niemand(self) -> None:
        if not self.model.gezegd:
            return
        inbreng = self.een_inbreng()
        gezegd = self.model.gezegd[inbreng]
        door = self.liever([gezegd.wie], MENSEN)
        mag = (
            not gezegd.geschrapt
            and self.model.aan_tafel(gezegd.plek)
            and door == gezegd.wie
            and self.model.in_kamer(gezegd.plek, door)
        )
        if self.doe("meenemen.niemand", mag, inbreng=inbreng, door=door):
            gezegd.beslist = True
            self.model.neem_terug(inbreng)

    def schrap(self) -> None:
        if not self.model.gezegd:
            return
        inbreng = self.een_inbreng()
        gezegd = self.model.gezegd[inbreng]
        mag = not gezegd.geschrapt and self.model.aan_tafel(gezegd.plek)
        if self.doe("inbreng.schrappen", mag, inbreng=inbreng, reden="te veel"):
            gezegd.beslist = gezegd.geschrapt = True
            self.model.neem_terug(inbreng)

    # --- een vraag in plaats van een stoel ---

    def stel_vraag(self) -> None:
        if not self.model.stand:
            return
        plek, sleutel = self.een_plek(), self.nieuw("vk")
        buiten = [wie for wie in MENSEN if not self.model.toegelaten(plek, wie)]
        wie = self.liever(buiten, MENSEN)
        soort = self.model.soort(wie)
        taak = TAKEN.get(soort) or next(iter(self.tafel.catalogus.soorten[soort].taken))
        grond = {veld: INBRENG["wgs"][soort][veld] for veld in ("categorie", "grondslag")}
        if self.doe(
            "vraagkaart.stellen",
            self.kan_veranderen(plek) and self.model.mag_gevraagd(plek, wie),
            id=sleutel,
            overleg=plek[0],
            casus=plek[1],
            professional=wie,
            taak=taak,
            pet=taak if soort == "wijkteam" else None,
            **grond,
        ):
            self.model.kaarten[sleutel] = Kaart(plek, wie)

    def een_kaart(self) -> tuple[str, Kaart]:
        """Meestal een die wacht bij een bespreking die nog komt of loopt."""
        goede = [
            sleutel
            for sleutel, kaart in sorted(self.model.kaarten.items())
            if kaart.stand == "wacht" and self.kan_veranderen(kaart.plek)
        ]
        sleutel = self.liever(goede, sorted(self.model.kaarten))
        return sleutel, self.model.kaarten[sleutel]

    def antwoord(self) -> None:
        if not self.model.kaarten:
            return
        (vraag, kaart), sleutel = self.een_kaart(), self.nieuw("i")
        weg = {"route": "", "motivering": "", **INBRENG["wgs"][self.model.soort(kaart.wie)]}
        if weg["motivering"] or self.model.soort(kaart.wie) == "wijkteam":
            reden = {"route": "goed-hulpverlenerschap", "motivering": f"{MARKERING} {sleutel}.m"}
            weg |= reden
        if self.doe(
            "vraagkaart.beantwoorden",
            self.kan_veranderen(kaart.plek) and kaart.stand == "wacht",
            vraagkaart=vraag,
            id=sleutel,
            niveau="dat",
            kern=f"{MARKERING} {sleutel}.k",
            route=weg["route"],
            motivering=weg["motivering"],
        ):
            kaart.stand, kaart.inbreng = "beantwoord", sleutel
            velden = {**weg, "toestemming": None}
            self.model.gezegd[sleutel] = Gezegd(kaart.plek, kaart.wie, velden, beslist=True)

    def trek_vraag_in(self) -> None:
        if not self.model.kaarten:
            return
        vraag, kaart = self.een_kaart()
        mag = self.kan_veranderen(kaart.plek) and kaart.stand != "weg"
        if self.doe("vraagkaart.intrekken", mag, vraagkaart=vraag):
            if kaart.stand == "beantwoord":
                gezegd = self.model.gezegd[kaart.inbreng]
                gezegd.beslist = gezegd.geschrapt = True
                self.model.neem_terug(kaart.inbreng)
            kaart.stand = "weg"

    # --- afronden ---

    def besluit(self) -> None:
        plek = self.model.open
        assert plek
        velden = {"overleg": plek[0], "casus": plek[1], "aanspreekpunt": self.model.voorzitter}
        self.doe("bespreking.besluiten", True, **velden)
        if self.model.soort_bespreking[plek] == "weging":
            self.doe("casus.wegen", True, casus=plek[1])
        self.model.besloten.add(plek)

    def sluit(self) -> None:
        plek = self.een_plek()
        kan = self.model.kan_dicht(plek)
        if self.doe("bespreking.sluiten", kan, overleg=plek[0], casus=plek[1]):
            self.model.leeg_de_kamer(plek, "gesloten")

    def rond_af(self) -> None:
        """Ieder zegt wat er nog te zeggen is, en de casus gaat dicht."""
        for _ in self.model.gezegd:
            self.niemand()
        self.besluit()
        self.sluit()

    def schuif_door(self) -> None:
        if self.model.stand:
            plek = self.een_plek()
            if self.doe("bespreking.doorschuiven", overleg=plek[0], casus=plek[1]):
                assert self.kan_veranderen(plek)
                self.model.leeg_de_kamer(plek, "doorgeschoven")

    def stel_vast(self) -> None:
        overleg = self.liever(
            filter(self.model.kan_vast, self.model.overleggen), self.model.overleggen
        )
        if self.doe("overleg.vaststellen", self.model.kan_vast(overleg), overleg=overleg):
            self.model.vastgesteld.add(overleg)

    # --- de casus zelf ---

    def sluit_casus(self) -> None:
        if self.model.casussen:
            casus = self.trek(sorted(self.model.casussen))
            op_tafel = self.model.open is not None and self.model.open[1] == casus
            mag = self.model.casussen[casus] == "open" and not op_tafel
            if self.doe("casus.sluiten", mag, casus=casus):
                self.model.casussen[casus] = "dicht"

    def heropen_casus(self) -> None:
        dicht = [casus for casus, stand in self.model.casussen.items() if stand == "dicht"]
        if dicht:
            casus = self.trek(dicht)
            self.doe("casus.heropenen", True, casus=casus)
            self.model.casussen[casus] = "open"

    def vernietig_casus(self) -> None:
        if self.model.casussen:
            casus = self.trek(sorted(self.model.casussen))
            op_tafel = self.model.open is not None and self.model.open[1] == casus
            if self.doe("casus.vernietigen", not op_tafel, casus=casus):
                self.model.vernietig(casus)

    def wie_niet_mag_doet_niets(self) -> None:
        naam = self.trek(
            ["inbreng.vastleggen", "meenemen.toestaan", "bespreking.openen", "casus.vernietigen"]
        )
        rol = self.trek(["fg", "beheerder"])
        assert not self.doe(naam, False, als=rol, **NIEUW.get(naam, {}))

    TAFEL = (
        *[breng_in] * 8,
        *[spreek_af] * 4,
        *[sta_toe] * 5,
        *[geef_mee] * 6,
        *[niemand] * 3,
        *[laat_uit, laat_binnen] * 2,
        *[laat_toe, trek_stoel_in] * 2,
        *[geef_toestemming] * 3,
        *[stel_vraag, antwoord, antwoord],
        *[trek_toestemming_in, schrap, besluit, sluit, schuif_door, rond_af, rond_af],
    )
    ROND = (
        *[open_bespreking] * 6,
        *[laat_toe, stel_vast, stel_vast, geef_toestemming, agendeer, meld_aan, plan],
        *[schuif_door, trek_stoel_in, trek_toestemming_in],
        *[stel_vraag, stel_vraag, antwoord, antwoord, trek_vraag_in],
        *[sluit_casus, heropen_casus, heropen_casus, vernietig_casus, wie_niet_mag_doet_niets],
    )

    # --- wat altijd waar is ---

    def alles(self) -> str:
        """Alles wat van casussen en overleggen bewaard is, als tekst."""
        planken = self.tafel.opslag.waarden
        return repr([planken[soort] for soort in planken if soort not in {Partij, Professional}])

    @invariant()
    def alleen_wat_de_inbrenger_zei_gaat_mee(self) -> None:
        bewaard = self.tafel.opslag.zoek(Meeneming)
        assert {(mee.inbreng, mee.ontvanger, mee.afspraak) for mee in bewaard} == self.model.mee
        for mee in bewaard:
            plek = self.model.gezegd[mee.inbreng].plek
            stoel = self.tafel.opslag.haal(Deelname, *plek, mee.ontvanger)
            zit = stoel is not None and stoel.ingetrokken_op is None
            assert zit or mee.ontvanger == self.model.voorzitter
            assert not zit or stoel.rol != "adviseur"

    @invariant()
    def wie_een_vraag_heeft_wacht_niet_ook_op_een_stoel(self) -> None:
        for kaart in self.tafel.opslag.zoek(Vraagkaart):
            model = self.model.kaarten[kaart.id]
            assert (model.stand == "wacht") == kaart.wacht
            assert (model.stand == "beantwoord") == kaart.beantwoord
            assert not (kaart.wacht and self.model.toegelaten(model.plek, kaart.professional))
        assert {kaart.id for kaart in self.tafel.opslag.zoek(Vraagkaart)} == set(
            self.model.kaarten
        )

    @invariant()
    def alleen_wat_wettig_was_ligt_op_tafel(self) -> None:
        assert {inbreng.id for inbreng in self.tafel.opslag.zoek(Inbreng)} == set(
            self.model.gezegd
        )

    @invariant()
    def na_de_vaststelling_is_er_geen_tekst_die_niemand_meeneemt(self) -> None:
        alles = self.alles()
        mee = {inbreng for inbreng, _, _ in self.model.mee}
        for sleutel, gezegd in self.model.gezegd.items():
            vast = gezegd.plek[0] in self.model.vastgesteld
            if gezegd.geschrapt or (vast and sleutel not in mee):
                for deel in "knmv":
                    assert f"{sleutel}.{deel}" not in alles
            else:
                assert f"{sleutel}.k" in alles

    @invariant()
    def van_een_vernietigde_casus_blijft_niets(self) -> None:
        alles = self.alles()
        for casus in self.model.weg:
            assert f"'{casus}'" not in alles

    @invariant()
    def niemand_is_binnen_zonder_toelating(self) -> None:
        binnen: dict[Plek, set[str]] = {}
        for bezoek in self.tafel.opslag.zoek(Aanwezigheid, tot=None):
            plek = (bezoek.overleg, bezoek.casus)
            binnen.setdefault(plek, set()).add(bezoek.professional)
            assert self.model.toegelaten(plek, bezoek.professional)
        assert binnen == {plek: mensen for plek, mensen in self.model.binnen.items() if mensen}

    @invariant()
    def er_ligt_hoogstens_een_casus_op_tafel(self) -> None:
        open_ = self.tafel.opslag.zoek(Bespreking, stand=Stand.OPEN)
        assert [(een.overleg, een.casus) for een in open_] == (
            [self.model.open] if self.model.open else []
        )

    @invariant()
    def het_logboek_bevat_geen_tekst(self) -> None:
        assert MARKERING not in repr(self.tafel.opslag.regels[-3:])


TestOverleggen = Overleggen.TestCase
TestOverleggen.settings = ROND


def _niets(*_alles: object) -> None:
    """Een regel die nooit weigert."""


KAPOT: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "wie er niet is mag meepraten": lambda kapot: kapot.setattr(
        inbreng_module, "toets_aanwezig", _niets
    ),
    "wie niet is toegelaten komt binnen": lambda kapot: kapot.setattr(
        bespreking_module, "toets_toegelaten", _niets
    ),
    "toestemming dekt iedereen": lambda kapot: kapot.setattr(
        inbrengregels, "_dekt", lambda *_: True
    ),
    "tekst blijft na vaststelling": lambda kapot: kapot.setattr(
        bespreking_module, "zonder_tekst", lambda inbreng, _lot: inbreng
    ),
    "een afgesloten casus gaat verder": lambda kapot: kapot.setattr(
        bespreking_module, "toets_casus", _niets
    ),
    "wie een stoel krijgt houdt zijn vraagkaart": lambda kapot: kapot.setattr(
        kaartregels, "vervalt_door_stoel", _niets
    ),
    "een ingetrokken vraagkaart houdt haar antwoord": lambda kapot: kapot.setattr(
        kaart_module, "zonder_tekst", lambda inbreng, *_: inbreng
    ),
    "iedereen neemt alles mee": lambda kapot: kapot.setattr(
        meenemen, "bezwaren", lambda *_, **__: iter(())
    ),
}
"""Regels die stuk gemaakt worden; de machine hoort elk ervan te zien."""


@pytest.mark.parametrize("wat", KAPOT)
def test_de_machine_ziet_het_als_een_regel_stuk_is(
    wat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    KAPOT[wat](monkeypatch)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Overleggen, settings=KORT)
