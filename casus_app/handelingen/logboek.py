"""Het logboek lezen en meegeven; wie dat doet staat er daarna zelf in (NEN 7513)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.instelling import Instelling
from casus_app.handelingen.kern import Antwoord, Handeling, schermhandeling
from casus_app.lijsten import logboek as lijst
from casus_app.opmaak import Opdruk, Tekststuk
from casus_app.poorten import BewaardeRegel, Logzeef, Opslag
from casus_app.regels.logboek import zeef
from casus_app.weigeringen import ongeldig

GETOOND = 50
"""Zoveel regels staan er in het antwoord; een bladzij leest zelf verder."""
UITGEVOERD_HOOGSTENS = 100_000
"""Zoveel regels passen er in één bestand dat een ander programma nog opent."""


class _Gezocht(Handeling, frozen=True, kw_only=True):
    """Welke regels; leeg laat alles door."""

    handeling: str = ""
    gebruikersrol: str = ""
    casus: str = ""
    uitkomst: str = ""
    vanaf: date | None = None
    tot_en_met: date | None = None

    def zeef(self, opslag: Opslag) -> Logzeef:
        """De zeef van deze velden. Weigert met `ongeldig`."""
        gezocht = zeef(
            handeling=self.handeling,
            rol=self.gebruikersrol,
            uitkomst=self.uitkomst,
            vanaf=self.vanaf,
            tot_en_met=self.tot_en_met,
        )
        over = opslag.pseudoniem("casus", self.casus) if self.casus else ""
        return replace(gezocht, pseudoniem=over)

    def regels(self, blad: Blad) -> Iterator[BewaardeRegel]:
        """De regels, nieuwste eerst, als de rol ze mag zien."""
        gezocht = self.zeef(blad.opslag)
        if self.casus:
            blad.casus(self.casus)
        blad.toets_rol()
        return blad.opslag.logregels(gezocht)


@schermhandeling
class LogboekInzien(_Gezocht, frozen=True, kw_only=True):
    """De nieuwste regels die gezocht worden."""

    NAAM: ClassVar[str] = "logboek.inzien"

    def voer_uit(self, blad: Blad) -> Antwoord:
        gevonden = islice(self.regels(blad), GETOOND)
        return {"logregels": [lijst.als_velden(regel) for regel in gevonden]}


@schermhandeling
class LogboekUitvoeren(_Gezocht, frozen=True, kw_only=True):
    """De gezochte regels in een bestand: JSON met de veldnamen van NEN 7513, of CSV."""

    NAAM: ClassVar[str] = "logboek.uitvoeren"
    vorm: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        maak = _VORMEN.get(self.vorm)
        if maak is None:
            raise ongeldig("Deze vorm kan niet. Kies JSON of CSV.", "vorm")
        huis = blad.instelling()
        regels = list(islice(self.regels(blad), UITGEVOERD_HOOGSTENS + 1))
        if len(regels) > UITGEVOERD_HOOGSTENS:
            raise ongeldig(
                f"Dit zijn meer dan {UITGEVOERD_HOOGSTENS:_} regels. Kies een kortere periode "
                "en maak meer bestanden.".replace("_", "."),
                "vanaf",
            )
        regels.reverse()
        namen = blad.geef_uit(partial(maak, huis, regels))
        return {"bestanden": namen, "aantal_regels": len(regels)}


_Maker = Callable[[Instelling, Sequence[BewaardeRegel], Opdruk], Tekststuk]
_VORMEN: dict[str, _Maker] = {"json": lijst.als_json, "csv": lijst.als_csv}
