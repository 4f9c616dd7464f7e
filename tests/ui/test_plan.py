"""Het plan van aanpak in het dossier: activiteiten over alle overleggen, en wat bij terugval."""

from dataclasses import replace
from datetime import timedelta

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from tests.ui.kijken import Kijker
from tests.ui.leggen import leg


def _twee_overleggen(mens: Kijker) -> None:
    nu = mens.sessie.haal(Overleg, "wk48")
    punt = mens.sessie.haal(Bespreking, "wk48", "K-2601")
    assert nu is not None
    assert punt is not None
    eerder = replace(nu, id="eerder", datum=nu.datum - timedelta(days=28))
    leg(
        mens.sessie,
        eerder,
        replace(
            punt,
            overleg="eerder",
            stand=Stand.GESLOTEN,
            aanspreekpunt="wmo",
            evaluatie_op=nu.datum,
            klaar_als="Twee maanden rust.",
        ),
        *(
            Afspraak(
                id=f"{overleg}-{stand}",
                overleg=overleg,
                casus="K-2601",
                uitvoerder="wmo",
                wat=f"Doen {overleg} {stand}.",
                uiterlijk=nu.datum,
                stand=stand,
                toelichting="De deur bleef dicht." if stand is StandAfspraak.NIET_GEDAAN else "",
            )
            for overleg, stand in (
                ("eerder", StandAfspraak.NIET_GEDAAN),
                ("wk48", StandAfspraak.OPEN),
            )
        ),
    )


def test_wat_open_staat_eerst_over_alle_overleggen(kijker: Kijker) -> None:
    _twee_overleggen(kijker)
    kijker.werk.show_dossier("K-2601")
    plan = kijker.werk.dossier.plan
    teksten = kijker.teksten(plan)
    assert teksten.index("Doen wk48 open.") < teksten.index("Doen eerder niet-gedaan.")
    for tekst in (
        "✗ niet gedaan",
        "De deur bleef dicht.",
        "Aanspreekpunt: S. el Amrani, Wmo-consulent",
        "Klaar als: Twee maanden rust.",
    ):
        assert tekst in teksten
    assert not any("Elf meldingen" in tekst for tekst in teksten), "nooit de achtergrond"


def test_bij_terugval_staat_in_het_plan_en_kan_terug(kijker: Kijker) -> None:
    kijker.werk.show_dossier("K-2601")
    kijker.druk("Bij terugval…")
    formulier = kijker.werk.dossier.plan.form
    assert formulier is not None
    kijker.qtbot.waitUntil(kijker.veld("Bij terugval").hasFocus)
    kijker.vul("Bij terugval", "De wijkagent belt de Wmo-consulent.")
    kijker.druk("Vastleggen")
    assert kijker.staat_er("Bij terugval: De wijkagent belt de Wmo-consulent.")
    kijker.sessie.undo()
    casus = kijker.sessie.haal(Casus, "K-2601")
    assert casus is not None
    assert casus.bij_terugval == ""
