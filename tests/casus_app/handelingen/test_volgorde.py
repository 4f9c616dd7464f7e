"""Welke weigering het eerst komt als er meer regels gebroken zijn.

Eerst wat niet bestaat of niet kan, dan de rol, het overleg, de casus, de bespreking, de persoon,
en dan de inhoud in de volgorde van draaiboek.md. Elke toets breekt twee of meer regels tegelijk.
"""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import combinations
from typing import Any

import pytest

from casus_app.weigeringen import Code
from tests.bouw import CRITERIA, MARKERING, WEG, Tafel, een_casus, een_huis, een_tafel

Breuk = tuple[Code, Mapping[str, Any]]
"""Een regel en de velden die hem breken."""

_GGD = {"inbrenger": "ggd", "categorie": "gezondheid", "grondslag": "wgs-2-29", "niveau": "dat"}
_ACUUT_ZONDER_REDEN = {"route": "acute-nood", "motivering": " "}

INBRENG: tuple[Breuk, ...] = (
    (Code.GEEN_NOODZAAK, {"noodzaak": " "}),
    (Code.CATEGORIE_NIET_TOEGESTAAN, {"categorie": "justitieel"}),
    (Code.CATEGORIE_NIET_TOEGESTAAN, {"categorie": "godsdienst"}),
    (Code.PERSOON_BUITEN_KRING, {"over": "buurman"}),
    (Code.GEEN_GRONDSLAG, {"grondslag": " "}),
    (Code.CONVENANT_IS_GEEN_GRONDSLAG, {"grondslag": "convenant"}),
    (Code.TOESTEMMING_IS_GEEN_GRONDSLAG, {"grondslag": "avg-6-1-a"}),
    (Code.VITAAL_BELANG_ALLEEN_ACUUT, {"grondslag": "avg-6-1-d"}),
    (Code.GRONDSLAG_NIET_VAN_PARTIJ, {"grondslag": "wgs-1-5-wpg"}),
    (Code.GEHEIM_NIET_DOORBROKEN, {"route": "", "motivering": ""}),
    (Code.GEHEIM_NIET_DOORBROKEN, {"route": "toestemming", "toestemming": WEG}),
    (Code.MOTIVERING_ONTBREEKT, {"route": "conflict-van-plichten", "motivering": " "}),
    (Code.MOTIVERING_ONTBREEKT, _ACUUT_ZONDER_REDEN),
    (Code.TOESTEMMING_DEKT_NIET, {"route": "toestemming", "toestemming": "t-beide"}),
    (Code.TOESTEMMING_INGETROKKEN, {"route": "toestemming", "toestemming": "t-weg"}),
    (
        Code.MELDRECHT_DEKT_TAFEL_NIET,
        {"route": "wettelijke-bevoegdheid", "motivering": "Wmo 5.2.6"},
    ),
    (Code.NIVEAU_TE_HOOG, {"niveau": "inhoud"}),
)
"""De inhoud van `inbreng.vastleggen`, in de volgorde van draaiboek.md; voor de ggd, een overheid
met een medisch geheim, die al deze regels kan breken."""

TOELATEN: tuple[Breuk, ...] = (
    (Code.GEEN_TAAK, {"taak": ""}),
    (Code.TAAK_NIET_VAN_PARTIJ, {"taak": "politietaak"}),
    (Code.GEEN_NOODZAAK, {"noodzaak": ""}),
)


def _samen(breuken: tuple[Breuk, ...]) -> list[Any]:
    """Elk paar dat elkaars velden niet tegenspreekt; de eerste hoort te winnen."""
    return [
        pytest.param(code, {**velden, **meer}, id=f"{code} voor {later}")
        for (code, velden), (later, meer) in combinations(breuken, 2)
        if code is not later
        and all(meer[veld] == waarde for veld, waarde in velden.items() if veld in meer)
    ]


@cache
def _weging() -> Tafel:
    """Een weging met ggd, politie en voorzitter; t-weg en t-beide zijn ingetrokken."""
    tafel = een_tafel()
    een_casus(tafel, "K-2", soort="weging")
    for wie in ("ggd", "politie"):
        tafel.doe("deelname.toelaten", casus="K-2", professional=wie)
    for sleutel, ontvangers in {
        "t-goed": ["p-zvh", "p-politie"],
        "t-weg": ["p-zvh", "p-politie"],
        "t-beide": ["p-zvh"],
    }.items():
        tafel.doe(
            "toestemming.vastleggen", id=sleutel, casus="K-2", aan="ggd", ontvangers=ontvangers
        )
    for sleutel in ("t-weg", "t-beide"):
        tafel.doe("toestemming.intrekken", toestemming=sleutel)
    tafel.doe("bespreking.openen", casus="K-2", aanwezig=["zvh", "ggd", "politie"])
    return tafel


