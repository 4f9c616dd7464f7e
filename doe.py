"""Zet op een Debian met alleen python3 alles klaar, en start dan het programma of de toetsen.

Alleen de standaardbibliotheek: dit draait voordat er iets is. Ook een te oude python3 moet dit
kunnen inlezen, anders ziet de gebruiker een traceback in plaats van de zin erover.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

try:
    import fcntl
except ImportError:  # Windows: perform() zegt dan dat het hier niet gaat
    fcntl = None  # type: ignore[assignment]  # mypy ziet alleen Linux

if TYPE_CHECKING:
    from collections.abc import Sequence

TREE = Path(__file__).resolve().parent
RUN_LOCK = "requirements.lock"
TEST_LOCK = "requirements-toets.lock"
MEGABYTES = {RUN_LOCK: 500, TEST_LOCK: 700}  # gemeten .venv, en ruimte voor het uitpakken

USAGE = """\
Gebruik: python3 doe.py OPDRACHT
  oefen                     start het programma met de oefencasus
  toets                     draait alle controles en alle toetsen
  toets ARGUMENTEN          draait alleen pytest, met die argumenten
  schermen MAP              tekent elk scherm als PNG in MAP
  draaiboek ARGUMENTEN      speelt een draaiboek
Wat ontbreekt wordt eerst klaargezet: systeempakketten met apt, Python-pakketten in .venv."""


class Stop(Exception):
    """Hier kan het niet verder; de tekst is de zin voor de gebruiker."""


class Need(NamedTuple):
    """Iets van het systeem: waaraan het te zien is, en welk pakket het brengt.

    Van `a|b` telt de eerste naam die apt kent: Debian 13 hernoemde er een.
    """

    proof: str
    package: str


VENV = Need("ensurepip", "python{}.{}-venv|python3-venv".format(*sys.version_info[:2]))
QT = (
    Need("libglib-2.0.so.0", "libglib2.0-0t64|libglib2.0-0"),
    Need("libEGL.so.1", "libegl1"),
    Need("libGL.so.1", "libgl1"),
    Need("libX11.so.6", "libx11-6"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libfreetype.so.6", "libfreetype6"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
)
XCB = "cursor0 icccm4 image0 keysyms1 randr0 render-util0 shape0 shm0 sync1 util1 xfixes0 xkb1"
WINDOW = (
    *(Need(f"libxcb-{name[:-1]}.so.{name[-1]}", f"libxcb-{name}") for name in XCB.split()),
    Need("libX11-xcb.so.1", "libx11-xcb1"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need("libwayland-client.so.0", "libwayland-client0"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0"),
)
TOOLS = (
    Need("Xvfb", "xvfb"),
    Need("xauth", "xauth"),
    Need("xdotool", "xdotool"),
    Need("openbox", "openbox"),
    Need("pdftoppm", "poppler-utils"),
    Need("strace", "strace"),
)
TASKS = {
    "oefen": (RUN_LOCK, QT + WINDOW),
    "toets": (TEST_LOCK, QT + WINDOW + TOOLS),
    "schermen": (RUN_LOCK, QT),
    "draaiboek": (RUN_LOCK, ()),
}

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as c; raise SystemExit(c())"
CHECKS = (
    ("ruff check", ("-m", "ruff", "check", "--quiet", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("importcontracten", ("-c", LINT_IMPORTS, "--no-logo")),
)

# Zonder -P gaat de map van de aanroeper, met misschien een eigen ui/, voor de onze.
LAUNCHER = """\
#!/bin/sh
'''exec' "$(dirname "$(readlink -f "$0")")/python" -P "$0" "$@"
' '''
import sys

from casus_app.__main__ import start

sys.exit(start())
"""
PROBE = """
import ctypes, sys
for proof in sys.argv[1:]:
    try:
        ctypes.CDLL(proof) if ".so." in proof else __import__(proof)
    except (ImportError, OSError):
        print(proof)
