"""Kill -9 midden in een overleg: dezelfde casus, dezelfde stap, en alles wat getekend was."""

from pathlib import Path

from tests.echt.handen import EchteHanden, maak_oefenkluis
from tests.echt.mens import mens
from tests.verhaal.aan_tafel import Voorzitter, open_eerste


def test_na_kill_9_staat_men_waar_men_was(omgeving: dict[str, str], tmp_path: Path) -> None:
    maak_oefenkluis(tmp_path)
    with mens(omgeving, tmp_path, "oefen") as voor:  # eindigt met SIGKILL
        voor.wacht_op("Casussen")
        wie = Voorzitter(EchteHanden(voor))
        open_eerste(wie)
        wie.toets("3", "p")
        wie.wacht_op("Kort en feitelijk")
        wie.typ("Elf meldingen.")
        wie.toets("Return")
        wie.wacht_op("Wat voor gegeven")
        wie.toets("alt+4")
        wie.wacht_op_focus("Afspraak")
    with mens(omgeving, tmp_path, "oefen") as na:
        na.wacht_op("Afspraak", "EditableText")
        gekozen = [deel.naam for deel in na.delen() if deel.rol == "PageTab" and deel.gekozen]
        assert "Besluit" in gekozen
        assert na.zoek("K-2601") is not None
        na.wacht_op("Elf meldingen.")
        assert na.sluit() == 0
