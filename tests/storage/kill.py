"""Kill -9 op willekeurige momenten: wat bevestigd is, staat er; niets staat er half.

    python -m tests.storage.kill RONDES [SOORT ...]     zie SOORTEN

Een eigen programma, omdat het zichzelf splitst: elke ronde werkt een kind aan de kluis tot het
zonder waarschuwing verdwijnt. Het kind meldt over een pijp wat `leg_vast` bevestigde, en niets
eerder. Wat het systeem al had overleeft een kill altijd; stroomuitval is een andere proef.

`te-vroeg`, `in-stukken`, `database-eerst` en `met-de-hand` zijn kinderen die het verkeerd doen:
daarbij moet de proef stuklopen.
"""

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from casus_app.domein.casus import Betrokkene, Casus, Kringpersoon
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.toegang import Geheim, SlotErbij, SlotWachtzin, SlotWeg, Vertrokkene
from casus_app.fouten import OpslagFout
from casus_app.poorten import Logregel, Logzeef, Wijziging
from storage import (
    Kluis,
    connection,
    controleer_kluis,
    keyfile,
    keys,
    kies_tweede_plaats,
    kluis_bestaat,
    maak_kluis,
    maak_reservekopie,
    migrate,
    open_kluis,
    reservekopieen,
    sloten_van,
    slots,
    swap,
    zet_terug,
)
from storage.errors import KluisBeschadigd, WachtzinOnjuist
from storage.files import Plaats
from tests.storage.waarden import WACHTZIN, WACHTZIN_B, een, nieuw, partij, regel, weg

slots.stretch = lru_cache(maxsize=64)(keys.stretch)  # type: ignore[assignment] # Argon2id niet elke ronde opnieuw

_LEVEN = 0.06
"""Hoe lang een schrijvend kind hoogstens leeft, in seconden."""

PER_KLUIS = 100
"""Daarna een verse kluis: elke ronde loopt het hele logboek na, en dat groeit."""


def _drietal(nummer: int) -> list[Any]:
    """Drie waarden in drie tabellen die samen één stap zijn; de omvang wisselt."""
    omvang = (nummer * 37) % 900
    return [
        een(Casus, id="K", doel=f"{nummer} " + "d" * omvang),
        een(Betrokkene, casus="K", naam=f"{nummer} " + "n" * omvang),
        een(Kringpersoon, casus="K", naam=f"{nummer} " + "k" * (omvang * 5)),
    ]


def _begin(kluis: Kluis) -> None:
    basis = [een(Partij), een(Professional), een(Professional, id="p")]
    casus, *rest = _drietal(0)
    kluis.leg_vast(nieuw(*basis, casus, *rest), regel(0))


def _nummer(kluis: Kluis) -> int:
    """De laatste hele stap; een halve stap is een fout."""
    staat = [*kluis.zoek(Casus), *kluis.zoek(Betrokkene), *kluis.zoek(Kringpersoon)]
    nummer = int(staat[0].doel.split()[0])
    assert staat == _drietal(nummer), "een halve of verminkte stap"
    return nummer


def _stap(nummer: int) -> list[Wijziging[Any]]:
    """Van deze stap naar de volgende; elke derde keer verdwijnt en ontstaat er ook iets."""
    voor, na = _drietal(nummer), _drietal(nummer + 1)
    if nummer % 3 == 0:
        return [*weg(voor[2], voor[1]), Wijziging(voor[0], na[0]), *nieuw(na[1], na[2])]
    return [Wijziging(oud, nieuwe) for oud, nieuwe in zip(voor, na, strict=True)]


def _werk(pad: Path, pijp: int) -> None:
    """Het kind: zet stap na stap en meldt wat bevestigd is."""
    kluis = open_kluis(pad, WACHTZIN)
    nummer = _nummer(kluis)
    while True:
        zegel = kluis.leg_vast(_stap(nummer), regel(nummer + 1), grondig=nummer % 5 == 0)
        nummer += 1
        os.write(pijp, f"{nummer} {zegel}\n".encode())


