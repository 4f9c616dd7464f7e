"""Een papier versleutelen met een wachtzin: AES-256, PDF 2.0 (R6), ook de metadata.

reportlab kan dit niet (hoogstens RC4 of het ingetrokken R5); qpdf wel. Zonder wachtzin is er niets
te lezen, ook de soort van het papier niet.

De honderd kleine voorwerpen van de boom gaan samen in enkele stromen: die worden in één keer
versleuteld en nagelezen, in plaats van tekst voor tekst.
"""

from io import BytesIO

from pikepdf import Encryption, ObjectStreamMode, Pdf, Permissions

_ALLES = Permissions()
"""Wie de wachtzin heeft mag alles: lezen, voorlezen, afdrukken."""


def versleutel(inhoud: bytes, wachtzin: str) -> bytes:
    """Dezelfde bladen, alleen te openen met deze wachtzin; elke keer met een andere sleutel."""
    uit = BytesIO()
    with Pdf.open(BytesIO(inhoud)) as pdf:
        pdf.save(
            uit,
            encryption=Encryption(owner=wachtzin, user=wachtzin, R=6, allow=_ALLES, metadata=True),
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate,
        )
    return uit.getvalue()
