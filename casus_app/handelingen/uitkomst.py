"""Na het overleg: afspraken bijwerken, de casus sluiten, heropenen, verlengen of vernietigen."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Blad
from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus, Fase, Oordeel, Verlenging, Wending
from casus_app.domein.mensen import Professional
from casus_app.domein.termijn import maanden_later
from casus_app.domein.uitgifte import Uitgifte
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, handeling
from casus_app.opmaak.jaarcijfers import TE_LAAT
from casus_app.regels import sterfdatum
from casus_app.regels.bezit import alles_van
from casus_app.regels.stand import toets_casus, toets_lid_1, toets_niet_aan_tafel
from casus_app.weigeringen import Code, Weigering, ongeldig


@handeling
class AfspraakBijwerken(Handeling, frozen=True, kw_only=True):
    """Hoe het met een afspraak staat."""

    NAAM: ClassVar[str] = "afspraak.bijwerken"
    OMKEERBAAR: ClassVar[bool] = True
    afspraak: str
    stand: str
    toelichting: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        afspraak = blad.haal(Afspraak, self.afspraak)
        casus = blad.casus(afspraak.casus)
        stand = blad.keuze(StandAfspraak, self.stand)
        blad.toets_rol()
        toets_casus(casus)
        blad.bewaar(
            replace(
                afspraak, stand=stand, toelichting=self.toelichting, bijgewerkt_op=blad.vandaag
            )
        )
        return {}


def _noteer_oordeel(
    blad: Blad, casus: Casus, wending: Wending, beoordelaars: tuple[str, ...], reden: str
) -> None:
    blad.bewaar(
        Oordeel(
            casus=casus.id,
            nummer=len(blad.zoek(Oordeel, casus=casus.id)) + 1,
            wending=wending,
            op=blad.vandaag,
            beoordelaars=beoordelaars,
            reden=reden,
        )
    )


@handeling
class CasusSluiten(Handeling, frozen=True, kw_only=True):
    """De aanpak is klaar; de casus wordt afgeschermd tot hij vernietigd wordt (WGS 2.31 lid 8)."""

    NAAM: ClassVar[str] = "casus.sluiten"
    casus: str
    beoordelaars: tuple[str, ...]
    reden: Tekst
    bij_terugval: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        for beoordelaar in self.beoordelaars:
            blad.haal(Professional, beoordelaar)
        blad.toets_rol()
        toets_casus(casus)
        toets_niet_aan_tafel(blad, casus)
        toets_lid_1(blad, casus, self.beoordelaars)
        _noteer_oordeel(blad, casus, Wending.GESLOTEN, self.beoordelaars, self.reden)
        blad.bewaar(
            replace(
                casus,
                fase=Fase.AFGESLOTEN,
                fase_voor_sluiting=casus.fase,
                gesloten_op=blad.vandaag,
                bij_terugval=self.bij_terugval,
            )
        )
        return {"vernietigen_op": casus.vernietigen_op}


@handeling
class CasusHeropenen(Handeling, frozen=True, kw_only=True):
    """Terug naar waar de casus was; de bewaartermijn begint niet opnieuw."""

    NAAM: ClassVar[str] = "casus.heropenen"
    casus: str
    beoordelaars: tuple[str, ...]
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        for beoordelaar in self.beoordelaars:
            blad.haal(Professional, beoordelaar)
        blad.toets_rol()
        if casus.fase_voor_sluiting is None or not casus.afgeschermd:
            raise ongeldig("Deze casus is niet afgesloten. U kunt er gewoon mee verder.", "casus")
        toets_lid_1(blad, casus, self.beoordelaars)
        _noteer_oordeel(blad, casus, Wending.HEROPEND, self.beoordelaars, self.reden)
        blad.bewaar(
            replace(
                casus,
                fase=casus.fase_voor_sluiting,
                fase_voor_sluiting=None,
                gesloten_op=None,
            )
        )
        return {"vernietigen_op": casus.vernietigen_op}


@handeling
class CasusVerlengen(Handeling, frozen=True, kw_only=True):
    """Langer bewaren, met reden en met instemming van elke partij die iets inbracht (BGS 1.16)."""

    NAAM: ClassVar[str] = "casus.verlengen"
    casus: str
    maanden: int
    motivering: Tekst
    instemming: tuple[str, ...]

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        stemmen_in = {blad.haal(Professional, wie).partij for wie in self.instemming}
        if self.maanden < 1:
            raise ongeldig("Kies een aantal maanden: 1 of meer.", "maanden")
        blad.toets_rol()
        toets_casus(casus)
        leveranciers = sterfdatum.leveranciers(blad.opslag, casus.id)
        hoogstens = blad.kader_van(casus).verlenging_hoogstens_maanden
        if self.maanden > hoogstens or not leveranciers <= stemmen_in:
            raise Weigering(Code.TERMIJN_TE_LANG)
        einde = maanden_later(casus.vernietigen_op, self.maanden)
        blad.bewaar(
            Verlenging(
                casus=casus.id,
                op=blad.vandaag,
                vernietigen_op=einde,
                maanden=self.maanden,
                motivering=self.motivering,
                instemming=self.instemming,
            )
        )
        blad.bewaar(replace(casus, vernietigen_op=einde))
        return {"vernietigen_op": einde}


@handeling
class CasusVernietigen(Handeling, frozen=True, kw_only=True):
    """Alles van deze casus gaat weg; er blijft een proces-verbaal met aantallen (BGS 1.16)."""

    NAAM: ClassVar[str] = "casus.vernietigen"
    casus: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.toets_rol()
        toets_niet_aan_tafel(blad, casus)
        aantallen: dict[str, int] = {}
        for waarde in alles_van(blad.opslag, casus):
            blad.verwijder(waarde)
            soort = type(waarde).__name__.lower()
            aantallen[soort] = aantallen.get(soort, 0) + 1
        blad.vernietigt = True
        blad.opmerking = TE_LAAT if casus.vernietigen_op < blad.vandaag else ""
        buiten = papieren_buiten(blad.zoek(Uitgifte, casus=casus.id))
        namen = blad.geef_uit(
            partial(
                opmaak.proces_verbaal,
                blad.instelling(),
                casus.id,
                aantallen,
                self.reden,
                buiten=buiten,
            )
        )
        return {"vernietigd": aantallen, "bestanden": namen}


def papieren_buiten(uitgiften: Iterable[Uitgifte]) -> dict[str, int]:
    """Hoeveel verschillende papieren er van elke soort buiten de kluis liggen."""
    verschillend = {uitgifte.sha256: str(uitgifte.soort) for uitgifte in uitgiften}
    return dict(Counter(verschillend.values()))
