"""Elke waarde komt er precies zo uit als zij erin ging, wat er ook in staat."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from casus_app.domein.mensen import Partij
from casus_app.domein.overleg import Aanwezigheid, Deelname, Rol
from casus_app.domein.waarde import sleutel_van
from casus_app.domein.werktekst import VELDEN
from casus_app.poorten import Wijziging
from storage import Kluis, maak_kluis
from storage.errors import NietBewaarbaar
from storage.rows import codec, encode_moment
from tests.storage.waarden import MOMENT, SOORTEN, WACHTZIN, een, nieuw, partij, regel, vul, weg

LASTIG = [
    "",
    " ",
    "'; DROP TABLE casus; --",
    '"dubbel" `schuin` [haak] %s {0} \\ \\n',
    "<Wouters> & <b>vet</b> &lt;",
    "\r\n\t\x0b\x1f\x7f\x85\u2028\u2029",
    "\ufeffmet BOM",
    "مرحبا \u202eomgekeerd\u202c \u2066x\u2069",
    "👩‍👩‍👧‍👦🏳️‍🌈 Łukasz Şahin ő",
    "e\u0301 naast \u00e9",
    "\U0010ffff\ufffe\uffff",
    "x" * 4000,
    "true",
    "null",
    "12",
    "1e3",
    "2026-11-24",
    "x'00'",
]
_tekst = st.sampled_from(LASTIG) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0")
)
_zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))


def _strategie(hint: Any) -> st.SearchStrategy[Any]:
    delen = [deel for deel in get_args(hint) if deel is not type(None)]
    if len(delen) == 1 and get_args(hint)[-1] is type(None):
        return st.none() | _strategie(delen[0])
    if hint == tuple[str, ...]:
        return st.lists(_tekst, max_size=4).map(tuple)
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    per_soort: dict[object, st.SearchStrategy[Any]] = {
        str: _tekst,
        int: st.integers(-(2**63), 2**63 - 1),
        bool: st.booleans(),
        date: st.dates(),
        datetime: st.datetimes(
            datetime(1, 1, 3),  # noqa: DTZ001 - de zone komt erbij
            datetime(9999, 12, 29),  # noqa: DTZ001 - idem
            timezones=_zones,
        ),
    }
    return per_soort[hint]


def _waarden(soort: type) -> st.SearchStrategy[Any]:
    hints = get_type_hints(soort)
    return st.builds(soort, **{veld.name: _strategie(hints[veld.name]) for veld in fields(soort)})


@pytest.fixture(scope="module")
def losse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kluis]:
    """Een kluis die verwijzingen niet nakijkt: hier gaat het om elke waarde apart."""
    kluis = maak_kluis(tmp_path_factory.mktemp("losse"), WACHTZIN, oefening=True)
    assert kluis._db is not None
    kluis._db.execute("PRAGMA foreign_keys = OFF")
    kluis._db.execute("PRAGMA synchronous = OFF")  # om de inhoud gaat het, niet om de schijf
    yield kluis
    kluis.sluit()


@pytest.mark.parametrize("soort", SOORTEN)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_heen_en_terug(losse: Kluis, soort: type, data: st.DataObject) -> None:
    waarde, ander = data.draw(_waarden(soort)), data.draw(_waarden(soort))
    ander = replace(ander, **dict(zip(soort.SLEUTEL, sleutel_van(waarde), strict=True)))
    losse.leg_vast(nieuw(waarde), regel())
    _staat_er(losse, waarde)
    losse.leg_vast([Wijziging(waarde, ander)], regel())
    _staat_er(losse, ander)
    losse.leg_vast(weg(ander), regel())
    assert losse.zoek(soort) == ()


def _staat_er(kluis: Kluis, waarde: Any) -> None:
    """In het geheugen, vers van de schijf, en te vinden op elk van haar velden."""
    soort, sleutel = type(waarde), sleutel_van(waarde)
    assert kluis.haal(soort, *sleutel) == waarde
    kluis._known.clear()
    gelezen = kluis.haal(soort, *sleutel)
    assert gelezen == waarde
    assert [type(getattr(gelezen, v.name)) for v in fields(waarde)] == [
        type(getattr(waarde, v.name)) for v in fields(waarde)
    ]
    assert kluis.haal(soort, *sleutel) is gelezen
    for veld in fields(waarde):
        if veld.name == "soort":  # zo heet in de poort al de eerste parameter van `zoek`
            continue
        if veld.name in VELDEN.get(soort, ()):
            continue  # verzegeld; zie test_op_werktekst_kan_niemand_zoeken
        assert kluis.zoek(soort, **{veld.name: getattr(waarde, veld.name)}) == (waarde,)


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_lastige_tekst_past_in_elk_tekstveld(losse: Kluis, soort: type) -> None:
    hints = get_type_hints(soort)
    velden = [veld.name for veld in fields(soort) if hints[veld.name] is str]
    for tekst in LASTIG:
        waarde = een(soort, **dict.fromkeys(velden, tekst))
        losse.leg_vast(nieuw(waarde), regel())
        losse._known.clear()
        assert losse.zoek(soort) == (waarde,)
        losse.leg_vast(weg(waarde), regel())


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=_zones))  # noqa: DTZ001 - de zone komt erbij
@example(datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=2))))
def test_een_moment_staat_er_altijd_in_utc(moment: datetime) -> None:
    assert encode_moment(moment).endswith("+00:00")
    assert datetime.fromisoformat(encode_moment(moment)) == moment


@pytest.mark.parametrize("fout", [datetime(2026, 1, 1), date(2026, 1, 1), "2026-01-01", None])  # noqa: DTZ001 - juist zonder
def test_een_moment_zonder_zone_is_een_fout_van_ons(fout: object) -> None:
    with pytest.raises(TypeError):
        encode_moment(fout)


@pytest.mark.parametrize(
    ("soort", "anders"),
    [
        (Deelname, {"taak": 5}),
        (Deelname, {"taak": None}),
        (Deelname, {"rol": "bestaat-niet"}),
        (Aanwezigheid, {"nummer": "1"}),
        (Aanwezigheid, {"nummer": True}),
        (Aanwezigheid, {"van": MOMENT.date()}),
        (Aanwezigheid, {"van": MOMENT.replace(tzinfo=None)}),
    ],
)
def test_een_waarde_van_een_verkeerd_type_is_een_fout_van_ons(
    losse: Kluis, soort: type, anders: dict[str, object]
) -> None:
    with pytest.raises(TypeError):
        losse.leg_vast(nieuw(een(soort, **anders)), regel())
    assert losse.zoek(soort) == ()


def test_een_getal_dat_niet_past_wordt_geweigerd(losse: Kluis) -> None:
    for nummer in (2**63, -(2**63) - 1):
        with pytest.raises(NietBewaarbaar):
            losse.leg_vast(nieuw(een(Aanwezigheid, nummer=nummer)), regel())


def test_een_keuze_mag_ook_als_kale_tekst_komen_en_komt_terug_als_keuze(losse: Kluis) -> None:
    waarde = een(Deelname, rol="adviseur")
    losse.leg_vast(nieuw(waarde), regel())
    losse._known.clear()
    (terug,) = losse.zoek(Deelname)
    assert terug.rol is Rol.ADVISEUR
    losse.leg_vast(weg(terug), regel())


def test_de_volgorde_van_kolommen_doet_er_niet_toe_voor_een_wijziging() -> None:
    kaart = codec(Aanwezigheid)
    waarde = een(Aanwezigheid)
    assert kaart.value(kaart.row(waarde)) == waarde
    assert kaart.for_update(kaart.row(waarde))[-4:] == kaart.key_cells(sleutel_van(waarde))
    assert kaart.key_in(kaart.row(waarde)) == sleutel_van(waarde)


def test_het_geheugen_blijft_begrensd(kluis: Kluis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.remembered.VALUES", 10)
    vul(kluis, 50)
    assert len(kluis._known.values) <= 10
    assert len(kluis.zoek(Partij)) == 50
    assert len(kluis._known.values) <= 10
    assert kluis.haal(Partij, "p3") == partij("p3")
