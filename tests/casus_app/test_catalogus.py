"""De catalogus houdt wat de beginset toestond, en zegt van elke regel waar hij vandaan komt."""

import hashlib
import tomllib
from collections import Counter
from dataclasses import fields
from datetime import date

import pytest

import resources
from casus_app.catalogus import Catalogus, Domein, Gegeven, Taak, laad

HOOFD = "catalogus.toml"
KADERS = ("wgs", "sociaal-domein", "convenant", "wams")


def woorden(tekst):
    return tekst.split()


CATEGORIEEN = woorden(
    """identificerend bsn woonsituatie financieel inkomen gezondheid politiegegevens justitieel
    relaties toezicht voorzieningen hulpverlening"""
)
GRONDSLAGEN = woorden(
    """avg-6-1-a avg-6-1-b avg-6-1-c avg-6-1-d avg-6-1-e avg-6-1-f convenant wgs-1-5 wgs-1-5-wpg
    wgs-1-5-wjsg wgs-2-29 wgs-2-31-derde wpg-16-1-b wpg-18 wpg-19 wpg-20 wjsg-39f wmo-5-1-1
    wmo-5-1-6 wmo-5-2-6 bw-1-240 jw-7-3-11-4 jw-7-4-0 uavg-30-3 uavg-30-2 wgs-8d-schuldhulp"""
)
ROUTES = woorden(
    """toestemming wettelijke-plicht wettelijke-bevoegdheid rechtstreeks-betrokken
    conflict-van-plichten goed-hulpverlenerschap acute-nood"""
)

# De beginset: plaats in de WGS, overheid, hoeveel (grondslag, categorie, kader) zij mag, taken.
SOORTEN = {
    "politie": ("lid-1", True, 21, "politietaak"),
    "om": ("lid-1", True, 10, "strafrechtelijke-handhaving verplichte-zorg-om"),
    "burgemeester": ("lid-1", True, 36, "openbare-orde huisverbod crisismaatregel sluiting"),
    "college": (
        "lid-1",
        True,
        63,
        "wmo jeugdwet participatiewet schuldhulp leerplicht wvggz-meldpunt nazorg",
    ),
    "leerplicht": ("lid-1", True, 36, "leerplicht"),
    "ggd": ("lid-1", True, 49, "publieke-gezondheid oggz"),
    "rvdk": ("lid-1", True, 40, "raadsonderzoek"),
    "dji": ("lid-1", True, 40, "detentie nazorg"),
    "reclassering": ("lid-2", False, 44, "toezicht-advies"),
    "veilig-thuis": ("lid-2", False, 43, "meldpunt-veilig-thuis"),
    "gi": ("lid-2", False, 46, "kinderbescherming jeugdreclassering"),
    "ggz": ("lid-2", False, 192, "behandeling verplichte-zorg forensische-zorg"),
    "verslavingszorg": ("lid-2", False, 156, "behandeling"),
    "jeugdhulp": ("lid-2", False, 153, "jeugdhulp"),
    "wijkteam": ("lid-2", False, 105, "toeleiding hulpverlening casusregie procesregie"),
    "schuldhulp": ("lid-2", False, 42, "schuldhulp"),
    "opvang": ("lid-2", False, 85, "opvang"),
    "huisarts": ("derde", False, 195, "huisartsenzorg"),
    "woningcorporatie": ("derde", False, 41, "verhuur"),
    "school": ("derde", False, 108, "onderwijs"),
    "uwv": ("derde", True, 36, "werknemersverzekeringen"),
    "halt": ("derde", False, 35, "halt-afdoening"),
    "slachtofferhulp": ("derde", False, 33, "slachtofferhulp"),
    "zorgverzekeraar": ("derde", False, 45, "zorgbemiddeling"),
    "clientondersteuner": ("derde", False, 33, "clientondersteuning"),
    "zvh": ("staf", True, 8, "procesregie"),
    "overig": ("derde", False, 0, ""),
}
TOEGEVOEGD = {
    "ambulance",
    "bewindvoerder",
    "ciz",
    "forensische-zorg",
    "gehandicaptenzorg",
    "samenwerkingsverband-onderwijs",
    "vrouwenopvang",
}
# Wie in dit kader niets kan inbrengen, met opzet: de staf buiten de WGS, wie geen taak heeft, en
# het CIZ op een convenant (het mag alleen het college zeggen dát er een besluit is).
ZONDER_GRONDSLAG = {
    ("zvh", "sociaal-domein"),
    ("zvh", "convenant"),
    ("zvh", "wams"),
    ("ciz", "convenant"),
    *(("overig", kader) for kader in KADERS),
}


def afdruk(regels):
    return hashlib.sha256("\n".join(regels).encode()).hexdigest()


