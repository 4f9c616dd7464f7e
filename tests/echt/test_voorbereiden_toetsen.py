"""De hele voorbereiding in een echt venster, met alleen het toetsenbord."""

from pathlib import Path

from tests.echt.mens import mens
from tests.echt.tellen import TOETSEN, gepubliceerd, posten
from tests.echt.toetsen import Toetsen
from tests.echt.voorbereiden import schrijf_lijst, toets_uitkomst


def test_van_lege_kluis_tot_uitnodigingen_met_alleen_toetsen(
    omgeving: dict[str, str], tmp_path: Path
) -> None:
    lijst, uit = schrijf_lijst(tmp_path), tmp_path / "uit"
    uit.mkdir()
    with mens(omgeving, tmp_path) as iemand:
        Toetsen(iemand).bereid_voor(lijst, uit)
        assert iemand.sluit() == 0
    assert iemand.tel.klikken == 0
    toets_uitkomst(tmp_path, lijst, uit)
    assert gepubliceerd(TOETSEN) == posten(iemand.tel.slagen), (
        "werk docs/toetsen-voorbereiden.md bij"
    )
