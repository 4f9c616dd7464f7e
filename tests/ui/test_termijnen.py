"""Wanneer een casus weg is en waarom: tijdlijn, generale repetitie, verlengen, vernietigen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from casus_app.domein.casus import Casus, Fase, Oordeel, Verlenging, Wending
from casus_app.domein.inbreng import Inbreng, Niveau
from casus_app.domein.verzoek import SoortVerzoek, Verzoek
from casus_app.rollen import gebruiker_met
from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.leggen import leg
from ui import final
from ui.pages.termijnen_page import TermijnenPage
from ui.termijnen.columns import WEEKS, columns, named


def casus(mens: Kijker, code: str = "K-2601") -> Casus:
    found = mens.sessie.haal(Casus, code)
    assert found is not None
    return found


@pytest.fixture
def mens(kijker: Kijker) -> Kijker:
    """Vier casussen: te laat, over drie weken, over een jaar en over vijf."""
    vandaag, een = kijker.sessie.vandaag(), casus(kijker)
    leg(
        kijker.sessie,
        replace(een, id="K-1", vernietigen_op=vandaag - timedelta(days=1)),
        replace(een, id="K-2", vernietigen_op=vandaag + timedelta(days=20), fase=Fase.AFGESLOTEN),
        replace(casus(kijker, "K-2602"), vernietigen_op=vandaag + timedelta(days=400)),
    )
    kijker.werk.show_place("termijnen")
    return kijker


def bladzij(mens: Kijker) -> TermijnenPage:
    return mens.werk.page(TermijnenPage)


def test_wat_nu_weg_moet_en_wat_binnenkort_gaat_staat_bovenaan(mens: Kijker) -> None:
    assert mens.staat_er("▲ nu weg: 1 · in de komende 90 dagen: 1")
    model = bladzij(mens).list.model()
    regels = [str(model.index(rij, 0).data()) for rij in range(model.rowCount())]
    assert regels[0] == "Moet nu weg · 1 casus"
    assert regels[1].startswith("K-1 · ")
    assert regels[1].endswith("▲ 1 dag te laat")
    assert regels[2] == "Gaat weg in de komende 90 dagen · 1 casus"
    assert "■ afgesloten" in regels[3]
    assert regels[3].endswith("● over 20 dagen")
    assert regels[-2].endswith("· 1 casus")
    assert regels[-1].startswith("K-2601 · ")


def test_bij_elke_casus_staat_waarom_met_het_artikel(mens: Kijker) -> None:
    bladzij(mens).list.choose("K-2601")
    assert mens.staat_er("60 maanden na de aanmelding (BGS 1.16).")
    op = mens.sessie.vandaag()
    een = casus(mens)
    leg(
        mens.sessie,
        Verlenging(
            casus=een.id, op=op, vernietigen_op=een.vernietigen_op, maanden=12, motivering="x",
            instemming=(),
        ),
        Oordeel(
            casus=een.id, nummer=1, wending=Wending.HEROPEND, op=op, beoordelaars=(), reden="x"
        ),
        replace(een, vernietigen_op=een.vernietigen_op + timedelta(days=1)),
    )  # fmt: skip
    bladzij(mens).on_changed()
    assert mens.staat_er("met 12 maanden verlengd (BGS 1.16).")
    assert mens.staat_er("De bewaartermijn begon daardoor niet opnieuw.")


def test_de_pijlen_lopen_langs_de_tijdlijn_en_de_lijst_gaat_mee(mens: Kijker) -> None:
    lijn = bladzij(mens).line
    lijn.setFocus()
    mens.toets(Qt.Key.Key_Home)
    gezien = [bladzij(mens).list.key()]
    for _ in range(3):
        mens.toets(Qt.Key.Key_Right)
        gezien.append(bladzij(mens).list.key())
    assert gezien == ["K-1", "K-2", "K-2602", "K-2601"]
    assert "1 casus" in lijn.accessibleName()
    mens.toets(Qt.Key.Key_Left)
    assert bladzij(mens).list.key() == "K-2602"


def test_met_de_muis_op_de_tijdlijn(mens: Kijker) -> None:
    lijn = bladzij(mens).line
    midden = lijn._box(0).center().toPoint()
    bladzij(mens).list.choose("K-2601")
    mens.qtbot.mouseClick(lijn, Qt.MouseButton.LeftButton, pos=midden)
    assert bladzij(mens).list.key() == "K-1"


def test_verlengen_in_de_bladzij_vraagt_reden_en_instemming(mens: Kijker) -> None:
    leg(
        mens.sessie,
        Inbreng(
            id="i1", overleg="wk48", casus="K-2601", inbrenger="wijkagent", over="betrokkene",
            categorie="politiegegevens", niveau=Niveau.INHOUD, grondslag="wgs-1-5-wpg",
            noodzaak="x", kern="x",
        ),
    )  # fmt: skip
    voor = casus(mens).vernietigen_op
    bladzij(mens).list.choose("K-2601")
    mens.druk("Langer bewaren…")
    assert mens.staat_er("Hoogstens 24 per keer (BGS 1.16).")
    assert mens.staat_er("Van elke partij die iets inbracht iemand: Politie, basisteam Waalstede.")
    mens.vul("Verlengen met, maanden", "25")
    mens.vul("Motivering", "De terugval is groot.")
    mens.druk("Verlengen")
    assert casus(mens).vernietigen_op == voor, "te lang, en zonder instemming"
    mens.vul("Verlengen met, maanden", "12")
    formulier = bladzij(mens).one.form
    assert formulier is not None
    formulier.editor("instemming").set_value(("wijkagent",))
    mens.druk("Verlengen")
    assert casus(mens).vernietigen_op == date(voor.year + 1, voor.month, voor.day)
    mens.qtbot.waitUntil(bladzij(mens).list.hasFocus)
    assert mens.staat_er("met 12 maanden verlengd")


def test_escape_sluit_het_verlengen(mens: Kijker) -> None:
    bladzij(mens).list.choose("K-2601")
    mens.druk("Langer bewaren…")
    mens.qtbot.waitUntil(mens.veld("Verlengen met, maanden").hasFocus)
    mens.toets(Qt.Key.Key_Escape)
    mens.qtbot.waitUntil(lambda: bladzij(mens).one.form is None)
    assert mens.staat_er("Wat er dan weggaat")


def test_iets_nieuws_wordt_altijd_gezegd_ook_voor_het_vernietigen(mens: Kijker) -> None:
    vandaag = mens.sessie.vandaag()
    leg(
        mens.sessie,
        Verzoek(
            id="v1", casus="K-1", soort=SoortVerzoek.INZAGE, ontvangen_op=vandaag,
            uiterlijk=vandaag + timedelta(days=30),
        ),
    )  # fmt: skip
    bladzij(mens).on_changed()
    assert mens.staat_er("er speelt nog iets: een verzoek van")
    bladzij(mens).list.choose("K-1")
    mens.druk("Vernietigen…")
    vernietigen = mens.formulier().form
    mens.vul("Reden", "De termijn is om.")
    vraag = final.question(mens.sessie, vernietigen.handeling(), lambda: None)
    assert vraag is not None
    assert "Samen 2 gegevens." in vraag.text
    assert "▲ Let op, er speelt nog iets: een verzoek van" in vraag.text
    mens.formulier().close_now()


def test_alleen_wie_mag_krijgt_een_knop(mens: Kijker) -> None:
    mens.sessie._gebruiker = gebruiker_met("fg")
    bladzij(mens).list.choose("K-2602")
    bladzij(mens).list.choose("K-1")
    QApplication.processEvents()
    knoppen = [knop.text() for knop in zichtbaar(bladzij(mens), QPushButton)]
    assert knoppen == ["Naar de &casus"]


def test_de_kolommen_verdelen_alle_casussen_en_houden_op(mens: Kijker) -> None:
    vandaag, een = date(2026, 12, 30), casus(mens)
    dagen = [-400, 0, 1, 7, 8, 91, 92, 120, 365, 2000, 9000]
    alle = [
        replace(een, id=f"K-{n}", vernietigen_op=vandaag + timedelta(days=dag))
        for n, dag in enumerate(dagen)
    ]
    kolommen = columns(alle, vandaag)
    assert [kolom.begin for kolom in kolommen] == sorted({kolom.begin for kolom in kolommen})
    assert sorted(code for kolom in kolommen for code in kolom.codes) == sorted(
        een.id for een in alle
    )
    assert kolommen[0].codes == ("K-0", "K-1")
    assert kolommen[1].codes == ("K-2", "K-3")
    assert kolommen[2].codes == ("K-4",)
    assert kolommen[WEEKS].codes == ("K-5",)
    assert "K-6" not in kolommen[WEEKS].codes
    assert len(kolommen) < 60
    assert named(kolommen, 0) == "Moet nu weg: 2 casussen"
    assert named(kolommen, 1) == "Week vanaf 31 december 2026: 2 casussen"
    assert named(kolommen, len(kolommen) - 1).startswith("Vanaf ")
    assert len(columns([], vandaag)) >= WEEKS + 1
