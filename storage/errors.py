"""What can go wrong around a vault: one class and one Dutch sentence for each cause.

No sentence names a path, a person or a passphrase: it may end up in a log file or on a beamer.
"""

import errno
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from sqlcipher3 import dbapi2

from casus_app.fouten import OpslagFout


class _Fixed(OpslagFout):
    """An environment error whose sentence is always the same."""

    zin: ClassVar[str]

    def __init__(self) -> None:
        super().__init__(self.zin)


class Beschadigd(_Fixed):
    """What is on the disk is not what was written; a check reports it, opening refuses it."""


class WachtzinOnjuist(_Fixed):
    zin = (
        "Deze wachtzin past niet op deze kluis. Controleer hoofdletters en de toetsenbordindeling "
        "en probeer het opnieuw; de kluis zelf is in orde."
    )


class WachtzinOnbruikbaar(_Fixed):
    zin = "Een lege of onleesbare wachtzin kan niet. Kies een wachtzin van een paar woorden."


class HerstelsleutelOnjuist(_Fixed):
    zin = (
        "Deze herstelsleutel past niet op deze kluis. Neem de nieuwste envelop, en "
        "controleer of de twee helften bij elkaar horen."
    )


class SlotOnbekend(_Fixed):
    zin = (
        "Deze gebruiker staat niet in het sleutelbestand; er is niets veranderd. Kijk in de lijst "
        "van gebruikers wie er nu in kan."
    )


class GebruikerKiezen(_Fixed):
    zin = "Meer mensen kunnen deze kluis openen. Kies eerst wie u bent, en typ uw eigen wachtzin."


class SleutelsOnaf(_Fixed):
    zin = (
        "De wijziging in wie erin kan is gedaan, maar het logboek zegt het nog niet. Sluit de "
        "kluis en open haar opnieuw; dan wordt dit afgemaakt."
    )


class SleutelbestandOntbreekt(_Fixed):
    zin = (
        "Het sleutelbestand naast de kluis ontbreekt (zelfde naam, met .sleutel erachter). "
        "Zet het terug uit een reservekopie; zonder dat bestand kan niemand de kluis openen."
    )


class SleutelbestandBeschadigd(Beschadigd):
    zin = (
        "Het sleutelbestand van de kluis is beschadigd. Zet het terug uit een reservekopie; "
        "aan de wachtzin ligt het niet."
    )


class SleutelbestandOnbetrouwbaar(Beschadigd):
    zin = (
        "Het sleutelbestand van de kluis is buiten het programma om veranderd en niet te "
        "vertrouwen. Zet het terug uit een reservekopie en meld dit aan de beheerder."
    )


class SleutelbestandNieuwer(_Fixed):
    zin = (
        "Het sleutelbestand is gemaakt met een nieuwere versie van Casusoverleg. "
        "Werk het programma bij en open de kluis opnieuw; er is niets veranderd."
    )


class KdfBuitenGrenzen(Beschadigd):
    zin = (
        "De instellingen van de wachtzin in het sleutelbestand vallen buiten wat veilig is. "
        "Het sleutelbestand is niet te vertrouwen; zet het terug uit een reservekopie."
    )


class SleutelVanAndereKluis(_Fixed):
    zin = (
        "Het sleutelbestand hoort bij een andere kluis. Zet het sleutelbestand dat bij deze "
        "kluis hoort ernaast en probeer het opnieuw."
    )


class KluisOntbreekt(_Fixed):
    zin = "Op deze plaats staat geen kluis. Kies een andere plaats of maak een nieuwe kluis."


class KluisBestaatAl(_Fixed):
    zin = (
        "Op deze plaats staat al een bestand; er is niets overschreven. "
        "Open de kluis die er staat of kies een andere plaats."
    )


class LeegBestand(Beschadigd):
    zin = (
        "Het bestand op deze plaats is leeg en geen kluis. "
        "Zet een reservekopie van de kluis terug."
    )


class GeenKluis(_Fixed):
    zin = (
        "Dit bestand is geen kluis van Casusoverleg. "
        "Kies een ander bestand; er is niets veranderd."
    )


class KluisBeschadigd(Beschadigd):
    zin = (
        "De kluis is beschadigd en wordt niet gebruikt. Zet de laatste reservekopie terug; "
        "aan de wachtzin ligt het niet."
    )


class KluisNieuwer(_Fixed):
    zin = (
        "Deze kluis is gemaakt met een nieuwere versie van Casusoverleg. "
        "Werk het programma bij en open de kluis opnieuw; er is niets veranderd."
    )


class AlleenLezen(_Fixed):
    zin = (
        "Op deze plaats mag niet geschreven worden. Vraag de beheerder om schrijfrechten "
        "of kies een andere map; er is niets veranderd."
    )


class MapOntbreekt(_Fixed):
    zin = "De map voor dit bestand bestaat niet. Maak de map eerst of kies een andere plaats."


class TweedeIsEerste(_Fixed):
    zin = (
        "Hier staat de kluis zelf al. Kies een map op een andere schijf, een stick of een "
        "netwerkmap; dan is er nog een kopie als deze schijf stukgaat."
    )


class SchijfVol(_Fixed):
    zin = (
        "De schijf is vol. Wat bewaard was, is er nog; alleen deze laatste stap is niet gedaan. "
        "Maak ruimte vrij en doe hem opnieuw."
    )


class SchijfFout(_Fixed):
    zin = (
        "De schijf geeft een fout bij lezen of schrijven; deze stap is niet gedaan. Controleer "
        "de schijf of de verbinding en probeer het opnieuw. Maak een reservekopie."
    )


