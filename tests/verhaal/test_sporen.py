"""Geen leesbare tekst buiten de stukken die ervoor bedoeld zijn: niet op schijf, niet in een naam.

Elk tekstveld van een draaiboek krijgt een merk; daarna wordt alles gelezen wat het programma
schreef.
"""

import base64
import os
import re
import subprocess
import sys
import tomllib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

HIER = Path(__file__).parent.parent
WORTEL = HIER.parent
VRIJ = frozenset(
    "naam functie email doel aanleiding leefgebieden relatie noodzaak motivering wijze gegevens "
    "plaats vraag reden zwaarwegend_belang kern wat klaar_als voorwaarden besluit toelichting "
    "bij_terugval verantwoordelijke contactpunt fg a b c d".split()
)
"""Velden met vrije tekst; de andere wijzen iets aan."""


def _gemerkt(waarde: Any, veld: str, merken: list[str]) -> Any:
    if isinstance(waarde, dict):
        return {naam: _gemerkt(deel, naam, merken) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_gemerkt(deel, veld, merken) for deel in waarde]
    if isinstance(waarde, str) and veld in VRIJ:
        merken.append(f"Merk{len(merken):04d}teken")
        return f"{merken[-1]}@post.example" if veld == "email" else f"{merken[-1]} tekst"
    return waarde


def _toml(waarde: Any) -> str:
    if isinstance(waarde, dict):
        return "{ " + ", ".join(f"{naam} = {_toml(deel)}" for naam, deel in waarde.items()) + " }"
    if isinstance(waarde, list):
        return "[" + ", ".join(_toml(deel) for deel in waarde) + "]"
    if isinstance(waarde, bool):
        return str(waarde).lower()
    return f'"{waarde}"' if isinstance(waarde, str) else str(waarde)


def _gemerkt_draaiboek(merken: list[str]) -> str:
    """Weekoverleg met in elk vrij veld een merk, zonder de vernietiging en zonder kijken."""
    rauw = tomllib.loads((HIER / "draaiboeken" / "weekoverleg.toml").read_text("utf-8"))
    stappen = [
        _gemerkt(stap, "", merken)
        for stap in rauw["stap"]
        if stap["doe"] not in {"casus.vernietigen", "toon.casus", "termijnen.nalopen"}
    ]
    kop = f'titel = "Sporen"\nkader = "{rauw["kader"]}"\nvandaag = {rauw["vandaag"]}\n'
    return kop + "".join(
        "[[stap]]\n" + "".join(f"{veld} = {_toml(waarde)}\n" for veld, waarde in stap.items())
        for stap in stappen
    )


def _gedaanten(inhoud: bytes) -> Iterator[bytes]:
    """De bytes zelf, en wat erin verpakt kan zitten: ingedrukt of in base64."""
    yield inhoud
    for plek in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", inhoud):
        try:
            yield zlib.decompressobj().decompress(inhoud[plek.start() :], 2**20)
        except zlib.error:
            continue
    for stuk in re.findall(rb"[A-Za-z0-9+/]{40,}", inhoud):
        yield base64.b64decode(stuk[: len(stuk) // 4 * 4])


def _treffers(wortels: list[Path], merken: list[str]) -> list[str]:
    patroon = re.compile(
        b"|".join(
            merk.encode(codering)
            for merk in merken
            for codering in ("utf-8", "utf-16-le", "utf-16-be")
        )
    )
    gevonden = []
    for wortel in wortels:
        for pad in wortel.rglob("*"):
            if any(re.search(merk, str(pad)) for merk in merken[:50]):
                gevonden.append(f"naam van {pad.name}")
            if pad.is_file() and any(map(patroon.search, _gedaanten(pad.read_bytes()))):
                gevonden.append(f"inhoud van {pad.name}")
    return gevonden


@pytest.fixture(scope="module")
def gespeeld(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Een draaiboek, gespeeld door het echte programma met een eigen thuis- en tijdelijke map."""
    basis = tmp_path_factory.mktemp("sporen")
    for naam in ("thuis", "tijdelijk", "kluis", "invoer"):
        (basis / naam).mkdir()
    merken: list[str] = []
    (basis / "invoer" / "d.toml").write_text(_gemerkt_draaiboek(merken), "utf-8")
    (basis / "invoer" / "w").write_text("wachtzin met een merk Merk9999teken", "utf-8")
    merken.append("Merk9999teken")
    klaar = subprocess.run(
        [
            *(sys.executable, "-m", "casus_app", "draaiboek", str(basis / "invoer" / "d.toml")),
            *("--kluis", str(basis / "kluis" / "kluis"), "--uit", str(basis / "uit")),
            *("--wachtzin-bestand", str(basis / "invoer" / "w")),
            *("--stappen", str(basis / "thuis" / "stappen.jsonl")),
        ],
        cwd=WORTEL,
        env=os.environ | {"HOME": str(basis / "thuis"), "TMPDIR": str(basis / "tijdelijk")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stderr == ""
    return basis, merken


def test_nergens_staat_leesbare_tekst(gespeeld: tuple[Path, list[str]]) -> None:
    basis, merken = gespeeld
    assert len(merken) > 100
    assert _treffers([basis / deel for deel in ("thuis", "tijdelijk", "kluis")], merken) == []


def test_namen_en_kenmerken_van_stukken_zeggen_niets(gespeeld: tuple[Path, list[str]]) -> None:
    basis, merken = gespeeld
    stukken = sorted((basis / "uit").iterdir())
    assert any(stuk.name.startswith("verslag-") for stuk in stukken)
    alles = "|".join(merken)
    for stuk in stukken:
        assert not re.search(alles, stuk.name)
        if stuk.suffix == ".pdf":
            lezer = pypdf.PdfReader(stuk)
            xmp = lezer.xmp_metadata.stream.get_data().decode() if lezer.xmp_metadata else ""
            assert not re.search(alles, f"{lezer.metadata} {xmp}")


def test_de_speurder_vindt_wat_er_wel_ligt(
    gespeeld: tuple[Path, list[str]], tmp_path: Path
) -> None:
    """Tegenproef: gewoon, breed, ingedrukt en in base64 wordt een merk gevonden."""
    _, merken = gespeeld
    tekst = f"rapport: {merken[3]} einde van het rapport, met nog wat woorden erachter"
    (tmp_path / "gewoon").write_text(tekst)
    (tmp_path / "breed").write_text(tekst, "utf-16-le")
    (tmp_path / "ingedrukt").write_bytes(b"kop" + zlib.compress(tekst.encode()))
    (tmp_path / "base64").write_bytes(base64.b64encode(tekst.encode()))
    (tmp_path / f"naam-{merken[3]}").touch()
    assert len(_treffers([tmp_path], merken)) == 5
