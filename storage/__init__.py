"""The vault: values of the trade in an encrypted file, with a logboek that only grows."""

from storage.controle import Bevinding, controleer_kluis
from storage.files import schrijf_bestand
from storage.keys import KdfSterkte
from storage.kluis import Kluis
from storage.opening import kluis_bestaat, maak_kluis, open_kluis

__all__ = [
    "Bevinding",
    "KdfSterkte",
    "Kluis",
    "controleer_kluis",
    "kluis_bestaat",
    "maak_kluis",
    "open_kluis",
    "schrijf_bestand",
]
