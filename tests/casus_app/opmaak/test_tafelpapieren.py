"""Vluchtcheck en voorzittersexemplaar: codes, tijden en functies, en nooit een naam."""

from dataclasses import replace

from hypothesis import given, settings

from casus_app import opmaak
from casus_app.domein.casus import Betrokkene
from casus_app.domein.overleg import Bespreking, Pauze, Stand
from casus_app.papier import druk
from tests.casus_app.opmaak.willekeur import merken, overleggen
from tests.casus_app.papier.lezen import alle_teksten, met_poppler, tekst
from tests.casus_app.papier.voorbeeld import ECHT, MENSEN, weekoverleg, zet
from tests.nep import GeheugenOpslag


def gepland() -> GeheugenOpslag:
    opslag = weekoverleg()
    for punt in opslag.zoek(Bespreking):
        if punt.stand is not Stand.DOORGESCHOVEN:
            zet(opslag, replace(punt, stand=Stand.GEPLAND))
    zet(opslag, Pauze(overleg="wk48", plek=1, minuten=15))
    return opslag


def rijen(stuk: opmaak.Stuk) -> list[tuple[str, ...]]:
    return [rij for deel in stuk.onderdelen for rij in getattr(deel, "rijen", ())]


def test_de_voorzitter_ziet_bij_elke_deur_wie_erin_en_eruit_gaat() -> None:
    eerste, pauze, tweede, einde = rijen(opmaak.voorzittersexemplaar(gepland(), "wk48", ECHT))
    assert eerste[0] == "09:00"
    assert eerste[1].startswith("K-2601, 30 minuten\nWelke stap")
    assert "wijkagent" in eerste[2].split("\n")
    assert (pauze[0], pauze[1]) == ("09:30", "Pauze, 15 minuten")
    assert "wijkagent" in pauze[3].split("\n"), "wie klaar is gaat er voor de pauze uit"
    assert (tweede[0], tweede[2]) == ("09:45", "casemanager\ncoördinator nazorg")
    assert (einde[0], einde[1]) == ("10:05", "Einde")


def test_wat_is_doorgeschoven_wacht_onderaan_met_alleen_de_code() -> None:
    stuk = opmaak.voorzittersexemplaar(gepland(), "wk48", ECHT)
    assert "K-2602, doorgeschoven op 24-11-2026, 25 minuten" in alle_teksten(stuk)
    assert not any("spoedzitting" in deel for deel in alle_teksten(stuk))


def test_een_naam_in_een_vraag_komt_niet_op_papier() -> None:
    opslag = gepland()
    betrokkene = opslag.haal(Betrokkene, "K-2601")
    assert betrokkene is not None
    punt = opslag.haal(Bespreking, "wk48", "K-2601")
    assert punt is not None
    zet(opslag, replace(punt, vraag=f"Waar slaapt {betrokkene.naam}?"))
    alles = " ".join(alle_teksten(opmaak.voorzittersexemplaar(opslag, "wk48", ECHT)))
    assert betrokkene.naam not in alles
    assert "Waar slaapt betrokkene?" in alles


def test_de_vluchtcheck_telt_wat_klaar_is_en_zegt_wat_er_moet() -> None:
    stuk = opmaak.vluchtcheck(
        gepland(), "wk48", {"K-2601": ("Eerst wegen.", "Dan bellen."), "K-2603": ()}, ECHT
    )
    assert "1 van 2 casussen klaar om te openen" in alle_teksten(stuk)
    eerste, tweede = rijen(stuk)
    assert (eerste[0], eerste[1], eerste[3]) == ("09:00", "K-2601", "Eerst wegen.\nDan bellen.")
    assert tweede[3] == "Klaar om te openen"


@met_poppler
def test_op_geen_van_beide_staat_een_naam_van_wie_dan_ook() -> None:
    opslag = gepland()
    namen = [naam for _, naam, _ in MENSEN.values()]
    namen += [betrokkene.naam for betrokkene in opslag.zoek(Betrokkene)]
    for stuk in (
        opmaak.voorzittersexemplaar(opslag, "wk48", ECHT),
        opmaak.vluchtcheck(opslag, "wk48", {"K-2601": (), "K-2603": ()}, ECHT),
    ):
        gelezen = tekst(druk(stuk).inhoud)
        assert not [naam for naam in namen if naam in gelezen]


@settings(max_examples=40, deadline=None)
@given(overleggen())
def test_van_een_casus_komt_alleen_de_code_en_voor_de_voorzitter_de_vraag_erop(
    opslag: GeheugenOpslag,
) -> None:
    agenda = opslag.zoek(Bespreking, overleg="o")
    codes = {punt.casus for punt in agenda}
    check = opmaak.vluchtcheck(opslag, "o", dict.fromkeys(codes, ()), ECHT)
    assert merken(" ".join(alle_teksten(check))) <= codes
    blad = opmaak.voorzittersexemplaar(opslag, "o", ECHT)
    assert merken(" ".join(alle_teksten(blad))) <= codes | {punt.vraag for punt in agenda}