def _werk_te_vroeg(pad: Path, pijp: int) -> None:
    """Meldt een stap voordat hij vastligt."""
    kluis = open_kluis(pad, WACHTZIN)
    nummer = _nummer(kluis)
    while True:
        nummer += 1
        os.write(pijp, f"{nummer} -\n".encode())
        kluis.leg_vast(_stap(nummer - 1), regel(nummer))


def _werk_in_stukken(pad: Path, pijp: int) -> None:
    """Legt een stap in delen vast."""
    kluis = open_kluis(pad, WACHTZIN)
    nummer = _nummer(kluis)
    while True:
        for wijziging in _stap(nummer):
            kluis.leg_vast([wijziging], regel(nummer + 1))
        nummer += 1
        os.write(pijp, f"{nummer} -\n".encode())


Kind = Callable[[Path, int], None]


def _leef_kort(kind_doet: Callable[[int], None], leven: float) -> list[str]:
    """Splitst, laat het kind zo lang werken, doodt het; geeft wat het gemeld heeft."""
    lees, schrijf = os.pipe()
    kind = os.fork()
    if kind == 0:
        os.close(lees)
        try:
            kind_doet(schrijf)
        except BaseException as fout:  # noqa: BLE001 - het kind meldt alles
            os.write(schrijf, f"FOUT {fout!r}\n".encode())
        os._exit(1)
    os.close(schrijf)
    time.sleep(leven)  # het moment is de proef: er is niets om op te wachten
    os.kill(kind, signal.SIGKILL)
    with os.fdopen(lees) as meldingen:
        regels = meldingen.read().splitlines()
    os.waitpid(kind, 0)
    assert not any(r.startswith("FOUT") for r in regels), regels[-1]
    return regels


def schrijven(map_: Path, rondes: int, toeval: random.Random, werk: Kind = _werk) -> Counter[str]:
    """Doodt een kind dat handelingen vastlegt."""
    telling: Counter[str] = Counter()
    pad = map_ / "kluis"
    with maak_kluis(pad, WACHTZIN, oefening=True) as kluis:
        _begin(kluis)
    zegels: dict[int, str] = {}
    for _ in range(rondes):
        gemeld = _leef_kort(partial(werk, pad), toeval.uniform(0.0, _LEVEN))
        for nummer, zegel in (r.split() for r in gemeld):
            zegels[int(nummer)] = zegel
        bevestigd = max(zegels, default=0)
        telling["bevestigd"] += len(gemeld)
        telling["wal_over"] += int((map_ / "kluis-wal").exists())
        if toeval.random() < 0.2:
            assert controleer_kluis(pad, WACHTZIN).heel
        with open_kluis(pad, WACHTZIN) as kluis:
            nummer = _nummer(kluis)
            assert bevestigd <= nummer <= bevestigd + 1, "een bevestigde stap is weg"
            telling["onbevestigd_toch_gedaan"] += nummer - bevestigd
            stand = kluis.controleer_logboek()
            assert stand.heel, "een gebroken logboek"
            if werk is _werk:
                assert stand.regels == nummer + 1, "een stap zonder logregel, of andersom"
                assert zegels.get(nummer, stand.laatste) == stand.laatste, "een andere stap"
            zegels[nummer] = stand.laatste
    telling["rondes"] = rondes
    return telling


def maken(map_: Path, rondes: int, toeval: random.Random) -> Counter[str]:
    """Doodt een kind dat een kluis maakt: er is er een, heel, of er is er geen."""
    telling: Counter[str] = Counter(rondes=rondes)
    duur = _duur(lambda: _maak(map_ / "ongestoord", WACHTZIN).sluit())
    for ronde in range(rondes):
        pad = map_ / f"k{ronde}"
        gemeld = _leef_kort(partial(_maak_en_meld, pad), toeval.uniform(0.0, duur))
        bestaat = kluis_bestaat(pad)
        telling["bestaat" if bestaat else "bestaat_niet"] += 1
        assert bestaat or not gemeld, "een gemaakte kluis is weg"
        with (open_kluis if bestaat else _maak)(pad, WACHTZIN) as kluis:
            _begin(kluis)
        assert controleer_kluis(pad, WACHTZIN).heel
    return telling


def _maak_en_meld(pad: Path, pijp: int) -> None:
    _maak(pad, WACHTZIN)
    os.write(pijp, b"gemaakt\n")
    time.sleep(60)  # blijft leven tot de toets hem doodt


