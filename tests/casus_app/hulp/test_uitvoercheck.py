"""De controle vóór uitvoer: hoofdletters midden in een zin, en vragen die nog openstaan."""

from benchmarks.hulp import verzonnen_kijker
from casus_app import catalogus
from casus_app.hulp import Soort, Uitvoercheck

CATALOGUS = catalogus.laad()


def _soorten(tekst: str, *bekend: str) -> list[tuple[Soort, str]]:
    check = Uitvoercheck(verzonnen_kijker(), CATALOGUS, bekend)
    return [(vondst.soort, tekst[vondst.start : vondst.einde]) for vondst in check.kijk(tekst)]


def test_een_vreemde_hoofdletter_midden_in_een_zin_valt_op() -> None:
    assert _soorten("Daarna gaat Qarbath naar school.") == [(Soort.HOOFDLETTER, "Qarbath")]


def test_een_zinsbegin_en_een_bekend_woord_vallen_niet_op() -> None:
    tekst = "Morgen belt Veilig Thuis. Politie en het OM lezen mee.\nDaarna volgt de Wmo."
    assert _soorten(tekst) == []


def test_wat_op_dit_papier_mag_staan_wordt_niet_genoemd() -> None:
    tekst = "Exemplaar voor Anouk Verbeek van Stichting Qarbath"
    assert _soorten(tekst) != []
    assert _soorten(tekst, "Anouk Verbeek", "Stichting Qarbath") == []


def test_een_vraag_die_nog_openstaat_wordt_gemeld() -> None:
    assert _soorten("Hij [wat zag u?] gisteren") == [(Soort.INVULLEN, "[wat zag u?]")]


def test_alles_van_de_kijker_geldt_ook_hier() -> None:
    assert _soorten("het nummer is 999925805") == [(Soort.BSN, "999925805")]
