"""De samenstelling: de enige plaats die vak, opslag, papier en scherm aan elkaar knoopt.

Elke opdracht haalt pas binnen wat zij nodig heeft, zodat het programma snel start.
"""

import argparse
import getpass
import json
import os
import re
import secrets
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from casus_app import proces
from casus_app.computer import OpDezeComputer
from casus_app.fouten import CasusFout, DraaiboekFout

if TYPE_CHECKING:
    from collections.abc import Callable

    from casus_app.domein.toegang import Toegang
    from casus_app.poorten import Klok, Kopie, Papier, Reservebericht
    from casus_app.werkbank import Werkbank
    from storage import Kluis

GELUKT, AFGEWEKEN, ONBRUIKBAAR = 0, 1, 2
"""De uitkomsten van de opdrachtregel, zoals draaiboek.md ze noemt."""


PLAATTIJD = time(8, 25, tzinfo=UTC)
"""Hoe laat het op de platen is: 9.25 uur in de winter van het oefenoverleg."""


class EchteKlok:
    """De klok van de computer."""

    def vandaag(self) -> date:
        """De dag hier."""
        return datetime.now().astimezone().date()  # noqa: TID251 (dit ís de Klok)

    def nu(self) -> datetime:
        """Het moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 (dit ís de Klok)


class StilleKlok:
    """De echte dag, altijd op dezelfde tijd: zo is een plaat van een scherm elke keer dezelfde."""

    def __init__(self, tijd: time) -> None:
        self._tijd = tijd

    def vandaag(self) -> date:
        """De dag hier."""
        return EchteKlok().vandaag()

    def nu(self) -> datetime:
        """Die tijd, vandaag, in UTC."""
        return datetime.combine(self.vandaag(), self._tijd)


def main(argumenten: Sequence[str] | None = None) -> int:
    """Doet wat op de opdrachtregel staat en geeft de uitgangscode."""
    proces.scherm_af()
    keuze = _lees_argumenten(argumenten)
    try:
        return int(keuze.doe(keuze))
    except CasusFout as fout:
        sys.stderr.write(f"{fout.melding}\n")
        return AFGEWEKEN if not isinstance(fout, DraaiboekFout) else ONBRUIKBAAR


def start() -> NoReturn:
    """Het beginpunt van het commando `casusoverleg`."""
    sys.exit(main())


class _Uitleg(argparse.ArgumentParser):
    """Meldt een verkeerde opdracht in het Nederlands."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 (Engels, dus niet getoond)
        self.exit(
            ONBRUIKBAAR, f"Deze opdracht kan niet. Typ '{self.prog} --help' voor wat er kan.\n"
        )


def _lees_argumenten(argumenten: Sequence[str] | None) -> argparse.Namespace:
    uitleg = _Uitleg(prog="casusoverleg", description="Het casusoverleg, per casus en met grond.")
    uitleg.set_defaults(doe=_scherm)
    opdrachten = uitleg.add_subparsers(metavar="OPDRACHT")
    oefen = opdrachten.add_parser("oefen", help="het programma met de oefencasus")
    oefen.set_defaults(doe=_oefen)
    draaiboek = opdrachten.add_parser("draaiboek", help="een draaiboek spelen")
    draaiboek.add_argument("bestand", type=Path)
    draaiboek.add_argument("--kluis", type=Path, metavar="PAD")
    draaiboek.add_argument("--uit", type=Path, metavar="MAP")
    draaiboek.add_argument("--stappen", type=Path, metavar="BESTAND")
    draaiboek.add_argument("--wachtzin-bestand", type=Path, metavar="BESTAND")
    draaiboek.set_defaults(doe=_draaiboek)
    controleer = opdrachten.add_parser("controleer", help="een kluis nalopen zonder te wijzigen")
    controleer.add_argument("kluis", type=Path)
    controleer.add_argument("--json", action="store_true")
    controleer.add_argument("--anker", metavar="HASH", type=_anker)
    controleer.add_argument("--wachtzin-bestand", type=Path, metavar="BESTAND")
    controleer.set_defaults(doe=_controleer)
    schermen = opdrachten.add_parser("schermen", help="elk scherm als PNG")
    schermen.add_argument("map", type=Path)
    schermen.set_defaults(doe=_schermen)
    schema = opdrachten.add_parser("schema", help="het JSON Schema van een casus als bestand")
    schema.set_defaults(doe=_schema)
    return uitleg.parse_args(argumenten)


