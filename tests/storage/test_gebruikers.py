"""Wie erin kan, door de werkbank heen: toelaten, verwijderen, een andere rol of wachtzin."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from casus_app.catalogus import laad
from casus_app.domein.mensen import Partij
from casus_app.domein.toegang import Geheim, Herstelsleutel, Toegang, Vertrokkene
from casus_app.fouten import OpslagFout
from casus_app.handelingen import Handeling
from casus_app.handelingen.gebruikers import (
    HELFTEN,
    GebruikerRolWijzigen,
    GebruikersBekijken,
    GebruikerToelaten,
    GebruikerVerwijderen,
    HerstelsleutelBeproeven,
    HerstelsleutelGebruiken,
    HerstelsleutelMaken,
    WachtzinWijzigen,
)
from casus_app.handelingen.inrichting import PartijRegistreren
from casus_app.opmaak import Stuk, Uitgave
from casus_app.opmaak.stuk import Tabel
from casus_app.poorten import Papier
from casus_app.regels.herstel import Herstelstand, envelop, overgetypt
from casus_app.rollen import Gebruiker
from casus_app.weigeringen import Weigering
from casus_app.werkbank import Uitkomst, Werkbank
from storage import (
    Beheer,
    Kluis,
    attempts,
    controleer_kluis,
    maak_kluis,
    maak_reservekopie,
    open_kluis,
    open_met_herstelsleutel,
    reservekopieen,
    sloten_van,
    zet_terug,
)
from storage.errors import (
    GebruikerKiezen,
    HerstelsleutelOnjuist,
    KluisBeschadigd,
    SleutelsOnaf,
    SlotOnbekend,
    WachtzinOnjuist,
)
from storage.files import Plaats
from storage.keys import OEFENING
from tests.nep import StilleKlok
from tests.storage.waarden import MOMENT, partij, regel, vul, weg

EERSTE = "paarden lezen zelden kranten op zolder"
TWEEDE = "achttien bruine emmers onder de trap"
DERDE = "morgen koken wij rabarber zonder suiker"


class Huis:
    """Een echte kluis op de zwakste KDF, met wie haar opent."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self.stukken: list[Stuk] = []
        self._open: list[Kluis] = []
        self._neem(maak_kluis(pad, EERSTE, oefening=False, kdf=OEFENING, naam="Anna"))

    def _neem(self, kluis: Kluis) -> Kluis:
        self._open.append(kluis)
        self.kluis = kluis
        self.bank = Werkbank(kluis, StilleKlok(), laad(), self._druk)
        return kluis

    def _druk(self, uitgave: Uitgave) -> Papier:
        assert isinstance(uitgave, Stuk)
        self.stukken.append(uitgave)
        return Papier(uitgave.naam, b"papier")

    def doe(self, handeling: Handeling, als: Gebruiker | None = None) -> Uitkomst:
        return self.bank.voer_uit(handeling, als or self.bank.gebruiker, "wgs")

    def open(self, wachtzin: str, naam: str = "") -> Kluis:
        self.dicht()
        return self._neem(open_kluis(self.pad, wachtzin, self.wie(naam).id if naam else ""))

    def open_met(self, sleutel: bytes) -> Kluis:
        self.dicht()
        return self._neem(open_met_herstelsleutel(self.pad, sleutel))

    def wie(self, naam: str) -> Toegang:
        return next(slot for slot in sloten_van(self.pad) if slot.naam == naam)

    def laat_toe(self, naam: str, rol: str, wachtzin: str) -> str:
        uitkomst = self.doe(
            GebruikerToelaten(naam=naam, gebruikersrol=rol, wachtzin=Geheim(wachtzin))
        )
        return str(uitkomst.antwoord["gebruiker"])

    def envelop(self) -> list[Geheim]:
        """Wat er op de laatst gedrukte papieren staat, zoals iemand het overtypt."""
        delen = []
        for stuk in self.stukken:
            (tabel,) = (deel for deel in stuk.onderdelen if isinstance(deel, Tabel))
            delen.append(Geheim(" ".join(" ".join(rij[1:]) for rij in tabel.rijen).lower()))
        self.stukken.clear()
        return delen

    def dicht(self) -> None:
        for kluis in self._open:
            kluis.sluit()


