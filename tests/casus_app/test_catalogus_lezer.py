"""Een catalogus die niet klopt wordt geweigerd met één zin die bestand, regel en veld noemt."""

import json
import tomllib
from copy import deepcopy
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from casus_app.catalogus import CatalogusFout, laad, lees

HOOFD = "catalogus.toml"


def woorden(tekst):
    return tekst.split()


def teksten():
    namen = tomllib.loads(resources.tekst(f"catalogus/{HOOFD}"))["bestanden"]
    return {naam: resources.tekst(f"catalogus/{naam}") for naam in (HOOFD, *namen)}


GOED = {naam: tomllib.loads(tekst) for naam, tekst in teksten().items()}


def als_toml(waarde):
    if isinstance(waarde, dict):
        return "{" + ", ".join(f'"{naam}" = {als_toml(w)}' for naam, w in waarde.items()) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(map(als_toml, waarde)) + "]"
    if isinstance(waarde, date):
        return waarde.isoformat()
    return json.dumps(waarde, ensure_ascii=False)


def lees_inhoud(inhoud):
    return lees(
        {
            naam: "\n".join(f'"{veld}" = {als_toml(waarde)}' for veld, waarde in bestand.items())
            for naam, bestand in inhoud.items()
        }
    )


def plekken():
    """Van elke regel, ook elke taak: het pad erheen, en hoe een fout haar noemt."""
    for bestand, inhoud in GOED.items():
        if bestand == HOOFD:
            continue
        for ding, regels in inhoud.items():
            for nummer, regel in enumerate(regels):
                noem = f"{bestand}, {ding} '{regel['sleutel']}'"
                yield (bestand, ding, nummer), noem
                for taaknummer, taak in enumerate(regel.get("taak", [])):
                    pad = (bestand, ding, nummer, "taak", taaknummer)
                    yield pad, f"{noem}, taak '{taak['sleutel']}'"


def regel_op(inhoud, pad):
    for stap in pad:
        inhoud = inhoud[stap]
    return inhoud


REGELS = list(plekken())
VELDEN = [
    (pad, noem, veld) for pad, noem in REGELS for veld in regel_op(GOED, pad) if veld != "sleutel"
]
MAG_WEG = woorden(
    """uitleg opmerking voorwaarde ontvangers typische_inbreng niet taak domein gemeentelijk
    standaard_uit sinds bewaartermijn_hoogstens_maanden pet_beslist vereist_toestemming
    vereist_motivering noemt_meldrecht acuut is_toestemming is_vitaal_belang"""
)
WIJST_AAN = woorden(
    """kaders categorieen meldrecht_aan ontvangers regimes geheim grondslagen domein
    categorieen_niet"""
)


def test_de_toets_leest_dezelfde_catalogus_als_het_programma():
    assert lees_inhoud(GOED) == laad()
    assert lees(teksten()) == laad()


@settings(deadline=None)
@given(st.sampled_from(VELDEN))
def test_een_veld_dat_ontbreekt_wordt_met_bestand_regel_en_veld_genoemd(plek):
    pad, noem, veld = plek
    inhoud = deepcopy(GOED)
    del regel_op(inhoud, pad)[veld]
    if veld in MAG_WEG:
        lees_inhoud(inhoud)
        return
    with pytest.raises(CatalogusFout) as fout:
        lees_inhoud(inhoud)
    assert noem in str(fout.value)
    genoemd = {"is_convenant": "kaders", "meldrecht_aan": "herkenbaar"}.get(veld, veld)
    assert f"veld '{genoemd}'" in str(fout.value)


@settings(deadline=None)
@given(st.sampled_from(VELDEN), st.from_regex(r"[a-z_]{1,12}", fullmatch=True))
def test_een_veld_met_een_andere_naam_wordt_genoemd(plek, naam):
    pad, noem, veld = plek
    naam = f"x{naam}"
    inhoud = deepcopy(GOED)
    regel = regel_op(inhoud, pad)
    regel[naam] = regel.pop(veld)
    with pytest.raises(CatalogusFout) as fout:
        lees_inhoud(inhoud)
    assert noem in str(fout.value)
    assert f"veld '{naam}': dit veld bestaat niet" in str(fout.value)


@settings(deadline=None)
@given(
    st.sampled_from([v for v in VELDEN if v[2] != "taak"]), st.sampled_from([1.5, -1, [[]], {}])
)
def test_een_waarde_van_een_andere_vorm_wordt_genoemd(plek, waarde):
    pad, noem, veld = plek
    inhoud = deepcopy(GOED)
    regel_op(inhoud, pad)[veld] = waarde
    with pytest.raises(CatalogusFout) as fout:
        lees_inhoud(inhoud)
    assert noem in str(fout.value)
    assert f"veld '{veld}'" in str(fout.value)


@settings(deadline=None)
@given(st.sampled_from(REGELS))
def test_een_sleutel_die_twee_keer_voorkomt_wordt_genoemd(plek):
    pad, noem = plek
    inhoud = deepcopy(GOED)
    lijst = regel_op(inhoud, pad[:-1])
    lijst.append(deepcopy(lijst[pad[-1]]))
    with pytest.raises(CatalogusFout) as fout:
        lees_inhoud(inhoud)
    assert f"{noem}, veld 'sleutel': komt al voor in {noem}" in str(fout.value)


