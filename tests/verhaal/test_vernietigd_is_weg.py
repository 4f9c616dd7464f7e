"""Na `casus.vernietigen` staat er van een casus in geen enkele bladzijde van de kluis nog iets.

Elk vrij veld van een heel weekoverleg draagt een merk, op een echte kluis, door de handelingen
zelf. Daarna worden alle bladzijden van database en WAL ontcijferd. Na het vaststellen:
tests/ui/test_vaststellen.py.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from casus_app import draaiboek
from casus_app.catalogus import laad
from casus_app.domein.casus import Casus
from casus_app.domein.uitgifte import Uitgifte
from casus_app.poorten import Papier
from casus_app.regels.bezit import SOORTEN
from casus_app.rollen import gebruiker_met
from casus_app.werkbank import Werkbank
from storage import Kluis, maak_kluis, sealing
from tests.nep import StilleKlok
from tests.storage.ontcijferen import klare_tekst
from tests.verhaal.test_sporen import HIER, _gemerkt, _toml

VAN_HET_HUIS = ("instelling.", "partij.", "professional.", "geheimhouding.", "overleg.plannen")
"""Wat deze handelingen opschrijven is niet van een casus, en blijft."""


def _draaiboek(van_casus: list[str], van_huis: list[str]) -> draaiboek.Draaiboek:
    rauw = tomllib.loads((HIER / "draaiboeken" / "weekoverleg.toml").read_text("utf-8"))
    regels = [f'titel = "Weg"\nkader = "{rauw["kader"]}"\nvandaag = {rauw["vandaag"]}\n']
    for nummer, stap in enumerate(rauw["stap"]):
        if stap["doe"].startswith(("casus.vernietigen", "toon.", "termijnen.")):
            continue
        merken: list[str] = []
        gemerkt: dict[str, Any] = _gemerkt(stap, "", merken)
        eigen = [f"S{nummer:03d}{merk}" for merk in merken]
        tekst = "".join(f"{veld} = {_toml(waarde)}\n" for veld, waarde in gemerkt.items())
        for merk, nieuw in zip(merken, eigen, strict=True):
            tekst = tekst.replace(merk, nieuw)
        regels.append(f"[[stap]]\n{tekst}")
        van_wie = van_huis if stap["doe"].startswith(VAN_HET_HUIS) else van_casus
        van_wie.extend(eigen)
    return draaiboek.lees("".join(regels).encode(), "weg.toml", laad().kaders)


def _over(kluis: Kluis, map_: Path, merken: list[str]) -> list[str]:
    tekst = klare_tekst(map_ / "kluis.db", kluis._key)
    return [merk for merk in merken if merk.encode() in tekst]


@pytest.fixture
def gespeeld(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Werkbank, Kluis, list[str], list[str]]:
    """Een heel weekoverleg op een echte kluis; werktekst gewoon leesbaar, want dat is de proef."""
    monkeypatch.setattr(sealing, "is_werktekst", lambda _waarde: False)
    (tmp_path / "kluis").mkdir()
    kluis = maak_kluis(tmp_path / "kluis", "vier woorden zijn genoeg", oefening=True)
    werkbank = Werkbank(
        kluis, StilleKlok(), laad(), lambda uitgave: Papier(uitgave.naam, b""), oefening=True
    )
    van_casus, van_huis = list[str](), list[str]()
    gelezen = _draaiboek(van_casus, van_huis)
    draaiboek.speel(gelezen, werkbank, lambda _regel: None, lambda _papier: None)
    return werkbank, kluis, van_casus, van_huis


def _vernietig_alles(werkbank: Werkbank) -> None:
    for casus in werkbank.opslag.zoek(Casus):
        stap = b'titel = "x"\nkader = "wgs"\nvandaag = 2026-11-23\n[[stap]]\n'
        stap += f'doe = "casus.vernietigen"\ncasus = "{casus.id}"\nreden = "Klaar."\n'.encode()
        (een,) = draaiboek.lees(stap, "x.toml", werkbank.catalogus.kaders).stappen
        werkbank.voer_uit(een.handeling, gebruiker_met("coordinator"), "wgs")


def test_na_vernietigen_staat_er_in_geen_bladzijde_nog_iets_van_een_casus(
    gespeeld: tuple[Werkbank, Kluis, list[str], list[str]], tmp_path: Path
) -> None:
    werkbank, kluis, van_casus, van_huis = gespeeld
    stond_er = _over(kluis, tmp_path / "kluis", van_casus)
    assert len(stond_er) > 60, "anders zegt 'niets gevonden' niets"
    assert kluis.zoek(Uitgifte)
    _vernietig_alles(werkbank)
    assert _over(kluis, tmp_path / "kluis", van_casus) == []
    assert _over(kluis, tmp_path / "kluis", van_huis), "het huis blijft"
    assert not kluis.na_te_ruimen
    assert all(not kluis.zoek(soort) for soort in SOORTEN)
    onthouden = repr(werkbank.terug.__dict__)
    assert not [merk for merk in van_casus if merk in onthouden]
    kluis.sluit()


def test_zonder_secure_delete_zou_het_er_nog_staan(
    gespeeld: tuple[Werkbank, Kluis, list[str], list[str]], tmp_path: Path
) -> None:
    werkbank, kluis, van_casus, _ = gespeeld
    assert kluis._db is not None
    kluis._db.execute("PRAGMA secure_delete = OFF")
    _vernietig_alles(werkbank)
    assert len(_over(kluis, tmp_path / "kluis", van_casus)) > 10
    kluis.sluit()
