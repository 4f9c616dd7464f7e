"""Het sleutelbestand: wie erin mag, en wat er gebeurt als iemand eraan zit."""

import json
import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casus_app.domein.mensen import Partij
from casus_app.fouten import OpslagFout
from casus_app.rollen import Gebruikersrol
from storage import KdfSterkte, Kluis, keyfile, keys, maak_kluis, open_kluis, sloten_van, slots
from storage.errors import (
    KdfBuitenGrenzen,
    SleutelbestandBeschadigd,
    SleutelbestandNieuwer,
    SleutelbestandOnbetrouwbaar,
    WachtzinOnbruikbaar,
    WachtzinOnjuist,
)
from storage.keys import Doel, derive
from tests.storage.sleutels import (
    Ruw,
    een_slot,
    knoei,
    lees_ruw,
    ring_van,
    schrijf_ruw,
    voeg_slot_toe,
)
from tests.storage.waarden import WACHTZIN, WACHTZIN_B, vul

LASTIG = [
    "met 'enkele' en \"dubbele\" tekens; -- x'00'",
    " spaties  aan   beide kanten ",
    "👩‍👩‍👧 gezin 🏳️‍🌈",
    "nul\0erin",
    "x" * 10_000,
    "مرحبا بالعالم",
    "één café",
    "\n",
]


def test_een_tweede_slot_opent_dezelfde_kluis(pad: Path, openen: Callable[[], Kluis]) -> None:
    kluis = openen()
    vul(kluis, 3)
    kluis.sluit()
    voeg_slot_toe(pad, WACHTZIN, WACHTZIN_B)
    for wachtzin, slot in zip((WACHTZIN, WACHTZIN_B), sloten_van(pad), strict=True):
        with open_kluis(pad, wachtzin, slot.id) as open_:
            assert (open_.kluis_id, len(open_.zoek(Partij))) == (kluis.kluis_id, 3)
            assert open_.slot() == slot


def test_een_slot_van_een_later_soort_blijft_staan_en_zit_niet_in_de_weg(pad: Path) -> None:
    """Een pas van straks: een ander soort, met eigen instellingen en bijlagen."""
    bestand = keyfile.parse((pad / "kluis.db.sleutel").read_bytes())
    ontsloten = keyfile.unlock(bestand, WACHTZIN)
    pas = replace(
        ontsloten.slot,
        id="h1",
        soort="pas",
        kdf={"naam": "fido2", "zout": "00" * 16},
        proef="11" * 32,
        kern="22" * 12,
        gewikkeld="33" * 48,
        bijlagen={"x25519": "44" * 32},
    )
    later = keyfile.Sleutelbestand(
        bestand.kluis, (pas, ontsloten.slot), bijlagen={"anker": "55" * 32}
    ).sealed({1: ontsloten.ring.wortel})
    (pad / "kluis.db.sleutel").write_bytes(later.to_bytes())
    assert keyfile.parse(later.to_bytes()) == later
    open_kluis(pad, WACHTZIN).sluit()
    knoei(pad, lambda ruw: ruw["sloten"].pop(0))
    with pytest.raises(SleutelbestandOnbetrouwbaar):
        open_kluis(pad, WACHTZIN)


def test_twee_wortels_kunnen_naast_elkaar_staan() -> None:
    """Zo wordt een kluis straks van sleutel gewisseld: eerst beide, dan alleen de nieuwe."""
    oud, nieuw = ring_van(b"o"), ring_van(b"n", nummer=2)
    sloten = (een_slot(WACHTZIN, oud), een_slot(WACHTZIN_B, nieuw))
    bestand = keyfile.Sleutelbestand("ab" * 16, sloten).sealed({1: oud.wortel, 2: nieuw.wortel})
    gelezen = keyfile.parse(bestand.to_bytes())
    assert _opent(gelezen, WACHTZIN) == (sloten[0], oud.wortel)
    assert _opent(gelezen, WACHTZIN_B) == (sloten[1], nieuw.wortel)


def _opent(bestand: keyfile.Sleutelbestand, wachtzin: str) -> tuple[keyfile.Slot, bytes]:
    ontsloten = keyfile.unlock(bestand, wachtzin)
    return ontsloten.slot, ontsloten.ring.wortel