def _anker(tekst: str) -> str:
    """Het zegel uit de voet van een papier: daar staan de eerste zestien tekens."""
    if not re.fullmatch(r"[0-9a-fA-F]{16,64}", tekst):
        raise argparse.ArgumentTypeError
    return tekst


def _draaiboek(keuze: argparse.Namespace) -> int:
    from casus_app import draaiboek
    from casus_app.catalogus import laad

    catalogus = laad()
    gelezen = draaiboek.lees(_inhoud(keuze.bestand), keuze.bestand.name, catalogus.kaders)
    with ExitStack() as einde:
        werkbank = einde.enter_context(_oefenkluis(keuze.kluis, keuze.wachtzin_bestand))
        regels: TextIO = sys.stdout
        if keuze.stappen:
            regels = einde.enter_context(keuze.stappen.open("w", encoding="utf-8"))

        def meld(regel: dict[str, Any]) -> None:
            regels.write(json.dumps(regel, ensure_ascii=False) + "\n")
            regels.flush()

        afwijkingen = draaiboek.speel(gelezen, werkbank, meld, _bewaarder(keuze.uit))
    for afwijking in afwijkingen:
        sys.stderr.write(f"{gelezen.bron}, stap {afwijking.nr}: {afwijking.melding}\n")
    return AFGEWEKEN if afwijkingen else GELUKT


def _inhoud(bestand: Path) -> bytes:
    try:
        return bestand.read_bytes()
    except OSError:
        raise DraaiboekFout(
            f"Dit draaiboek is niet te gebruiken. {bestand.name}: het bestand is niet te lezen."
        ) from None


@contextmanager
def _oefenkluis(pad: Path | None, wachtzin_bestand: Path | None) -> "Iterator[Werkbank]":
    """De werkbank op de kluis waarin een draaiboek speelt; zonder pad een tijdelijke."""
    from storage import kluis_bestaat, maak_kluis, open_kluis

    with ExitStack() as einde:
        if pad is None:
            tijdelijk = einde.enter_context(tempfile.TemporaryDirectory(prefix="casusoverleg-"))
            pad, wachtzin = Path(tijdelijk) / "kluis", secrets.token_urlsafe(24)
        else:
            wachtzin = _wachtzin(wachtzin_bestand, nieuw=not kluis_bestaat(pad))
        if kluis_bestaat(pad):
            kluis = open_kluis(pad, wachtzin)
        else:
            kluis = maak_kluis(pad, wachtzin, oefening=True)
        einde.callback(kluis.sluit)
        if not kluis.oefening:
            raise DraaiboekFout(
                "Dit is een echte kluis. Een draaiboek speelt alleen in een oefenkluis; "
                "kies een ander pad."
            )
        yield maak_werkbank(kluis)


def maak_werkbank(kluis: "Kluis", klok: "Klok | None" = None) -> "Werkbank":
    """De werkbank op een open kluis, met de klok, de catalogus en de drukker."""
    from casus_app.catalogus import laad
    from casus_app.papier import maak_papier
    from casus_app.werkbank import Werkbank
    from storage import Beheer

    delen = (kluis, klok or EchteKlok(), laad(), maak_papier)
    werkbank = Werkbank(*delen, oefening=kluis.oefening, beheer=Beheer(kluis))
    werkbank.noteer_pogingen(kluis.pogingen)
    werkbank.vernieuw_werkwortel(nodig=kluis.werkwortel_oud)
    return werkbank