def toegestaan(catalogus: Catalogus, soort: str):
    """Alle (grondslag, categorie, kader) waarop deze soort kan steunen."""
    partij = catalogus.soorten[soort]
    return {
        (sleutel, categorie, kader)
        for sleutel in partij.grondslagen
        for kader in catalogus.kaders
        for categorie in catalogus.categorieen
        if categorie not in partij.categorieen_niet
        and catalogus.grondslagen[sleutel].geldt(kader, categorie)
    }


def alle_gegevens(catalogus: Catalogus):
    for veld in fields(catalogus):
        if veld.name != "versie":
            for gegeven in getattr(catalogus, veld.name).values():
                yield gegeven
                yield from getattr(gegeven, "taken", {}).values()


def test_elke_sleutel_van_de_beginset_bestaat_nog():
    catalogus = laad()
    assert tuple(catalogus.kaders) == KADERS
    assert list(catalogus.categorieen) == CATEGORIEEN
    assert set(GRONDSLAGEN) <= set(catalogus.grondslagen)
    assert list(catalogus.routes) == ROUTES
    for sleutel, (positie, overheid, _, taken) in SOORTEN.items():
        soort = catalogus.soorten[sleutel]
        assert (soort.positie_wgs, soort.openbaar_lichaam) == (positie, overheid)
        assert list(soort.taken) == taken.split()
    assert set(catalogus.soorten) == set(SOORTEN) | TOEGEVOEGD


def test_wie_wat_op_welke_grondslag_mag_inbrengen_is_precies_als_in_de_beginset():
    catalogus = laad()
    rechten = {soort: toegestaan(catalogus, soort) for soort in SOORTEN}
    assert {soort: len(rechten[soort]) for soort in SOORTEN} == {
        soort: aantal for soort, (_, _, aantal, _) in SOORTEN.items()
    }
    regels = sorted(f"{soort} {' '.join(recht)}" for soort in SOORTEN for recht in rechten[soort])
    assert afdruk(regels) == "e36bf58dfd595f47dcbd9dea098f5be90d9e658f97a4e56afb8d63c1192dc79c"


def test_ook_een_grondslag_die_niemand_noemt_geldt_waar_hij_in_de_beginset_gold():
    grondslagen = laad().grondslagen
    regels = sorted(
        f"{sleutel} {kader} {categorie}"
        for sleutel in GRONDSLAGEN
        for kader in KADERS
        for categorie in CATEGORIEEN
        if grondslagen[sleutel].geldt(kader, categorie)
    )
    assert afdruk(regels) == "27818de378651b1febb1681e78ec87b3fc90953b95da623bbf8e5c3c1549d8c1"


def test_wat_een_partij_nooit_mag_inbrengen_is_precies_als_in_de_beginset():
    soorten = laad().soorten
    regels = sorted(
        f"{s} {categorie}" for s in SOORTEN for categorie in soorten[s].categorieen_niet
    )
    assert afdruk(regels) == "185c8ea66505e3222207a8c352407fc75ac66be5aa25782ba4bc6a9662280d0d"


def test_de_meest_voor_de_hand_liggende_grondslag_staat_nog_vooraan():
    soorten = laad().soorten
    regels = [f"{sleutel} {' '.join(soorten[sleutel].grondslagen)}" for sleutel in sorted(SOORTEN)]
    assert afdruk(regels) == "32a291b503422c7491d562251ec74c57c42a5eabce204a5f8b12a3093d42ddf3"


def test_elke_soort_heeft_in_elk_kader_een_grondslag_of_met_opzet_geen():
    catalogus = laad()
    zonder = {
        (soort, kader)
        for soort in catalogus.soorten
        for kader in catalogus.kaders
        if not any(recht[2] == kader for recht in toegestaan(catalogus, soort))
    }
    assert zonder == ZONDER_GRONDSLAG


def test_een_route_is_nodig_bij_de_drie_regimes_van_wgs_2_29_en_bij_geen_ander():
    assert {sleutel for sleutel, regime in laad().regimes.items() if regime.vraagt_route} == {
        "BW 7:457",
        "Wet BIG 88",
        "Jeugdwet 7.3.11",
    }


def test_zorg_en_jeugdhulp_spreken_alleen_langs_een_route():
    catalogus = laad()
    gebonden = {
        sleutel
        for sleutel, soort in catalogus.soorten.items()
        if not soort.pet_beslist and catalogus.vraagt_route(soort)
    }
    van_de_beginset = {"ggd", "gi", "ggz", "verslavingszorg", "jeugdhulp", "huisarts"}
    assert gebonden == van_de_beginset | {"ambulance", "forensische-zorg", "gehandicaptenzorg"}


