"""Zoeken in het logboek: elke zeef geeft precies de regels die erdoor komen, nieuwste eerst."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casus_app.poorten import GEWEIGERD, BewaardeRegel, Logstand, Logzeef
from storage import Kluis
from storage.errors import KluisBeschadigd
from tests.storage.waarden import MOMENT, nieuw, partij, regel, vul

HANDELINGEN = ("casus.wegen", "overleg.plannen", "toon.casus")
ROLLEN = ("fg", "coordinator", "")
SLEUTELS = ("K1", "K2")

regels = st.lists(
    st.tuples(
        st.sampled_from(HANDELINGEN),
        st.sampled_from(ROLLEN),
        st.sampled_from(("gelukt", GEWEIGERD)),
        st.sampled_from((None, *SLEUTELS)),
        st.integers(-3, 5),
    ),
    max_size=40,
)
momenten = st.none() | st.integers(-10, 60).map(lambda uur: MOMENT + timedelta(hours=uur))
GEEN_PAUZE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _door(zeef: Logzeef, gezien: BewaardeRegel) -> bool:
    eisen = [
        not zeef.handeling or gezien.handeling == zeef.handeling,
        not zeef.rol or gezien.rol == zeef.rol,
        not zeef.pseudoniem or gezien.pseudoniem == zeef.pseudoniem,
        not zeef.uitkomst or gezien.uitkomst == zeef.uitkomst,
        zeef.van is None or gezien.moment >= zeef.van,
        zeef.tot is None or gezien.moment < zeef.tot,
    ]
    return all(eisen)


@GEEN_PAUZE
@given(
    geschreven=regels,
    over=st.sampled_from((None, *SLEUTELS)),
    zeef=st.builds(
        Logzeef,
        handeling=st.sampled_from(("", *HANDELINGEN, "klok.teruggezet", "bestaat.niet")),
        rol=st.sampled_from(ROLLEN),
        van=momenten,
        tot=momenten,
        uitkomst=st.sampled_from(("", "gelukt", GEWEIGERD)),
    ),
    voor=st.none() | st.integers(0, 60),
)
def test_een_zeef_geeft_wat_erdoor_komt_ook_als_de_klok_terugging(
    kluis: Kluis,
    geschreven: list[tuple[str, str, str, str | None, int]],
    over: str | None,
    zeef: Logzeef,
    voor: int | None,
) -> None:
    uur = 0
    for gedaan, wie, uitkomst, sleutel, verder in geschreven:
        uur += verder
        onderwerp = ("casus", sleutel) if sleutel else None
        moment = MOMENT + timedelta(hours=uur)
        kluis.leg_vast(
            [],
            regel(
                handeling=gedaan, rol=wie, uitkomst=uitkomst, onderwerp=onderwerp, moment=moment
            ),
        )
    if over:
        zeef = replace(zeef, pseudoniem=kluis.pseudoniem("casus", over))
    alles = list(kluis.logregels())
    gezocht = [r for r in alles if _door(zeef, r) and (voor is None or r.nr < voor)]
    assert list(kluis.logregels(zeef, voor=voor)) == gezocht
    assert [r.nr for r in alles] == list(range(len(alles), 0, -1))


@pytest.mark.parametrize(
    "zeef",
    [Logzeef(), Logzeef(rol="coordinator"), Logzeef(handeling="partij.registreren")],
    ids=["alles", "rol", "handeling"],
)
def test_een_lang_logboek_wordt_gelezen_zover_erom_gevraagd_is(
    kluis: Kluis, monkeypatch: pytest.MonkeyPatch, zeef: Logzeef
) -> None:
    monkeypatch.setattr("storage.log_search.PAGE_LINES", 16)
    vul(kluis, 50)
    assert [r.nr for r in islice(kluis.logregels(zeef), 40)] == list(range(50, 10, -1))
    assert [r.nr for r in kluis.logregels(zeef)] == list(range(50, 0, -1))


def test_een_onleesbaar_moment_is_schade_en_geen_crash(kluis: Kluis) -> None:
    vul(kluis, 1)
    db = kluis._database()
    db.execute("DROP TRIGGER logboek_blijft")
    db.execute("UPDATE logboek SET moment = 'gisteren'")
    with pytest.raises(KluisBeschadigd):
        list(kluis.logregels())


def test_nalopen_in_stukken_geeft_hetzelfde_als_in_een_keer(
    kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.logbook._CHUNK_LINES", 7)
    vul(kluis, 30)
    gehoord: list[tuple[int, int]] = []

    def meld(gedaan: int, alle: int) -> bool:
        gehoord.append((gedaan, alle))
        return True

    assert kluis.loop_logboek_na(meld) == kluis.controleer_logboek()
    assert gehoord == [(n, 30) for n in (0, 7, 14, 21, 28, 30)]


def test_wie_ophoudt_met_nalopen_krijgt_geen_oordeel(
    kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.logbook._CHUNK_LINES", 7)
    vul(kluis, 30)
    assert kluis.loop_logboek_na(lambda gedaan, _alle: gedaan < 10) is None


def test_wat_er_tijdens_het_nalopen_bijkomt_loopt_mee(
    kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.logbook._CHUNK_LINES", 7)
    vul(kluis, 20)

    def meld(gedaan: int, _alle: int) -> bool:
        if gedaan == 14:
            kluis.leg_vast(nieuw(partij("onderweg")), regel(100))
        return True

    assert kluis.loop_logboek_na(meld) == Logstand(True, 21, kluis.laatste_zegel())