def _open_en_wacht(pad: Path, _: int) -> None:
    open_kluis(pad, WACHTZIN)
    time.sleep(60)  # blijft leven tot de toets hem doodt


def _maak(pad: Path, wachtzin: str) -> Kluis:
    return maak_kluis(pad, wachtzin, oefening=True)


def migreren(map_: Path, rondes: int, toeval: random.Random) -> Counter[str]:
    """Doodt een kind dat een kluis bijwerkt: oud of nieuw, en de volgende keer lukt het."""
    telling: Counter[str] = Counter(rondes=rondes)
    oud = migrate.scripts()
    script = "".join(
        f"CREATE TABLE t{n} (a TEXT) STRICT;\nINSERT INTO t{n} VALUES ('{'x' * 3000}');\n"
        for n in range(60)
    )
    nieuw_ = (*oud, script)
    duur = 0.0
    for ronde in range(rondes + 1):
        pad = map_ / f"m{ronde}"
        with maak_kluis(pad, WACHTZIN, oefening=True) as kluis:
            _begin(kluis)
            sleutel = kluis._key
        migrate.scripts = lambda: nieuw_
        try:
            if ronde == 0:  # ongestoord, om te weten hoe lang het duurt
                duur = _duur(lambda pad=pad: open_kluis(pad, WACHTZIN).sluit())
                continue
            _leef_kort(partial(_open_en_wacht, pad), toeval.uniform(0.0, duur))
            versie, tabellen = _versie_en_tabellen(pad, sleutel)
            assert (versie, tabellen) in {(len(oud), 0), (len(nieuw_), 60)}, "half bijgewerkt"
            telling["nieuw" if tabellen else "oud"] += 1
            with open_kluis(pad, WACHTZIN) as kluis:
                assert _nummer(kluis) == 0
            assert _versie_en_tabellen(pad, sleutel) == (len(nieuw_), 60)
        finally:
            migrate.scripts = lambda: oud
    return telling


def _duur(doe: Callable[[], object]) -> float:
    """Hoe lang dit ongestoord duurt, met wat ruimte: zo vallen de kills er overal in."""
    begin = time.monotonic()
    doe()
    return (time.monotonic() - begin) * 1.3 + 0.005


def _versie_en_tabellen(pad: Path, sleutel: str) -> tuple[int, int]:
    db = connection.connect(pad, sleutel)
    (tabellen,) = db.execute(
        "SELECT count(*) FROM sqlite_schema WHERE name GLOB 't[0-9]*'"
    ).fetchone()
    versie = connection.pragma_int(db, "user_version")
    db.close()
    return versie, tabellen


def reserve(map_: Path, rondes: int, toeval: random.Random) -> Counter[str]:
    """Doodt een kind dat werkt en reservekopieën maakt: elke kopie met een naam is heel."""
    telling: Counter[str] = Counter(rondes=rondes)
    pad = map_ / "kluis.db"
    with maak_kluis(pad, WACHTZIN, oefening=True) as kluis:
        _begin(kluis)
        duur = _duur(lambda: maak_reservekopie(kluis, _later(0)))
    for ronde in range(rondes):
        _leef_kort(partial(_kopieer, pad, ronde), toeval.uniform(0.0, duur * 2))
        for kopie in reservekopieen(Plaats(pad).reserve):
            assert controleer_kluis(kopie.pad, WACHTZIN).heel, "een kapotte reservekopie"
            telling["kopieen"] += 1
        with open_kluis(pad, WACHTZIN) as kluis:
            _nummer(kluis)
            assert kluis.ankermelding is None, "vals alarm"
            bericht = maak_reservekopie(kluis, _later(rondes + ronde))
            assert bericht.gelukt, bericht.zin
        assert not (Plaats(pad).reserve / "maken").exists(), "een half gemaakte kopie"
    return telling


def _later(dagen: int) -> datetime:
    return datetime(2026, 11, 24, tzinfo=UTC) + timedelta(minutes=dagen)


