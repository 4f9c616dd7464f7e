"""De samenstelling: de echte deuren, de oefencasus en de opdrachtregel aan elkaar."""

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from casus_app.__main__ import (
    AFGEWEKEN,
    GELUKT,
    ONBRUIKBAAR,
    PLAATTIJD,
    EchteDeuren,
    EchteKlok,
    StilleKlok,
    main,
)
from casus_app.domein.instelling import Instelling
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.handelingen.inrichting import InstellingInrichten, KlokZetten
from casus_app.handelingen.kluis import ReservekopieBeproeven, ReservekopieMaken
from casus_app.poorten import Papier
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code, Weigering
from storage import Beheer, maak_kluis, reservekopieen
from storage.errors import InGebruik, WachtzinOnjuist
from storage.keys import OEFENING

WACHTZIN = "een lange wachtzin voor de toets"
COORDINATOR = gebruiker_met("coordinator")
WORTEL = Path(__file__).parent.parent


_INRICHTEN = InstellingInrichten(
    naam="Huis", verantwoordelijke="wij", contactpunt="hier", fg="fg@huis.example"
)


@pytest.fixture
def wachtzin(tmp_path: Path) -> str:
    pad = tmp_path / "wachtzin"
    pad.write_text(WACHTZIN + "\n", "utf-8")
    return str(pad)


def _draaiboek(map_: Path, stappen: str, naam: str = "proef.toml") -> str:
    pad = map_ / naam
    pad.write_text('titel = "Proef"\nkader = "wgs"\nvandaag = 2026-11-24\n' + stappen, "utf-8")
    return str(pad)


PARTIJ = '[[stap]]\ndoe = "partij.registreren"\nid = "{0}"\nsoort = "politie"\nnaam = "Een"\n'


def test_op_de_platen_is_het_altijd_even_laat(tmp_path: Path) -> None:
    deuren = EchteDeuren(tmp_path, StilleKlok(PLAATTIJD))
    werkbank = deuren.oefenkluis()
    assert werkbank.klok.nu().timetz() == PLAATTIJD
    assert werkbank.klok.nu().date() == werkbank.klok.vandaag()
    deuren.sluit(werkbank)


def test_een_echte_kluis_krijgt_een_reservekopie_en_een_oefenkluis_niet(tmp_path: Path) -> None:
    deuren = EchteDeuren(tmp_path / "oefenen")
    werkbank = deuren.maak(tmp_path / "kluis", WACHTZIN)
    werkbank.voer_uit(_INRICHTEN, werkbank.gebruiker, "wgs")
    bericht = deuren.reservekopie(werkbank)
    assert bericht is not None
    assert bericht.gelukt, bericht.zin
    assert deuren.let_op(werkbank) == ""
    deuren.sluit(werkbank)
    assert len(reservekopieen(tmp_path / "kluis.reserve")) == 1
    oefening = deuren.oefenkluis()
    assert deuren.reservekopie(oefening) is None
    deuren.sluit(oefening)