@pytest.mark.parametrize(
    ("pet", "route"),
    [("hulpverlening", True), ("casusregie", True), ("toeleiding", False), ("procesregie", False)],
)
def test_bij_het_wijkteam_beslist_de_pet(pet, route):
    catalogus = laad()
    assert set(catalogus.petten) == {"toeleiding", "hulpverlening", "casusregie", "procesregie"}
    assert catalogus.vraagt_route(catalogus.soorten["wijkteam"], pet) is route


@pytest.mark.parametrize("pet", [None, "", "hoge-hoed"])
def test_een_wijkteam_zonder_bekende_pet_wordt_veilig_als_gebonden_gezien(pet):
    catalogus = laad()
    assert catalogus.vraagt_route(catalogus.soorten["wijkteam"], pet)


def test_een_pet_verandert_niets_aan_wie_er_geen_draagt():
    catalogus = laad()
    assert [s for s in catalogus.soorten if catalogus.soorten[s].pet_beslist] == ["wijkteam"]
    politie = catalogus.soorten["politie"]
    assert catalogus.regimes_van(politie, "hulpverlening") == (catalogus.regimes["Wpg 7"],)


def test_gemeentelijk_zijn_college_burgemeester_leerplicht_en_de_pet_toeleiding():
    catalogus = laad()
    assert {s for s in catalogus.soorten if catalogus.soorten[s].gemeentelijk} == {
        "college",
        "burgemeester",
        "leerplicht",
    }
    assert [p for p in catalogus.petten if catalogus.petten[p].gemeentelijk] == ["toeleiding"]


def test_elke_route_zegt_wat_zij_vraagt():
    routes = laad().routes
    assert [r for r in routes if routes[r].vereist_toestemming] == ["toestemming"]
    assert [r for r in routes if not routes[r].vereist_motivering] == [
        "toestemming",
        "rechtstreeks-betrokken",
    ]
    assert [r for r in routes if routes[r].acuut] == ["acute-nood"]
    assert [r for r in routes if routes[r].noemt_meldrecht] == [
        "wettelijke-plicht",
        "wettelijke-bevoegdheid",
    ]


@pytest.mark.parametrize(
    ("motivering", "ontvanger"),
    [
        ("Wmo 5.2.6", "veilig-thuis"),
        ("op grond van art.5.2.6 Wmo 2015.", "veilig-thuis"),
        ("meldrecht BW 1:240", "rvdk"),
        ("artikel 240 boek 1 BW", "rvdk"),
        ("Jeugdwet 7.3.11 lid 4", "gi"),
        ("Wmo 15.2.6", None),
        ("Wmo 5.2.61", None),
        ("BW 11:240", None),
        ("Zwijgen brengt het kind in gevaar.", None),
        ("", None),
    ],
)
def test_een_meldrecht_wordt_aan_zijn_artikel_herkend(motivering, ontvanger):
    assert laad().meldrecht_genoemd_in(motivering) == ontvanger


def test_de_bijzondere_grondslagen_zijn_gemerkt():
    grondslagen = laad().grondslagen
    assert [g for g in grondslagen if grondslagen[g].is_toestemming] == ["avg-6-1-a"]
    assert [g for g in grondslagen if grondslagen[g].is_vitaal_belang] == ["avg-6-1-d"]
    assert [g for g in grondslagen if grondslagen[g].is_convenant] == ["convenant"]


def test_elke_regel_heeft_artikel_kader_dag_en_zekerheid():
    for gegeven in alle_gegevens(laad()):
        assert gegeven.artikel.strip(), gegeven
        assert gegeven.kaders or gegeven.sleutel == "convenant", gegeven
        assert isinstance(gegeven.peildatum, date), gegeven


def test_de_dag_past_bij_hoe_zeker_het_is():
    peil = {
        "gevonden": {date(2025, 3, 1), date(2025, 7, 5)},
        "niet-nagegaan": {date(2026, 11, 1)},
    }
    for gegeven in alle_gegevens(laad()):
        if gegeven.zeker == "ouder":
            assert gegeven.peildatum < date(2025, 1, 1), gegeven
        else:
            assert gegeven.peildatum in peil[gegeven.zeker], gegeven


def test_wat_op_het_scherm_komt_heeft_uitleg_in_korte_zinnen():
    catalogus = laad()
    for gegeven in alle_gegevens(catalogus):
        if isinstance(gegeven, Domein | Taak):
            continue
        assert gegeven.uitleg.endswith((".", "?")), gegeven
        zinnen = gegeven.uitleg.replace("?", ".").split(". ")
        assert all(len(zin.split()) <= 32 for zin in zinnen), gegeven


