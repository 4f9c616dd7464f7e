"""Wie welke versie van een papier kreeg: het register, en wat er met een casus van overblijft."""

import hashlib
from dataclasses import replace

import pytest

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import BETROKKENE
from casus_app.domein.uitgifte import SoortPapier, Uitgifte
from casus_app.opmaak.register import register
from casus_app.opmaak.wachtzin import WOORDEN, lijst, wachtzin
from casus_app.poorten import Papier
from casus_app.rollen import gebruiker_met
from casus_app.werkbank import Uitkomst, Werkbank
from tests.bouw import Tafel
from tests.casus_app.handelingen.test_afronden import vastgesteld
from tests.casus_app.papier.lezen import alle_teksten


def drukkend(tafel: Tafel) -> list[object]:
    """Een drukker die onthoudt wat er te drukken was, en elk papier eigen bytes geeft."""
    gedrukt: list[object] = []

    def druk(uitgave):
        gedrukt.append(uitgave)
        return Papier(uitgave.naam, repr((len(gedrukt), uitgave)).encode())

    tafel.werkbank._druk = druk
    return gedrukt


def uitkomst(tafel: Tafel, naam: str, **velden: object) -> Uitkomst:
    handeling = tafel.handeling(naam, **velden)
    werkbank: Werkbank = tafel.werkbank
    return werkbank.voer_uit(handeling, gebruiker_met("coordinator"), tafel.kader)


@pytest.fixture
def tafel() -> Tafel:
    return vastgesteld()


def uitgiften(tafel: Tafel, **waar: object) -> tuple[Uitgifte, ...]:
    return tafel.opslag.zoek(Uitgifte, **waar)


def test_een_verslag_komt_in_het_register_met_de_som_van_het_bestand(tafel: Tafel) -> None:
    drukkend(tafel)
    zegel = tafel.opslag.laatste_zegel()
    gedaan = uitkomst(tafel, "verslag.maken", ontvanger="college")
    (uitgifte,) = uitgiften(tafel)
    assert uitgifte.sha256 == hashlib.sha256(gedaan.papieren[0].inhoud).hexdigest()
    assert (uitgifte.soort, uitgifte.casus, uitgifte.overleg) == (
        SoortPapier.VERSLAG, "K-1", "o1",
    )  # fmt: skip
    assert (uitgifte.ontvanger, uitgifte.versie, uitgifte.anker) == ("college", 1, zegel)
    assert (uitgifte.op, uitgifte.beveiligd) == (tafel.vandaag, False)
    assert gedaan.antwoord == {"bestanden": ["verslag-o1-college.pdf"]}


def test_wie_hetzelfde_nog_eens_maakt_maakt_dezelfde_versie(tafel: Tafel) -> None:
    gedrukt = drukkend(tafel)
    for _ in range(2):
        uitkomst(tafel, "verslag.maken", ontvanger="college")
    assert [u.versie for u in uitgiften(tafel)] == [1, 1]
    assert len({u.sha256 for u in uitgiften(tafel)}) == 2
    assert not any("vervangt" in tekst for stuk in gedrukt for tekst in alle_teksten(stuk))


def test_een_verslag_met_andere_inhoud_zegt_wat_het_vervangt(tafel: Tafel) -> None:
    gedrukt = drukkend(tafel)
    uitkomst(tafel, "verslag.maken", ontvanger="college")
    (afspraak,) = tafel.opslag.zoek(Afspraak, uitvoerder="college")
    anders = replace(afspraak, wat="Iets anders dan eerst.")
    tafel.opslag.waarden[Afspraak][(afspraak.id,)] = anders
    for _ in range(2):
        uitkomst(tafel, "verslag.maken", ontvanger="college")
    assert [u.versie for u in uitgiften(tafel)] == [1, 2, 2]
    for stuk in gedrukt[1:]:
        assert stuk.onderdelen[0].tekst.startswith("Versie 2, vervangt die van ")
    uitkomst(tafel, "verslag.maken", ontvanger="politie")
    assert [u.versie for u in uitgiften(tafel, ontvanger="politie")] == [1]


def test_met_en_zonder_wachtzin_is_dezelfde_versie(tafel: Tafel) -> None:
    gedrukt = drukkend(tafel)
    uitkomst(tafel, "verslag.maken", ontvanger="college")
    gedaan = uitkomst(tafel, "verslag.beveiligen", ontvanger="college")
    assert [(u.versie, u.beveiligd, u.naam) for u in uitgiften(tafel)] == [
        (1, False, "verslag-o1-college.pdf"),
        (1, True, "verslag-o1-college.pdf"),
    ]
    assert gedaan.papieren[0].naam == "verslag-o1-college-beveiligd.pdf"
    zin = gedaan.antwoord["wachtzin"]
    assert gedrukt[-1].wachtzin == zin
    assert zin not in repr(gedrukt[-1])
    assert zin not in repr([*tafel.opslag.regels, *tafel.opslag.waarden.values()])


