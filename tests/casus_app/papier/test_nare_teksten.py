"""Wat mensen ook typen, het komt heel op papier, in elke soort onderdeel en binnen de tijd."""

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus_app.opmaak.stuk import (
    Alinea,
    Kaart,
    Kop,
    Lijst,
    Noot,
    Stuk,
    Tabel,
    Uitspraak,
    Velden,
)
from casus_app.papier import druk
from casus_app.papier.tekst import leesbaar
from tests.casus_app.papier.lezen import kaal, met_poppler, poppler, tekst
from tests.casus_app.papier.voorbeeld import ECHT

NARE = {
    "opmaak": "<b>vet <i>en <Wouters> &lt;script&gt; &amp; <br/> </para> <img src='/etc/passwd'>",
    "haakjes": r"(haakjes \( en \\ strepen) <<naam>> [rij] % noot /Naam \053",
    "namen": "Łukasz Şahin, Őry, Đorđević, Nguyễn Thị Minh, ĳsland, Çelik, Ñuñez, Þór",
    "richting": "dag \u202egnol\u202c en \u2067isolaat\u2069 \u200f\u200e",
    "schriften": "سلام עליכם 中文 日本語 한국어 ไทย हिन्दी Ελληνικά Кириллица",
    "emoji": "👩\u200d👧\u200d👦 ❤\ufe0f 🇳🇱 😀 ✓ → ≤ ☑",
    "besturing": "\x00\x01\x08\x0b\x0c\x1b[31m\x7f\x9d \ufffe \ufeff",
    "accenten": "\u0301los \u0308 e\u0301 a\u030a q\u0301\u0302\u0303\u0304",
    "zonder spatie": "a" * 4000,
    "zonder spatie, breed": "W" * 4000,
    "spaties": "a" + " " * 5000 + "b",
    "regels": "regel\n\n\n" * 400,
    "halve tekens": "\ud800 en \udfff",
    "nagemaakt": "‹GRINNING FACE› is geen gezicht",
    "vast wit": "24\u00a0november\u202f2026\u2003hier",
}


RAND = re.compile(
    "(T·exemplaarvoor)?vertrouwelijk·versie24-11-2026·logboek3fa81c09d2b7e645"
    r"pagina\d+van\d+"
)
"""Op blad 1 volgt de titel erop, dus een cijfer uit de tekst hoort er nooit bij."""


def overal(inhoud: str) -> Stuk:
    """Dezelfde tekst op elke plek waar tekst van mensen kan staan."""
    return Stuk(
        naam="stuk.pdf",
        soort="Verslag",
        titel="Verslag",
        ondertitel=inhoud,
        voor=inhoud,
        opdruk=ECHT,
        onderdelen=(
            Kop(2, f"kop {inhoud}"),
            Alinea(inhoud),
            Noot(inhoud),
            Uitspraak(inhoud),
            Lijst((inhoud, "tweede punt")),
            Velden((("veld", inhoud), (inhoud, "waarde"))),
            Kaart("soort", inhoud, Velden((("van", inhoud),))),
            Tabel(("Wat", "Wie"), ((inhoud, "iemand"), ("iets", inhoud)), (50, 50)),
        ),
    )


@pytest.mark.parametrize("soort", NARE)
def test_een_nare_tekst_overleeft_elke_plek(soort):
    druk(overal(NARE[soort]))


@met_poppler
@pytest.mark.parametrize("soort", NARE)
def test_een_ander_leest_een_nare_tekst_zoals_hij_getoond_wordt(soort):
    stuk = Stuk(
        naam="stuk.pdf", soort="Verslag", titel="T", opdruk=ECHT, onderdelen=(Alinea(NARE[soort]),)
    )
    gelezen = unicodedata.normalize("NFC", kaal(tekst(druk(stuk).inhoud)))
    assert RAND.sub("", gelezen).removeprefix("T") == kaal(leesbaar(NARE[soort]))
    assert "■" not in gelezen


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_elke_tekst_is_te_drukken_en_komt_er_heel_uit(invoer):
    """Het nalezen zit in het drukken: een verschil is een PapierFout."""
    druk(overal(invoer))


def test_tachtigduizend_tekens_met_regeleinden_kosten_geen_halve_minuut():
    inhoud = ("Nog een regel van een heel lang verhaal, met <br/> en al.\n" * 1400)[:80_000]
    begin = time.perf_counter()
    druk(Stuk(naam="s.pdf", soort="S", titel="T", opdruk=ECHT, onderdelen=(Alinea(inhoud),)))
    assert time.perf_counter() - begin < 8


def test_tachtigduizend_letters_zonder_spatie_ook_niet():
    begin = time.perf_counter()
    tabel = Tabel(("Wat", "Wie"), (("x" * 80_000, "iemand"),), (70, 30))
    druk(Stuk(naam="s.pdf", soort="S", titel="T", opdruk=ECHT, onderdelen=(tabel,)))
    assert time.perf_counter() - begin < 8


def test_een_tabelkop_van_een_blad_lang_houdt_het_drukken_niet_op():
    tabel = Tabel(("Wat " * 2000, "Wie"), tuple(("x " * 300, "y") for _ in range(9)), (50, 50))
    druk(Stuk(naam="s.pdf", soort="S", titel="T", opdruk=ECHT, onderdelen=(tabel,)))


@met_poppler
def test_geen_regel_loopt_van_het_papier():
    """Ook niet naar rechts: poppler zegt van elk woord waar het staat."""
    stuk = overal(" ".join((NARE["zonder spatie, breed"][:300], NARE["namen"], NARE["schriften"])))
    for regel in poppler("pdftotext", druk(stuk).inhoud, "-bbox", "-enc", "UTF-8").splitlines():
        if "<word" in regel:
            maten = dict(deel.split("=") for deel in regel.split(">")[0].split()[1:])
            assert float(maten["xMin"].strip('"')) >= 60
            assert float(maten["xMax"].strip('"')) <= 595 - 60
            assert float(maten["yMax"].strip('"')) <= 842 - 30