def test_een_taak_geldt_in_de_kaders_van_haar_soort():
    catalogus = laad()
    for soort in catalogus.soorten.values():
        for kader in KADERS:
            assert dict(soort.taken_onder(kader)) == dict(soort.taken)
    assert not catalogus.soorten["politie"].taken_onder("onbekend")
    assert {"politietaak", "wmo", "procesregie"} <= catalogus.alle_taken


def test_het_kader_zegt_welke_weging_en_welke_termijnen_gelden():
    kaders = laad().kaders
    assert [kaders[k].weging for k in KADERS] == ["criteria", "domeinen", "geen", "domeinen"]
    assert [kaders[k].verklaring_van_derden for k in KADERS] == [True, False, False, False]
    assert [kaders[k].derde_na_toets for k in KADERS] == [True, False, False, False]
    assert [kaders[k].lid_1_beoordeelt for k in KADERS] == [True, False, False, False]
    assert [kaders[k].standaard_uit for k in KADERS] == [False, False, False, True]
    assert [kaders[k].bewaartermijn_maanden for k in KADERS] == [60] * 4
    assert [kaders[k].bewaartermijn_hoogstens_maanden for k in KADERS] == [60, None, None, None]
    assert [kaders[k].verlenging_hoogstens_maanden for k in KADERS] == [24] * 4
    assert kaders["wgs"].sinds == date(2025, 3, 1)


def test_de_vaste_rijtjes_zijn_die_van_het_draaiboek():
    catalogus = laad()
    assert list(catalogus.criteria) == ["a", "b", "c", "d"]
    assert [r for r in catalogus.rollen if not catalogus.rollen[r].neemt_mee] == ["adviseur"]
    assert list(catalogus.rollen) == [
        "uitvoerend",
        "adviseur",
        "procesregisseur",
        "voorzitter",
        "steunfiguur",
    ]
    assert {n: catalogus.niveaus[n].bij_weging for n in catalogus.niveaus} == {
        "dat": True,
        "buitenkant": True,
        "inhoud": False,
    }
    assert {
        v: catalogus.verzoeken[v].termijn_maanden for v in catalogus.verzoeken
    } == dict.fromkeys(("inzage", "rectificatie", "wissing", "beperking", "bezwaar"), 1)
    assert list(catalogus.uitstelgronden) == [
        *(f"uavg-41-{x}" for x in "abcdefghij"),
        "avg-14-5-b",
    ]


SOCIAAL = """Sociaal domein,sociaal-domein,WMO,maatschappelijke ondersteuning,jeugd,Jeugdhulp,
jeugdwet,participatie,bijstand,schulden,schuldhulpverlening,opvang,beschermd-wonen"""
AANPALEND = """aanpalend,veiligheid,openbare  orde,zorg,GGZ,gezondheid,publieke gezondheid,wonen,
ónderwijs,werk,welzijn,langdurige zorg"""


@pytest.mark.parametrize(
    ("tekst", "sociaal"),
    [
        *((woord, True) for woord in SOCIAAL.split(",")),
        *((woord, False) for woord in AANPALEND.split(",")),
    ],
)
def test_een_domein_wordt_herkend_zoals_mensen_het_typen(tekst, sociaal):
    domein = laad().domein(tekst)
    assert domein is not None
    assert domein.sociaal_domein is sociaal


@pytest.mark.parametrize("tekst", ["", " - ", "voetbal", "geen"])
def test_een_woord_dat_geen_domein_is_wijst_niets_aan(tekst):
    assert laad().domein(tekst) is None


def test_wmo_en_jeugd_zijn_twee_domeinen():
    catalogus = laad()
    assert catalogus.domein("wmo") != catalogus.domein("jeugdhulp")


def test_elk_gegeven_is_een_vaste_waarde():
    for gegeven in alle_gegevens(laad()):
        assert isinstance(gegeven, Gegeven)
        with pytest.raises(AttributeError):
            gegeven.naam = "anders"
    assert laad() is laad()


def test_de_meegeleverde_bestanden_zijn_als_tekst_en_als_bytes_te_lezen():
    tekst = resources.tekst(f"catalogus/{HOOFD}")
    assert resources.bytes_van(f"catalogus/{HOOFD}").decode() == tekst
    assert laad().versie == tomllib.loads(tekst)["versie"] == "2026-11"
    with pytest.raises(FileNotFoundError):
        resources.tekst("catalogus/bestaat-niet.toml")


def test_elke_naam_komt_in_een_lijst_maar_een_keer_voor():
    catalogus = laad()
    for veld in fields(catalogus):
        if veld.name != "versie":
            namen = Counter(gegeven.naam for gegeven in getattr(catalogus, veld.name).values())
            assert max(namen.values()) == 1, namen.most_common(1)
