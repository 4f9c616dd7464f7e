"""Bij het oordeel ligt wat gezegd is per soort bij elkaar, en elders het laatste boven."""

from PySide6.QtWidgets import QApplication

from casus_app.domein.inbreng import Inbreng
from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.tafelspel import breng_in, open_casus
from ui.tafel.steps import Step
from ui.widgets.plain_label import PlainLabel

POLITIE = "Politiegegevens (Wpg 8 en 13)"
WMO = "Toegekende zorg en voorzieningen in het sociaal domein"


def _staat_er(mens: Kijker) -> list[str]:
    """De soorten en de kernen, van boven naar beneden."""
    QApplication.processEvents()
    labels = [
        label
        for label in zichtbaar(mens.werk.casus.lying, PlainLabel)
        if label.text() in {POLITIE, WMO} or label.text().startswith("Kern van")
    ]
    labels.sort(key=lambda label: label.mapToGlobal(label.rect().topLeft()).y())
    return [label.text() for label in labels]


def test_bij_het_oordeel_staat_elke_soort_er_een_keer_met_wat_erbij_hoort(kijker: Kijker) -> None:
    open_casus(kijker)
    for nummer, wie in enumerate(("wmo", "wijkagent", "wmo", "wijkagent"), start=1):
        breng_in(kijker.sessie, f"i{nummer}", wie)
    kijker.werk.casus.go_to(Step.OORDEEL)
    assert _staat_er(kijker) == [
        *(POLITIE, "Kern van i2.", "Kern van i4."),
        *(WMO, "Kern van i1.", "Kern van i3."),
    ]
    breng_in(kijker.sessie, "i5", "wijkagent")
    assert _staat_er(kijker)[:4] == [POLITIE, "Kern van i2.", "Kern van i4.", "Kern van i5."]
    kijker.werk.casus.go_to(Step.BEELD)
    beeld = _staat_er(kijker)
    assert beeld[0] == POLITIE
    assert [tekst for tekst in beeld if tekst.startswith("Kern")] == [
        f"Kern van i{n}." for n in (5, 4, 3, 2, 1)
    ]
    assert len(kijker.sessie.zoek(Inbreng)) == 5
