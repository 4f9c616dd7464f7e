"""Eén gegeven op tafel: categorie, persoon, grondslag, geheim, tafel en niveau."""

from collections.abc import Callable, Sequence

import pytest

from casus_app.catalogus import laad
from casus_app.domein.inbreng import Inbreng
from casus_app.weigeringen import Code
from tests.bouw import (
    MARKERING,
    NIET_DE_WGS,
    VANDAAG,
    WEG,
    Geval,
    Tafel,
    een_casus,
    een_tafel,
    elk,
)

KADERS = ("wgs", *NIET_DE_WGS)
BUITEN = "goed-hulpverlenerschap"
MET_REDEN = {"route": BUITEN, "motivering": MARKERING}
MET_TOESTEMMING = {"route": "toestemming", "toestemming": "t1", "motivering": ""}
ACUUT = {"route": "acute-nood", "motivering": MARKERING}


def met(*binnen: str, kader: str = "wgs", **toelating: object) -> Callable[[], Tafel]:
    """De bespreking van K-1 is open met deze mensen, die allemaal een stoel hebben."""

    def klaar() -> Tafel:
        tafel = een_tafel(kader, stoelen=())
        for wie in binnen:
            if wie != "zvh":
                tafel.laat_toe(wie, **(toelating if wie == "wijkteam" else {}))
        return tafel.open(*binnen)

    return klaar


def met_toestemming(**velden: object) -> Callable[[], Tafel]:
    """Zoals `met` voor de gewone vier, en er ligt een toestemming voor de ggz."""

    def klaar() -> Tafel:
        tafel = een_tafel()
        tafel.doe("toestemming.vastleggen", **velden)
        return tafel.open()

    return klaar


def toestemming_van_k2() -> Tafel:
    """De toestemming hoort bij een andere casus."""
    tafel = een_tafel()
    een_casus(tafel, "K-2")
    tafel.doe("toestemming.vastleggen", casus="K-2")
    return tafel.open()


def ingetrokken() -> Tafel:
    """De toestemming is ingetrokken."""
    tafel = een_tafel()
    tafel.doe("toestemming.vastleggen")
    tafel.doe("toestemming.intrekken")
    return tafel.open()


def collega_erbij() -> Tafel:
    """Een collega van de spreker zit erbij, en zijn partij staat niet in de toestemming."""
    tafel = een_tafel().laat_toe("ggz2")
    tafel.doe("toestemming.vastleggen", ontvangers=["p-zvh"])
    return tafel.open("zvh", "ggz", "ggz2")


def weging() -> Tafel:
    """K-2 ligt als weging op tafel, met de politie."""
    tafel = een_tafel()
    een_casus(tafel, "K-2", soort="weging")
    tafel.doe("deelname.toelaten", casus="K-2", professional="politie")
    tafel.doe("bespreking.openen", casus="K-2", aanwezig=["politie"])
    return tafel


def nieuwe_toestemming(**velden: object) -> Callable[[Tafel], object]:
    """Er komt een toestemming t2 die wel klopt."""
    return lambda tafel: tafel.doe("toestemming.vastleggen", id="t2", **velden)


def iedereen_uit(*wie: str) -> Callable[[Tafel], None]:
    """Deze mensen gaan de kamer uit."""

    def doe(tafel: Tafel) -> None:
        for professional in wie:
            tafel.doe("bespreking.uitlaten", professional=professional)

    return doe


def inbreng(  # noqa: PLR0917 (een rij in een tabel)
    zin: str,
    code: Code,
    klaar: Callable[[], Tafel],
    fout: dict[str, object],
    goed: dict[str, object] | None = None,
    eerst: Callable[[Tafel], object] | None = None,
) -> Geval:
    """Een geval van `inbreng.vastleggen`."""
    return Geval(
        zin=zin,
        code=code,
        naam="inbreng.vastleggen",
        klaar=klaar,
        fout={"id": "i1", **fout},
        goed=goed or {},
        eerst=eerst,
    )


