"""Wat iemand ook aanlevert: een casus, of één zin van ons; nooit iets anders."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casus_app.domein.instelling import HUIS, Instelling
from casus_app.overgang import OvergangFout, lees, voorbeeld
from casus_app.overgang.lezen import BESTAND_HOOGSTENS, FOUTEN_HOOGSTENS
from casus_app.overgang.vorm import VERSIE, VORM
from casus_app.weigeringen import Weigering
from tests.bouw import VANDAAG, Tafel
from tests.casus_app.overgang.test_rondje import besproken, bestand
from tests.casus_app.papier.voorbeeld import zet

GOED = bestand()
MERK = "Merkwoord"


def _daar() -> Tafel:
    tafel = Tafel()
    zet(tafel.opslag, besproken().haal(Instelling, HUIS))
    return tafel


DAAR = _daar()


def probeer(inhoud: bytes) -> str:
    """De zin van de weigering, of leeg; een andere fout laat de toets zakken."""
    tafel = DAAR.kopie()
    try:
        tafel.doe("casus.invoeren", bestand=inhoud)
    except Weigering as weigering:
        assert tafel.stand() == DAAR.stand(), "een weigering verandert niets"
        return weigering.melding
    return ""


NAAR: dict[str, bytes] = {
    "leeg": b"",
    "geen JSON": b"%PDF-1.7",
    "geen UTF-8": b'{"vorm": "\xff\xfe"}',
    "UTF-16": GOED.decode().encode("utf-16"),
    "rij": b"[]",
    "getal": b"1",
    "diep": b'{"vorm":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "diep object": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "lang getal": b'{"versie":' + b"9" * 100_000 + b"}",
    "NaN": GOED.replace(b'"versie": 1', b'"versie": NaN'),
    "oneindig": GOED.replace(b'"versie": 1', b'"versie": -Infinity'),
    "1e999": GOED.replace(b'"versie": 1', b'"versie": 1e999'),
    "versie is waar": GOED.replace(b'"versie": 1', b'"versie": true'),
    "versie nul": GOED.replace(b'"versie": 1', b'"versie": 0'),
    "dubbel veld": GOED.replace(b'"versie": 1', b'"versie": 1, "versie": 1'),
    "afgebroken": GOED[: len(GOED) // 2],
    "te groot": b" " * (BESTAND_HOOGSTENS + 1),
    "lange tekst": GOED.replace(b'"reden": "', b'"reden": "' + b"x" * 9_000_000),
    "andere vorm": GOED.replace(VORM.encode(), b"casusoverleg-inzage"),
    "kop zonder huis": GOED.replace(b'"huis"', b'"thuis"', 1),
    "half teken in een sleutel": GOED.replace(b'"huis"', b'"\\ud800"', 1),
    "half teken in de kop": GOED.replace(b'"reden": "', b'"reden": "\\udc00'),
}


@pytest.mark.parametrize("naam", NAAR)
def test_een_naar_bestand_geeft_een_zin(naam: str) -> None:
    assert probeer(NAAR[naam]).endswith(".")


def test_een_nieuwere_versie_vraagt_een_nieuwer_programma() -> None:
    nieuwer = GOED.replace(b'"versie": 1', b'"versie": %d' % (VERSIE + 1))
    with pytest.raises(OvergangFout, match="nieuwer programma"):
        lees(nieuwer)


def test_wat_erin_staat_komt_nooit_in_de_zin() -> None:
    boom = json.loads(GOED)
    boom["waarden"]["casus"][0]["fase"] = MERK
    boom["waarden"]["casus"][0][MERK] = MERK
    boom["waarden"]["inbreng"][0]["niveau"] = MERK
    boom["waarden"]["inbreng"][0]["grondslag"] = MERK
    boom["waarden"][MERK] = []
    inhoud = json.dumps(boom).encode()
    assert MERK not in probeer(inhoud)
    gezien = voorbeeld(DAAR.opslag, DAAR.catalogus, lees(inhoud), vandaag=VANDAAG, oefening=True)
    assert gezien.fouten
    assert MERK not in repr(gezien.fouten)


def test_duizend_fouten_zijn_er_hoogstens_vijftig() -> None:
    boom = json.loads(GOED)
    boom["waarden"]["zeef"] = [{}] * 1000
    assert len(lees(json.dumps(boom).encode()).fouten) == FOUTEN_HOOGSTENS


WILD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False)
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["2026-11-24", "9999-12-31", "0001-01-01", "K-1", "\0", "\ud800", "-0"]),
    lambda deel: (
        st.lists(deel, max_size=3) | st.dictionaries(st.text(max_size=5), deel, max_size=3)
    ),
    max_leaves=8,
)


def _plekken(boom: Any) -> list[tuple[Any, Any]]:
    """Elke plek waar iets staat: het blok en de sleutel of het nummer."""
    gevonden, over = [], [boom]
    while over:
        blok = over.pop()
        paren = blok.items() if isinstance(blok, dict) else enumerate(blok)
        for sleutel, deel in paren:
            gevonden.append((blok, sleutel))
            if isinstance(deel, dict | list):
                over.append(deel)
    return gevonden


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_een_goed_bestand_met_iets_wilds_erin_is_van_ons(data: st.DataObject) -> None:
    boom = json.loads(GOED)
    for _ in range(data.draw(st.integers(1, 3))):
        blok, sleutel = data.draw(st.sampled_from(_plekken(boom)))
        match data.draw(st.sampled_from(["anders", "weg", "erbij"])):
            case "anders":
                blok[sleutel] = data.draw(WILD)
            case "weg":
                del blok[sleutel]
            case _ if isinstance(blok, list):
                blok.append(data.draw(WILD))
            case _:
                blok[data.draw(st.text(max_size=5))] = data.draw(WILD)
    zin = probeer(json.dumps(boom).encode())
    assert zin == "" or zin.endswith(".")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | WILD.map(lambda boom: json.dumps(boom).encode()))
def test_willekeurige_bytes_zijn_geen_casus(inhoud: bytes) -> None:
    assert probeer(inhoud).endswith(".")
