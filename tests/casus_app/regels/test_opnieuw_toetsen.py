"""Verandert een bepaling in de catalogus, dan komen de open casussen die erop rustten terug."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from casus_app.catalogus import Catalogus, laad
from casus_app.domein.casus import Casus, Fase
from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.overleg import Overleg
from casus_app.regels.opnieuw_toetsen import opnieuw_te_toetsen
from tests.bouw import Tafel, een_volle_tafel


@pytest.fixture
def tafel() -> Tafel:
    return een_volle_tafel()


def _dag(tafel: Tafel) -> date:
    overleg = tafel.opslag.haal(Overleg, "o1")
    assert overleg is not None
    return overleg.datum


def _anders(lijst: str, sleutel: str, peildatum: date) -> Catalogus:
    """De catalogus met één regel die op een andere dag is vastgesteld."""
    heel = laad()
    regels = dict(getattr(heel, lijst))
    regels[sleutel] = replace(regels[sleutel], peildatum=peildatum)
    return replace(heel, **{lijst: regels})


def _codes(tafel: Tafel, catalogus: Catalogus) -> list[tuple[str, date]]:
    return [(een.casus, een.gebruikt_op) for een in opnieuw_te_toetsen(tafel.opslag, catalogus)]


def _zet(tafel: Tafel, waarde: object) -> None:
    tafel.opslag.waarden[type(waarde)][(waarde.id,)] = waarde  # type: ignore[attr-defined]  # elk heeft een id


def test_een_oudere_catalogus_vraagt_niets(tafel: Tafel) -> None:
    assert _codes(tafel, laad()) == []


@pytest.mark.parametrize("dagen", [-1, 0, 1])
def test_pas_een_latere_peildatum_telt(tafel: Tafel, dagen: int) -> None:
    dag = _dag(tafel)
    catalogus = _anders("grondslagen", "wgs-1-5-wpg", dag + timedelta(days=dagen))
    assert _codes(tafel, catalogus) == ([("K-1", dag)] if dagen > 0 else [])


def test_ook_de_categorie_en_de_taak_van_een_stoel_tellen(tafel: Tafel) -> None:
    dag = _dag(tafel)
    later = dag + timedelta(days=30)
    assert _codes(tafel, _anders("categorieen", "politiegegevens", later)) == [("K-1", dag)]
    heel = laad()
    politie = heel.soorten["politie"]
    taken = {sleutel: replace(taak, peildatum=later) for sleutel, taak in politie.taken.items()}
    soorten = {**heel.soorten, "politie": replace(politie, taken=taken)}
    assert _codes(tafel, replace(heel, soorten=soorten)) == [("K-1", dag)]


def _weg(tafel: Tafel) -> Iterator[None]:
    casus = tafel.opslag.haal(Casus, "K-1")
    assert casus is not None
    for fase in (Fase.AFGESLOTEN, Fase.NIET_IN_BEHANDELING):
        _zet(tafel, replace(casus, fase=fase))
        yield
    _zet(tafel, casus)
    for inbreng in tafel.opslag.zoek(Inbreng):
        for lot in (Lot.VERNIETIGD, Lot.GESCHRAPT):
            _zet(tafel, replace(inbreng, lot=lot))
            yield


def test_wat_dicht_of_weg_is_hoeft_niet_getoetst(tafel: Tafel) -> None:
    later = _anders("grondslagen", "wgs-1-5-wpg", _dag(tafel) + timedelta(days=1))
    assert _codes(tafel, later)
    for _ in _weg(tafel):
        assert _codes(tafel, later) == []
