"""Deuren zonder schijf: kluizen in het geheugen, papieren in een lijst."""

from pathlib import Path
from threading import Event

from casus_app.catalogus import laad
from casus_app.computer import Computer, Stand
from casus_app.domein.toegang import Toegang
from casus_app.draaiboek import lees, speel
from casus_app.fouten import OpslagFout
from casus_app.opmaak import Uitgave
from casus_app.poorten import Kopie, Papier, Reservebericht
from casus_app.proces import Terugkeer
from casus_app.werkbank import Drukker, Werkbank
from tests.nep import GeheugenOpslag, StilleKlok

VERHAAL = Path(__file__).parent / "verhaal.toml"
WACHTZIN = "een wachtzin om mee te toetsen"
VERKEERD = "Deze wachtzin past niet op deze kluis. Controleer hoofdletters."


def drukker(uitgave: Uitgave) -> Papier:
    return Papier(uitgave.naam, f"papier {uitgave.naam}".encode())


def een_werkbank(*, oefening: bool = True, druk: Drukker = drukker) -> Werkbank:
    """Een werkbank op een lege kluis."""
    return Werkbank(GeheugenOpslag(), StilleKlok(), laad(), druk, oefening=oefening)


def een_verhaal(druk: Drukker = drukker) -> Werkbank:
    """Een werkbank waarop het verhaal van de toetsen al gespeeld is."""
    werkbank = een_werkbank(druk=druk)
    draaiboek = lees(VERHAAL.read_bytes(), VERHAAL.name, werkbank.catalogus.kaders)
    afwijkingen = speel(draaiboek, werkbank, lambda _regel: None, lambda _papier: None)
    assert afwijkingen == []
    return werkbank


class NepDeuren:
    """Wacht bij openen en maken op `mag_door`, zodat een toets ziet wat er intussen kan."""

    def __init__(self) -> None:
        self.kluizen: dict[Path, tuple[str, Werkbank]] = {}
        self.geschreven: list[tuple[Path, Papier]] = []
        self.gesloten: list[Werkbank] = []
        self.mag_door = Event()
        self.mag_door.set()
        self.opnieuw: list[Terugkeer] = []
        """Zo vaak is het proces vervangen."""
        self.terug: Terugkeer | None = None
        self.gekopieerd: list[Werkbank] = []
        self.bericht: Reservebericht | None = None
        """Wat er van de reservekopie komt."""
        self.liggen: dict[Path, tuple[Kopie, ...]] = {}
        """De reservekopieën per plaats."""
        self.teruggezet: list[tuple[Path, Path, str]] = []
        self.envelop = b""
        """De herstelsleutel die past."""
        self.wie: list[str] = []
        """Met welk slot er geopend is."""
        self.opgemerkt = ""
        self.hier = Computer(schijf=Stand.VERSLEUTELD, wissel=Stand.AFWEZIG)
        """De computer waarop dit heet te draaien."""
        self.schijf_vol = 0
        """Zo vaak mislukt schrijven nog."""

    def bestaat(self, pad: Path) -> bool:
        return pad in self.kluizen

    def sloten(self, pad: Path) -> tuple[Toegang, ...]:
        return self.kluizen[pad][1].opslag.sloten() if pad in self.kluizen else ()

    def open_met_herstelsleutel(self, pad: Path, sleutel: bytes) -> Werkbank:
        if sleutel == self.envelop:
            return self.kluizen[pad][1]
        raise OpslagFout("Deze herstelsleutel past niet op deze kluis.")

    def open(self, pad: Path, wachtzin: str, wie: str = "") -> Werkbank:
        self.mag_door.wait()
        self.wie.append(wie)
        if pad not in self.kluizen:
            raise OpslagFout("Op deze plaats staat geen kluis. Kies een andere plaats.")
        goed, werkbank = self.kluizen[pad]
        if wachtzin != goed:
            raise OpslagFout(VERKEERD)
        return werkbank

    def maak(self, pad: Path, wachtzin: str, naam: str = "") -> Werkbank:
        self.mag_door.wait()
        if pad in self.kluizen:
            raise OpslagFout("Op deze plaats staat al een bestand.")
        werkbank = een_werkbank(oefening=False)
        self.kluizen[pad] = (wachtzin, werkbank)
        return werkbank

    def oefenkluis(self) -> Werkbank:
        self.mag_door.wait()
        return een_verhaal()

    def sluit(self, werkbank: Werkbank) -> None:
        self.gesloten.append(werkbank)

    def reservekopie(self, werkbank: Werkbank) -> Reservebericht | None:
        self.gekopieerd.append(werkbank)
        return self.bericht

    def kopieen(self, pad: Path) -> tuple[Kopie, ...]:
        return self.liggen.get(pad, ())

    def toets_wachtzin(self, pad: Path, wachtzin: str) -> None:
        self.mag_door.wait()
        if wachtzin != WACHTZIN:
            raise OpslagFout(VERKEERD)

    def zet_terug(self, pad: Path, kopie: Path, wachtzin: str) -> tuple[Werkbank, str]:
        self.mag_door.wait()
        self.teruggezet.append((pad, kopie, wachtzin))
        return een_verhaal(), "De reservekopie is teruggezet, tot en met logregel 3."

    def let_op(self, werkbank: Werkbank) -> str:
        return self.opgemerkt

    def computer(self, werkbank: Werkbank) -> Computer:
        return self.hier

    def schrijf(self, map_uit: Path, papier: Papier) -> Path:
        if self.schijf_vol:
            self.schijf_vol -= 1
            raise OpslagFout("De schijf is vol. Maak ruimte vrij en doe het opnieuw.")
        self.geschreven.append((map_uit, papier))
        return map_uit / papier.naam

    def begin_opnieuw(self, terug: Terugkeer) -> None:
        self.opnieuw.append(terug)

    def terugkeer(self) -> Terugkeer | None:
        return self.terug