@pytest.mark.parametrize("wachtzin", LASTIG)
def test_elke_wachtzin_opent_met_zichzelf_en_met_niets_anders(wachtzin: str) -> None:
    slot = een_slot(wachtzin)
    bestand = keyfile.Sleutelbestand("ab" * 16, (slot,)).sealed({1: b"w" * 32})
    assert _opent(bestand, wachtzin) == (slot, b"w" * 32)
    assert _opent(bestand, unicodedata.normalize("NFD", wachtzin))[1] == b"w" * 32
    for anders in {wachtzin + "x", wachtzin[:-1] + "y", wachtzin.upper(), wachtzin.strip()}:
        if anders and anders != wachtzin:
            with pytest.raises(WachtzinOnjuist):
                keyfile.unlock(bestand, anders)


@pytest.mark.parametrize("wachtzin", ["", "half teken \ud800"])
def test_een_lege_of_onleesbare_wachtzin_kan_niet(
    pad: Path, tmp_path: Path, wachtzin: str
) -> None:
    with pytest.raises(WachtzinOnbruikbaar):
        maak_kluis(tmp_path / "nieuw", wachtzin, oefening=True)
    assert not (tmp_path / "nieuw").exists()
    with pytest.raises(WachtzinOnjuist):
        open_kluis(pad, wachtzin)


def _lager(ruw: Ruw) -> None:
    ruw["sloten"][0]["kdf"]["m_kib"] = 8


def _geheugenbom(ruw: Ruw) -> None:
    ruw["sloten"][0]["kdf"]["m_kib"] = 2**31


def _een_ronde(ruw: Ruw) -> None:
    ruw["sloten"][0]["kdf"]["t"] = 1


def _tijdbom(ruw: Ruw) -> None:
    ruw["sloten"][0]["kdf"]["t"] = 10**6