_NIET_VAN_PARTIJ = (
    ("wgs", "politie", {"grondslag": "wgs-1-5"}, "wgs-1-5-wpg"),
    ("wgs", "politie", {"grondslag": "wpg-20"}, "wgs-1-5-wpg"),
    ("wgs", "college", {"grondslag": "wgs-2-29"}, "wgs-1-5"),
    ("wgs", "woningcorporatie", {"grondslag": "wgs-1-5"}, "wgs-2-31-derde"),
    ("wgs", "woningcorporatie", {"grondslag": "avg-6-1-f"}, "avg-6-1-b"),
    ("wgs", "om", {"grondslag": "wgs-1-5-wpg"}, "wgs-1-5-wjsg"),
    ("sociaal-domein", "politie", {"grondslag": "wpg-20"}, "wpg-18"),
    ("convenant", "college", {"grondslag": "wmo-5-1-1"}, "avg-6-1-e"),
    ("wams", "politie", {"grondslag": "wpg-16-1-b"}, "wpg-19"),
    ("wams", "om", {"grondslag": "wgs-1-5-wjsg"}, "wjsg-39f"),
)

_MELDRECHTEN = (
    ("wmo-5-2-6", "Wmo 2015 artikel 5.2.6", "veilig-thuis"),
    ("bw-1-240", "BW 1:240", "rvdk"),
    ("jw-7-3-11-4", "artikel 7.3.11 lid 4 Jeugdwet", "gi"),
)

_SPREKERS_MET_ALLE_MELDRECHTEN = ("ggz", "jeugdhulp", "huisarts")

