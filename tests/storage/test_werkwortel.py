"""Een nieuwe werkwortel als iemand werktekst niet meer mag lezen; ook na een kill."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from casus_app.domein.inbreng import Inbreng
from casus_app.domein.toegang import Geheim
from casus_app.fouten import OpslagFout
from casus_app.handelingen import Handeling
from casus_app.handelingen.gebruikers import (
    GebruikerRolWijzigen,
    GebruikerVerwijderen,
    HerstelsleutelMaken,
    WachtzinWijzigen,
)
from casus_app.poorten import Logzeef
from casus_app.regels.herstel import overgetypt
from storage import (
    Kluis,
    access,
    controleer_kluis,
    keyfile,
    kies_tweede_plaats,
    maak_reservekopie,
    outside,
    reservekopieen,
    workkeys,
    zet_terug,
)
from storage.files import Plaats
from storage.keys import Sleutelring
from tests.storage.test_gebruikers import DERDE, EERSTE, TWEEDE, Huis
from tests.storage.waarden import MOMENT, alles, een, nieuw, regel

VERNIEUWD = Logzeef(handeling="werkwortel.vernieuwd")
BEHEER = "negen blauwe stoelen naast het raam"


class _Werkhuis(Huis):
    """Anna en Bram lezen werktekst, Fatma beheert; Bram bewaarde een sleutelbestand."""

    def __init__(self, pad: Path) -> None:
        super().__init__(pad)
        self.kluis.leg_vast(nieuw(*alles()), regel(1))
        self.bram = self.laat_toe("Bram", "voorzitter", TWEEDE)
        self.laat_toe("Fatma", "beheerder", BEHEER)
        self.bewaard = Plaats(pad).sleutel.read_bytes()
        assert len(self.kluis.met(workkeys.read)) == 1
        assert self.opent_met_toen() == 1

    def anna(self) -> None:
        """Opent als Anna, zoals het programma dat doet."""
        self.open(EERSTE, "Anna")
        self.bank.vernieuw_werkwortel(nodig=self.kluis.werkwortel_oud)

    def opent_met_toen(self) -> int:
        """Hoeveel sleutels Bram nog opent: zijn bewaarde werkwortel, en alles van nu."""
        toen = keyfile.unlock(keyfile.parse(self.bewaard), TWEEDE, self.bram).ring
        sleutels = [*self.kluis.met(workkeys.read)]
        for pad in self.pad.parent.rglob(outside.KEYS_NAME):
            sleutels += workkeys.read_sealed(pad, self.kluis.ring) or ()
        return sum(_opent(sleutel, toen) for sleutel in sleutels)

    def heel(self) -> None:
        """Anna leest haar werktekst, en de kluis klopt."""
        assert self.kluis.zoek(Inbreng) == (een(Inbreng),)
        assert self.kluis.controleer_logboek().heel
        self.dicht()
        assert controleer_kluis(self.pad, EERSTE, wie=self.wie("Anna").id).heel


def _opent(sleutel: workkeys.Werksleutel, ring: Sleutelring) -> bool:
    try:
        sleutel.unwrap(ring)
    except workkeys.InvalidTag:
        return False
    return True


@pytest.fixture
def huis(tmp_path: Path) -> Iterator[_Werkhuis]:
    map_ = tmp_path / "huis"
    map_.mkdir()
    made = _Werkhuis(map_ / "kluis.db")
    yield made
    made.dicht()


def _eruit(huis: _Werkhuis) -> Handeling:
    return GebruikerVerwijderen(gebruiker=huis.bram, reden="werkt hier niet meer")


def _naar_fg(huis: _Werkhuis) -> Handeling:
    return GebruikerRolWijzigen(gebruiker=huis.bram, gebruikersrol="fg")


BEIDE = pytest.mark.parametrize("daad", [_eruit, _naar_fg])


@BEIDE
def test_wie_de_werkwortel_heeft_vernieuwt_hem_meteen(
    huis: _Werkhuis, daad: Callable[[_Werkhuis], Handeling]
) -> None:
    huis.kluis.sluit()
    huis.open(EERSTE, "Anna")
    assert maak_reservekopie(huis.kluis, MOMENT).gelukt
    assert huis.opent_met_toen() == 2
    huis.doe(daad(huis))
    assert huis.opent_met_toen() == 0
    vers = een(Inbreng, id="vers")
    huis.kluis.leg_vast(nieuw(vers), regel(9))
    assert huis.opent_met_toen() == 0
    huis.anna()
    assert not list(huis.kluis.logregels(VERNIEUWD))
    assert set(huis.kluis.zoek(Inbreng)) == {een(Inbreng), vers}


@BEIDE
def test_anders_bij_het_volgende_openen_door_wie_hem_heeft(
    huis: _Werkhuis, daad: Callable[[_Werkhuis], Handeling]
) -> None:
    assert maak_reservekopie(huis.kluis, MOMENT).gelukt
    huis.open(BEHEER, "Fatma")
    huis.doe(daad(huis))
    assert huis.opent_met_toen() == 2
    huis.open(BEHEER, "Fatma")
    assert not huis.kluis.werkwortel_oud, "wie hem niet heeft kan hem niet vernieuwen"
    huis.bank.vernieuw_werkwortel(nodig=huis.kluis.werkwortel_oud)
    huis.anna()
    assert huis.opent_met_toen() == 0
    assert len(list(huis.kluis.logregels(VERNIEUWD))) == 1
    huis.anna()
    assert len(list(huis.kluis.logregels(VERNIEUWD))) == 1
    huis.heel()


def test_wie_gedegradeerd_is_opent_nog_de_kluis_en_geen_werktekst(huis: _Werkhuis) -> None:
    """Met de wortel van nu en de werkwortel van toen: het gat dat er was."""
    huis.doe(_naar_fg(huis))
    huis.open(TWEEDE, "Bram")
    assert huis.kluis.ring.werk is None
    assert huis.opent_met_toen() == 0


def test_een_rol_die_werktekst_blijft_lezen_vernieuwt_niets(huis: _Werkhuis) -> None:
    huis.doe(GebruikerRolWijzigen(gebruiker=huis.bram, gebruikersrol="secretaris"))
    assert (huis.kluis.ring.nummer, huis.opent_met_toen()) == (1, 1)
    huis.doe(GebruikerVerwijderen(gebruiker=huis.wie("Fatma").id, reden="x"))
    assert (huis.kluis.ring.nummer, huis.kluis.ring.werk_eerder) == (2, ())


def test_de_anderen_en_de_envelop_lezen_met_de_nieuwe_werkwortel(huis: _Werkhuis) -> None:
    huis.laat_toe("Carla", "secretaris", DERDE)
    huis.doe(HerstelsleutelMaken())
    sleutel = overgetypt(*huis.envelop())
    huis.open(BEHEER, "Fatma")
    huis.doe(_eruit(huis))
    huis.anna()
    werk = huis.kluis.ring.werk
    huis.open(DERDE, "Carla")
    assert (huis.kluis.zoek(Inbreng), huis.kluis.ring.werk) == ((een(Inbreng),), werk)
    huis.open_met(sleutel)
    assert huis.kluis.ring.werk == werk


def test_ander_sleutelwerk_van_wie_hem_heeft_maakt_het_ook_af(huis: _Werkhuis) -> None:
    huis.open(BEHEER, "Fatma")
    huis.doe(_eruit(huis))
    huis.doe(WachtzinWijzigen(oud=Geheim(BEHEER), nieuw=Geheim(DERDE)))
    huis.open(EERSTE, "Anna")
    assert huis.kluis.werkwortel_oud, "het merk overleeft werk van wie hem niet heeft"
    huis.laat_toe("Carla", "fg", TWEEDE)
    assert huis.opent_met_toen() == 0
    huis.open(EERSTE, "Anna")
    assert not huis.kluis.werkwortel_oud


def test_een_reservekopie_van_ervoor_is_daarna_heel_terug_te_zetten(
    huis: _Werkhuis, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    kies_tweede_plaats(huis.kluis, tmp_path / "stick", regel(2))
    assert maak_reservekopie(huis.kluis, MOMENT).tweede
    stick = shutil.copytree(tmp_path / "stick", tmp_path / "was-er-niet")
    huis.doe(_eruit(huis))
    huis.anna()
    assert maak_reservekopie(huis.kluis, MOMENT).gelukt
    huis.dicht()
    for map_ in (huis.kluis.plaats.reserve, next(stick.iterdir())):
        kopie = reservekopieen(map_)[-1]
        shutil.rmtree(tmp_path / "elders", ignore_errors=True)
        pad = tmp_path / "elders" / "kluis.db"
        zet_terug(pad, kopie.pad, EERSTE, regel(20))
        elders = Huis.__new__(_Werkhuis)
        elders.pad, elders._open, elders.stukken = pad, [], []
        elders.anna()
        elders.heel()


def test_een_kopie_die_nog_niet_bijgewerkt_is_zegt_dat_er_werktekst_mist(huis: _Werkhuis) -> None:
    assert maak_reservekopie(huis.kluis, MOMENT).gelukt
    (kopie,) = reservekopieen(huis.kluis.plaats.reserve)
    huis.doe(_eruit(huis))
    huis.dicht()
    gedaan = zet_terug(huis.pad, kopie.pad, EERSTE, regel(20))
    assert "Werktekst is op 4 plaatsen leeg" in gedaan.zin
    (oude,) = huis.pad.parent.glob("hersteld-*")
    huis.pad = oude / "kluis.db"
    huis.anna()
    huis.heel()


# --- gedood ---

_STOPPEN: dict[str, tuple[Any, str]] = {
    "voor het sleutelbestand": (access, "write_beside"),
    "voor het opnieuw versleutelen": (Kluis, "_renew"),
    "voor de transactie": (Kluis, "commit"),
    "in de transactie": (workkeys, "rewrap"),
    "voor het bestandje": (outside.Outside, "write_keys"),
}


def _foto(lapje: pytest.MonkeyPatch, waar: str, huis: Huis, heen: Path) -> None:
    """Legt vast wat er op dat moment op schijf staat: precies wat een kill dan achterlaat."""
    waarvan, naam = _STOPPEN[waar]
    echt = getattr(waarvan, naam)

    def stop(*alles_: Any, **namen: Any) -> Any:
        if not heen.exists():
            shutil.copytree(huis.pad.parent, heen)
        return echt(*alles_, **namen)

    lapje.setattr(waarvan, naam, stop)


@pytest.mark.parametrize("eerst_fatma", [False, True])
@pytest.mark.parametrize("lui", [False, True])
@pytest.mark.parametrize("waar", _STOPPEN)
def test_gedood_tijdens_het_vernieuwen(
    huis: _Werkhuis, tmp_path: Path, waar: str, *, lui: bool, eerst_fatma: bool
) -> None:
    assert maak_reservekopie(huis.kluis, MOMENT).gelukt
    if lui:
        huis.open(BEHEER, "Fatma")
        huis.doe(_eruit(huis))
        huis.open(EERSTE, "Anna")
    with pytest.MonkeyPatch.context() as lapje:
        _foto(lapje, waar, huis, tmp_path / "foto")
        if lui:
            huis.bank.vernieuw_werkwortel(nodig=True)
        else:
            huis.doe(_eruit(huis))
    huis.dicht()
    huis.pad = tmp_path / "foto" / "kluis.db"
    shutil.rmtree(tmp_path / "huis")
    if eerst_fatma:
        huis.open(BEHEER, "Fatma")
        assert huis.kluis.controleer_logboek().heel
    huis.anna()
    if not lui and waar == "voor het sleutelbestand":
        assert huis.opent_met_toen() == 2, "er is nog niets gebeurd"
        huis.doe(_eruit(huis))
    assert huis.opent_met_toen() == 0
    assert len(list(huis.kluis.logregels(VERNIEUWD))) == lui
    verwijderd = Logzeef(handeling="gebruiker.verwijderen")
    assert len(list(huis.kluis.logregels(verwijderd))) == 1
    huis.anna()
    assert len(list(huis.kluis.logregels(VERNIEUWD))) == lui
    huis.heel()


def test_lukt_het_niet_dan_gaat_de_kluis_toch_open_en_komt_het_later(
    huis: _Werkhuis, monkeypatch: pytest.MonkeyPatch
) -> None:
    huis.open(BEHEER, "Fatma")
    huis.doe(_eruit(huis))

    def kapot(*_: object) -> None:
        raise OpslagFout("De schijf is weg.")

    with monkeypatch.context() as lapje:
        lapje.setattr(access, "write_beside", kapot)
        huis.anna()
        assert huis.kluis.zoek(Inbreng) == (een(Inbreng),)
    huis.anna()
    assert huis.opent_met_toen() == 0
    huis.heel()
