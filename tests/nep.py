"""Nagemaakte buitenkanten voor de toetsen: een opslag in het geheugen en een stilstaande klok."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from casus_app.domein.klad import Klad
from casus_app.domein.toegang import (
    HerstelErbij,
    Sleutelwerk,
    SlotErbij,
    SlotHersteld,
    SlotRol,
    Slotsoort,
    SlotWachtzin,
    SlotWeg,
    Toegang,
)
from casus_app.domein.waarde import W, Waarde, sleutel_van
from casus_app.domein.werktekst import VELDEN
from casus_app.fouten import OpslagFout
from casus_app.poorten import (
    ALLES,
    BewaardeRegel,
    Handtekening,
    Kluisstaat,
    Logregel,
    Logstand,
    Logzeef,
    Meld,
    Ondertekening,
    Reservebericht,
    Vaststelling,
    Voortgang,
    Wijziging,
    Zegelplaats,
)


@dataclass
class GeheugenOpslag:
    """Doet wat de poort belooft, zonder schijf: alles of niets, in volgorde van ontstaan."""

    waarden: dict[type, dict[tuple[str, ...], object]] = field(default_factory=dict)
    regels: list[Logregel] = field(default_factory=list)
    getekend: list[tuple[Logregel, Ondertekening]] = field(default_factory=list)
    toegangen: list[Toegang] = field(default_factory=list)
    wie: str = ""
    """Het slot van wie de kluis opende."""
    gedaan: list[Sleutelwerk] = field(default_factory=list)

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        return self.waarden.get(soort, {}).get(sleutel)  # type: ignore[return-value]

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        if waar.keys() & set(VELDEN.get(soort, ())):
            raise TypeError("op werktekst kan niet gezocht worden: zij is verzegeld")
        return tuple(
            waarde  # type: ignore[misc]
            for waarde in self.waarden.get(soort, {}).values()
            if all(getattr(waarde, veld) == eis for veld, eis in waar.items())
        )

    def slot(self) -> Toegang | None:
        return next((slot for slot in self.toegangen if slot.id == self.wie), None)

    def sloten(self) -> tuple[Toegang, ...]:
        return tuple(self.toegangen)

    def leg_vast(
        self,
        wijzigingen: Sequence[Wijziging[Waarde]],
        regel: Logregel,
        *,
        grondig: bool = False,
        werk: Sleutelwerk | None = None,
        ondertekening: Ondertekening | None = None,
    ) -> str:
        if ondertekening is not None:
            self.getekend.append((regel, ondertekening))
        if werk is not None:
            self._doe(werk)
        for wijziging in wijzigingen:
            waarde = wijziging.na if wijziging.na is not None else wijziging.voor
            assert waarde is not None, "een wijziging van niets naar niets"
            plank = self.waarden.setdefault(type(waarde), {})
            sleutel = sleutel_van(waarde)
            assert plank.get(sleutel) == wijziging.voor, "het was al anders"
            if wijziging.na is None:
                del plank[sleutel]
            else:
                plank[sleutel] = wijziging.na
        self.regels.append(regel)
        return self.laatste_zegel()

    def _doe(self, werk: Sleutelwerk) -> None:
        """Zoals de echte met de sloten omgaat, zonder sleutels."""
        self.gedaan.append(werk)
        if isinstance(werk, SlotErbij):
            erbij = Toegang(
                id=werk.id, naam=werk.naam, rol=werk.rol, moet_wisselen=werk.moet_wisselen
            )
            self.toegangen.append(erbij)
        elif isinstance(werk, HerstelErbij):
            self.toegangen.append(
                Toegang(id=werk.id, naam="", rol="beheerder", soort=Slotsoort.HERSTEL)
            )
        elif isinstance(werk, SlotWeg):
            self.toegangen = [slot for slot in self.toegangen if slot.id != werk.id]
        elif isinstance(werk, SlotRol):
            self._anders(werk.id, rol=werk.rol)
        elif isinstance(werk, SlotWachtzin | SlotHersteld):
            self._anders(werk.id, moet_wisselen=False)
        else:
            self.toegangen = [
                slot
                for slot in self.toegangen
                if slot.soort is Slotsoort.WACHTZIN or slot.id == werk.id
            ]

    def _anders(self, id: str, **velden: Any) -> None:
        self.toegangen = [
            replace(slot, **velden) if slot.id == id else slot for slot in self.toegangen
        ]

    def vaststelling(self, nu: Ondertekening) -> Vaststelling:
        eronder = [een for een in self.getekend if een[1].overleg == nu.overleg]
        if not eronder:
            return Vaststelling((), 0, 0)
        toen, er = _delen(eronder[0][1]), _delen(nu)
        gezet = tuple(
            Handtekening(str(regel.rol), regel.gebruiker, geldig=True, eigen=False)
            for regel, _ in eronder
        )
        return Vaststelling(gezet, len(er - toen), len(toen - er))

    def bewaar_klad(self, klad: Klad) -> None:
        plank = self.waarden.setdefault(Klad, {})
        if klad.tekst:
            plank[sleutel_van(klad)] = klad
        else:
            plank.pop(sleutel_van(klad), None)

    def laatste_zegel(self) -> str:
        return hashlib.sha256(repr(self.regels[-1:]).encode()).hexdigest()

    def sluit(self) -> None:
        self.waarden.clear()

    def controleer_logboek(self) -> Logstand:
        return Logstand(True, len(self.regels), self.laatste_zegel())

    def loop_logboek_na(self, meld: Voortgang) -> Logstand | None:
        alle = len(self.regels)
        gaat_door = meld(0, alle) and meld(alle, alle)
        return self.controleer_logboek() if gaat_door else None

    def logregels(
        self, zeef: Logzeef = ALLES, *, voor: int | None = None
    ) -> Iterator[BewaardeRegel]:
        for nr in range(min(len(self.regels), (voor or 1 << 30) - 1), 0, -1):
            regel = self._bewaard(nr, self.regels[nr - 1])
            if _komt_door(zeef, regel):
                yield regel

    def _bewaard(self, nr: int, regel: Logregel) -> BewaardeRegel:
        onderwerp = regel.onderwerp
        return BewaardeRegel(
            nr=nr,
            moment=regel.moment,
            gebruiker=regel.gebruiker,
            rol=str(regel.rol),
            handeling=regel.handeling,
            uitkomst=regel.uitkomst,
            code=str(regel.code),
            soort=onderwerp[0] if onderwerp else None,
            pseudoniem=self.pseudoniem(*onderwerp) if onderwerp else None,
            aantal=regel.aantal,
        )

    def pseudoniem(self, soort: str, sleutel: str) -> str:
        return hashlib.sha256(f"{soort}|{sleutel}".encode()).hexdigest()[:16]


def _delen(getekend: Ondertekening) -> set[tuple[str, str]]:
    return {(casus, deel) for casus, delen in getekend.onderdelen.items() for deel in delen}


def _komt_door(zeef: Logzeef, regel: BewaardeRegel) -> bool:
    return (
        zeef.handeling in {"", regel.handeling}
        and zeef.rol in {"", regel.rol}
        and zeef.pseudoniem in {"", regel.pseudoniem}
        and (zeef.van is None or regel.moment >= zeef.van)
        and (zeef.tot is None or regel.moment < zeef.tot)
        and zeef.uitkomst in {"", regel.uitkomst}
    )


@dataclass
class StilleKlok:
    """Het is altijd half tien op dezelfde dag, tot een toets hem verzet."""

    dag: date = date(2026, 11, 24)

    def vandaag(self) -> date:
        return self.dag

    def nu(self) -> datetime:
        return datetime.combine(self.dag, time(9, 30), UTC)


class NepBeheer:
    """De kluis als geheel, zonder schijf: onthoudt wat er gevraagd werd."""

    def __init__(self, opslag: GeheugenOpslag, stand: Kluisstaat | None = None) -> None:
        self.opslag = opslag
        self.stand = stand or Kluisstaat(plaats=Path("/huis/kluis.db.reserve"))
        self.bericht = Reservebericht(gelukt=True, zin="Reservekopie gemaakt.", regels=3)
        self.zegels: dict[str, Zegelplaats] = {}
        self.wachtzin = "een wachtzin om mee te toetsen"
        self.gedaan: list[str] = []
        self.gekozen: list[str] = []
        self.aanvaard: list[tuple[Sequence[Wijziging[Any]], Logregel]] = []

    def staat(self) -> Kluisstaat:
        return self.stand

    def laatste_kopie(self) -> datetime | None:
        return self.stand.kopieen[0].moment if self.stand.kopieen else None

    def maak_kopie(self, nu: datetime, meld: Meld) -> Reservebericht:
        self.gedaan.append("maken")
        meld(50, 100)
        return self.bericht

    def beproef_kopie(self, meld: Meld) -> Reservebericht:
        self.gedaan.append("beproeven")
        return self.bericht

    def kies_tweede(
        self, map_: str, wijzigingen: Sequence[Wijziging[Any]], regel: Logregel
    ) -> None:
        self.gedaan.append("tweede")
        self.gekozen.append(map_)
        tweede = Path(map_) if map_ else None
        self.stand = replace(self.stand, tweede=tweede, tweede_er=tweede is not None)
        self.opslag.leg_vast(wijzigingen, regel)

    def aanvaard_anker(self, wijzigingen: Sequence[Wijziging[Any]], regel: Logregel) -> None:
        self.gedaan.append("aanvaarden")
        self.aanvaard.append((wijzigingen, regel))
        self.stand = replace(self.stand, melding="")
        self.opslag.leg_vast(wijzigingen, regel)

    def toets_wachtzin(self, wachtzin: str) -> None:
        self.gedaan.append("toetsen")
        if wachtzin != self.wachtzin:
            raise OpslagFout("Deze wachtzin past niet op deze kluis.")

    def zoek_zegel(self, zegel: str) -> Zegelplaats | None:
        self.gedaan.append("zoeken")
        return self.zegels.get(zegel)