@settings(deadline=None)
@given(st.sampled_from(REGELS))
def test_een_regel_zonder_sleutel_wordt_bij_nummer_genoemd(plek):
    pad, _ = plek
    inhoud = deepcopy(GOED)
    regel_op(inhoud, pad)["sleutel"] = " "
    with pytest.raises(CatalogusFout) as fout:
        lees_inhoud(inhoud)
    assert f"nummer {pad[-1] + 1}, veld 'sleutel': ontbreekt" in str(fout.value)


@settings(deadline=None)
@given(st.sampled_from([v for v in VELDEN if v[2] in WIJST_AAN]))
def test_een_verwijzing_naar_wat_er_niet_is_wordt_genoemd(plek):
    pad, noem, veld = plek
    inhoud = deepcopy(GOED)
    regel = regel_op(inhoud, pad)
    regel[veld] = [*regel[veld], "nergens"] if isinstance(regel[veld], list) else "nergens"
    with pytest.raises(CatalogusFout) as fout:
        lees_inhoud(inhoud)
    assert noem in str(fout.value)
    assert f"veld '{veld}'" in str(fout.value)
    assert "'nergens' bestaat niet" in str(fout.value)


def veranderd(bestand, ding, sleutel, **velden):
    inhoud = deepcopy(GOED)
    regel = next(r for r in inhoud[bestand][ding] if r["sleutel"] == sleutel)
    regel.update(velden)
    return inhoud


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (
            veranderd("soorten-lid-2.toml", "soort", "wijkteam", geheim=["Awb 2:5"]),
            "soort 'wijkteam', veld 'geheim': de pet beslist hier",
        ),
        (
            veranderd("grondslagen.toml", "grondslag", "convenant", kaders=["wgs"]),
            "grondslag 'convenant', veld 'kaders': een convenant geldt nergens",
        ),
        (
            veranderd("grondslagen.toml", "grondslag", "wgs-1-5", herkenbaar=["1.5"]),
            "grondslag 'wgs-1-5', veld 'herkenbaar': hoort bij een meldrecht",
        ),
        (
            veranderd("domeinen.toml", "domein", "wonen", ook=["WMO 2015"]),
            "domein 'wonen', veld 'ook': 'wmo2015' hoort al bij domein",
        ),
        (
            veranderd("routes.toml", "route", "acute-nood", zeker="vast"),
            "route 'acute-nood', veld 'zeker': hier hoort een van: gevonden, ouder",
        ),
        (
            veranderd("routes.toml", "route", "acute-nood", artikel=" "),
            "route 'acute-nood', veld 'artikel': mag niet leeg zijn",
        ),
        (
            veranderd("kaders.toml", "kader", "wgs", bewaartermijn_maanden=0),
            "kader 'wgs', veld 'bewaartermijn_maanden': hier hoort een getal van 1 of meer",
        ),
        (GOED | {"routes.toml": {}}, "er is geen enkele regel [[route]]"),
        (GOED | {"domeinen.toml": {"domein": "x"}}, "domeinen.toml, domein: hier horen regels"),
        (
            GOED | {"routes.toml": {**GOED["routes.toml"], "weg": [{"sleutel": "x"}]}},
            "routes.toml, weg 'x': dit soort regel bestaat niet",
        ),
        (GOED | {"extra.toml": {}}, "bestand extra.toml staat niet in catalogus.toml"),
        (
            {naam: b for naam, b in GOED.items() if naam != "routes.toml"},
            "bestand routes.toml ontbreekt",
        ),
        (
            {naam: b for naam, b in GOED.items() if naam != HOOFD},
            "bestand catalogus.toml ontbreekt",
        ),
        (GOED | {HOOFD: {"bestanden": ["x.toml"]}}, "catalogus.toml, veld 'versie'"),
        (GOED | {HOOFD: {"versie": "x"}}, "catalogus.toml, veld 'bestanden'"),
    ],
)
def test_wat_niet_samengaat_wordt_geweigerd_met_de_plek(inhoud, zin):
    with pytest.raises(CatalogusFout) as fout:
        lees_inhoud(inhoud)
    assert zin in str(fout.value)
    assert str(fout.value).startswith("De catalogus klopt niet: ")


def test_een_taak_kan_minder_kaders_hebben_dan_haar_soort_en_geen_andere():
    inhoud = deepcopy(GOED)
    politie = inhoud["soorten-lid-1.toml"]["soort"][0]
    politie["kaders"] = ["wgs", "convenant"]
    politie["taak"][0]["kaders"] = ["wgs"]
    soort = lees_inhoud(inhoud).soorten["politie"]
    assert (set(soort.taken_onder("wgs")), set(soort.taken_onder("convenant"))) == (
        {"politietaak"},
        set(),
    )
    for kaders in (["wams"], []):
        politie["taak"][0]["kaders"] = kaders
        with pytest.raises(CatalogusFout, match="taak 'politietaak', veld 'kaders'"):
            lees_inhoud(inhoud)


@pytest.mark.parametrize("waarde", ["", "9" * 5000, "[" * 5000])
def test_een_bestand_dat_geen_toml_is_wordt_genoemd(waarde):
    with pytest.raises(CatalogusFout, match=r"routes\.toml is geen TOML"):
        lees(teksten() | {"routes.toml": f"[[route]]\nsleutel = {waarde}"})
