"""Wat het scherm van de tafel vastlegt: hoe iemand erbij zit, hamerstukken, en de stap."""

from datetime import date

import pytest

from casus_app.domein.overleg import Bespreking
from casus_app.domein.tafel import (
    Akkoord,
    Hamerstuk,
    Houding,
    SoortAkkoord,
    SoortHouding,
    Tafelstand,
    Tafelstap,
)
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code
from tests.bouw import Tafel, een_casus, een_tafel, een_volle_tafel

PLEK = {"overleg": "o1", "casus": "K-1"}
VOORSTEL = {
    **PLEK,
    "besluit": "De afspraken lopen door.",
    "aanspreekpunt": "college",
    "evaluatie_op": date(2027, 1, 12),
    "klaar_als": "",
}


def _luistert(tafel: Tafel, wie: str, houding: str = "luistert") -> Code | None:
    velden = {**PLEK, "professional": wie, "houding": houding}
    return tafel.probeer("bespreking.houding", **velden)


def test_iemand_luistert_alleen_en_doet_daarna_weer_gewoon_mee() -> None:
    tafel = een_tafel().open()
    assert _luistert(tafel, "politie") is None
    assert _luistert(tafel, "college", "niets-in-te-brengen") is None
    soorten = {h.professional: h.soort for h in tafel.opslag.zoek(Houding)}
    assert soorten == {"politie": SoortHouding.LUISTERT, "college": SoortHouding.NIETS}
    assert _luistert(tafel, "politie", "") is None
    assert [h.professional for h in tafel.opslag.zoek(Houding)] == ["college"]


def test_wie_iets_inbrengt_luistert_niet_meer_alleen() -> None:
    tafel = een_tafel().open()
    assert _luistert(tafel, "politie") is None
    tafel.breng_in()
    assert tafel.opslag.zoek(Houding) == ()
    assert _luistert(tafel, "politie") is Code.ONGELDIG
    tafel.doe("inbreng.schrappen")
    assert _luistert(tafel, "politie") is None


def test_een_houding_is_alleen_van_wie_in_de_kamer_is_bij_een_open_casus() -> None:
    tafel = een_tafel()
    assert _luistert(tafel, "politie") is Code.BESPREKING_NIET_OPEN
    tafel.open("zvh", "politie")
    assert _luistert(tafel, "college") is Code.NIET_AANWEZIG
    assert _luistert(tafel, "om") is Code.NIET_TOEGELATEN
    assert _luistert(tafel, "politie", "slaapt") is Code.ONGELDIG


def test_een_hamerstuk_gaat_open_met_zijn_besluit_en_weer_dicht() -> None:
    tafel = een_tafel()
    tafel.doe("bespreking.voorstellen", **VOORSTEL)
    stuk = tafel.haal(Hamerstuk, "o1", "K-1")
    tafel.open()
    tafel.doe("bespreking.besluiten", **VOORSTEL)
    tafel.doe("bespreking.sluiten")
    punt = tafel.haal(Bespreking, "o1", "K-1")
    assert (punt.besluit, punt.aanspreekpunt) == (stuk.besluit, stuk.aanspreekpunt)
    assert tafel.opslag.zoek(Hamerstuk) == ()


def test_zegt_iemand_bespreken_dan_is_het_geen_hamerstuk_meer() -> None:
    tafel = een_tafel()
    assert tafel.probeer("bespreking.bespreken", **PLEK) is Code.ONBEKEND
    tafel.doe("bespreking.voorstellen", **VOORSTEL)
    tafel.doe("bespreking.bespreken", **PLEK)
    assert tafel.opslag.zoek(Hamerstuk) == ()
    assert tafel.werkbank.maak_ongedaan(gebruiker_met("coordinator")) is not None
    assert len(tafel.opslag.zoek(Hamerstuk)) == 1
    tafel.doe("bespreking.doorschuiven")
    assert tafel.opslag.zoek(Hamerstuk) == ()


def test_een_weging_of_een_evaluatie_voor_het_overleg_is_geen_hamerstuk() -> None:
    tafel = een_tafel()
    vroeg = {**VOORSTEL, "evaluatie_op": date(2026, 1, 1)}
    assert tafel.probeer("bespreking.voorstellen", **vroeg) is Code.ONGELDIG
    een_casus(tafel, "K-2", soort="weging")
    weging = {**VOORSTEL, "casus": "K-2"}
    assert tafel.probeer("bespreking.voorstellen", **weging) is Code.ONGELDIG
    assert tafel.probeer("bespreking.voorstellen", als="fg", **VOORSTEL) is Code.ROL_NIET_BEVOEGD


