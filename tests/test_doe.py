"""doe.py: wat het klaarzet, wat het weigert en wat het zegt. Zonder netwerk en zonder apt."""

import ast
import errno
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

BRON = Path(__file__).parents[1] / "doe.py"
spec = importlib.util.spec_from_file_location("doe", BRON)
doe = importlib.util.module_from_spec(spec)
spec.loader.exec_module(doe)


class NepMachine:
    """Een machine die alleen onthoudt wat haar gevraagd werd, in de volgorde waarin."""

    def __init__(self, *, mist=(), root=True, terminal=False, **env):
        self.mist = set(mist)
        self.root = root
        self.op_terminal = terminal
        self.env = {"DISPLAY": ":0", **env}
        self.programmas = {"apt-get", "sudo"}
        self.kent = {"libglib2.0-0", "libegl1", "xvfb", "python3-venv"}
        self.vrij = 10_000
        self.scherm_open = True
        self.antwoorden = {}
        self.gebeurd = []

    def tell(self, text):
        self.gebeurd.append(("zegt", text))

    def has(self, program):
        return program in self.programmas

    def terminal(self):
        return self.op_terminal

    def free_megabytes(self, _folder):
        return self.vrij

    def lacking(self, needs):
        return [need for need in needs if need.proof in self.mist]

    def screen_opens(self):
        return self.scherm_open

    def run(self, command):
        regel = " ".join(command)
        self.gebeurd.append(("draait", regel))
        for stuk, (code, uitvoer) in self.antwoorden.items():
            if stuk in regel:
                return subprocess.CompletedProcess(command, code, uitvoer)
        uitvoer = ""
        if "apt-cache" in regel:
            uitvoer = "".join(f"Package: {naam}\nVersion: 1\n" for naam in sorted(self.kent))
        elif "apt-get -q install" in regel:
            self.mist.clear()
        elif "venv --clear" in regel:
            site = Path(command[-1]) / "lib" / "python3.11" / "site-packages"
            site.mkdir(parents=True, exist_ok=True)
            python = Path(command[-1]) / "bin" / "python"
            python.parent.mkdir(exist_ok=True)
            python.touch()
        return subprocess.CompletedProcess(command, 0, uitvoer)

    def show(self, command, env):
        self.gebeurd.append(("toont", " ".join(command)))
        self.getoond_met = env
        return self.antwoorden.get("pytest", (0, ""))[0]

    def become(self, command):
        self.gebeurd.append(("wordt", " ".join(command)))
        return 0

    def gedaan(self, soort, stuk=""):
        return [tekst for wat, tekst in self.gebeurd if wat == soort and stuk in tekst]

    @property
    def gezegd(self):
        return "\n".join(self.gedaan("zegt"))


@pytest.fixture
def boom(tmp_path):
    (tmp_path / "requirements.lock").write_text("numpy==1 \\\n    --hash=x\nreportlab==2\n")
    (tmp_path / "requirements-toets.lock").write_text("numpy==1\nreportlab==2\npytest==3\n")
    return doe.Environment(tmp_path)


def doet(boom, machine, *argumenten):
    return doe.main(list(argumenten), boom, machine)


@pytest.fixture
def klaar(boom):
    """Een boom waarin `toets` al eens alles heeft klaargezet."""
    assert doet(boom, NepMachine(), "toets") == 0
    return boom


def test_is_alles_er_dan_start_het_programma_meteen_en_zonder_een_woord(klaar):
    machine = NepMachine()
    assert doet(klaar, machine, "oefen") == 0
    assert machine.gebeurd == [("wordt", f"{klaar.program} oefen")]


def test_wat_al_geinstalleerd_is_wordt_niet_nog_eens_geinstalleerd(klaar):
    machine = NepMachine(mist={"Xvfb"})
    doet(klaar, machine, "toets")
    assert [r.split()[-1] for r in machine.gedaan("draait", " install ")] == ["xvfb"]


@pytest.mark.parametrize(
    ("kent", "debian"),
    [({"libglib2.0-0"}, "12"), ({"libglib2.0-0t64"}, "13"), (set(), "12")],
)
def test_de_naam_is_die_van_de_debian_waarop_het_draait(boom, kent, debian):
    machine = NepMachine(mist={"libglib-2.0.so.0"})
    machine.kent = kent
    doet(boom, machine, "schermen", "uit")
    (regel,) = machine.gedaan("draait", "apt-get -q install")
    assert regel.split()[-1] == {"12": "libglib2.0-0", "13": "libglib2.0-0t64"}[debian]