GEVALLEN = [
    *(
        inbreng(
            f"wie niet zegt waarom het nodig is brengt niets in ({wat})",
            Code.GEEN_NOODZAAK,
            met("politie"),
            {"noodzaak": noodzaak},
            {"noodzaak": "Bepaalt het risico aan de deur."},
        )
        for wat, noodzaak in {"leeg": "", "spaties": " \n"}.items()
    ),
    inbreng(
        "een categorie buiten de gesloten lijst kan niet",
        Code.CATEGORIE_NIET_TOEGESTAAN,
        met("politie"),
        {"categorie": "godsdienst"},
        {"categorie": "politiegegevens"},
    ),
    *(
        inbreng(
            f"{soort} brengt geen {categorie} in",
            Code.CATEGORIE_NIET_TOEGESTAAN,
            met(soort),
            {"inbrenger": soort, "categorie": categorie},
            {"categorie": wel},
        )
        for soort, categorie, wel in (
            ("woningcorporatie", "gezondheid", "woonsituatie"),
            ("woningcorporatie", "bsn", "financieel"),
            ("politie", "gezondheid", "politiegegevens"),
            ("college", "politiegegevens", "voorzieningen"),
            ("college", "justitieel", "inkomen"),
            ("om", "gezondheid", "justitieel"),
            ("ggz", "politiegegevens", "gezondheid"),
            ("rvdk", "politiegegevens", "relaties"),
        )
    ),
    Geval(
        zin="ook bij de aanmelding blijft een partij bij haar eigen gegevens",
        code=Code.CATEGORIE_NIET_TOEGESTAAN,
        naam="casus.aanmelden",
        fout={"id": "K-2", "categorieen": {"gezondheid": MARKERING}},
        goed={"categorieen": {"politiegegevens": MARKERING}},
    ),
    *(
        inbreng(
            f"over {wie} wordt niets ingebracht",
            Code.PERSOON_BUITEN_KRING,
            met("politie"),
            {"over": wie},
            {"over": goed},
        )
        for wie, goed in (("buurman", "kind"), ("", "betrokkene"), ("politie", "moeder"))
    ),
    Geval(
        zin="wie geen relatie heeft hoort niet in de kring",
        code=Code.PERSOON_BUITEN_KRING,
        naam="casus.aanmelden",
        fout={
            "id": "K-2",
            "kring": [{"id": "k", "naam": "K", "relatie": " ", "noodzaak": MARKERING}],
        },
        goed={
            "kring": [{"id": "k", "naam": "K", "relatie": "broer", "noodzaak": MARKERING}],
        },
    ),
    *(
        inbreng(
            f"zonder grondslag wordt niets ingebracht ({wat})",
            Code.GEEN_GRONDSLAG,
            met("politie"),
            {"grondslag": grondslag},
            {"grondslag": "wgs-1-5-wpg"},
        )
        for wat, grondslag in {"leeg": "", "spaties": "  "}.items()
    ),
    *(
        inbreng(
            f"een convenant is nooit een grondslag, ook niet onder {kader}",
            Code.CONVENANT_IS_GEEN_GRONDSLAG,
            met("politie", kader=kader),
            {"grondslag": "convenant"},
            {"grondslag": goed},
        )
        for kader, goed in (
            ("wgs", "wgs-1-5-wpg"),
            ("convenant", "wpg-20"),
            ("sociaal-domein", "wpg-18"),
            ("wams", "wpg-19"),
        )
    ),
    *(
        inbreng(
            f"voor {soort} is toestemming geen grondslag onder {kader}",
            Code.TOESTEMMING_IS_GEEN_GRONDSLAG,
            met(soort, kader=kader),
            {"inbrenger": soort, "categorie": categorie, "grondslag": "avg-6-1-a"},
            {"grondslag": goed},
        )
        for kader, soort, categorie, goed in (
            ("wgs", "college", "voorzieningen", "wgs-1-5"),
            ("sociaal-domein", "college", "voorzieningen", "wmo-5-1-1"),
            ("convenant", "rvdk", "relaties", "avg-6-1-e"),
            ("wams", "leerplicht", "relaties", "avg-6-1-e"),
        )
    ),
    *(
        inbreng(
            f"vitaal belang alleen in acute nood ({wat})",
            Code.VITAAL_BELANG_ALLEEN_ACUUT,
            met("ggz"),
            {"inbrenger": "ggz", "grondslag": "avg-6-1-d", **velden},
            goed,
        )
        for wat, velden, goed in (
            ("geen route", {"route": "", "motivering": ""}, ACUUT),
            ("andere route", {"route": "conflict-van-plichten", "motivering": "x"}, ACUUT),
            ("zonder motivering", {"route": "acute-nood", "motivering": " "}, ACUUT),
            ("met een andere grondslag mag die route", MET_REDEN, {"grondslag": "wgs-2-29"}),
        )
    ),
    *(
        inbreng(
            f"nooit vitaal belang voor een taak van de gemeente ({soort})",
            Code.VITAAL_BELANG_ALLEEN_ACUUT,
            met(soort),
            {"inbrenger": soort, "categorie": "relaties", "grondslag": "avg-6-1-d", **ACUUT},
            {"grondslag": "wgs-1-5"},
        )
        for soort in ("college", "burgemeester", "leerplicht")
    ),
    inbreng(
        "nooit vitaal belang met de pet van toeleiding",
        Code.VITAAL_BELANG_ALLEEN_ACUUT,
        met("wijkteam", pet="toeleiding"),
        {"inbrenger": "wijkteam", "categorie": "relaties", "grondslag": "avg-6-1-d", **ACUUT},
        {"grondslag": "wgs-1-5"},
    ),
    *(
        inbreng(
            f"{soort} kan onder {kader} niet op {fout['grondslag']} steunen",
            Code.GRONDSLAG_NIET_VAN_PARTIJ,
            met(soort, kader=kader),
            {"inbrenger": soort, **fout},
            {"grondslag": goed},
        )
        for kader, soort, fout, goed in _NIET_VAN_PARTIJ
    ),
    inbreng(
        "een grondslag draagt alleen de gegevens die erbij horen",
        Code.GRONDSLAG_NIET_VAN_PARTIJ,
        met("politie"),
        {"categorie": "justitieel"},
        {"categorie": "woonsituatie"},
    ),
    *(
        inbreng(
            f"wie een geheim heeft noemt een weg ({soort})",
            Code.GEHEIM_NIET_DOORBROKEN,
            met(soort),
            {"inbrenger": soort, "route": "", "motivering": ""},
            MET_REDEN,
        )
        for soort in ("ggz", "ggd", "jeugdhulp", "gi", "huisarts")
    ),
    *(
        inbreng(
            f"ook onder {kader} noemt wie een geheim heeft een weg",
            Code.GEHEIM_NIET_DOORBROKEN,
            met("ggz", kader=kader),
            {"inbrenger": "ggz", "route": WEG},
            {"route": "rechtstreeks-betrokken"},
        )
        for kader in NIET_DE_WGS
    ),
    *(
        inbreng(
            f"met de pet van {pet} heeft het wijkteam een geheim",
            Code.GEHEIM_NIET_DOORBROKEN,
            met("wijkteam", pet=pet),
            {"inbrenger": "wijkteam"},
            MET_REDEN,
        )
        for pet in ("hulpverlening", "casusregie")
    ),
    inbreng(
        "de weg van toestemming zonder toestemming is geen weg",
        Code.GEHEIM_NIET_DOORBROKEN,
        met_toestemming(),
        {"inbrenger": "ggz", "route": "toestemming"},
        {"toestemming": "t1"},
    ),
    *(
        inbreng(
            f"{route} vraagt een geschreven reden ({wat})",
            Code.MOTIVERING_ONTBREEKT,
            met("ggz"),
            {"inbrenger": "ggz", "route": route, "motivering": leeg},
            {"motivering": "Zwijgen brengt het kind in gevaar; collega geraadpleegd."},
        )
        for route in (
            "conflict-van-plichten",
            "goed-hulpverlenerschap",
            "acute-nood",
            "wettelijke-plicht",
            "wettelijke-bevoegdheid",
        )
        for wat, leeg in {"weg": WEG, "spaties": " "}.items()
    ),
    inbreng(
        "toestemming voor een andere casus dekt deze niet",
        Code.TOESTEMMING_DEKT_NIET,
        toestemming_van_k2,
        {"inbrenger": "ggz", **MET_TOESTEMMING},
        {"toestemming": "t2"},
        nieuwe_toestemming(),
    ),
    inbreng(
        "toestemming voor een andere professional dekt deze niet",
        Code.TOESTEMMING_DEKT_NIET,
        met_toestemming(aan="ggz2"),
        {"inbrenger": "ggz", **MET_TOESTEMMING},
        {"toestemming": "t2"},
        nieuwe_toestemming(aan="ggz"),
    ),
    inbreng(
        "toestemming voor een paar partijen dekt de hele kamer niet",
        Code.TOESTEMMING_DEKT_NIET,
        met_toestemming(ontvangers=["p-college", "p-politie"]),
        {"inbrenger": "ggz", **MET_TOESTEMMING},
        eerst=iedereen_uit("zvh"),
    ),
    inbreng(
        "toestemming voor niemand dekt niets zolang er iemand bij zit",
        Code.TOESTEMMING_DEKT_NIET,
        met_toestemming(ontvangers=[]),
        {"inbrenger": "ggz", **MET_TOESTEMMING},
        {"toestemming": "t2"},
        nieuwe_toestemming(ontvangers=["p-college", "p-politie", "p-zvh"]),
    ),
    inbreng(
        "een collega van de spreker is ook iemand in de kamer",
        Code.TOESTEMMING_DEKT_NIET,
        collega_erbij,
        {"inbrenger": "ggz", **MET_TOESTEMMING},
        eerst=iedereen_uit("ggz2"),
    ),
    inbreng(
        "toestemming van een ander is geen toestemming van de betrokkene",
        Code.TOESTEMMING_DEKT_NIET,
        met_toestemming(van="moeder"),
        {"inbrenger": "ggz", **MET_TOESTEMMING},
        {"over": "moeder"},
    ),
    inbreng(
        "na intrekking is toestemming geen weg meer, een nieuwe wel",
        Code.TOESTEMMING_INGETROKKEN,
        ingetrokken,
        {"inbrenger": "ggz", **MET_TOESTEMMING},
        {"toestemming": "t2"},
        nieuwe_toestemming(),
    ),
    inbreng(
        "na intrekking is er nog wel een andere weg",
        Code.TOESTEMMING_INGETROKKEN,
        ingetrokken,
        {"inbrenger": "ggz", **MET_TOESTEMMING},
        {"toestemming": WEG, **MET_REDEN},
    ),
    *(
        inbreng(
            f"{soort} meldt op {grondslag} niet aan de hele tafel",
            Code.MELDRECHT_DEKT_TAFEL_NIET,
            met("zvh", soort, ontvanger),
            {
                "inbrenger": soort,
                "categorie": "relaties",
                "grondslag": grondslag,
                "route": "wettelijke-bevoegdheid",
                "motivering": artikel,
            },
            eerst=iedereen_uit("zvh"),
        )
        for soort in _SPREKERS_MET_ALLE_MELDRECHTEN
        for grondslag, artikel, ontvanger in _MELDRECHTEN
    ),
    *(
        inbreng(
            f"de genoemde weg '{artikel}' geldt niet voor de hele tafel ({route})",
            Code.MELDRECHT_DEKT_TAFEL_NIET,
            met("zvh", "ggz", ontvanger),
            {"inbrenger": "ggz", "route": route, "motivering": artikel},
            eerst=iedereen_uit("zvh"),
        )
        for route in ("wettelijke-bevoegdheid", "wettelijke-plicht")
        for _, artikel, ontvanger in _MELDRECHTEN
    ),
    inbreng(
        "het meldrecht aan de een geldt niet tegenover de ander",
        Code.MELDRECHT_DEKT_TAFEL_NIET,
        met("ggz", "rvdk"),
        {
            "inbrenger": "ggz",
            "grondslag": "wmo-5-2-6",
            "route": "wettelijke-bevoegdheid",
            "motivering": "Wmo 5.2.6",
        },
        {"grondslag": "bw-1-240", "motivering": "BW 1:240"},
    ),
    inbreng(
        "ook een collega van de spreker hoort niet bij een melding",
        Code.MELDRECHT_DEKT_TAFEL_NIET,
        met("ggz", "ggz2", "veilig-thuis"),
        {
            "inbrenger": "ggz",
            "grondslag": "wmo-5-2-6",
            "route": "wettelijke-bevoegdheid",
            "motivering": "Wmo 5.2.6",
        },
        eerst=iedereen_uit("ggz2"),
    ),
    *(
        inbreng(
            f"in een weging wordt geen inhoud gedeeld, {niveau} wel",
            Code.NIVEAU_TE_HOOG,
            weging,
            {"casus": "K-2", "niveau": "inhoud"},
            {"niveau": niveau},
        )
        for niveau in ("dat", "buitenkant")
    ),
]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk(GEVALLEN)
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