def test_kijken_is_geen_uitgifte_maar_staat_wel_in_het_logboek(tafel: Tafel) -> None:
    drukkend(tafel)
    gedaan = uitkomst(tafel, "verslag.bekijken", ontvanger="college")
    assert gedaan.papieren == ()
    assert [papier.naam for papier in gedaan.voorbeelden] == ["verslag-o1-college.pdf"]
    assert uitgiften(tafel) == ()
    regel = tafel.opslag.regels[-1]
    assert (regel.handeling, regel.aantal) == ("verslag.bekijken", 0)


def test_plan_brief_en_inzage_staan_in_het_register(tafel: Tafel) -> None:
    drukkend(tafel)
    for naam in ("plan.maken", "betrokkene.brief", "inzage.maken"):
        uitkomst(tafel, naam)
    assert [(u.soort, u.ontvanger, u.naam) for u in uitgiften(tafel)] == [
        (SoortPapier.PLAN, "", "plan-K-1.pdf"),
        (SoortPapier.BRIEF, BETROKKENE, "brief-K-1.pdf"),
        (SoortPapier.INZAGE, BETROKKENE, "inzage-K-1.pdf"),
        (SoortPapier.INZAGE, BETROKKENE, "inzage-K-1.json"),
    ]


def test_de_betrokkene_leest_wie_een_papier_over_hem_kreeg(tafel: Tafel) -> None:
    gedrukt = drukkend(tafel)
    uitkomst(tafel, "verslag.beveiligen", ontvanger="college")
    uitkomst(tafel, "betrokkene.brief")
    uitkomst(tafel, "inzage.maken")
    pdf, boom = gedrukt[-2:]
    assert "Wie een papier over u kreeg" in alle_teksten(pdf)
    assert b'"papieren": [' in boom.inhoud
    assert boom.inhoud.count(b'"sha256"') == 1


def test_na_vernietigen_zegt_het_proces_verbaal_hoeveel_papieren_er_buiten_liggen(
    tafel: Tafel,
) -> None:
    gedrukt = drukkend(tafel)
    uitkomst(tafel, "verslag.maken", ontvanger="college")
    uitkomst(tafel, "verslag.maken", ontvanger="politie")
    uitkomst(tafel, "plan.maken")
    uitkomst(tafel, "casus.vernietigen")
    assert uitgiften(tafel) == ()
    tabel = gedrukt[-1].onderdelen[-2]
    assert tabel.rijen == (("Verslagen", "2"), ("Plannen van aanpak", "1"), ("Samen", "3"))


def test_het_register_noemt_elk_papier_een_keer_het_nieuwste_eerst(tafel: Tafel) -> None:
    drukkend(tafel)
    uitkomst(tafel, "verslag.maken", ontvanger="college")
    uitkomst(tafel, "verslag.maken", ontvanger="politie")
    gevonden = register(tafel.opslag, overleg="o1")
    assert [papier.ontvanger for papier in gevonden] == ["politie", "college"]


def test_wat_de_deur_uit_is_draait_niemand_terug(tafel: Tafel) -> None:
    drukkend(tafel)
    (afspraak, *_) = tafel.opslag.zoek(Afspraak)
    tafel.doe("afspraak.bijwerken", afspraak=afspraak.id)
    assert tafel.werkbank.terug.ongedaan is not None
    uitkomst(tafel, "verslag.maken", ontvanger="college")
    assert tafel.werkbank.terug.ongedaan is None


def test_de_woordenlijst_is_elf_bits_en_elk_toetsenbord_kan_hem_typen() -> None:
    woorden = lijst()
    assert len(woorden) == len(set(woorden)) == 2**11
    assert all(woord.isascii() and woord.islower() and woord.isalpha() for woord in woorden)
    assert all(3 <= len(woord) <= 8 for woord in woorden)


def test_een_wachtzin_is_vijf_woorden_van_de_lijst_en_nooit_twee_keer_dezelfde() -> None:
    zinnen = {wachtzin() for _ in range(200)}
    assert len(zinnen) == 200
    assert {woord for zin in zinnen for woord in zin.split(" ")} <= set(lijst())
    assert {len(zin.split(" ")) for zin in zinnen} == {WOORDEN}