def test_venv_van_debian_is_alleen_nodig_als_er_iets_te_maken_valt(boom):
    eerst, later = NepMachine(mist={"ensurepip"}), NepMachine(mist={"ensurepip"})
    doet(boom, eerst, "draaiboek", "x")
    doet(boom, later, "draaiboek", "x")
    assert eerst.gedaan("draait", "apt-get -q install")
    assert not later.gedaan("draait")


def test_het_zegt_wat_het_installeert_voordat_het_dat_doet(boom):
    machine = NepMachine(mist={"libEGL.so.1"})
    doet(boom, machine, "oefen")
    regels = [tekst for wat, tekst in machine.gebeurd if wat in {"zegt", "draait"}]
    stukken = (
        "apt installeert nu (1)",
        "  libegl1",
        "apt-get -q install",
        "pip installeert 2 Python-pakketten",
        "venv --clear",
        "-m pip install",
        "Alles staat klaar",
    )
    plaatsen = [next(i for i, regel in enumerate(regels) if stuk in regel) for stuk in stukken]
    assert plaatsen == sorted(plaatsen)


def test_er_komt_niets_binnen_zonder_afgesproken_inhoud(klaar):
    machine = NepMachine()
    klaar.stamp.unlink()
    doet(klaar, machine, "toets")
    (pip,) = machine.gedaan("draait", "pip install")
    assert "--require-hashes" in pip
    assert "--only-binary :all:" in pip
    assert pip.endswith("requirements-toets.lock")


@pytest.mark.parametrize("slot", ["requirements.lock", "requirements-toets.lock"])
def test_een_ander_slot_maakt_de_omgeving_opnieuw(klaar, slot):
    (klaar.tree / slot).write_text("numpy==2\n")
    assert not klaar.ready("requirements-toets.lock")
    machine = NepMachine()
    doet(klaar, machine, "toets")
    assert machine.gedaan("draait", "venv --clear")
    assert klaar.ready("requirements-toets.lock")


def test_een_andere_python_of_een_andere_starter_maakt_de_omgeving_opnieuw(klaar, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 14, 0))
    assert not klaar.ready("requirements.lock")
    monkeypatch.undo()
    monkeypatch.setattr(doe, "LAUNCHER", "#!/bin/sh\n")
    assert not klaar.ready("requirements.lock")


@pytest.mark.parametrize("rest", ["", "{", "[]", "null"])
def test_een_onleesbaar_stempel_telt_niet(klaar, rest):
    klaar.stamp.write_text(rest)
    assert not klaar.ready("requirements.lock")


def test_een_omgeving_waarvan_python_verdwenen_is_telt_niet(klaar):
    Path(klaar.python).unlink()
    assert not klaar.ready("requirements.lock")


def test_toetsen_na_oefenen_vult_de_omgeving_alleen_aan(boom):
    doet(boom, NepMachine(), "oefen")
    machine = NepMachine()
    doet(boom, machine, "toets")
    assert not machine.gedaan("draait", "venv --clear")
    assert boom.ready("requirements-toets.lock")
    assert boom.ready("requirements.lock")


def test_wat_halverwege_is_gestrand_wordt_overgedaan(boom):
    doet(boom, NepMachine(), "oefen")
    gestrand = NepMachine()
    gestrand.antwoorden["pip install"] = (1, "iets onverwachts")
    assert doet(boom, gestrand, "toets") == 1
    assert "iets onverwachts" in gestrand.gezegd
    assert not boom.stamp.exists()
    machine = NepMachine()
    assert doet(boom, machine, "oefen") == 0
    assert machine.gedaan("draait", "venv --clear")


