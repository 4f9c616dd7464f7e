"""The line as a conversation: a key or words come in, the next question comes out. No screen.

Nothing is kept here but the stamp; whether something may is asked of the rules.
"""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from casus_app.domein.casus import BETROKKENE
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import Bespreking
from casus_app.domein.tekst import zegt_iets
from casus_app.handelingen.inbreng import InbrengVastleggen
from ui import reading
from ui.panels import lawful
from ui.session import Session
from ui.tafel.digits import SeatDigits
from ui.tafel.invoer import offers
from ui.tafel.invoer.letters import LESS, MORE
from ui.tafel.invoer.stamp import Cap, Crumb, Phase, Stamp
from ui.tafel.seats import TableSeat
from ui.texts import sentence, word

WORDS = {Phase.REASON: "motivering", Phase.NEED: "noodzaak", Phase.TEXT: "kern"}
"""Which field of the stamp the words of a question go to."""

SHORT = 16
"""A function that is longer stands on the table and not in the crumb."""


class Stamping:
    """One per line. `said` is what the last key answered; empty when it just went on."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.punt: Bespreking | None = None
        self.seats: Sequence[TableSeat] = ()
        self.stamp = Stamp()
        self.said = ""
        self.accepted = False
        """Whether the proposed grondslag was said yes to with a key of its own."""
        self._digits = SeatDigits()
        self._need_was = ""

    # --- what there is ---

    @property
    def phase(self) -> Phase:
        """The question that is asked now."""
        return Phase(self.stamp.phase)

    @property
    def empty(self) -> bool:
        """Nothing typed that would be a pity to lose."""
        stamp = self.stamp
        return not (stamp.kern or stamp.motivering)

    def read(self, punt: Bespreking, seats: Sequence[TableSeat]) -> None:
        """The room or the rules may have changed; what was answered stays where it can."""
        self.punt = punt
        self.seats = seats
        if self.stamp.wie and self._seat(self.stamp.wie) is None:
            self.go_back_to(Phase.SPEAKER)

    def start(self, stamp: Stamp | None = None) -> None:
        """A clean line, or the one of a draft."""
        self.stamp = stamp or Stamp()
        self.said = ""
        self.accepted = False
        self._digits.forget()

    def draft(self) -> str:
        """Everything to go on with after a crash; empty when no words were typed yet."""
        return "" if self.empty else msgspec.json.encode(self.stamp).decode()

    def restore(self, text: str) -> None:
        """Goes on where one was. An answer that does not hold any more is asked again."""
        self.start(msgspec.json.decode(text, type=Stamp))
        if self.stamp.wie and self._seat(self.stamp.wie) is None:
            self.go_back_to(Phase.SPEAKER)

    def _seat(self, who: str) -> TableSeat | None:
        return next(
            (seat for seat in self.seats if seat.professional == who and seat.present), None
        )

    def question(self) -> str:
        """What is asked, and of whom; to be said aloud."""
        seat = self._seat(self.stamp.wie)
        who = f"de {seat.functie}" if seat else "de spreker"
        return {
            Phase.SPEAKER: "Wie brengt iets in? Typ het nummer van de stoel.",
            Phase.CATEGORIE: "Wat voor gegeven is het? Typ de letter.",
            Phase.ROUTE: f"Vraag aan {who}: mag u dit vertellen, en waarop?",
            Phase.REASON: f"Vraag aan {who}: waarom mag het zo? Schrijf het antwoord op.",
            Phase.NEED: "Waarom is dit nodig voor deze casus?",
            Phase.TEXT: "Kort en feitelijk: wat is er gezegd?",
        }[self.phase]

    def caps(self) -> list[Cap]:
        """The answers that a key gives here."""
        if self.punt is None:
            return []
        if self.phase is Phase.SPEAKER:
            return offers.speakers(self.seats)
        if self.phase is Phase.CATEGORIE:
            found = offers.categories(self.session, self.punt, self._proposed(self.stamp))
            return [*found, *offers.beside(self.session, self.punt, self.stamp)]
        if self.phase is Phase.ROUTE:
            return offers.ways(self.session, self.punt, self.stamp)
        return []

    def crumbs(self) -> list[Crumb]:
        """What was answered, as the way back."""
        stamp, session = self.stamp, self.session
        seat = self._seat(stamp.wie)
        made: list[Crumb] = []
        if seat is not None and self.phase > Phase.SPEAKER:
            short = seat.functie if len(seat.functie) <= SHORT else ""
            said = f"Spreker: {seat.number} {seat.functie}"
            made.append(Crumb(f"{seat.number} {short}".strip(), Phase.SPEAKER, said))
        if self.phase > Phase.CATEGORIE:
            what = offers.category_word(stamp.categorie)
            if stamp.over != BETROKKENE:
                what += f" (over: {reading.over_wie(session, self._casus, stamp.over)})"
            made.append(Crumb(what, Phase.CATEGORIE, f"Soort gegeven: {what}"))
        if self.phase > Phase.ROUTE and stamp.route:
            way = offers.way_word(session, stamp.route, stamp.toestemming)
            made.append(Crumb(way, Phase.ROUTE, f"Weg langs het geheim: {way}"))
        return made

    @property
    def _casus(self) -> str:
        return self.punt.casus if self.punt else ""

    def conditions(self) -> tuple[str, ...]:
        """What has to be true for the chosen way past a secret; to be read out."""
        route = self.session.catalogus.routes.get(self.stamp.route)
        return route.voorwaarden if route and self.phase > Phase.ROUTE else ()

    def words(self) -> str:
        """What stands in the field now."""
        return str(getattr(self.stamp, WORDS[self.phase])) if self.phase.in_words else ""

    def type_words(self, text: str) -> None:
        """What stands in the field, while somebody types."""
        if self.phase.in_words:
            self.stamp = replace(self.stamp, **{WORDS[self.phase]: text})

    # --- keys ---

    def press(self, sign: str) -> Cap | None:
        """A key where keys are answers; gives what else it means, for who does that."""
        self.said = ""
        sign = sign.casefold()
        if sign.isdecimal() and self.phase in {Phase.SPEAKER, Phase.CATEGORIE}:
            self._number(sign)
            return None
        self._digits.forget()
        if self.phase is Phase.CATEGORIE and sign in {LESS, MORE}:
            self.shift_niveau(1 if sign == LESS else -1)
            return None
        cap = next((cap for cap in self.caps() if cap.key == sign), None)
        if cap is None:
            self.said = f"Met '{sign}' gebeurt hier niets."
            return None
        return self.choose(cap)

    def choose(self, cap: Cap) -> Cap | None:
        """An answer, by key or by mouse."""
        self.said = ""
        if not cap.possible:
            self.said = f"{sentence(cap.text)}: {cap.note}"
        elif cap.quiet:
            return cap
        elif self.phase is Phase.SPEAKER:
            self.choose_speaker(cap.value)
        elif self.phase is Phase.CATEGORIE:
            self._choose_categorie(cap.value)
        elif self.phase is Phase.ROUTE:
            route, _, toestemming = cap.value.partition(" ")
            self._choose_way(route, toestemming or None)
        return None

    def _number(self, digit: str) -> None:
        """A seat; with ten or more a second digit right after the first belongs to it."""
        numbers = [seat.number for seat in self.seats]
        number = self._digits.wanted(int(digit), numbers)
        seat = next((seat for seat in self.seats if seat.number == number), None)
        if seat is None:
            self.said = f"Er is geen stoel {number}."
        elif not seat.present:
            self.said = f"{number} {seat.functie} is niet in de kamer. Laat die eerst binnen."
        else:
            self.choose_speaker(seat.professional)
        self.said = f"{self.said} {self._digits.hint(numbers)}".strip()

    def choose_speaker(self, who: str) -> None:
        """Somebody has the floor; words that were already typed go along."""
        same = who == self.stamp.wie
        if not same or self.phase <= Phase.CATEGORIE:
            kept = self.stamp if same else Stamp(kern=self.stamp.kern)
            phase = Phase.CATEGORIE if who else Phase.SPEAKER
            self.stamp = self._proposed(replace(kept, wie=who, phase=phase))

    def _proposed(self, stamp: Stamp) -> Stamp:
        """How much is said, and why it is needed: proposed, seen, and to be changed."""
        if self.punt is None:
            return stamp
        niveaus = lawful.niveaus(self.session, self.punt)
        niveau = stamp.niveau or (niveaus[0] if niveaus else Niveau.DAT)
        need = stamp.noodzaak or offers.need_of(self.session, self.punt, stamp.wie)
        return replace(stamp, niveau=str(niveau), noodzaak=need)

    def _choose_categorie(self, key: str) -> None:
        if self.punt is None:
            return
        stamp = self._proposed(replace(self.stamp, categorie=key, route="", toestemming=None))
        found = offers.bases(self.session, self.punt, stamp)
        if found:
            self.accepted = False
            self._rest_on(replace(stamp, grondslag=found[0]))

    def _rest_on(self, stamp: Stamp) -> None:
        """With this grondslag: on to the way past the secret, or to the words."""
        if self.punt is None:
            return
        act = offers.as_act(self.session, self.punt, stamp)
        wijzing = lawful.asked(self.session, self.punt, act)
        if wijzing is not None and offers.asks_route(wijzing, stamp.grondslag):
            self.stamp = replace(stamp, phase=Phase.ROUTE)
        else:
            self.stamp = replace(stamp, route="", toestemming=None, phase=Phase.TEXT)

    def _choose_way(self, route: str, toestemming: str | None) -> None:
        found = self.session.catalogus.routes[route]
        phase = Phase.REASON if found.vereist_motivering else Phase.TEXT
        self.stamp = replace(self.stamp, route=route, toestemming=toestemming, phase=phase)
        if not found.vereist_motivering:
            self.stamp = replace(self.stamp, motivering="")

    # --- changing what was proposed ---

    def niveaus(self) -> list[Niveau]:
        """How much may be said here, the most first."""
        return lawful.niveaus(self.session, self.punt) if self.punt else []

    def shift_niveau(self, by: int) -> None:
        """Less or more is said."""
        found = [str(niveau) for niveau in self.niveaus()]
        if self.stamp.niveau in found:
            index = found.index(self.stamp.niveau) + by
            if 0 <= index < len(found):
                self.set_niveau(found[index])
        self.said = sentence(word(Niveau(self.stamp.niveau))) if self.stamp.niveau else ""

    def set_niveau(self, niveau: str) -> None:
        """How much is said."""
        self.stamp = replace(self.stamp, niveau=niveau)

    def bases(self) -> list[str]:
        """The lawful grondslagen for this gegeven, the proposed one first."""
        return offers.bases(self.session, self.punt, self.stamp) if self.punt else []

    def shift_base(self, by: int) -> None:
        """The next lawful grondslag."""
        found = self.bases()
        asked = self.phase in {Phase.ROUTE, Phase.TEXT}
        if asked and len(found) > 1 and self.stamp.grondslag in found:
            self.set_base(found[(found.index(self.stamp.grondslag) + by) % len(found)])
            self.said = offers.base_name(self.session, self.stamp.grondslag)

    def set_base(self, grondslag: str) -> None:
        """Another grondslag may ask for a way past a secret."""
        self.accepted = True
        if grondslag != self.stamp.grondslag:
            self._rest_on(replace(self.stamp, grondslag=grondslag))

    def turn_person(self) -> None:
        """About the next person: betrokkene, then the kring, and round again."""
        if self.punt is None:
            return
        people = offers.persons(self.session, self.punt)
        at = people.index(self.stamp.over) if self.stamp.over in people else -1
        self.set_person(people[(at + 1) % len(people)])
        self.said = f"Over: {reading.over_wie(self.session, self._casus, self.stamp.over)}"

    def set_person(self, key: str) -> None:
        """About whom; a consent may not cover somebody else, so the way is asked again."""
        if key == self.stamp.over:
            return
        self.stamp = replace(self.stamp, over=key)
        if self.stamp.toestemming and self.phase > Phase.ROUTE:
            self.stamp = replace(self.stamp, toestemming=None, route="", phase=Phase.ROUTE)

    def change_need(self) -> None:
        """To the words that say why it is needed; Enter goes back to what is said."""
        if self.phase is Phase.TEXT:
            self.said = ""
            self._need_was = self.stamp.noodzaak
            self.stamp = replace(self.stamp, phase=Phase.NEED)
        elif self.phase is not Phase.NEED:
            self.said = "Antwoord eerst; daarna kunt u zeggen waarom het nodig is."

    def leave_need(self) -> None:
        """Back to what is said, with the need as it was."""
        self.said = ""
        need = self._need_was or self.stamp.noodzaak
        self.stamp = replace(self.stamp, noodzaak=need, phase=Phase.TEXT)

    # --- on and back ---

    def enter(self) -> InbrengVastleggen | None:
        """Enter: on to the next question, or the whole contribution when all is answered."""
        self.said = ""
        self._digits.forget()
        if not self.phase.in_words:
            self.said = self.question()
            return None
        if self.phase is not Phase.TEXT:
            if zegt_iets(self.words()):
                self.stamp = replace(self.stamp, phase=Phase.TEXT)
                self.accepted = True
            else:
                self.said = self.question()
            return None
        if zegt_iets(self.stamp.kern) and self.punt is not None:
            return offers.as_act(self.session, self.punt, self.stamp)
        if self.accepted:
            self.said = self.question()
        self.accepted = True
        return None

    def back(self) -> None:
        """One question back; the words that were typed come back when one gets there again."""
        self.said = ""
        self._digits.forget()
        order = [Phase.SPEAKER, Phase.CATEGORIE]
        if self.stamp.route or self.phase is Phase.ROUTE:
            order.append(Phase.ROUTE)
        if self.stamp.motivering or self.phase is Phase.REASON:
            order.append(Phase.REASON)
        before = [phase for phase in order if phase < self.phase]
        if self.phase is Phase.NEED:
            before = [Phase.TEXT]
        if before:
            self.go_back_to(before[-1])

    def go_back_to(self, phase: Phase) -> None:
        """To a question that was answered; what came after it is asked again."""
        stamp = replace(self.stamp, phase=phase)
        if phase <= Phase.ROUTE:
            stamp = replace(stamp, route="", toestemming=None)
        if phase <= Phase.CATEGORIE:
            stamp = replace(stamp, categorie="", grondslag="")
        if phase is Phase.SPEAKER:
            stamp = Stamp(kern=stamp.kern, motivering=stamp.motivering)
        self.stamp = stamp

    def done(self) -> None:
        """On the table; the same person still has the floor."""
        who = self.stamp.wie
        self.start()
        self.choose_speaker(who)

    def objection(self) -> str:
        """What would stop it now, before anybody presses Enter; empty when nothing would."""
        if self.phase is not Phase.TEXT or self.punt is None:
            return ""
        act = offers.as_act(self.session, self.punt, replace(self.stamp, kern="…"))
        refusal = self.session.objection(act)
        return refusal.melding if refusal else ""
