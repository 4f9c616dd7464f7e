"""Reservekopieën: gemaakt, geopend, zolang bewaard als nodig; en wat vernietigd is blijft weg."""

import os
import shutil
import threading
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.mensen import Partij
from casus_app.poorten import Wijziging
from storage import (
    Kluis,
    beproef,
    controleer_kluis,
    kies_tweede_plaats,
    ledger,
    maak_reservekopie,
    migrate,
    open_kluis,
    reservekopieen,
    zet_terug,
)
from storage.backup import keep_wanted, wanted
from storage.copying import make_copy
from storage.errors import KopieBeschadigd, KopieOntbreekt, KopieVanAndereKluis, WachtzinOnjuist
from tests.storage.omgeving import bestanden_tot, kleine_schijf
from tests.storage.ontcijferen import klare_tekst
from tests.storage.waarden import (
    MOMENT,
    WACHTZIN,
    WACHTZIN_B,
    alles,
    een,
    merk,
    nieuw,
    regel,
    stand,
    vul,
    weg,
)

NU = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
TERUG = regel(handeling="-", moment=NU)


def _kopie(kluis: Kluis, nu: datetime = NU) -> Path:
    bericht = maak_reservekopie(kluis, nu)
    assert bericht.gelukt, bericht.zin
    return reservekopieen(kluis.plaats.reserve)[0].pad


def _partijen(kluis: Kluis) -> list[str]:
    return [partij.id for partij in kluis.zoek(Partij)]


def test_heen_en_terug_is_precies_de_stand_van_toen(kluis: Kluis, pad: Path) -> None:
    kluis.leg_vast(nieuw(*alles()), regel(1))
    zegel = kluis.laatste_zegel()
    kopie = _kopie(kluis)
    vul(kluis, 5, 100)
    kluis.sluit()
    gedaan = zet_terug(pad, kopie, WACHTZIN, TERUG)
    assert (gedaan.regels, gedaan.opnieuw_gewist) == (1, 0)
    with open_kluis(pad, WACHTZIN) as terug:
        for waarde in alles():
            bewaard = type(waarde).__name__ != "Klad"  # half getypt hoort in geen kopie
            assert terug.zoek(type(waarde)) == ((waarde,) if bewaard else ())
        regels = [r.handeling for r in terug.logregels()]
        assert regels == ["reservekopie.teruggezet", "partij.registreren"]
        assert terug.controleer_logboek().heel
        assert terug.ankermelding is None
    opzij = next(pad.glob("hersteld-*"))
    assert {b.name for b in opzij.iterdir()} == {"kluis.db", "kluis.db.sleutel"}
    assert zegel in (r := klare_tekst(kopie, kluis._key)).decode(errors="replace"), len(r)


def test_een_andere_computer_heeft_aan_kopie_en_sleutelbestand_genoeg(
    kluis: Kluis, tmp_path: Path
) -> None:
    vul(kluis, 3)
    kopie = _kopie(kluis)
    kluis.sluit()
    elders = tmp_path / "stick"
    elders.mkdir()
    for deel in (kopie, kopie.with_name(kopie.name + ".sleutel")):
        shutil.copy(deel, elders)
    doel = tmp_path / "nieuw" / "kluis.db"
    with pytest.raises(WachtzinOnjuist):
        zet_terug(doel, elders / kopie.name, WACHTZIN_B, TERUG)
    assert list(doel.parent.iterdir()) == []
    gedaan = zet_terug(doel, elders / kopie.name, WACHTZIN, TERUG)
    assert gedaan.opnieuw_gewist is None
    assert "geen lijst" in gedaan.zin
    with open_kluis(doel, WACHTZIN) as terug:
        assert _partijen(terug) == ["p0", "p1", "p2"]


# --- een oude WAL (veiligheid.md, feit 3) ---