@pytest.fixture
def huis(tmp_path: Path) -> Iterator[Huis]:
    made = Huis(tmp_path / "kluis.db")
    vul(made.kluis, 3)
    yield made
    made.dicht()


def test_ieder_opent_met_de_eigen_wachtzin_en_krijgt_de_rol_van_het_slot(huis: Huis) -> None:
    bram = huis.laat_toe("Bram", "fg", TWEEDE)
    assert [slot.naam for slot in sloten_van(huis.pad)] == ["Anna", "Bram"]
    huis.open(TWEEDE, "Bram")
    assert (huis.bank.gebruiker.id, huis.bank.gebruiker.rol) == (bram, "fg")
    with pytest.raises(Weigering):
        huis.doe(PartijRegistreren(id="p9", soort="politie", naam="Politie"))
    assert next(huis.kluis.logregels()).gebruiker == bram
    huis.doe(GebruikersBekijken())


def test_met_twee_gebruikers_moet_je_zeggen_wie_je_bent(huis: Huis) -> None:
    huis.laat_toe("Bram", "fg", TWEEDE)
    with pytest.raises(GebruikerKiezen):
        huis.open(EERSTE)
    with pytest.raises(WachtzinOnjuist):
        huis.open(EERSTE, "Bram")
    with pytest.raises(SlotOnbekend):
        open_kluis(huis.pad, EERSTE, "0" * 16)


def test_wie_nog_eens_zijn_wachtzin_typt_typt_zijn_eigen(huis: Huis) -> None:
    """Met die van een collega komt een voorbijganger er niet langs."""
    huis.laat_toe("Bram", "secretaris", TWEEDE)
    Beheer(huis.kluis).toets_wachtzin(EERSTE)
    with pytest.raises(WachtzinOnjuist):
        Beheer(huis.kluis).toets_wachtzin(TWEEDE)


def test_een_beheerder_geeft_geen_toegang_tot_werktekst_die_hij_zelf_niet_heeft(
    huis: Huis,
) -> None:
    huis.laat_toe("Bram", "beheerder", TWEEDE)
    fg = huis.laat_toe("Fatma", "fg", DERDE)
    huis.open(TWEEDE, "Bram")
    for handeling in (
        GebruikerToelaten(naam="Nieuw", gebruikersrol="secretaris", wachtzin=Geheim(DERDE)),
        GebruikerRolWijzigen(gebruiker=fg, gebruikersrol="voorzitter"),
        HerstelsleutelMaken(),
    ):
        with pytest.raises(Weigering, match="werktekst"):
            huis.doe(handeling)
    huis.laat_toe("Nieuw", "fg", DERDE)
    huis.doe(GebruikerVerwijderen(gebruiker=fg, reden="x"))
    huis.open(EERSTE, "Anna")
    assert huis.kluis.ring.werk is not None


def test_wie_met_de_envelop_een_wachtzin_krijgt_leest_ook_de_werktekst_weer(huis: Huis) -> None:
    werk = huis.kluis.ring.werk
    huis.doe(HerstelsleutelMaken())
    huis.open_met(overgetypt(*huis.envelop()))
    huis.doe(HerstelsleutelGebruiken(gebruiker=huis.wie("Anna").id, nieuw=Geheim(DERDE)))
    huis.open(DERDE)
    assert huis.kluis.ring.werk == werk


def test_een_rol_is_niet_te_kiezen(huis: Huis) -> None:
    """In een echte kluis telt het slot, wat een scherm er ook van maakt."""
    from casus_app.rollen import Gebruikersrol, gebruiker_met

    huis.laat_toe("Bram", "secretaris", TWEEDE)
    huis.open(TWEEDE, "Bram")
    wijziging = GebruikerRolWijzigen(gebruiker=huis.wie("Anna").id, gebruikersrol="beheerder")
    for als in (
        gebruiker_met("coordinator"),
        Gebruiker(huis.bank.gebruiker.id, Gebruikersrol.BEHEERDER),
    ):
        with pytest.raises(Weigering):
            huis.doe(wijziging, als)
    assert huis.wie("Anna").rol == "coordinator"