"""
OPEN_DISPLAY = """
import ctypes
XOpenDisplay = ctypes.CDLL("libX11.so.6").XOpenDisplay
XOpenDisplay.restype = ctypes.c_void_p
print(XOpenDisplay(None))
"""

DISK_FULL = "De schijf is vol. Maak ruimte en geef de opdracht opnieuw."
NO_NETWORK = (
    "Temporary failure|Name or service|[Cc]ould not (resolve|connect)|Cannot connect|ProxyError"
    "|NewConnectionError|[Cc]onnection (timed out|refused)|is unreachable|[Tt]imed? ?out"
)
CAUSES = (  # waaraan het te herkennen is in wat apt of pip zegt, en de zin erover
    ("sudo: .*(password|terminal)|sudoers", "U mag hier niets installeren; vraag een beheerder."),
    ("No space left|Errno 28|enough free space|[Qq]uota exceeded", DISK_FULL),
    ("CERTIFICATE_VERIFY|certificate verif", "Het certificaat van de pakketserver klopt niet."),
    ("Could not get lock|acquire the dpkg", "Een ander programma installeert al; wacht daarop."),
    ("DO NOT MATCH THE HASHES", "Een gehaald pakket is niet wat het slotbestand belooft."),
    (NO_NETWORK, "Er is geen verbinding met de pakketserver. Probeer het later opnieuw."),
    ("No matching distribution", "Een Python-pakket bestaat niet voor deze machine."),
    ("Permission denied|Read-only file", "In deze map mag u niet schrijven."),
)
Result = subprocess.CompletedProcess


class Machine:
    """De rand: alles wat deze machine vraagt of verandert. De toetsen geven een andere mee."""

    def __init__(self) -> None:
        self.env = {k: v for k, v in os.environ.items() if k not in {"PYTHONHOME", "PYTHONPATH"}}
        self.root = hasattr(os, "geteuid") and os.geteuid() == 0

    def tell(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    def has(self, program: str) -> bool:
        return shutil.which(program) is not None

    def terminal(self) -> bool:
        return sys.stdin is not None and sys.stdin.isatty()

    def free_megabytes(self, folder: Path) -> int:
        return shutil.disk_usage(folder).free >> 20

    def lacking(self, needs: Sequence[Need]) -> list[Need]:
        programs = [n.proof for n in needs if ".so." not in n.proof and n != VENV]
        others = [n.proof for n in needs if n.proof not in programs]
        absent = {name for name in programs if not self.has(name)}
        absent.update(self.ask_python(PROBE, *others).split() if others else ())
        return [need for need in needs if need.proof in absent]

    def screen_opens(self) -> bool:
        """Of de X-server van DISPLAY ons toelaat; zo niet, dan zou Qt met een abort stoppen."""
        return "None" not in self.ask_python(OPEN_DISPLAY)

    def ask_python(self, code: str, *arguments: str) -> str:
        """Vraagt het een nieuw proces: dit proces onthoudt wat er eerder niet was."""
        command = [sys.executable, "-I", "-S", "-c", code, *arguments]
        return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()

    def run(self, command: Sequence[str]) -> Result[str]:
        """Draait een opdracht en geeft terug wat hij zei, in het Engels: zo herkent CAUSES het."""
        return subprocess.run(
            command,
            check=False,
            close_fds=False,
            cwd=TREE,
            env={**self.env, "LC_ALL": "C.UTF-8", "PIP_USER": "0"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def show(self, command: Sequence[str], env: dict[str, str]) -> int:
        """Draait een opdracht die zelf met de gebruiker praat."""
        return subprocess.run(command, cwd=TREE, env={**self.env, **env}, check=False).returncode

    def become(self, command: list[str]) -> int:
        """Dit proces wordt dat programma: signalen en exitcode gaan er vanzelf heen."""
        os.execve(command[0], command, self.env)  # noqa: S606 -- hier hoort geen shell bij


class Environment:
    """De map .venv: of hij af is, en hoe hij gemaakt wordt.

    Het stempel noemt wat erin zit en wordt als laatste geschreven: zonder stempel is het maken
    onderweg gestrand, en begint het opnieuw.
    """

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        self.folder = tree / ".venv"
        self.python = str(self.folder / "bin" / "python")
        self.program = self.folder / "bin" / "casusoverleg"
        self.stamp = self.folder / "klaar.json"

    def wanted(self, lock: str) -> dict[str, str]:
        """Het stempel bij een slot; in het slot van de toetsen zit dat van het programma."""
        texts = {name: (self.tree / name).read_bytes() for name in {RUN_LOCK, lock}}
        texts["starter"] = LAUNCHER.encode()
        stamp = {name: hashlib.sha256(text).hexdigest() for name, text in texts.items()}
        return {"python": "{}.{}".format(*sys.version_info[:2]), **stamp}

    def found(self) -> dict[str, str]:
        try:
            return dict(json.loads(self.stamp.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return {}

    def ready(self, lock: str) -> bool:
        return Path(self.python).exists() and self.wanted(lock).items() <= self.found().items()

    def build(self, lock: str, machine: Machine) -> None:
        extend = self.ready(RUN_LOCK) and TEST_LOCK not in self.found()
        self.stamp.unlink(missing_ok=True)
        if not extend:
            made = machine.run([sys.executable, "-m", "venv", "--clear", str(self.folder)])
            succeed(made, "Het maken van .venv mislukte.")
        # Alleen kant-en-klaar, met de afgesproken inhoud: er wordt niets gebouwd.
        safe = ["--require-hashes", "--only-binary", ":all:", "--no-input", "--retries", "3"]
        quiet = ["--disable-pip-version-check", "--progress-bar", "off"]
        command = [self.python, "-m", "pip", "install", *safe, *quiet, "-r"]
        done = machine.run([*command, str(self.tree / lock)])
        succeed(done, "Het installeren van de Python-pakketten mislukte.")
        for packages in self.folder.glob("lib/python3.*/site-packages"):  # zo vindt .venv de boom
            (packages / "casusoverleg.pth").write_text("../../../..\n", encoding="ascii")
        self.program.write_text(LAUNCHER, encoding="ascii")
        self.program.chmod(0o755)
        self.stamp.write_text(json.dumps(self.wanted(lock), indent=1) + "\n", encoding="utf-8")


def succeed(result: Result[str], failure: str) -> None:
    """Gaat door, of zegt waarom niet; een onbekende reden in de woorden van apt of pip zelf."""
    if result.returncode != 0:
        last = "Het laatste bericht:\n  " + "\n  ".join(result.stdout.strip().splitlines()[-8:])
        known = (sentence for pattern, sentence in CAUSES if re.search(pattern, result.stdout))
        raise Stop(f"{failure} {next(known, last)}")


def package_names(needs: Sequence[Need], machine: Machine) -> list[str]:
    """Per onderdeel de eerste naam die apt hier kent; kent apt er geen, dan de laatste."""
    options = [need.package.split("|") for need in needs]
    names = (name for either in options for name in either)
    shown = machine.run(["apt-cache", "show", "--no-all-versions", *names]).stdout
    known = set(re.findall(r"^Package: (\S+)$", shown, re.MULTILINE))
    return sorted({next((n for n in either if n in known), either[-1]) for either in options})


def rights(machine: Machine) -> list[str] | None:
    """Wat er voor apt-get moet staan; None als het niet mag."""
    if machine.root:
        return []
    silent = ["sudo", "-n", "true"]  # lukt dat niet, dan kan sudo het op een terminal vragen
    allowed = machine.has("sudo") and (machine.terminal() or machine.run(silent).returncode == 0)
    return ["sudo"] if allowed else None


def install_system(needs: Sequence[Need], machine: Machine) -> None:
    if not machine.has("apt-get"):
        names = " ".join(need.proof for need in needs)
        raise Stop(f"Hier is geen apt. Zet dit er zelf op en geef de opdracht opnieuw:\n  {names}")
    prefix = rights(machine)
    if prefix is None:
        names = " ".join(package_names(needs, machine))
        raise Stop(
            "Er ontbreken systeempakketten en u mag ze hier niet installeren. Vraag een beheerder:"
            f"\n  apt-get install --no-install-recommends {names}"
        )
    apt = [*prefix, "env", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    machine.tell(f"Ontbrekende systeemonderdelen: {len(needs)}. apt haalt zijn lijsten op.")
    updated = machine.run([*apt, "update"])
    if updated.returncode == 1:  # dit is sudo; van apt-get zelf is het 100, en dan kan de rest nog
        succeed(updated, "Beheerrechten krijgen mislukte.")
    packages = package_names(needs, machine)
    machine.tell(f"apt installeert nu ({len(packages)}), met wat erbij hoort:")
    machine.tell("  " + " ".join(packages))
    options = ["-y", "--no-remove", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
    done = machine.run([*apt, "install", *options, *packages])
    done.stdout = updated.stdout + done.stdout
    succeed(done, "Het installeren met apt mislukte.")
    left = [need.proof for need in machine.lacking(needs)]
    if left:
        raise Stop(f"apt is klaar, maar dit is er nog niet: {' '.join(left)}")


def prepare(command: str, environment: Environment, machine: Machine) -> None:
    """Zet klaar wat ontbreekt, en zegt het voordat het gebeurt; is alles er, dan zwijgt het."""
    begin = time.monotonic()
    lock, needs = TASKS[command]
    ready = environment.ready(lock)
    missing = machine.lacking(needs if ready else (*needs, VENV))
    if not ready and machine.free_megabytes(environment.tree) < MEGABYTES[lock]:
        raise Stop(f"De schijf is te vol: voor .venv is {MEGABYTES[lock]} MB nodig.")
    if missing:
        install_system(missing, machine)
    if not ready:
        pinned = (environment.tree / lock).read_text(encoding="utf-8")
        count = len(set(re.findall(r"^([\w.-]+)==(?!.*win32)", pinned, re.MULTILINE)))
        machine.tell(
            f"pip installeert {count} Python-pakketten uit {lock}, alleen in\n"
            f"  {environment.folder} (hoogstens {MEGABYTES[lock]} MB). Dit kan even duren."
        )
        environment.build(lock, machine)
    if missing or not ready:
        machine.tell(f"Alles staat klaar ({time.monotonic() - begin:.0f} s).")


def require_screen(machine: Machine) -> None:
    if not any(machine.env.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise Stop(
            "Er is geen scherm om het venster op te tonen (DISPLAY en WAYLAND_DISPLAY zijn leeg). "
            "Geef de opdracht in een grafische sessie of over 'ssh -X'; of bekijk de schermen als "
            "plaatjes met: python3 doe.py schermen MAP"
        )


def require_admission(machine: Machine) -> None:
    other = machine.env.get("WAYLAND_DISPLAY") or machine.env.get("QT_QPA_PLATFORM")
    if not other and not machine.screen_opens():
        raise Stop(
            f"Het scherm {machine.env['DISPLAY']} antwoordt niet of laat u niet toe. Geef de "
            "opdracht als de gebruiker van wie de grafische sessie is, zonder sudo."
        )


def check(arguments: Sequence[str], environment: Environment, machine: Machine) -> int:
    """De controles, en dan pytest, dat het laatste woord heeft. Alles moet goed zijn."""
    red = []
    for name, command in () if arguments else CHECKS:
        result = machine.run([environment.python, *command])
        if result.returncode == 0:
            machine.tell(f"{name}: goed")
        else:
            machine.tell(f"{name}: FOUT\n{result.stdout.rstrip()}")
            red.append(name)
    if red:
        machine.tell(f"Fout: {', '.join(red)}; ook als pytest hierna groen is.")
    pytest = [environment.python, "-m", "pytest", *(arguments or ("-n", "2"))]
    env = {"QT_QPA_PLATFORM": machine.env.get("QT_QPA_PLATFORM", "offscreen")}
    return machine.show(pytest, env) or int(bool(red))


def perform(arguments: Sequence[str], environment: Environment, machine: Machine) -> int:
    if sys.version_info < (3, 11) or fcntl is None:
        raise Stop("Dit vraagt Linux met Python 3.11 of nieuwer, zoals Debian 12 en 13.")
    if not arguments or arguments[0] not in TASKS or list(arguments) == ["schermen"]:
        machine.tell(USAGE)
        return 0 if "--help" in arguments or "-h" in arguments else 2
    command, *rest = arguments
    if command == "oefen":
        require_screen(machine)
    with (environment.tree / RUN_LOCK).open() as lock:
        # Twee die samen .venv maken, maken er geen. Ook een pip zonder ouder houdt het slot vast.
        fcntl.flock(lock, fcntl.LOCK_EX)
        os.set_inheritable(lock.fileno(), True)
        prepare(command, environment, machine)
    if command == "toets":
        return check(rest, environment, machine)
    if command == "oefen":
        require_admission(machine)
    return machine.become([str(environment.program), *arguments])


def main(arguments: Sequence[str], environment: Environment, machine: Machine) -> int:
    try:
        return perform(arguments, environment, machine)
    except Stop as stop:
        machine.tell(str(stop))
    except KeyboardInterrupt:
        machine.tell("\nAfgebroken. Geef de opdracht opnieuw om verder te gaan.")
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        machine.tell(DISK_FULL if full else f"In deze map kan niet gewerkt worden: {error}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Environment(TREE), Machine()))
