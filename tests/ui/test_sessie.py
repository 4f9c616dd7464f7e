"""De sessie: één manier om te veranderen, één manier om ervan te horen."""

from datetime import date
from typing import TYPE_CHECKING

from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inrichting import InstellingInrichten
from casus_app.handelingen.overleg import OverlegPlannen
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code, Weigering
from tests.nep import GeheugenOpslag
from tests.ui.nepdeuren import een_werkbank
from ui.session import Session

if TYPE_CHECKING:
    from casus_app.fouten import CasusFout
    from casus_app.werkbank import Uitkomst

OPEN = BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=("voorzitter", "wijkagent"))
TE_VROEG = BesprekingOpenen(overleg="wk48", casus="K-2602", aanwezig=())


def _regels(sessie: Session) -> int:
    opslag = sessie.werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    return len(opslag.regels)


def test_wat_lukt_is_gedaan_en_wordt_verteld(sessie: Session) -> None:
    gehoord: list[Uitkomst] = []
    sessie.changed.connect(gehoord.append)
    assert sessie.perform(OPEN)
    assert [uitkomst.handeling for uitkomst in gehoord] == ["bespreking.openen"]
    punt = sessie.haal(Bespreking, "wk48", "K-2601")
    assert punt is not None
    assert punt.stand is Stand.OPEN


def test_wat_niet_mag_verandert_niets_en_zegt_waarom(sessie: Session) -> None:
    gehoord: list[CasusFout] = []
    sessie.refused.connect(gehoord.append)
    assert not sessie.perform(TE_VROEG)
    assert isinstance(gehoord[0], Weigering)
    assert gehoord[0].code is Code.BETROKKENE_NIET_GEINFORMEERD


def test_vragen_wat_er_tegen_is_doet_niets_en_schrijft_niets_op(sessie: Session) -> None:
    voor = _regels(sessie)
    bezwaar = sessie.objection(TE_VROEG)
    assert bezwaar is not None
    assert bezwaar.code is Code.BETROKKENE_NIET_GEINFORMEERD
    assert sessie.objection(OPEN) is None
    assert _regels(sessie) == voor
    punt = sessie.haal(Bespreking, "wk48", "K-2601")
    assert punt is not None
    assert punt.stand is Stand.GEPLAND
    assert sessie.undoable == ""


def test_alles_wat_openen_tegenhoudt_staat_er_tegelijk(sessie: Session) -> None:
    punt = sessie.haal(Bespreking, "wk48", "K-2602")
    assert punt is not None
    assert [weigering.code for weigering in sessie.stops_opening(punt)] == [
        Code.BETROKKENE_NIET_GEINFORMEERD,
        Code.UITNODIGING_ONTBREEKT,
    ]


def test_een_lege_kluis_krijgt_het_kader_dat_gekozen_wordt(qapp: object) -> None:
    sessie = Session(een_werkbank(), gebruiker_met("coordinator"))
    sessie.begin_with("sociaal-domein")
    assert sessie.perform(
        InstellingInrichten(naam="Huis", verantwoordelijke="B en W", contactpunt="loket", fg="fg")
    )
    huis = sessie.haal(Instelling, HUIS)
    assert huis is not None
    assert huis.kader == "sociaal-domein"
    sessie.begin_with("wgs")
    assert sessie.kader == "sociaal-domein"


def test_wat_om_te_keren_is_kan_terug_en_weer_vooruit(sessie: Session) -> None:
    nieuw = OverlegPlannen(
        id="wk49", datum=date(2026, 12, 1), begin="09:00", plaats="Zaal", voorzitter="voorzitter"
    )
    assert sessie.perform(nieuw)
    assert sessie.undoable == "overleg.plannen"
    sessie.undo()
    assert sessie.haal(Overleg, "wk49") is None
    assert sessie.redoable == "overleg.plannen"
    sessie.redo()
    assert sessie.haal(Overleg, "wk49") is not None


def test_zonder_rol_mag_er_niets(qapp: object) -> None:
    sessie = Session(een_werkbank(), gebruiker_met("iemand"))
    assert not sessie.may("casus.aanmelden")
    assert not sessie.perform(OPEN)
