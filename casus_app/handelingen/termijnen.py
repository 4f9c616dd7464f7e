"""Wat er vandaag moet gebeuren, en of het logboek nog heel is."""

from typing import ClassVar

from casus_app.blad import Blad
from casus_app.handelingen.kern import Antwoord, Handeling, handeling
from casus_app.regels import termijnen


@handeling
class TermijnenNalopen(Handeling, frozen=True, kw_only=True):
    """Wat aan de beurt is op of vóór vandaag, in de volgorde waarin het binnenkwam."""

    NAAM: ClassVar[str] = "termijnen.nalopen"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        opslag, vandaag = blad.opslag, blad.vandaag
        return {
            "te_vernietigen": [t.sleutel for t in termijnen.te_vernietigen(opslag, vandaag)],
            "heroverwegen": [t.sleutel for t in termijnen.te_heroverwegen(opslag, vandaag)],
            "verzoeken": [t.sleutel for t in termijnen.te_beantwoorden(opslag, vandaag)],
        }


@handeling
class LogboekControleren(Handeling, frozen=True, kw_only=True):
    """Loopt de keten van het hele logboek na (BIO2 8.15)."""

    NAAM: ClassVar[str] = "logboek.controleren"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        stand = blad.opslag.controleer_logboek()
        return {"heel": stand.heel, "regels": stand.regels, "laatste": stand.laatste}