def test_een_andere_rol_telt_bij_het_volgende_openen(huis: Huis) -> None:
    bram = huis.laat_toe("Bram", "secretaris", TWEEDE)
    huis.doe(GebruikerRolWijzigen(gebruiker=bram, gebruikersrol="beheerder"))
    huis.open(TWEEDE, "Bram")
    assert huis.bank.gebruiker.rol == "beheerder"


def test_een_gegeven_wachtzin_moet_eerst_een_eigen_worden(huis: Huis) -> None:
    antwoord = huis.doe(GebruikerToelaten(naam="Bram", gebruikersrol="coordinator")).antwoord
    gegeven = antwoord["wachtzin"]
    assert gegeven.tekst not in repr(antwoord)
    huis.open(gegeven.tekst, "Bram")
    with pytest.raises(Weigering, match="eigen wachtzin"):
        huis.doe(PartijRegistreren(id="p9", soort="politie", naam="Politie"))
    huis.doe(WachtzinWijzigen(oud=gegeven, nieuw=Geheim(TWEEDE)))
    huis.doe(PartijRegistreren(id="p9", soort="politie", naam="Politie"))
    huis.open(TWEEDE, "Bram")
    with pytest.raises(WachtzinOnjuist):
        huis.open(gegeven.tekst, "Bram")


def test_wie_eruit_is_kan_er_ook_met_een_oude_kopie_niet_meer_in(huis: Huis) -> None:
    bram = huis.laat_toe("Bram", "secretaris", TWEEDE)
    huis.kluis.sluit()
    oud = (Plaats(huis.pad).sleutel).read_bytes()
    huis.open(EERSTE, "Anna")
    naam_voor = huis.kluis.pseudoniem("casus", "K-1")
    huis.doe(GebruikerVerwijderen(gebruiker=bram, reden="werkt hier niet meer"))
    vul(huis.kluis, 2, van=10)
    assert huis.kluis.controleer_logboek().heel
    assert huis.kluis.pseudoniem("casus", "K-1") == naam_voor
    assert huis.kluis.haal(Vertrokkene, bram) is not None
    huis.open(EERSTE)
    assert huis.kluis.controleer_logboek().heel
    assert huis.kluis.ankermelding is None
    assert len(huis.kluis.zoek(Partij)) == 5
    huis.dicht()
    Plaats(huis.pad).sleutel.write_bytes(oud)
    with pytest.raises(KluisBeschadigd):
        open_kluis(huis.pad, TWEEDE, bram)


def test_een_nieuwe_wortel_kan_meer_dan_eens_en_de_keten_blijft_heel(huis: Huis) -> None:
    for keer in range(3):
        bram = huis.laat_toe(f"Nummer {keer}", "voorzitter", TWEEDE)
        huis.doe(GebruikerVerwijderen(gebruiker=bram, reden="even"))
        huis.open(EERSTE)
    stand = huis.kluis.controleer_logboek()
    assert stand.heel
    assert huis.kluis.ring.nummer == 4
    huis.kluis.met(lambda db: db.execute("DROP TRIGGER logboek_blijft"))
    huis.kluis.met(lambda db: db.execute("UPDATE logboek SET rol = 'x' WHERE nr = 2"))
    assert huis.kluis.controleer_logboek().breuk == 2


