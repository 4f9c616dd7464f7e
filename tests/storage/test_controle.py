"""Een kluis nakijken verandert niets en zegt in gewone woorden wat er is."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from casus_app.domein.casus import Casus
from casus_app.domein.mensen import Partij
from storage import Bevinding, Kluis, connection, controleer_kluis, open_kluis
from tests.storage.waarden import WACHTZIN, alles, nieuw, regel, stand, vul


def test_een_gevulde_kluis_is_heel_en_wordt_geteld(pad: Path, kluis: Kluis) -> None:
    kluis.leg_vast(nieuw(*alles()), regel())
    zegel = kluis.laatste_zegel()
    kluis.sluit()
    bevinding = controleer_kluis(pad, WACHTZIN)
    assert bevinding.heel
    assert set(bevinding.tellingen.values()) == {1}
    assert (bevinding.logregels, bevinding.laatste) == (1, zegel)
    assert (bevinding.kluis_id, bevinding.oefening) == (kluis.kluis_id, True)
    assert bevinding.regels[0] == "De kluis is heel. Het is een oefenkluis."
    assert "casus 1" in bevinding.regels[-1]


def test_nakijken_verandert_geen_byte_en_geen_tijd(
    pad: Path, openen: Callable[[], Kluis], tmp_path: Path
) -> None:
    kluis = openen()
    vul(kluis, 5)
    gestrand = Path(shutil.copytree(pad, tmp_path / "gestrand"))
    kluis.sluit()
    for map_ in (pad, gestrand):
        voor = stand(map_)
        map_voor = map_.stat().st_mtime_ns
        assert controleer_kluis(map_, WACHTZIN).tellingen["partij"] == 5
        assert controleer_kluis(map_ / "kluis.db", WACHTZIN).heel
        assert stand(map_) == voor
        assert map_.stat().st_mtime_ns == map_voor
    with open_kluis(gestrand, WACHTZIN) as na:
        assert len(na.zoek(Partij)) == 5


def test_de_bevinding_is_ook_voor_een_ander_programma_te_lezen(pad: Path) -> None:
    bevinding = controleer_kluis(pad, WACHTZIN)
    gelezen = json.loads(bevinding.als_json())
    gelezen["regels"] = tuple(gelezen["regels"])
    assert Bevinding(**gelezen) == bevinding


def test_verwijzingen_die_nergens_heen_gaan_worden_geteld(pad: Path, kluis: Kluis) -> None:
    kluis.leg_vast(nieuw(*alles()), regel())
    kluis.sluit()
    db = connection.connect(pad / "kluis.db", kluis._key)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("DELETE FROM casus")
    db.close()
    bevinding = controleer_kluis(pad, WACHTZIN)
    assert not bevinding.heel
    assert "In betrokkene wijzen 1 verwijzingen naar iets dat er niet meer is." in bevinding.regels
    assert bevinding.tellingen["casus"] == 0


def test_een_index_die_niet_klopt_wordt_gevonden(pad: Path, kluis: Kluis) -> None:
    """Zulke schade past in de versleuteling; alleen de controle van SQLite zelf ziet haar."""
    kluis.leg_vast(nieuw(*alles()), regel())
    kluis.sluit()
    db = connection.connect(pad / "kluis.db", kluis._key)
    db.execute("PRAGMA writable_schema = ON")
    db.execute("DELETE FROM sqlite_schema WHERE name = 'inbreng_casus'")
    db.close()
    bevinding = controleer_kluis(pad, WACHTZIN)
    assert not bevinding.heel
    assert any("indeling" in regel_ for regel_ in bevinding.regels)


def test_een_gebroken_logboek_wordt_met_nummer_genoemd(pad: Path, kluis: Kluis) -> None:
    vul(kluis, 5)
    kluis.sluit()
    db = connection.connect(pad / "kluis.db", kluis._key)
    db.execute("DROP TRIGGER logboek_blijft")
    db.execute("UPDATE logboek SET gebruiker = 'x' WHERE nr = 3")
    db.close()
    bevinding = controleer_kluis(pad, WACHTZIN)
    assert bevinding.breuk == 3
    assert "Het logboek klopt niet vanaf regel 3." in bevinding.regels


def test_de_regels_noemen_geen_inhoud(pad: Path, kluis: Kluis) -> None:
    waarden = alles()
    kluis.leg_vast(nieuw(*waarden), regel())
    kluis.sluit()
    bevinding = controleer_kluis(pad, WACHTZIN)
    assert "Merk" not in bevinding.als_json()
    assert str(pad) not in bevinding.als_json()
    assert any(isinstance(waarde, Casus) for waarde in waarden)
