"""De klok klopt niet: de volgorde gaat op nummer en een termijn gooit niets weg."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from casus_app.catalogus import laad
from casus_app.domein.casus import Casus
from casus_app.handelingen.inrichting import PartijRegistreren
from casus_app.handelingen.termijnen import TermijnenNalopen
from casus_app.poorten import Papier
from casus_app.rollen import Gebruiker, gebruiker_van
from casus_app.werkbank import Werkbank
from storage import Kluis
from tests.storage.waarden import alles, nieuw, regel

_WINTERUUR = ((2026, 10, 25, 0, 59), (2026, 10, 25, 1, 1))
"""Op de muur 2.59 en dan 2.01 uur: in UTC loopt de tijd gewoon door."""


@dataclass
class _Klok:
    moment: datetime

    def nu(self) -> datetime:
        return self.moment

    def vandaag(self) -> date:
        return self.moment.date()


def _bank(kluis: Kluis, klok: _Klok) -> Werkbank:
    return Werkbank(kluis, klok, laad(), lambda stuk: Papier(stuk.naam, b""), oefening=False)


def _wie(kluis: Kluis) -> Gebruiker:
    slot = kluis.slot()
    assert slot is not None
    return gebruiker_van(slot)


@pytest.mark.parametrize(
    ("momenten", "terug"),
    [
        (((2026, 11, 24), (2026, 11, 23), (2026, 11, 24)), [2]),
        (((2026, 11, 24), (1970, 1, 1), (2026, 11, 24)), [2]),
        (((2026, 11, 24), (2099, 12, 31), (2026, 11, 24)), [3]),
        (_WINTERUUR, []),
    ],
    ids=["een dag terug", "1970", "2099", "winteruur"],
)
def test_de_volgorde_gaat_op_nummer_en_terug_krijgt_een_regel(
    momenten: tuple[tuple[int, ...], ...], terug: list[int], openen: Callable[[], Kluis]
) -> None:
    kluis = openen()
    wie = _wie(kluis)
    verwacht = []
    for nummer, moment in enumerate(momenten, start=1):
        bank = _bank(kluis, _Klok(datetime(*moment, tzinfo=UTC)))  # type: ignore[misc,arg-type] # jaar tot minuut
        bank.voer_uit(PartijRegistreren(id=f"p{nummer}", soort="politie", naam="P"), wie, "wgs")
        verwacht += [*(["klok.teruggezet"] if nummer in terug else []), "partij.registreren"]
    kluis.sluit()
    weer = openen()
    regels = list(weer.logregels())[::-1]
    assert [r.handeling for r in regels] == verwacht
    assert [r.nr for r in regels] == list(range(1, len(verwacht) + 1))
    assert weer.controleer_logboek().heel
    assert weer.ankermelding is None


@pytest.mark.parametrize("jaar", [1970, 2099, 9999])
def test_een_verkeerd_jaar_stelt_voor_en_gooit_niets_weg(jaar: int, kluis: Kluis) -> None:
    """Wat over zijn tijd is komt op een lijst; weg gaat het alleen als een mens dat doet."""
    kluis.leg_vast(nieuw(*alles()), regel(1))
    casussen = kluis.zoek(Casus)
    bank = _bank(kluis, _Klok(datetime(jaar, 12, 31, tzinfo=UTC)))
    gedaan = bank.voer_uit(TermijnenNalopen(), _wie(kluis), "wgs")
    voorgesteld = [casus.id for casus in casussen] if jaar > 2026 else []
    assert gedaan.antwoord["te_vernietigen"] == voorgesteld
    assert kluis.zoek(Casus) == casussen
