"""Of er een herstelsleutel in de envelop zit die het doet, en wat er anders te doen is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casus_app.domein.herstelcode import Deel, Leesfout, lees, merk_van, samen
from casus_app.domein.toegang import Geheim, Herstelsleutel, Slotsoort
from casus_app.poorten import Opslag
from casus_app.weigeringen import ongeldig

JAARLIJKS_DAGEN = 365


class Herstelstand(StrEnum):
    """Hoe het met de envelop staat."""

    GOED = "goed"
    GEEN = "geen"
    NIET_BEPROEFD = "niet-beproefd"
    TE_LANG_GELEDEN = "te-lang-geleden"
    GEBRUIKT = "gebruikt"


ZINNEN = {
    Herstelstand.GOED: "De herstelsleutel is beproefd.",
    Herstelstand.GEEN: (
        "Er is geen herstelsleutel. Raakt iedereen de wachtzin kwijt, dan is de kluis voorgoed "
        "dicht. Maak er een en leg hem in een envelop."
    ),
    Herstelstand.NIET_BEPROEFD: (
        "De herstelsleutel is gemaakt en nog nooit overgetypt. Neem de envelop en beproef hem."
    ),
    Herstelstand.TE_LANG_GELEDEN: (
        "De herstelsleutel is langer dan een jaar niet beproefd. Neem de envelop en typ hem over."
    ),
    Herstelstand.GEBRUIKT: (
        "De herstelsleutel is gebruikt; de envelop is open. Maak een nieuwe en beproef die."
    ),
}


@dataclass(frozen=True, slots=True)
class Envelop:
    """De stand van de nieuwste herstelsleutel, met wat er te doen is."""

    stand: Herstelstand
    sleutel: Herstelsleutel | None = None

    @property
    def zin(self) -> str:
        """Wat er aan de hand is en wat iemand kan doen."""
        return ZINNEN[self.stand]


def envelop(opslag: Opslag, vandaag: date) -> Envelop:
    """Hoe het nu met de envelop staat."""
    sloten = [slot.id for slot in opslag.sloten() if slot.soort is Slotsoort.HERSTEL]
    sleutel = opslag.haal(Herstelsleutel, sloten[-1]) if sloten else None
    if sleutel is None:
        return Envelop(Herstelstand.GEEN)
    if sleutel.gebruikt_op is not None:
        return Envelop(Herstelstand.GEBRUIKT, sleutel)
    if sleutel.beproefd_op is None:
        return Envelop(Herstelstand.NIET_BEPROEFD, sleutel)
    te_lang = (vandaag - sleutel.beproefd_op).days > JAARLIJKS_DAGEN
    return Envelop(Herstelstand.TE_LANG_GELEDEN if te_lang else Herstelstand.GOED, sleutel)


def overgetypt(eerste: Geheim, tweede: Geheim | None = None) -> bytes:
    """De herstelsleutel van wat er van papier is overgetypt. Weigert met `ongeldig`."""
    inhoud, deel, merk = _lees(eerste, "sleutel")
    if deel is Deel.HEEL:
        if tweede is not None:
            raise ongeldig(
                "Dit is de hele herstelsleutel. Laat de tweede helft leeg.", "tweede_helft"
            )
        return _bij_merk(inhoud, merk)
    if tweede is None:
        raise ongeldig(
            "Dit is een helft van de herstelsleutel. Typ ook de andere helft, uit de andere "
            "envelop.",
            "tweede_helft",
        )
    ander, anderdeel, andermerk = _lees(tweede, "tweede_helft")
    if deel == anderdeel or anderdeel is Deel.HEEL:
        raise ongeldig(
            "Dit is twee keer dezelfde helft. Typ van elke envelop de eigen helft.", "tweede_helft"
        )
    if merk != andermerk:
        raise ongeldig(
            "Deze twee helften horen niet bij elkaar. Zoek de enveloppen van dezelfde kluis en "
            "dezelfde dag.",
            "tweede_helft",
        )
    return _bij_merk(samen(inhoud, ander), merk)


def _lees(geheim: Geheim, veld: str) -> tuple[bytes, Deel, int]:
    try:
        return lees(geheim.tekst)
    except Leesfout as fout:
        if not fout.groep:
            zin = "Een herstelsleutel heeft negen groepen van vijf tekens. Tel ze na."
        else:
            zin = f"In groep {fout.groep} zit een typfout. Typ die groep opnieuw van het papier."
        raise ongeldig(zin, veld) from None


def _bij_merk(sleutel: bytes, merk: int) -> bytes:
    if merk_van(sleutel) != merk:
        raise ongeldig(
            "Er zit een typfout in, of er is een groep van een ander papier. Typ alles opnieuw.",
            "sleutel",
        )
    return sleutel