def _kopieer(pad: Path, ronde: int, _: int) -> None:
    kluis = open_kluis(pad, WACHTZIN)
    nummer = _nummer(kluis)
    kluis.leg_vast(_stap(nummer), regel(nummer + 1))
    maak_reservekopie(kluis, _later(ronde))
    kluis.sluit()
    time.sleep(60)  # blijft leven tot de toets hem doodt


def herstellen(
    map_: Path, rondes: int, toeval: random.Random, zet: Callable[..., object] = zet_terug
) -> Counter[str]:
    """Doodt een kind dat terugzet: de kluis is de oude of de nieuwe, en altijd heel."""
    telling: Counter[str] = Counter(rondes=rondes)
    pad, stick = map_ / "kluis.db", map_ / "stick"
    stick.mkdir()
    with maak_kluis(pad, WACHTZIN, oefening=True) as kluis:
        _begin(kluis)
        kies_tweede_plaats(kluis, stick, regel(0))
        assert maak_reservekopie(kluis, _later(0)).tweede
        kopie = reservekopieen(Plaats(pad).reserve)[0].pad
    duur = _duur(lambda: zet_terug(pad, kopie, WACHTZIN, regel(1)))
    for _ in range(rondes):
        with open_kluis(pad, WACHTZIN) as kluis:
            oud = max(7, _nummer(kluis))
            for nummer in range(_nummer(kluis), oud):
                kluis.leg_vast(_stap(nummer), regel(nummer + 1))
        if toeval.random() < 0.5:  # de oude kluis was niet gesloten
            _leef_kort(partial(_schrijf_en_wacht, pad), _LEVEN)
        gemeld = _leef_kort(partial(_zet_en_meld, pad, kopie, zet), toeval.uniform(0.0, duur))
        telling["midden_in_de_wissel"] += int(swap.pending(Plaats(pad)))
        assert kluis_bestaat(pad), "er is geen kluis meer"
        with open_kluis(pad, WACHTZIN) as kluis:
            nummer = _nummer(kluis)
            assert nummer in {0, oud, oud + 1}, "iets ertussenin"
            assert not gemeld or nummer == 0, "teruggezet en toch de oude"
            telling["nieuw" if nummer == 0 else "oud"] += 1
            assert kluis.ankermelding is None, "vals alarm"
            assert kluis.controleer_logboek().heel, "een gebroken logboek"
        assert controleer_kluis(pad, WACHTZIN).heel
        for opzij in map_.glob("hersteld-*"):
            shutil.rmtree(opzij)
    return telling


def _schrijf_en_wacht(pad: Path, _: int) -> None:
    kluis = open_kluis(pad, WACHTZIN)
    nummer = _nummer(kluis)
    kluis.leg_vast(_stap(nummer), regel(nummer + 1))
    time.sleep(60)  # blijft leven tot de toets hem doodt


def _zet_en_meld(pad: Path, kopie: Path, zet: Callable[..., object], pijp: int) -> None:
    zet(pad, kopie, WACHTZIN, regel(9))
    os.write(pijp, b"teruggezet\n")
    time.sleep(60)  # blijft leven tot de toets hem doodt


def _zet_bestand_voor_bestand(pad: Path, kopie: Path, *_: object) -> None:
    """Zoals iemand het met de hand doet: weghalen en eroverheen kopiëren."""
    for deel in (pad, Plaats(pad).sleutel):
        deel.unlink()
    time.sleep(0.01)  # een grote kluis kopiëren duurt
    shutil.copy(kopie, pad)
    shutil.copy(Plaats(kopie).sleutel, Plaats(pad).sleutel)


class _Sloten:
    """Een kluis die A beheert, met genoeg erin dat opnieuw versleutelen even duurt."""

    def __init__(self, map_: Path) -> None:
        self.pad = map_ / "kluis.db"
        with maak_kluis(self.pad, WACHTZIN, oefening=True, naam="A") as kluis:
            _begin(kluis)
            veel = [partij(f"p{n}", naam="x" * 3000) for n in range(300)]
            kluis.leg_vast(nieuw(*veel), regel(1))
        self.a = sloten_van(self.pad)[0].id

    def open(self) -> Kluis:
        return open_kluis(self.pad, WACHTZIN, self.a)

    def laat_toe(self, slot: str) -> bytes:
        """B erbij; geeft het sleutelbestand dat B zou kunnen bewaren."""
        werk = SlotErbij(
            id=slot, naam=slot, rol="secretaris", wachtzin=Geheim(WACHTZIN_B), moet_wisselen=False
        )
        with self.open() as kluis:
            kluis.leg_vast((), _daad("gebruiker.toelaten", slot), werk=werk)
        return Plaats(self.pad).sleutel.read_bytes()


