"""The order as somebody is making it: a draft, pins and availability, until an act keeps it."""

from typing import TYPE_CHECKING

from casus_app.handelingen.volgorde import (
    OverlegOrdenen,
    OverlegPauzeren,
    VastePlek,
    VensterVorm,
)
from ui.tafelindeling.plan import Plan, Punt
from ui.texts import clock

if TYPE_CHECKING:
    from casus_app.domein.tafelorde import Venster


class Arrangement:
    """Changes nothing in the kluis; it only knows which act would.

    Pins and availability live as long as the page shows this overleg: the kluis has no place for
    them yet.
    """

    def __init__(self, overleg: str, plan: Plan) -> None:
        self.overleg = overleg
        self.plan = plan
        self.draft: tuple[str, ...] | None = None
        self.pins: set[str] = set()
        self.windows: dict[str, Venster] = {}
        self.casus = plan.codes[0] if plan.codes else ""
        self.mens = plan.mensen[0].id if plan.mensen else ""

    @property
    def shown(self) -> Plan:
        """The plan in the order of the draft."""
        return self.plan if self.draft is None else self.plan.in_order(self.draft)

    @property
    def place(self) -> int:
        """Where the chosen casus stands, from 1; 0 when there is none."""
        codes = self.shown.codes
        return codes.index(self.casus) + 1 if self.casus in codes else 0

    def read_again(self, plan: Plan) -> None:
        """The kluis changed: what is still about something stays, the draft if the order did."""
        if plan.codes != self.plan.codes:
            self.draft = None
        self.plan = plan
        mensen = [mens.id for mens in plan.mensen]
        self.pins &= set(plan.codes)
        self.windows = {wie: venster for wie, venster in self.windows.items() if wie in mensen}
        if self.casus not in plan.codes:
            self.casus = plan.codes[0] if plan.codes else ""
        if self.mens not in mensen:
            self.mens = mensen[0] if mensen else ""

    def punt(self, casus: str) -> Punt | None:
        """The casus with this code."""
        return next((punt for punt in self.plan.punten if punt.casus == casus), None)

    def moves(self, casus: str) -> bool:
        """Whether it can still go elsewhere."""
        punt = self.punt(casus)
        return punt is not None and punt.moves

    def held(self) -> set[str]:
        """What stays where it is: pinned, or at the table already."""
        return self.pins | {punt.casus for punt in self.plan.punten if not punt.moves}

    def choose_next(self, step: int) -> None:
        """The casus before or after the chosen one."""
        codes = self.shown.codes
        if codes:
            self.casus = codes[min(max(self.place - 1 + step, 0), len(codes) - 1)]

    def choose_next_mens(self, step: int) -> None:
        """The row above or below."""
        ids = [mens.id for mens in self.plan.mensen]
        if ids:
            self.mens = ids[min(max(ids.index(self.mens) + step, 0), len(ids) - 1)]

    def move(self, casus: str, place: int) -> bool:
        """Puts a casus on this place in the draft, the others around it; held ones stay."""
        if not self.moves(casus):
            return False
        before = self.shown.codes
        wanted = _moved(before, casus, place, self.held() - {casus})
        if wanted == before:
            return False
        self.draft = None if wanted == self.plan.codes else wanted
        return True

    def step(self, step: int) -> bool:
        """One place to the left or the right, past what is held."""
        codes = self.shown.codes
        place = self.place + step
        stays = self.held() - {self.casus}
        while 1 <= place <= len(codes) and codes[place - 1] in stays:
            place += step
        return 1 <= place <= len(codes) and self.move(self.casus, place)

    def forget_draft(self) -> None:
        """Back to what is in the kluis."""
        self.draft = None

    def toggle_pin(self) -> bool:
        """Holds the chosen casus on its place, or lets go of it; says whether it is held now."""
        self.pins ^= {self.casus}
        return self.casus in self.pins

    def pause(self, place: int, minutes: int) -> OverlegPauzeren:
        """The act that makes a pause after the casus on this place, or takes it away."""
        plek = self.plan.punten[place - 1].plek
        return OverlegPauzeren(overleg=self.overleg, plek=plek, minuten=minutes)

    def keep(self) -> OverlegOrdenen:
        """The act that makes exactly the shown order."""
        return self._act(set(self.plan.codes))

    def shortest(self) -> OverlegOrdenen:
        """The act that looks for the least waiting, with pins and availability."""
        return self._act(self.pins)

    def _act(self, fixed: set[str]) -> OverlegOrdenen:
        return OverlegOrdenen(
            overleg=self.overleg,
            beschikbaar={
                wie: VensterVorm(van=_written(venster.van), tot=_written(venster.tot))
                for wie, venster in self.windows.items()
            },
            vast=tuple(
                VastePlek(casus=code, plek=place)
                for place, code in enumerate(self.shown.codes, start=1)
                if code in fixed
            ),
        )


def _moved(codes: tuple[str, ...], casus: str, place: int, stays: set[str]) -> tuple[str, ...]:
    if codes[place - 1] in stays:
        return codes
    flow = iter([code for code in codes if code not in stays and code != casus])
    return tuple(
        casus if number == place else code if code in stays else next(flow)
        for number, code in enumerate(codes, start=1)
    )


def _written(minutes: int | None) -> str | None:
    return None if minutes is None else clock(minutes)
