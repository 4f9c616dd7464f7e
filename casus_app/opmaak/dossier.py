"""Alles wat over deze betrokkene bewaard is, en wie wat kreeg (AVG 15), als één boom.

De inzage op papier en het bestand voor de computer komen allebei uit deze boom. De vorm staat in
docs/besluiten/0003-papier.md; `versie` gaat omhoog als er een veld verdwijnt of van betekenis
verandert. Anderen zijn genummerd, professionals zijn functie en organisatie.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import (
    BETROKKENE,
    Betrokkene,
    Casus,
    Gegeven,
    Informering,
    Kringpersoon,
    Oordeel,
    Toestemming,
    VeiligContact,
    Verlenging,
    Weging,
)
from casus_app.domein.herkomst import Herkomst
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.klad import Klad
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Overleg
from casus_app.domein.tafel import Akkoord, Hamerstuk, Houding, Tafelstand
from casus_app.domein.uitgifte import SoortPapier
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.zeef import Zeef
from casus_app.opmaak.afscherming import in_boom
from casus_app.opmaak.anderen import genummerd, nummers
from casus_app.opmaak.dossier_rechten import verzoeken
from casus_app.opmaak.inzage_weglaten import Bron, niet_getoond, weglatingen
from casus_app.opmaak.register import SOORTEN, papieren
from casus_app.opmaak.stuk import Opdruk
from casus_app.opmaak.woorden import TIJDZONE, catalogusnaam, instelling, organisatie
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus

VORM = "casusoverleg-inzage"
VERSIE = 1

Boom = dict[str, Any]
"""Een tak: teksten, getallen, ja/nee, `None`, takken en rijen takken. Dagen zijn ISO-teksten."""


def dossier(opslag: Opslag, catalogus: "Catalogus", casus_id: str, opdruk: Opdruk) -> Boom:
    """De hele boom, met alle namen van anderen eruit, ook uit lopende tekst."""
    if (casus := opslag.haal(Casus, casus_id)) is None:
        raise LookupError("een inzage is van een casus")
    betrokkene = opslag.haal(Betrokkene, casus_id)
    gewogen = weglatingen(opslag, casus_id)
    zichtbaar: Opslag = Bron(opslag, gewogen)  # type: ignore[assignment]  # hier wordt alleen gelezen
    bron = _Bron(zichtbaar, catalogus, casus)
    schoon = genummerd(opslag, casus_id, betrokkene, {w.professional for w in gewogen})
    boom: Boom = {
        "vorm": VORM,
        "versie": VERSIE,
        "gemaakt_op": opdruk.datum.isoformat(),
        "oefening": opdruk.oefening,
        "logboek": opdruk.zegel,
        "verantwoordelijke": bron.verantwoordelijke(),
        "casus": bron.kop(),
        "gegevens": bron.gegevens(),
        "weging": bron.weging(),
        "informering": bron.informering(),
        "toestemmingen": bron.toestemmingen(),
        "stappen_naar_meer": bron.zeven(),
        "verlengingen": bron.verlengingen(),
        "sluiten_en_heropenen": bron.oordelen(),
        "overleggen": bron.overleggen(),
        "papieren": [
            {**papier, "aan": bron.kreeg(aan, papier)}
            for aan, papier in papieren(zichtbaar, casus_id)
        ],
        "verzoeken": verzoeken(opslag, catalogus, casus.id, iso),
        "niet_getoond": niet_getoond(opslag, catalogus, casus_id),
        "anderen_in_dit_dossier": len(opslag.zoek(Kringpersoon, casus=casus_id)),
    }
    boom = {naam: in_boom(tak, schoon) for naam, tak in boom.items()}
    # Alleen zijn eigen naam blijft staan zoals hij is.
    boom["betrokkene"] = {
        "naam": betrokkene.naam if betrokkene else None,
        "geboortedatum": iso(betrokkene.geboortedatum) if betrokkene else None,
        "veilig_contact_bewaard": opslag.haal(VeiligContact, casus_id) is not None,
    }
    return boom


def iso(moment: date | datetime | None) -> str | None:
    """De dag, of het moment op de klok aan de muur."""
    if isinstance(moment, datetime):
        return moment.astimezone(TIJDZONE).isoformat(timespec="minutes")
    return moment.isoformat() if moment is not None else None


class _Bron:
    """Haalt per soort op wat er van één casus bewaard is."""

    def __init__(self, opslag: Opslag, catalogus: "Catalogus", casus: Casus) -> None:
        self._opslag = opslag
        self._catalogus = catalogus
        self._casus = casus
        self._nummers = nummers(opslag, casus.id)

    def verantwoordelijke(self) -> Boom:
        huis = instelling(self._opslag)
        if huis is None:
            return {}
        return {
            "naam": huis.naam,
            "verantwoordelijke": huis.verantwoordelijke,
            "contactpunt": huis.contactpunt,
            "functionaris_gegevensbescherming": huis.fg,
        }

    def kop(self) -> Boom:
        casus = self._casus
        return {
            "code": casus.id,
            "kader": catalogusnaam(self._catalogus.kaders, casus.kader),
            "doel": casus.doel,
            "aanleiding": casus.aanleiding,
            "leefgebieden": list(casus.leefgebieden),
            "aangemeld_op": iso(casus.aangemeld_op),
            "aangemeld_door": self.mens(casus.aanmelder),
            "fase": str(casus.fase),
            "vernietigen_op": iso(casus.vernietigen_op),
            "gesloten_op": iso(casus.gesloten_op),
            "bij_terugval": casus.bij_terugval,
            "kwam_van": [
                {"huis": een.huis, "heette_daar": een.eerder, "op": iso(een.op)}
                for een in self._opslag.zoek(Herkomst, casus=casus.id, soort="casus")
            ],
        }

    def gegevens(self) -> list[Boom]:
        return [
            {"categorie": self._categorie(gegeven.categorie), "waarde": gegeven.waarde}
            for gegeven in self._opslag.zoek(Gegeven, casus=self._casus.id)
        ]

    def weging(self) -> Boom | None:
        weging = self._opslag.haal(Weging, self._casus.id)
        if weging is None:
            return None
        return {
            "op": iso(weging.gewogen_op),
            "door": [self.mens(mens) for mens in weging.beoordelaars],
            "criterium_a": weging.criterium_a,
            "criterium_b": weging.criterium_b,
            "criterium_c": weging.criterium_c,
            "criterium_d": weging.criterium_d,
            "domeinen": list(weging.domeinen),
            "in_behandeling": weging.in_behandeling,
            "motivering": weging.motivering,
        }

    def informering(self) -> Boom | None:
        informering = self._opslag.haal(Informering, self._casus.id)
        if informering is None:
            return None
        grond = informering.grond
        return {
            "geinformeerd_op": iso(informering.geinformeerd_op),
            "wijze": informering.wijze,
            "uitgesteld_op_grond": catalogusnaam(self._catalogus.uitstelgronden, grond)
            if grond
            else "",
            "motivering": informering.motivering,
            "beoordeeld_door": self.mens(informering.beoordelaar),
            "heroverwegen_op": iso(informering.heroverwegen_op),
        }

    def toestemmingen(self) -> list[Boom]:
        return [
            {
                "van": self._over(toestemming.van),
                "aan": self.mens(toestemming.aan),
                "gegevens": toestemming.gegevens,
                "ontvangers": [self._partij(partij) for partij in toestemming.ontvangers],
                "doel": toestemming.doel,
                "wijze": toestemming.wijze,
                "datum": iso(toestemming.datum),
                "ingetrokken_op": iso(toestemming.ingetrokken_op),
            }
            for toestemming in self._opslag.zoek(Toestemming, casus=self._casus.id)
        ]

    def zeven(self) -> list[Boom]:
        return [
            {"trap": str(zeef.trap), "op": iso(zeef.op), "reden": zeef.reden}
            for zeef in self._opslag.zoek(Zeef, casus=self._casus.id)
        ]

    def verlengingen(self) -> list[Boom]:
        return [
            {
                "op": iso(verlenging.op),
                "maanden": verlenging.maanden,
                "vernietigen_op": iso(verlenging.vernietigen_op),
                "motivering": verlenging.motivering,
                "instemming": [self.mens(mens) for mens in verlenging.instemming],
            }
            for verlenging in self._opslag.zoek(Verlenging, casus=self._casus.id)
        ]

    def oordelen(self) -> list[Boom]:
        return [
            {
                "wat": str(oordeel.wending),
                "op": iso(oordeel.op),
                "door": [self.mens(mens) for mens in oordeel.beoordelaars],
                "reden": oordeel.reden,
            }
            for oordeel in self._opslag.zoek(Oordeel, casus=self._casus.id)
        ]

    def overleggen(self) -> list[Boom]:
        keren = [
            (overleg, bespreking)
            for bespreking in self._opslag.zoek(Bespreking, casus=self._casus.id)
            if (overleg := self._opslag.haal(Overleg, bespreking.overleg)) is not None
        ]
        keren.sort(key=lambda keer: (keer[0].datum, keer[0].begin))
        return [self._keer(overleg, bespreking) for overleg, bespreking in keren]

    def _keer(self, overleg: Overleg, bespreking: Bespreking) -> Boom:
        waar = {"overleg": overleg.id, "casus": self._casus.id}
        inbreng = self._opslag.zoek(Inbreng, **waar)
        over_hem = [gegeven for gegeven in inbreng if gegeven.over == BETROKKENE]
        return {
            "datum": iso(overleg.datum),
            "begin": overleg.begin,
            "plaats": overleg.plaats,
            "soort": str(bespreking.soort),
            "stand": str(bespreking.stand),
            "vraag": bespreking.vraag,
            "uitnodiging": str(bespreking.uitnodiging),
            "zwaarwegend_belang": bespreking.zwaarwegend_belang,
            "reden_doorgeschoven": bespreking.reden_doorgeschoven,
            "besluit": bespreking.besluit,
            "aanspreekpunt": self.mens(bespreking.aanspreekpunt),
            "evaluatie_op": iso(bespreking.evaluatie_op),
            "klaar_als": bespreking.klaar_als,
            "toegelaten": [self._stoel(stoel) for stoel in self._opslag.zoek(Deelname, **waar)],
            "aanwezig": [
                {
                    **self._mens_of_niets(keer.professional),
                    "van": iso(keer.van),
                    "tot": iso(keer.tot),
                }
                for keer in self._opslag.zoek(Aanwezigheid, **waar)
            ],
            "houding": [
                {**self._mens_of_niets(houding.professional), "soort": str(houding.soort)}
                for houding in self._opslag.zoek(Houding, **waar)
            ],
            "akkoord": [
                {
                    **self._mens_of_niets(gezegd.professional),
                    "soort": str(gezegd.soort),
                    "opmerking": gezegd.opmerking,
                }
                for gezegd in self._opslag.zoek(Akkoord, **waar)
            ],
            "voorgesteld_besluit": self._voorstel(bespreking),
            "stap_aan_tafel": "".join(s.stap for s in self._opslag.zoek(Tafelstand, **waar)),
            "half_getypt": len(self._opslag.zoek(Klad, **waar)),
            "vraagkaarten": [
                self._vraagkaart(kaart)
                for kaart in self._opslag.zoek(Vraagkaart, over=BETROKKENE, **waar)
            ],
            "inbreng": [self._inbreng(gegeven) for gegeven in over_hem],
            "inbreng_over_anderen": len(inbreng) - len(over_hem),
            "afspraken": [self._afspraak(a) for a in self._opslag.zoek(Afspraak, **waar)],
        }

    def _voorstel(self, bespreking: Bespreking) -> Boom | None:
        stuk = self._opslag.haal(Hamerstuk, bespreking.overleg, bespreking.casus)
        if stuk is None:
            return None
        return {
            "besluit": stuk.besluit,
            "aanspreekpunt": self.mens(stuk.aanspreekpunt),
            "evaluatie_op": iso(stuk.evaluatie_op),
            "klaar_als": stuk.klaar_als,
        }

    def _stoel(self, stoel: Deelname) -> Boom:
        return {
            **self._mens_of_niets(stoel.professional),
            "rol": catalogusnaam(self._catalogus.rollen, stoel.rol),
            "taak": self._taak(stoel),
            "pet": catalogusnaam(self._catalogus.petten, stoel.pet) if stoel.pet else "",
            "noodzaak": stoel.noodzaak,
            "ingetrokken_op": iso(stoel.ingetrokken_op),
            "reden_ingetrokken": stoel.reden_ingetrokken,
        }

    def _vraagkaart(self, kaart: Vraagkaart) -> Boom:
        grondslag = self._catalogus.grondslagen.get(kaart.grondslag)
        return {
            **self._mens_of_niets(kaart.professional),
            "taak": self._taak(kaart),
            "vraag": kaart.vraag,
            "categorie": self._categorie(kaart.categorie),
            "grondslag": grondslag.naam if grondslag else kaart.grondslag,
            "artikel": grondslag.artikel if grondslag else "",
            "noodzaak": kaart.noodzaak,
            "gesteld_op": iso(kaart.gesteld_op),
            "uiterlijk": iso(kaart.uiterlijk),
            "beantwoord_op": iso(kaart.beantwoord_op),
            "ingetrokken_op": iso(kaart.ingetrokken_op),
            "reden_ingetrokken": kaart.reden_ingetrokken,
        }

    def _inbreng(self, gegeven: Inbreng) -> Boom:
        grondslag = self._catalogus.grondslagen.get(gegeven.grondslag)
        weg = gegeven.lot in {Lot.GESCHRAPT, Lot.VERNIETIGD}
        return {
            "categorie": self._categorie(gegeven.categorie),
            "niveau": catalogusnaam(self._catalogus.niveaus, gegeven.niveau),
            "door": self.mens(gegeven.inbrenger),
            "grondslag": grondslag.naam if grondslag else gegeven.grondslag,
            "artikel": grondslag.artikel if grondslag else "",
            "weg_langs_geheim": catalogusnaam(self._catalogus.routes, gegeven.route)
            if gegeven.route
            else "",
            "noodzaak": gegeven.noodzaak,
            "motivering": gegeven.motivering,
            "lot": str(gegeven.lot),
            "inhoud": None if weg else gegeven.kern,
            "vernietigd_op": self._vernietigd_op(gegeven),
            "reden_geschrapt": gegeven.reden_geschrapt,
            "meegenomen_door": [
                self._mee(mee) for mee in self._opslag.zoek(Meeneming, inbreng=gegeven.id)
            ],
        }

    def _vernietigd_op(self, gegeven: Inbreng) -> str | None:
        overleg = self._opslag.haal(Overleg, gegeven.overleg)
        return iso(overleg.vastgesteld_op) if overleg and gegeven.lot is Lot.VERNIETIGD else None

    def _mee(self, mee: Meeneming) -> Boom:
        afspraak = self._opslag.haal(Afspraak, mee.afspraak)
        return {
            **self._mens_of_niets(mee.ontvanger),
            "voor": afspraak.wat if afspraak else "",
            "voorwaarden": mee.voorwaarden,
            "bewaren_tot": iso(mee.bewaren_tot),
        }

    def _afspraak(self, afspraak: Afspraak) -> Boom:
        return {
            "wat": afspraak.wat,
            "door": self.mens(afspraak.uitvoerder),
            "uiterlijk": iso(afspraak.uiterlijk),
            "klaar_als": afspraak.klaar_als,
            "stand": str(afspraak.stand),
            "toelichting": afspraak.toelichting,
        }

    def mens(self, sleutel: str | None) -> Boom | None:
        return self._mens_of_niets(sleutel) if sleutel else None

    def kreeg(self, aan: str, papier: Boom) -> Boom | None:
        """Een hele casus gaat naar een organisatie, al het andere papier naar een mens."""
        if papier["soort"] == SOORTEN[SoortPapier.OVERGANG]:
            return {"functie": None, "organisatie": aan}
        return self.mens(aan)

    def _mens_of_niets(self, sleutel: str) -> Boom:
        mens = self._opslag.haal(Professional, sleutel)
        return {
            "functie": mens.functie if mens else None,
            "organisatie": organisatie(self._opslag, sleutel) if mens else None,
        }

    def _partij(self, sleutel: str) -> str:
        partij = self._opslag.haal(Partij, sleutel)
        return partij.naam if partij else sleutel

    def _over(self, sleutel: str) -> str:
        return BETROKKENE if sleutel == BETROKKENE else self._nummers.get(sleutel, "een ander")

    def _categorie(self, sleutel: str) -> str:
        return catalogusnaam(self._catalogus.categorieen, sleutel)

    def _taak(self, stoel: Deelname | Vraagkaart) -> str:
        mens = self._opslag.haal(Professional, stoel.professional)
        partij = self._opslag.haal(Partij, mens.partij) if mens else None
        soort = self._catalogus.soorten.get(partij.soort) if partij else None
        return catalogusnaam(soort.taken if soort else {}, stoel.taak)
