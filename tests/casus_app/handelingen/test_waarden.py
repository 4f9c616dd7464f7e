"""Verwijzingen die er niet zijn, waarden die niet kunnen, aanduidingen die al bestaan."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from casus_app.handelingen import HANDELINGEN
from casus_app.weigeringen import Code
from tests.bouw import (
    MARKERING,
    NIEUW,
    VANDAAG,
    Geval,
    Tafel,
    een_huis,
    een_tafel,
    een_volle_tafel,
    elk,
)

VER = date(9999, 12, 31)

VERWIJZINGEN: dict[str, tuple[str, ...]] = {
    "professional.registreren": ("partij",),
    "geheimhouding.ondertekenen": ("professional",),
    "casus.aanmelden": ("aanmelder",),
    "casus.wegen": ("casus", "beoordelaars"),
    "betrokkene.informeren": ("casus",),
    "betrokkene.uitstellen": ("casus", "beoordelaar"),
    "betrokkene.uitnodigen": ("casus", "overleg"),
    "betrokkene.niet-uitnodigen": ("casus", "overleg"),
    "toestemming.vastleggen": ("casus", "van", "aan", "ontvangers"),
    "toestemming.intrekken": ("toestemming",),
    "overleg.plannen": ("voorzitter",),
    "overleg.agenderen": ("overleg", "casus"),
    "deelname.toelaten": ("overleg", "casus", "professional"),
    "deelname.intrekken": ("overleg", "casus", "professional"),
    "overleg.ordenen": ("overleg", "vast", "gewicht", "beschikbaar"),
    "overleg.uitnodigen": ("overleg",),
    "bespreking.openen": ("overleg", "casus", "aanwezig"),
    "bespreking.binnenlaten": ("overleg", "casus", "professional"),
    "bespreking.uitlaten": ("overleg", "casus", "professional"),
    "inbreng.vastleggen": ("overleg", "casus", "inbrenger", "toestemming"),
    "inbreng.schrappen": ("inbreng",),
    "afspraak.maken": ("overleg", "casus", "uitvoerder"),
    "meenemen.toestaan": ("inbreng", "door", "ontvanger", "afspraak"),
    "meenemen.niemand": ("inbreng", "door"),
    "bespreking.besluiten": ("overleg", "casus", "aanspreekpunt"),
    "bespreking.sluiten": ("overleg", "casus"),
    "bespreking.doorschuiven": ("overleg", "casus"),
    "overleg.vaststellen": ("overleg",),
    "verslag.maken": ("overleg", "ontvanger"),
    "plan.maken": ("casus",),
    "betrokkene.brief": ("casus",),
    "afspraak.bijwerken": ("afspraak",),
    "casus.sluiten": ("casus", "beoordelaars"),
    "casus.heropenen": ("casus", "beoordelaars"),
    "casus.verlengen": ("casus", "instemming"),
    "casus.vernietigen": ("casus",),
    "verzoek.registreren": ("casus",),
    "verzoek.afhandelen": ("verzoek",),
    "inzage.maken": ("casus",),
    "toon.casus": ("casus",),
    "toon.overleg": ("overleg",),
    "toon.bespreking": ("overleg", "casus"),
}
"""Elk veld dat naar iets verwijst; wat ernaast staat in draaiboek.md is een keuze of een tekst."""

NERGENS = "bestaat-niet"
_LIJSTEN = {"beoordelaars", "ontvangers", "aanwezig", "instemming"}


def _naar_nergens(veld: str) -> object:
    if veld in _LIJSTEN:
        return ["politie", NERGENS] if veld != "ontvangers" else ["p-politie", NERGENS]
    return {
        "vast": [{"casus": NERGENS, "plek": 1}],
        "gewicht": {NERGENS: 1},
        "beschikbaar": {NERGENS: {}},
    }.get(veld, NERGENS)


@pytest.mark.parametrize(
    ("naam", "veld"), [(naam, veld) for naam, velden in VERWIJZINGEN.items() for veld in velden]
)
def test_wat_er_niet_is_kan_niet_worden_aangewezen(naam: str, veld: str) -> None:
    """Ook niet als niets anders klopt: een verwijzing gaat vóór de rol."""
    for als in ("coordinator", "beheerder", "fg"):
        velden = {**NIEUW.get(naam, {}), veld: _naar_nergens(veld)}
        een_volle_tafel().weigert(Code.ONBEKEND, naam, als=als, **velden)


def test_een_casus_die_niet_op_dit_overleg_staat_is_daar_onbekend() -> None:
    tafel = een_tafel()
    tafel.doe("casus.aanmelden", id="K-2")
    for naam in ("bespreking.openen", "betrokkene.uitnodigen", "bespreking.doorschuiven"):
        tafel.weigert(Code.ONBEKEND, naam, casus="K-2")


def _geval(  # noqa: PLR0917 (een rij in een tabel)
    zin: str,
    code: Code,
    naam: str,
    fout: dict[str, Any],
    goed: dict[str, Any],
    klaar: Callable[[], Tafel] = een_tafel,
) -> Geval:
    return Geval(zin=zin, code=code, naam=naam, fout=fout, goed=goed, klaar=klaar)


def _ongeldig(
    zin: str,
    naam: str,
    fout: dict[str, Any],
    goed: dict[str, Any],
    klaar: Callable[[], Tafel] = een_tafel,
) -> Geval:
    return _geval(zin, Code.ONGELDIG, naam, fout, goed, klaar)


def leeg() -> Tafel:
    """Een kluis waarin nog niets staat."""
    return Tafel()


def gemachtigd() -> Tafel:
    """t1 is gegeven."""
    tafel = een_tafel()
    tafel.doe("toestemming.vastleggen")
    return tafel


def geschrapt() -> Tafel:
    """i1 is geschrapt, i2 niet."""
    tafel = een_tafel().open().breng_in().breng_in("i2").spreek_af()
    tafel.doe("inbreng.schrappen")
    return tafel


def afgehandeld() -> Tafel:
    """v1 is afgehandeld, v2 niet."""
    tafel = een_volle_tafel()
    tafel.doe("verzoek.afhandelen")
    tafel.doe("verzoek.registreren", id="v2")
    return tafel


_KEUZES = (
    ("partij.registreren", "soort", "voetbalclub", "politie", {"id": "p-x"}),
    ("casus.wegen", "uitkomst", "misschien", "niet-in-behandeling", {}),
    ("casus.wegen", "uitkomst", "afgesloten", "in-behandeling", {}),
    ("betrokkene.uitstellen", "grond", "uavg-41-z", "uavg-41-j", {}),
    ("betrokkene.uitstellen", "grond", "", "avg-14-5-b", {}),
    ("overleg.agenderen", "soort", "vergadering", "weging", {"overleg": "o2"}),
    ("deelname.toelaten", "rol", "toehoorder", "adviseur", {"professional": "om"}),
    (
        "deelname.toelaten",
        "taak",
        "toveren",
        "strafrechtelijke-handhaving",
        {"professional": "om"},
    ),
    ("deelname.toelaten", "pet", "hoge-hoed", "toeleiding", {"professional": "wijkteam"}),
    ("inbreng.vastleggen", "niveau", "alles", "dat", {"id": "i9"}),
    ("inbreng.vastleggen", "grondslag", "gezond-verstand", "wgs-1-5-wpg", {"id": "i9"}),
    ("inbreng.vastleggen", "route", "sluiproute", "rechtstreeks-betrokken", {"id": "i9"}),
    ("afspraak.bijwerken", "stand", "bijna", "niet-meer-mogelijk", {}),
    ("verzoek.registreren", "soort", "klacht", "bezwaar", {"id": "v9"}),
)


def keuzetafel() -> Tafel:
    """Zoals `een_volle_tafel`, met een tweede overleg."""
    tafel = een_volle_tafel()
    tafel.doe("overleg.plannen", id="o2")
    return tafel


_VERPLICHT = {
    "instelling.inrichten": ("naam", "verantwoordelijke", "contactpunt", "fg"),
    "partij.registreren": ("naam",),
    "professional.registreren": ("naam", "functie"),
    "casus.aanmelden": ("aanleiding",),
    "casus.wegen": ("motivering",),
    "betrokkene.informeren": ("wijze",),
    "betrokkene.uitstellen": ("motivering",),
    "betrokkene.niet-uitnodigen": ("zwaarwegend_belang",),
    "toestemming.vastleggen": ("gegevens", "doel", "wijze"),
    "overleg.plannen": ("plaats",),
    "deelname.intrekken": ("reden",),
    "inbreng.vastleggen": ("kern",),
    "inbreng.schrappen": ("reden",),
    "afspraak.maken": ("wat",),
    "bespreking.besluiten": ("besluit",),
    "bespreking.doorschuiven": ("reden",),
    "casus.sluiten": ("reden", "bij_terugval"),
    "casus.verlengen": ("motivering",),
    "casus.vernietigen": ("reden",),
    "verzoek.afhandelen": ("besluit", "motivering"),
}
_NIET_ALS_OPEN = {"casus.sluiten", "casus.vernietigen", "bespreking.doorschuiven"}


def _kringlid(id: str) -> dict[str, str]:
    return {"id": id, "naam": "N", "relatie": "kind", "noodzaak": "x"}


GEVALLEN = [
    *(
        _ongeldig(
            f"{naam} kent geen {veld} '{fout}'",
            naam,
            {**velden, veld: fout},
            {veld: goed},
            keuzetafel,
        )
        for naam, veld, fout, goed, velden in _KEUZES
    ),
    *(
        _ongeldig(
            f"{naam} zonder {veld} zegt niets",
            naam,
            {**NIEUW.get(naam, {}), veld: " \n"},
            {veld: "Iets."},
            leeg
            if naam == "instelling.inrichten"
            else (een_tafel if naam in _NIET_ALS_OPEN else een_volle_tafel),
        )
        for naam, velden in _VERPLICHT.items()
        for veld in velden
    ),
    *(
        _ongeldig(
            f"een criterium is een toelichting of nee, niet alleen ja ({letter})",
            "casus.wegen",
            {"criteria": {letter: True}, "uitkomst": "niet-in-behandeling"},
            {"criteria": {letter: False}},
        )
        for letter in "abcd"
    ),
    *(
        _ongeldig(
            f"een overleg begint niet om '{fout}'",
            "overleg.plannen",
            {"id": "o2", "begin": fout},
            {"begin": "23:59"},
        )
        for fout in ("9:00", "24:00", "12:60", "negen uur", "", "09:00\n", "٠٩:٠٠")
    ),
    *(
        _ongeldig(
            f"een casus duurt geen {fout} minuten",
            "overleg.agenderen",
            {"overleg": "o2", "minuten": fout},
            {"minuten": goed},
            keuzetafel,
        )
        for fout, goed in ((0, 1), (-5, 5), (481, 480), (10**30, 480))
    ),
    _ongeldig("nul maanden verlengen kan niet", "casus.verlengen", {"maanden": 0}, {"maanden": 1}),
    _ongeldig(
        "minder dan nul maanden verlengen kan niet",
        "casus.verlengen",
        {"maanden": -(10**30)},
        {"maanden": 24},
    ),
    _ongeldig(
        "de bewaartermijn is hoogstens vijf jaar onder de wgs",
        "instelling.inrichten",
        {"bewaartermijn_maanden": 61},
        {"bewaartermijn_maanden": 60},
        leeg,
    ),
    _ongeldig(
        "een bewaartermijn van niets kan niet",
        "instelling.inrichten",
        {"bewaartermijn_maanden": 0},
        {"bewaartermijn_maanden": 1},
        leeg,
    ),
    _ongeldig(
        "een termijn in het verleden kan niet",
        "instelling.inrichten",
        {"aanmelding_dagen": -1},
        {"aanmelding_dagen": 0},
        leeg,
    ),
    *(
        _ongeldig(
            f"'{fout}' is geen e-mailadres",
            "professional.registreren",
            {"id": "x", "partij": "p-om", "email": fout},
            {"email": "x@om.example"},
        )
        for fout in ("x", "@om", "x@")
    ),
    _ongeldig(
        "een afspraak is niet klaar voordat het overleg er was",
        "afspraak.maken",
        {"id": "a9", "uiterlijk": date(2026, 11, 15)},
        {"uiterlijk": VANDAAG},
        een_volle_tafel,
    ),
    _ongeldig(
        "een evaluatie ligt niet voor het overleg",
        "bespreking.besluiten",
        {"evaluatie_op": date(2026, 11, 15)},
        {"evaluatie_op": date(2026, 11, 24)},
        een_volle_tafel,
    ),
    _ongeldig(
        "intrekken kan niet voor de dag van de toestemming",
        "toestemming.intrekken",
        {"datum": date(2026, 11, 15)},
        {"datum": VANDAAG},
        gemachtigd,
    ),
    _ongeldig(
        "wie er al is komt niet nog eens binnen",
        "bespreking.binnenlaten",
        {"professional": "politie"},
        {"professional": "ggz"},
        lambda: een_tafel().open("zvh", "politie"),
    ),
    _ongeldig(
        "de klok gaat niet terug",
        "klok.zetten",
        {"datum": date(2026, 11, 15)},
        {"datum": VANDAAG},
    ),
    _ongeldig(
        "wat geschrapt is kan niet nog eens geschrapt",
        "inbreng.schrappen",
        {"inbreng": "i1"},
        {"inbreng": "i2"},
        geschrapt,
    ),
    _ongeldig(
        "wat geschrapt is neemt niemand mee",
        "meenemen.toestaan",
        {"inbreng": "i1"},
        {"inbreng": "i2"},
        geschrapt,
    ),
    _ongeldig(
        "over wat geschrapt is valt niets te zeggen",
        "meenemen.niemand",
        {"inbreng": "i1"},
        {"inbreng": "i2"},
        geschrapt,
    ),
    _ongeldig(
        "wie iets inbracht heeft het al",
        "meenemen.toestaan",
        {"ontvanger": "politie", "afspraak": "a2"},
        {"ontvanger": "college", "afspraak": "a1"},
        lambda: een_volle_tafel().spreek_af("a2", "politie"),
    ),
    _ongeldig(
        "een verzoek wordt een keer afgehandeld",
        "verzoek.afhandelen",
        {"verzoek": "v1"},
        {"verzoek": "v2"},
        afgehandeld,
    ),
    _ongeldig(
        "een casus die op tafel ligt gaat niet dicht",
        "casus.sluiten",
        {"casus": "K-1"},
        {"casus": "K-2"},
        lambda: (tafel := een_volle_tafel(), tafel.doe("casus.aanmelden", id="K-2"))[0],
    ),
    _ongeldig(
        "een casus die op tafel ligt wordt niet vernietigd",
        "casus.vernietigen",
        {"casus": "K-1"},
        {"casus": "K-2"},
        lambda: (tafel := een_volle_tafel(), tafel.doe("casus.aanmelden", id="K-2"))[0],
    ),
    *(
        _ongeldig(
            f"een casus heeft op de agenda geen vaste plek {wat}",
            "overleg.ordenen",
            {"vast": fout},
            {"vast": [{"casus": "K-1", "plek": 1}]},
        )
        for wat, fout in (
            ("nul", [{"casus": "K-1", "plek": 0}]),
            ("die er niet is", [{"casus": "K-1", "plek": 2}]),
            ("twee keer", [{"casus": "K-1", "plek": 1}, {"casus": "K-1", "plek": 1}]),
        )
    ),
    *(
        _ongeldig(
            f"een gewicht kan niet {fout} zijn",
            "overleg.ordenen",
            {"gewicht": {"politie": fout}},
            {"gewicht": {"politie": 0}},
        )
        for fout in (-1, -0.5, float("nan"), float("inf"))
    ),
    *(
        _ongeldig(
            f"niemand kan er zijn {wat}",
            "overleg.ordenen",
            {"beschikbaar": {"politie": venster}},
            {"beschikbaar": {"politie": {"van": "09:00", "tot": "12:00"}}},
        )
        for wat, venster in (
            ("om kwart voor nooit", {"van": "nooit"}),
            ("zonder uur", {"tot": ""}),
            ("nadat hij weg is", {"van": "12:00", "tot": "09:00"}),
            ("als het overleg voorbij is", {"van": "18:00"}),
        )
    ),
    *(
        _ongeldig(
            f"een kring met {wat} kan niet",
            "casus.aanmelden",
            {"id": "K-2", "kring": [_kringlid(wie) for wie in fout]},
            {"kring": [_kringlid(wie) for wie in ("a", "b")]},
        )
        for wat, fout in {
            "twee keer dezelfde": ("a", "a"),
            "de betrokkene zelf": ("a", "betrokkene"),
            "een naamloze": ("a", ""),
        }.items()
    ),
    *(
        _ongeldig(
            f"een aanduiding is een kort woord ({wat})",
            "casus.aanmelden",
            {"id": fout},
            {"id": "K-2.b_3"},
        )
        for wat, fout in {
            "leeg": "",
            "spatie": "K 2",
            "pad": "../K-2",
            "streep voor": "-K",
            "te lang": "K" * 65,
            "regel": "K\n2",
        }.items()
    ),
    *(
        _ongeldig(
            f"een tekst zonder leesbare tekens kan niet ({wat})",
            "casus.aanmelden",
            {"id": "K-2", "aanleiding": fout},
            {"aanleiding": goed},
        )
        for wat, fout, goed in (
            ("nul-teken", "a\0b", "ab"),
            ("half teken", "a\ud800b", "a\U0001f600b"),
            ("te lang", "a" * 20_001, "a" * 20_000),
        )
    ),
    _geval(
        "een huis wordt een keer ingericht",
        Code.BESTAAT_AL,
        "instelling.inrichten",
        {},
        {},
        een_huis,
    ),
    *(
        _geval(
            f"{naam}: {sleutel} bestaat al",
            Code.BESTAAT_AL,
            naam,
            {**velden, "id": sleutel},
            {"id": "x"},
            een_volle_tafel,
        )
        for naam, sleutel, velden in (
            ("partij.registreren", "p-om", {}),
            ("professional.registreren", "om", {"partij": "p-om"}),
            ("casus.aanmelden", "K-1", {}),
            ("toestemming.vastleggen", "t1", {}),
            ("overleg.plannen", "o1", {}),
            ("inbreng.vastleggen", "i1", {}),
            ("afspraak.maken", "a1", {}),
            ("verzoek.registreren", "v1", {}),
        )
    ),
    _geval(
        "een casus staat een keer op een agenda",
        Code.BESTAAT_AL,
        "overleg.agenderen",
        {},
        {"overleg": "o2"},
        keuzetafel,
    ),
    _geval(
        "iemand heeft een stoel per casus",
        Code.BESTAAT_AL,
        "deelname.toelaten",
        {"professional": "politie"},
        {"professional": "politie2"},
        een_volle_tafel,
    ),
    _geval(
        "hetzelfde wordt een keer meegegeven",
        Code.BESTAAT_AL,
        "meenemen.toestaan",
        {},
        {"afspraak": "a2"},
        lambda: (tafel := een_volle_tafel().spreek_af("a2"), tafel.doe("meenemen.toestaan"))[0],
    ),
    _geval(
        "een kapotte verwijzing wijst niets aan",
        Code.ONBEKEND,
        "toon.casus",
        {"casus": NERGENS},
        {"casus": "K-1"},
    ),
]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk([geval for geval in GEVALLEN if geval.goed])
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


@pytest.mark.parametrize(
    ("kader", "maanden", "dagen"),
    [("convenant", 10**6, 28), ("wams", 10**30, 28), ("wgs", 60, 10**10), ("wgs", 60, 10**30)],
)
def test_een_termijn_buiten_elke_kalender_maakt_niets_stuk(
    kader: str, maanden: int, dagen: int
) -> None:
    """Een waarde die niet kan is `ongeldig`, en nooit later een fout van het programma."""
    tafel = Tafel(kader)
    if not _lukt(
        tafel, "instelling.inrichten", bewaartermijn_maanden=maanden, aanmelding_dagen=dagen
    ):
        return
    tafel.doe("partij.registreren", id="p")
    tafel.doe("professional.registreren", id="politie", partij="p")
    tafel.doe("casus.aanmelden", id="K-1")
    tafel.doe("casus.wegen", uitkomst="niet-in-behandeling")


def test_een_verzoek_op_de_laatste_dag_van_de_kalender_maakt_niets_stuk() -> None:
    _lukt(een_tafel(), "verzoek.registreren", ontvangen_op=VER)


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("casus.aanmelden", {"id": "K-2"}),
        ("casus.wegen", {"uitkomst": "niet-in-behandeling"}),
        ("casus.verlengen", {}),
        ("termijnen.nalopen", {}),
    ],
)
def test_de_laatste_dag_van_de_kalender_maakt_niets_stuk(
    naam: str, velden: dict[str, Any]
) -> None:
    tafel = een_tafel()
    if _lukt(tafel, "klok.zetten", datum=VER):
        _lukt(tafel, naam, **velden)


def _lukt(tafel: Tafel, naam: str, /, **velden: Any) -> bool:
    """Het lukt, of het wordt geweigerd als `ongeldig`; iets anders is een fout."""
    code = tafel.probeer(naam, **velden)
    assert code in {None, Code.ONGELDIG}
    return code is None


def test_elke_verwijzing_hierboven_is_een_veld_van_haar_handeling() -> None:
    for naam, velden in VERWIJZINGEN.items():
        assert set(velden) <= set(HANDELINGEN[naam].__struct_fields__), naam


def test_een_vrije_aanduiding_komt_na_vernietiging_weer_vrij() -> None:
    tafel = een_tafel()
    tafel.doe("casus.vernietigen")
    tafel.doe("casus.aanmelden", id="K-1", aanleiding=MARKERING)
