"""Een vraagkaart stellen en het antwoord overnemen, zoals een coördinator dat doet."""

import pytest

from casus_app.domein.inbreng import Inbreng
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.handelingen.aanmelding import BetrokkeneInformeren
from casus_app.weigeringen import UITLEG, Code
from tests.ui.kijken import Kijker
from ui.rendering.vraagkaart import QUESTION, ask
from ui.vraagkaart.answer_form import AnswerForm

DAT = "Alleen dat iemand bekend is"


def stel(kijker: Kijker, *, geheim: bool) -> Vraagkaart:
    """Legt een kaart neer bij iemand zonder stoel, met of zonder beroepsgeheim."""
    kaart = ask(kijker.sessie, secret=geheim)
    assert kaart is not None
    return kaart


def informeer(kijker: Kijker, casus: str) -> None:
    """De betrokkene weet van de bespreking; eerder mag er niets gedeeld worden."""
    vandaag = kijker.sessie.vandaag()
    assert kijker.sessie.perform(BetrokkeneInformeren(casus=casus, wijze="brief", datum=vandaag))


@pytest.mark.parametrize("geheim", [False, True])
def test_de_weg_wordt_alleen_gevraagd_bij_een_beroepsgeheim(
    kijker: Kijker, *, geheim: bool
) -> None:
    kaart = stel(kijker, geheim=geheim)
    dialoog = kijker.werk.desk.open_act("vraagkaart.beantwoorden", {"vraagkaart": kaart.id})
    assert isinstance(dialoog.form, AnswerForm)
    assert kijker.staat_er(QUESTION)
    assert kijker.staat_er("Weg langs het beroepsgeheim") is geheim
    assert not kijker.staat_er("Motivering")
    dialoog.close_now()


def test_het_antwoord_wordt_een_inbreng(kijker: Kijker) -> None:
    kaart = stel(kijker, geheim=False)
    informeer(kijker, kaart.casus)
    kijker.werk.desk.open_act("vraagkaart.beantwoorden", {"vraagkaart": kaart.id})
    kijker.vul("Het antwoord", "Ja, tussen negen en tien.")
    kijker.vul("Hoeveel wordt er gezegd", DAT)
    kijker.druk("Antwoord op een vraagkaart overnemen")
    (inbreng,) = [i for i in kijker.sessie.zoek(Inbreng) if i.inbrenger == kaart.professional]
    assert inbreng.kern == "Ja, tussen negen en tien."


def test_een_geheim_zonder_weg_wordt_bij_het_veld_geweigerd(kijker: Kijker) -> None:
    kaart = stel(kijker, geheim=True)
    informeer(kijker, kaart.casus)
    dialoog = kijker.werk.desk.open_act("vraagkaart.beantwoorden", {"vraagkaart": kaart.id})
    kijker.vul("Het antwoord", "Ja.")
    kijker.vul("Hoeveel wordt er gezegd", DAT)
    kijker.druk("Antwoord op een vraagkaart overnemen")
    assert dialoog.isVisible()
    assert dialoog.form.beside.isVisible()
    gesteld = kijker.sessie.haal(Vraagkaart, kaart.id)
    assert gesteld is not None
    assert gesteld.wacht
    dialoog.close_now()


def test_wat_niet_bij_een_veld_hoort_staat_bovenaan(kijker: Kijker) -> None:
    """De kaart zelf is dan geen veld; getypt blijft getypt."""
    kaart = stel(kijker, geheim=False)
    dialoog = kijker.werk.desk.open_act("vraagkaart.beantwoorden", {"vraagkaart": kaart.id})
    kijker.vul("Het antwoord", "Ja.")
    kijker.vul("Hoeveel wordt er gezegd", DAT)
    kijker.druk("Antwoord op een vraagkaart overnemen")
    assert dialoog.notice.sentence.text() == UITLEG[Code.BETROKKENE_NIET_GEINFORMEERD].melding
    assert dialoog.notice.isVisible()
    assert dialoog.form.editors["kern"].value() == "Ja."
    dialoog.close_now()


def test_zonder_bekende_kaart_kiest_men_er_eerst_een(kijker: Kijker) -> None:
    kaart = stel(kijker, geheim=False)
    dialoog = kijker.werk.desk.open_act("vraagkaart.beantwoorden")
    assert isinstance(dialoog.form, AnswerForm)
    assert not dialoog.form.paper.isVisible()
    kijker.vul("Vraagkaart", f"{kaart.casus}: {QUESTION}")
    assert dialoog.form.paper.isVisible()
    assert dialoog.form.question.text() == QUESTION
    dialoog.close_now()
