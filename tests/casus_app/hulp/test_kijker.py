"""De stille hulp: wat zij merkt, wat zij voorstelt, en wat zij met rust laat."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.hulp import tabel, verzonnen_kijker, zinnen
from casus_app.hulp import Kijker, Kring, Persoon, Professie, Soort, Vondst, neem_over
from tests.test_huisregels import WORTEL

VANDAAG = date(2026, 11, 24)
KIJKER = verzonnen_kijker()


def _overgenomen(tekst: str) -> str:
    (vondst,) = KIJKER.kijk(tekst)
    return neem_over(tekst, vondst)[0]


def test_de_gepubliceerde_cijfers_zijn_de_gemeten() -> None:
    regels = (WORTEL / "docs" / "hulp.md").read_text("utf-8").splitlines()
    assert [
        regel
        for regel in regels
        if regel.startswith(("| helft", "| ontw", "| acht", "| nage", "| onaf"))
    ] == [regel for regel in tabel() if not regel.startswith("| ---")]


def test_er_zijn_genoeg_zinnen_en_ruim_een_kwart_is_schoon() -> None:
    helften = [zinnen("ontwikkelzinnen"), zinnen("achtergehouden")]
    assert sum(map(len, helften)) >= 200
    for helft in helften:
        schoon = sum(not zin.goud for zin in helft)
        assert schoon * 4 >= len(helft)


@pytest.mark.parametrize(
    ("tekst", "wordt"),
    [
        ("Ilias kwam niet", "Betrokkene kwam niet"),
        ("gisteren kwam ilias niet", "gisteren kwam betrokkene niet"),
        ("meneer Benhaddou belde", "betrokkene belde"),
        ("zijn moeder Fatma belde", "zijn moeder belde"),
        ("gebeld met Fatma Benhaddou", "gebeld met de moeder"),
        ("Anouk gaat langs", "De wijkagent gaat langs"),
        ("buurman Kees klaagt", "buurman klaagt"),
        ("mevrouw Jansen klaagt", "een ander klaagt"),
        ("bel 06-12345678 na vijven", "bel na vijven"),
        ("woont op Dorpsstraat 8 nu", "woont op de wijk nu"),
        ("heeft schizofrenie", "heeft moeite met [wat gaat er moeilijk?]"),
        ("is agressief", "is [wat deed hij of zij, en wanneer?]"),
        ("999925805", ""),
    ],
)
def test_een_voorstel_overnemen_geeft_deze_zin(tekst: str, wordt: str) -> None:
    assert _overgenomen(tekst) == wordt


def test_een_vraag_in_het_voorstel_staat_daarna_geselecteerd() -> None:
    tekst, start, einde = neem_over("is lui", Vondst(3, 6, Soort.OORDEEL, "", "[wat?] zei hij"))
    assert (tekst, tekst[start:einde]) == ("is [wat?] zei hij", "[wat?]")


def test_een_naam_die_ook_een_woord_is_telt_alleen_als_naam() -> None:
    kijker = Kijker(VANDAAG, kring=[Kring("Roos van der Meer", "zus")])
    assert kijker.kijk("het meer en de roos") == ()
    assert [v.voorstel for v in kijker.kijk("dat zei Roos tegen van der Meer")] == [
        "de zus",
        "de zus",
    ]


def test_de_geboortedatum_van_de_betrokkene_is_altijd_te_zien() -> None:
    zin = "afspraak op 14-3-2020"
    assert Kijker(VANDAAG).kijk(zin) == ()
    (vondst,) = Kijker(VANDAAG, Persoon("A", date(2020, 3, 14))).kijk(zin)
    assert vondst.soort is Soort.GEBOREN


def test_wat_het_huis_gewoon_vindt_wordt_niet_meer_gemerkt() -> None:
    assert Kijker(VANDAAG, gewoon=["Lastig"]).kijk("een lastig gesprek") == ()


@pytest.mark.parametrize("nummer", ["999925805", "111222333"])
def test_een_bsn_moet_de_elfproef_doorstaan(nummer: str) -> None:
    (vondst,) = KIJKER.kijk(f"nummer {nummer} dus")
    assert vondst.soort is Soort.BSN
    assert KIJKER.kijk(f"nummer {int(nummer) + 1} dus") == ()


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("met A. van Rijn gebeld", "A. van Rijn"),
        ("met J.P. Zomaar gebeld", "J.P. Zomaar"),
        ("met Jan de Vries gebeld", "Jan de Vries"),
        ("de heer Onbekendenaam belde", "de heer Onbekendenaam"),
        ("mevr. El Amrani belde", "mevr. El Amrani"),
    ],
)
def test_een_naam_wordt_heel_gemerkt(tekst: str, naam: str) -> None:
    (vondst,) = KIJKER.kijk(tekst)
    assert tekst[vondst.start : vondst.einde] == naam


def test_na_een_punt_begint_een_zin_en_geen_naam() -> None:
    assert KIJKER.kijk("slikt vitamine C. Daarna rust. Jan is een maand.") == ()


_STUK = st.sampled_from(
    [
        "Ilias",
        "de",
        "06-12345678",
        "Jan",
        "heer",
        "agressief",
        "A.",
        "van",
        "[",
        "é",
        "\n",
        "mevr",
        "@",
        "1-1-1980",
    ]
)


@given(st.lists(st.one_of(_STUK, st.text(max_size=4)), max_size=12), st.sampled_from(" -.'"))
def test_vondsten_liggen_in_de_tekst_en_raken_elkaar_niet(stukken: list[str], lijm: str) -> None:
    tekst = lijm.join(stukken)
    vorige = 0
    for vondst in KIJKER.kijk(tekst):
        assert vorige <= vondst.start < vondst.einde <= len(tekst)
        assert vondst.zin
        nieuw, start, einde = neem_over(tekst, vondst)
        assert 0 <= start <= einde <= len(nieuw)
        vorige = vondst.einde


def test_een_professional_heet_naar_zijn_functie() -> None:
    kijker = Kijker(VANDAAG, mensen=[Professie("Xanthe Qarib", "behandelaar")])
    (vondst,) = kijker.kijk("met xanthe qarib gebeld")
    assert vondst.voorstel == "de behandelaar"