def _daad(handeling: str, slot: str) -> Logregel:
    return regel(2, handeling=handeling, onderwerp=("gebruiker", slot))


def _regels_van(kluis: Kluis, handeling: str, slot: str) -> int:
    zeef = Logzeef(handeling=handeling, pseudoniem=kluis.pseudoniem("gebruiker", slot))
    return len(list(kluis.logregels(zeef)))


def _verwijder(sloten: _Sloten, slot: str, pijp: int) -> None:
    kluis = sloten.open()
    vertrokkene = een(Vertrokkene, id=slot)
    daad = _daad("gebruiker.verwijderen", slot)
    kluis.leg_vast(nieuw(vertrokkene), daad, werk=SlotWeg(id=slot))
    os.write(pijp, b"weg\n")
    time.sleep(60)  # blijft leven tot de toets hem doodt


def _verwijder_omgekeerd(sloten: _Sloten, slot: str, _: int) -> None:
    """Eerst de database en dan pas het sleutelbestand."""
    kluis = sloten.open()
    ring = kluis.ring.volgende(os.urandom(32))
    assert kluis._db is not None
    connection.rekey(kluis._db, ring.database)
    time.sleep(60)  # het sleutelbestand komt er niet meer


def nieuwe_wortel(
    map_: Path,
    rondes: int,
    toeval: random.Random,
    doe: Callable[[_Sloten, str, int], None] = _verwijder,
) -> Counter[str]:
    """Doodt een kind dat iemand verwijdert: die is er nog, of is er helemaal uit."""
    telling: Counter[str] = Counter(rondes=rondes)
    sloten = _Sloten(map_)
    sloten.laat_toe("proef")
    duur = _duur(partial(_verwijder_ongestoord, sloten, "proef"))
    for ronde in range(rondes):
        slot = f"b{ronde}"
        oud = sloten.laat_toe(slot)
        gemeld = _leef_kort(partial(doe, sloten, slot), toeval.uniform(0.0, duur))
        telling["wal_over"] += int(Plaats(sloten.pad).wal_in_use)
        try:
            kluis = sloten.open()
        except OpslagFout as fout:
            raise AssertionError("de kluis gaat niet meer open") from fout
        with kluis:
            weg_ = all(toegang.id != slot for toegang in kluis.sloten())
            telling["eruit" if weg_ else "erin"] += 1
            assert weg_ or not gemeld, "bevestigd en toch nog erin"
            assert _nummer(kluis) == 0
            assert len(kluis.zoek(Partij)) == 301, "er is iets weg"
            assert kluis.controleer_logboek().heel, "een gebroken logboek"
            assert kluis.ankermelding is None, "vals alarm"
            gezegd = _regels_van(kluis, "gebruiker.verwijderen", slot)
            assert gezegd == weg_, "het logboek zegt iets anders"
            assert (kluis.haal(Vertrokkene, slot) is not None) == weg_
        nieuw_ = Plaats(sloten.pad).sleutel.read_bytes()
        Plaats(sloten.pad).sleutel.write_bytes(oud)
        try:
            open_kluis(sloten.pad, WACHTZIN_B, slot).sluit()
        except KluisBeschadigd:
            assert weg_, "wie erin mag kan er niet in"
        else:
            assert not weg_, "met een oude kopie kan hij er nog in"
        Plaats(sloten.pad).sleutel.write_bytes(nieuw_)
    return telling


def _verwijder_ongestoord(sloten: _Sloten, slot: str) -> None:
    with sloten.open() as kluis:
        kluis.leg_vast((), _daad("gebruiker.verwijderen", slot), werk=SlotWeg(id=slot))


