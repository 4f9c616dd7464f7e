"""Namen en andere teksten waar bestanden op stukgaan."""

from hypothesis import strategies as st

LASTIG = (
    '=HYPERLINK("http://kwaad.example";"klik")',
    "=cmd|'/C calc'!A0",
    "+31 6 12345678",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "x;=1+1",
    "x|=1+1",
    'x",=1+1,"',
    "'=1",
    "'t Hart",
    "''",
    "＝1+1",
    "Łukasz Şahin-Ő'Brien",
    "👩‍👩‍👧 familie",
    "עברית \u200f rechts",
    "eerste regel\ntweede  regel\n\nvierde ",
    "_x000D_ en _x005F_",
    "bel\x07 en wis\x7f",
    "a\ufffe\uffffb",
    "<b>&amp;</b>",
    "#N/A?",
    "007",
    "2026-11-24",
    "WAAR",
    "x" * 3000,
    "\u2028\u0085\xa0y",
)

_tekens = st.one_of(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    st.sampled_from("=+-@'\";,|\t\r\n _x057F\x07"),
)
teksten = st.one_of(st.sampled_from(LASTIG), st.text(_tekens, max_size=30))
"""Elke tekst die een kluis kan bewaren, met een voorkeur voor wat stukgaat."""

gevuld = teksten.filter(lambda tekst: bool(tekst.strip()))