@pytest.mark.parametrize(
    ("bij", "uitvoer", "zin"),
    [
        ("pip install", "OSError: [Errno 28] No space left on device", "schijf is vol"),
        ("install", "E: You don't have enough free space in /var/cache/apt/", "schijf is vol"),
        ("pip install", "[Errno -3] Temporary failure in name resolution", "geen verbinding"),
        ("pip install", "Read timed out.\nERROR: No matching distribution", "geen verbinding"),
        ("pip install", "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify", "certificaat"),
        ("pip install", "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "slotbestand belooft"),
        ("pip install", "ERROR: No matching distribution found for x", "niet voor deze machine"),
        ("apt-get -q install", "E: Could not get lock /var/lib/dpkg/lock", "ander programma"),
        ("apt-get -q update", "sudo: timed out reading password", "vraag een beheerder"),
        ("venv --clear", "Error: [Errno 13] Permission denied: '/x'", "niet schrijven"),
    ],
)  # fmt: skip
def test_wat_niet_lukt_eindigt_met_een_zin(boom, bij, uitvoer, zin):
    machine = NepMachine(mist={"libEGL.so.1"})
    machine.antwoorden[bij] = (1, uitvoer)
    assert doet(boom, machine, "oefen") == 1
    assert zin in machine.gezegd.splitlines()[-1]
    assert not machine.gedaan("wordt")


def test_zonder_netwerk_verraadt_de_mislukte_lijst_van_apt_de_reden(boom):
    machine = NepMachine(mist={"libEGL.so.1"})
    machine.antwoorden["update"] = (0, "W: Failed to fetch x  Temporary failure resolving 'y'")
    machine.antwoorden["apt-get -q install"] = (100, "E: Unable to locate package libegl1")
    assert doet(boom, machine, "oefen") == 1
    assert "geen verbinding" in machine.gezegd


@pytest.mark.parametrize(
    ("root", "terminal", "stil", "voor"),
    [(True, 0, 1, []), (False, 0, 0, ["sudo"]), (False, True, 1, ["sudo"]), (False, 0, 1, None)],
)
def test_apt_mag_als_root_of_met_sudo_dat_niet_of_hier_kan_vragen(root, terminal, stil, voor):
    machine = NepMachine(root=root, terminal=terminal)
    machine.antwoorden["sudo -n true"] = (stil, "")
    assert doe.rights(machine) == voor


def test_wie_niets_mag_installeren_leest_wat_een_beheerder_moet_doen(boom):
    machine = NepMachine(mist={"libEGL.so.1", "ensurepip"}, root=False)
    machine.programmas.remove("sudo")
    assert doet(boom, machine, "oefen") == 1
    opdracht = "apt-get install --no-install-recommends libegl1 python3-venv"
    assert machine.gezegd.endswith(opdracht)
    assert not machine.gedaan("draait", "apt-get")


def test_zonder_apt_leest_men_welke_bibliotheken_er_moeten_komen(boom):
    machine = NepMachine(mist={"libEGL.so.1", "libGL.so.1"})
    machine.programmas.clear()
    assert doet(boom, machine, "oefen") == 1
    assert machine.gezegd.endswith("libEGL.so.1 libGL.so.1")
    assert not machine.gedaan("draait")


def test_op_een_volle_schijf_begint_het_niet(boom):
    machine = NepMachine(mist={"libEGL.so.1"})
    machine.vrij = 100
    assert doet(boom, machine, "oefen") == 1
    assert "schijf is te vol" in machine.gezegd
    assert not machine.gedaan("draait")


@pytest.mark.parametrize(
    ("fout", "zin"),
    [(OSError(errno.ENOSPC, ""), "schijf is vol"), (KeyboardInterrupt(), "Afgebroken")],
)
def test_ook_wat_onderweg_misgaat_is_een_zin_en_geen_traceback(boom, monkeypatch, fout, zin):
    def breekt(*_):
        raise fout

    machine = NepMachine()
    monkeypatch.setattr(machine, "run", breekt)
    assert doet(boom, machine, "oefen") == 1
    assert zin in machine.gezegd


def test_zonder_scherm_begint_oefen_niet(boom):
    machine = NepMachine(DISPLAY="")
    assert doet(boom, machine, "oefen") == 1
    assert "geen scherm" in machine.gezegd
    assert not machine.gedaan("draait")


def test_een_scherm_dat_ons_niet_toelaat_start_niets(klaar):
    machine = NepMachine()
    machine.scherm_open = False
    assert doet(klaar, machine, "oefen") == 1
    assert "Het scherm :0" in machine.gezegd
    assert not machine.gedaan("wordt")


@pytest.mark.parametrize("naam", ["WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_een_ander_scherm_dan_x_mag_ook(klaar, naam):
    machine = NepMachine(**{"DISPLAY": "", naam: "iets"})
    machine.scherm_open = False
    assert doet(klaar, machine, "oefen") == 0
    assert machine.gedaan("wordt")


def test_een_te_oude_python_leest_de_zin_en_geen_traceback(boom, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    machine = NepMachine()
    assert doet(boom, machine, "toets") == 1
    assert "Python 3.11" in machine.gezegd
    ast.parse(BRON.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("argumenten", [(), ("iets",), ("schermen",)])
def test_wie_geen_opdracht_geeft_krijgt_de_opdrachten_te_zien(boom, argumenten):
    machine = NepMachine()
    assert doet(boom, machine, *argumenten) == 2
    assert machine.gezegd == doe.USAGE
    assert doet(boom, machine, "--help") == 0


@pytest.mark.parametrize(
    "argumenten", [("schermen", "uit"), ("draaiboek", "a.toml", "--uit", "b")]
)
def test_argumenten_gaan_ongewijzigd_naar_het_programma(klaar, argumenten):
    machine = NepMachine(DISPLAY="")
    doet(klaar, machine, *argumenten)
    assert machine.gebeurd == [("wordt", " ".join((str(klaar.program), *argumenten)))]


def test_pytest_komt_als_laatste_en_zonder_scherm(klaar):
    machine = NepMachine()
    assert doet(klaar, machine, "toets") == 0
    assert machine.gebeurd[-1] == ("toont", f"{klaar.python} -m pytest -n 2")
    assert machine.getoond_met == {"QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize("naam", [naam for naam, _ in doe.CHECKS])
def test_is_een_controle_fout_dan_draait_de_rest_en_is_de_uitslag_fout(klaar, naam):
    machine = NepMachine()
    machine.antwoorden[" ".join(dict(doe.CHECKS)[naam])] = (1, "hier is iets mis\n")
    assert doet(klaar, machine, "toets") == 1
    assert f"{naam}: FOUT\nhier is iets mis" in machine.gezegd
    assert machine.gezegd.count(": goed") == len(doe.CHECKS) - 1
    assert machine.gebeurd[-1][0] == "toont"


def test_de_uitslag_van_pytest_is_de_uitslag(klaar):
    machine = NepMachine()
    machine.antwoorden["pytest"] = (5, "")
    assert doet(klaar, machine, "toets") == 5


def test_met_argumenten_draait_alleen_pytest(klaar):
    machine = NepMachine(QT_QPA_PLATFORM="xcb")
    doet(klaar, machine, "toets", "tests/test_doe.py", "-x")
    assert machine.gebeurd == [("toont", f"{klaar.python} -m pytest tests/test_doe.py -x")]
    assert machine.getoond_met == {"QT_QPA_PLATFORM": "xcb"}


def test_de_echte_machine_ziet_wat_er_is_en_wat_niet():
    er = [doe.Need("libc.so.6", "libc6"), doe.Need("sh", "dash")]
    weg = [doe.Need("libbestaatniet.so.6", "a"), doe.Need("bestaatniet", "b")]
    assert doe.Machine().lacking([*er, *weg]) == weg


def test_de_starter_start_onze_boom_ook_uit_een_map_met_een_eigen_casus_app(tmp_path):
    boom = doe.Environment(tmp_path / "een map")
    for wortel, woord in ((boom.tree, "goed"), (tmp_path / "vreemd", "verkeerd")):
        (wortel / "casus_app").mkdir(parents=True)
        (wortel / "casus_app" / "__main__.py").write_text(
            f"import sys\ndef start():\n    print({woord!r}, *sys.argv[1:])\n    return 3\n"
        )
    for slot in ("requirements.lock", "requirements-toets.lock"):
        (boom.tree / slot).touch()

    class ZonderPip(NepMachine):
        def run(self, command):
            if "venv" in command:
                subprocess.run([*command, "--without-pip"], check=True)
            return subprocess.CompletedProcess(command, 0, "")

    boom.build("requirements.lock", ZonderPip())
    opdracht = [str(boom.program), "oefen", "met een spatie"]
    af = subprocess.run(opdracht, cwd=tmp_path / "vreemd", stdout=subprocess.PIPE, check=False)
    assert (af.stdout, af.returncode) == (b"goed oefen met een spatie\n", 3)
