"""What is said at the matrix, as acts; taking back one release says the others again."""

from collections.abc import Iterable

from casus_app.domein.inbreng import Meeneming
from casus_app.handelingen.inbreng import MeenemenNiemand, MeenemenToestaan
from casus_app.weigeringen import Code
from ui import reading
from ui.desk import Desk
from ui.tafel.meenemen.matrix import Row
from ui.widgets.notice import Notice


class Saying:
    """Every word is that of who brought it in; the rules refuse any other."""

    def __init__(self, desk: Desk, notice: Notice) -> None:
        self._desk = desk
        self._session = desk.session
        self._notice = notice

    def nobody(self, row: Row) -> bool:
        """The owner said: this stays here."""
        return self._desk.perform(
            MeenemenNiemand(inbreng=row.inbreng, door=row.owner), self._notice
        )

    def allow(self, row: Row, mee: Meeneming) -> bool:
        """The owner said: this person may take it along, for this afspraak."""
        return self._desk.perform(_allowing(row, mee), self._notice)

    def again(self, row: Row, wanted: Iterable[Meeneming], without: str) -> bool:
        """There is no half word: the row goes back to nobody, and what is wanted is said again.

        `without` is whose release changes. Nothing happens when another would be lost by it:
        somebody who has left the room meanwhile cannot be given it again.
        """
        wanted = list(wanted)
        for mee in wanted:
            refusal = self._session.objection(_allowing(row, mee))
            there = refusal is None or refusal.code is Code.BESTAAT_AL
            if not there and mee.ontvanger != without:
                who = reading.functie(self._session, mee.ontvanger)
                self._notice.say(
                    f"Dit kan nu niet: dan zou ook de toestemming voor {who} weg zijn, en die is "
                    "nu niet opnieuw te geven. Laat die persoon eerst binnen.",
                    tone="warn",
                )
                return False
        if not self.nobody(row):
            return False
        said = [self.allow(row, mee) for mee in wanted]
        return all(said)


def _allowing(row: Row, mee: Meeneming) -> MeenemenToestaan:
    return MeenemenToestaan(
        inbreng=row.inbreng,
        door=row.owner,
        ontvanger=mee.ontvanger,
        afspraak=mee.afspraak,
        voorwaarden=mee.voorwaarden,
        bewaren_tot=mee.bewaren_tot,
    )
