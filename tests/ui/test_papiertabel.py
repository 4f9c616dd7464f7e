"""De tabel van wat papier geeft, tegen wat de handelingen zelf doen."""

import ast
import importlib
import inspect
import pkgutil

import casus_app.handelingen
from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN
from ui.waiting import MAKES_PAPER


def _roept_aan(boom: ast.AST) -> set[str]:
    """De namen van alles wat hierin wordt aangeroepen."""
    namen = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Call):
            doel = knoop.func
            namen.add(doel.attr if isinstance(doel, ast.Attribute) else getattr(doel, "id", ""))
    return namen


def _drukken() -> set[str]:
    """Elke handeling die zelf of via een hulpfunctie van haar eigen bestand `geef_uit` roept."""
    gevonden = set()
    for deel in pkgutil.iter_modules(casus_app.handelingen.__path__):
        module = importlib.import_module(f"casus_app.handelingen.{deel.name}")
        boom = ast.parse(inspect.getsource(module))
        functies = {k.name: _roept_aan(k) for k in boom.body if isinstance(k, ast.FunctionDef)}
        via = {"geef_uit"}
        while erbij := {naam for naam, roept in functies.items() if roept & via} - via:
            via |= erbij
        for klasse in (k for k in boom.body if isinstance(k, ast.ClassDef)):
            handeling = getattr(module, klasse.name)
            if _roept_aan(klasse) & via and getattr(handeling, "NAAM", ""):
                gevonden.add(handeling.NAAM)
    return gevonden


def test_wat_papier_geeft_staat_in_de_tabel_en_anders_niets() -> None:
    assert set(MAKES_PAPER) == _drukken()
    assert set(MAKES_PAPER) <= {*HANDELINGEN, *SCHERMHANDELINGEN}
