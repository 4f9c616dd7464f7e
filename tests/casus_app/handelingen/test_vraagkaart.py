"""De vraagkaart: dezelfde regels als een stoel en een inbreng, alleen zonder stoel."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.overleg import Deelname
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.regels.vraagkaart import NIET_VOOR_IEDEREEN, STOEL_GEKREGEN
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code, Weigering
from tests.bouw import (
    MARKERING,
    OVERLEGDAG,
    SCHERM,
    VANDAAG,
    Geval,
    Tafel,
    een_casus,
    een_huis,
    een_tafel,
    elk,
)

KAART = [naam for naam in SCHERM if naam.startswith("vraagkaart.")]
STEL, MAAK, ANTWOORD, TREK_IN = KAART
"""De vier handelingen, in deze volgorde."""

TAAK = {"taak": "strafrechtelijke-handhaving"}
GROND = {"grondslag": "wgs-1-5-wjsg"}
COLLEGE2 = {
    "id": "vk2",
    "professional": "college2",
    "taak": "wmo",
    "categorie": "voorzieningen",
    "grondslag": "wgs-1-5",
}
WIJKTEAM = {
    "professional": "wijkteam",
    "taak": "hulpverlening",
    "categorie": "hulpverlening",
    "grondslag": "wgs-2-29",
}
DERDE = {
    "professional": "slachtofferhulp",
    "taak": "slachtofferhulp",
    "categorie": "relaties",
    "grondslag": "wgs-2-31-derde",
}
ARTS = {
    "professional": "huisarts",
    "taak": "huisartsenzorg",
    "categorie": "gezondheid",
    "grondslag": "wgs-2-31-derde",
}
MET_JA = {"route": "toestemming", "toestemming": "t2"}
MET_REDEN = {"route": "goed-hulpverlenerschap", "motivering": f"{MARKERING} motivering"}
MELDRECHT = {"route": "wettelijke-bevoegdheid", "motivering": "Wmo artikel 5.2.6"}
AAN_TAFEL = ["p-zvh", "p-politie", "p-college", "p-ggz"]
Klaar = Callable[[], Tafel]


@cache
def _gevraagd() -> Tafel:
    tafel = een_tafel()
    tafel.doe(STEL)
    return tafel


def gevraagd() -> Tafel:
    """Het OM, dat niet aan tafel zit, kreeg vk1."""
    return _gevraagd().kopie()


def met(basis: Klaar, *stappen: tuple[str, dict[str, Any]]) -> Klaar:
    """Deze tafel, en daarna deze stappen."""

    def klaar() -> Tafel:
        tafel = basis()
        for naam, velden in stappen:
            tafel.doe(naam, **velden)
        return tafel

    return klaar


beantwoord = met(gevraagd, (ANTWOORD, {}))
"""Het OM gaf antwoord: i9."""

arts_gevraagd = met(
    een_tafel,
    ("geheimhouding.ondertekenen", {"professional": "huisarts"}),
    (STEL, ARTS),
    ("toestemming.vastleggen", {"id": "t2", "aan": "huisarts", "ontvangers": AAN_TAFEL}),
)
"""Een huisarts kreeg vk1; de betrokkene gaf toestemming tegenover wie er zitten."""

twee_kaarten = met(gevraagd, (STEL, COLLEGE2))


def in_een_weging() -> Tafel:
    """K-1 staat als weging op de agenda; het OM kreeg vk1."""
    tafel = een_huis()
    een_casus(tafel, "K-1", soort="weging")
    tafel.doe(STEL)
    return tafel


def niet_geinformeerd() -> Tafel:
    """Het OM kreeg vk1, maar de betrokkene weet nog van niets."""
    tafel = een_huis()
    tafel.doe("casus.aanmelden", id="K-1")
    tafel.doe("casus.wegen")
    tafel.doe("overleg.agenderen")
    tafel.doe(STEL)
    return tafel


def vastgesteld(tafel: Tafel) -> Tafel:
    """O1 is vastgesteld."""
    tafel.doe("bespreking.doorschuiven")
    return tafel.stel_vast()


def _bij(naam: str) -> Callable[..., Geval]:
    def geval(  # noqa: PLR0917 (een rij in een tabel)
        zin: str,
        code: Code,
        fout: dict[str, Any],
        goed: dict[str, Any],
        klaar: Klaar = een_tafel,
        eerst: Callable[[Tafel], object] | None = None,
    ) -> Geval:
        return Geval(zin=zin, code=code, naam=naam, fout=fout, goed=goed, klaar=klaar, eerst=eerst)

    return geval


_stel, _maak, _antwoord, _trek_in, _open, _laat_in = map(
    _bij, (STEL, MAAK, ANTWOORD, TREK_IN, "bespreking.openen", "bespreking.binnenlaten")
)
ONBEKEND = {"vraagkaart": "bestaat-niet"}
ER_IS = {"vraagkaart": "vk1"}

STELLEN = [
    _stel("een kaart zonder taak", Code.GEEN_TAAK, {"taak": " "}, TAAK),
    _stel(
        "een kaart voor de taak van een ander",
        Code.TAAK_NIET_VAN_PARTIJ,
        {"taak": "politietaak"},
        TAAK,
    ),
    _stel("een kaart zonder noodzaak", Code.GEEN_NOODZAAK, {"noodzaak": ""}, {"noodzaak": "n"}),
    _stel(
        "een kaart aan een wijkteamlid zonder pet",
        Code.PET_ONTBREEKT,
        WIJKTEAM,
        {"pet": "hulpverlening"},
    ),
    _stel(
        "een kaart aan een derde die niet tekende",
        Code.GEEN_GEHEIMHOUDINGSVERKLARING,
        DERDE,
        {},
        eerst=lambda t: t.doe("geheimhouding.ondertekenen", professional="slachtofferhulp"),
    ),
    _stel(
        "een vraag naar wat deze partij nooit mag delen",
        Code.CATEGORIE_NIET_TOEGESTAAN,
        {"categorie": "gezondheid"},
        {"categorie": "justitieel"},
    ),
    _stel(
        "een vraag over iemand buiten de kring",
        Code.PERSOON_BUITEN_KRING,
        {"over": "buurman"},
        {"over": "kind"},
    ),
    _stel("een kaart zonder grondslag", Code.GEEN_GRONDSLAG, {"grondslag": " "}, GROND),
    _stel(
        "een kaart op een convenant",
        Code.CONVENANT_IS_GEEN_GRONDSLAG,
        {"grondslag": "convenant"},
        GROND,
    ),
    _stel(
        "een kaart aan een overheid op toestemming",
        Code.TOESTEMMING_IS_GEEN_GRONDSLAG,
        {"grondslag": "avg-6-1-a"},
        GROND,
    ),
    _stel(
        "een kaart op vitaal belang: schrijven is nooit acuut",
        Code.VITAAL_BELANG_ALLEEN_ACUUT,
        {"grondslag": "avg-6-1-d"},
        GROND,
    ),
    _stel(
        "een kaart op de grondslag van een ander",
        Code.GRONDSLAG_NIET_VAN_PARTIJ,
        {"grondslag": "wgs-1-5-wpg"},
        GROND,
    ),
    _stel(
        "een antwoord na het overleg",
        Code.ONGELDIG,
        {"uiterlijk": OVERLEGDAG + timedelta(days=1)},
        {"uiterlijk": OVERLEGDAG},
    ),
    _stel(
        "een antwoord dat er al had moeten zijn",
        Code.ONGELDIG,
        {"uiterlijk": VANDAAG - timedelta(days=1)},
        {"uiterlijk": VANDAAG},
    ),
    _stel("een vraag waar niets staat", Code.ONGELDIG, {"vraag": " "}, {"vraag": "v"}),
    _stel("een kaart voor een taak die niet bestaat", Code.ONGELDIG, {"taak": "x"}, TAAK),
    _stel("een kaart op een grondslag die niet bestaat", Code.ONGELDIG, {"grondslag": "x"}, GROND),
    _stel("een kaart met een pet die niet bestaat", Code.ONGELDIG, {"pet": "x"}, {"pet": ""}),
    _stel(
        "een kaart voor wie een stoel heeft",
        Code.ONGELDIG,
        {},
        {},
        klaar=lambda: een_tafel(stoelen=("politie", "om")),
        eerst=lambda t: t.doe("deelname.intrekken", professional="om"),
    ),
    _stel(
        "een kaart voor de voorzitter",
        Code.ONGELDIG,
        {"professional": "zvh"},
        {"professional": "om"},
    ),
    _stel(
        "een tweede kaart voor dezelfde partij",
        Code.ONGELDIG,
        {"id": "vk2", "professional": "om2"},
        {},
        gevraagd,
        lambda t: t.doe(TREK_IN),
    ),
    _stel(
        "een aanduiding die al in gebruik is",
        Code.BESTAAT_AL,
        {**COLLEGE2, "id": "vk1"},
        {"id": "vk2"},
        gevraagd,
    ),
    _stel(
        "een kaart bij een doorgeschoven casus",
        Code.BESPREKING_GESLOTEN,
        {"overleg": "o1"},
        {"overleg": "o2"},
        met(
            een_tafel,
            ("bespreking.doorschuiven", {}),
            ("overleg.plannen", {"id": "o2"}),
            ("overleg.agenderen", {"overleg": "o2"}),
        ),
    ),
]
MAKEN = [
    _maak("een papier van een kaart die er niet is", Code.ONBEKEND, ONBEKEND, ER_IS, gevraagd),
    _maak(
        "een papier van een ingetrokken kaart",
        Code.ONGELDIG,
        ER_IS,
        {"vraagkaart": "vk2"},
        met(twee_kaarten, (TREK_IN, {})),
    ),
    _maak(
        "een papier van een beantwoorde kaart",
        Code.ONGELDIG,
        ER_IS,
        {"vraagkaart": "vk2"},
        met(twee_kaarten, (ANTWOORD, {})),
    ),
]
ANTWOORDEN = [
    _antwoord("antwoord op een kaart die er niet is", Code.ONBEKEND, ONBEKEND, ER_IS, gevraagd),
    _antwoord(
        "een tweede antwoord",
        Code.ONGELDIG,
        {"id": "i8"},
        {"vraagkaart": "vk2"},
        met(twee_kaarten, (ANTWOORD, {})),
    ),
    _antwoord(
        "antwoord op een ingetrokken kaart",
        Code.ONGELDIG,
        ER_IS,
        {"vraagkaart": "vk2"},
        met(twee_kaarten, (TREK_IN, {})),
    ),
    _antwoord(
        "een antwoord onder een aanduiding die er al is",
        Code.BESTAAT_AL,
        {"vraagkaart": "vk2"},
        {"id": "i8"},
        met(twee_kaarten, (ANTWOORD, {})),
    ),
    _antwoord("een leeg antwoord", Code.ONGELDIG, {"kern": " "}, {"kern": "Nee."}, gevraagd),
    _antwoord(
        "een antwoord terwijl de betrokkene van niets weet",
        Code.BETROKKENE_NIET_GEINFORMEERD,
        {},
        {},
        niet_geinformeerd,
        lambda t: t.doe("betrokkene.informeren"),
    ),
    _antwoord(
        "een arts die zijn geheim niet doorbreekt",
        Code.GEHEIM_NIET_DOORBROKEN,
        {},
        MET_JA,
        arts_gevraagd,
    ),
    _antwoord(
        "een arts die geen reden geeft",
        Code.MOTIVERING_ONTBREEKT,
        {"route": "goed-hulpverlenerschap"},
        MET_REDEN,
        arts_gevraagd,
    ),
    _antwoord(
        "een toestemming waar niet ieder aan tafel onder valt",
        Code.TOESTEMMING_DEKT_NIET,
        MET_JA,
        {},
        met(arts_gevraagd, ("deelname.toelaten", {"professional": "rvdk"})),
        lambda t: t.doe("deelname.intrekken", professional="rvdk"),
    ),
    _antwoord(
        "een toestemming die is ingetrokken",
        Code.TOESTEMMING_INGETROKKEN,
        MET_JA,
        MET_REDEN | {"toestemming": None},
        met(arts_gevraagd, ("toestemming.intrekken", {"toestemming": "t2"})),
    ),
    _antwoord(
        "een meldrecht terwijl er anderen meehoren",
        Code.MELDRECHT_DEKT_TAFEL_NIET,
        MELDRECHT,
        MET_REDEN,
        arts_gevraagd,
    ),
    _antwoord(
        "inhoud bij een weging",
        Code.NIVEAU_TE_HOOG,
        {"niveau": "inhoud"},
        {"niveau": "buitenkant"},
        in_een_weging,
    ),
    _antwoord(
        "een antwoord na een doorgeschoven bespreking",
        Code.BESPREKING_GESLOTEN,
        {"vraagkaart": "vk1"},
        {"vraagkaart": "vk3"},
        met(
            gevraagd,
            ("bespreking.doorschuiven", {}),
            ("overleg.plannen", {"id": "o2"}),
            ("overleg.agenderen", {"overleg": "o2"}),
            (STEL, {"id": "vk3", "overleg": "o2"}),
        ),
    ),
]
HOREN = [
    _open(
        "openen terwijl een antwoord niet meer gebruikt mag worden",
        Code.TOESTEMMING_INGETROKKEN,
        {},
        {},
        met(arts_gevraagd, (ANTWOORD, MET_JA), ("toestemming.intrekken", {"toestemming": "t2"})),
        lambda t: t.doe(TREK_IN),
    ),
    _open(
        "openen met iemand erbij die een antwoord niet mag horen",
        Code.TOESTEMMING_DEKT_NIET,
        {"aanwezig": ["zvh", "rvdk"]},
        {"aanwezig": ["zvh", "politie"]},
        met(
            arts_gevraagd,
            (ANTWOORD, MET_JA),
            ("deelname.toelaten", {"professional": "rvdk"}),
        ),
    ),
    _laat_in(
        "iemand binnenlaten die een antwoord niet mag horen",
        Code.TOESTEMMING_DEKT_NIET,
        {"professional": "rvdk"},
        {},
        met(
            arts_gevraagd,
            (ANTWOORD, MET_JA),
            ("deelname.toelaten", {"professional": "rvdk"}),
            ("bespreking.openen", {"aanwezig": ["zvh", "politie"]}),
        ),
        lambda t: t.doe("inbreng.schrappen", inbreng="i9"),
    ),
]
INTREKKEN = [
    _trek_in("intrekken wat er niet is", Code.ONBEKEND, ONBEKEND, ER_IS, gevraagd),
    _trek_in(
        "twee keer intrekken",
        Code.ONGELDIG,
        ER_IS,
        {"vraagkaart": "vk2"},
        met(twee_kaarten, (TREK_IN, {})),
    ),
    _trek_in("intrekken zonder reden", Code.ONGELDIG, {"reden": " "}, {"reden": "r"}, gevraagd),
]
ROLLEN = [
    Geval(
        zin=f"{naam} mag de fg niet, de secretaris wel",
        code=Code.ROL_NIET_BEVOEGD,
        naam=naam,
        klaar=een_tafel if naam == STEL else gevraagd,
        als="fg",
        goed_als="secretaris",
    )
    for naam in KAART
]
GEVALLEN = [*STELLEN, *MAKEN, *ANTWOORDEN, *HOREN, *INTREKKEN, *ROLLEN]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk(GEVALLEN)
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


@pytest.mark.parametrize("naam", KAART)
def test_aan_een_vastgesteld_overleg_verandert_niets_meer(naam: str) -> None:
    tafel = vastgesteld(een_tafel() if naam == STEL else gevraagd())
    tafel.weigert(Code.OVERLEG_VASTGESTELD, naam)


@pytest.mark.parametrize("naam", KAART)
def test_met_een_afgesloten_casus_wordt_niet_gewerkt(naam: str) -> None:
    tafel = een_tafel() if naam == STEL else gevraagd()
    tafel.doe("casus.sluiten")
    tafel.weigert(Code.CASUS_AFGESCHERMD, naam)


@pytest.mark.parametrize("veld", ["overleg", "casus", "professional"])
def test_een_kaart_wijst_naar_iets_dat_er_is(veld: str) -> None:
    een_tafel().weigert(Code.ONBEKEND, STEL, als="fg", **{veld: "bestaat-niet"})


def test_een_antwoord_is_een_inbreng_die_niemand_meeneemt() -> None:
    tafel = beantwoord()
    inbreng, kaart = tafel.haal(Inbreng, "i9"), tafel.haal(Vraagkaart, "vk1")
    assert (inbreng.inbrenger, inbreng.categorie, inbreng.grondslag) == (
        "om",
        kaart.categorie,
        kaart.grondslag,
    )
    assert inbreng.lot is Lot.NIEMAND
    assert (kaart.inbreng, kaart.beantwoord_op) == ("i9", VANDAAG)
    assert kaart.beantwoord
    assert not kaart.wacht


def test_wie_schriftelijk_antwoordt_houdt_het_sluiten_niet_tegen() -> None:
    tafel = beantwoord().open().sluit().stel_vast()
    assert tafel.haal(Inbreng, "i9").lot is Lot.VERNIETIGD
    assert MARKERING not in repr(tafel.haal(Inbreng, "i9"))


def test_tijdens_de_bespreking_telt_wie_er_in_de_kamer_is() -> None:
    """De Raad is toegelaten en valt niet onder de toestemming, maar is er niet."""
    tafel = arts_gevraagd().laat_toe("rvdk")
    tafel.weigert(Code.TOESTEMMING_DEKT_NIET, ANTWOORD, **MET_JA)
    tafel.open("zvh", "politie").doe(ANTWOORD, **MET_JA)


def test_een_toestemming_die_later_ingaat_geldt_voor_een_antwoord_nog_niet() -> None:
    tafel = arts_gevraagd()
    later = VANDAAG + timedelta(days=2)
    tafel.doe("toestemming.vastleggen", id="t3", aan="huisarts", ontvangers=AAN_TAFEL, datum=later)
    tafel.weigert(Code.TOESTEMMING_DEKT_NIET, ANTWOORD, **MET_JA | {"toestemming": "t3"})


def test_een_weigering_bij_de_deur_zegt_dat_het_om_een_antwoord_gaat() -> None:
    tafel = arts_gevraagd()
    tafel.doe(ANTWOORD, **MET_JA)
    tafel.doe("toestemming.intrekken", toestemming="t2")
    with pytest.raises(Weigering) as gevangen:
        tafel.doe("bespreking.openen")
    assert gevangen.value.melding == NIET_VOOR_IEDEREEN


def test_wie_alleen_een_kaart_heeft_zit_niet_aan_tafel() -> None:
    tafel = beantwoord()
    tafel.weigert(Code.NIET_TOEGELATEN, "bespreking.openen", aanwezig=["zvh", "om"])
    tafel.open()
    tafel.weigert(Code.NIET_TOEGELATEN, "bespreking.binnenlaten", professional="om")
    tafel.weigert(Code.NIET_TOEGELATEN, "afspraak.maken", id="a9", uitvoerder="om")
    tafel.spreek_af()
    for naam in ("meenemen.toestaan", "meenemen.niemand"):
        tafel.weigert(Code.NIET_AANWEZIG, naam, inbreng="i9", door="om")
    tafel.weigert(Code.ALLEEN_DE_INBRENGER, "meenemen.toestaan", inbreng="i9", door="politie")
    tafel.sluit().stel_vast()
    tafel.weigert(Code.NIET_TOEGELATEN, "verslag.maken", ontvanger="om")


def test_wie_een_stoel_krijgt_verliest_de_kaart_waarop_nog_niet_geantwoord_is() -> None:
    tafel = gevraagd()
    voor = tafel.stand()
    tafel.laat_toe("om")
    kaart = tafel.haal(Vraagkaart, "vk1")
    assert (kaart.ingetrokken_op, kaart.reden_ingetrokken) == (VANDAAG, STOEL_GEKREGEN)
    tafel.weigert(Code.ONGELDIG, ANTWOORD)
    assert tafel.werkbank.maak_ongedaan(gebruiker_met("coordinator")) is not None
    assert tafel.stand()[Vraagkaart] == voor[Vraagkaart]
    assert tafel.stand()[Deelname] == voor[Deelname]


def test_wie_na_zijn_antwoord_een_stoel_krijgt_kan_zelf_laten_meenemen() -> None:
    tafel = beantwoord().laat_toe("om")
    assert tafel.haal(Vraagkaart, "vk1").beantwoord
    tafel.open("zvh", "college", "om").spreek_af()
    tafel.doe("meenemen.toestaan", inbreng="i9", door="om")
    assert tafel.haal(Inbreng, "i9").lot is Lot.MEE


def test_intrekken_na_het_antwoord_haalt_de_tekst_meteen_weg() -> None:
    tafel = beantwoord()
    tafel.doe(TREK_IN, reden="Toch niet nodig.")
    inbreng = tafel.haal(Inbreng, "i9")
    assert inbreng.lot is Lot.GESCHRAPT
    assert MARKERING not in repr(inbreng)
    assert tafel.werkbank.terug.ongedaan is None


def test_een_gestelde_vraag_kan_ongedaan_en_een_antwoord_niet() -> None:
    tafel = een_tafel()
    tafel.doe(STEL)
    assert tafel.werkbank.maak_ongedaan(gebruiker_met("coordinator")) is not None
    assert tafel.opslag.zoek(Vraagkaart) == ()
    tafel.doe(STEL)
    tafel.doe(ANTWOORD)
    assert tafel.werkbank.maak_ongedaan(gebruiker_met("coordinator")) is None


def test_wie_antwoordde_moet_instemmen_met_langer_bewaren() -> None:
    tafel = beantwoord()
    tafel.weigert(Code.TERMIJN_TE_LANG, "casus.verlengen", instemming=["politie"])
    tafel.doe("casus.verlengen", instemming=["om2"])


def test_een_kaart_wordt_met_de_casus_vernietigd_en_geteld() -> None:
    tafel = beantwoord()
    antwoord = tafel.doe("casus.vernietigen")
    assert antwoord["vernietigd"]["vraagkaart"] == 1
    assert tafel.opslag.zoek(Vraagkaart) == ()
    assert MARKERING not in repr(tafel.opslag.regels)


@pytest.mark.parametrize("naam", ["toon.casus", "toon.overleg", "toon.bespreking"])
def test_de_fg_ziet_dat_er_iets_gevraagd_is_maar_niet_wat(naam: str) -> None:
    tafel = gevraagd()
    assert "vraag" in tafel.doe(naam)["vraagkaarten"][0]
    (kaart,) = tafel.doe(naam, als="fg")["vraagkaarten"]
    assert (kaart["id"], kaart["professional"], kaart["categorie"]) == ("vk1", "om", "justitieel")
    assert MARKERING not in repr(kaart)


def test_het_papier_heet_naar_casus_en_kaart() -> None:
    assert gevraagd().doe(MAAK) == {"bestanden": ["vraagkaart-K-1-vk1.pdf"]}
