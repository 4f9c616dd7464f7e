"""`casusoverleg draaiboek` zoals iemand het typt: uitgangscodes, regels, bestanden."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[3]
KOP = 'titel = "Proef"\nkader = "wgs"\nvandaag = 2026-11-16\n'
HUIS = (
    '[[stap]]\ndoe = "instelling.inrichten"\nnaam = "Huis"\nverantwoordelijke = "x"\n'
    'contactpunt = "x"\nfg = "x"\n'
)
PARTIJ = '[[stap]]\ndoe = "partij.registreren"\nid = "p"\nsoort = "politie"\nnaam = "P"\n'
MENS = (
    '[[stap]]\ndoe = "professional.registreren"\nid = "agent"\npartij = "p"\nnaam = "A"\n'
    'functie = "agent"\n'
)
CASUS = (
    '[[stap]]\ndoe = "casus.aanmelden"\nid = "K"\naanmelder = "agent"\ndoel = "Een plan."\n'
    'aanleiding = "x"\nleefgebieden = ["wonen"]\nbetrokkene = { naam = "B" }\n'
)
PLAN = '[[stap]]\ndoe = "plan.maken"\ncasus = "K"\n'

ONBRUIKBAAR = {
    "geen TOML": "nee",
    "onbekende doe": KOP + HUIS + '[[stap]]\ndoe = "casus.opeten"\n',
    "onbekend veld": KOP + HUIS + "kleur = 1\n",
    "ontbrekend veld": KOP + HUIS + PARTIJ.replace('naam = "P"\n', ""),
    "datum als tekst": KOP + HUIS + '[[stap]]\ndoe = "klok.zetten"\ndatum = "2026-11-17"\n',
    "getal als tekst": KOP + HUIS + 'aanmelding_dagen = "28"\n',
    "ja als getal": KOP + HUIS + "aanmelding_dagen = true\n",
    "lijst als tekst": KOP + HUIS + CASUS.replace('["wonen"]', '"wonen"'),
    "onbekende verwacht": KOP + HUIS + 'verwacht = "mag-niet"\n',
    "verwacht als lijst": KOP + HUIS + 'verwacht = ["bestaat-al"]\n',
}


def _typ(waar: Path, *woorden: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "casus_app", *woorden],
        cwd=waar,
        env={"PYTHONPATH": str(WORTEL), "HOME": str(waar), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _schrijf(waar: Path, tekst: str, naam: str = "proef.toml") -> str:
    (waar / naam).write_text(tekst, "utf-8")
    (waar / "wachtzin").write_text("vier woorden zijn genoeg\n", "utf-8")
    return naam


OP_KLUIS = ("--kluis", "kluis", "--wachtzin-bestand", "wachtzin")


@pytest.mark.parametrize("tekst", ONBRUIKBAAR.values(), ids=ONBRUIKBAAR)
def test_een_onbruikbaar_draaiboek_geeft_twee_en_laat_niets_achter(
    tekst: str, tmp_path: Path
) -> None:
    naam = _schrijf(tmp_path, tekst)
    voor = sorted(tmp_path.rglob("*"))
    getypt = _typ(
        tmp_path, "draaiboek", naam, *OP_KLUIS, "--uit", "uit", "--stappen", "stappen.jsonl"
    )
    assert getypt.returncode == 2
    assert getypt.stdout == ""
    (regel,) = getypt.stderr.splitlines()
    assert regel.startswith("Dit draaiboek is niet te gebruiken. proef.toml")
    assert sorted(tmp_path.rglob("*")) == voor


def test_een_bestand_dat_er_niet_is_geeft_twee(tmp_path: Path) -> None:
    getypt = _typ(tmp_path, "draaiboek", "weg.toml", *OP_KLUIS)
    assert getypt.returncode == 2
    assert "weg.toml" in getypt.stderr
    assert list(tmp_path.iterdir()) == []


def test_alles_zoals_verwacht_geeft_nul_en_een_regel_per_stap(tmp_path: Path) -> None:
    naam = _schrijf(tmp_path, KOP + HUIS + HUIS + 'verwacht = "bestaat-al"\n')
    getypt = _typ(tmp_path, "draaiboek", naam)
    assert getypt.returncode == 0, getypt.stderr
    gelukt, geweigerd = (json.loads(regel) for regel in getypt.stdout.splitlines())
    assert gelukt == {
        "nr": 1,
        "doe": "instelling.inrichten",
        "uitkomst": "gelukt",
        "antwoord": {},
    }
    assert (geweigerd["uitkomst"], geweigerd["code"]) == ("geweigerd", "bestaat-al")
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["proef.toml", "wachtzin"]


def test_een_afwijking_geeft_een_en_noemt_bestand_stap_en_beide_uitkomsten(
    tmp_path: Path,
) -> None:
    naam = _schrijf(tmp_path, KOP + HUIS + HUIS + PARTIJ + 'verwacht = "ongeldig"\n')
    getypt = _typ(tmp_path, "draaiboek", naam)
    assert getypt.returncode == 1
    eerste, tweede = getypt.stderr.splitlines()
    for deel in ("proef.toml", "stap 2", "gelukt", "bestaat-al"):
        assert deel in eerste
    for deel in ("proef.toml", "stap 3", "gelukt", "ongeldig"):
        assert deel in tweede
    assert len(getypt.stdout.splitlines()) == 3


def test_een_tweede_draaiboek_gaat_verder_op_dezelfde_kluis(tmp_path: Path) -> None:
    een = _schrijf(tmp_path, KOP + HUIS + PARTIJ + MENS, "een.toml")
    twee = _schrijf(tmp_path, KOP + CASUS + PLAN, "twee.toml")
    for naam in (een, twee):
        getypt = _typ(tmp_path, "draaiboek", naam, *OP_KLUIS, "--stappen", f"{naam}.jsonl")
        assert getypt.returncode == 0, getypt.stderr
        assert getypt.stdout == ""
    regels = (tmp_path / "twee.toml.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(regel)["id"] for regel in regels[:1]] == ["K"]
    controle = _typ(tmp_path, "controleer", "kluis", "--wachtzin-bestand", "wachtzin")
    assert controle.returncode == 0, controle.stderr


def test_papieren_komen_alleen_onder_uit(tmp_path: Path) -> None:
    naam = _schrijf(tmp_path, KOP + HUIS + PARTIJ + MENS + CASUS + PLAN)
    assert _typ(tmp_path, "draaiboek", naam).returncode == 0
    assert list(tmp_path.rglob("*.pdf")) == []
    assert _typ(tmp_path, "draaiboek", naam, "--uit", "uit/diep").returncode == 0
    assert [pad.name for pad in tmp_path.rglob("*.pdf")] == ["plan-K.pdf"]
    assert (tmp_path / "uit" / "diep" / "plan-K.pdf").read_bytes().startswith(b"%PDF-")


def test_een_verkeerde_wachtzin_opent_niets_en_verandert_niets(tmp_path: Path) -> None:
    naam = _schrijf(tmp_path, KOP + HUIS)
    assert _typ(tmp_path, "draaiboek", naam, *OP_KLUIS).returncode == 0
    voor = (tmp_path / "kluis").read_bytes()
    (tmp_path / "wachtzin").write_text("iets heel anders dan eerst\n", "utf-8")
    getypt = _typ(tmp_path, "draaiboek", naam, *OP_KLUIS)
    assert getypt.returncode != 0
    assert getypt.stdout == ""
    assert len(getypt.stderr.splitlines()) == 1
    assert (tmp_path / "kluis").read_bytes() == voor


def test_zonder_wachtzin_en_zonder_toetsenbord_gebeurt_er_niets(tmp_path: Path) -> None:
    naam = _schrijf(tmp_path, KOP + HUIS)
    getypt = _typ(tmp_path, "draaiboek", naam, "--kluis", "kluis")
    assert getypt.returncode == 2
    assert not (tmp_path / "kluis").exists()


def test_een_onbekende_opdracht_zegt_dat_in_het_nederlands(tmp_path: Path) -> None:
    getypt = _typ(tmp_path, "vergader")
    assert getypt.returncode == 2
    assert getypt.stderr.startswith("Deze opdracht kan niet.")