def _wachtzin(bestand: Path | None, *, nieuw: bool) -> str:
    if bestand:
        try:
            return bestand.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
        except (OSError, UnicodeDecodeError):
            raise DraaiboekFout("Het bestand met de wachtzin is niet te lezen.") from None
    if not sys.stdin.isatty():
        raise DraaiboekFout(
            "Er is geen wachtzin. Geef --wachtzin-bestand, of start dit in een terminal."
        )
    wachtzin = getpass.getpass("Wachtzin: ")
    if nieuw and getpass.getpass("Nog een keer: ") != wachtzin:
        raise DraaiboekFout("De twee wachtzinnen zijn niet gelijk. Begin opnieuw.")
    return wachtzin


def _bewaarder(map_uit: Path | None) -> "Callable[[Papier], object]":
    """Schrijft papieren in de map; zonder map zijn ze gemaakt, nagelezen en klaar."""
    if map_uit is None:
        return lambda _papier: None
    from storage import schrijf_bestand

    map_uit.mkdir(parents=True, exist_ok=True)
    return lambda papier: schrijf_bestand(map_uit, papier.naam, papier.inhoud)


def _controleer(keuze: argparse.Namespace) -> int:
    from storage import controleer_kluis

    wachtzin = _wachtzin(keuze.wachtzin_bestand, nieuw=False)
    bevinding = controleer_kluis(keuze.kluis, wachtzin, keuze.anker or "")
    if keuze.json:
        sys.stdout.write(f"{bevinding.als_json()}\n")
    else:
        sys.stdout.write("\n".join(bevinding.regels) + "\n")
    return GELUKT if bevinding.heel else AFGEWEKEN


def _scherm(_keuze: argparse.Namespace) -> int:
    from ui.application import start_programma

    return start_programma(EchteDeuren())


def _oefen(_keuze: argparse.Namespace) -> int:
    from ui.application import start_oefening

    return start_oefening(EchteDeuren())


def _schermen(keuze: argparse.Namespace) -> int:
    from ui.rendering import teken_alle_schermen

    with tempfile.TemporaryDirectory(prefix="casusoverleg-") as tijdelijk:
        deuren = EchteDeuren(Path(tijdelijk), StilleKlok(PLAATTIJD))
        return teken_alle_schermen(deuren, keuze.map)


def _schema(_keuze: argparse.Namespace) -> int:
    from casus_app.overgang import schema

    sys.stdout.write(schema().decode())
    return GELUKT