@pytest.mark.parametrize("rol", ["coordinator", "beheerder"])
def test_de_laatste_die_gebruikers_beheert_blijft_en_uzelf_ook(huis: Huis, rol: str) -> None:
    anna = huis.wie("Anna").id
    with pytest.raises(Weigering, match="uzelf"):
        huis.doe(GebruikerVerwijderen(gebruiker=anna, reden="x"))
    bram = huis.laat_toe("Bram", rol, TWEEDE)
    huis.open(TWEEDE, "Bram")
    huis.doe(GebruikerVerwijderen(gebruiker=anna, reden="x"))
    with pytest.raises(Weigering, match="uzelf"):
        huis.doe(GebruikerRolWijzigen(gebruiker=bram, gebruikersrol="fg"))


def test_een_zwakke_wachtzin_kan_niet_in_een_echte_kluis(huis: Huis) -> None:
    with pytest.raises(Weigering, match="te kort"):
        huis.laat_toe("Bram", "fg", "kort")
    with pytest.raises(WachtzinOnjuist):
        huis.doe(WachtzinWijzigen(oud=Geheim("fout"), nieuw=Geheim(TWEEDE)))
    assert len(sloten_van(huis.pad)) == 1


def test_de_envelop_heel_en_in_tweeen(huis: Huis) -> None:
    for vorm in ("een envelop", HELFTEN):
        huis.doe(HerstelsleutelMaken(vorm=vorm))
        assert envelop(huis.kluis, StilleKlok().dag).stand is Herstelstand.NIET_BEPROEFD
        delen = huis.envelop()
        tweede = delen[1] if delen[1:] else None
        huis.doe(HerstelsleutelBeproeven(sleutel=delen[0], tweede_helft=tweede))
        assert envelop(huis.kluis, StilleKlok().dag).stand is Herstelstand.GOED
        sleutel = overgetypt(delen[0], tweede)
        huis.open_met(sleutel)
        with pytest.raises(Weigering):
            huis.doe(PartijRegistreren(id="p9", soort="politie", naam="Politie"))
        huis.doe(HerstelsleutelGebruiken(gebruiker=huis.wie("Anna").id, nieuw=Geheim(DERDE)))
        huis.open(DERDE, "Anna")
        assert envelop(huis.kluis, StilleKlok().dag).stand is Herstelstand.GEBRUIKT
    with pytest.raises(WachtzinOnjuist):
        huis.open(EERSTE, "Anna")


def test_een_oudere_envelop_blijft_tot_de_nieuwe_is_overgetypt(huis: Huis) -> None:
    huis.doe(HerstelsleutelMaken())
    oud = overgetypt(*huis.envelop())
    huis.doe(HerstelsleutelMaken())
    nieuw = huis.envelop()
    huis.open_met(oud)
    huis.open(EERSTE, "Anna")
    with pytest.raises(HerstelsleutelOnjuist):
        huis.doe(HerstelsleutelBeproeven(sleutel=_anders()))
    huis.doe(HerstelsleutelBeproeven(sleutel=nieuw[0]))
    with pytest.raises(HerstelsleutelOnjuist):
        huis.open_met(oud)
    huis.open(EERSTE, "Anna")
    assert len(huis.kluis.zoek(Herstelsleutel)) == 2


def _anders() -> Geheim:
    from casus_app.domein.herstelcode import Deel, groepen

    return Geheim("".join(groepen(b"x" * 20, Deel.HEEL, b"x" * 20)))


def test_de_envelop_overleeft_een_nieuwe_wortel(huis: Huis) -> None:
    huis.doe(HerstelsleutelMaken())
    sleutel = overgetypt(*huis.envelop())
    bram = huis.laat_toe("Bram", "voorzitter", TWEEDE)
    huis.doe(GebruikerVerwijderen(gebruiker=bram, reden="x"))
    huis.open_met(sleutel)
    assert len(huis.kluis.zoek(Partij)) == 3


# --- gedood tussen sleutelbestand en database ---


def _breek_af(huis: Huis, monkeypatch: pytest.MonkeyPatch, waar: str, doe: Handeling) -> None:
    """Na het sleutelbestand komt er niets meer; daarna wordt de kluis hard losgelaten."""

    def kapot(*_: object, **__: object) -> None:
        raise OpslagFout("De schijf is weg.")

    with monkeypatch.context() as lapje:
        lapje.setattr(Kluis, waar, kapot)
        with pytest.raises(SleutelsOnaf):
            huis.doe(doe)


