"""Wie de kluis kan openen, and the envelope for when nobody can any more."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.toegang import Slotsoort, Toegang, Vertrokkene
from casus_app.opmaak.woorden import TIJDZONE
from casus_app.poorten import Logzeef
from casus_app.regels.herstel import Herstelstand, envelop
from casus_app.rollen import Gebruikersrol
from ui.desk import Desk
from ui.texts import day, sentence, word
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import card, empty, holder, vertical
from ui.widgets.plain_label import PlainLabel, Tone


def role_word(rol: str) -> str:
    """How people call it; a role this version does not know by its own name."""
    return sentence(word(Gebruikersrol(rol)) if rol in set(Gebruikersrol) else rol)


def user_word(slot: Toegang) -> str:
    """The short name; the first user of an older kluis has only a role."""
    return slot.naam or role_word(slot.rol)


class Users(QWidget):
    """A line for each, with what one may do about it; nobody can remove oneself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._people, self._envelope = vertical(gap=12), vertical(gap=8)
        admit = button(self.tr("Iemand t&oelaten…"), self._opens("gebruiker.toelaten"))
        own = button(self.tr("&Mijn wachtzin wijzigen…"), self._opens("wachtzin.wijzigen"))
        ways = [admit, own] if self._session.may("gebruiker.toelaten") else [own]
        explain = self.tr(
            "Ieder opent de kluis met een eigen wachtzin. De rol staat in het slot en is bij het "
            "openen niet te kiezen."
        )
        people = card(
            PlainLabel(explain, kind="soft"),
            holder(self._people),
            Line(*ways),
            title=self.tr("Wie kan de kluis openen"),
        )
        self.envelope_card = self._envelope_card()
        self.setLayout(vertical(people, self.envelope_card, gap=16))

    def _envelope_card(self) -> QFrame:
        made = card(holder(self._envelope), title=self.tr("De envelop"))
        if self._session.oefening or not self._session.may("herstelsleutel.maken"):
            made.hide()
        return made

    def _opens(self, handeling: str) -> Callable[[], object]:
        return partial(self._desk.open_act, handeling)

    def show_users(self) -> None:
        """Who there are now, and how it stands with the envelope."""
        empty(self._people)
        opslag = self._session.werkbank.opslag
        own = opslag.slot()
        for slot in opslag.sloten():
            if slot.soort is Slotsoort.WACHTZIN:
                self._people.addWidget(self._row(slot, own=own is not None and own.id == slot.id))
        for gone in self._session.zoek(Vertrokkene):
            text = self.tr("{who}, {role}: eruit sinds {day}").format(
                who=gone.naam, role=role_word(gone.rol).lower(), day=day(gone.op)
            )
            self._people.addWidget(PlainLabel(text, kind="small"))
        self._show_envelope()

    def _row(self, slot: Toegang, *, own: bool) -> QWidget:
        name = user_word(slot)
        title = self.tr("{who} (dat bent u)").format(who=name) if own else name
        parts: list[QWidget] = [
            PlainLabel(title, kind="strong"),
            PlainLabel(" · ".join([role_word(slot.rol), *self._since(slot)]), kind="soft"),
        ]
        if self._session.may("gebruiker.verwijderen") and not own:
            known = {"gebruiker": slot.id}
            role = button(
                self.tr("Andere rol…"),
                partial(self._desk.open_act, "gebruiker.rol-wijzigen", known),
                name=self.tr("{who} een andere rol geven").format(who=name),
            )
            remove = button(
                self.tr("Verwijderen…"),
                partial(self._desk.open_act, "gebruiker.verwijderen", known),
                name=self.tr("{who} verwijderen").format(who=name),
            )
            parts.append(Line(role, remove))
        return holder(vertical(*parts, gap=4))

    def _since(self, slot: Toegang) -> list[str]:
        """What the logboek says about it: since when, and whether a passphrase is to be chosen."""
        opslag = self._session.werkbank.opslag
        about = Logzeef(
            handeling="gebruiker.toelaten", pseudoniem=opslag.pseudoniem("gebruiker", slot.id)
        )
        admitted = next(opslag.logregels(about), None)
        said = []
        if admitted is not None:
            since = day(admitted.moment.astimezone(TIJDZONE).date())
            said.append(self.tr("sinds {day}").format(day=since))
        if slot.moet_wisselen:
            said.append(self.tr("kiest bij het eerste openen een eigen wachtzin"))
        return said

    def _show_envelope(self) -> None:
        empty(self._envelope)
        found = envelop(self._session.werkbank.opslag, self._session.vandaag())
        good = found.stand is Herstelstand.GOED
        tone: Tone = "good" if good else "warn"
        self._envelope.addWidget(PlainLabel(f"{'✓' if good else '▲'} {found.zin}", tone=tone))
        if found.sleutel is not None and found.sleutel.beproefd_op is not None:
            tried = self.tr("Laatst overgetypt op {day}.").format(
                day=day(found.sleutel.beproefd_op)
            )
            self._envelope.addWidget(PlainLabel(tried, kind="soft"))
        make = button(self.tr("Her&stelsleutel maken…"), self._opens("herstelsleutel.maken"))
        ways = [make]
        if found.stand is not Herstelstand.GEEN:
            name = self.tr("Herstelsleutel overtypen…")
            ways.append(button(name, self._opens("herstelsleutel.beproeven")))
        self._envelope.addWidget(Line(*ways))
