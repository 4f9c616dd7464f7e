"""De kluis: waarden van het vak in een versleuteld bestand, met een logboek dat alleen groeit."""

from storage.files import schrijf_bestand
from storage.keys import KdfSterkte
from storage.kluis import Kluis
from storage.opening import kluis_bestaat, maak_kluis, open_kluis

__all__ = [
    "KdfSterkte",
    "Kluis",
    "kluis_bestaat",
    "maak_kluis",
    "open_kluis",
    "schrijf_bestand",
]