@pytest.mark.parametrize(("code", "velden"), _samen(INBRENG))
def test_bij_inbreng_wint_de_eerste_regel_van_de_tabel(
    code: Code, velden: Mapping[str, Any]
) -> None:
    _weging().kopie().weigert(
        code, "inbreng.vastleggen", id="i1", casus="K-2", **{**_GGD, **velden}
    )


@pytest.mark.parametrize(
    ("code", "velden"), [pytest.param(*breuk, id=breuk[0]) for breuk in INBRENG]
)
def test_elke_breuk_op_zichzelf_geeft_haar_eigen_weigering(
    code: Code, velden: Mapping[str, Any]
) -> None:
    _weging().kopie().weigert(
        code, "inbreng.vastleggen", id="i1", casus="K-2", **{**_GGD, **velden}
    )


def test_zonder_breuk_mag_het() -> None:
    _weging().kopie().doe(
        "inbreng.vastleggen",
        id="i1",
        casus="K-2",
        **_GGD,
        route="toestemming",
        toestemming="t-goed",
        motivering="",
    )


def test_alles_tegelijk_gebroken_geeft_de_eerste() -> None:
    alles = {veld: waarde for _, velden in reversed(INBRENG) for veld, waarde in velden.items()}
    over = [code for code, _ in INBRENG]
    tafel = _weging().kopie()
    tafel.weigert(over[0], "inbreng.vastleggen", id="i1", casus="K-2", **{**_GGD, **alles})


def test_een_meldrecht_dat_niet_van_de_partij_is_is_eerst_geen_grondslag() -> None:
    velden = {**_GGD, "grondslag": "wmo-5-2-6", "route": "rechtstreeks-betrokken"}
    _weging().kopie().weigert(
        Code.GRONDSLAG_NIET_VAN_PARTIJ, "inbreng.vastleggen", id="i1", casus="K-2", **velden
    )


@pytest.mark.parametrize(("code", "velden"), _samen(TOELATEN))
@pytest.mark.parametrize("wie", ["huisarts", "wijkteam", "om"])
def test_bij_toelaten_wint_de_eerste_regel_van_de_tabel(
    wie: str, code: Code, velden: Mapping[str, Any]
) -> None:
    _leeg().weigert(code, "deelname.toelaten", **{"professional": wie, "pet": WEG, **velden})


@pytest.mark.parametrize(
    ("code", "velden"), [pytest.param(*breuk, id=breuk[0]) for breuk in TOELATEN]
)
@pytest.mark.parametrize("wie", ["huisarts", "wijkteam"])
def test_taak_en_noodzaak_gaan_voor_pet_en_verklaring(
    wie: str, code: Code, velden: Mapping[str, Any]
) -> None:
    _leeg().weigert(code, "deelname.toelaten", **{"professional": wie, "pet": WEG, **velden})


def _leeg() -> Tafel:
    return een_tafel(stoelen=())


_AANMELDEN: tuple[Breuk, ...] = (
    (Code.GEEN_DOEL, {"doel": ""}),
    (Code.GEEN_NOODZAAK, {"kring": [{"id": "k", "naam": "K", "relatie": "", "noodzaak": ""}]}),
    (Code.CATEGORIE_NIET_TOEGESTAAN, {"categorieen": {"gezondheid": "x"}}),
    (
        Code.PERSOON_BUITEN_KRING,
        {"kring": [{"id": "k", "naam": "K", "relatie": "", "noodzaak": "x"}]},
    ),
)


@pytest.mark.parametrize(("code", "velden"), _samen(_AANMELDEN))
def test_bij_aanmelden_wint_de_eerste_regel_van_de_tabel(
    code: Code, velden: Mapping[str, Any]
) -> None:
    een_huis().weigert(code, "casus.aanmelden", id="K-2", **velden)


def test_bij_wegen_gaan_de_criteria_voor_de_beoordelaar() -> None:
    een_tafel().weigert(
        Code.CRITERIA_NIET_VOLDAAN,
        "casus.wegen",
        beoordelaars=["ggz"],
        criteria={**CRITERIA, "c": False},
    )


