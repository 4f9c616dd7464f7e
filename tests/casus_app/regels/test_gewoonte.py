"""Wat een partij bij deze casus eerder gebruikte, komt als eerste voorstel terug."""

from casus_app.regels.gewoonte import eerder_gebruikt
from tests.bouw import REDEN, Tafel, een_tafel


def _breng_in(tafel: Tafel, id: str, **velden: str) -> None:
    tafel.doe("inbreng.vastleggen", id=id, **velden)


def test_het_laatste_komt_eerst_en_wat_geschrapt_is_telt_niet() -> None:
    tafel = een_tafel()
    tafel.doe("bespreking.openen")
    weg = {"inbrenger": "ggz", "categorie": "gezondheid", "grondslag": "wgs-2-29"}
    _breng_in(tafel, "i1", **weg, **REDEN)
    _breng_in(tafel, "i2", **weg, **{**REDEN, "route": "conflict-van-plichten"})
    _breng_in(tafel, "i3", **weg, **{**REDEN, "route": "acute-nood"})
    tafel.doe("inbreng.schrappen", inbreng="i3")
    _breng_in(tafel, "i4", inbrenger="politie")
    eerder = eerder_gebruikt(tafel.opslag, "K-1", "p-ggz", "gezondheid")
    assert eerder == (("wgs-2-29", "conflict-van-plichten"), ("wgs-2-29", REDEN["route"]))
    assert eerder_gebruikt(tafel.opslag, "K-1", "p-ggz", "relaties") == ()
    assert eerder_gebruikt(tafel.opslag, "K-9", "p-ggz", "gezondheid") == ()
