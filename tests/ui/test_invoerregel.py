"""De invoerregel aan tafel, met echte toetsen: nummer, letter, woorden, Enter."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from casus_app.domein.casus import Toestemming
from casus_app.domein.inbreng import Inbreng, Lot, Niveau
from casus_app.domein.tafel import Houding, SoortHouding
from casus_app.handelingen.bespreking import BesprekingOpenen, BesprekingUitlaten
from casus_app.handelingen.inrichting import ProfessionalRegistreren
from casus_app.handelingen.stoelen import DeelnameToelaten
from tests.ui.kijken import Kijker, zichtbaar
from ui.tafel.invoer.key_cap import KeyCap
from ui.tafel.invoer.stamp import Phase
from ui.tafel.invoer.stamp_line import StampLine

TOETSEN = Path(__file__).parent.parent.parent / "docs" / "toetsen.md"
ALLEN = ("voorzitter", "wijkagent", "wmo", "spv", "leefbaar")


@pytest.fixture
def tafel(kijker: Kijker) -> Kijker:
    """K-2601 ligt op tafel, iedereen is er, en de cursor staat in de regel."""
    assert kijker.sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=ALLEN))
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.qtbot.waitUntil(regel(kijker).edit.hasFocus)
    return kijker


def regel(mens: Kijker) -> StampLine:
    return mens.werk.casus.line.stamp


def inbreng(mens: Kijker) -> list[Inbreng]:
    return list(mens.sessie.zoek(Inbreng, overleg="wk48", casus="K-2601"))


def kruimels(mens: Kijker) -> list[str]:
    return [crumb.text for crumb in regel(mens).model.crumbs()]


class Toetsenteller(QObject):
    """Telt elke toets die het programma echt krijgt, behalve de letters van de woorden."""

    def __init__(self) -> None:
        super().__init__()
        self.aantal = 0

    def eventFilter(self, _wie: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's naam)
        self.aantal += event.type() == QEvent.Type.KeyPress
        return False


def geteld(mens: Kijker, *stukken: str) -> int:
    """Typt de stukken; telt alleen de stukken die geen woorden zijn (die met een streepje ervoor
    zijn woorden).
    """
    teller = Toetsenteller()
    for stuk in stukken:
        if stuk.startswith("_"):
            mens.typ(stuk[1:])
            continue
        regel(mens).edit.installEventFilter(teller)
        mens.typ(stuk)
        regel(mens).edit.removeEventFilter(teller)
    return teller.aantal


def genoemd(wat: str) -> int:
    """Hoeveel toetsen docs/toetsen.md hiervoor noemt."""
    rijen = (rij.split("|") for rij in TOETSEN.read_text("utf-8").splitlines())
    return next(int(rij[2]) for rij in rijen if len(rij) > 3 and rij[1].strip() == wat)


# --- de weg ---


def test_nummer_letter_woorden_enter_ligt_op_tafel(tafel: Kijker) -> None:
    tafel.typ("2pElf meldingen sinds augustus.\n")
    (deel,) = inbreng(tafel)
    assert (deel.inbrenger, deel.categorie, deel.grondslag, deel.niveau) == (
        "wijkagent", "politiegegevens", "wgs-1-5-wpg", Niveau.INHOUD,
    )  # fmt: skip
    assert deel.noodzaak == "Kent de meldingen."
    assert deel.over == "betrokkene"
    assert tafel.staat_er("Elf meldingen sinds augustus.")
    assert regel(tafel).edit.text() == ""
    assert tafel.werk.casus.staat.speaker == "wijkagent"


def test_wie_al_spreekt_typt_alleen_de_letter(tafel: Kijker) -> None:
    tafel.typ("2pEen.\npTwee.\n")
    assert [deel.kern for deel in inbreng(tafel)] == ["Een.", "Twee."]


def test_enter_zonder_woorden_neemt_de_grondslag_aan_en_legt_niets_neer(tafel: Kijker) -> None:
    tafel.typ("2p\n")
    assert regel(tafel).model.accepted
    assert "✓" in regel(tafel).chips.base.text()
    assert inbreng(tafel) == []
    tafel.typ("\n")
    assert tafel.staat_er("wat is er gezegd?", regel(tafel))
    assert inbreng(tafel) == []
    tafel.typ("Elf meldingen.\n")
    assert len(inbreng(tafel)) == 1


def test_een_getal_in_de_woorden_is_geen_stoel(tafel: Kijker) -> None:
    tafel.typ("2p11 meldingen\n")
    assert inbreng(tafel)[0].kern == "11 meldingen"


def test_wat_een_partij_niet_mag_zegt_waarom_en_wie_wel(tafel: Kijker) -> None:
    tafel.typ("2g")
    assert regel(tafel).model.phase is Phase.CATEGORIE
    assert "Wel:" in regel(tafel).said.text()


def test_wie_niet_in_de_kamer_is_spreekt_niet(tafel: Kijker) -> None:
    assert tafel.sessie.perform(
        BesprekingUitlaten(overleg="wk48", casus="K-2601", professional="wmo")
    )
    tafel.typ("3")
    assert "3 Wmo-consulent is niet in de kamer." in regel(tafel).said.text()
    assert regel(tafel).model.phase is Phase.SPEAKER
    tafel.typ("9")
    assert "Er is geen stoel 9." in regel(tafel).said.text()


def test_wie_de_kamer_uitgaat_terwijl_men_typt_raakt_het_woord_kwijt_en_de_tekst_blijft(
    tafel: Kijker,
) -> None:
    tafel.typ("2pHalf getypt")
    assert tafel.sessie.perform(
        BesprekingUitlaten(overleg="wk48", casus="K-2601", professional="wijkagent")
    )
    assert regel(tafel).model.phase is Phase.SPEAKER
    assert regel(tafel).model.stamp.kern == "Half getypt"
    tafel.typ("1r")
    assert regel(tafel).edit.text() == "Half getypt"


def test_backspace_aan_het_begin_gaat_een_vraag_terug_en_de_tekst_komt_terug(
    tafel: Kijker,
) -> None:
    tafel.typ("4g1abc")
    tafel.toets(Qt.Key.Key_Home)
    tafel.toets(Qt.Key.Key_Backspace)
    assert regel(tafel).model.phase is Phase.ROUTE
    tafel.toets(Qt.Key.Key_Backspace)
    assert regel(tafel).model.phase is Phase.CATEGORIE
    tafel.toets(Qt.Key.Key_Backspace)
    assert regel(tafel).model.phase is Phase.SPEAKER
    tafel.toets(Qt.Key.Key_Backspace)
    assert regel(tafel).model.phase is Phase.SPEAKER
    tafel.typ("4g1")
    assert regel(tafel).edit.text() == "abc"


def test_escape_wist_een_lege_regel_meteen_en_een_volle_na_een_tweede(tafel: Kijker) -> None:
    tafel.typ("2p")
    tafel.toets(Qt.Key.Key_Escape)
    assert regel(tafel).model.phase is Phase.SPEAKER
    assert tafel.werk.casus.staat.speaker == ""
    tafel.typ("2pabc")
    tafel.toets(Qt.Key.Key_Escape)
    assert regel(tafel).edit.text() == "abc"
    assert tafel.staat_er("Nog een keer Esc")
    tafel.typ("d")
    tafel.toets(Qt.Key.Key_Escape)
    assert regel(tafel).edit.text() == "abcd"
    tafel.toets(Qt.Key.Key_Escape)
    assert regel(tafel).model.stamp.kern == ""


def test_met_de_muis_gaat_elke_stap_ook(tafel: Kijker) -> None:
    def klik(tekst: str) -> None:
        QApplication.processEvents()
        (knop,) = [k for k in zichtbaar(regel(tafel), KeyCap) if k.cap.text.startswith(tekst)]
        tafel.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)

    klik("sociaalpsych")
    klik("gezondheid")
    klik("toestemming")
    tafel.typ("In zorg")
    tafel.qtbot.mouseClick(regel(tafel).put_button, Qt.MouseButton.LeftButton)
    assert inbreng(tafel)[0].toestemming == "t1"
    klik("gezondheid")
    QApplication.processEvents()
    tafel.qtbot.mouseClick(tafel.knop("Spreker: 4"), Qt.MouseButton.LeftButton)
    assert regel(tafel).model.phase is Phase.SPEAKER


# --- het geheim ---


def test_een_geheim_vraagt_de_weg_in_woorden_voor_de_professional(tafel: Kijker) -> None:
    tafel.typ("4g")
    assert tafel.staat_er(
        "Vraag aan de sociaalpsychiatrisch verpleegkundige: mag u dit vertellen, en waarop?"
    )
    tafel.typ("\n")
    assert regel(tafel).model.phase is Phase.ROUTE, "niemand antwoordt voor de professional"
    tafel.typ("1")
    assert kruimels(tafel) == ["4", "gezondheid", "toestemming (18 nov)"]
    tafel.typ("In zorg; eerst bellen.\n")
    (deel,) = inbreng(tafel)
    assert (deel.route, deel.toestemming) == ("toestemming", "t1")


def test_een_weg_met_een_reden_vraagt_die_en_leest_de_voorwaarden_voor(tafel: Kijker) -> None:
    tafel.typ("4g")
    (weg,) = [c for c in regel(tafel).model.caps() if c.value == "conflict-van-plichten"]
    tafel.typ(weg.key)
    assert tafel.staat_er("Zwijgen geeft ernstige schade")
    tafel.typ("\n")
    assert regel(tafel).model.phase is Phase.REASON
    tafel.typ("Er is gevaar voor zijn moeder.\nEerst bellen.\n")
    (deel,) = inbreng(tafel)
    assert deel.motivering == "Er is gevaar voor zijn moeder."
    assert deel.kern == "Eerst bellen."


def test_een_toestemming_die_de_kamer_niet_dekt_staat_er_met_waarom(tafel: Kijker) -> None:
    opslag = tafel.sessie.werkbank.opslag
    plank = opslag.waarden[Toestemming]  # type: ignore[attr-defined] # de nepopslag van de toetsen
    (oud,) = plank.values()
    plank["t1",] = replace(oud, ontvangers=("politie", "waalstede", "zvh"))
    tafel.typ("4g")
    assert tafel.staat_er("geldt niet voor Woonwaal")
    assert not any(cap.value == "toestemming t1" and cap.key for cap in regel(tafel).model.caps())
    plank["t1",] = replace(oud, ingetrokken_op=oud.datum)
    tafel.toets(Qt.Key.Key_Backspace)
    tafel.typ("g")
    assert tafel.staat_er("ingetrokken op 18 november 2026")


def test_komt_er_iemand_bij_die_de_toestemming_niet_dekt_dan_staat_het_er_meteen(
    tafel: Kijker,
) -> None:
    tafel.typ("4g1")
    opslag = tafel.sessie.werkbank.opslag
    plank = opslag.waarden[Toestemming]  # type: ignore[attr-defined] # de nepopslag van de toetsen
    plank["t1",] = replace(plank["t1",], ontvangers=("politie",))
    tafel.werk.casus.on_changed()
    assert "toestemming" in regel(tafel).said.text().casefold()


# --- wat voorgesteld wordt ---


def test_wat_hier_eerder_gebruikt_werd_komt_eerst(tafel: Kijker) -> None:
    tafel.typ("5w")
    eerst, ander, *_ = regel(tafel).model.bases()
    tafel.toets(Qt.Key.Key_Down)
    assert regel(tafel).model.stamp.grondslag == ander
    tafel.typ("Huurt.\nw")
    assert regel(tafel).model.stamp.grondslag == ander
    assert regel(tafel).model.bases()[1] == eerst


def test_over_wie_en_hoeveel_kosten_een_toets(tafel: Kijker) -> None:
    tafel.typ("2o-pZij belde.\n")
    (deel,) = inbreng(tafel)
    assert (deel.over, deel.niveau) == ("moeder", Niveau.BUITENKANT)
    tafel.typ("pHij belde.\n")
    assert inbreng(tafel)[1].over == "betrokkene"


def test_de_noodzaak_is_te_zien_en_te_veranderen(tafel: Kijker) -> None:
    tafel.typ("2pElf meldingen")
    assert regel(tafel).chips.need.text() == "Nodig: Kent de meldingen."
    regel(tafel).chips.need.click()
    tafel.typ("Om het risico te wegen.\n")
    assert regel(tafel).edit.text() == "Elf meldingen"
    tafel.typ(".\n")
    assert inbreng(tafel)[0].noodzaak == "Om het risico te wegen."


def test_een_andere_reden_kost_twee_toetsen_en_de_cursor_blijft_in_de_regel(tafel: Kijker) -> None:
    tafel.typ("2pElf meldingen")
    tafel.toets(Qt.Key.Key_N, met=Qt.KeyboardModifier.AltModifier)
    assert tafel.staat_er("Waarom is dit nodig voor deze casus?")
    tafel.typ("Om het risico te wegen.\n")
    assert QApplication.focusWidget() is regel(tafel).edit
    assert regel(tafel).edit.text() == "Elf meldingen"
    tafel.typ(" in twee maanden.\n")
    (deel,) = inbreng(tafel)
    assert (deel.noodzaak, deel.kern) == (
        "Om het risico te wegen.", "Elf meldingen in twee maanden.",
    )  # fmt: skip


def test_esc_laat_de_reden_zoals_zij_was_en_de_woorden_staan(tafel: Kijker) -> None:
    tafel.typ("2pElf")
    tafel.toets(Qt.Key.Key_N, met=Qt.KeyboardModifier.AltModifier)
    tafel.typ("Zomaar")
    tafel.toets(Qt.Key.Key_Escape)
    tafel.typ(" meldingen.\n")
    (deel,) = inbreng(tafel)
    assert (deel.noodzaak, deel.kern) == ("Kent de meldingen.", "Elf meldingen.")


def test_voor_de_woorden_zegt_alt_n_dat_er_eerst_een_antwoord_komt(tafel: Kijker) -> None:
    tafel.typ("2")
    tafel.toets(Qt.Key.Key_N, met=Qt.KeyboardModifier.AltModifier)
    assert tafel.staat_er("Antwoord eerst")
    tafel.typ("pElf meldingen.\n")
    assert len(inbreng(tafel)) == 1


def test_de_voorzitter_heeft_de_vraag_als_noodzaak(tafel: Kijker) -> None:
    tafel.typ("1r")
    vraag = "Welke stap zet wie deze maand, en wie belt hij bij onrust?"
    assert regel(tafel).model.stamp.noodzaak == vraag


def test_grondslag_en_hoeveel_zijn_ook_met_een_menu_te_kiezen(tafel: Kijker) -> None:
    tafel.typ("5w")
    regel(tafel).chips.base.click()
    (menu,) = [m for m in regel(tafel).findChildren(QMenu) if m.isVisible()]
    menu.actions()[1].trigger()
    menu.close()
    assert regel(tafel).model.stamp.grondslag == regel(tafel).model.bases()[1]
    regel(tafel).chips.niveau.click()
    (menu,) = [m for m in regel(tafel).findChildren(QMenu) if m.isVisible()]
    menu.actions()[2].trigger()
    menu.close()
    assert regel(tafel).model.stamp.niveau == "dat"


# --- één toets ---


def test_luistert_alleen_en_niets_in_te_brengen_zijn_een_toets(tafel: Kijker) -> None:
    tafel.typ("3l")
    (houding,) = tafel.sessie.zoek(Houding)
    assert (houding.professional, houding.soort) == ("wmo", SoortHouding.LUISTERT)
    assert tafel.werk.casus.staat.speaker == ""
    tafel.typ("5n")
    assert tafel.sessie.zoek(Houding)[1].soort is SoortHouding.NIETS


def test_te_veel_gedeeld_wist_het_laatste_van_deze_spreker(tafel: Kijker) -> None:
    tafel.typ("2pBlijft.\npTe veel.\n1rVan een ander.\n2x")
    eerste, tweede, derde = inbreng(tafel)
    assert (eerste.lot, tweede.lot, derde.lot) == (
        Lot.ONBESLIST, Lot.GESCHRAPT, Lot.ONBESLIST,
    )  # fmt: skip
    assert tweede.kern == ""
    assert "Te veel." not in repr(inbreng(tafel)).replace("Te veel gedeeld.", "")
    tafel.typ("xx")
    assert "gebeurt hier niets" in regel(tafel).said.text()


def test_een_toets_die_ingedrukt_blijft_doet_maar_een_keer_iets(tafel: Kijker) -> None:
    tafel.typ("2")
    veld = regel(tafel).edit
    for herhaald in (False, True, True):
        druk = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_P.value,
            Qt.KeyboardModifier.NoModifier,
            "p",
            herhaald,
        )
        QApplication.sendEvent(veld, druk)
    assert veld.text() == ""
    assert regel(tafel).model.phase is Phase.TEXT


# --- veel stoelen ---


def test_met_tien_of_meer_stoelen_hoort_het_tweede_cijfer_bij_het_eerste(tafel: Kijker) -> None:
    from casus_app.handelingen.bespreking import BesprekingBinnenlaten

    for nummer in range(6, 13):
        wie = f"agent{nummer}"
        for stap in (
            ProfessionalRegistreren(id=wie, partij="politie", naam=f"A. {nummer}", functie=wie),
            DeelnameToelaten(
                overleg="wk48", casus="K-2601", professional=wie,
                rol="uitvoerend", taak="politietaak", noodzaak="x",
            ),
            BesprekingBinnenlaten(overleg="wk48", casus="K-2601", professional=wie),
        ):  # fmt: skip
            assert tafel.sessie.perform(stap)
    tafel.typ("12p")
    assert regel(tafel).model.stamp.wie == "agent12"
    tafel.toets(Qt.Key.Key_Escape)
    tafel.typ("1r")
    assert regel(tafel).model.stamp.wie == "voorzitter"


# --- vreemde invoer ---


@pytest.mark.parametrize(
    "tekst",
    [
        "x" * 10_000,
        "שלום \u202eomgekeerd\u202c tekst",
        "<b>vet</b> &amp; <img src=x>",
        "\U0001f600 huilt 👩‍👩‍👧",
        "'; DROP TABLE inbreng; --",
    ],
)
def test_vreemde_tekst_komt_zo_op_tafel_als_zij_getypt_is_of_zegt_waarom_niet(
    tafel: Kijker, tekst: str
) -> None:
    tafel.typ("2p")
    regel(tafel).edit.insert(tekst)
    tafel.typ("\n")
    delen = inbreng(tafel)
    if delen:
        assert delen[0].kern == tekst
    else:
        assert regel(tafel).notice.isVisible()
        assert regel(tafel).edit.text() == tekst
    assert tafel.venster.width() == 1280


def test_geplakte_tekst_waar_een_toets_hoort_doet_niets(tafel: Kijker) -> None:
    QApplication.clipboard().setText("2p veel te snel")
    regel(tafel).edit.paste()
    assert regel(tafel).edit.text() == ""
    assert regel(tafel).model.phase is Phase.SPEAKER


def test_een_andere_casus_begint_leeg(tafel: Kijker) -> None:
    tafel.typ("2pVan de vorige casus")
    tafel.werk.show_casus("wk48", "K-2602")
    assert regel(tafel).edit.text() == ""
    assert regel(tafel).model.stamp.wie == ""


# --- de stille hulp ---


def test_de_stille_hulp_kent_deze_casus_en_houdt_niets_tegen(tafel: Kijker) -> None:
    tafel.typ("2pgisteren belde Dirk zelf")
    assert tafel.staat_er("Dit is de naam van de betrokkene")
    tafel.qtbot.keyClick(regel(tafel).edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert regel(tafel).edit.text() == "gisteren belde betrokkene zelf"
    tafel.toets(Qt.Key.Key_End)
    tafel.typ(" en Ans ook\n")
    assert inbreng(tafel)[0].kern == "gisteren belde betrokkene zelf en Ans ook"


# --- tellen ---


def test_een_inbreng_kost_hoogstens_drie_toetsen_naast_de_woorden(tafel: Kijker) -> None:
    assert geteld(tafel, "2p", "_Elf meldingen", "\n") == genoemd("inbreng") <= 3
    assert geteld(tafel, "p", "_Nog een", "\n") == genoemd("inbreng, wie al spreekt")
    assert len(inbreng(tafel)) == 2
    assert geteld(tafel, "2x") == genoemd("te veel gedeeld")
    assert geteld(tafel, "3l") == genoemd("luistert alleen, of niets in te brengen")


def test_een_geheim_kost_hoogstens_vijf_toetsen_naast_de_woorden(tafel: Kijker) -> None:
    telling = geteld(tafel, "4g1", "_In zorg", "\n")
    assert telling == genoemd("inbreng met geheim, toestemming") <= 5
    tafel.typ("g")
    weg = next(c for c in regel(tafel).model.caps() if c.value == "conflict-van-plichten")
    tafel.toets(Qt.Key.Key_Escape)
    telling = geteld(tafel, "4g", weg.key, "_Er is gevaar.", "\n", "_Bel hem.", "\n")
    assert telling == genoemd("inbreng met geheim, met reden") <= 5
    assert len(inbreng(tafel)) == 2
