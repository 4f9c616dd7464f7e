"""What takes an obstacle away: for a code of a refusal, the handelingen that mend it."""

MENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "betrokkene-niet-geinformeerd": (
        ("betrokkene.informeren", "Geïnformeerd…"),
        ("betrokkene.uitstellen", "Uitstellen…"),
    ),
    "uitnodiging-ontbreekt": (
        ("betrokkene.uitnodigen", "Uitnodigen…"),
        ("betrokkene.niet-uitnodigen", "Niet uitnodigen…"),
    ),
    "casus-niet-gewogen": (("casus.wegen", "Wegen…"),),
    "casus-afgeschermd": (("casus.heropenen", "Heropenen…"),),
}
"""The handelingen that take an obstacle away."""
