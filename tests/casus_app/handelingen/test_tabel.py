"""De tabellen van draaiboek.md, hier nog eens opgeschreven, tegen wat het programma kent.

Elke handeling met precies haar velden, elke weigering met een zin die helpt, haar bron, een eigen
toets en een naaste buur.
"""

import importlib
import re
from collections import Counter

import msgspec
import pytest

from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN
from casus_app.handelingen.aanmelding import BetrokkeneVorm, Criteria, KringVorm
from casus_app.handelingen.volgorde import VastePlek, VensterVorm
from casus_app.rollen import MAG
from casus_app.weigeringen import UITLEG, Code
from tests.bouw import STANDAARD, Geval

STAPPEN = """
instelling.inrichten | naam, verantwoordelijke, contactpunt, fg, bewaartermijn_maanden?, \
aanmelding_dagen?
partij.registreren | id, soort, naam
professional.registreren | id, partij, naam, functie, email?
geheimhouding.ondertekenen | professional, datum
casus.aanmelden | id, aanmelder, doel, aanleiding, leefgebieden, betrokkene, kring?, categorieen?
casus.wegen | casus, beoordelaars, criteria, domeinen?, uitkomst, motivering
betrokkene.informeren | casus, wijze, datum
betrokkene.uitstellen | casus, grond, motivering, beoordelaar, heroverwegen_op
betrokkene.uitnodigen | casus, overleg
betrokkene.niet-uitnodigen | casus, overleg, zwaarwegend_belang
toestemming.vastleggen | id, casus, van, aan, gegevens, ontvangers, doel, wijze, datum
toestemming.intrekken | toestemming, datum
overleg.plannen | id, datum, begin, plaats, voorzitter
overleg.agenderen | overleg, casus, minuten, vraag, soort?
deelname.toelaten | overleg, casus, professional, rol, taak, noodzaak, pet?
deelname.intrekken | overleg, casus, professional, reden
overleg.ordenen | overleg, beschikbaar?, vast?, gewicht?
overleg.uitnodigen | overleg
bespreking.openen | overleg, casus, aanwezig
bespreking.binnenlaten | overleg, casus, professional
bespreking.uitlaten | overleg, casus, professional
inbreng.vastleggen | id, overleg, casus, inbrenger, over, categorie, niveau, grondslag, noodzaak, \
kern, route?, toestemming?, motivering?
inbreng.schrappen | inbreng, reden
afspraak.maken | id, overleg, casus, uitvoerder, wat, uiterlijk, klaar_als?
meenemen.toestaan | inbreng, door, ontvanger, afspraak, voorwaarden?, bewaren_tot?
meenemen.niemand | inbreng, door
bespreking.besluiten | overleg, casus, besluit, aanspreekpunt, evaluatie_op, klaar_als?
bespreking.sluiten | overleg, casus
bespreking.doorschuiven | overleg, casus, reden
overleg.vaststellen | overleg
verslag.maken | overleg, ontvanger
plan.maken | casus
betrokkene.brief | casus
afspraak.bijwerken | afspraak, stand, toelichting?
casus.sluiten | casus, beoordelaars, reden, bij_terugval
casus.heropenen | casus, beoordelaars, reden
casus.verlengen | casus, maanden, motivering, instemming
casus.vernietigen | casus, reden
verzoek.registreren | id, casus, soort, ontvangen_op
verzoek.afhandelen | verzoek, besluit, motivering
inzage.maken | casus
termijnen.nalopen |
klok.zetten | datum
logboek.controleren |
toon.casus | casus
toon.overleg | overleg
toon.bespreking | overleg, casus
"""

VORMEN = {
    BetrokkeneVorm: "naam, geboortedatum?",
    KringVorm: "id, naam, relatie, noodzaak",
    Criteria: "a?, b?, c?, d?",
    VensterVorm: "van?, tot?",
    VastePlek: "casus, plek",
}

