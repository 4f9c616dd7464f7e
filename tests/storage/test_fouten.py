"""Elke tegenslag rond een kluis: een eigen zin, en er gaat niets verloren."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from casus_app.domein.mensen import Partij
from casus_app.fouten import OpslagFout
from casus_app.poorten import Wijziging
from storage import (
    Kluis,
    connection,
    controleer_kluis,
    errors,
    kluis_bestaat,
    maak_kluis,
    open_kluis,
)
from storage.errors import (
    AlleenLezen,
    GeenKluis,
    InGebruik,
    KluisBeschadigd,
    KluisBestaatAl,
    KluisDicht,
    KluisOntbreekt,
    LeegBestand,
    MapOntbreekt,
    NietBewaarbaar,
    Onzeker,
    SchijfFout,
    SchijfVol,
    SleutelbestandOntbreekt,
    SleutelVanAndereKluis,
    WachtzinOnjuist,
)
from tests.storage.omgeving import (
    als_niemand,
    ander_programma,
    bestand_anders,
    bestanden_tot,
    binnen,
    geef_weg,
    kapotte_verbinding,
    kleine_schijf,
)
from tests.storage.waarden import WACHTZIN, WACHTZIN_B, nieuw, partij, regel, stand, vul


def _zinnen() -> dict[str, str]:
    return {
        naam: soort.zin
        for naam, soort in vars(errors).items()
        if isinstance(soort, type) and issubclass(soort, OpslagFout) and hasattr(soort, "zin")
    }


def test_elke_fout_heeft_een_eigen_nederlandse_zin() -> None:
    zinnen = _zinnen()
    assert len(zinnen) == len(set(zinnen.values())) > 20
    for zin in zinnen.values():
        assert zin.endswith(".")
        assert "/" not in zin
        assert "SQL" not in zin


def _weiger(pad: Path, soort: type[OpslagFout], wachtzin: str = WACHTZIN) -> None:
    """Openen en controleren geven dezelfde zin, en er verandert geen byte."""
    voor = stand(pad) if pad.is_dir() else {}
    with pytest.raises(soort) as fout:
        open_kluis(pad, wachtzin)
    if issubclass(soort, errors.Beschadigd):
        bevinding = controleer_kluis(pad, wachtzin)
        assert not bevinding.heel
        assert bevinding.regels == (fout.value.melding,)
    else:
        with pytest.raises(soort):
            controleer_kluis(pad, wachtzin)
    assert (stand(pad) if pad.is_dir() else {}) == voor
    assert wachtzin not in str(fout.value)
    assert str(pad) not in str(fout.value)


def test_een_verkeerde_wachtzin(pad: Path) -> None:
    _weiger(pad, WachtzinOnjuist, "fout")


def test_geen_sleutelbestand(pad: Path) -> None:
    (pad / "kluis.db.sleutel").unlink()
    _weiger(pad, SleutelbestandOntbreekt)


def test_geen_kluis_op_deze_plaats(tmp_path: Path) -> None:
    assert not kluis_bestaat(tmp_path)
    _weiger(tmp_path, KluisOntbreekt)
    _weiger(tmp_path / "weg", KluisOntbreekt)
    assert list(tmp_path.iterdir()) == []


def test_een_leeg_bestand_is_geen_nieuwe_kluis(pad: Path) -> None:
    os.truncate(pad / "kluis.db", 0)
    _weiger(pad, LeegBestand)


def test_een_gewoon_sqlite_bestand_is_geen_kluis(pad: Path) -> None:
    (pad / "kluis.db").unlink()
    with sqlite3.connect(pad / "kluis.db") as db:
        db.execute("CREATE TABLE t (a)")
    db.close()
    _weiger(pad, GeenKluis)
    (pad / "kluis.db.sleutel").unlink()
    _weiger(pad, GeenKluis)


@pytest.mark.parametrize("met_sleutel", [True, False])
@pytest.mark.parametrize("inhoud", [b"%PDF-1.7\n" * 900, b"kort", b"\0" * 8192])
def test_iets_anders_is_geen_kluis(pad: Path, inhoud: bytes, met_sleutel: bool) -> None:
    (pad / "kluis.db").write_bytes(inhoud)
    if not met_sleutel:
        (pad / "kluis.db.sleutel").unlink()
    _weiger(pad, GeenKluis)


def test_het_sleutelbestand_van_een_andere_kluis(pad: Path, andere: Path) -> None:
    shutil.copy(andere / "kluis.db.sleutel", pad / "kluis.db.sleutel")
    _weiger(pad, SleutelVanAndereKluis, WACHTZIN_B)
    _weiger(pad, SleutelVanAndereKluis, WACHTZIN)


def test_een_database_die_in_de_map_van_een_andere_is_gezet(pad: Path, andere: Path) -> None:
    shutil.copy(andere / "kluis.db", pad / "kluis.db")
    _weiger(pad, SleutelVanAndereKluis)


def test_ook_een_kluis_die_niet_gesloten_werd_blijft_bij_een_weigering_onaangeroerd(
    pad: Path, andere: Path, openen: Callable[[], Kluis], tmp_path: Path
) -> None:
    """Een verbinding die weer dichtgaat zou de WAL verplaatsen; daarom gaat hij niet eens open."""
    vul(openen(), 3)
    gestrand = Path(shutil.copytree(pad, tmp_path / "gestrand"))
    _weiger(gestrand, WachtzinOnjuist, "fout")
    with bestand_anders(gestrand / "kluis.db.sleutel", andere / "kluis.db.sleutel"):
        _weiger(gestrand, SleutelVanAndereKluis, WACHTZIN_B)
    with open_kluis(gestrand, WACHTZIN) as kluis:
        _heeft(kluis, 3)


def test_een_database_met_een_andere_naam_van_binnen(pad: Path, kluis: Kluis) -> None:
    """De kluis-id staat op drie plaatsen: sleutelbestand, zout en database."""
    kluis.sluit()
    db = connection.connect(pad / "kluis.db", kluis._key)
    db.execute("DROP TRIGGER kluis_blijft")
    db.execute("UPDATE kluis SET id = 'een andere'")
    db.close()
    _weiger(pad, SleutelVanAndereKluis)


@pytest.mark.parametrize(
    ("pragma", "soort"), [("application_id", GeenKluis), ("user_version", KluisBeschadigd)]
)
def test_een_database_die_met_onze_sleutel_opengaat_en_toch_geen_kluis_is(
    pad: Path, kluis: Kluis, pragma: str, soort: type[OpslagFout]
) -> None:
    kluis.sluit()
    db = connection.connect(pad / "kluis.db", kluis._key)
    db.execute(f"PRAGMA {pragma} = 0")
    db.close()
    _weiger(pad, soort)


def test_een_afgekapte_kluis_is_beschadigd(pad: Path) -> None:
    heel = (pad / "kluis.db").read_bytes()
    for lengte in (16, 100, 4096, 4096 * 7, len(heel) - 4096, len(heel) - 1):
        (pad / "kluis.db").write_bytes(heel[:lengte])
        _weiger(pad, KluisBeschadigd)


def test_een_kluis_met_iets_erachter_opent_gewoon(pad: Path) -> None:
    with (pad / "kluis.db").open("ab") as bestand:
        bestand.write(os.urandom(4096))
    open_kluis(pad, WACHTZIN).sluit()


def test_een_kluis_maken_waar_al_iets_staat_overschrijft_niets(pad: Path) -> None:
    voor = stand(pad)
    with pytest.raises(KluisBestaatAl):
        maak_kluis(pad, WACHTZIN, oefening=True)
    assert stand(pad) == voor
    with pytest.raises(KluisBestaatAl):
        maak_kluis(pad / "kluis.db", WACHTZIN, oefening=True)


def test_een_kluis_maken_in_een_map_die_er_niet_is(tmp_path: Path) -> None:
    maak_kluis(tmp_path / "een" / "mijn.kluis", WACHTZIN, oefening=True).sluit()
    assert oct((tmp_path / "een").stat().st_mode & 0o777) == "0o700"
    with pytest.raises(MapOntbreekt):
        maak_kluis(tmp_path / "twee" / "drie" / "mijn.kluis", WACHTZIN, oefening=True)


@pytest.fixture
def toegankelijk(pad: Path) -> Iterator[Path]:
    """Een kluis op een plaats waar ook een gewone gebruiker bij kan."""
    with tempfile.TemporaryDirectory() as map_:
        boven = Path(map_)
        boven.chmod(0o755)
        yield Path(shutil.copytree(pad, boven / "kluis"))
        (boven / "kluis").chmod(0o700)


@pytest.mark.parametrize(
    ("map_modus", "bestand_modus"), [(0o500, 0o600), (0o700, 0o400), (0o500, 0o400)]
)
def test_een_map_of_bestand_waarin_niet_geschreven_mag_worden(
    toegankelijk: Path, map_modus: int, bestand_modus: int
) -> None:
    voor = stand(toegankelijk)
    geef_weg(toegankelijk, map_modus, bestand_modus)
    with als_niemand():
        with pytest.raises(AlleenLezen):
            open_kluis(toegankelijk, WACHTZIN)
        assert controleer_kluis(toegankelijk, WACHTZIN).heel
    assert stand(toegankelijk) == voor


def test_een_kluis_maken_waar_niet_geschreven_mag_worden(toegankelijk: Path) -> None:
    geef_weg(toegankelijk, 0o500, 0o600)
    with als_niemand(), pytest.raises(AlleenLezen):
        maak_kluis(toegankelijk / "nieuw", WACHTZIN, oefening=True)
    with als_niemand(), pytest.raises(AlleenLezen):
        maak_kluis(toegankelijk / "nieuw" / "x", WACHTZIN, oefening=True)


def _vul_tot_het_niet_meer_gaat(kluis: Kluis, fout: type[OpslagFout]) -> int:
    for nummer in range(10_000):
        try:
            kluis.leg_vast(nieuw(partij(f"p{nummer}", naam="x" * 5000)), regel(nummer))
        except fout:
            return nummer
    pytest.fail("de schijf werd niet vol")


def _heeft(kluis: Kluis, aantal: int) -> None:
    assert [p.id for p in kluis.zoek(Partij)] == [f"p{n}" for n in range(aantal)]
    assert kluis.controleer_logboek().heel
    assert kluis.controleer_logboek().regels == aantal


def test_bestanden_die_niet_groter_mogen_worden(openen: Callable[[], Kluis]) -> None:
    kluis = openen()
    with bestanden_tot(1_500_000):
        aantal = _vul_tot_het_niet_meer_gaat(kluis, SchijfVol)
        assert aantal > 20
        _heeft(kluis, aantal)
        with pytest.raises(SchijfVol):
            kluis.leg_vast(nieuw(partij("z", naam="x" * 2_000_000)), regel(aantal))
    kluis.leg_vast(nieuw(partij(f"p{aantal}")), regel(aantal))
    _heeft(kluis, aantal + 1)
    kluis.sluit()
    _heeft(openen(), aantal + 1)


def test_een_volle_schijf(voorbeeld: Path, tmp_path: Path) -> None:
    with kleine_schijf(tmp_path / "schijf", 1500) as echt:
        if not echt:  # zonder rechten om te koppelen toetst de vorige toets hetzelfde pad
            return
        pad = Path(shutil.copytree(voorbeeld, tmp_path / "schijf" / "kluis"))
        ballast = tmp_path / "schijf" / "ballast"
        ballast.write_bytes(b"\0" * 300_000)
        kluis = open_kluis(pad, WACHTZIN)
        aantal = _vul_tot_het_niet_meer_gaat(kluis, SchijfVol)
        _heeft(kluis, aantal)
        with pytest.raises(SchijfVol):
            maak_kluis(tmp_path / "schijf" / "ander.kluis", WACHTZIN, oefening=True)
        assert not list((tmp_path / "schijf").glob("ander.kluis*"))
        ballast.unlink()
        kluis.leg_vast(nieuw(partij(f"p{aantal}")), regel(aantal))
        kluis.sluit()
        with open_kluis(pad, WACHTZIN) as opnieuw:
            _heeft(opnieuw, aantal + 1)


def test_een_schijf_die_een_fout_geeft(pad: Path, openen: Callable[[], Kluis]) -> None:
    kluis = openen()
    vul(kluis, 3)
    with kapotte_verbinding(pad / "kluis.db-wal"), pytest.raises((SchijfFout, Onzeker)):
        kluis.leg_vast(nieuw(partij("p3")), regel(3))
    with suppress(KluisDicht, Onzeker):
        _heeft(kluis, 3)
    kluis.sluit()
    opnieuw = openen()
    _heeft(opnieuw, 3)
    opnieuw.leg_vast(nieuw(partij("p3")), regel(3))
    _heeft(opnieuw, 4)


class _SchijfZegtNee:
    """Een verbinding waarvan COMMIT een fout meldt, nadat of zonder dat hij gelukt is."""

    def __init__(
        self, db: dbapi2.Connection, *, gelukt: bool, fout: BaseException | None = None
    ) -> None:
        self._db = db
        self._gelukt = gelukt
        self._fout = fout

    def __getattr__(self, naam: str) -> object:
        return getattr(self._db, naam)

    def execute(self, sql: str, *rest: object) -> object:
        if sql == "COMMIT":
            self._db.execute("COMMIT" if self._gelukt else "ROLLBACK")
            if self._fout is not None:
                raise self._fout
            fout = dbapi2.OperationalError("disk I/O error")
            fout.sqlite_errorcode = 10
            raise fout
        return self._db.execute(sql, *rest)


@pytest.mark.parametrize("gelukt", [True, False])
def test_na_een_fout_bij_commit_zegt_de_kluis_wat_er_echt_staat(
    openen: Callable[[], Kluis], gelukt: bool
) -> None:
    """SQLite weet dan zelf niet of het gelukt is (gemeten: 7 van 130); wij kijken na."""
    kluis = openen()
    vul(kluis, 2)
    kluis._db = _SchijfZegtNee(kluis._db, gelukt=gelukt)  # type: ignore[assignment,arg-type] # een nagemaakte
    if gelukt:
        zegel = kluis.leg_vast(nieuw(partij("p2")), regel(2))
        assert kluis.laatste_zegel() == zegel
    else:
        with pytest.raises(SchijfFout):
            kluis.leg_vast(nieuw(partij("p2")), regel(2))
    _heeft(kluis, 3 if gelukt else 2)
    vul(kluis, 2, van=3 if gelukt else 2)
    _heeft(kluis, 5 if gelukt else 4)


@pytest.mark.parametrize("gelukt", [True, False])
def test_een_onderbreking_rond_commit_laat_geheugen_en_schijf_gelijk(
    openen: Callable[[], Kluis], gelukt: bool
) -> None:
    """Ctrl+C precies na COMMIT: dan staat het er, en dan weet het geheugen dat ook."""
    kluis = openen()
    vul(kluis, 1)
    db = kluis._db
    kluis._db = _SchijfZegtNee(db, gelukt=gelukt, fout=KeyboardInterrupt())  # type: ignore[assignment,arg-type] # een nagemaakte
    anders = Wijziging(partij("p0"), partij("p0", naam="Anders"))
    with pytest.raises(KeyboardInterrupt):
        kluis.leg_vast([anders], regel(1))
    kluis._db = db
    verwacht = anders.na if gelukt else anders.voor
    assert kluis.haal(Partij, "p0") == verwacht
    kluis.leg_vast([Wijziging(verwacht, None)], regel(2))
    assert kluis.controleer_logboek().regels == (3 if gelukt else 2)
    assert kluis.controleer_logboek().heel


def test_is_de_kluis_daarna_niet_meer_te_openen_dan_zegt_hij_dat_het_onzeker_is(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    kluis = openen()
    kluis._db = _SchijfZegtNee(kluis._db, gelukt=True)  # type: ignore[assignment,arg-type] # een nagemaakte
    verstopt = (pad / "kluis.db").rename(pad / "elders")
    for _ in range(2):
        with pytest.raises(Onzeker):
            kluis.leg_vast(nieuw(partij("p0")), regel())
    with pytest.raises(Onzeker):
        kluis.zoek(Partij)
    kluis.sluit()
    verstopt.rename(pad / "kluis.db")
    _heeft(openen(), 1)


def test_een_tweede_programma_hoort_meteen_dat_de_kluis_in_gebruik_is(pad: Path) -> None:
    with ander_programma(pad, WACHTZIN) as ander:
        for deur in (open_kluis, controleer_kluis):
            with binnen(1), pytest.raises(InGebruik):
                deur(pad, WACHTZIN)
        ander.kill()
        ander.wait()
        with binnen(2):
            open_kluis(pad, WACHTZIN).sluit()


def test_een_tweede_keer_openen_in_hetzelfde_programma_ook(pad: Path, kluis: Kluis) -> None:
    vul(kluis, 1)
    for deur in (open_kluis, controleer_kluis):
        with pytest.raises(InGebruik):
            deur(pad, WACHTZIN)
    assert _posix_slot_staat_er_nog(pad)
    vul(kluis, 1, van=1)


def _posix_slot_staat_er_nog(pad: Path) -> bool:
    """Ook het slot van SQLite zelf: dat valt weg zodra iemand het bestand opent en sluit."""
    inode = (pad / "kluis.db").stat().st_ino
    regels = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    return any("POSIX" in regel_ and f":{inode} " in regel_ for regel_ in regels)


def test_ook_zonder_flock_houdt_sqlite_een_tweede_buiten(
    pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ander_programma(pad, WACHTZIN):
        monkeypatch.setattr("fcntl.flock", lambda *_: None)
        with binnen(1), pytest.raises(InGebruik):
            open_kluis(pad, WACHTZIN)


def test_een_gesloten_kluis_zegt_dat_hij_dicht_is(kluis: Kluis) -> None:
    vul(kluis, 1)
    kluis.sluit()
    kluis.sluit()
    for vraag in (
        lambda: kluis.haal(Partij, "p0"),
        lambda: kluis.zoek(Partij),
        lambda: kluis.leg_vast([], regel()),
        kluis.controleer_logboek,
        kluis.laatste_zegel,
        lambda: list(kluis.logregels()),
    ):
        with pytest.raises(KluisDicht):
            vraag()


@pytest.mark.parametrize("tekst", ["half teken \ud800", "nul\0", "\udfff"])
def test_een_tekst_die_niet_bewaard_kan_worden(kluis: Kluis, tekst: str) -> None:
    with pytest.raises(NietBewaarbaar):
        kluis.leg_vast(nieuw(partij(naam=tekst)), regel())
    assert kluis.zoek(Partij) == ()
    assert kluis.zoek(Partij, naam=tekst) == ()
    assert kluis.haal(Partij, tekst) is None
    vul(kluis, 1)
    assert kluis.controleer_logboek().regels == 1
