"""Elk begrip heeft een woord op het scherm, en elke handeling en elk veld een naam."""

import ast
import inspect
from enum import StrEnum

import msgspec
import pytest

from casus_app.domein import afspraak, casus, inbreng, overleg, tafel, verzoek
from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN
from casus_app.regels import opening
from casus_app.rollen import Gebruikersrol
from casus_app.weigeringen import Code
from ui.actions import ACTS, GROUPS
from ui.forms.fields import GENERAL, ORDER, SPECIAL, field_of
from ui.mends import MENDS, NO_MEND
from ui.texts import WORDS, counted, listed, word

ALLES = {**HANDELINGEN, **SCHERMHANDELINGEN}
MODULES = (afspraak, casus, inbreng, overleg, tafel, verzoek)
NIET_OP_HET_SCHERM = {"Wending"}


def _opsommingen() -> list[type[StrEnum]]:
    return [
        ding
        for module in MODULES
        for naam, ding in inspect.getmembers(module, inspect.isclass)
        if issubclass(ding, StrEnum)
        and ding.__module__ == module.__name__
        and naam not in NIET_OP_HET_SCHERM
    ] + [Gebruikersrol]


def test_elk_begrip_heeft_een_woord() -> None:
    for soort in _opsommingen():
        for lid in soort:
            assert word(lid)
    assert len({(type(lid), lid.value) for lid, _ in WORDS}) == len(WORDS)


def test_elke_handeling_staat_een_keer_in_het_menu() -> None:
    assert sorted(act.handeling for act in ACTS) == sorted(ALLES)
    assert {act.group for act in ACTS} == set(GROUPS)
    namen = [act.text for act in ACTS]
    assert len(set(namen)) == len(namen)


@pytest.mark.parametrize("handeling", sorted(ALLES))
def test_elk_veld_van_elke_handeling_heeft_een_naam(handeling: str) -> None:
    velden = [veld.name for veld in msgspec.structs.fields(ALLES[handeling])]
    for veld in velden:
        assert field_of(handeling, veld).label
    if handeling in ORDER:
        assert sorted(ORDER[handeling]) == sorted(velden)


def test_er_is_geen_naam_voor_een_veld_dat_er_niet_is() -> None:
    bestaat = {
        f"{naam}:{veld.name}"
        for naam, klasse in ALLES.items()
        for veld in msgspec.structs.fields(klasse)
    }
    assert set(SPECIAL) <= bestaat
    assert set(GENERAL) <= {plek.partition(":")[2] for plek in bestaat}


def _codes_van_openen() -> set[str]:
    """Elke code die in `regels.opening` genoemd wordt, nu en later."""
    boom = ast.parse(inspect.getsource(opening))
    return {
        str(Code[knoop.attr])
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Attribute)
        and isinstance(knoop.value, ast.Name)
        and knoop.value.id == "Code"
    }


def test_wat_openen_tegenhoudt_heeft_een_knop_of_een_reden_waarom_niet() -> None:
    codes = _codes_van_openen()
    assert len(codes) >= 6
    assert codes <= set(MENDS) | set(NO_MEND)
    assert not set(MENDS) & set(NO_MEND)
    for reden in NO_MEND.values():
        assert reden.endswith(".")


def test_wat_een_bezwaar_wegneemt_bestaat() -> None:
    assert set(MENDS) <= {str(code) for code in Code}
    assert {handeling for mends in MENDS.values() for handeling, _ in mends} <= set(ALLES)


def test_aantallen_en_opsommingen_lezen_als_gewone_taal() -> None:
    assert counted(0, "casus", "casussen") == "geen casussen"
    assert counted(1, "casus", "casussen") == "1 casus"
    assert counted(3, "casus", "casussen") == "3 casussen"
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b en c"


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.handeling)
def test_de_uitleg_is_kort(act: object) -> None:
    from ui.actions import Act

    assert isinstance(act, Act)
    for zin in act.explain.replace("?", ".").split("."):
        assert len(zin.split()) <= 20, zin
    assert act.explain.endswith((".", "?"))
