"""De samenstelling: de enige plaats die vak, opslag, papier en scherm aan elkaar knoopt."""

import argparse
import getpass
import json
import os
import resource
import secrets
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NoReturn, TextIO

from casus_app.fouten import CasusFout, DraaiboekFout

GELUKT, AFGEWEKEN, ONBRUIKBAAR = 0, 1, 2
"""De uitkomsten van de opdrachtregel, zoals draaiboek.md ze noemt."""


class EchteKlok:
    """De klok van de computer."""

    def vandaag(self) -> date:
        """De dag hier."""
        return datetime.now().astimezone().date()  # noqa: TID251 (dit ís de Klok)

    def nu(self) -> datetime:
        """Het moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 (dit ís de Klok)


def main(argumenten: Sequence[str] | None = None) -> int:
    """Doet wat op de opdrachtregel staat en geeft de uitgangscode."""
    _scherm_het_proces_af()
    keuze = _lees_argumenten(argumenten)
    try:
        return int(keuze.doe(keuze))
    except CasusFout as fout:
        sys.stderr.write(f"{fout.melding}\n")
        return AFGEWEKEN if not isinstance(fout, DraaiboekFout) else ONBRUIKBAAR


def start() -> NoReturn:
    """Het beginpunt van het commando `casusoverleg`."""
    sys.exit(main())


def _scherm_het_proces_af() -> None:
    """Bestanden alleen voor deze gebruiker, en geen geheugenafdruk na een crash."""
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class _Uitleg(argparse.ArgumentParser):
    """Meldt een verkeerde opdracht in het Nederlands."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            ONBRUIKBAAR,
            f"Deze opdracht kan niet. Typ '{self.prog} --help' voor wat er kan. ({message})\n",
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
    controleer.add_argument("--wachtzin-bestand", type=Path, metavar="BESTAND")
    controleer.set_defaults(doe=_controleer)
    schermen = opdrachten.add_parser("schermen", help="elk scherm als PNG")
    schermen.add_argument("map", type=Path)
    schermen.set_defaults(doe=_schermen)
    return uitleg.parse_args(argumenten)


# --- draaiboek ------------------------------------------------------------------------------------


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
def _oefenkluis(pad: Path | None, wachtzin_bestand: Path | None) -> "Iterator[Any]":
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
        yield maak_werkbank(kluis, oefening=True)


def maak_werkbank(kluis: Any, *, oefening: bool) -> Any:  # noqa: ANN401 (zie _werkbanktype)
    """De werkbank op een open kluis, met de echte klok, de catalogus en de drukker."""
    from casus_app.catalogus import laad
    from casus_app.papier import maak_papier
    from casus_app.werkbank import Werkbank

    return Werkbank(kluis, EchteKlok(), laad(), maak_papier, oefening=oefening)


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


def _bewaarder(map_uit: Path | None) -> Any:  # noqa: ANN401 (een functie van Papier)
    """Schrijft papieren in de map; zonder map zijn ze gemaakt, nagelezen en klaar."""
    if map_uit is None:
        return lambda _papier: None
    from storage import schrijf_bestand

    map_uit.mkdir(parents=True, exist_ok=True)
    return lambda papier: schrijf_bestand(map_uit, papier.naam, papier.inhoud)


# --- controleren ----------------------------------------------------------------------------------


def _controleer(keuze: argparse.Namespace) -> int:
    from storage import controleer_kluis

    bevinding = controleer_kluis(keuze.kluis, _wachtzin(keuze.wachtzin_bestand, nieuw=False))
    if keuze.json:
        sys.stdout.write(json.dumps(bevinding.als_json(), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(bevinding.regels) + "\n")
    return GELUKT if bevinding.heel else AFGEWEKEN


# --- schermen -------------------------------------------------------------------------------------


def _scherm(_keuze: argparse.Namespace) -> int:
    from ui.application import start_programma

    return start_programma(_deuren())


def _oefen(_keuze: argparse.Namespace) -> int:
    from ui.application import start_oefening

    return start_oefening(_deuren())


def _schermen(keuze: argparse.Namespace) -> int:
    from ui.rendering import teken_alle_schermen

    return teken_alle_schermen(_deuren(), keuze.map)


def _deuren() -> Any:  # noqa: ANN401
    """De deuren naar de opslag die het scherm krijgt; het scherm kent de opslag niet."""
    raise NotImplementedError


if __name__ == "__main__":
    start()
