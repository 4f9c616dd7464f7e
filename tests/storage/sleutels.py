"""Wat een aanvaller met een sleutelbestand kan doen, en wat een latere versie ermee gaat doen."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from storage import keyfile, slots
from storage.keys import OEFENING, Sleutelring

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


def een_slot(
    wachtzin: str, ring: Sleutelring | None = None, rol: str = "voorzitter"
) -> slots.Slot:
    """Een slot met deze wachtzin, op de zwakste KDF."""
    ring = ring or ring_van(b"w")
    return slots.new_slot(ring, slots.passphrase(ring.kluis_id, wachtzin, OEFENING), rol=rol)


def ring_van(letter: bytes, nummer: int = 1) -> Sleutelring:
    """Een ring waarvan elke sleutel te herkennen is."""
    return Sleutelring(letter * 32, "ab" * 16, letter.upper() * 32, nummer=nummer)


def voeg_slot_toe(pad: Path, wachtzin: str, nieuwe: str, rol: str = "voorzitter") -> str:
    """Een tweede gebruiker erbij, buiten het programma om; geeft zijn slot."""
    bestand = keyfile.parse((pad / "kluis.db.sleutel").read_bytes())
    ring = keyfile.unlock(bestand, wachtzin).ring
    erbij = een_slot(nieuwe, ring, rol=rol)
    bestand = replace(bestand, sloten=(*bestand.sloten, erbij)).sealed({ring.nummer: ring.wortel})
    (pad / "kluis.db.sleutel").write_bytes(bestand.to_bytes())
    return erbij.id