@pytest.mark.parametrize("pet", ["toeleiding", "procesregie"])
def test_toeleiding_en_procesregie_hebben_geen_geheim_dat_een_weg_vraagt(pet: str) -> None:
    tafel = met("wijkteam", pet=pet)()
    tafel.breng_in("i1", "wijkteam", grondslag="wgs-1-5", categorie="voorzieningen")


@pytest.mark.parametrize("soort", ["politie", "om", "college", "veilig-thuis", "woningcorporatie"])
@pytest.mark.parametrize("kader", KADERS)
def test_wie_geen_medisch_of_jeugdgeheim_heeft_noemt_geen_weg(soort: str, kader: str) -> None:
    met(soort, kader=kader)().breng_in("i1", soort)


def test_een_weging_sluit_inhoud_in_een_casusoverleg_niet_uit() -> None:
    tafel = een_tafel().open().breng_in(niveau="inhoud")
    assert tafel.haal(Inbreng, "i1").niveau == "inhoud"


def test_een_prive_partij_mag_wel_op_toestemming_steunen() -> None:
    met("slachtofferhulp", kader="sociaal-domein")().breng_in("i1", "slachtofferhulp")


@pytest.mark.parametrize(
    ("relatie", "van", "over"),
    [("kind", "moeder", "kind"), ("kind", "betrokkene", "kind"), ("kind", "kind", "kind")],
)
def test_voor_een_kind_kan_een_ander_uit_het_gezin_toestemmen(
    relatie: str, van: str, over: str
) -> None:
    met_toestemming(van=van)().breng_in("i1", "ggz", over=over, **MET_TOESTEMMING)