def test_naar_een_stap_gaan_neemt_niets_af_van_wat_terug_kon() -> None:
    tafel = een_tafel().open()
    _luistert(tafel, "politie")
    tafel.doe("bespreking.stap", **PLEK, stap="besluit")
    assert tafel.haal(Tafelstand, "o1", "K-1").stap is Tafelstap.BESLUIT
    stap = tafel.werkbank.terug.ongedaan
    assert stap is not None
    assert stap.handeling == "bespreking.houding"
    assert tafel.probeer("bespreking.stap", **PLEK, stap="koffie") is Code.ONGELDIG


def test_alles_van_de_tafel_gaat_weg_met_de_casus() -> None:
    tafel = een_tafel().open()
    _luistert(tafel, "politie")
    tafel.doe("bespreking.stap", **PLEK, stap="besluit")
    tafel.sluit().stel_vast()
    assert tafel.opslag.zoek(Tafelstand) == ()
    assert tafel.doe("casus.vernietigen")["vernietigd"]["houding"] == 1
    assert tafel.opslag.zoek(Houding) == ()


# --- akkoord ---


def _akkoord(tafel: Tafel) -> dict[str, tuple[SoortAkkoord, str]]:
    return {een.professional: (een.soort, een.opmerking) for een in tafel.opslag.zoek(Akkoord)}


def test_akkoord_is_een_feit_en_niet_akkoord_heeft_een_opmerking() -> None:
    tafel = een_volle_tafel()
    tafel.doe("akkoord.geven", professional="politie", akkoord="akkoord", opmerking="")
    tafel.doe("akkoord.geven", professional="college", opmerking="Te weinig tijd.")
    assert _akkoord(tafel) == {
        "politie": (SoortAkkoord.AKKOORD, ""),
        "college": (SoortAkkoord.NIET, "Te weinig tijd."),
    }
    tafel.doe("akkoord.geven", professional="college", akkoord="", opmerking="")
    assert set(_akkoord(tafel)) == {"politie"}


def test_wie_er_niet_is_zegt_geen_akkoord() -> None:
    tafel = een_volle_tafel()
    tafel.doe("bespreking.uitlaten", professional="politie")
    tafel.weigert(Code.NIET_AANWEZIG, "akkoord.geven", professional="politie")


def test_een_opmerking_hoort_bij_niet_akkoord() -> None:
    een_volle_tafel().weigert(Code.ONGELDIG, "akkoord.geven", akkoord="akkoord")


def test_niet_akkoord_houdt_het_sluiten_niet_tegen() -> None:
    tafel = een_volle_tafel()
    tafel.doe("meenemen.niemand")
    tafel.doe("akkoord.geven", professional="politie")
    tafel.sluit()
    assert set(_akkoord(tafel)) == {"politie"}


@pytest.mark.parametrize(
    "naam",
    [
        "bespreking.besluiten",
        "afspraak.maken",
        "meenemen.niemand",
        "meenemen.toestaan",
        "inbreng.schrappen",
    ],
)
def test_verandert_er_iets_dan_wordt_akkoord_opnieuw_gevraagd(naam: str) -> None:
    tafel = een_volle_tafel()
    tafel.doe("akkoord.geven", professional="politie", akkoord="akkoord", opmerking="")
    tafel.doe("akkoord.geven", professional="college")
    tafel.doe(naam, **({"id": "a9"} if naam == "afspraak.maken" else {}))
    assert set(_akkoord(tafel)) == {"college"}, "wie niet akkoord was, is dat nog"


def test_met_een_ingetrokken_stoel_wordt_akkoord_opnieuw_gevraagd() -> None:
    tafel = een_volle_tafel()
    tafel.doe("akkoord.geven", professional="politie", akkoord="akkoord", opmerking="")
    tafel.doe("akkoord.geven", professional="college", opmerking="Te weinig tijd.")
    tafel.doe("deelname.intrekken", professional="college")
    assert _akkoord(tafel) == {"college": (SoortAkkoord.NIET, "Te weinig tijd.")}


def test_bij_het_vaststellen_blijft_wie_akkoord_was_en_verdwijnt_de_opmerking() -> None:
    tafel = een_volle_tafel()
    tafel.doe("meenemen.niemand")
    tafel.doe("akkoord.geven", professional="college")
    tafel.sluit().stel_vast()
    assert _akkoord(tafel) == {"college": (SoortAkkoord.NIET, "")}
