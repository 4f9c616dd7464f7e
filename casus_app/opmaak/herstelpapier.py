"""De herstelsleutel op papier: één blad, of twee halve sleutels voor twee enveloppen."""

from collections.abc import Sequence

from casus_app.domein.herstelcode import Deel
from casus_app.opmaak.stuk import Alinea, Kop, Lijst, Noot, Opdruk, Stuk, Tabel
from casus_app.opmaak.woorden import dag

_NAMEN = {
    Deel.HEEL: "envelop.pdf",
    Deel.EERSTE_HELFT: "envelop-1.pdf",
    Deel.TWEEDE_HELFT: "envelop-2.pdf",
}
_TITELS = {
    Deel.HEEL: "Herstelsleutel",
    Deel.EERSTE_HELFT: "Herstelsleutel, eerste helft",
    Deel.TWEEDE_HELFT: "Herstelsleutel, tweede helft",
}
_PER_RIJ = 3


def herstelpapier(groepen: Sequence[str], deel: Deel, opdruk: Opdruk) -> Stuk:
    """Een blad om in een envelop te doen; er staat niet op van wie de kluis is."""
    rijen = [tuple(groepen[plek : plek + _PER_RIJ]) for plek in range(0, len(groepen), _PER_RIJ)]
    return Stuk(
        naam=_NAMEN[deel],
        soort="Envelop",
        titel=_TITELS[deel],
        ondertitel=f"Gemaakt op {dag(opdruk.datum)}",
        opdruk=opdruk,
        onderdelen=(
            Alinea(_uitleg(deel)),
            Tabel(
                ("Groepen", "Eerste", "Tweede", "Derde"),
                tuple(
                    (f"{nummer * _PER_RIJ + 1} tot {nummer * _PER_RIJ + len(rij)}", *rij)
                    for nummer, rij in enumerate(rijen)
                ),
                (2, 3, 3, 3),
            ),
            Kop(2, "Zo gebruikt u hem"),
            Lijst(
                (
                    "Start Casusoverleg en kies bij het openen: Met de herstelsleutel.",
                    "Typ de groepen over. Hoofdletters en streepjes maken niet uit.",
                    "Kies een nieuwe wachtzin, en maak daarna een nieuwe herstelsleutel.",
                )
            ),
            Noot(
                "Er komen geen letters I, L, O en U in voor. Wie dit blad heeft, en de kluis, kan "
                "erin: bewaar het dicht, en apart van de computer."
            ),
        ),
    )


def _uitleg(deel: Deel) -> str:
    if deel is Deel.HEEL:
        return (
            "Met deze sleutel gaat de kluis open als iemand zijn wachtzin kwijt is. Doe dit blad "
            "in een envelop, plak hem dicht en leg hem in een kluis of bij een notaris."
        )
    return (
        "Dit is een helft. Alleen samen met de andere helft gaat de kluis open. Geef elke envelop "
        "aan iemand anders, en bewaar ze niet op dezelfde plaats."
    )
