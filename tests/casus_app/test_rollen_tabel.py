"""docs/rollen.md is de tabel van rollen zelf: wie mag wat, zoals het programma het toetst."""

import sys
from pathlib import Path

from casus_app.opmaak.rechtenlijst import ROLLEN
from casus_app.rollen import MAG

PAD = Path(__file__).parents[2] / "docs" / "rollen.md"
KOP = """# Wie mag wat

Deze tabel is gemaakt uit `casus_app/rollen.py` en wordt door een toets gelijk gehouden; opnieuw
schrijven: `python -m tests.casus_app.test_rollen_tabel`. Wat er niet staat, mag niet. In een echte
kluis volgt de rol uit het slot waarmee iemand opent (besluiten/0024); in een oefenkluis speelt één
slot elke rol. De FG en de beheerder hebben de sleutel van werktekst niet (besluiten/0025); al het
andere bewaakt het programma.

"""


def tabel() -> str:
    """De hele bladzij."""
    koppen = ["handeling", *ROLLEN.values()]
    rijen = [koppen, ["---"] * len(koppen)]
    for handeling, wie in MAG.items():
        rijen.append([f"`{handeling}`", *("ja" if rol in wie else "" for rol in ROLLEN)])
    return KOP + "".join(f"| {' | '.join(rij)} |\n" for rij in rijen)


def test_de_tabel_op_papier_is_die_van_het_programma() -> None:
    assert PAD.read_text("utf-8") == tabel()


if __name__ == "__main__":
    sys.exit(PAD.write_text(tabel(), "utf-8") == 0)
