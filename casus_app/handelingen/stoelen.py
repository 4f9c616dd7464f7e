"""Wie er per casus aan tafel zit: een stoel met taak en noodzaak, of geen stoel meer."""

from dataclasses import replace
from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Deelname, Pet, Rol
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, handeling
from casus_app.handelingen.tafel import vraag_akkoord_opnieuw
from casus_app.regels import deelname, vraagkaart
from casus_app.regels.meenemen import neem_terug
from casus_app.regels.stand import toets_casus, toets_niet_afgerond, toets_overleg
from casus_app.weigeringen import Code, Weigering, bestaat_al, ongeldig


@handeling
class DeelnameToelaten(Handeling, frozen=True, kw_only=True):
    """Een stoel bij deze ene casus, met taak en noodzaak (vraag 33; WGS 2.31 lid 4)."""

    NAAM: ClassVar[str] = "deelname.toelaten"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    casus: str
    professional: str
    rol: str
    taak: str
    noodzaak: str
    pet: str | None = None

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        professional = blad.haal(Professional, self.professional)
        rol = blad.keuze(Rol, self.rol)
        pet = blad.keuze(Pet, self.pet) if self.pet and self.pet.strip() else None
        if self.taak.strip() and self.taak not in blad.catalogus.alle_taken:
            raise ongeldig(
                "Deze taak staat niet in de catalogus. Kies een taak uit de lijst.", "taak"
            )
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        if blad.deelname(bespreking, professional.id):
            raise bestaat_al("deze stoel", "professional")
        stoel = deelname.Stoel(
            kader=casus.kader,
            soort=blad.soort_van(professional.id),
            taak=self.taak,
            noodzaak=self.noodzaak,
            pet=pet,
            verklaring_op=professional.geheimhouding_op,
            verklaring_tot=professional.geheimhouding_tot,
            overlegdatum=overleg.datum,
        )
        for bezwaar in deelname.bezwaren(blad.catalogus, stoel):
            raise bezwaar
        if not blad.catalogus.rollen[rol].neemt_mee:
            neem_terug(blad, bespreking, professional.id)
            vraag_akkoord_opnieuw(blad, overleg.id, casus.id)
        vraagkaart.vervalt_door_stoel(blad, bespreking, professional.id)
        blad.bewaar(
            Deelname(
                overleg=overleg.id,
                casus=casus.id,
                professional=professional.id,
                rol=rol,
                taak=self.taak,
                noodzaak=self.noodzaak,
                pet=pet,
            )
        )
        return {}


@handeling
class DeelnameIntrekken(Handeling, frozen=True, kw_only=True):
    """Wie niet nodig is, verliest de stoel en wat hij mee zou nemen, en gaat de kamer uit."""

    NAAM: ClassVar[str] = "deelname.intrekken"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    casus: str
    professional: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.professional)
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        stoel = blad.deelname(bespreking, self.professional)
        if stoel is None:
            raise Weigering(
                Code.NIET_TOEGELATEN,
                "Deze persoon heeft bij deze casus geen stoel; er is niets in te trekken.",
            )
        blad.bewaar(replace(stoel, ingetrokken_op=blad.vandaag, reden_ingetrokken=self.reden))
        neem_terug(blad, bespreking, self.professional)
        vraag_akkoord_opnieuw(blad, overleg.id, casus.id)
        if overleg.voorzitter != self.professional:
            for plek in blad.kamer(bespreking):
                if plek.professional == self.professional:
                    blad.bewaar(replace(plek, tot=blad.nu))
        return {}