def _wissel(sloten: _Sloten, oud: str, nieuwe: str, pijp: int) -> None:
    kluis = open_kluis(sloten.pad, oud, sloten.a)
    werk = SlotWachtzin(id=sloten.a, oud=Geheim(oud), nieuw=Geheim(nieuwe))
    kluis.leg_vast((), _daad("wachtzin.wijzigen", sloten.a), werk=werk)
    os.write(pijp, b"nieuw\n")
    time.sleep(60)  # blijft leven tot de toets hem doodt


def _wissel_ongestoord(sloten: _Sloten) -> None:
    werk = SlotWachtzin(id=sloten.a, oud=Geheim(WACHTZIN), nieuw=Geheim(WACHTZIN_B))
    with sloten.open() as kluis:
        kluis.leg_vast((), _daad("wachtzin.wijzigen", sloten.a), werk=werk)


def wachtzin(map_: Path, rondes: int, toeval: random.Random) -> Counter[str]:
    """Doodt een kind dat een wachtzin wijzigt: de oude of de nieuwe past, en nooit beide."""
    telling: Counter[str] = Counter(rondes=rondes)
    sloten, nu = _Sloten(map_), WACHTZIN_B
    duur = _duur(partial(_wissel_ongestoord, sloten))
    gewijzigd = 1
    for _ in range(rondes):
        straks = WACHTZIN if nu == WACHTZIN_B else WACHTZIN_B
        leven = toeval.uniform(0.3 * duur, 1.6 * duur)
        gemeld = _leef_kort(partial(_wissel, sloten, nu, straks), leven)
        past = [zin for zin in (nu, straks) if _past(sloten, zin)]
        assert len(past) == 1, "geen van beide past, of allebei"
        assert not gemeld or past == [straks], "bevestigd en toch de oude"
        gewijzigd += past == [straks]
        telling["nieuw" if past == [straks] else "oud"] += 1
        nu = past[0]
        with open_kluis(sloten.pad, nu, sloten.a) as kluis:
            assert _regels_van(kluis, "wachtzin.wijzigen", sloten.a) == gewijzigd
            assert kluis.sleutelmelding == "", "vals alarm"
            assert kluis.controleer_logboek().heel
    return telling


def _past(sloten: _Sloten, zin: str) -> bool:
    bestand = keyfile.parse(Plaats(sloten.pad).sleutel.read_bytes())
    try:
        keyfile.unlock(bestand, zin, sloten.a)
    except WachtzinOnjuist:
        return False
    return True


SOORTEN = {
    "nieuwe-wortel": nieuwe_wortel,
    "wachtzin": wachtzin,
    "schrijven": schrijven,
    "maken": maken,
    "migreren": migreren,
    "reserve": reserve,
    "herstellen": herstellen,
}
VERKEERD = {
    "te-vroeg": partial(schrijven, werk=_werk_te_vroeg),
    "in-stukken": partial(schrijven, werk=_werk_in_stukken),
    "database-eerst": partial(nieuwe_wortel, doe=_verwijder_omgekeerd),
    "met-de-hand": partial(herstellen, zet=_zet_bestand_voor_bestand),
}


def kill_rondes(n: int, soort: str = "schrijven", zaad: int | None = None) -> Counter[str]:
    """Zoveel keer doden; een geschonden belofte is een `AssertionError`."""
    zaad = random.SystemRandom().getrandbits(32) if zaad is None else zaad
    toeval, telling = random.Random(zaad), Counter[str]()
    for begin in range(0, n, PER_KLUIS):
        with tempfile.TemporaryDirectory(prefix="kill-") as map_:
            try:
                rondes = min(PER_KLUIS, n - begin)
                telling += (SOORTEN | VERKEERD)[soort](Path(map_), rondes, toeval)
            except AssertionError as fout:
                fout.add_note(f"zaad {zaad}")
                raise
    return telling


def main() -> None:
    """Speelt de gevraagde soorten en drukt de telling af als JSON."""
    rondes, *soorten = sys.argv[1:]
    for soort in soorten or SOORTEN:
        begin = time.monotonic()
        telling = kill_rondes(int(rondes), soort)
        seconden = round(time.monotonic() - begin, 1)
        sys.stdout.write(json.dumps({"soort": soort, **telling, "seconden": seconden}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
