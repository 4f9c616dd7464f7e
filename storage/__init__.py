"""The vault: values of the trade in an encrypted file, with a logboek that only grows."""

from storage.backup import (
    Reservekopie,
    aanvaard_anker,
    beproef,
    kies_tweede_plaats,
    maak_reservekopie,
    onthouden,
    reservekopieen,
)
from storage.care import Beheer, herstel, kopieen, toets_wachtzin
from storage.controle import Bevinding, controleer_kluis
from storage.files import schrijf_bestand
from storage.keys import KdfSterkte
from storage.kluis import Kluis
from storage.opening import (
    kluis_bestaat,
    maak_kluis,
    open_kluis,
    open_met_herstelsleutel,
    sloten_van,
)
from storage.restore import Herstel, zet_terug

__all__ = [
    "Beheer",
    "Bevinding",
    "Herstel",
    "KdfSterkte",
    "Kluis",
    "Reservekopie",
    "aanvaard_anker",
    "beproef",
    "controleer_kluis",
    "herstel",
    "kies_tweede_plaats",
    "kluis_bestaat",
    "kopieen",
    "maak_kluis",
    "maak_reservekopie",
    "onthouden",
    "open_kluis",
    "open_met_herstelsleutel",
    "reservekopieen",
    "schrijf_bestand",
    "sloten_van",
    "toets_wachtzin",
    "zet_terug",
]