@pytest.mark.parametrize("doe", [_lager, _geheugenbom, _een_ronde, _tijdbom])
def test_kdf_grenzen_gelden_voordat_er_gerekend_wordt(
    pad: Path, doe: Callable[[Ruw], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    knoei(pad, doe)

    def niet_rekenen(**_: object) -> None:
        pytest.fail("er is gerekend met ongekeurde instellingen")

    monkeypatch.setattr(keys, "Argon2id", niet_rekenen)
    with pytest.raises(KdfBuitenGrenzen):
        open_kluis(pad, WACHTZIN)


def test_de_grenzen_gelden_ook_voor_een_slot_dat_nog_niet_aan_de_beurt_is(pad: Path) -> None:
    voeg_slot_toe(pad, WACHTZIN, WACHTZIN_B)
    knoei(pad, lambda ruw: ruw["sloten"][1]["kdf"].update(t=10**6))
    with pytest.raises(KdfBuitenGrenzen):
        open_kluis(pad, WACHTZIN, sloten_van(pad)[0].id)


@pytest.mark.parametrize(
    "anders",
    [
        {"id": "0" * 16},
        {"rol": "beheerder"},
        {"naam": "Een ander"},
        {"wortel": 2},
        {"kern": "00" * 60},
        {"publiek": "00" * 32},
        {"gewikkeld": "00" * 92},
        {"gewikkeld": "01" * 92},
    ],
)
def test_een_slot_is_aan_zichzelf_gebonden_ook_als_het_zegel_klopt(
    anders: dict[str, Any],
) -> None:
    """Wie de wortel kent kan opnieuw verzegelen, maar een slot niet van een ander maken."""
    slot = een_slot(WACHTZIN, rol="fg")
    for kluis, sloten in (("ab" * 16, (replace(slot, **anders),)), ("cd" * 16, (slot,))):
        bestand = keyfile.Sleutelbestand(kluis, sloten).sealed({1: b"w" * 32, 2: b"w" * 32})
        with pytest.raises((SleutelbestandOnbetrouwbaar, WachtzinOnjuist)):
            keyfile.unlock(bestand, WACHTZIN)


@pytest.mark.parametrize("rol", Gebruikersrol)
def test_alleen_wie_werktekst_leest_krijgt_de_werkwortel(rol: Gebruikersrol) -> None:
    """Een slot van de FG of de beheerder heeft er geen, ook niet als de maker hem had."""
    slot = een_slot(WACHTZIN, rol=rol)
    bestand = keyfile.Sleutelbestand("ab" * 16, (slot,)).sealed({1: b"w" * 32})
    ring = keyfile.unlock(bestand, WACHTZIN).ring
    krijgt_hem = rol not in {Gebruikersrol.FG, Gebruikersrol.BEHEERDER}
    assert (slots.WERK in slot.bijlagen, ring.werk) == (
        krijgt_hem,
        b"W" * 32 * krijgt_hem or None,
    )
    assert ring.ondertekening is not None
    assert keyfile.unlock(bestand, WACHTZIN).ring.ondertekening == ring.ondertekening


def test_een_werkwortel_past_alleen_in_zijn_eigen_slot() -> None:
    """Ook voor wie de wortel kent en dus opnieuw kan verzegelen."""
    eigen, vreemd = een_slot(WACHTZIN), een_slot(WACHTZIN)
    for inhoud in (eigen.gewikkeld, vreemd.bijlagen[slots.WERK], "00" * 92, "zz", ""):
        slot = replace(eigen, bijlagen={slots.WERK: inhoud})
        bestand = keyfile.Sleutelbestand("ab" * 16, (slot,)).sealed({1: b"w" * 32})
        with pytest.raises(SleutelbestandOnbetrouwbaar):
            keyfile.unlock(bestand, WACHTZIN)


def test_een_kluis_maken_onder_de_grens_kan_niet(tmp_path: Path) -> None:
    with pytest.raises(KdfBuitenGrenzen):
        maak_kluis(tmp_path / "k", "zin", oefening=True, kdf=KdfSterkte(m_kib=1024, t=2, p=1))
    assert not (tmp_path / "k").exists()


def _rol(ruw: Ruw) -> None:
    ruw["sloten"][0]["rol"] = "beheerder"


def _naam(ruw: Ruw) -> None:
    ruw["sloten"][0]["naam"] = "Een ander"


def _publiek(ruw: Ruw) -> None:
    ruw["sloten"][0]["publiek"] = ruw["sloten"][1]["publiek"]


def _eenmalig(ruw: Ruw) -> None:
    ruw["sloten"][0]["bijlagen"] = {"eenmalig": "ja"}


def _slot_weg(ruw: Ruw) -> None:
    ruw["sloten"].pop()


def _slot_dubbel(ruw: Ruw) -> None:
    ruw["sloten"].append(dict(ruw["sloten"][0]))


def _volgorde(ruw: Ruw) -> None:
    ruw["sloten"].reverse()


def _andere_inhoud(ruw: Ruw) -> None:
    ruw["sloten"][0]["gewikkeld"] = ruw["sloten"][1]["gewikkeld"]


def _slot_id(ruw: Ruw) -> None:
    ruw["sloten"][0]["id"] = "0" * 16


def _zegel(ruw: Ruw) -> None:
    ruw["zegels"]["1"] = "0" * 64


def _zegel_weg(ruw: Ruw) -> None:
    ruw["zegels"] = {}


def _bijlage(ruw: Ruw) -> None:
    ruw["bijlagen"]["x"] = "y"


def _wortel(ruw: Ruw) -> None:
    ruw["sloten"][0]["wortel"] = 2


@pytest.mark.parametrize(
    "doe",
    [
        _rol, _slot_weg, _slot_dubbel, _volgorde, _andere_inhoud, _slot_id, _zegel, _zegel_weg,
        _bijlage, _wortel, _naam, _publiek, _eenmalig,
    ],
)  # fmt: skip
def test_een_veranderd_sleutelbestand_is_niet_te_vertrouwen(
    pad: Path, doe: Callable[[Ruw], None]
) -> None:
    voeg_slot_toe(pad, WACHTZIN, WACHTZIN_B)
    wie = sloten_van(pad)[0].id
    knoei(pad, doe)
    if doe is _slot_id:
        wie = "0" * 16
    with pytest.raises(SleutelbestandOnbetrouwbaar):
        open_kluis(pad, WACHTZIN, wie)


def test_een_slot_uit_een_andere_kluis_wordt_geweigerd(pad: Path, andere: Path) -> None:
    vreemd = lees_ruw(andere)["sloten"][0]
    eigen = sloten_van(pad)[0].id
    knoei(pad, lambda ruw: ruw["sloten"].append(vreemd))
    with pytest.raises(SleutelbestandOnbetrouwbaar):
        open_kluis(pad, WACHTZIN, eigen)
    with pytest.raises(WachtzinOnjuist):
        open_kluis(pad, WACHTZIN_B, vreemd["id"])


def test_een_sleutelbestand_van_een_latere_versie_wordt_zo_genoemd(pad: Path) -> None:
    knoei(pad, lambda ruw: ruw.update(versie=2, iets_nieuws=True))
    with pytest.raises(SleutelbestandNieuwer):
        open_kluis(pad, WACHTZIN)


ROMMEL = [
    b"",
    b"\0" * 500,
    b"geen json",
    b"[" * 200_000,
    b'{"som":' + b"9" * 5000 + b"}",
    b'{"som":NaN}',
    b'{"som":"x","som":"y"}',
    b'{"som":"\\ud800"}',
    b'{"som":1}',
    b"null",
    b"[]",
    b'"som"',
    b"{" + b'"a":1,' * 300_000 + b'"som":"x"}',
]


@pytest.mark.parametrize("inhoud", ROMMEL, ids=range(len(ROMMEL)))
def test_rommel_is_een_beschadigd_sleutelbestand(inhoud: bytes) -> None:
    with pytest.raises(SleutelbestandBeschadigd):
        keyfile.parse(inhoud)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("kluis", "ab"),
        ("kluis", 3),
        ("sloten", []),
        ("sloten", {}),
        ("sloten", [3]),
        ("sloten", [{}]),
        ("zegels", []),
        ("zegels", {"een": "00"}),
        ("zegels", {"1": 5}),
        ("bijlagen", {"x": 5}),
        ("vorm", "iets anders"),
        ("versie", "1"),
        ("versie", 0),
    ],
)
def test_een_verkeerd_veld_is_een_beschadigd_sleutelbestand(
    pad: Path, veld: str, waarde: object
) -> None:
    knoei(pad, lambda ruw: ruw.update({veld: waarde}))
    with pytest.raises(SleutelbestandBeschadigd):
        open_kluis(pad, WACHTZIN)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("wortel", "1"), ("wortel", True), ("kdf", "x"), ("id", 3), ("rol", None), ("proef", "é"),
        ("kern", 3), ("naam", 3), ("publiek", []),
    ],
)  # fmt: skip
def test_een_verkeerd_veld_in_een_slot_ook(pad: Path, veld: str, waarde: object) -> None:
    knoei(pad, lambda ruw: ruw["sloten"][0].update({veld: waarde}))
    with pytest.raises(SleutelbestandBeschadigd):
        open_kluis(pad, WACHTZIN)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("naam", "scrypt"), ("m_kib", "veel"), ("t", True), ("zout", "00"), ("zout", 1),
        ("extra", 1),
    ],
)  # fmt: skip
def test_onbekende_instellingen_zijn_niet_te_vertrouwen(
    pad: Path, veld: str, waarde: object
) -> None:
    knoei(pad, lambda ruw: ruw["sloten"][0]["kdf"].update({veld: waarde}))
    with pytest.raises(SleutelbestandOnbetrouwbaar):
        open_kluis(pad, WACHTZIN)


