"""The question on top, the answer under it, and the way past a secret only when there is one."""

from collections.abc import Mapping

from casus_app.domein.casus import BETROKKENE, Casus, Toestemming
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import Bespreking
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.regels.wijzer import Vraag, wijs
from ui import reading
from ui.forms.act_form import ActForm
from ui.panels import lawful
from ui.texts import day, sentence, word
from ui.widgets.layout import card
from ui.widgets.picker import Option
from ui.widgets.plain_label import PlainLabel


class AnswerForm(ActForm):
    """Everything but the answer itself is known from the card."""

    def _build(self, preset: Mapping[str, object]) -> None:
        self.question = PlainLabel(kind="heading")
        self._to = PlainLabel(kind="body")
        self._basis = PlainLabel(kind="small")
        self.paper = card(self.question, self._to, self._basis)
        self.paper.setAccessibleName(self.tr("De vraag"))
        self._layout.addWidget(self.paper)
        self.secret = PlainLabel(
            self.tr(
                "Wie antwoordt heeft een beroepsgeheim. Langs welke weg mag dit gezegd worden? "
                "Dat staat in het antwoord; vul het niet zelf in."
            ),
            kind="small",
        )
        super()._build(preset)
        self._holders["vraagkaart"].setHidden("vraagkaart" in preset)
        self._known = preset.get("vraagkaart")
        at = self._layout.indexOf(self._holders["route"])
        self._layout.insertWidget(at, self.secret)

    def values(self) -> dict[str, object]:
        """Also the card, when it is not asked."""
        known = {"vraagkaart": self._known} if getattr(self, "_known", None) else {}
        return {**known, **super().values()}

    def _kaart(self) -> Vraagkaart | None:
        return self._session.haal(Vraagkaart, str(self.values().get("vraagkaart") or ""))

    def _refresh(self) -> None:
        super()._refresh()
        kaart = self._kaart()
        self.paper.setVisible(kaart is not None)
        if kaart is not None:
            self._read(kaart)
        secret = kaart is not None and self._is_bound(kaart)
        route = self._session.catalogus.routes.get(str(self.values().get("route") or ""))
        self.secret.setVisible(secret)
        self._show("route", secret)
        self._show("toestemming", bool(secret and route and route.vereist_toestemming))
        self._show("motivering", bool(secret and route and route.vereist_motivering))

    def _read(self, kaart: Vraagkaart) -> None:
        catalogus = self._session.catalogus
        grondslag = catalogus.grondslagen[kaart.grondslag]
        over = reading.over_wie(self._session, kaart.casus, kaart.over)
        about = "" if kaart.over == BETROKKENE else self.tr(", over {who}").format(who=over)
        self.question.setText(kaart.vraag)
        self._to.setText(
            self.tr("Casus {casus}{about}. Gevraagd aan {who}, antwoord uiterlijk {day}.").format(
                casus=kaart.casus,
                about=about,
                who=reading.wie(self._session, kaart.professional),
                day=day(kaart.uiterlijk),
            )
        )
        self._basis.setText(
            f"{sentence(catalogus.categorieen[kaart.categorie].naam)} · {grondslag.naam} "
            f"({grondslag.artikel})"
        )

    def _is_bound(self, kaart: Vraagkaart) -> bool:
        soort = reading.soort_van(self._session, kaart.professional)
        return bool(soort and self._session.catalogus.vraagt_route(soort, kaart.pet))

    def _offer(self) -> None:
        super()._offer()
        kaart = self._kaart()
        punt = self._session.haal(Bespreking, kaart.overleg, kaart.casus) if kaart else None
        if kaart is None or punt is None:
            return
        weging = lawful.only_outside(punt)
        self.editors["niveau"].offer(
            [
                Option(
                    niveau.value,
                    sentence(word(niveau)),
                    self.tr("niet in een weging") if weging and niveau is Niveau.INHOUD else "",
                    not (weging and niveau is Niveau.INHOUD),
                )
                for niveau in Niveau
            ]
        )
        self.editors["route"].offer(self._routes(kaart, punt))
        self.editors["toestemming"].offer(
            [
                Option(
                    given.id,
                    f"{sentence(given.gegevens)} ({day(given.datum)})",
                    self.tr("ingetrokken") if given.ingetrokken_op else "",
                    given.ingetrokken_op is None,
                )
                for given in self._session.zoek(
                    Toestemming, casus=kaart.casus, aan=kaart.professional
                )
            ]
        )

    def _routes(self, kaart: Vraagkaart, punt: Bespreking) -> list[Option]:
        """The ways the grondslagwijzer finds for this card and who will hear the answer."""
        soort = reading.soort_van(self._session, kaart.professional)
        casus = self._session.haal(Casus, kaart.casus)
        if soort is None or casus is None:
            return []
        here = [seat.professional for seat in reading.seats(self._session, punt)]
        hear = (reading.soort_van(self._session, who) for who in here)
        niveau = self.values().get("niveau")
        wijzing = wijs(
            self._session.catalogus,
            Vraag(
                kader=casus.kader,
                soort=soort.sleutel,
                categorie=kaart.categorie,
                pet=kaart.pet,
                niveau=Niveau(niveau) if isinstance(niveau, str) else Niveau.DAT,
                bespreking=punt.soort,
                kamer=frozenset(other.sleutel for other in hear if other),
            ),
        )
        return lawful.routes(self._session, wijzing, kaart.grondslag)
