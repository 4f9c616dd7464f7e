"""De tweede handtekening onder een vastgesteld overleg."""

from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.overleg import Overleg
from casus_app.handelingen.kern import Antwoord, Handeling, schermhandeling
from casus_app.poorten import Ondertekening
from casus_app.regels.vaststelling import onderdelen, tekenstand
from casus_app.weigeringen import ongeldig


@schermhandeling
class OverlegOndertekenen(Handeling, frozen=True, kw_only=True):
    """De ander van voorzitter en coördinator zegt: dit is vastgesteld.

    Wie vaststelt ondertekent meteen. In een oefenkluis mag één mens beide rollen spelen.
    """

    NAAM: ClassVar[str] = "overleg.ondertekenen"
    overleg: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        blad.toets_rol()
        stand = tekenstand(blad.opslag, overleg)
        if stand is None:
            raise ongeldig("Dit overleg is nog niet vastgesteld. Stel het eerst vast.", "overleg")
        if not stand.klopt:
            raise ongeldig(stand.zin, "overleg")
        if any(een.rol == blad.gebruiker.rol for een in stand.handtekeningen):
            raise ongeldig("Uw rol heeft dit overleg al ondertekend.", "overleg")
        if not blad.oefening and any(een.eigen for een in stand.handtekeningen):
            raise ongeldig(
                "U hebt dit overleg al ondertekend. De tweede handtekening is van een ander.",
                "overleg",
            )
        blad.ondertekening = Ondertekening(overleg.id, onderdelen(blad.opslag, overleg.id))
        return {}