@pytest.mark.parametrize("waar", ["commit", "_renew"])
def test_wat_het_logboek_nog_niet_zegt_zegt_het_na_het_openen(
    huis: Huis, monkeypatch: pytest.MonkeyPatch, waar: str
) -> None:
    bram = huis.laat_toe("Bram", "secretaris", TWEEDE)
    eruit = GebruikerVerwijderen(gebruiker=bram, reden="werkt hier niet meer")
    _breek_af(huis, monkeypatch, waar, eruit)
    huis.open(EERSTE)
    laatste = next(huis.kluis.logregels())
    assert (laatste.handeling, laatste.code) == ("gebruiker.verwijderen", "secretaris")
    assert laatste.pseudoniem == huis.kluis.pseudoniem("gebruiker", bram)
    assert [een.reden for een in huis.kluis.zoek(Vertrokkene)] == ["werkt hier niet meer"]
    assert huis.kluis.controleer_logboek().heel
    regels = huis.kluis.controleer_logboek().regels
    huis.open(EERSTE)
    assert huis.kluis.controleer_logboek().regels == regels


def test_een_teruggezet_sleutelbestand_valt_op(huis: Huis) -> None:
    huis.kluis.sluit()
    oud = Plaats(huis.pad).sleutel.read_bytes()
    huis.open(EERSTE)
    huis.doe(WachtzinWijzigen(oud=Geheim(EERSTE), nieuw=Geheim(DERDE)))
    huis.dicht()
    Plaats(huis.pad).sleutel.write_bytes(oud)
    huis.open(EERSTE)
    assert "ouder dan de kluis" in huis.kluis.sleutelmelding


def test_het_vorige_sleutelbestand_blijft_tot_het_nieuwe_geopend_heeft(huis: Huis) -> None:
    vorige = Plaats(huis.pad).sleutel_vorige
    huis.doe(WachtzinWijzigen(oud=Geheim(EERSTE), nieuw=Geheim(DERDE)))
    assert vorige.exists()
    with pytest.raises(WachtzinOnjuist):
        huis.open(EERSTE)
    assert vorige.exists()
    huis.open(DERDE)
    assert not vorige.exists()


def test_geen_geheim_in_een_regel_een_fout_of_een_afdruk(huis: Huis) -> None:
    huis.laat_toe("Bram", "fg", TWEEDE)
    huis.doe(WachtzinWijzigen(oud=Geheim(EERSTE), nieuw=Geheim(DERDE)))
    alles = " ".join(map(repr, huis.kluis.logregels()))
    alles += repr(WachtzinWijzigen(oud=Geheim(EERSTE), nieuw=Geheim(DERDE)))
    alles += repr(huis.kluis.ring) + repr(huis.kluis.access)
    alles += Plaats(huis.pad).sleutel.read_text()
    for geheim in (EERSTE, TWEEDE, DERDE):
        assert geheim not in alles
    assert huis.kluis.ring.wortel.hex() not in alles
    assert not re.search(r"Bram|Anna", " ".join(map(repr, huis.kluis.logregels())))


# --- de reservekopieën ---