def test_wat_met_toestemming_gedeeld_is_blijft_na_intrekking_gedeeld() -> None:
    tafel = met_toestemming()().breng_in("i1", "ggz", **MET_TOESTEMMING)
    voor = tafel.haal(Inbreng, "i1")
    tafel.doe("toestemming.intrekken")
    assert tafel.haal(Inbreng, "i1") == voor


@pytest.mark.parametrize(
    ("kader", "wie", "velden"),
    [
        ("wgs", "ggz", MET_REDEN),
        ("wgs", "politie", {}),
        ("sociaal-domein", "slachtofferhulp", {}),
    ],
)
def test_een_ingetrokken_toestemming_wordt_ook_naast_een_andere_weg_niet_gebruikt(
    kader: str, wie: str, velden: dict[str, str]
) -> None:
    """Vraag 32: na intrekking geen gebruik meer, ook niet als grondslag of als extra steun."""
    tafel = een_tafel(kader, stoelen=("politie", "college", "ggz", "slachtofferhulp"))
    tafel.doe("toestemming.vastleggen", aan=wie)
    tafel.doe("toestemming.intrekken")
    tafel.open("zvh", wie)
    tafel.weigert(
        Code.TOESTEMMING_INGETROKKEN,
        "inbreng.vastleggen",
        id="i1",
        inbrenger=wie,
        toestemming="t1",
        **velden,
    )


