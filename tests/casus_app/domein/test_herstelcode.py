"""Een herstelsleutel overtypen: elke typfout wordt gevonden en gewezen."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus_app.domein.herstelcode import (
    GROEPEN,
    SLEUTEL_BYTES,
    Deel,
    Leesfout,
    groepen,
    in_tweeen,
    lees,
    merk_van,
    nieuwe_sleutel,
    samen,
)
from casus_app.domein.toegang import Geheim
from casus_app.regels.herstel import overgetypt
from casus_app.weigeringen import Weigering

TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SLEUTEL = bytes(range(7, 27))


@given(sleutel=st.binary(min_size=SLEUTEL_BYTES, max_size=SLEUTEL_BYTES))
def test_wat_op_papier_staat_is_terug_te_lezen(sleutel: bytes) -> None:
    op_papier = groepen(sleutel, Deel.HEEL, sleutel)
    assert len(op_papier) == GROEPEN
    assert lees(" ".join(op_papier)) == (sleutel, Deel.HEEL, merk_van(sleutel))
    gewoon = "-".join(op_papier).lower().replace("0", "o").replace("1", "l")
    assert overgetypt(Geheim(gewoon)) == sleutel


def test_er_zijn_honderdzestig_bits_en_geen_twee_sleutels_zijn_gelijk() -> None:
    assert SLEUTEL_BYTES * 8 == 160
    assert len({nieuwe_sleutel() for _ in range(100)}) == 100


def test_elk_ander_teken_wijst_zijn_eigen_groep_aan() -> None:
    goed = "".join(groepen(SLEUTEL, Deel.HEEL, SLEUTEL))
    for plek, teken in enumerate(goed):
        for anders in TEKENS:
            if anders == teken:
                continue
            with pytest.raises(Leesfout) as fout:
                lees(goed[:plek] + anders + goed[plek + 1 :])
            assert fout.value.groep == plek // 5 + 1


def test_twee_verwisselde_tekens_en_twee_verwisselde_groepen_vallen_op() -> None:
    for zaad in range(30):
        sleutel = random.Random(zaad).randbytes(SLEUTEL_BYTES)
        goed = groepen(sleutel, Deel.HEEL, sleutel)
        plat = "".join(goed)
        for plek in range(len(plat) - 1):
            if plat[plek] != plat[plek + 1]:
                met = plat[:plek] + plat[plek + 1] + plat[plek] + plat[plek + 2 :]
                with pytest.raises(Leesfout):
                    lees(met)
        for eerste in range(GROEPEN):
            for tweede in range(eerste):
                rij = list(goed)
                rij[eerste], rij[tweede] = rij[tweede], rij[eerste]
                with pytest.raises(Leesfout):
                    lees("".join(rij))


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", "negen groepen"),
        ("".join(groepen(SLEUTEL, Deel.HEEL, SLEUTEL)[:-1]), "negen groepen"),
        ("".join(groepen(SLEUTEL, Deel.HEEL, SLEUTEL)) + "0", "negen groepen"),
        ("".join(groepen(SLEUTEL, Deel.HEEL, SLEUTEL))[:-1], "groep 9"),
        ("U" + "".join(groepen(SLEUTEL, Deel.HEEL, SLEUTEL))[1:], "groep 1"),
        ("é" * 45, "groep 1"),
    ],
)
def test_de_zin_wijst_de_groep_aan(tekst: str, zin: str) -> None:
    with pytest.raises(Weigering, match=zin):
        overgetypt(Geheim(tekst))


def _helften(sleutel: bytes) -> list[Geheim]:
    eerste, tweede = in_tweeen(sleutel)
    return [
        Geheim("".join(groepen(eerste, Deel.EERSTE_HELFT, sleutel))),
        Geheim("".join(groepen(tweede, Deel.TWEEDE_HELFT, sleutel))),
    ]


def test_twee_helften_geven_samen_de_sleutel_in_elke_volgorde() -> None:
    eerste, tweede = _helften(SLEUTEL)
    assert overgetypt(eerste, tweede) == overgetypt(tweede, eerste) == SLEUTEL
    assert samen(*in_tweeen(SLEUTEL)) == SLEUTEL


def test_een_helft_zegt_niets_over_de_sleutel() -> None:
    """Elke keer andere helften van dezelfde sleutel."""
    assert len({in_tweeen(SLEUTEL)[n] for _ in range(50) for n in (0, 1)}) == 100


def test_helften_die_niet_bij_elkaar_horen_worden_zo_genoemd() -> None:
    een, ander = _helften(SLEUTEL), _helften(b"z" * SLEUTEL_BYTES)
    heel = Geheim("".join(groepen(SLEUTEL, Deel.HEEL, SLEUTEL)))
    for eerste, tweede, zin in (
        (een[0], ander[1], "horen niet bij elkaar"),
        (een[0], een[0], "twee keer dezelfde helft"),
        (een[0], None, "een helft"),
        (een[0], heel, "twee keer dezelfde helft"),
        (heel, een[0], "de hele herstelsleutel"),
    ):
        with pytest.raises(Weigering, match=zin):
            overgetypt(eerste, tweede)
    nog_eens = _helften(SLEUTEL)  # zelfde sleutel, een andere keer gedeeld
    with pytest.raises(Weigering, match="van een ander papier"):
        overgetypt(een[0], nog_eens[1])