def _niet_gesloten(pad: Path, openen: Callable[[], Kluis]) -> tuple[Path, Path]:
    """Een kopie met drie partijen, en de kluis van erna zoals een kill hem achterliet."""
    kluis = openen()
    vul(kluis, 3)
    kopie = _kopie(kluis)
    vul(kluis, 40, 100)
    gedood = Path(shutil.copytree(pad, pad.parent / "gedood"))
    assert (gedood / "kluis.db-wal").stat().st_size > 0
    return gedood, kopie


def test_een_wal_van_de_oude_kluis_komt_niet_terug(pad: Path, openen: Callable[[], Kluis]) -> None:
    gedood, kopie = _niet_gesloten(pad, openen)
    zet_terug(gedood, kopie, WACHTZIN, TERUG)
    with open_kluis(gedood, WACHTZIN) as terug:
        assert _partijen(terug) == ["p0", "p1", "p2"]
    opzij = next(gedood.glob("hersteld-*"))
    assert (opzij / "kluis.db-wal").stat().st_size > 0


def test_met_alleen_kopieren_kwamen_de_rijen_wel_terug(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    gedood, kopie = _niet_gesloten(pad, openen)
    shutil.copy(kopie, gedood / "kluis.db")
    with open_kluis(gedood, WACHTZIN) as terug:
        assert len(_partijen(terug)) == 43


# --- wat vernietigd is blijft weg ---


def _vernietig(kluis: Kluis) -> set[str]:
    """Eerst wordt een tekst vernietigd, dan de hele casus met alles eraan; geeft de woorden."""
    inbreng = kluis.zoek(Inbreng)[0]
    leeg = replace(inbreng, kern="", noodzaak="", motivering="", lot=Lot.VERNIETIGD)
    kluis.leg_vast([Wijziging(inbreng, leeg)], regel(2), grondig=True)
    return {inbreng.kern, inbreng.noodzaak, inbreng.motivering}


@pytest.mark.usefixtures("onverzegeld")
def test_een_tekst_die_bij_vaststellen_vernietigd_is_komt_niet_terug(
    kluis: Kluis, pad: Path
) -> None:
    kluis.leg_vast(nieuw(*alles()), regel(1))
    kopie = _kopie(kluis)
    woorden = _vernietig(kluis)
    kluis.sluit()
    assert any(w.encode() in klare_tekst(kopie, kluis._key) for w in woorden)
    gedaan = zet_terug(pad, kopie, WACHTZIN, TERUG)
    assert gedaan.opnieuw_gewist == 1
    tekst = klare_tekst(pad / "kluis.db", kluis._key)
    assert not any(woord.encode() in tekst for woord in woorden)
    with open_kluis(pad, WACHTZIN) as terug:
        (inbreng,) = terug.zoek(Inbreng)
        assert (inbreng.kern, inbreng.lot) == ("", Lot.VERNIETIGD)
        assert inbreng.grondslag == merk("Inbreng.grondslag")
        assert terug.controleer_logboek().heel


def test_zonder_de_lijst_kwam_die_tekst_wel_terug(
    kluis: Kluis, pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kluis.leg_vast(nieuw(*alles()), regel(1))
    kopie = _kopie(kluis)
    _vernietig(kluis)
    kluis.sluit()
    monkeypatch.setattr(ledger, "erase_again", lambda _db, _log, _known: 0)
    zet_terug(pad, kopie, WACHTZIN, TERUG)
    with open_kluis(pad, WACHTZIN) as terug:
        assert terug.zoek(Inbreng)[0].kern


def test_een_vernietigde_casus_blijft_weg_ook_als_de_kluis_zelf_onleesbaar_is(
    kluis: Kluis, pad: Path
) -> None:
    waarden = alles()
    kluis.leg_vast(nieuw(*waarden), regel(1))
    kopie = _kopie(kluis)
    van_casus = [w for w in waarden if getattr(w, "casus", None) or type(w).__name__ == "Casus"]
    mee = [w for w in waarden if type(w).__name__ == "Meeneming"]
    # Eén soort is al eerder gewoon verwijderd en staat dus niet in de lijst: die gaat mee.
    (los,) = (w for w in van_casus if type(w).__name__ == "Betrokkene")
    kluis.leg_vast(weg(los), regel(2))
    rest = [w for w in (*mee, *van_casus) if w is not los]
    kluis.leg_vast(weg(*reversed(rest)), regel(3), grondig=True)
    kluis.sluit()
    (pad / "kluis.db").write_bytes(kopie.read_bytes()[:16] + os.urandom(9000))
    gedaan = zet_terug(pad, kopie, WACHTZIN, TERUG)
    assert gedaan.opnieuw_gewist == len(rest) + 1  # en de sleutel van haar werktekst
    tekst = klare_tekst(pad / "kluis.db", kluis._key)
    assert merk("casus").encode() not in tekst
    with open_kluis(pad, WACHTZIN) as terug:
        assert all(terug.zoek(type(w)) == () for w in (*van_casus, *mee))
        assert _partijen(terug) == [merk("partij")]


@pytest.mark.usefixtures("onverzegeld")
def test_wat_vernietigd_is_gaat_ook_uit_de_kopieen_die_er_al_lagen(
    kluis: Kluis, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    kies_tweede_plaats(kluis, stick, regel(0))
    kluis.leg_vast(nieuw(*alles()), regel(1))
    kopie = _kopie(kluis)
    woorden = {w.encode() for w in _vernietig(kluis)}
    assert any(w in klare_tekst(kopie, kluis._key) for w in woorden)
    _kopie(kluis, NU + timedelta(days=1))
    kopieen = [*reservekopieen(kopie.parent), *reservekopieen(next(stick.iterdir()))]
    assert len(kopieen) == 4
    for een_kopie in kopieen:
        assert not any(w in klare_tekst(een_kopie.pad, kluis._key) for w in woorden)


def test_de_lijst_zegt_niets_over_de_inhoud(kluis: Kluis, pad: Path) -> None:
    kluis.leg_vast(nieuw(*alles()), regel(1))
    _vernietig(kluis)
    lijst = kluis.met(ledger.read)
    assert len(lijst) == 1
    assert "Merk" not in repr(lijst)
    assert b"inbreng" not in (pad / "kluis.db.gewist").read_bytes()


def test_een_nieuwe_casus_met_een_oude_naam_wordt_niet_vernietigd(kluis: Kluis, pad: Path) -> None:
    partij = een(Partij)
    kluis.leg_vast(nieuw(partij), regel(1))
    kluis.leg_vast(weg(partij), regel(2), grondig=True)
    kluis.leg_vast(nieuw(partij), regel(3))
    kopie = _kopie(kluis)
    kluis.sluit()
    assert zet_terug(pad, kopie, WACHTZIN, TERUG).opnieuw_gewist == 0
    with open_kluis(pad, WACHTZIN) as terug:
        assert terug.zoek(Partij) == (partij,)


def test_ongedaan_maken_is_geen_vernietigen(kluis: Kluis) -> None:
    kluis.leg_vast(nieuw(een(Partij)), regel(1))
    kluis.leg_vast(weg(een(Partij)), regel(2, handeling="handeling.ongedaan"), grondig=True)
    assert kluis.met(ledger.read) == ()


# --- wat er mis kan gaan ---


@pytest.mark.parametrize("plek", [0.0, 0.3, 0.6, 0.99])
def test_een_beschadigde_kopie_wordt_niet_gebruikt(kluis: Kluis, pad: Path, plek: float) -> None:
    kluis.leg_vast(nieuw(*alles()), regel(1))
    kopie = _kopie(kluis)
    kluis.sluit()
    inhoud = bytearray(kopie.read_bytes())
    inhoud[max(20, int(len(inhoud) * plek))] ^= 0x40
    kopie.write_bytes(inhoud)
    voor = stand(pad)
    with pytest.raises(KopieBeschadigd):
        zet_terug(pad, kopie, WACHTZIN, TERUG)
    assert stand(pad) == voor


def test_een_kopie_van_een_andere_kluis_wordt_geweigerd(
    kluis: Kluis, pad: Path, andere: Path, tmp_path: Path
) -> None:
    kluis.sluit()
    voor = stand(pad)
    with pytest.raises(KopieVanAndereKluis):
        zet_terug(pad, andere / "kluis.db", WACHTZIN_B, TERUG)
    with pytest.raises(KopieOntbreekt):
        zet_terug(pad, tmp_path / "niets.db", WACHTZIN, TERUG)
    assert stand(pad) == voor


def test_een_volle_schijf_laat_geen_halve_kopie_en_raakt_de_kluis_niet(
    kluis: Kluis, pad: Path
) -> None:
    kluis.leg_vast(nieuw(*alles()), regel(1))
    with kluis.stille_stand():
        omvang = (pad / "kluis.db").stat().st_size
    with bestanden_tot(omvang // 2):
        bericht = maak_reservekopie(kluis, NU)
    assert not bericht.gelukt
    assert "niet gemaakt" in bericht.zin
    assert "vol" in bericht.zin
    assert list((pad / "kluis.db.reserve").iterdir()) == []
    vul(kluis, 2)
    assert kluis.controleer_logboek().heel
    assert maak_reservekopie(kluis, NU).gelukt


def test_een_volle_stick_laat_de_kopie_naast_de_kluis_staan(kluis: Kluis, tmp_path: Path) -> None:
    with kleine_schijf(tmp_path / "stick", 64) as gelukt:
        if not gelukt:
            pytest.skip("een eigen schijf mag hier niet")
        kies_tweede_plaats(kluis, tmp_path / "stick", regel(0))
        bericht = maak_reservekopie(kluis, NU)
        assert (bericht.gelukt, bericht.tweede) == (True, False)
        assert not reservekopieen(next((tmp_path / "stick").iterdir()))
    assert len(reservekopieen(kluis.plaats.reserve)) == 1


def test_werk_gaat_door_tijdens_het_kopieren_en_hoort_er_niet_bij(kluis: Kluis, pad: Path) -> None:
    kluis.leg_vast(nieuw(*alles()), regel(1))
    with kluis.stille_stand() as stil:
        voor = stil.lock.read(1 << 30)
        for nummer in range(1500):
            kluis.leg_vast(nieuw(een(Partij, id=f"q{nummer}")), regel(2 + nummer))
        kluis.leg_vast(weg(een(Partij, id="q0")), regel(9000), grondig=True)
        assert kluis.na_te_ruimen
        assert stil.lock.read(1 << 30) == voor
    assert not kluis.na_te_ruimen
    assert kluis.controleer_logboek().heel


@pytest.mark.parametrize("wat", ["zegel", "aantal"])
def test_een_kopie_die_niet_dezelfde_kluis_is_krijgt_geen_naam(kluis: Kluis, wat: str) -> None:
    vul(kluis, 2)
    with kluis.stille_stand() as stil:
        if wat == "zegel":
            anders = replace(stil, head=replace(stil.head, zegel="f" * 64))
        else:
            anders = replace(stil, tellingen=stil.tellingen | {"partij": 3})
        map_ = kluis.plaats.reserve
        with pytest.raises(KopieBeschadigd):
            make_copy(map_, NU, nullcontext(anders), kluis.plaats, kluis.ring, keep_keys=print)
    assert list(map_.iterdir()) == []


def test_sluiten_wacht_op_een_kopie(kluis: Kluis) -> None:
    klaar: list[str] = []
    with kluis.stille_stand() as stil:
        ander = threading.Thread(target=lambda: (kluis.sluit(), klaar.append("dicht")))
        ander.start()
        assert stil.lock.read(16)
        assert klaar == []
    ander.join()
    assert klaar == ["dicht"]


def test_beproeven_opent_de_laatste_en_onthoudt_het(kluis: Kluis) -> None:
    assert not beproef(kluis).gelukt
    vul(kluis, 2)
    kopie = _kopie(kluis)
    assert beproef(kluis).gelukt
    inhoud = bytearray(kopie.read_bytes())
    inhoud[9000] ^= 1
    kopie.write_bytes(inhoud)
    assert beproef(kluis).zin == KopieBeschadigd.zin


def test_voor_een_nieuwe_indeling_komt_er_een_kopie_van_de_oude(
    pad: Path, openen: Callable[[], Kluis], monkeypatch: pytest.MonkeyPatch
) -> None:
    kluis = openen()
    vul(kluis, 2)
    kluis.sluit()
    oud = migrate.scripts()
    with monkeypatch.context() as lapje:
        lapje.setattr(migrate, "scripts", lambda: (*oud, "CREATE TABLE erbij (a TEXT) STRICT;"))
        openen().sluit()
        assert controleer_kluis(pad, WACHTZIN).versie == len(oud) + 1
    (kopie,) = reservekopieen(pad / "kluis.db.reserve")
    assert kopie.regels == 2
    assert controleer_kluis(kopie.pad, WACHTZIN).versie == len(oud)


def test_een_nieuwe_indeling_gaat_door_als_die_kopie_niet_kan(
    pad: Path, openen: Callable[[], Kluis], monkeypatch: pytest.MonkeyPatch
) -> None:
    kluis = openen()
    vul(kluis, 2)
    kluis.sluit()
    (pad / "kluis.db.reserve").write_text("in de weg")
    nieuwer = (*migrate.scripts(), "CREATE TABLE erbij (a TEXT) STRICT;")
    monkeypatch.setattr(migrate, "scripts", lambda: nieuwer)
    assert _partijen(openen()) == ["p0", "p1"]


# --- hoe lang ---


def test_zeven_dagen_vier_weken_drie_maanden() -> None:
    vandaag = date(2026, 11, 24)
    dagen = [vandaag - timedelta(n) for n in range(400)]
    blijft = [dagen[n] for n in sorted(wanted(dagen, vandaag))]
    assert blijft[:7] == dagen[:7]
    assert len(blijft) <= 7 + 4 + 3
    assert {(d.year, d.month) for d in blijft} == {(2026, 11), (2026, 10), (2026, 9)}
    weken = {d.isocalendar().week for d in blijft}
    assert {48, 47, 46, 45} <= weken


def test_de_nieuwste_blijft_altijd_en_een_klok_die_terugloopt_ruimt_niets_op() -> None:
    vandaag = date(2026, 11, 24)
    oud = [date(2025, 1, 2), date(2025, 1, 1)]
    assert wanted(oud, vandaag) == {0}
    assert wanted([vandaag, *oud], date(2020, 1, 1)) == {0, 1, 2}
    assert wanted([vandaag, *oud], date(2025, 12, 1)) == {0, 1, 2}
    assert wanted([], vandaag) == set()


def test_te_oude_kopieen_gaan_weg_met_hun_sleutelbestand(kluis: Kluis) -> None:
    for dag in range(0, 120, 3):
        vul(kluis, 1, dag)
        _kopie(kluis, NU + timedelta(days=dag))
    map_ = kluis.plaats.reserve
    over = reservekopieen(map_)
    assert len(over) < 12
    assert {b.name for b in map_.glob("*.db.sleutel")} == {k.sleutel.name for k in over}
    oudste = min(k.dag for k in over)
    assert ((NU + timedelta(days=117)).date() - oudste).days < 93
    keep_wanted(map_, (NU + timedelta(days=900)).date())
    assert len(reservekopieen(map_)) == 1


def test_er_komt_geen_tweede_van_dezelfde_stand(kluis: Kluis) -> None:
    vul(kluis, 2)
    assert _kopie(kluis) == _kopie(kluis, NU + timedelta(days=1))
    assert MOMENT < NU
