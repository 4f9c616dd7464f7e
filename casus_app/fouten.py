"""De fouten die een gebruiker mag zien; al het andere is een fout van ons."""


class CasusFout(Exception):
    """Een fout met één Nederlandse zin die zegt wat er is en wat de gebruiker kan doen.

    De zin noemt nooit een naam of inhoud: hij kan in een logbestand terechtkomen.
    """

    def __init__(self, melding: str) -> None:
        super().__init__(melding)
        self.melding = melding


class OpslagFout(CasusFout):
    """De omgeving werkt niet mee: wachtzin, bestand, schijf, een ander programma."""


class PapierFout(CasusFout):
    """Een stuk kwam niet uit de drukker zoals het erin ging; het is niet afgegeven."""


class DraaiboekFout(CasusFout):
    """Een draaiboek is niet te gebruiken; er is nog niets gebeurd."""