class Onzeker(_Fixed):
    zin = (
        "De schijf gaf een fout tijdens het bewaren en de kluis is dichtgedaan. Open de kluis "
        "opnieuw en kijk of de laatste stap erin staat."
    )


class InGebruik(_Fixed):
    zin = (
        "Deze kluis is al geopend, in een ander venster of door een ander programma. "
        "Sluit hem daar en probeer het opnieuw."
    )


class Achterhaald(_Fixed):
    zin = (
        "De gegevens zijn intussen veranderd; er is niets bewaard. Kijk opnieuw wat er staat "
        "en doe de handeling zo nodig nog eens."
    )


class WerktekstGesloten(_Fixed):
    zin = (
        "Hiervoor moet u de werktekst kunnen lezen, en dat kan uw rol niet; er is niets bewaard. "
        "Vraag de coördinator, de voorzitter of de secretaris."
    )


class WerktekstBeschadigd(Beschadigd):
    zin = (
        "Een stuk werktekst in de kluis is beschadigd of van zijn plaats gehaald en wordt niet "
        "getoond. Zet de laatste reservekopie terug; aan de wachtzin ligt het niet."
    )


class NietBewaarbaar(_Fixed):
    zin = (
        "Een tekst of getal bevat iets dat niet bewaard kan worden (een onleesbaar teken); "
        "er is niets bewaard. Typ de tekst opnieuw in plaats van hem te plakken."
    )


class KluisDicht(_Fixed):
    zin = "De kluis is dicht. Open de kluis opnieuw."


class NaamGeweigerd(_Fixed):
    zin = (
        "Deze bestandsnaam kan niet. Gebruik letters, cijfers en streepjes, zonder schuine "
        "streep en zonder punt aan het begin."
    )


class GeheugenTekort(_Fixed):
    zin = (
        "Er is te weinig geheugen vrij om de kluis te openen. Sluit andere programma's en "
        "probeer het opnieuw."
    )


class KopieOntbreekt(_Fixed):
    zin = (
        "Op deze plaats staat geen reservekopie met een sleutelbestand ernaast. Kies een andere "
        "reservekopie; er is niets veranderd."
    )


class KopieBeschadigd(Beschadigd):
    zin = (
        "Deze reservekopie is beschadigd of niet volledig en is niet gebruikt. Kies een andere "
        "reservekopie."
    )


class HerstelOnaf(_Fixed):
    zin = (
        "Het terugzetten van een reservekopie is hier niet afgemaakt. Open de kluis één keer met "
        "het programma; dan wordt het afgemaakt en kan de controle."
    )


class KopieVanAndereKluis(_Fixed):
    zin = (
        "Deze reservekopie is van een andere kluis; er is niets veranderd. Kies een reservekopie "
        "van deze kluis, of zet haar terug op een lege plaats."
    )


_BUSY, _LOCKED, _NOMEM, _READONLY, _IOERR = 5, 6, 7, 8, 10
_CORRUPT, _FULL, _CANTOPEN, _NOTADB = 11, 13, 14, 26
_SQLITE: dict[int, type[_Fixed]] = {
    _BUSY: InGebruik,
    _LOCKED: InGebruik,
    _NOMEM: GeheugenTekort,
    _READONLY: AlleenLezen,
    _IOERR: SchijfFout,
    _CORRUPT: KluisBeschadigd,
    _FULL: SchijfVol,
    _CANTOPEN: AlleenLezen,
    _NOTADB: KluisBeschadigd,
}
_ERRNO: dict[int, type[_Fixed]] = {
    errno.ENOSPC: SchijfVol,
    errno.EFBIG: SchijfVol,
    errno.EDQUOT: SchijfVol,
    errno.EACCES: AlleenLezen,
    errno.EPERM: AlleenLezen,
    errno.EROFS: AlleenLezen,
    errno.ENOENT: MapOntbreekt,
    errno.ENOTDIR: MapOntbreekt,
    errno.ENAMETOOLONG: NaamGeweigerd,
    errno.EISDIR: NaamGeweigerd,
}


def translate(fout: BaseException, largest_file: int = 0) -> OpslagFout | None:
    """The sentence for an error of SQLite or the file system; `None` when it is a bug of ours.

    SQLite calls a write past the file size limit (EFBIG) an I/O error; `largest_file`, the
    size the largest file of the vault has, tells the two apart.
    """
    if isinstance(fout, OpslagFout):
        return fout
    if isinstance(fout, dbapi2.Error):
        soort = _SQLITE.get(getattr(fout, "sqlite_errorcode", 0) & 0xFF)
        if soort is SchijfFout and _at_size_limit(largest_file):
            soort = SchijfVol
        return soort() if soort else None
    if isinstance(fout, OSError):
        return _ERRNO.get(fout.errno or 0, SchijfFout)()
    if isinstance(fout, MemoryError):
        return GeheugenTekort()
    if isinstance(fout, (UnicodeEncodeError, OverflowError)):
        return NietBewaarbaar()
    return None


def _at_size_limit(largest_file: int) -> bool:
    grens, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
    schrijfeenheid = 1 << 16
    return grens != resource.RLIM_INFINITY and largest_file + schrijfeenheid > grens


@contextmanager
def translated() -> Iterator[None]:
    """Turns errors of the environment into their `OpslagFout`; bugs pass through unchanged."""
    try:
        yield
    except Exception as fout:
        nieuw = translate(fout)
        if nieuw is None or nieuw is fout:
            raise
        raise nieuw from None
