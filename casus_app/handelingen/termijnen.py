"""Wat er vandaag moet gebeuren, en of het logboek nog heel is."""

from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.casus import Casus, Informering
from casus_app.domein.verzoek import Verzoek
from casus_app.handelingen.kern import Antwoord, Handeling, handeling


@handeling
class TermijnenNalopen(Handeling, frozen=True, kw_only=True):
    """Wat aan de beurt is op of vóór vandaag, in de volgorde waarin het binnenkwam."""

    NAAM: ClassVar[str] = "termijnen.nalopen"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        return {
            "te_vernietigen": [
                casus.id for casus in blad.zoek(Casus) if casus.vernietigen_op <= blad.vandaag
            ],
            "heroverwegen": [
                informering.casus
                for informering in blad.zoek(Informering, geinformeerd_op=None)
                if informering.heroverwegen_op and informering.heroverwegen_op <= blad.vandaag
            ],
            "verzoeken": [
                verzoek.id
                for verzoek in blad.zoek(Verzoek, afgehandeld_op=None)
                if verzoek.uiterlijk <= blad.vandaag
            ],
        }


@handeling
class LogboekControleren(Handeling, frozen=True, kw_only=True):
    """Loopt de keten van het hele logboek na (BIO2 8.15)."""

    NAAM: ClassVar[str] = "logboek.controleren"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        stand = blad.opslag.controleer_logboek()
        return {"heel": stand.heel, "regels": stand.regels, "laatste": stand.laatste}
