"""Wat er niet mag blijven liggen: klare tekst op de schijf, en vernietigde tekst in de kluis."""

import base64
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from casus_app.domein.klad import Klad
from casus_app.domein.mensen import Partij
from casus_app.poorten import Wijziging
from storage import Kluis, controleer_kluis, open_kluis
from tests.storage.ontcijferen import klare_tekst
from tests.storage.waarden import (
    WACHTZIN,
    alles,
    een,
    merkwoorden,
    nieuw,
    partij,
    regel,
    vul,
    weg,
)


def _gedaanten(woord: str) -> Iterable[bytes]:
    """Hoe een woord in een bestand kan staan zonder dat het verborgen is."""
    yield woord.encode()
    yield woord.encode("utf-16-le")
    yield woord.encode("utf-16-be")
    yield woord.encode("utf-32-le")
    yield woord.encode().hex().encode()
    for verschuiving in range(3):
        code = base64.b64encode(b" " * verschuiving + woord.encode())
        yield code[4 if verschuiving else 0 : -4]
    yield woord[::-1].encode()


def zoek_klare_tekst(mappen: Iterable[Path], woorden: Iterable[str]) -> list[str]:
    """De bestanden waarin een van de woorden leesbaar staat, in de inhoud of in de naam."""
    gedaanten = [vorm for woord in woorden for vorm in _gedaanten(woord)]
    treffers = []
    for map_ in mappen:
        for bestand in sorted(map_.rglob("*")):
            inhoud = os.fsencode(bestand.name) + (
                bestand.read_bytes() if bestand.is_file() else b""
            )
            if any(vorm in inhoud for vorm in gedaanten):
                treffers.append(bestand.name)
    return treffers