class EchteDeuren(OpDezeComputer):
    """De deuren van het scherm naar de opslag op deze computer (zie `casus_app.deuren`)."""

    def __init__(self, oefenmap: Path | None = None, klok: "Klok | None" = None) -> None:
        self._klok = klok
        self._oefenmap = oefenmap or _gegevensmap() / "oefenen"

    def bestaat(self, pad: Path) -> bool:
        """Of hier een kluis staat."""
        from storage import kluis_bestaat

        return kluis_bestaat(pad)

    def sloten(self, pad: Path) -> "tuple[Toegang, ...]":
        """Wie deze kluis kunnen openen."""
        from storage import sloten_van

        return sloten_van(pad)

    def open(self, pad: Path, wachtzin: str, wie: str = "") -> "Werkbank":
        """Opent een kluis."""
        from storage import open_kluis

        return maak_werkbank(open_kluis(pad, wachtzin, wie), self._klok)

    def open_met_herstelsleutel(self, pad: Path, sleutel: bytes) -> "Werkbank":
        """Opent een kluis met de envelop."""
        from storage import open_met_herstelsleutel

        return maak_werkbank(open_met_herstelsleutel(pad, sleutel), self._klok)

    def maak(self, pad: Path, wachtzin: str, naam: str = "") -> "Werkbank":
        """Maakt een nieuwe, echte kluis."""
        from casus_app.regels.wachtzin import oordeel
        from casus_app.weigeringen import ongeldig
        from storage import maak_kluis

        if not (gevonden := oordeel(wachtzin, naam)).goed:
            raise ongeldig(gevonden.zin, "wachtzin")
        return maak_werkbank(maak_kluis(pad, wachtzin, oefening=False, naam=naam), self._klok)

    def oefenkluis(self) -> "Werkbank":
        """De oefenkluis; de eerste keer wordt het oefendraaiboek erin gespeeld.

        Eerst onder een tijdelijke naam, zodat een halve oefenkluis nooit blijft staan.
        """
        from casus_app import draaiboek
        from resources import bytes_van

        klaar = self._oefenmap / "kluis"
        if not self.bestaat(klaar):
            self._oefenmap.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self._oefenmap) as tijdelijk:
                werkbank = maak_werkbank(_nieuwe_oefenkluis(Path(tijdelijk) / "kluis"))
                verhaal = draaiboek.lees(
                    bytes_van(_OEFENCASUS), _OEFENCASUS, werkbank.catalogus.kaders
                )
                draaiboek.speel(verhaal, werkbank, lambda _regel: None, lambda _papier: None)
                self.sluit(werkbank)
                for deel in Path(tijdelijk).iterdir():
                    deel.replace(self._oefenmap / deel.name)
        return self.open(klaar, OEFENWACHTZIN)

    def sluit(self, werkbank: "Werkbank") -> None:
        """Sluit de kluis van deze werkbank."""
        werkbank.opslag.sluit()

    def reservekopie(self, werkbank: "Werkbank") -> "Reservebericht | None":
        """Een reservekopie van een echte kluis; een oefenkluis is zo weer gemaakt."""
        from storage import Kluis, maak_reservekopie

        kluis = werkbank.opslag
        if werkbank.oefening or not isinstance(kluis, Kluis):
            return None
        return maak_reservekopie(kluis, werkbank.klok.nu())

    def kopieen(self, pad: Path) -> "tuple[Kopie, ...]":
        """Wat er naast de kluis ligt, of in een map die iemand aanwijst."""
        from storage import kopieen

        return kopieen(pad)

    def toets_wachtzin(self, pad: Path, wachtzin: str) -> None:
        """Of iemand hiermee naar binnen kan."""
        from storage import toets_wachtzin

        toets_wachtzin(pad, wachtzin)

    def zet_terug(self, pad: Path, kopie: Path, wachtzin: str) -> "tuple[Werkbank, str]":
        """De kluis moet dicht zijn; lukt het niet, dan is er niets veranderd."""
        from storage import herstel, toets_wachtzin

        gedaan = herstel(pad, kopie, wachtzin, (self._klok or EchteKlok()).nu())
        return self.open(pad, wachtzin, toets_wachtzin(pad, wachtzin).id), gedaan.zin

    def let_op(self, werkbank: "Werkbank") -> str:
        """Of de ankers buiten de kluis bij het logboek passen."""
        from storage import Kluis

        kluis = werkbank.opslag
        if not isinstance(kluis, Kluis):
            return ""
        return " ".join(filter(None, (kluis.ankermelding, kluis.sleutelmelding)))

    def schrijf(self, map_uit: Path, papier: "Papier") -> Path:
        """Schrijft een papier in deze map; geeft het pad."""
        from storage import schrijf_bestand

        return schrijf_bestand(map_uit, papier.naam, papier.inhoud)

    def begin_opnieuw(self, terug: proces.Terugkeer) -> None:
        """Na vergrendelen: een nieuw proces bij het slot."""
        proces.vervang(terug)

    def terugkeer(self) -> proces.Terugkeer | None:
        """Of dit proces zo begonnen is."""
        return proces.terugkeer()


_OEFENCASUS = "draaiboeken/oefencasus.toml"
OEFENWACHTZIN = "oefenen mag iedereen"
"""Geen geheim: in een oefenkluis staan alleen verzonnen mensen."""


def _nieuwe_oefenkluis(pad: Path) -> "Kluis":
    from storage import maak_kluis

    return maak_kluis(pad, OEFENWACHTZIN, oefening=True)


def _gegevensmap() -> Path:
    """Waar programma's van deze gebruiker hun gegevens bewaren (XDG)."""
    thuis = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(thuis) / "casusoverleg"


if __name__ == "__main__":
    start()
