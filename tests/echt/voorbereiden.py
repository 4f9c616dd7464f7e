"""Het verhaal van de voorbereiding, voor handen die alleen toetsen en handen die alleen klikken.

Hetzelfde verhaal wordt ook als handelingen gespeeld op een opslag in het geheugen; wat er aan het
eind in de echte kluis staat moet daaraan gelijk zijn.
"""

import csv
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

from casus_app.catalogus import laad
from casus_app.domein.overleg import Rol, Verzending
from casus_app.handelingen import Handeling
from casus_app.handelingen.aanmelding import (
    BetrokkeneInformeren,
    BetrokkeneUitstellen,
    BetrokkeneVorm,
    CasusAanmelden,
    CasusWegen,
    Criteria,
    KringVorm,
)
from casus_app.handelingen.inrichting import InstellingInrichten
from casus_app.handelingen.lijsten import MensenInlezen
from casus_app.handelingen.overleg import (
    BetrokkeneNietUitnodigen,
    BetrokkeneUitnodigen,
    OverlegAgenderen,
    OverlegPlannen,
)
from casus_app.handelingen.stoelen import DeelnameToelaten
from casus_app.handelingen.uitnodigen import OverlegNazenden
from casus_app.handelingen.volgorde import OverlegOrdenen, OverlegPauzeren, VastePlek
from casus_app.handelingen.vraagkaart import VraagkaartStellen
from casus_app.lijsten import lees
from casus_app.poorten import Papier
from casus_app.rollen import Gebruikersrol, gebruiker_met
from casus_app.werkbank import Werkbank
from storage import open_kluis
from tests.echt.mens import Mens
from tests.echt.professionals import KOPPEN, MENSEN, WIE
from tests.echt.verhaal import (
    BEGIN,
    BEOORDELAAR,
    HUIS,
    OVERLEGDAG,
    PAUZE,
    PLAATS,
    VANDAAG,
    VAST,
    VRAAGKAART,
    WACHTZIN,
    WIJZE,
    ZAKEN,
    Stoel,
    Zaak,
)
from tests.nep import GeheugenOpslag, StilleKlok
from tests.storage.waarden import SOORTEN

OVERLEG = f"overleg-{OVERLEGDAG:%Y-%m-%d}"


def schrijf_lijst(map_: Path) -> Path:
    """De lijst van veertig professionals, zoals een ander programma hem bewaart."""
    pad = map_ / "mensen.csv"
    with pad.open("w", newline="", encoding="utf-8") as bestand:
        csv.writer(bestand, delimiter=";").writerows([KOPPEN, *(mens.regel for mens in MENSEN)])
    return pad


class Coordinator(ABC):
    """Doet wat het verhaal vraagt; een erfgenaam heeft de handen."""

    def __init__(self, mens: Mens) -> None:
        self.mens = mens

    def bereid_voor(self, lijst: Path, uit: Path) -> None:
        """Van een lege kluis tot de uitnodigingen; telt elke stap."""
        van = self.mens.tel.van
        with van("kluis maken"):
            self.maak_kluis()
        with van("huis inrichten"):
            self.richt_in()
        with van("lijst inlezen"):
            self.lees_in(lijst)
        for zaak in ZAKEN:
            with van("aanmelden", zaak.code):
                self.meld_aan(zaak)
            with van("wegen", zaak.code):
                self.weeg(zaak)
            with van("informeren of uitstellen", zaak.code):
                self.informeer(zaak)
        with van("overleg plannen"):
            self.plan()
        for zaak in ZAKEN:
            self.zet_op_agenda(zaak)
        with van("tafelindeling"):
            self.deel_in()
        with van("vluchtcheck bekijken"):
            self.kijk_na()
        with van("uitnodigingen maken"):
            self.nodig_uit(uit)

    def zet_op_agenda(self, zaak: Zaak) -> None:
        """Een casus met zijn stoelen, en of de betrokkene erbij is."""
        van = self.mens.tel.van
        with van("agenderen", zaak.code):
            self.agendeer(zaak)
        for stoel in zaak.stoelen:
            with van("stoelen", zaak.code):
                self.geef_stoel(stoel)
        if zaak.code == VRAAGKAART["casus"]:
            with van("vraagkaart", zaak.code):
                self.stel_vraag()
        with van("betrokkene uitnodigen", zaak.code):
            self.nodig_betrokkene(zaak)

    @abstractmethod
    def maak_kluis(self) -> None: ...
    @abstractmethod
    def richt_in(self) -> None: ...
    @abstractmethod
    def lees_in(self, lijst: Path) -> None: ...
    @abstractmethod
    def meld_aan(self, zaak: Zaak) -> None: ...
    @abstractmethod
    def weeg(self, zaak: Zaak) -> None: ...
    @abstractmethod
    def informeer(self, zaak: Zaak) -> None: ...
    @abstractmethod
    def plan(self) -> None: ...
    @abstractmethod
    def agendeer(self, zaak: Zaak) -> None: ...
    @abstractmethod
    def geef_stoel(self, stoel: Stoel) -> None: ...
    @abstractmethod
    def stel_vraag(self) -> None: ...
    @abstractmethod
    def nodig_betrokkene(self, zaak: Zaak) -> None: ...
    @abstractmethod
    def deel_in(self) -> None: ...
    @abstractmethod
    def kijk_na(self) -> None: ...
    @abstractmethod
    def nodig_uit(self, uit: Path) -> None: ...


# --- hetzelfde als handelingen ---


