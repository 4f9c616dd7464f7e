"""Regels, kolommen en bladen: niets valt weg, niets steekt uit, wat samen hoort blijft samen."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from casus_app.opmaak.stuk import Alinea, Kaart, Kop, Lijst, Stuk, Tabel, Velden
from casus_app.papier.bladen import verdeel
from casus_app.papier.kolommen import verdeel_breedte
from casus_app.papier.lettertype import NORMAAL, letters
from casus_app.papier.regels import breek
from casus_app.papier.stroken import Bouwer
from casus_app.papier.tekst import leesbaar
from casus_app.papier.vormgeving import BOVEN, HOOG, ONDER, RUIM, SPIEGEL, zetwijze
from tests.casus_app.papier.voorbeeld import ECHT

TEKSTEN = st.text(st.characters(exclude_categories=()), max_size=120).map(leesbaar)
WIJZE = zetwijze(RUIM)


@given(TEKSTEN, st.floats(30, 400))
def test_regels_zijn_samen_de_tekst_en_steken_niet_uit(tekst, breedte):
    letter = letters()[NORMAAL]
    regels = breek(tekst, letter, 9.5, breedte)
    assert "".join(regels) == tekst.replace("\n", " ")
    for regel in regels:
        zichtbaar = regel.rstrip(" ")
        assert letter.breedte(zichtbaar, 9.5) <= breedte or len(zichtbaar) == 1


@given(st.lists(st.sampled_from(["q\u0301", "x\u0323\u0307", "W"]), min_size=50, max_size=90))
def test_een_accent_blijft_bij_zijn_letter(letterdelen):
    for regel in breek("".join(letterdelen), letters()[NORMAAL], 9.5, 60):
        assert not unicodedata.combining(regel[0])


def test_een_datum_en_een_lang_woord_krijgen_een_kolom_waar_ze_in_passen():
    rijen = (("Wat", "Van", "Tot"), ("Iets doen " * 9, "24-11-2026", "sociaalpsychiatrisch"))
    breedtes = verdeel_breedte(rijen, (90, 5, 5), WIJZE.tekst, SPIEGEL, 8)
    letter = letters()[NORMAAL]
    assert abs(sum(breedtes) - SPIEGEL) < 0.001
    for kolom, woord in ((1, "24-11-2026"), (2, "sociaalpsychiatrisch")):
        assert breedtes[kolom] >= letter.breedte(woord, 9.5) + 8


@given(
    st.lists(st.lists(TEKSTEN, min_size=3, max_size=3).map(tuple), max_size=4).map(tuple),
    st.tuples(*[st.integers(1, 90)] * 3),
)
def test_kolommen_vullen_de_bladspiegel(rijen, verhouding):
    breedtes = verdeel_breedte(rijen, verhouding, WIJZE.tekst, SPIEGEL, 8)
    assert abs(sum(breedtes) - SPIEGEL) < 0.001
    assert min(breedtes) > 0


ZINNEN = st.integers(1, 400).map(lambda n: "woord " * n)
ONDERDELEN = st.lists(
    st.one_of(
        ZINNEN.map(Alinea),
        ZINNEN.map(lambda zin: Kop(2, zin[:40])),
        st.lists(ZINNEN, min_size=1, max_size=5).map(lambda punten: Lijst(tuple(punten))),
        ZINNEN.map(lambda zin: Kaart("soort", zin, Velden((("van", zin), ("voor", zin[:30]))))),
        st.lists(ZINNEN, min_size=1, max_size=9).map(
            lambda cellen: Tabel(("Wat", "Wie"), tuple((c, "wie") for c in cellen), (3, 1))
        ),
    ),
    min_size=1,
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(ONDERDELEN)
def test_bladen_dragen_elke_regel_een_keer_en_lopen_niet_over(onderdelen):
    stuk = Stuk(
        naam="s", soort="S", titel="T", voor="v", opdruk=ECHT, onderdelen=tuple(onderdelen)
    )
    stroken = list(Bouwer(WIJZE).stuk(stuk))
    bladen = verdeel(stroken)
    gezet = [plek for blad in bladen for plek in blad.plekken if not plek.herhaald]
    for strook in stroken:
        for cel in strook.cellen:
            delen = [
                c.regels for plek in gezet for c in plek.strook.cellen if c.knoop is cel.knoop
            ]
            assert sum(delen, ()) == cel.regels
    for blad in bladen[:-1]:
        rol = blad.plekken[-1].strook.cellen[0].knoop.rol
        assert rol not in {"H2", "H3", "TH"}, "een kop of een tabelkop zonder vervolg"
    for blad in bladen:
        for plek in blad.plekken:
            assert plek.y <= HOOG - BOVEN + 0.01
            assert plek.y - plek.strook.hoogte >= ONDER - 0.01
        for boven, onder in zip(blad.plekken, blad.plekken[1:], strict=False):
            assert onder.y <= boven.y - boven.strook.hoogte + 0.01


@settings(max_examples=60, deadline=None)
@given(ONDERDELEN)
def test_een_gedeelde_tekst_laat_geen_losse_regel_achter(onderdelen):
    stuk = Stuk(
        naam="s", soort="S", titel="T", voor="v", opdruk=ECHT, onderdelen=tuple(onderdelen)
    )
    stroken = list(Bouwer(WIJZE).stuk(stuk))
    heel = {id(cel.knoop): len(cel.regels) for strook in stroken for cel in strook.cellen}
    for blad in verdeel(stroken):
        for plek in blad.plekken:
            hoogste = max(plek.strook.cellen, key=lambda cel: heel[id(cel.knoop)])
            regels = heel[id(hoogste.knoop)]
            if plek.herhaald or len(hoogste.regels) == regels:
                continue
            assert len(hoogste.regels) >= 2
            assert plek.strook.kop is None or regels > 12
