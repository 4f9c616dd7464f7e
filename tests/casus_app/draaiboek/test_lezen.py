"""Een onbruikbaar draaiboek blijkt vóór er iets gebeurt, met één zin die zegt waar het zit."""

import re
from datetime import date

import pytest

from casus_app.draaiboek import lees
from casus_app.fouten import DraaiboekFout
from casus_app.weigeringen import Code

KOP = 'titel = "Proef"\nkader = "wgs"\nvandaag = 2026-11-16\n'
STAP = '[[stap]]\ndoe = "overleg.agenderen"\noverleg = "o"\ncasus = "K"\nvraag = "?"\n'
ALLES = STAP + "minuten = 20\n"

ONBRUIKBAAR = {
    "geen TOML": ("dit is geen toml", "geen leesbaar TOML"),
    "een getal zonder eind": (KOP + "stap = " + "9" * 5000, "geen leesbaar TOML"),
    "dubbel veld": (KOP + ALLES + "minuten = 30\n", "geen leesbaar TOML"),
    "leeg": ("", "'kader' ontbreekt"),
    "zonder titel": (KOP.replace('titel = "Proef"\n', "") + ALLES, "'titel' ontbreekt"),
    "titel als getal": (KOP.replace('"Proef"', "3") + ALLES, "'titel' moet een tekst"),
    "onbekend kader": (KOP.replace("wgs", "wet") + ALLES, "het kader 'wet' bestaat niet"),
    "kader als lijst": (KOP.replace('"wgs"', '["wgs"]') + ALLES, "'kader' moet een tekst"),
    "vandaag als tekst": (KOP.replace("2026-11-16", '"2026-11-16"') + ALLES, "een datum"),
    "vandaag met tijd": (KOP.replace("2026-11-16", "2026-11-16T09:00:00") + ALLES, "een datum"),
    "zonder stappen": (KOP, "geen stappen"),
    "stap als tabel": (KOP + ALLES.replace("[[stap]]", "[stap]"), "geen stappen"),
    "stap als getal": (KOP + "stap = 1\n", "geen stappen"),
    "onbekend veld boven": (KOP + "versie = 1\n" + ALLES, "'versie' bestaat niet"),
    "zonder doe": (KOP + '[[stap]]\nid = "x"\n', "stap 1: het veld 'doe' ontbreekt"),
    "doe als lijst": (KOP + '[[stap]]\ndoe = ["toon.casus"]\n', "stap 1: het veld 'doe'"),
    "onbekende doe": (KOP + ALLES + '[[stap]]\ndoe = "casus.opeten"\n', "stap 2: 'casus.opeten'"),
    "onbekend veld": (KOP + ALLES + "kleur = 1\n", "'kleur' hoort hier niet"),
    "een id waar niets gemaakt wordt": (KOP + ALLES + 'id = "x"\n', "'id' hoort hier niet"),
    "ontbrekend veld": (KOP + STAP, "'minuten' ontbreekt"),
    "getal als tekst": (KOP + STAP + 'minuten = "20"\n', "'minuten': dit moet een heel getal"),
    "getal met komma": (KOP + STAP + "minuten = 20.0\n", "'minuten': dit moet een heel getal"),
    "ja als getal": (KOP + STAP + "minuten = true\n", "'minuten': dit moet een heel getal"),
    "tekst als getal": (KOP + ALLES.replace('"?"', "3"), "'vraag': dit moet een tekst"),
    "datum als tekst": (
        KOP + '[[stap]]\ndoe = "klok.zetten"\ndatum = "2026-11-17"\n',
        "'datum': dit moet een datum",
    ),
    "datum met tijd": (
        KOP + '[[stap]]\ndoe = "klok.zetten"\ndatum = 2026-11-17T09:00:00Z\n',
        "'datum': dit moet een datum",
    ),
    "lijst als tekst": (
        KOP + '[[stap]]\ndoe = "bespreking.openen"\noverleg = "o"\ncasus = "K"\naanwezig = "a"\n',
        "'aanwezig': dit moet een lijst",
    ),
    "getal in een lijst": (
        KOP + '[[stap]]\ndoe = "bespreking.openen"\noverleg = "o"\ncasus = "K"\naanwezig = [1]\n',
        "aanwezig[0]",
    ),
    "groep mist een veld": (
        KOP + '[[stap]]\ndoe = "overleg.ordenen"\noverleg = "o"\nvast = [{ casus = "K" }]\n',
        "'plek' ontbreekt",
    ),
    "groep heeft een veld te veel": (
        KOP + '[[stap]]\ndoe = "overleg.ordenen"\noverleg = "o"\n'
        'vast = [{ casus = "K", plek = 1, kleur = 2 }]\n',
        "'kleur' hoort hier niet",
    ),
    "tijd als TOML-tijd": (
        KOP + '[[stap]]\ndoe = "overleg.ordenen"\noverleg = "o"\n'
        "beschikbaar = { a = { van = 09:00:00 } }\n",
        "van': dit moet een tekst",
    ),
    "vijfde criterium": (
        KOP + '[[stap]]\ndoe = "casus.wegen"\ncasus = "K"\nbeoordelaars = []\n'
        'uitkomst = "in-behandeling"\nmotivering = "x"\ncriteria = { e = "x" }\n',
        "'e' hoort hier niet",
    ),
    "onbekende weigering": (KOP + ALLES + 'verwacht = "mag-niet"\n', "'verwacht'"),
    "verwacht als getal": (KOP + ALLES + "verwacht = 1\n", "'verwacht'"),
    "verwacht als lijst": (KOP + ALLES + 'verwacht = ["geen-doel"]\n', "'verwacht'"),
    "verwacht als groep": (KOP + ALLES + "verwacht = { a = 1 }\n", "'verwacht'"),
    "antwoord als tekst": (KOP + ALLES + 'antwoord = "ja"\n', "'antwoord'"),
    "als als getal": (KOP + ALLES + "als = 1\n", "'als'"),
    "te diep": ("a = " + "[" * 5000, "geen leesbaar TOML"),
}