def test_geen_woord_staat_leesbaar_op_de_schijf(
    pad: Path, openen: Callable[[], Kluis], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for naam in ("TMPDIR", "SQLITE_TMPDIR", "HOME"):
        monkeypatch.setenv(naam, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    kluis = openen()
    waarden = alles()
    kluis.leg_vast(nieuw(*waarden), regel(onderwerp=("casus", waarden[4].id)))
    woorden = {*merkwoorden(waarden), WACHTZIN}
    assert len(woorden) > 70
    assert zoek_klare_tekst([tmp_path], woorden) == []
    kluis.sluit()
    assert zoek_klare_tekst([tmp_path], woorden) == []
    assert controleer_kluis(pad, WACHTZIN).heel
    assert zoek_klare_tekst([tmp_path], woorden) == []


@pytest.mark.parametrize("vorm", range(len(list(_gedaanten("x")))))
def test_het_zoeken_naar_klare_tekst_vindt_wat_er_ligt(tmp_path: Path, vorm: int) -> None:
    (tmp_path / "map").mkdir()
    inhoud = b"\xff" * 77 + list(_gedaanten("Merkwoord1234567"))[vorm] + b"\xff" * 99
    (tmp_path / "map" / "spoor").write_bytes(inhoud)
    assert zoek_klare_tekst([tmp_path], ["Merkwoord1234567"]) == ["spoor"]
    assert zoek_klare_tekst([tmp_path], ["Ietsanders1234567"]) == []


def _in_tijdelijke_bestanden(kluis: Kluis, woord: str) -> bool:
    """Of een grote sortering dit woord leesbaar in een bestand zonder naam zet."""
    assert kluis._db is not None
    vraag = kluis._db.execute("SELECT * FROM partij ORDER BY naam DESC, soort")
    vraag.fetchone()
    gevonden = False
    for bestand in Path("/proc/self/fd").iterdir():
        if "etilqs" in (str(bestand.readlink()) if bestand.is_symlink() else ""):
            gevonden |= woord.encode() in bestand.read_bytes()
    vraag.close()
    return gevonden


def test_een_grote_sortering_komt_niet_leesbaar_op_de_schijf(kluis: Kluis) -> None:
    veel = (partij(f"p{n}", naam=f"Zoekmij{n}" * 90) for n in range(20_000))
    kluis.leg_vast(nieuw(*veel), regel())
    assert not _in_tijdelijke_bestanden(kluis, "Zoekmij")
    assert kluis._db is not None
    kluis._db.execute("PRAGMA temp_store = FILE")  # wat het zou zijn zonder onze instelling
    assert _in_tijdelijke_bestanden(kluis, "Zoekmij")


def test_de_verbinding_staat_zoals_gemeten(kluis: Kluis) -> None:
    """Het recept van veiligheid.md §1; elk van deze standen is een gemeten verschil."""
    assert kluis._db is not None
    recept = {
        "temp_store": 2,  # anders gaat een grote sortering leesbaar naar /var/tmp
        "secure_delete": 1,
        "synchronous": 2,
        "locking_mode": "exclusive",
        "journal_mode": "wal",
        "trusted_schema": 0,
        "foreign_keys": 1,
        "cell_size_check": 1,
        "cipher_log_level": "NONE",
        "cipher_plaintext_header_size": "0",
        "cipher_use_hmac": "1",
        "application_id": 0x43415355,
    }
    for naam, stand_ in recept.items():
        assert kluis._db.execute(f"PRAGMA {naam}").fetchone() == (stand_,), naam


def _vernietig(kluis: Kluis, *, grondig: bool) -> list[str]:
    """Schrijft honderden teksten, wist de ene helft en verwijdert de andere."""
    woorden = [f"Weg{n:05}Woord" for n in range(400)]
    kluis.leg_vast(nieuw(*(partij(w, naam=f"{w} " * 40) for w in woorden)), regel())
    vul(kluis, 20, van=1)
    half = len(woorden) // 2
    wissen = [Wijziging(partij(w, naam=f"{w} " * 40), partij(w, naam="")) for w in woorden[:half]]
    verwijderen = weg(*(partij(w, naam=f"{w} " * 40) for w in woorden[half:]))
    kluis.leg_vast([*wissen, *verwijderen], regel(30), grondig=grondig)
    return woorden


def _treffers(pad: Path, kluis: Kluis, woorden: list[str]) -> int:
    """Hoeveel vernietigde teksten nog in een bladzijde staan, ook in vrije stukken."""
    tekst = klare_tekst(pad / "kluis.db", kluis._key)
    assert b"CREATE TABLE partij" in tekst
    half = len(woorden) // 2
    gewist = sum(f"{w} {w}".encode() in tekst for w in woorden[:half])
    verwijderd = sum(w.encode() in tekst for w in woorden[half:])
    return gewist + verwijderd


def test_wat_grondig_vernietigd_is_staat_in_geen_enkele_bladzijde_meer(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    kluis = openen()
    woorden = _vernietig(kluis, grondig=True)
    assert not kluis.na_te_ruimen
    assert _treffers(pad, kluis, woorden) == 0
    assert len(kluis.zoek(Partij, naam="")) == 200


def test_zonder_grondig_staat_het_er_nog_tot_het_sluiten(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    kluis = openen()
    woorden = _vernietig(kluis, grondig=False)
    assert _treffers(pad, kluis, woorden) == 400
    kluis.sluit()
    assert _treffers(pad, kluis, woorden) == 0


def test_na_een_kill_ruimt_openen_op_wat_er_nog_lag(
    pad: Path, openen: Callable[[], Kluis], tmp_path: Path
) -> None:
    kluis = openen()
    woorden = _vernietig(kluis, grondig=False)
    gestrand = Path(shutil.copytree(pad, tmp_path / "gestrand"))
    with open_kluis(gestrand, WACHTZIN) as opnieuw:
        assert _treffers(gestrand, opnieuw, woorden) == 0


def test_zonder_secure_delete_zou_het_blijven_staan(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    kluis = openen()
    assert kluis._db is not None
    kluis._db.execute("PRAGMA secure_delete = OFF")
    woorden = _vernietig(kluis, grondig=True)
    assert _treffers(pad, kluis, woorden) > 50


def test_lukt_het_opruimen_niet_dan_gebeurt_het_later(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    """De handeling is dan wél gedaan; dat er nog iets ligt blijft bekend tot het weg is."""
    kluis = openen()
    woorden = [f"Weg{n:05}Woord" for n in range(40)]
    kluis.leg_vast(nieuw(*(partij(w, naam=f"{w} " * 40) for w in woorden)), regel(4))
    db = kluis._db
    assert db is not None
    lezer = db.execute("SELECT id FROM partij")  # een open vraag houdt het opruimen tegen
    lezer.fetchone()
    kluis.leg_vast(weg(*(partij(w, naam=f"{w} " * 40) for w in woorden)), regel(5), grondig=True)
    assert kluis.na_te_ruimen
    lezer.close()
    vul(kluis, 1, van=6)
    assert not kluis.na_te_ruimen
    tekst = klare_tekst(pad / "kluis.db", kluis._key)
    assert not any(w.encode() in tekst for w in woorden)


def _merk(tekst: str) -> Klad:
    return een(Klad, tekst=tekst)  # type: ignore[no-any-return] # een() geeft elke soort


def _resten(pad: Path, kluis: Kluis, woorden: Iterable[str]) -> list[str]:
    tekst = klare_tekst(pad / "kluis.db", kluis._key)
    return [woord for woord in woorden if woord.encode() in tekst]


@pytest.mark.usefixtures("onverzegeld")
def test_half_getypt_staat_versleuteld_en_is_na_wissen_in_geen_bladzijde_meer(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    kluis = openen()
    kluis.leg_vast(nieuw(*(w for w in alles() if not isinstance(w, Klad))), regel())
    woorden = [f"Getypt{n:04}Woord" for n in range(60)]
    for n in range(len(woorden)):
        kluis.bewaar_klad(_merk(" ".join(woorden[: n + 1])))
    assert zoek_klare_tekst([pad], woorden) == []
    assert _resten(pad, kluis, woorden) == woorden, "zonder dit zegt 'niets gevonden' niets"
    kluis.bewaar_klad(_merk(""))
    assert _resten(pad, kluis, woorden) == []


@pytest.mark.usefixtures("onverzegeld")
def test_half_getypt_is_na_een_grondige_handeling_weg_ook_wat_eerder_werd_overschreven(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    kluis = openen()
    kluis.leg_vast(nieuw(*(w for w in alles() if not isinstance(w, Klad))), regel())
    kluis.bewaar_klad(_merk("Geschrapt0001Woord"))
    kluis.bewaar_klad(_merk("Bewaard0001Woord"))
    kluis.leg_vast(weg(_merk("Bewaard0001Woord")), regel(1), grondig=True)
    assert _resten(pad, kluis, ["Geschrapt0001Woord", "Bewaard0001Woord"]) == []