def test_elk_omgevallen_bit_in_het_sleutelbestand_wordt_gevonden(pad: Path) -> None:
    heel = (pad / "kluis.db.sleutel").read_bytes()
    toeval = random.Random(1)
    for plek in range(len(heel)):
        stuk = bytearray(heel)
        stuk[plek] ^= 1 << toeval.randrange(8)
        with pytest.raises(SleutelbestandBeschadigd):
            keyfile.parse(bytes(stuk))
    for lengte in range(0, len(heel), 7):
        with pytest.raises(SleutelbestandBeschadigd):
            keyfile.parse(heel[:lengte])
    assert len(heel) > 500


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda binnen: (
        st.lists(binnen, max_size=3) | st.dictionaries(st.text(max_size=5), binnen, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_een_willekeurig_verbouwd_sleutelbestand_opent_nooit(
    pad: Path, data: st.DataObject
) -> None:
    """Met een som die klopt en de goede wachtzin: geweigerd met een eigen fout, en snel."""
    origineel = (pad / "kluis.db.sleutel").read_bytes()
    ruw = json.loads(origineel)
    waar = data.draw(st.sampled_from([ruw, ruw["sloten"][0], ruw["sloten"][0]["kdf"]]))
    veld = data.draw(st.sampled_from(sorted(set(waar) - {"som"})))
    waarde = data.draw(_json)
    if waarde == waar[veld] and type(waarde) is type(waar[veld]):
        return
    waar[veld] = waarde
    try:
        schrijf_ruw(pad, ruw)
        with pytest.raises(OpslagFout):
            open_kluis(pad, WACHTZIN)
    finally:
        (pad / "kluis.db.sleutel").write_bytes(origineel)


def test_elk_doel_heeft_een_eigen_sleutel() -> None:
    sleutels = {derive(b"w" * 32, "ab" * 16, doel) for doel in Doel}
    assert len(sleutels) == len(Doel)
    assert not sleutels & {derive(b"w" * 32, "cd" * 16, doel) for doel in Doel}


def test_een_echte_kluis_kost_een_aanvaller_veel_meer_dan_een_oefenkluis() -> None:
    keys.ECHT.check_bounds()
    keys.OEFENING.check_bounds()
    assert keys.ECHT.m_kib * keys.ECHT.t > 10 * keys.OEFENING.m_kib * keys.OEFENING.t
    assert (keys.ECHT.m_kib, keys.ECHT.t, keys.ECHT.p) == (256 * 1024, 3, 2)
