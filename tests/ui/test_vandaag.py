"""Vandaag: het volgende overleg met wat er ontbreekt, wat aan de beurt is, en hoe men begint."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.mensen import Partij, Professional
from casus_app.draaiboek import lees
from casus_app.handelingen.aanmelding import BetrokkeneUitstellen
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inbreng import AfspraakMaken
from casus_app.handelingen.inrichting import KlokZetten
from casus_app.handelingen.mensen import GeheimhoudingVastleggen
from casus_app.handelingen.rechten import VerzoekRegistreren
from casus_app.handelingen.uitkomst import CasusSluiten
from casus_app.rollen import gebruiker_met
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import VERHAAL, een_verhaal, een_werkbank
from ui.actions import BY_NAME
from ui.main_window import MainWindow
from ui.session import Session
from ui.texts import away
from ui.vandaag import due


def _afspraak(mens: Kijker) -> None:
    aanwezig = ("voorzitter", "wijkagent", "wmo")
    assert mens.sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=aanwezig))
    assert mens.sessie.perform(
        AfspraakMaken(
            id="a1",
            overleg="wk48",
            casus="K-2601",
            uitvoerder="wmo",
            wat="Langsgaan.",
            uiterlijk=mens.sessie.vandaag() + timedelta(days=7),
        )
    )


def test_men_begint_hier_en_ziet_wat_openen_tegenhoudt(kijker: Kijker) -> None:
    assert kijker.werk.stack.currentWidget().accessibleName() == "Vandaag"
    assert kijker.staat_er("Dinsdag 24 november 2026, 09:00 uur")
    assert kijker.staat_er("✓ kan open")
    assert kijker.staat_er("! 2 dingen ontbreken")
    kijker.druk("09:30   K-2602")
    assert kijker.werk.stack.currentWidget() is kijker.werk.casus
    assert kijker.werk.casus.key == ("wk48", "K-2602")


def test_niets_te_doen_zegt_dat_men_bij_is(kijker: Kijker) -> None:
    assert kijker.staat_er("✓ U bent bij")


def test_wat_aan_de_beurt_is_gaat_met_een_druk_open(kijker: Kijker) -> None:
    _afspraak(kijker)
    kijker.werk.show_place("vandaag")
    assert kijker.staat_er("over 7 dagen")
    assert kijker.staat_er("ligt op tafel")
    kijker.druk("Bijwerken: Langsgaan.")
    assert kijker.formulier().form.values()["afspraak"] == "a1"
    kijker.formulier().close_now()


def test_een_dag_te_laat_staat_er_als_te_laat(kijker: Kijker) -> None:
    sessie = kijker.sessie
    assert sessie.perform(
        VerzoekRegistreren(
            id="v1", casus="K-2601", soort="inzage", ontvangen_op=date(2026, 11, 20)
        )
    )
    assert sessie.perform(KlokZetten(datum=date(2026, 12, 21)))
    assert kijker.staat_er("K-2601: verzoek om inzage")
    assert kijker.staat_er("1 dag te laat")
    assert kijker.staat_er("Nog vast te stellen")


def test_boven_de_acht_staat_de_rest_achter_een_knop(kijker: Kijker) -> None:
    for nummer in range(10):
        assert kijker.sessie.perform(
            VerzoekRegistreren(
                id=f"v{nummer}", casus="K-2601", soort="inzage", ontvangen_op=date(2026, 10, 25)
            )
        )
    kijker.druk("Toon de andere 2")
    assert not kijker.staat_er("Toon de andere")
    assert sum("verzoek om inzage" in tekst for tekst in kijker.teksten()) == 10


def test_de_eerste_stappen_worden_afgevinkt_en_gaan_dan_weg(
    venster: MainWindow, qtbot: QtBot
) -> None:
    """Het verhaal zonder zijn overleg: drie van de vier zijn gedaan."""
    venster.enter(een_werkbank())
    mens = Kijker(venster, qtbot)
    assert _vinkjes(mens) == 0
    assert not mens.staat_er("Aan de beurt")
    for knop in ("Huis inrichten…", "Met de hand…", "Casus aanmelden…", "Overleg plannen…"):
        mens.druk(knop)
        mens.formulier().close_now()
    mens.druk("Lijst inlezen…")
    assert isinstance(mens.voor, QFileDialog)
    mens.voor.reject()
    mens.voor.close()
    draaiboek = lees(VERHAAL.read_bytes(), VERHAAL.name, mens.sessie.catalogus.kaders)
    gezien = []
    for stap in draaiboek.stappen:
        if mens.staat_er("Zo begint u"):
            gezien.append(_vinkjes(mens))
        assert mens.sessie.perform(stap.handeling)
    assert sorted(set(gezien)) == [0, 1, 2, 3]
    assert gezien == sorted(gezien)
    assert not mens.staat_er("Zo begint u")


def _vinkjes(mens: Kijker) -> int:
    return mens.teksten().count("✓")


@pytest.mark.parametrize(
    ("rol", "soorten"), [("coordinator", {"verzoek", "afspraak"}), ("fg", {"verzoek"})]
)
def test_ieder_ziet_alleen_wat_die_zelf_kan_doen(
    rol: str, soorten: set[str], qtbot: QtBot
) -> None:
    werkbank = een_verhaal()
    opslag = werkbank.opslag
    begin = Session(werkbank, gebruiker_met("coordinator"))
    begin.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=("voorzitter", "wmo")))
    begin.perform(
        AfspraakMaken(
            id="a1",
            overleg="wk48",
            casus="K-2601",
            uitvoerder="wmo",
            wat="Bellen.",
            uiterlijk=begin.vandaag(),
        )
    )
    begin.perform(
        VerzoekRegistreren(
            id="v1", casus="K-2601", soort="inzage", ontvangen_op=date(2026, 10, 25)
        )
    )
    assert opslag.zoek(Afspraak)
    sessie = Session(werkbank, gebruiker_met(rol))
    assert {str(termijn.soort) for termijn, _ in due.for_this_user(sessie)} == soorten


def test_zonder_overleg_dat_komt_staat_er_hoe_men_er_een_plant(kijker: Kijker) -> None:
    assert kijker.sessie.perform(KlokZetten(datum=date(2026, 11, 25)))
    assert kijker.staat_er("Er is geen overleg gepland")
    kijker.druk("Overleg plannen…")
    kijker.formulier().close_now()
    assert kijker.voor is kijker.venster


def test_hoe_ver_een_dag_weg_is_leest_als_gewone_taal() -> None:
    dag = date(2026, 11, 24)
    afstanden = {-2: "2 dagen te laat", -1: "1 dag te laat", 0: "vandaag", 1: "morgen"}
    afstanden[3] = "over 3 dagen"
    assert {n: away(dag + timedelta(days=n), dag) for n in afstanden} == afstanden


def test_een_verklaring_die_afloopt_gaat_met_een_druk_naar_het_tekenen(kijker: Kijker) -> None:
    morgen = kijker.sessie.vandaag() + timedelta(days=1)
    derde = next(
        mens
        for mens in kijker.sessie.zoek(Professional)
        if kijker.sessie.haal(Partij, mens.partij).soort == "woningcorporatie"
    )
    begin = date(2025, 1, 1)
    assert kijker.sessie.perform(
        GeheimhoudingVastleggen(professional=derde.id, datum=begin, geldig_tot=morgen)
    )
    kijker.werk.show_place("vandaag")
    assert kijker.staat_er(f"Laat {derde.naam}")
    assert kijker.staat_er("geldt tot en met 25 november 2026")
    kijker.druk(f"Getekend: Laat {derde.naam}")
    assert kijker.formulier().windowTitle() == BY_NAME["geheimhouding.vastleggen"].text
    assert kijker.formulier().form.values()["professional"] == derde.id
    kijker.formulier().close_now()
    assert kijker.sessie.perform(KlokZetten(datum=morgen + timedelta(days=1)))
    assert not kijker.staat_er(f"Laat {derde.naam}")


def test_een_bepaling_die_veranderde_brengt_met_een_druk_naar_de_casus(kijker: Kijker) -> None:
    assert kijker.sessie.perform(KlokZetten(datum=date(2026, 12, 1)))
    assert not kijker.staat_er("opnieuw toetsen")
    werkbank = kijker.sessie.werkbank
    taken = {
        naam: replace(
            soort,
            taken={
                t: replace(taak, peildatum=date(2026, 11, 28)) for t, taak in soort.taken.items()
            },
        )
        for naam, soort in werkbank.catalogus.soorten.items()
    }
    werkbank.catalogus = replace(werkbank.catalogus, soorten=taken)
    kijker.werk.show_place("casussen")
    kijker.werk.show_place("vandaag")
    kijker.werk.stack.currentWidget().read_now()
    assert kijker.staat_er("K-2601: opnieuw toetsen")
    assert kijker.staat_er("sinds 28 november 2026")
    kijker.druk("Naar de casus: K-2601: opnieuw toetsen")
    assert kijker.werk.stack.currentWidget() is kijker.werk.dossier
    assert kijker.werk.dossier.casus == "K-2601"


def test_uitgesteld_informeren_komt_terug_met_de_brief_en_bij_een_gesloten_casus_met_heropenen(
    kijker: Kijker,
) -> None:
    doe = kijker.sessie.perform
    dag = date(2026, 12, 4)
    assert doe(
        BetrokkeneUitstellen(
            casus="K-2602",
            grond="uavg-41-i",
            motivering="Er loopt een onderzoek.",
            beoordelaar="wijkagent",
            heroverwegen_op=dag,
        )
    )
    assert doe(KlokZetten(datum=dag - timedelta(days=8)))
    titel = "K-2602: kan de betrokkene het nu weten?"
    assert not kijker.staat_er(titel)
    assert doe(KlokZetten(datum=dag))
    assert kijker.staat_er(titel)
    kijker.druk(f"Brief: {titel}")
    assert kijker.formulier().windowTitle() == BY_NAME["betrokkene.informeerbrief"].text
    kijker.formulier().close_now()
    assert doe(
        CasusSluiten(
            casus="K-2602", beoordelaars=("wijkagent",), reden="Rust.", bij_terugval="Bel."
        )
    )
    kijker.druk(f"Heropenen: {titel}")
    assert kijker.formulier().windowTitle() == BY_NAME["casus.heropenen"].text
    kijker.formulier().close_now()
