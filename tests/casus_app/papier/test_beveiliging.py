"""Een papier met een wachtzin: zonder woorden is er niets te lezen, met de woorden alles."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pdfua import validate
from pikepdf import Encryption, PasswordError, Pdf, Permissions

from casus_app import opmaak, papier
from casus_app.fouten import PapierFout
from casus_app.opmaak.wachtzin import lijst
from casus_app.papier import beveiliging, druk, druk_beveiligd, maak_papier
from casus_app.papier.beeld import bladen
from casus_app.papier.nalezer import lees_na
from tests.casus_app.papier.lezen import alle_teksten, kaal, met_poppler, poppler, tekst
from tests.casus_app.papier.test_toegankelijk import STUKKEN

STUK = STUKKEN["verslag"]
ZIN = "aap roos molen tulp zee"
PAPIER = maak_papier(opmaak.Beveiligd(stuk=STUK, wachtzin=ZIN))
elk_soort = pytest.mark.parametrize("soort", STUKKEN)


def open_(inhoud: bytes, zin: str = ZIN) -> Pdf:
    return Pdf.open(BytesIO(inhoud), password=zin)


def test_het_is_aes_256_en_zonder_de_zin_gaat_het_niet_open() -> None:
    assert PAPIER.naam == "verslag-wk48-wijkagent-beveiligd.pdf"
    with open_(PAPIER.inhoud) as pdf:
        assert (pdf.encryption.V, pdf.encryption.R, pdf.encryption.bits) == (5, 6, 256)
        assert str(pdf.encryption.stream_method) == "EncryptionMethod.aesv3"
        assert pdf.allow.accessibility
    for zin in ("", ZIN.upper(), ZIN + " ", "aap roos molen tulp"):
        with pytest.raises(PasswordError):
            open_(PAPIER.inhoud, zin)


def test_zonder_de_zin_is_er_niets_te_lezen_ook_de_soort_niet() -> None:
    rauw = PAPIER.inhoud
    for tekst_ in (*alle_teksten(STUK), STUK.soort, "Casusoverleg", ZIN, "pdfuaid"):
        for codering in ("utf-8", "utf-16-be", "utf-16-le"):
            if len(tekst_) > 3:
                assert tekst_.encode(codering) not in rauw


def test_ook_de_langste_zin_past_helemaal() -> None:
    """Een ouder programma kijkt alleen naar de eerste 32 letters; dit slot naar alle."""
    zin = " ".join(sorted(lijst(), key=len)[-5:])
    op_slot = druk_beveiligd(opmaak.Beveiligd(stuk=STUK, wachtzin=zin)).inhoud
    assert len(zin) > 38
    open_(op_slot, zin).close()
    with pytest.raises(PasswordError):
        open_(op_slot, zin[:-1])


def test_twee_keer_op_slot_is_niet_twee_keer_hetzelfde_bestand() -> None:
    ander = druk_beveiligd(opmaak.Beveiligd(stuk=STUK, wachtzin=ZIN))
    assert ander.inhoud != PAPIER.inhoud


@met_poppler
@elk_soort
def test_een_ander_programma_leest_met_de_zin_hetzelfde(soort: str) -> None:
    op_slot = druk_beveiligd(opmaak.Beveiligd(stuk=STUKKEN[soort], wachtzin=ZIN)).inhoud
    gelezen = poppler("pdftotext", op_slot, "-upw", ZIN, "-raw", "-enc", "UTF-8")
    assert gelezen == tekst(druk(STUKKEN[soort]).inhoud)


@met_poppler
def test_een_ander_programma_krijgt_zonder_de_zin_niets() -> None:
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "stuk.pdf"
        pad.write_bytes(PAPIER.inhoud)
        programma = shutil.which("pdftotext")
        assert programma is not None
        klaar = subprocess.run([programma, pad, "-"], capture_output=True, check=False)
    assert klaar.returncode != 0
    assert klaar.stdout == b""


@elk_soort
def test_na_het_openen_vindt_de_pdf_ua_controleur_nog_steeds_niets(soort: str) -> None:
    """Op slot kan hij niet kijken; wat de lezer na het openen ziet wel."""
    op_slot = druk_beveiligd(opmaak.Beveiligd(stuk=STUKKEN[soort], wachtzin=ZIN)).inhoud
    with TemporaryDirectory() as map_, open_(op_slot) as pdf:
        pad = Path(map_) / "stuk.pdf"
        pdf.save(pad, encryption=False, fix_metadata_version=False)
        assert [vondst.message for vondst in validate(str(pad)).findings] == []


def versleuteld_met(zin: str, *, sterkte: int = 6, metadata: bool = True) -> bytes:
    uit = BytesIO()
    with Pdf.open(BytesIO(druk(STUK).inhoud)) as pdf:
        pdf.save(
            uit,
            encryption=Encryption(
                owner=zin, user=zin, R=sterkte, metadata=metadata, aes=sterkte > 3,
                allow=Permissions(),
            ),
            fix_metadata_version=False,
        )  # fmt: skip
    return uit.getvalue()


@pytest.mark.parametrize(
    "maak",
    [
        pytest.param(lambda inhoud, _zin: inhoud, id="vergeten op slot te zetten"),
        pytest.param(lambda _inhoud, _zin: versleuteld_met("iets anders"), id="een andere zin"),
        pytest.param(lambda _inhoud, zin: versleuteld_met(zin, sterkte=4), id="AES-128"),
        pytest.param(lambda _inhoud, zin: versleuteld_met(zin, sterkte=5), id="het oude R5"),
        pytest.param(
            lambda _inhoud, zin: versleuteld_met(zin, metadata=False), id="metadata open"
        ),
        pytest.param(lambda _inhoud, zin: versleuteld_met(zin)[:-40], id="een stuk kwijt"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_wat_niet_goed_op_slot_zit_komt_de_deur_niet_uit(maak, monkeypatch) -> None:
    monkeypatch.setattr(beveiliging, "versleutel", maak)
    with pytest.raises(PapierFout):
        papier.druk_beveiligd(opmaak.Beveiligd(stuk=STUK, wachtzin=ZIN))


def test_wie_een_gewoon_papier_vraagt_krijgt_er_geen_op_slot() -> None:
    with pytest.raises(PapierFout):
        lees_na(PAPIER.inhoud, STUK)
    with pytest.raises(PapierFout):
        lees_na(PAPIER.inhoud, replace(STUK, voor="iemand anders"), ZIN)


@elk_soort
def test_het_beeld_heeft_elk_blad_en_de_tekst_die_erop_staat(soort: str) -> None:
    inhoud = druk(STUKKEN[soort]).inhoud
    beelden = bladen(inhoud, 300)
    with Pdf.open(BytesIO(inhoud)) as pdf:
        assert len(beelden) == len(pdf.pages)
    for beeld in beelden:
        assert (beeld.breed, beeld.hoog) == (300, 425)
        assert len(beeld.punten) == beeld.stap * beeld.hoog
        assert len(set(beeld.punten)) > 20
    gelezen = kaal("".join(beeld.tekst for beeld in beelden)).replace("\ufffe", "")
    stuk = STUKKEN[soort]
    for stuktekst in alle_teksten(stuk)[:12]:
        assert kaal(stuktekst) in gelezen or (stuktekst == stuk.wiens and not stuk.voor)


def test_wat_geen_papier_is_heeft_geen_beeld() -> None:
    with pytest.raises(PapierFout):
        bladen(b"geen papier", 300)
    with pytest.raises(PapierFout):
        bladen(PAPIER.inhoud, 300)
