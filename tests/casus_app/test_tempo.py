"""De zachte klok, met tijden die een toets kiest."""

from dataclasses import replace
from datetime import UTC, date, datetime

from casus_app.domein.overleg import Bespreking, Overleg, Pauze, Stand
from casus_app.regels.tempo import tempo

DAG = date(2026, 11, 24)
OVERLEG = Overleg(id="o", kader="wgs", datum=DAG, begin="09:00", plaats="x", voorzitter="v")
AGENDA = [
    Bespreking(overleg="o", casus=f"K-{plek}", plek=plek, minuten=30, vraag="?")
    for plek in (1, 2, 3)
]


def om(tijd: str) -> datetime:
    uur, minuut = tijd.split(":")
    return datetime(2026, 11, 24, int(uur), int(minuut), tzinfo=UTC)


def minuten(tijd: str) -> int:
    uur, minuut = tijd.split(":")
    return int(uur) * 60 + int(minuut)


def dicht(punt: Bespreking, van: str, tot: str) -> Bespreking:
    return replace(punt, stand=Stand.GESLOTEN, geopend_op=om(van), gesloten_op=om(tot))


def test_voor_het_begin_geldt_het_plan() -> None:
    stand = tempo(OVERLEG, AGENDA, [], (), om("08:00"))
    assert (stand.klaar_om, stand.gepland_klaar) == (minuten("10:30"), minuten("10:30"))
    assert stand.te_laat == ()


def test_wie_langzamer_gaat_haalt_de_laatste_casus_niet() -> None:
    agenda = [dicht(AGENDA[0], "09:00", "09:45"), *AGENDA[1:]]
    stand = tempo(OVERLEG, agenda, [], (), om("09:45"))
    assert stand.klaar_om == minuten("11:15")
    assert stand.te_laat == (3,)


def test_de_casus_op_tafel_telt_wat_hij_al_gebruikte() -> None:
    open_ = replace(AGENDA[0], stand=Stand.OPEN, geopend_op=om("09:00"))
    stand = tempo(OVERLEG, [open_, *AGENDA[1:]], [], (), om("09:12"))
    assert (stand.gebruikt, stand.klaar_om) == (12, minuten("10:30"))
    over = tempo(OVERLEG, [open_, *AGENDA[1:]], [], (), om("09:40"))
    assert (over.gebruikt, over.klaar_om, over.te_laat) == (40, minuten("10:40"), (3,))


def test_doorschuiven_en_hamerstukken_winnen_tijd() -> None:
    weg = replace(AGENDA[1], stand=Stand.DOORGESCHOVEN)
    agenda = [dicht(AGENDA[0], "09:00", "09:30"), weg, AGENDA[2]]
    assert tempo(OVERLEG, agenda, [], (), om("09:30")).klaar_om == minuten("10:00")
    stand = tempo(OVERLEG, agenda, [], {"K-3"}, om("09:30"))
    assert (stand.klaar_om, stand.gepland_klaar) == (minuten("09:31"), minuten("10:30"))


def test_een_pauze_telt_mee_en_na_de_laatste_casus_niet_meer() -> None:
    pauzes = [Pauze(overleg="o", plek=1, minuten=15)]
    stand = tempo(OVERLEG, AGENDA, pauzes, (), om("08:30"))
    assert (stand.klaar_om, stand.gepland_klaar) == (minuten("10:45"), minuten("10:45"))


def test_een_casus_die_heel_vlot_ging_maakt_de_rest_niet_heel_kort() -> None:
    agenda = [dicht(AGENDA[0], "09:00", "09:01"), *AGENDA[1:]]
    assert tempo(OVERLEG, agenda, [], (), om("09:01")).klaar_om == minuten("09:31")


def test_de_dag_erna_is_later_en_niet_vroeger() -> None:
    later = datetime(2026, 11, 25, 8, tzinfo=UTC)
    open_ = replace(AGENDA[0], stand=Stand.OPEN, geopend_op=om("09:00"))
    stand = tempo(OVERLEG, [open_, *AGENDA[1:]], [], (), later)
    assert stand.klaar_om > 24 * 60
