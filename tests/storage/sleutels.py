"""Wat een aanvaller met een sleutelbestand kan doen, en wat een latere versie ermee gaat doen."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from storage import keyfile
from storage.keys import OEFENING

Ruw = dict[str, Any]


def lees_ruw(pad: Path) -> Ruw:
    ruw: Ruw = json.loads((pad / "kluis.db.sleutel").read_bytes())
    return ruw


def schrijf_ruw(pad: Path, ruw: Ruw) -> None:
    """Schrijft met een som die klopt: een aanvaller kan die ook uitrekenen."""
    ruw = {naam: waarde for naam, waarde in ruw.items() if naam != "som"}
    ruw["som"] = hashlib.sha256(_vorm(ruw)).hexdigest()
    (pad / "kluis.db.sleutel").write_bytes(_vorm(ruw) + b"\n")


def _vorm(ruw: Ruw) -> bytes:
    return json.dumps(ruw, sort_keys=True, separators=(",", ":")).encode()


def knoei(pad: Path, doe: Callable[[Ruw], object]) -> None:
    """Verandert het sleutelbestand zoals iemand zonder wachtzin dat kan."""
    ruw = lees_ruw(pad)
    doe(ruw)
    schrijf_ruw(pad, ruw)


def voeg_slot_toe(pad: Path, wachtzin: str, nieuwe: str, rol: str = "voorzitter") -> None:
    """Een tweede gebruiker, zoals een latere versie die toevoegt: zelfde vorm, zelfde kluis."""
    bestand = keyfile.parse((pad / "kluis.db.sleutel").read_bytes())
    slot, ring = keyfile.unlock(bestand, wachtzin)
    erbij = keyfile.new_slot(replace(ring, ondertekening=None), nieuwe, OEFENING, rol=rol)
    bestand = replace(bestand, sloten=(*bestand.sloten, erbij)).sealed({slot.wortel: ring.wortel})
    (pad / "kluis.db.sleutel").write_bytes(bestand.to_bytes())
