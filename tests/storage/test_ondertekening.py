"""Een handtekening onder wat vastgesteld is: van wie, en of het nog klopt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Overleg, Stand
from casus_app.handelingen.bespreking import OverlegVaststellen
from casus_app.handelingen.ondertekenen import OverlegOndertekenen
from casus_app.poorten import Papier, Wijziging
from casus_app.regels.bezit import alles_van
from casus_app.regels.termijnen import mede_te_tekenen
from casus_app.regels.vaststelling import _VELDEN, ROLLEN, Tekenstand, onderdelen, tekenstand
from casus_app.rollen import Gebruikersrol, gebruiker_met, gebruiker_van
from casus_app.weigeringen import Weigering
from casus_app.werkbank import Werkbank
from storage import Kluis, controleer_kluis, open_kluis
from tests.nep import StilleKlok
from tests.storage.sleutels import voeg_slot_toe
from tests.storage.waarden import WACHTZIN, WACHTZIN_B, alles, een, merk, nieuw, regel, weg

OVERLEG = merk("overleg")
VOORZITTER, COORDINATOR = ROLLEN
_WEG = {"Klad", "Akkoord", "Vraagkaart", "Rectificatie"}


@pytest.fixture
def klaar(kluis: Kluis) -> Kluis:
    """Een overleg met twee casussen, klaar om vast te stellen."""
    waarden = [w for w in alles() if type(w).__name__ not in _WEG]
    klaar = [_klaar(w) for w in waarden]
    tweede = [
        een(Casus, id="tweede"),
        een(Bespreking, casus="tweede", stand=Stand.GESLOTEN, plek=2),
        een(Afspraak, id="b", casus="tweede"),
    ]
    kluis.leg_vast(nieuw(*klaar, *tweede), regel(1))
    return kluis


def _klaar(waarde: Any) -> Any:
    if isinstance(waarde, Inbreng):
        return replace(waarde, lot=Lot.MEE)
    return replace(waarde, stand=Stand.GESLOTEN) if isinstance(waarde, Bespreking) else waarde


def doe(kluis: Kluis, handeling: Any, als: str, *, oefening: bool = True) -> None:
    bank = Werkbank(
        kluis, StilleKlok(), laad(), lambda uitgave: Papier(uitgave.naam, b""), oefening=False
    )
    bank.oefening = oefening
    slot = kluis.slot()
    assert slot is not None
    bank.voer_uit(handeling, gebruiker_met(als) if oefening else gebruiker_van(slot), "wgs")


def stand(kluis: Kluis) -> Tekenstand:
    overleg = kluis.haal(Overleg, OVERLEG)
    assert overleg is not None
    gevonden = tekenstand(kluis, overleg)
    assert gevonden is not None
    return gevonden


def stel_vast(kluis: Kluis, als: str = "voorzitter") -> None:
    doe(kluis, OverlegVaststellen(overleg=OVERLEG), als)


def onderteken(kluis: Kluis, als: str, *, oefening: bool = True) -> None:
    doe(kluis, OverlegOndertekenen(overleg=OVERLEG), als, oefening=oefening)


def test_wie_vaststelt_tekent_meteen_en_de_ander_daarna(klaar: Kluis, pad: Path) -> None:
    stel_vast(klaar)
    assert stand(klaar).ontbreekt == (COORDINATOR,)
    assert stand(klaar).zin.startswith("Ondertekend door de voorzitter.")
    assert [t.casus for t in mede_te_tekenen(klaar, date(2026, 11, 24))] == [COORDINATOR]
    onderteken(klaar, "coordinator")
    assert stand(klaar).zin == "Ondertekend door voorzitter en coördinator."
    assert list(mede_te_tekenen(klaar, date(2026, 11, 24))) == []
    klaar.sluit()
    assert controleer_kluis(pad, WACHTZIN).heel


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        ("dubbel", "al ondertekend"),
        ("zelfde", "van een ander"),
        ("open", "nog niet vastgesteld"),
        ("secretaris", "rol"),
    ],
)
def test_wie_niet_kan_tekenen_hoort_waarom(klaar: Kluis, wat: str, zin: str) -> None:
    if wat != "open":
        stel_vast(klaar)
    als = {"dubbel": "voorzitter", "secretaris": "secretaris"}.get(wat, "coordinator")
    with pytest.raises(Weigering) as geweigerd:
        onderteken(klaar, als, oefening=wat != "zelfde")
    assert zin in geweigerd.value.melding


def test_een_ander_slot_tekent_met_een_andere_sleutel(
    klaar: Kluis, pad: Path, openen: Callable[[], Kluis]
) -> None:
    stel_vast(klaar, "coordinator")
    klaar.sluit()
    slot = voeg_slot_toe(pad, WACHTZIN, WACHTZIN_B, rol="voorzitter")
    with open_kluis(pad, WACHTZIN_B, slot) as ander:
        assert [een.eigen for een in stand(ander).handtekeningen] == [False]
        onderteken(ander, "voorzitter", oefening=False)
        assert [een.eigen for een in stand(ander).handtekeningen] == [False, True]
        assert stand(ander).zin == "Ondertekend door voorzitter en coördinator."


def _knoei(kluis: Kluis, sql: str) -> None:
    def uit(db: Any) -> None:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("DROP TRIGGER handtekening_blijft")
        assert db.execute(sql).rowcount > 0
        db.execute("PRAGMA foreign_keys = ON")

    kluis.met(uit)
    kluis._known.clear()


_ERBIJ = (
    "INSERT INTO afspraak SELECT 'c', overleg, casus, uitvoerder, wat, uiterlijk, klaar_als,"
    " stand, toelichting, bijgewerkt_op FROM afspraak LIMIT 1"
)


@pytest.mark.parametrize(
    "sql",
    [
        _ERBIJ,
        "UPDATE bespreking SET besluit = 'Iets anders'",
        "UPDATE afspraak SET wat = 'Iets anders' WHERE id = 'b'",
        "UPDATE afspraak SET casus = 'tweede'",
        "UPDATE inbreng SET kern = 'Iets anders'",
        "UPDATE meeneming SET voorwaarden = 'Geen'",
        "UPDATE aanwezigheid SET tot = '2026-11-24T10:00:00+00:00'",
        "UPDATE handtekening SET rol = 'secretaris'",
        "UPDATE handtekening SET gebruiker = 'een ander'",
        "UPDATE handtekening SET moment = '2026-11-25T10:00:00+00:00'",
        "UPDATE handtekening SET publiek = substr(publiek, 3) || '00'",
        "UPDATE handtekening SET bladen = '[]'",
        "UPDATE handtekening SET teken = 'geen hex'",
        "UPDATE vaststelzout SET zout = '00'",
        "DELETE FROM vaststelzout",
    ],
)
def test_wat_na_het_tekenen_verandert_valt_op(klaar: Kluis, pad: Path, sql: str) -> None:
    stel_vast(klaar)
    _knoei(klaar, sql)
    assert not stand(klaar).klopt
    assert "klopt niet meer" in stand(klaar).zin
    with pytest.raises(Weigering, match="klopt niet meer"):
        onderteken(klaar, "coordinator")
    klaar.sluit()
    gevonden = controleer_kluis(pad, WACHTZIN)
    assert not gevonden.heel
    assert any("vaststelling" in zin for zin in gevonden.regels)


def test_wat_daarna_gewoon_doorgaat_breekt_geen_handtekening(klaar: Kluis) -> None:
    stel_vast(klaar)
    (afspraak,) = klaar.zoek(Afspraak, casus="tweede")
    klaar.leg_vast(
        [
            Wijziging(
                afspraak, replace(afspraak, stand=StandAfspraak.AFGEROND, toelichting="Klaar")
            )
        ],
        regel(5),
    )
    assert stand(klaar).klopt
    assert "vernietigd" not in stand(klaar).zin


def test_een_vernietigde_casus_laat_de_handtekening_onder_de_rest_heel(
    klaar: Kluis, pad: Path
) -> None:
    """En zijn sommen zeggen niets meer: het zout is met hem weg."""
    stel_vast(klaar)
    onderteken(klaar, "coordinator")
    (casus,) = klaar.zoek(Casus, id="tweede")
    klaar.leg_vast(weg(*alles_van(klaar, casus)), regel(5), grondig=True)
    assert stand(klaar).klopt
    assert stand(klaar).zin.endswith("Een deel is daarna vernietigd.")
    zouten = klaar.met(lambda db: db.execute("SELECT casus FROM vaststelzout").fetchall())
    assert zouten == [(merk("casus"),)]
    klaar.sluit()
    assert controleer_kluis(pad, WACHTZIN).heel


def test_zonder_sleutelpaar_komt_er_geen_handtekening(klaar: Kluis) -> None:
    klaar.ring = replace(klaar.ring, ondertekening=None)
    stel_vast(klaar)
    assert stand(klaar).handtekeningen == ()
    assert stand(klaar).zin == "Nog door niemand ondertekend."


def test_alles_wat_blijft_staat_onder_de_handtekening(klaar: Kluis) -> None:
    delen = onderdelen(klaar, OVERLEG)
    assert set(delen) == {merk("casus"), "tweede"}
    assert {type_.__name__ for type_ in _VELDEN} == {
        deel.split('"')[1] for deel in delen[merk("casus")]
    }
    assert {Bespreking, Afspraak, Aanwezigheid, Inbreng, Meeneming} == set(_VELDEN)
    assert Gebruikersrol.FG not in ROLLEN