@pytest.mark.parametrize(("tekst", "deel"), ONBRUIKBAAR.values(), ids=ONBRUIKBAAR)
def test_een_onbruikbaar_draaiboek_zegt_waar_het_zit(tekst: str, deel: str) -> None:
    with pytest.raises(DraaiboekFout) as gevangen:
        lees(tekst.encode(), "proef.toml", ["wgs"])
    melding = gevangen.value.melding
    assert melding.startswith("Dit draaiboek is niet te gebruiken. proef.toml")
    assert deel in melding
    assert melding.endswith(".")
    assert "\n" not in melding
    assert not re.search(r"Expected|Invalid|Cannot|statement", melding)


def test_een_melding_verklapt_geen_waarde() -> None:
    tekst = KOP + STAP + 'minuten = "Geheim van Jansen"\n'
    with pytest.raises(DraaiboekFout) as gevangen:
        lees(tekst.encode(), "proef.toml", ["wgs"])
    assert "Jansen" not in gevangen.value.melding


def test_wat_geen_utf_8_is_is_geen_draaiboek() -> None:
    with pytest.raises(DraaiboekFout):
        lees((KOP + ALLES).encode() + b"# \xff\xfe\n", "proef.toml", ["wgs"])


@pytest.mark.parametrize("regeleinde", ["\n", "\r\n"])
def test_een_goed_draaiboek_wordt_helemaal_gelezen(regeleinde: str) -> None:
    tekst = KOP + ALLES + 'als = "secretaris"\nverwacht = "onbekend"\nantwoord = { a = 1 }\n'
    gelezen = lees(tekst.replace("\n", regeleinde).encode(), "proef.toml", ["wgs"])
    assert (gelezen.titel, gelezen.kader, gelezen.vandaag) == ("Proef", "wgs", date(2026, 11, 16))
    (stap,) = gelezen.stappen
    assert (stap.nr, stap.als, stap.verwacht, stap.antwoord, stap.id) == (
        1,
        "secretaris",
        Code.ONBEKEND,
        {"a": 1},
        None,
    )


def test_een_bestand_uit_kladblok_met_een_merk_vooraan_wordt_gewoon_gelezen() -> None:
    """Windows zet er U+FEFF voor; dat is geen fout van wie het draaiboek schreef."""
    gelezen = lees(("\ufeff" + KOP + ALLES).encode(), "proef.toml", ["wgs"])
    assert len(gelezen.stappen) == 1
