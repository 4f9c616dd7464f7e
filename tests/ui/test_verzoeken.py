"""De bladzij met verzoeken: hoe lang nog, wat eraan gedaan is, en wie het nog niet weet."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from casus_app.domein.casus import Informering
from casus_app.domein.inbreng import Inbreng, Niveau
from casus_app.domein.verzoek import Beperking, Rectificatie, SoortVerzoek, Verzoek
from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.leggen import leg
from ui.pages.verzoeken_page import VerzoekenPage
from ui.verzoeken.reading import WAITING


def verzoek(mens: Kijker, soort: SoortVerzoek, dagen: int) -> Verzoek:
    """Zoveel dagen geleden ontvangen, met een maand om te antwoorden."""
    op = mens.sessie.vandaag() - timedelta(days=dagen)
    return Verzoek(
        id=f"v-{soort}",
        casus="K-2601",
        soort=soort,
        ontvangen_op=op,
        uiterlijk=op + timedelta(days=30),
    )


@pytest.fixture
def mens(kijker: Kijker) -> Kijker:
    vandaag = kijker.sessie.vandaag()
    leg(
        kijker.sessie,
        *(verzoek(kijker, soort, 10) for soort in SoortVerzoek if soort != SoortVerzoek.INZAGE),
        verzoek(kijker, SoortVerzoek.INZAGE, 33),
        Inbreng(
            id="i1", overleg="wk48", casus="K-2601", inbrenger="wijkagent", over="betrokkene",
            categorie="politiegegevens", niveau=Niveau.INHOUD, grondslag="wgs-1-5-wpg",
            noodzaak="x", kern="x",
        ),
        Informering(
            casus="K-2602", grond="uavg-41-d", motivering="Er loopt een onderzoek.",
            beoordelaar="wmo", heroverwegen_op=vandaag,
        ),
    )  # fmt: skip
    kijker.werk.show_place("verzoeken")
    return kijker


def bladzij(mens: Kijker) -> VerzoekenPage:
    return mens.werk.page(VerzoekenPage)


def knoppen(mens: Kijker) -> set[str]:
    """Wat er op het blad van het gekozen verzoek te doen is."""
    QApplication.processEvents()
    return {knop.text().replace("&", "") for knop in zichtbaar(bladzij(mens).one, QPushButton)} - {
        "Naar de casus"
    }


def test_het_oudste_verzoek_staat_bovenaan_en_te_laat_is_te_zien(mens: Kijker) -> None:
    assert mens.staat_er("5 verzoeken wachten · ▲ te laat: 1")
    model = bladzij(mens).list.model()
    regels = [str(model.index(rij, 0).data()) for rij in range(model.rowCount())]
    assert regels[0] == "Wacht op antwoord · 5 verzoeken"
    assert regels[1].startswith("Verzoek om inzage, K-2601 · ontvangen ")
    assert regels[1].endswith("▲ 3 dagen te laat")
    assert regels[6] == "De betrokkene weet het nog niet · 1 casus"
    assert regels[7].endswith("● vandaag")


@pytest.mark.parametrize(
    ("soort", "eigen"),
    [
        (SoortVerzoek.RECTIFICATIE, {"Inbreng merken…"}),
        (SoortVerzoek.WISSING, {"Inbreng merken…", "Alles vernietigen…"}),
        (SoortVerzoek.BEPERKING, {"Gebruik beperken…"}),
        (SoortVerzoek.BEZWAAR, {"Gebruik beperken…"}),
    ],
)
def test_elk_soort_verzoek_heeft_zijn_eigen_stappen(
    mens: Kijker, soort: SoortVerzoek, eigen: set[str]
) -> None:
    bladzij(mens).list.choose(f"v-{soort}")
    samen = {"Afhandelen…", "Brief maken…", "Twee maanden langer…"}
    assert knoppen(mens) == samen | eigen


def test_na_de_eerste_maand_is_er_geen_verlenging_meer(mens: Kijker) -> None:
    bladzij(mens).list.choose("v-inzage")
    assert knoppen(mens) == {"Afhandelen…", "Brief maken…", "Inzage maken…", "Iets weglaten…"}


def test_verlengen_vanaf_de_regel(mens: Kijker) -> None:
    bladzij(mens).list.choose("v-bezwaar")
    mens.druk("Twee maanden langer…")
    mens.vul("Reden", "Vier organisaties moeten iets opzoeken.")
    mens.druk("Antwoord op een verzoek verlengen")
    assert mens.staat_er("twee maanden verlengd (AVG 12 lid 3).")
    assert mens.staat_er("Omdat: Vier organisaties moeten iets opzoeken.")
    assert "Twee maanden langer…" not in knoppen(mens)


def test_merken_geeft_een_taak_en_verteld_haalt_haar_weg(mens: Kijker) -> None:
    bladzij(mens).list.choose("v-rectificatie")
    mens.druk("Inbreng merken…")
    mens.vul("Inbreng", "K-2601")
    mens.vul("Wat klopt er niet", "Het was iemand anders.")
    mens.druk("Inbreng merken als onjuist")
    assert mens.staat_er("Vertel het aan R. van Dongen, wijkagent (AVG 19).")
    mens.werk.show_place("vandaag")
    taak = "vertel R. van Dongen, wijkagent dat een inbreng niet klopt"
    if not mens.staat_er(taak):
        mens.druk("Toon de andere")
    assert mens.staat_er(taak)
    mens.werk.show_place("verzoeken")
    mens.druk("✓ Verteld")
    gemerkt = mens.sessie.haal(Rectificatie, "v-rectificatie", "i1")
    assert gemerkt is not None
    assert gemerkt.gemeld_op == mens.sessie.vandaag()
    assert mens.staat_er("✓ Verteld op")


def test_beperken_houdt_de_casus_van_tafel_tot_het_is_opgeheven(mens: Kijker) -> None:
    from casus_app.domein.overleg import Bespreking

    punt = mens.sessie.haal(Bespreking, "wk48", "K-2601")
    assert punt is not None
    assert mens.sessie.stops_opening(punt) == []
    bladzij(mens).list.choose("v-beperking")
    mens.druk("Gebruik beperken…")
    mens.vul("Reden", "Wordt uitgezocht.")
    mens.druk("Gebruik van een casus beperken")
    assert mens.staat_er("■ Beperkt sinds")
    (nee,) = mens.sessie.stops_opening(punt)
    assert "beperking" in nee.melding
    mens.druk("Beperking opheffen…")
    mens.vul("Reden", "Uitgezocht.")
    mens.druk("Beperking opheffen")
    assert mens.sessie.stops_opening(punt) == []
    gegeven = mens.sessie.haal(Beperking, "v-beperking")
    assert gegeven is not None
    assert gegeven.opgeheven_op == mens.sessie.vandaag()


def test_uitgesteld_informeren_staat_erbij_met_de_brief(mens: Kijker) -> None:
    bladzij(mens).list.choose(f"{WAITING}K-2602")
    assert mens.staat_er("K-2602: kan de betrokkene het nu weten?")
    assert mens.staat_er("Er loopt een onderzoek.")
    assert knoppen(mens) == {"Brief maken…", "Geïnformeerd…", "Langer uitstellen…"}
    mens.druk("Brief maken…")
    assert mens.formulier().form.values() == {"casus": "K-2602"}
    mens.formulier().close_now()


def test_zonder_verzoeken_staat_er_wat_hier_komt(kijker: Kijker) -> None:
    kijker.werk.show_place("verzoeken")
    if kijker.staat_er("Er zijn geen verzoeken"):
        kijker.druk("Verzoek vastleggen…")
        kijker.formulier().close_now()
        return
    assert kijker.staat_er("De betrokkene weet het nog niet")
