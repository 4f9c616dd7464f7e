"""Werktekst heeft een eigen sleutel: wie hem niet heeft leest niets, en zij sterft met hem."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from casus_app.domein.casus import Casus
from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.klad import Klad
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.domein.tafel import Akkoord
from casus_app.domein.waarde import sleutel_van
from casus_app.domein.werktekst import GESLOTEN, VELDEN
from casus_app.poorten import Wijziging
from storage import Kluis, controleer_kluis, open_kluis, sloten_van, workkeys
from storage.errors import NietBewaarbaar, WerktekstBeschadigd, WerktekstGesloten
from storage.rows import codec
from tests.storage.ontcijferen import klare_tekst
from tests.storage.sleutels import voeg_slot_toe
from tests.storage.waarden import (
    WACHTZIN,
    WACHTZIN_B,
    alles,
    een,
    merk,
    merkwoorden,
    nieuw,
    regel,
    weg,
)

NIET_VOOR = ("fg", "beheerder")


@pytest.fixture
def vol(kluis: Kluis) -> Kluis:
    """Een kluis met van alles één; daarbij een inbreng die iemand meeneemt."""
    tekst = {"kern": "Meegenomen tekst", "noodzaak": "Nodig voor de ander", "motivering": ""}
    mee = een(Inbreng, id="mee", lot=Lot.MEE, toestemming=None, **tekst)
    kluis.leg_vast(nieuw(*alles(), mee), regel(1))
    return kluis


@pytest.fixture
def als(vol: Kluis, pad: Path, openen: Callable[[], Kluis]) -> Callable[[str], Kluis]:
    """Dezelfde kluis, geopend met een slot van deze rol."""
    vol.sluit()
    geopend: list[Kluis] = []

    def open_(rol: str) -> Kluis:
        for eerder in geopend:
            eerder.sluit()
        slot = voeg_slot_toe(pad, WACHTZIN, f"{WACHTZIN_B} {rol}", rol=rol)
        geopend.append(open_kluis(pad, f"{WACHTZIN_B} {rol}", slot))
        return geopend[-1]

    return open_


def _werktekst() -> list[Any]:
    return [w for w in alles() if type(w) in VELDEN]


def _woorden() -> set[str]:
    """De merkwoorden in de velden met werktekst."""
    return {getattr(w, veld) for w in _werktekst() for veld in VELDEN[type(w)]}


def _zonder_werktekst() -> list[Any]:
    """Alles behalve werktekst en wat daarnaar wijst."""
    erbij = {"Meeneming", "Rectificatie", "Vraagkaart", "Weglating"}
    return [w for w in alles() if type(w) not in VELDEN and type(w).__name__ not in erbij]


def _stel_vast(kluis: Kluis) -> None:
    """Zoals het vaststellen: alles wat niet meegaat is leeg of weg."""
    (overleg,) = kluis.zoek(Overleg)
    inbreng = kluis.haal(Inbreng, merk("inbreng"))
    assert inbreng is not None
    leeg = replace(inbreng, kern="", noodzaak="", motivering="", lot=Lot.VERNIETIGD)
    stappen = [
        Wijziging(inbreng, leeg),
        *(Wijziging(a, replace(a, opmerking="")) for a in kluis.zoek(Akkoord)),
        *weg(*kluis.zoek(Klad)),
        Wijziging(overleg, replace(overleg, vastgesteld_op=overleg.datum)),
    ]
    kluis.leg_vast(stappen, regel(9), grondig=True)


def _sleutels(kluis: Kluis) -> tuple[workkeys.Werksleutel, ...]:
    return kluis.met(workkeys.read)


# --- wat er op de schijf staat ---


def test_ook_voor_het_vaststellen_staat_werktekst_in_geen_bladzijde(vol: Kluis, pad: Path) -> None:
    tekst = klare_tekst(pad / "kluis.db", vol._key)
    assert not [woord for woord in _woorden() if woord.encode() in tekst]
    assert b"Meegenomen tekst" in tekst, "wat iemand meeneemt is geen werktekst meer"
    rest = merkwoorden(alles()) - _woorden()
    assert all(woord.encode() in tekst for woord in rest), "zonder dit zegt 'niets' niets"


@pytest.mark.usefixtures("onverzegeld")
def test_zonder_verzegelen_stond_het_er_wel(vol: Kluis, pad: Path) -> None:
    tekst = klare_tekst(pad / "kluis.db", vol._key)
    assert all(woord.encode() in tekst for woord in _woorden())


def test_elke_bespreking_heeft_haar_eigen_sleutel_en_pas_met_haar_eerste_tekst(
    kluis: Kluis,
) -> None:
    stil = _zonder_werktekst()
    tweede = een(Bespreking, casus="tweede")
    kluis.leg_vast(nieuw(*stil, een(Casus, id="tweede"), tweede), regel(1))
    assert _sleutels(kluis) == ()
    for nummer, casus in enumerate((merk("casus"), "tweede", merk("casus")), 2):
        inbreng = een(Inbreng, id=f"i{nummer}", casus=casus, toestemming=None)
        kluis.leg_vast(nieuw(inbreng), regel(nummer))
    sleutels = _sleutels(kluis)
    assert {sleutel.vak.casus for sleutel in sleutels} == {merk("casus"), "tweede"}
    assert len({sleutel.unwrap(kluis.ring) for sleutel in sleutels}) == len(sleutels) == 2


def test_op_werktekst_kan_niemand_zoeken(vol: Kluis) -> None:
    """Een verzegelde tekst is nooit twee keer dezelfde; stil niets vinden zou erger zijn."""
    for soort, velden in VELDEN.items():
        for veld in velden:
            with pytest.raises(TypeError, match=veld):
                vol.zoek(soort, **{veld: merk(f"{soort.__name__}.{veld}")})


# --- wie de sleutel niet heeft ---


@pytest.mark.parametrize("rol", NIET_VOOR)
def test_een_slot_zonder_werkwortel_leest_geen_werktekst(
    als: Callable[[str], Kluis], rol: str
) -> None:
    kluis = als(rol)
    assert kluis.ring.werk is None
    for waarde in _werktekst():
        gelezen = kluis.haal(type(waarde), *sleutel_van(waarde))
        velden = VELDEN[type(waarde)]
        assert gelezen == replace(waarde, **dict.fromkeys(velden, GESLOTEN))
    mee = kluis.haal(Inbreng, "mee")
    assert mee is not None
    assert mee.kern == "Meegenomen tekst"
    for soort in VELDEN:
        assert not _woorden() & merkwoorden(kluis.zoek(soort))


@pytest.mark.parametrize("rol", ["voorzitter", "secretaris", "coordinator"])
def test_wie_aan_tafel_werkt_leest_alles(als: Callable[[str], Kluis], rol: str) -> None:
    kluis = als(rol)
    assert _woorden() <= merkwoorden(w for soort in VELDEN for w in kluis.zoek(soort))


def _inbreng(kluis: Kluis, id: str = "") -> Inbreng:
    inbreng = kluis.haal(Inbreng, id or merk("inbreng"))
    assert inbreng is not None
    return inbreng


@pytest.mark.parametrize(
    "anders",
    [
        {"kern": "Iets heel anders"},
        {"lot": Lot.MEE},
        {"noodzaak": "Iets anders", "kern": ""},
    ],
)
def test_wie_het_niet_leest_schrijft_het_ook_niet(
    als: Callable[[str], Kluis], anders: dict[str, Any]
) -> None:
    kluis = als("fg")
    voor = _inbreng(kluis)
    with pytest.raises(WerktekstGesloten):
        kluis.leg_vast([Wijziging(voor, replace(voor, **anders))], regel(5))
    with pytest.raises(WerktekstGesloten):
        kluis.leg_vast(nieuw(replace(voor, id="nieuw")), regel(5))
    with pytest.raises(WerktekstGesloten):
        kluis.bewaar_klad(een(Klad, tekst="Half getypt"))
    assert _woorden() <= merkwoorden(w for s in VELDEN for w in als("voorzitter").zoek(s))


def test_wie_het_niet_leest_laat_het_zoals_het_is_of_neemt_het_weg(
    als: Callable[[str], Kluis],
) -> None:
    kluis = als("fg")
    voor = _inbreng(kluis)
    kluis.leg_vast([Wijziging(voor, replace(voor, lot=Lot.NIEMAND, kern=""))], regel(5))
    gelezen = _inbreng(als("secretaris"))
    assert (gelezen.lot, gelezen.kern) == (Lot.NIEMAND, "")
    assert gelezen.noodzaak == merk("Inbreng.noodzaak")
    _stel_vast(als("beheerder"))
    assert not _woorden() & merkwoorden(w for s in VELDEN for w in als("coordinator").zoek(s))


def test_het_teken_voor_gesloten_kan_niemand_als_tekst_bewaren(vol: Kluis) -> None:
    voor = _inbreng(vol)
    for wijziging in (
        Wijziging(voor, replace(voor, kern=GESLOTEN)),
        *nieuw(replace(voor, id="x", motivering=GESLOTEN)),
    ):
        with pytest.raises(NietBewaarbaar):
            vol.leg_vast([wijziging], regel(5))
    assert _inbreng(vol) == voor


# --- de sleutel sterft ---


@pytest.mark.parametrize("hoe", ["vaststellen", "casus", "bespreking"])
def test_met_het_einde_van_de_werktekst_sterft_haar_sleutel(
    vol: Kluis, pad: Path, hoe: str
) -> None:
    (sleutel,) = _sleutels(vol)
    assert sleutel.gewikkeld in klare_tekst(pad / "kluis.db", vol._key)
    if hoe == "vaststellen":
        _stel_vast(vol)
    else:
        van_casus = [w for w in alles() if hasattr(w, "casus") or type(w).__name__ == "Meeneming"]
        kop = vol.zoek(Casus) if hoe == "casus" else ()
        vol.leg_vast(weg(*van_casus, _inbreng(vol, "mee"), *kop), regel(9), grondig=True)
    assert _sleutels(vol) == ()
    tekst = klare_tekst(pad / "kluis.db", vol._key)
    assert sleutel.gewikkeld not in tekst
    assert sleutel.gewikkeld[12:] not in tekst
    assert vol.met(workkeys.dead) == {sleutel.id}
    vol.sluit()
    assert controleer_kluis(pad, WACHTZIN).heel


def test_een_handeling_die_werktekst_laat_staan_houdt_zichzelf_tegen(vol: Kluis) -> None:
    """Anders bleef er tekst staan die niemand ooit nog kan lezen."""
    (overleg,) = vol.zoek(Overleg)
    klaar = Wijziging(overleg, replace(overleg, vastgesteld_op=overleg.datum))
    with pytest.raises(AssertionError, match="blijft werktekst"):
        vol.leg_vast([klaar], regel(9))
    assert vol.zoek(Overleg) == (overleg,)
    assert _woorden() <= merkwoorden(w for s in VELDEN for w in vol.zoek(s))


def test_een_bespreking_die_terugkomt_krijgt_een_nieuwe_sleutel(vol: Kluis) -> None:
    """Ongedaan maken brengt waarden terug, nooit een dode sleutel."""
    (oud,) = _sleutels(vol)
    rest = [
        w
        for w in alles()
        if getattr(w, "overleg", None)
        or type(w).__name__ in {"Meeneming", "Rectificatie", "Weglating"}
    ]
    rest.append(_inbreng(vol, "mee"))
    vol.leg_vast(weg(*rest), regel(5, handeling="handeling.ongedaan"), grondig=True)
    assert _sleutels(vol) == ()
    vol.leg_vast(nieuw(*rest), regel(6, handeling="handeling.opnieuw"))
    (vers,) = _sleutels(vol)
    assert (vers.vak, vers.id != oud.id) == (oud.vak, True)
    assert vers.unwrap(vol.ring) != oud.unwrap(vol.ring)
    assert vol.met(workkeys.dead) == {oud.id}


def test_een_teruggedraaide_transactie_laat_geen_sleutel_achter(kluis: Kluis) -> None:
    kluis.leg_vast(nieuw(*_zonder_werktekst()), regel(1))
    inbreng = een(Inbreng, toestemming=None)
    with pytest.raises(TypeError):
        kluis.leg_vast([*nieuw(inbreng), *nieuw(een(Casus, id="x", doel=5))], regel(2))
    assert _sleutels(kluis) == ()
    kluis.leg_vast(nieuw(inbreng), regel(3))
    assert len(_sleutels(kluis)) == 1
    kluis._known.clear()
    kluis._sealing.forget()
    assert kluis.zoek(Inbreng) == (inbreng,)


# --- wie eraan zit ---


def _knoei(kluis: Kluis, sql: str, *cellen: object) -> None:
    def doe(db: Any) -> None:
        assert db.execute(sql, cellen).rowcount > 0

    kluis.met(doe)
    kluis._known.clear()
    kluis._sealing.forget()


_TWEEDE = "UPDATE inbreng SET {} WHERE id = 'tweede'"


@pytest.fixture
def dubbel(vol: Kluis) -> Kluis:
    """Met een tweede inbreng in dezelfde bespreking, en een derde in een andere."""
    ander = een(Casus, id="ander")
    vol.leg_vast(
        nieuw(
            ander,
            een(Bespreking, casus="ander"),
            een(Inbreng, id="tweede", toestemming=None),
            een(Inbreng, id="derde", casus="ander", toestemming=None),
        ),
        regel(2),
    )
    return vol


@pytest.mark.parametrize(
    "sql",
    [
        _TWEEDE.format("kern = (SELECT kern FROM inbreng WHERE id <> 'tweede' AND lot <> 'mee')"),
        _TWEEDE.format("kern = noodzaak"),
        _TWEEDE.format("kern = (SELECT kern FROM inbreng WHERE id = 'derde')"),
        _TWEEDE.format("kern = (SELECT opmerking FROM akkoord)"),
        _TWEEDE.format("kern = 'Zomaar een tekst'"),
        _TWEEDE.format("kern = x''"),
        _TWEEDE.format("kern = substr(kern, 1, 19)"),
        _TWEEDE.format("kern = substr(kern, 1, length(kern) - 1)"),
        _TWEEDE.format("lot = 'mee'"),
        _TWEEDE.format("casus = 'ander'"),
        _TWEEDE.format("id = 'vierde'"),
        "UPDATE werksleutel SET gewikkeld = zeroblob(60)",
        "UPDATE werksleutel SET id = '0123456789abcdef' WHERE casus = 'ander'",
        "UPDATE werksleutel SET casus = CASE casus WHEN 'ander' THEN 'x' ELSE casus END",
        "DELETE FROM werksleutel",
    ],
)
def test_verplaatste_of_veranderde_werktekst_wordt_gevonden_en_niet_getoond(
    dubbel: Kluis, pad: Path, sql: str
) -> None:
    dubbel.met(lambda db: db.execute("PRAGMA foreign_keys = OFF"))
    _knoei(dubbel, sql)
    with pytest.raises(WerktekstBeschadigd):
        dubbel.zoek(Inbreng)
    dubbel.sluit()
    gevonden = controleer_kluis(pad, WACHTZIN)
    assert not gevonden.heel
    assert any("werktekst" in zin for zin in gevonden.regels)


def test_een_omgevallen_bit_in_werktekst_wordt_altijd_gevonden(dubbel: Kluis) -> None:
    vraag = "SELECT kern FROM inbreng WHERE id = 'tweede'"
    (cel,) = dubbel.met(lambda db: db.execute(vraag).fetchone())
    for plek in range(len(cel)):
        stuk = bytearray(cel)
        stuk[plek] ^= 1 << plek % 8
        _knoei(dubbel, _TWEEDE.format("kern = ?"), bytes(stuk))
        with pytest.raises(WerktekstBeschadigd):
            dubbel.haal(Inbreng, "tweede")
    _knoei(dubbel, _TWEEDE.format("kern = ?"), cel)
    assert _inbreng(dubbel, "tweede").kern == merk("Inbreng.kern")


def test_ook_zonder_werkwortel_ziet_de_controle_tekst_zonder_sleutel(
    dubbel: Kluis, pad: Path
) -> None:
    voeg_slot_toe(pad, WACHTZIN, WACHTZIN_B, rol="fg")
    dubbel.sluit()
    assert controleer_kluis(pad, WACHTZIN_B).heel
    with open_kluis(pad, WACHTZIN, sloten_van(pad)[0].id) as kluis:
        _knoei(kluis, "DELETE FROM werksleutel WHERE casus = 'ander'")
    assert any("1 plaatsen" in zin for zin in controleer_kluis(pad, WACHTZIN_B).regels)


# --- een nieuwe werkwortel ---


def test_een_nieuwe_werkwortel_wikkelt_elke_sleutel_opnieuw_en_mag_nog_een_keer(
    dubbel: Kluis,
) -> None:
    naar = dubbel.ring.volgende(b"w" * 32, b"n" * 32)
    voor = {s.id: s.unwrap(dubbel.ring) for s in _sleutels(dubbel)}
    for gewikkeld in (True, False):  # na een kill halverwege begint het opnieuw
        assert dubbel.met(lambda db: workkeys.rewrap(db, naar)) == gewikkeld
        assert {s.id: s.unwrap(naar) for s in _sleutels(dubbel)} == voor
    with pytest.raises(workkeys.InvalidTag):
        _sleutels(dubbel)[0].unwrap(dubbel.ring)
    vreemd = replace(naar, werk=b"v" * 32, werk_eerder=(b"u" * 32,))
    assert not dubbel.met(lambda db: workkeys.rewrap(db, vreemd))
    assert {s.id: s.unwrap(naar) for s in _sleutels(dubbel)} == voor


def test_de_velden_zijn_precies_die_van_de_tabellen_met_een_blob() -> None:
    """Wat hier niet in staat kan geen blob zijn: de tabel weigert hem."""
    assert {soort: codec(soort).table for soort in VELDEN} == {
        Inbreng: "inbreng",
        Akkoord: "akkoord",
        Klad: "klad",
    }
