"""Twee huizen met dezelfde aanduidingen: alles komt erin, en het programma weet hoe het heette."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from casus_app import draaiboek
from casus_app.catalogus import laad
from casus_app.domein.casus import Casus
from casus_app.domein.herkomst import Herkomst
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.overgang import schema
from casus_app.overgang.vorm import SOORTEN, tabel
from casus_app.papier import maak_papier
from casus_app.weigeringen import Code
from casus_app.werkbank import Werkbank
from storage import maak_kluis
from tests.bouw import VANDAAG, Tafel
from tests.casus_app.overgang.test_rondje import _als_bestand, besproken
from tests.casus_app.papier.voorbeeld import zet
from tests.nep import GeheugenOpslag, StilleKlok

DRAAIBOEKEN = sorted((Path(__file__).parents[2] / "draaiboeken").glob("*.toml"))
ELDERS = "Zorg- en Veiligheidshuis Elders"


def _huis(tafel: Tafel, naam: str = ELDERS) -> Tafel:
    """Hetzelfde, in een huis dat anders heet."""
    huis = tafel.haal(Instelling, HUIS)
    zet(tafel.opslag, replace(huis, naam=naam))
    return tafel


def _terug(inhoud: bytes) -> dict[str, Any]:
    """Een bestand met elke aanduiding zoals zij eerst was, zonder de herkomst en zonder het huis.

    Onafhankelijk van het programma: elke tekst die precies een nieuwe aanduiding is.
    """
    boom = json.loads(inhoud)
    namen = {rij["id"]: rij["eerder"] for rij in boom["waarden"].pop("herkomst")}
    del boom["huis"]

    def loop(ding: Any) -> Any:
        if isinstance(ding, dict):
            return {naam: loop(waarde) for naam, waarde in ding.items()}
        if isinstance(ding, list):
            return [loop(een) for een in ding]
        return namen.get(ding, ding) if isinstance(ding, str) else ding

    gedaan: dict[str, Any] = loop(boom)
    for rijen in gedaan["waarden"].values():
        rijen.sort(key=lambda rij: json.dumps(rij, sort_keys=True))
    return gedaan


def _gespeeld(pad: Path) -> Tafel:
    opslag = GeheugenOpslag()
    werkbank = Werkbank(opslag, StilleKlok(), laad(), maak_papier, oefening=True)
    gelezen = draaiboek.lees(pad.read_bytes(), pad.name, laad().kaders)
    draaiboek.speel(gelezen, werkbank, lambda _regel: None, lambda _papier: None)
    return Tafel(kader=gelezen.kader, opslag=opslag, vandaag=werkbank.klok.vandaag())


def _casussen(tafel: Tafel) -> Iterator[str]:
    """Wat een huis kan meegeven: niet op tafel, en nog binnen de termijn."""
    for casus in tafel.opslag.zoek(Casus):
        op_tafel = tafel.opslag.zoek(Bespreking, casus=casus.id, stand=Stand.OPEN)
        if not op_tafel and casus.vernietigen_op > tafel.vandaag:
            yield casus.id


@pytest.mark.parametrize("pad", DRAAIBOEKEN, ids=lambda pad: pad.stem)
def test_elke_casus_van_elk_draaiboek_komt_in_een_huis_vol_botsingen(pad: Path) -> None:
    """Wat de handelingen toelieten laten de regels van het invoeren ook toe.

    Het andere huis heeft elke aanduiding al, voor iets anders.
    """
    hier = _gespeeld(pad)
    for code in _casussen(hier):
        daar = _huis(_botsend(hier))
        inhoud = _als_bestand(hier, code)
        nu = daar.doe("casus.invoeren", bestand=inhoud)["casus"]
        assert nu != code
        assert _terug(_als_bestand(daar, nu)) == _terug(inhoud)
        assert not list(Draft202012Validator(json.loads(schema())).iter_errors(json.loads(inhoud)))


def _botsend(hier: Tafel) -> Tafel:
    """Een kluis met dezelfde aanduidingen, en overal iets anders eronder."""
    opslag = GeheugenOpslag()
    for soort, plank in hier.opslag.waarden.items():
        for waarde in plank.values():
            anders = {
                Partij: {"naam": "Een andere partij"},
                Professional: {"naam": "I. Anders"},
                Overleg: {"plaats": "Ergens anders"},
            }.get(soort, {})
            zet(opslag, replace(waarde, **anders))
    return Tafel(kader=hier.kader, opslag=opslag, vandaag=hier.vandaag)


def test_ook_in_een_echte_kluis(tmp_path: Path) -> None:
    hier = besproken()
    inhoud = _als_bestand(hier, "K-1")
    kluis = maak_kluis(tmp_path / "kluis", "een lange wachtzin", oefening=True)
    daar = Tafel(opslag=kluis)  # type: ignore[arg-type]
    daar.doe("instelling.inrichten", naam=ELDERS)
    for naam in ("politie", "zvh"):
        daar.doe("partij.registreren", id=f"p-{naam}", soort="ggz", naam="Iets anders")
    nu = daar.doe("casus.invoeren", bestand=inhoud)["casus"]
    assert nu == "K-1"
    assert _terug(_als_bestand(daar, nu)) == _terug(inhoud)
    andere = {een.eerder: een.id for een in daar.opslag.zoek(Herkomst, soort="partij")}
    assert set(andere) == {"p-politie", "p-zvh"}
    assert daar.haal(Partij, "p-politie").naam == "Iets anders"
    daar.doe("casus.vernietigen")
    assert daar.opslag.zoek(Herkomst) == ()
    assert daar.probeer("casus.invoeren", bestand=inhoud) is Code.BESTAAT_AL
    kluis.sluit()


def test_dezelfde_casus_komt_er_onder_geen_enkele_naam_nog_eens_in() -> None:
    hier = besproken()
    inhoud = _als_bestand(hier, "K-1")
    daar = _huis(_botsend(hier))
    nu = daar.doe("casus.invoeren", bestand=inhoud)["casus"]
    daar.weigert(Code.BESTAAT_AL, "casus.invoeren", bestand=inhoud)
    verder = _huis(_botsend(hier), "Derde huis")
    via = verder.doe("casus.invoeren", bestand=_als_bestand(daar, nu))["casus"]
    verder.weigert(Code.BESTAAT_AL, "casus.invoeren", bestand=inhoud)
    assert _terug(_als_bestand(verder, via))["casus"] == "K-1"
    (herkomst,) = verder.opslag.zoek(Herkomst, soort="casus")
    assert (herkomst.huis, herkomst.eerder) == (hier.haal(Instelling, HUIS).naam, "K-1")
    hier.weigert(Code.BESTAAT_AL, "casus.invoeren", bestand=_als_bestand(verder, via))


def test_wat_vernietigd_is_komt_ook_onder_een_andere_code_niet_terug() -> None:
    hier = besproken()
    inhoud = _als_bestand(hier, "K-1")
    daar = _huis(_botsend(hier))
    nu = daar.doe("casus.invoeren", bestand=inhoud)["casus"]
    verder = _huis(_botsend(hier), "Derde huis")
    via = verder.doe("casus.invoeren", bestand=_als_bestand(daar, nu))["casus"]
    daar.doe("casus.vernietigen", casus=nu)
    daar.weigert(Code.BESTAAT_AL, "casus.invoeren", bestand=inhoud)
    daar.weigert(Code.BESTAAT_AL, "casus.invoeren", bestand=_als_bestand(verder, via))


def test_een_eigen_vernietigde_casus_houdt_die_van_een_ander_huis_niet_tegen() -> None:
    hier, daar = besproken(), _huis(besproken())
    daar.doe("casus.vernietigen")
    assert daar.doe("casus.invoeren", bestand=_als_bestand(hier, "K-1"))["casus"] != "K-1"


def test_een_tweede_casus_van_hetzelfde_overleg_hangt_aan_hetzelfde_overleg() -> None:
    hier = besproken()
    bestand = _als_bestand(hier, "K-1")
    daar = _huis(_botsend(hier))
    daar.doe("casus.invoeren", bestand=bestand)
    aantal = len(daar.opslag.zoek(Overleg))
    tweede = json.loads(bestand.replace(b'"K-1"', b'"K-2"'))
    for naam in ("inbreng", "afspraak", "toestemming", "verzoek", "vraagkaart"):
        tweede["waarden"][naam] = []
    for naam in ("meeneming", "uitgifte", "rectificatie", "weglating"):
        tweede["waarden"][naam] = []
    daar.doe("casus.invoeren", bestand=json.dumps(tweede).encode())
    assert len(daar.opslag.zoek(Overleg)) == aantal


# --- dezelfde regels als de handelingen ---


def _zet(naam: str, **velden: object) -> Any:
    return lambda boom: boom["waarden"][naam][0].update(velden)


REGELS: dict[str, tuple[Any, str, str]] = {
    "geen doel": (_zet("casus", doel=" "), "waarden.casus[0]", "doel"),
    "niet gewogen": (lambda b: b["waarden"].update(weging=[]), "waarden.casus[0]", "gewogen"),
    "criterium ontbreekt": (_zet("weging", criterium_b=""), "waarden.weging[0]", "criteri"),
    "niet bevoegd": (_zet("weging", beoordelaars=["zvh"]), "waarden.weging[0]", "oordelen"),
    "kring zonder relatie": (_zet("kringpersoon", relatie=""), "waarden.kringpersoon[0]", ""),
    "stoel zonder noodzaak": (_zet("deelname", noodzaak=""), "waarden.deelname[0]", "nodig"),
    "taak van een ander": (_zet("deelname", taak="behandeling"), "waarden.deelname[0]", "taak"),
    "geen grondslag": (_zet("inbreng", grondslag=""), "waarden.inbreng[0]", "grondslag"),
    "grondslag van een ander": (
        _zet("inbreng", grondslag="wgs-2-29"), "waarden.inbreng[0]", "grondslag",
    ),
    "geen noodzaak": (_zet("inbreng", noodzaak=""), "waarden.inbreng[0]", "nodig"),
    "weg na vaststellen": (_zet("inbreng", lot="niemand"), "waarden.inbreng[0]", "vernietigd"),
    "tekst na schrappen": (_zet("inbreng", lot="geschrapt"), "waarden.inbreng[0]", "vernietigd"),
    "mee zonder afspraak": (
        _zet("meeneming", ontvanger="zvh"), "waarden.meeneming[0]", "afspraak",
    ),
    "afspraak van wie er niet was": (
        lambda b: b["waarden"].update(
            deelname=[d for d in b["waarden"]["deelname"] if d["professional"] != "college"]
        ),
        "waarden.afspraak[0]", "toegelaten",
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", REGELS)
def test_wat_geen_handeling_toelaat_komt_er_ook_als_bestand_niet_in(naam: str) -> None:
    breek, plek, woord = REGELS[naam]
    hier = besproken()
    boom = json.loads(_als_bestand(hier, "K-1"))
    breek(boom)
    daar = Tafel()
    zet(daar.opslag, hier.haal(Instelling, HUIS))
    with pytest.raises(Exception, match=r"\(waarden") as gevangen:
        daar.doe("casus.invoeren", bestand=json.dumps(boom).encode())
    zin = str(gevangen.value)
    assert plek in zin
    assert woord.casefold() in zin.casefold()


def test_een_toestemming_die_later_is_ingetrokken_houdt_niet_tegen_wat_al_gedeeld_was() -> None:
    hier = besproken()
    boom = json.loads(_als_bestand(hier, "K-1"))
    for rij in boom["waarden"]["toestemming"]:
        rij["ingetrokken_op"] = str(VANDAAG)
    daar = Tafel()
    zet(daar.opslag, hier.haal(Instelling, HUIS))
    daar.doe("casus.invoeren", bestand=json.dumps(boom).encode())


# --- een ander leest het schema ---

STRENG = Draft202012Validator(json.loads(schema()), format_checker=FormatChecker(("date",)))


def test_het_schema_is_zelf_een_geldig_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema()))


def test_een_onafhankelijke_lezer_vindt_niets_op_ons_bestand() -> None:
    assert list(STRENG.iter_errors(json.loads(_als_bestand(besproken(), "K-1")))) == []


@pytest.mark.parametrize("soort", SOORTEN, ids=tabel)
def test_een_onafhankelijke_lezer_ziet_een_veld_dat_ontbreekt_of_te_veel_is(soort: type) -> None:
    boom = json.loads(_als_bestand(besproken(), "K-1"))
    rijen = boom["waarden"][tabel(soort)]
    rijen.append({"iets": 1})
    assert not STRENG.is_valid(boom)
    rijen.pop()
    del boom["waarden"][tabel(soort)]
    assert not STRENG.is_valid(boom)


@pytest.mark.parametrize(
    ("naam", "veld", "waarde"),
    [
        ("casus", "aangemeld_op", "24-11-2026"),
        ("casus", "fase", "weg"),
        ("inbreng", "kern", 3),
        ("weging", "in_behandeling", "ja"),
        ("bespreking", "minuten", -1),
    ],
)
def test_een_onafhankelijke_lezer_ziet_een_verkeerde_waarde(
    naam: str, veld: str, waarde: object
) -> None:
    boom = json.loads(_als_bestand(besproken(), "K-1"))
    boom["waarden"][naam][0][veld] = waarde
    assert not STRENG.is_valid(boom)