def test_bij_sluiten_gaat_onbesliste_inbreng_voor_het_besluit() -> None:
    een_tafel().open().breng_in().weigert(Code.INBRENG_ONBESLIST, "bespreking.sluiten")


def test_een_weging_die_niet_gedaan_is_gaat_voor_onbesliste_inbreng() -> None:
    tafel = _weging().kopie()
    tafel.doe("inbreng.vastleggen", id="i1", casus="K-2", niveau="dat")
    tafel.weigert(Code.CASUS_NIET_GEWOGEN, "bespreking.sluiten", casus="K-2")


_MEENEMEN: tuple[Breuk, ...] = (
    (Code.ADVISEUR_NEEMT_NIETS_MEE, {"ontvanger": "college"}),
    (Code.ALLEEN_DE_INBRENGER, {"door": "ggz"}),
    (Code.GEEN_AFSPRAAK, {"afspraak": "a-ander"}),
)


@pytest.mark.parametrize(("code", "velden"), _samen(_MEENEMEN))
def test_bij_meenemen_wint_de_eerste_regel_van_de_tabel(
    code: Code, velden: Mapping[str, Any]
) -> None:
    tafel = (
        een_tafel(stoelen=("politie", "ggz")).laat_toe("college", rol="adviseur").laat_toe("om")
    )
    tafel.open("zvh", "politie", "ggz", "college", "om").breng_in()
    tafel.spreek_af("a1", "om").spreek_af("a-ander", "ggz")
    tafel.weigert(code, "meenemen.toestaan", **{"ontvanger": "om", **velden})


# De lagen: elk paar van lagen, met alles wat verder naar achteren ligt mee gebroken.

_INHOUD = {"noodzaak": " "}


def _niet_geinformeerd_en_meer() -> Tafel:
    """K-1 staat op de agenda zonder informering en zonder uitnodiging; K-2 ligt op tafel."""
    tafel = een_huis()
    een_casus(tafel, "K-2")
    tafel.doe("casus.aanmelden", id="K-1")
    tafel.doe("casus.wegen")
    tafel.doe("overleg.agenderen")
    tafel.doe("bespreking.openen", casus="K-2", aanwezig=["zvh"])
    return tafel


def test_bij_openen_gaat_de_stand_van_de_casus_voor_die_van_de_bespreking_en_de_persoon() -> None:
    """Informeren hoort bij de casus; uitnodigen en een andere casus op tafel bij de bespreking."""
    tafel = _niet_geinformeerd_en_meer()
    vragen = {"aanwezig": ["om"]}
    tafel.weigert(Code.BETROKKENE_NIET_GEINFORMEERD, "bespreking.openen", **vragen)
    tafel.doe("betrokkene.informeren")
    tafel.weigert(Code.UITNODIGING_ONTBREEKT, "bespreking.openen", **vragen)
    tafel.doe("betrokkene.uitnodigen")
    tafel.weigert(Code.ANDERE_BESPREKING_OPEN, "bespreking.openen", **vragen)
    tafel.doe("bespreking.doorschuiven", casus="K-2")
    tafel.weigert(Code.NIET_TOEGELATEN, "bespreking.openen", **vragen)
    tafel.doe("deelname.toelaten", professional="om")
    tafel.doe("bespreking.openen", **vragen)


def _vastgesteld_en_afgesloten() -> Tafel:
    """o1 is vastgesteld, K-1 afgesloten en daar al gesloten; niets klopt meer."""
    tafel = een_tafel().open().sluit().stel_vast()
    tafel.doe("casus.sluiten")
    return tafel


def _afgesloten() -> Tafel:
    """K-1 is afgesloten en was in o1 al besproken."""
    tafel = een_tafel().open().sluit()
    tafel.doe("casus.sluiten")
    return tafel


def _gesloten() -> Tafel:
    return een_tafel().open().sluit()


def _gepland() -> Tafel:
    return een_tafel()


def _open_zonder_politie() -> Tafel:
    return een_tafel().open("zvh")