def test_een_oude_reservekopie_krijgt_de_nieuwe_sleutel_en_de_sloten_van_nu(huis: Huis) -> None:
    bram = huis.laat_toe("Bram", "secretaris", TWEEDE)
    assert maak_reservekopie(huis.kluis, MOMENT).gelukt
    (kopie,) = reservekopieen(huis.kluis.plaats.reserve)
    open_kluis(kopie.pad, TWEEDE, bram).sluit()
    bewaard = kopie.sleutel.read_bytes()
    huis.doe(GebruikerVerwijderen(gebruiker=bram, reden="x"))
    bericht = maak_reservekopie(huis.kluis, MOMENT + timedelta(days=1))
    assert bericht.gelukt, bericht.zin
    for oud in reservekopieen(huis.kluis.plaats.reserve):
        with pytest.raises(SlotOnbekend):
            open_kluis(oud.pad, TWEEDE, bram)
    assert controleer_kluis(kopie.pad, EERSTE).heel
    van_nu = kopie.sleutel.read_bytes()
    kopie.sleutel.write_bytes(bewaard)
    with pytest.raises(KluisBeschadigd):
        open_kluis(kopie.pad, TWEEDE, bram)
    kopie.sleutel.write_bytes(van_nu)
    huis.dicht()
    zet_terug(huis.pad, kopie.pad, EERSTE, regel(5))
    huis.open(EERSTE, "Anna")
    assert huis.kluis.controleer_logboek().heel
    assert len(huis.kluis.zoek(Partij)) == 3


def test_een_oude_lijst_van_wat_gewist_is_blijft_leesbaar_na_een_nieuwe_wortel(huis: Huis) -> None:
    huis.kluis.leg_vast(weg(partij("p1")), regel(7, handeling="casus.vernietigen"), grondig=True)
    bram = huis.laat_toe("Bram", "secretaris", TWEEDE)
    oud = huis.kluis.plaats.gewist.read_bytes()
    huis.doe(GebruikerVerwijderen(gebruiker=bram, reden="x"))
    assert huis.kluis.outside.erased() is not None
    huis.open(EERSTE)
    huis.dicht()
    assert Plaats(huis.pad).gewist.read_bytes() != oud


# --- verkeerde wachtzinnen ---


def test_verkeerde_wachtzinnen_worden_geteld_gezegd_en_opgeschreven(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewacht: list[float] = []
    monkeypatch.setattr(attempts.time, "sleep", gewacht.append)
    huis.dicht()
    for _ in range(5):
        with pytest.raises(WachtzinOnjuist):
            open_kluis(huis.pad, TWEEDE)
    huis.open(EERSTE)
    assert gewacht == [0, 0, 0, 2, 4, 8]
    assert "5 keer een verkeerde wachtzin" in huis.kluis.sleutelmelding
    huis.bank.noteer_pogingen(huis.kluis.pogingen)
    laatste = next(huis.kluis.logregels())
    assert (laatste.handeling, laatste.aantal) == ("kluis.openen-mislukt", 5)
    huis.open(EERSTE)
    assert huis.kluis.sleutelmelding == ""
    assert gewacht[-1] == 0
    assert attempts.seconds(100) == attempts.LONGEST


@pytest.mark.parametrize("inhoud", [b"", b"veel", b"9" * 400, b"-3"])
def test_rommel_in_de_teller_zegt_niets(huis: Huis, inhoud: bytes) -> None:
    Plaats(huis.pad).pogingen.write_bytes(inhoud)
    huis.open(EERSTE)
    assert huis.kluis.sleutelmelding == ""


# --- nalopen ---


def test_nalopen_ziet_het_sleutelbestand_ook(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    huis.doe(HerstelsleutelMaken())
    bram = huis.laat_toe("Bram", "secretaris", TWEEDE)
    huis.dicht()
    oud = Plaats(huis.pad).sleutel.read_bytes()
    gevonden = controleer_kluis(huis.pad, EERSTE)
    assert gevonden.heel
    assert "2 sloten met een wachtzin, 1 met een herstelsleutel" in " ".join(gevonden.regels)
    huis.open(EERSTE, "Anna")
    eruit = GebruikerVerwijderen(gebruiker=bram, reden="x")
    _breek_af(huis, monkeypatch, "_renew", eruit)
    huis.dicht()
    assert "niet afgemaakt" in " ".join(controleer_kluis(huis.pad, EERSTE).regels)
    huis.open(EERSTE)
    huis.doe(WachtzinWijzigen(oud=Geheim(EERSTE), nieuw=Geheim(DERDE)))
    huis.dicht()
    Plaats(huis.pad).sleutel.write_bytes(oud)
    assert not controleer_kluis(huis.pad, EERSTE).heel