def test_een_kluis_die_weg_is_komt_uit_haar_reservekopie_terug(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.opening.ECHT", OEFENING)
    deuren, pad = EchteDeuren(tmp_path / "oefenen"), tmp_path / "kluis"
    werkbank = deuren.maak(pad, WACHTZIN, "Noor")
    wie = werkbank.gebruiker
    werkbank.voer_uit(_INRICHTEN, wie, "wgs")
    assert werkbank.voer_uit(ReservekopieMaken(), wie, "wgs").antwoord["gelukt"]
    assert werkbank.voer_uit(ReservekopieBeproeven(), wie, "wgs").antwoord["gelukt"]
    werkbank.beheer.toets_wachtzin(WACHTZIN)
    with pytest.raises(WachtzinOnjuist):
        werkbank.beheer.toets_wachtzin("een heel andere zin")
    deuren.sluit(werkbank)
    for deel in ("kluis", "kluis.sleutel"):
        (tmp_path / deel).unlink()
    (kopie,) = deuren.kopieen(pad)
    with pytest.raises(WachtzinOnjuist):
        deuren.toets_wachtzin(kopie.pad, "een heel andere zin")
    with pytest.raises(WachtzinOnjuist):
        deuren.zet_terug(pad, kopie.pad, "een heel andere zin")
    assert not deuren.bestaat(pad)
    terug, zin = deuren.zet_terug(pad, kopie.pad, WACHTZIN)
    assert zin.startswith("De reservekopie is teruggezet")
    assert terug.gebruiker == wie
    assert terug.opslag.zoek(Instelling)
    (eerste, *_) = terug.opslag.logregels()
    assert (eerste.handeling, eerste.gebruiker) == ("reservekopie.teruggezet", wie.id)
    deuren.sluit(terug)


def test_wie_in_het_programma_niet_mag_terugzetten_mag_het_van_buiten_ook_niet(
    tmp_path: Path,
) -> None:
    with maak_kluis(tmp_path / "kluis", WACHTZIN, oefening=True, rol="fg") as kluis:
        Beheer(kluis).maak_kopie(EchteKlok().nu(), lambda _klaar, _alles: None)
    (kopie,) = EchteDeuren(tmp_path).kopieen(tmp_path / "kluis")
    with pytest.raises(Weigering) as weigering:
        EchteDeuren(tmp_path).zet_terug(tmp_path / "kluis", kopie.pad, WACHTZIN)
    assert weigering.value.code is Code.ROL_NIET_BEVOEGD


def test_de_oefencasus_staat_klaar_en_blijft_wat_hij_was(tmp_path: Path) -> None:
    deuren = EchteDeuren(tmp_path / "oefenen")
    werkbank = deuren.oefenkluis()
    try:
        assert werkbank.oefening
        assert {overleg.id for overleg in werkbank.opslag.zoek(Overleg)} == {"week-46", "week-48"}
        vandaag = werkbank.opslag.haal(Overleg, "week-48")
        assert vandaag is not None
        assert werkbank.klok.vandaag() == vandaag.datum
        klaar = werkbank.opslag.zoek(Bespreking, overleg="week-48", stand=Stand.GEPLAND)
        assert len(klaar) == 3
        zegel = werkbank.opslag.laatste_zegel()
    finally:
        deuren.sluit(werkbank)
    weer = deuren.oefenkluis()
    assert weer.opslag.laatste_zegel() == zegel
    deuren.sluit(weer)
    assert sorted(pad.name for pad in (tmp_path / "oefenen").iterdir()) == [
        "kluis",
        "kluis.gewist",
        "kluis.sleutel",
    ]


def test_een_echte_kluis_houdt_de_echte_tijd_en_speelt_geen_draaiboek(
    tmp_path: Path, wachtzin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    deuren = EchteDeuren(tmp_path)
    pad = tmp_path / "echt"
    werkbank = deuren.maak(pad, WACHTZIN)
    with pytest.raises(Weigering) as weigering:
        werkbank.voer_uit(KlokZetten(datum=werkbank.klok.vandaag()), werkbank.gebruiker, "wgs")
    assert weigering.value.code is Code.ONGELDIG
    deuren.sluit(werkbank)
    argumenten = ["draaiboek", _draaiboek(tmp_path, PARTIJ.format("p"))]
    argumenten += ["--kluis", str(pad), "--wachtzin-bestand", wachtzin]
    assert main(argumenten) == ONBRUIKBAAR
    assert "echte kluis" in capsys.readouterr().err


def test_een_tweede_programma_op_dezelfde_kluis_hoort_dat_hij_in_gebruik_is(
    tmp_path: Path,
) -> None:
    deuren = EchteDeuren(tmp_path)
    kluis = maak_kluis(tmp_path / "kluis", WACHTZIN, oefening=True)
    with pytest.raises(InGebruik):
        deuren.open(tmp_path / "kluis", WACHTZIN)
    kluis.sluit()


def test_een_tweede_draaiboek_gaat_verder_waar_het_eerste_ophield(
    tmp_path: Path, wachtzin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    vast = ["--kluis", str(tmp_path / "kluis"), "--wachtzin-bestand", wachtzin]
    eerste = _draaiboek(tmp_path, PARTIJ.format("een"))
    mens = (
        '[[stap]]\ndoe = "professional.registreren"\nid = "m"\npartij = "een"\n'
        'naam = "N"\nfunctie = "F"\n'
    )
    tweede = _draaiboek(tmp_path, mens, "tweede.toml")
    assert main(["draaiboek", eerste, *vast]) == GELUKT
    assert main(["draaiboek", tweede, *vast]) == GELUKT
    assert main(["draaiboek", tweede, *vast]) == AFGEWEKEN
    regels = capsys.readouterr()
    assert [json.loads(regel)["uitkomst"] for regel in regels.out.splitlines()] == [
        "gelukt",
        "gelukt",
        "geweigerd",
    ]
    assert "tweede.toml, stap 1" in regels.err
    assert "bestaat-al" in regels.err


def test_een_onbruikbaar_draaiboek_maakt_geen_kluis(tmp_path: Path, wachtzin: str) -> None:
    stuk = _draaiboek(tmp_path, '[[stap]]\ndoe = "partij.weggooien"\n')
    vast = ["--kluis", str(tmp_path / "kluis"), "--stappen", str(tmp_path / "stappen")]
    assert main(["draaiboek", stuk, *vast, "--wachtzin-bestand", wachtzin]) == ONBRUIKBAAR
    assert not (tmp_path / "kluis").exists()
    assert not (tmp_path / "stappen").exists()


def test_zonder_terminal_en_zonder_bestand_is_er_geen_wachtzin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("stiekem\n"))
    goed = _draaiboek(tmp_path, PARTIJ.format("p"))
    assert main(["draaiboek", goed, "--kluis", str(tmp_path / "kluis")]) == ONBRUIKBAAR
    assert "--wachtzin-bestand" in capsys.readouterr().err
    assert not (tmp_path / "kluis").exists()


def test_op_een_terminal_wordt_de_wachtzin_gevraagd_en_niet_getoond(tmp_path: Path) -> None:
    goed = _draaiboek(tmp_path, PARTIJ.format("p"))
    regie, kant = pty.openpty()
    proces = subprocess.Popen(
        [sys.executable, "-m", "casus_app", "draaiboek", goed, "--kluis", str(tmp_path / "kluis")],
        cwd=WORTEL,
        stdin=kant,
        stdout=subprocess.PIPE,
        stderr=kant,
        start_new_session=True,
    )
    os.close(kant)
    gezien = b""
    for _ in range(2):
        while b": " not in gezien.rpartition(b"\n")[2]:
            gezien += os.read(regie, 1024)
        gezien += b"\n"
        os.write(regie, (WACHTZIN + "\n").encode())
    uit, _ = proces.communicate(timeout=60)
    os.close(regie)
    assert proces.returncode == GELUKT
    assert json.loads(uit)["uitkomst"] == "gelukt"
    assert WACHTZIN.encode() not in gezien


def test_papieren_komen_alleen_in_de_map_die_genoemd_is(
    tmp_path: Path, wachtzin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    verhaal = str(WORTEL / "tests" / "draaiboeken" / "weekoverleg.toml")
    assert main(["draaiboek", verhaal, "--stappen", str(tmp_path / "s")]) == GELUKT
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["s", "wachtzin"]
    assert main(["draaiboek", verhaal, "--stappen", str(tmp_path / "s"), "--uit", "uit"]) == GELUKT
    namen = {pad.name for pad in (tmp_path / "uit").iterdir()}
    assert {
        "verslag-wk48-wijkagent.pdf",
        "plan-K-2601.pdf",
        "brief-K-2601.pdf",
        "inzage-K-2601.pdf",
        "inzage-K-2601.json",
        "proces-verbaal-K-2601.pdf",
        "uitnodiging-wk48-wijkagent.ics",
    } <= namen


def test_nakijken_zegt_of_een_kluis_heel_is(
    tmp_path: Path, wachtzin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = str(tmp_path / "kluis")
    maak_kluis(tmp_path / "kluis", WACHTZIN, oefening=True).sluit()
    assert main(["controleer", pad, "--json", "--wachtzin-bestand", wachtzin]) == GELUKT
    assert json.loads(capsys.readouterr().out)["heel"] is True
    with (tmp_path / "kluis").open("r+b") as bestand:
        bestand.seek(9000)
        bestand.write(b"stuk")
    assert main(["controleer", pad, "--wachtzin-bestand", wachtzin]) == AFGEWEKEN


def test_een_papier_wordt_geschreven_waar_de_gebruiker_het_wil(tmp_path: Path) -> None:
    pad = EchteDeuren(tmp_path).schrijf(tmp_path, Papier("verslag-1.pdf", b"inhoud"))
    assert pad.read_bytes() == b"inhoud"
    assert pad.stat().st_mode & 0o777 == 0o600


def test_een_verkeerde_opdracht_wordt_in_het_nederlands_uitgelegd(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as einde:
        main(["onzin"])
    assert einde.value.code == ONBRUIKBAAR
    assert capsys.readouterr().err.startswith("Deze opdracht kan niet.")


def test_de_inrichting_van_een_echte_kluis_kan_maar_een_keer(tmp_path: Path) -> None:
    deuren = EchteDeuren(tmp_path)
    werkbank = deuren.maak(tmp_path / "kluis", WACHTZIN)
    huis = _INRICHTEN
    werkbank.voer_uit(huis, werkbank.gebruiker, "wgs")
    with pytest.raises(Weigering) as weigering:
        werkbank.voer_uit(huis, werkbank.gebruiker, "wgs")
    assert weigering.value.code is Code.BESTAAT_AL
    deuren.sluit(werkbank)