def gespeeld(lijst: Path) -> GeheugenOpslag:
    """Het verhaal zonder scherm, op een opslag in het geheugen."""
    opslag = GeheugenOpslag()
    bank = Werkbank(opslag, StilleKlok(VANDAAG), laad(), lambda uit: Papier(uit.naam, b""))
    wie = gebruiker_met(Gebruikersrol.COORDINATOR)

    def doe(handeling: Handeling) -> dict[str, object]:
        return dict(bank.voer_uit(handeling, wie, "wgs").antwoord)

    doe(InstellingInrichten(**HUIS))
    doe(MensenInlezen.van(lees(lijst.name, lijst.read_bytes()).regels))
    for zaak in ZAKEN:
        for handeling in _tot_behandeling(zaak):
            doe(handeling)
    doe(
        OverlegPlannen(
            id=OVERLEG,
            datum=OVERLEGDAG,
            begin=BEGIN,
            plaats=PLAATS,
            voorzitter=WIE["voorzitter"],
        )
    )
    for zaak in ZAKEN:
        for handeling in _op_agenda(zaak):
            doe(handeling)
    plek = next(n for n, zaak in enumerate(ZAKEN, start=1) if zaak.code == VAST)
    vast = (VastePlek(casus=VAST, plek=plek),)
    antwoord = doe(OverlegOrdenen(overleg=OVERLEG, vast=vast))
    volgorde = antwoord["volgorde"]
    assert isinstance(volgorde, list)
    *eerst, voorlaatste, laatste = volgorde
    anders = enumerate((*eerst, laatste, voorlaatste), start=1)
    vast = tuple(VastePlek(casus=casus, plek=plek) for plek, casus in anders)
    doe(OverlegOrdenen(overleg=OVERLEG, vast=vast))
    doe(OverlegPauzeren(overleg=OVERLEG, plek=len(ZAKEN) // 2, minuten=PAUZE))
    doe(OverlegNazenden(overleg=OVERLEG))
    return opslag


def _tot_behandeling(zaak: Zaak) -> Iterator[Handeling]:
    yield CasusAanmelden(
        id=zaak.code,
        aanmelder=WIE[zaak.aanmelder],
        doel=zaak.doel,
        aanleiding=zaak.aanleiding,
        leefgebieden=zaak.leefgebieden,
        betrokkene=BetrokkeneVorm(naam=zaak.naam),
        kring=tuple(
            KringVorm(id=wie.relatie, naam=wie.naam, relatie=wie.relatie, noodzaak=wie.waarom)
            for wie in zaak.kring
        ),
    )
    yield CasusWegen(
        casus=zaak.code,
        beoordelaars=(WIE[BEOORDELAAR],),
        uitkomst="in-behandeling",
        motivering=zaak.motivering,
        criteria=Criteria(**dict(zip("abcd", zaak.criteria, strict=True))),
    )
    if zaak.uitstel:
        yield BetrokkeneUitstellen(
            casus=zaak.code,
            grond=zaak.uitstel.grond,
            motivering=zaak.uitstel.motivering,
            beoordelaar=WIE[zaak.uitstel.beoordelaar],
            heroverwegen_op=zaak.uitstel.tot,
        )
    else:
        yield BetrokkeneInformeren(casus=zaak.code, wijze=WIJZE, datum=VANDAAG)


def _op_agenda(zaak: Zaak) -> Iterator[Handeling]:
    yield OverlegAgenderen(
        overleg=OVERLEG, casus=zaak.code, minuten=zaak.minuten, vraag=zaak.vraag
    )
    for stoel in zaak.stoelen:
        yield DeelnameToelaten(
            overleg=OVERLEG,
            casus=zaak.code,
            professional=WIE[stoel.functie],
            rol=Rol.UITVOEREND,
            taak=stoel.taak[0],
            noodzaak=stoel.waarom,
            pet=stoel.pet or None,
        )
    if zaak.code == VRAAGKAART["casus"]:
        yield VraagkaartStellen(
            id="vk1",
            overleg=OVERLEG,
            casus=zaak.code,
            professional=WIE[VRAAGKAART["professional"]],
            taak=VRAAGKAART["taak"],
            vraag=VRAAGKAART["vraag"],
            categorie=VRAAGKAART["categorie"],
            grondslag=VRAAGKAART["grondslag"],
            noodzaak=VRAAGKAART["noodzaak"],
            uiterlijk=OVERLEGDAG,
        )
    if zaak.belang:
        yield BetrokkeneNietUitnodigen(
            casus=zaak.code, overleg=OVERLEG, zwaarwegend_belang=zaak.belang
        )
    else:
        yield BetrokkeneUitnodigen(casus=zaak.code, overleg=OVERLEG)


def toets_uitkomst(thuis: Path, lijst: Path, uit: Path) -> None:
    """Wat er in de echte kluis en in de map staat is wat het verhaal zegt."""
    opslag = gespeeld(lijst)
    kluis = open_kluis(thuis / "data" / "casusoverleg" / "kluis.db", WACHTZIN)
    try:
        for soort in SOORTEN:
            echt, verwacht = set(kluis.zoek(soort)), set(opslag.zoek(soort))
            assert echt == verwacht, (echt - verwacht, verwacht - echt)
        assert kluis.controleer_logboek().heel
    finally:
        kluis.sluit()
    namen = {pad.stem for pad in uit.iterdir()}
    assert {pad.suffix for pad in uit.iterdir()} == {".pdf", ".ics"}
    assert len(list(uit.iterdir())) == 2 * len(namen)
    verzonden = {naar.professional for naar in opslag.zoek(Verzending)}
    assert len(namen) == len(verzonden)
    for pad in uit.glob("*.ics"):
        tekst = pad.read_text(encoding="utf-8")
        assert "BEGIN:VEVENT" in tekst
        assert not [zaak.naam for zaak in ZAKEN if zaak.naam in tekst or zaak.code in tekst]
    for pad in uit.glob("*.pdf"):
        assert pad.read_bytes().startswith(b"%PDF-")
