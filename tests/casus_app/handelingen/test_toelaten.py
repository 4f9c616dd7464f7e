"""Een stoel bij één casus: taak, noodzaak, pet en geheimhouding."""

from datetime import date, timedelta

import pytest

from casus_app.domein.overleg import Deelname
from casus_app.weigeringen import Code
from tests.bouw import (
    MARKERING,
    NIET_DE_WGS,
    OVERLEGDAG,
    VANDAAG,
    WEG,
    Geval,
    Tafel,
    een_tafel,
    elk,
)

DERDEN = ("huisarts", "woningcorporatie", "school", "uwv", "halt", "clientondersteuner")
PETTEN = ("toeleiding", "hulpverlening", "casusregie", "procesregie")


def leeg(kader: str = "wgs") -> Tafel:
    """K-1 staat op de agenda; niemand heeft nog een stoel."""
    return een_tafel(kader, stoelen=())


def getekend_op(dag: date) -> Tafel:
    """De huisarts tekende op deze dag."""
    tafel = leeg()
    tafel.doe("geheimhouding.ondertekenen", professional="huisarts", datum=dag)
    return tafel


GEVALLEN = [
    *(
        Geval(
            zin=f"onder {kader} heeft een organisatie zonder taak geen stoel",
            code=Code.GEEN_TAAK,
            naam="deelname.toelaten",
            klaar=lambda kader=kader: leeg(kader),
            fout={"professional": "overig", "taak": taak},
            goed={"professional": "college", "taak": "wmo"},
        )
        for kader, taak in (("wgs", "wmo"), ("sociaal-domein", ""), ("convenant", "wmo"))
    ),
    *(
        Geval(
            zin=f"zonder genoemde taak is er geen stoel ({wat})",
            code=Code.GEEN_TAAK,
            naam="deelname.toelaten",
            klaar=leeg,
            fout={"professional": "politie", "taak": taak},
            goed={"taak": "politietaak"},
        )
        for wat, taak in {"leeg": "", "spaties": "  "}.items()
    ),
    Geval(
        zin="de taak van een ander geeft geen stoel",
        code=Code.TAAK_NIET_VAN_PARTIJ,
        naam="deelname.toelaten",
        klaar=leeg,
        fout={"professional": "rvdk", "taak": "politietaak"},
        goed={"taak": "raadsonderzoek"},
    ),
    Geval(
        zin="een taak met dezelfde naam bij een ander is genoeg als de partij hem zelf ook heeft",
        code=Code.TAAK_NIET_VAN_PARTIJ,
        naam="deelname.toelaten",
        klaar=leeg,
        fout={"professional": "om", "taak": "nazorg"},
        goed={"professional": "dji"},
    ),
    *(
        Geval(
            zin=f"zonder noodzaak is er geen stoel ({wat})",
            code=Code.GEEN_NOODZAAK,
            naam="deelname.toelaten",
            klaar=leeg,
            fout={"professional": "politie", "noodzaak": noodzaak},
            goed={"noodzaak": "Kent de meldingen."},
        )
        for wat, noodzaak in {"leeg": "", "spaties": "\n "}.items()
    ),
    Geval(
        zin="ook iemand in de kring staat er alleen als dat nodig is",
        code=Code.GEEN_NOODZAAK,
        naam="casus.aanmelden",
        klaar=leeg,
        fout={
            "id": "K-2",
            "kring": [{"id": "k", "naam": "K", "relatie": "kind", "noodzaak": " "}],
        },
        goed={
            "kring": [{"id": "k", "naam": "K", "relatie": "kind", "noodzaak": "Woont in huis."}]
        },
    ),
    *(
        Geval(
            zin=f"een wijkteamlid zegt welke pet hij draagt, ook bij {taak}",
            code=Code.PET_ONTBREEKT,
            naam="deelname.toelaten",
            klaar=leeg,
            fout={"professional": "wijkteam", "taak": taak, "pet": leeg_},
            goed={"pet": taak},
        )
        for taak, leeg_ in zip(PETTEN, (WEG, "", " ", WEG), strict=True)
    ),
    *(
        Geval(
            zin=f"een derde tekent eerst voor geheimhouding ({soort})",
            code=Code.GEEN_GEHEIMHOUDINGSVERKLARING,
            naam="deelname.toelaten",
            klaar=leeg,
            fout={"professional": soort},
            eerst=lambda tafel, soort=soort: tafel.doe(
                "geheimhouding.ondertekenen", professional=soort
            ),
        )
        for soort in DERDEN
    ),
    Geval(
        zin="een verklaring van na het overleg komt te laat",
        code=Code.GEEN_GEHEIMHOUDINGSVERKLARING,
        naam="deelname.toelaten",
        klaar=lambda: getekend_op(OVERLEGDAG + timedelta(days=1)),
        fout={"professional": "huisarts"},
        eerst=lambda tafel: tafel.doe(
            "geheimhouding.ondertekenen", professional="huisarts", datum=OVERLEGDAG
        ),
    ),
    Geval(
        zin="de verklaring van een collega telt niet",
        code=Code.GEEN_GEHEIMHOUDINGSVERKLARING,
        naam="deelname.toelaten",
        klaar=lambda: getekend_op(VANDAAG),
        fout={"professional": "huisarts2"},
        goed={"professional": "huisarts"},
    ),
]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk(GEVALLEN)
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


@pytest.mark.parametrize("kader", NIET_DE_WGS)
def test_buiten_de_wgs_hoeft_een_derde_niet_te_tekenen(kader: str) -> None:
    leeg(kader).doe("deelname.toelaten", professional="huisarts")


@pytest.mark.parametrize("soort", ["ggz", "wijkteam", "veilig-thuis", "gi", "politie", "zvh"])
def test_wie_geen_derde_is_hoeft_niet_te_tekenen(soort: str) -> None:
    leeg().doe("deelname.toelaten", professional=soort)


@pytest.mark.parametrize("pet", PETTEN)
def test_elke_pet_mag_ook_als_de_taak_anders_heet(pet: str) -> None:
    tafel = leeg()
    tafel.doe("deelname.toelaten", professional="wijkteam", taak="toeleiding", pet=pet)
    assert tafel.haal(Deelname, "o1", "K-1", "wijkteam").pet == pet


@pytest.mark.parametrize(
    "rol", ["uitvoerend", "adviseur", "procesregisseur", "voorzitter", "steunfiguur"]
)
def test_elke_rol_aan_tafel_kan(rol: str) -> None:
    leeg().doe("deelname.toelaten", professional="politie", rol=rol)


def test_na_intrekken_is_de_stoel_weer_vrij() -> None:
    tafel = een_tafel()
    tafel.doe("deelname.intrekken")
    tafel.doe("deelname.toelaten", professional="politie", rol="adviseur")
    stoel = tafel.haal(Deelname, "o1", "K-1", "politie")
    assert (stoel.rol, stoel.ingetrokken_op, stoel.reden_ingetrokken) == ("adviseur", None, "")


def test_wie_later_opnieuw_tekent_had_al_getekend() -> None:
    """BGS 2.21 lid 2: een verklaring van op of vóór het overleg; een nieuwe wist de oude niet."""
    tafel = getekend_op(VANDAAG)
    tafel.doe(
        "geheimhouding.ondertekenen", professional="huisarts", datum=OVERLEGDAG.replace(year=2027)
    )
    tafel.doe("deelname.toelaten", professional="huisarts", noodzaak=MARKERING)