def _combinaties() -> Sequence[tuple[str, str]]:
    return [
        (kader, soort) for kader in ("wgs", "sociaal-domein") for soort in sorted(laad().soorten)
    ]


@pytest.mark.parametrize(("kader", "soort"), _combinaties())
def test_een_partij_kan_alleen_inbrengen_wat_de_catalogus_haar_geeft(
    kader: str, soort: str
) -> None:
    """Elke grondslag maal elke categorie, tegen de tabellen van de catalogus zelf."""
    catalogus = laad()
    partij = catalogus.soorten[soort]
    if not partij.taken:
        return
    tafel = een_tafel(kader, stoelen=())
    tafel.laat_toe(soort)
    tafel.open(soort)
    for sleutel, grondslag in catalogus.grondslagen.items():
        if grondslag.is_vitaal_belang:
            continue
        for categorie in catalogus.categorieen:
            mag = (
                categorie not in partij.categorieen_niet
                and sleutel in partij.grondslagen
                and kader in grondslag.kaders
                and categorie in grondslag.categorieen
                and not grondslag.is_convenant
                and not (grondslag.is_toestemming and partij.openbaar_lichaam)
            )
            velden = {
                "id": f"i-{sleutel}-{categorie}",
                "inbrenger": soort,
                "grondslag": sleutel,
                "categorie": categorie,
                **MET_REDEN,
            }
            if mag:
                tafel.doe("inbreng.vastleggen", **velden)
            else:
                assert tafel.probeer("inbreng.vastleggen", **velden) in {
                    Code.CATEGORIE_NIET_TOEGESTAAN,
                    Code.CONVENANT_IS_GEEN_GRONDSLAG,
                    Code.TOESTEMMING_IS_GEEN_GRONDSLAG,
                    Code.GRONDSLAG_NIET_VAN_PARTIJ,
                }


def test_een_inbreng_bewaart_waarop_zij_rust() -> None:
    tafel = met_toestemming(datum=VANDAAG)().breng_in("i1", "ggz", **MET_TOESTEMMING)
    inbreng_ = tafel.haal(Inbreng, "i1")
    assert (inbreng_.grondslag, inbreng_.route, inbreng_.toestemming) == (
        "wgs-2-29",
        "toestemming",
        "t1",
    )