BRONNEN = {
    Code.GEEN_DOEL: "AVG 5(1)(b); WGS 2.25",
    Code.CASUS_NIET_GEWOGEN: "WGS 2.31 lid 2; BGS 2.20",
    Code.CRITERIA_NIET_VOLDAAN: "BGS 2.20; MvT Wams 2.1",
    Code.BEOORDELAAR_NIET_BEVOEGD: "WGS 2.31 lid 2, 8",
    Code.GEEN_TAAK: "vraag 33; WGS 2.31 lid 4",
    Code.TAAK_NIET_VAN_PARTIJ: "WGS 2.27",
    Code.GEEN_NOODZAAK: "vraag 33; Wams 5.4.3",
    Code.PET_ONTBREEKT: "vraag 26, 30",
    Code.GEEN_GEHEIMHOUDINGSVERKLARING: "BGS 2.21 lid 2",
    Code.BETROKKENE_NIET_GEINFORMEERD: "vraag 36; BGS 1.3",
    Code.UITNODIGING_ONTBREEKT: "Wams 5.4.3",
    Code.NIET_TOEGELATEN: "vraag 33",
    Code.CATEGORIE_NIET_TOEGESTAAN: "WGS 2.30; UAVG 22-33",
    Code.PERSOON_BUITEN_KRING: "BGS 2.19",
    Code.GEEN_GRONDSLAG: "AVG 6, 9, 10",
    Code.CONVENANT_IS_GEEN_GRONDSLAG: "vraag 31",
    Code.TOESTEMMING_IS_GEEN_GRONDSLAG: "AP 2016; vraag 19, 32",
    Code.VITAAL_BELANG_ALLEEN_ACUUT: "vraag 27, 35",
    Code.GRONDSLAG_NIET_VAN_PARTIJ: "WGS 1.5",
    Code.GEHEIM_NIET_DOORBROKEN: "WGS 2.29 lid 2; 7:457 BW; 7.3.11 Jw",
    Code.MOTIVERING_ONTBREEKT: "vraag 34",
    Code.TOESTEMMING_DEKT_NIET: "vraag 32",
    Code.TOESTEMMING_INGETROKKEN: "vraag 32",
    Code.MELDRECHT_DEKT_TAFEL_NIET: "NVO 5.2.6 1:240 7.3.11 lid 4",
    Code.NIVEAU_TE_HOOG: "Startnotitie 7.2",
    Code.ADVISEUR_NEEMT_NIETS_MEE: "vraag 33",
    Code.ALLEEN_DE_INBRENGER: "vraag 33; WGS 2.29 lid 3",
    Code.GEEN_AFSPRAAK: "vraag 33",
    Code.INBRENG_ONBESLIST: "vraag 33",
    Code.BESLUIT_ONTBREEKT: "Wams",
    Code.CASUS_AFGESCHERMD: "WGS 2.31 lid 8",
    Code.TERMIJN_TE_LANG: "BGS 1.16",
    Code.ROL_NIET_BEVOEGD: "WGS 1.8 lid 2",
}
"""De bronnen van de tabel van weigeringen; wat hier niet staat heeft er geen."""

TOETSEN = (
    "aan_tafel",
    "aanmelden_en_wegen",
    "afronden",
    "afscherming",
    "inbreng",
    "meenemen",
    "rollen",
    "toelaten",
    "vraagkaart",
    "waarden",
)


def _velden(tekst: str) -> dict[str, bool]:
    """Per veld of het moet."""
    namen = [naam.strip() for naam in tekst.split(",") if naam.strip()]
    return {naam.removesuffix("?"): not naam.endswith("?") for naam in namen}


def _stappen() -> dict[str, dict[str, bool]]:
    regels = (regel.split("|") for regel in STAPPEN.strip().splitlines())
    return {naam.strip(): _velden(velden) for naam, velden in regels}


def _van(klasse: type) -> dict[str, bool]:
    return {veld.name: veld.required for veld in msgspec.structs.fields(klasse)}


def _gevallen() -> list[Geval]:
    modulen = (importlib.import_module(f"tests.casus_app.handelingen.test_{t}") for t in TOETSEN)
    return [geval for module in modulen for geval in module.GEVALLEN]


def test_alle_handelingen_van_het_draaiboek_bestaan() -> None:
    assert set(_stappen()) <= set(HANDELINGEN)


def test_de_bouwer_kent_elke_handeling_van_het_draaiboek() -> None:
    assert set(STANDAARD) == set(_stappen())


@pytest.mark.parametrize("naam", sorted(_stappen()))
def test_een_handeling_heeft_precies_de_velden_van_het_draaiboek(naam: str) -> None:
    assert _van(HANDELINGEN[naam]) == _stappen()[naam]


@pytest.mark.parametrize("vorm", VORMEN, ids=lambda vorm: vorm.__name__)
def test_een_groep_velden_heeft_precies_de_velden_van_het_draaiboek(vorm: type) -> None:
    assert _van(vorm) == _velden(VORMEN[vorm])


def test_elke_handeling_staat_in_de_tabel_van_rollen_en_de_coordinator_mag_alles() -> None:
    assert set(MAG) == {*HANDELINGEN, *SCHERMHANDELINGEN}
    assert all("coordinator" in rollen for rollen in MAG.values())


@pytest.mark.parametrize("code", list(Code))
def test_elke_weigering_zegt_in_een_zin_wat_er_is_en_wat_u_kunt_doen(code: Code) -> None:
    melding = UITLEG[code].melding
    assert melding.endswith(".")
    assert melding[0].isupper()
    assert len(re.findall(r"[.;:,](?:\s|$)", melding)) > 1
    assert len(melding) < 220
    assert not re.search(r"\d{4}|[{}<>_`]", melding)


@pytest.mark.parametrize("code", list(Code))
def test_elke_weigering_noemt_de_bron_van_de_tabel(code: Code) -> None:
    getallen = _getallen(BRONNEN.get(code, ""))
    assert getallen <= _getallen(UITLEG[code].bron)
    assert bool(UITLEG[code].bron) == (code in BRONNEN)


def _getallen(bron: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.:]\d+)*", bron))


@pytest.mark.parametrize("code", list(Code))
def test_elke_weigering_heeft_een_eigen_toets_en_een_naaste_buur(code: Code) -> None:
    eigen = [geval for geval in _gevallen() if geval.code is code]
    assert eigen
    assert any(geval.goed or geval.eerst or geval.als != geval.goed_als for geval in eigen)


def test_elk_geval_heeft_een_eigen_zin() -> None:
    dubbel = [zin for zin, keer in Counter(geval.zin for geval in _gevallen()).items() if keer > 1]
    assert dubbel == []