_LAGEN = (
    (Code.ONBEKEND, _vastgesteld_en_afgesloten, {"inbrenger": "niemand"}, "fg"),
    (Code.ONGELDIG, _vastgesteld_en_afgesloten, {"inbrenger": "om", "grondslag": "?"}, "fg"),
    (Code.ROL_NIET_BEVOEGD, _vastgesteld_en_afgesloten, {"inbrenger": "om"}, "fg"),
    (Code.OVERLEG_VASTGESTELD, _vastgesteld_en_afgesloten, {"inbrenger": "om"}, "voorzitter"),
    (Code.CASUS_AFGESCHERMD, _afgesloten, {"inbrenger": "om"}, "voorzitter"),
    (Code.BESPREKING_GESLOTEN, _gesloten, {"inbrenger": "om"}, "voorzitter"),
    (Code.BESPREKING_NIET_OPEN, _gepland, {"inbrenger": "om"}, "voorzitter"),
    (Code.NIET_TOEGELATEN, _open_zonder_politie, {"inbrenger": "om"}, "voorzitter"),
    (Code.NIET_AANWEZIG, _open_zonder_politie, {}, "voorzitter"),
    (Code.GEEN_NOODZAAK, lambda: een_tafel().open("politie"), {}, "voorzitter"),
)
"""Per laag een stand waarin zij en alles daarna gebroken is."""


@pytest.mark.parametrize(
    ("code", "klaar", "velden", "als"),
    [pytest.param(*laag, id=laag[0]) for laag in _LAGEN],
)
def test_de_lagen_gaan_op_volgorde(
    code: Code, klaar: Callable[[], Tafel], velden: dict[str, Any], als: str
) -> None:
    alles = {"id": "i9", **_INHOUD, "categorie": "godsdienst", "over": "buurman", **velden}
    klaar().weigert(code, "inbreng.vastleggen", als=als, **alles)


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("overleg.agenderen", {}),
        ("deelname.toelaten", {"professional": "politie", "taak": ""}),
        ("deelname.intrekken", {"professional": "om"}),
        ("betrokkene.uitnodigen", {}),
        ("bespreking.openen", {"aanwezig": ["om"]}),
        ("bespreking.binnenlaten", {"professional": "om"}),
        ("bespreking.uitlaten", {"professional": "om"}),
        ("afspraak.maken", {"id": "a9", "uitvoerder": "om"}),
        ("bespreking.besluiten", {"aanspreekpunt": "om"}),
        ("bespreking.sluiten", {}),
        ("bespreking.doorschuiven", {}),
    ],
)
def test_het_overleg_gaat_voor_de_casus_en_de_casus_voor_de_bespreking(
    naam: str, velden: dict[str, Any]
) -> None:
    _vastgesteld_en_afgesloten().weigert(Code.OVERLEG_VASTGESTELD, naam, **velden)
    _vastgesteld_en_afgesloten().weigert(Code.ROL_NIET_BEVOEGD, naam, als="fg", **velden)
    _afgesloten().weigert(Code.CASUS_AFGESCHERMD, naam, **velden)


def test_een_dubbele_aanduiding_gaat_voor_de_rol_en_de_stand() -> None:
    tafel = een_tafel().open().breng_in().spreek_af()
    tafel.doe("meenemen.niemand")
    tafel.sluit().stel_vast()
    for naam, sleutel in {"inbreng.vastleggen": "i1", "afspraak.maken": "a1"}.items():
        tafel.weigert(Code.BESTAAT_AL, naam, als="fg", id=sleutel)


@pytest.mark.parametrize("naam", ["casus.wegen", "casus.sluiten"])
def test_een_afgeschermde_casus_gaat_voor_de_beoordelaar(naam: str) -> None:
    _afgesloten().weigert(Code.CASUS_AFGESCHERMD, naam, beoordelaars=["ggz"])


def test_een_casus_die_niet_gewogen_is_komt_na_de_afscherming() -> None:
    tafel = een_huis()
    tafel.doe("casus.aanmelden", id="K-1")
    tafel.doe("casus.sluiten")
    tafel.weigert(Code.CASUS_AFGESCHERMD, "overleg.agenderen")


def test_bij_meenemen_gaat_de_persoon_voor_de_inhoud() -> None:
    tafel = een_tafel().laat_toe("om", rol="adviseur").open().breng_in().spreek_af()
    vragen = {"ontvanger": "om", "door": "ggz"}
    tafel.weigert(Code.NIET_AANWEZIG, "meenemen.toestaan", **vragen)
    tafel.doe("bespreking.binnenlaten", professional="om")
    tafel.weigert(Code.ADVISEUR_NEEMT_NIETS_MEE, "meenemen.toestaan", **vragen)
    assert MARKERING not in repr(tafel.opslag.regels)
