"""Tekst van mensen wordt getoond of genoemd, en nooit verloren."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus_app.papier import tekst as tekstmodule
from casus_app.papier.lettertype import letters, tekens
from casus_app.papier.tekst import GEWOON, VAST_WIT, gezet, leesbaar

ALLES = st.text(st.characters(exclude_categories=()), max_size=60)
EIGEN = {naam: teken for teken, naam in tekstmodule._NEDERLANDS.items()}


def terug(leesbare_tekst: str) -> str:
    """Maakt van de namen weer de tekens; alleen om te toetsen dat er niets verloren is."""
    uit, rest = [], leesbare_tekst
    while rest:
        voor, open_, rest = rest.partition("‹")
        uit.append(voor)
        if open_:
            namen, _, rest = rest.partition("›")
            uit.extend(map(teken_bij, namen.split(", ")))
    return "".join(uit)


def teken_bij(naam: str) -> str:
    if naam in EIGEN:
        return EIGEN[naam]
    return chr(int(f"0x{naam[2:]}", 0)) if naam.startswith("U+") else unicodedata.lookup(naam)


def zonder_soorten_wit(tekst: str) -> str:
    """Wit blijft wit, maar welk wit het was is op papier niet te zien."""
    tekst = unicodedata.normalize("NFC", tekst.replace("\r\n", "\n")).replace("\t", "    ")
    wit = {"Zs": " ", "Zl": "\n", "Zp": "\n"}
    return "".join(
        "\n" if teken in "\r\x85" else wit.get(unicodedata.category(teken), teken)
        for teken in tekst
    )


@given(ALLES)
def test_geen_teken_gaat_verloren(invoer):
    assert zonder_soorten_wit(terug(leesbaar(invoer))) == zonder_soorten_wit(invoer)


@given(ALLES)
def test_alles_wat_eruit_komt_heeft_een_vorm_en_keert_niets_om(invoer):
    for teken in leesbaar(invoer):
        assert teken == "\n" or ord(teken) in tekens()
        assert unicodedata.bidirectional(teken) not in {"R", "AL", "AN", "RLO", "RLE", "RLI"}
        assert unicodedata.category(teken) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or teken == "\n"


@given(ALLES)
def test_wat_leesbaar_is_blijft_leesbaar_zoals_het_is_behalve_het_haakje(invoer):
    eens = leesbaar(invoer)
    if "‹" not in eens:
        assert leesbaar(eens) == eens


def test_de_snelle_weg_is_dezelfde_weg():
    gewoon = [chr(code) for code in range(0x10000) if GEWOON.fullmatch(chr(code))]
    assert len(gewoon) > 300
    for teken in gewoon:
        assert tekstmodule._vorm(teken) == teken


@pytest.mark.parametrize(
    ("invoer", "uitkomst"),
    [
        ("<b>Wouters</b> &lt; &amp; <img src='/etc/passwd'>",) * 2,
        ("Łukasz Şahin, Đorđević, Nguyễn, őű, ĳ, €",) * 2,
        ("dag 😀!", "dag ‹GRINNING FACE›!"),
        ("a\u202eb", "a‹U+202E›b"),
        ("a\u200fb\u2066c", "a‹U+200F›b‹U+2066›c"),
        (
            "سلام",
            "‹ARABIC LETTER SEEN, ARABIC LETTER LAM, ARABIC LETTER ALEF, ARABIC LETTER MEEM›",
        ),
        ("ש", "‹HEBREW LETTER SHIN›"),
        ("中", "‹CJK UNIFIED IDEOGRAPH-4E2D›"),
        ("politie → ggz", "politie ‹pijl naar rechts› ggz"),
        ("✓ gedaan", "‹vinkje› gedaan"),
        ("\x00\x07\x1b", "‹U+0000, U+0007, U+001B›"),
        ("\ud800", "‹U+D800›"),
        ("e\u0301 en e\u0302\u0303", "é en ễ"),
        ("\u0301los", "‹COMBINING ACUTE ACCENT›los"),
        ("x \u0301", "x ‹COMBINING ACUTE ACCENT›"),
        ("a‹b›c", "a‹SINGLE LEFT-POINTING ANGLE QUOTATION MARK›b›c"),
        ("een\ttab", "een    tab"),
        ("een\r\ntwee\rdrie\u2028vier\x85vijf", "een\ntwee\ndrie\nvier\nvijf"),
        ("hypo\u00adtheek", "hypo‹U+00AD›theek"),
        ("\ufeffbegin", "‹U+FEFF›begin"),
    ],
)
def test_zo_komt_het_op_papier(invoer, uitkomst):
    assert leesbaar(invoer) == uitkomst


def test_een_stapel_accenten_wordt_na_de_tweede_genoemd():
    assert leesbaar("q" + "\u0301" * 4) == (
        "q\u0301\u0301‹COMBINING ACUTE ACCENT, COMBINING ACUTE ACCENT›"
    )


def test_vast_wit_wordt_op_papier_een_gewone_spatie():
    assert gezet(leesbaar(f"24{VAST_WIT}november")) == "24 november"


def test_beide_sneden_hebben_dezelfde_letters_en_cijfers_van_een_breedte():
    for letter in letters().values():
        assert len({letter.breedtes[ord(cijfer)] for cijfer in "0123456789"}) == 1
        assert all(ord(teken) in letter.breedtes for teken in "ŁłŞşŐőĐđỄễĲĳ‹›–—…€•·")
