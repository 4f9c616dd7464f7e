-- De eerste indeling. Bevroren: na uitgave verandert hier geen letter meer.
--
-- Eén tabel per soort waarde van het vak, één kolom per veld. Gewone rowid-tabellen: de rowid is
-- de volgorde van ontstaan. Verwijzingen worden pas bij COMMIT nagekeken, zodat een handeling zelf
-- kiest in welke volgorde zij opruimt; wat naar een vernietigde casus wijst, houdt haar tegen.

CREATE TABLE kluis (
    nr        INTEGER NOT NULL PRIMARY KEY CHECK (nr = 1),
    id        TEXT    NOT NULL,
    oefening  INTEGER NOT NULL CHECK (oefening IN (0, 1))
) STRICT;
CREATE TRIGGER kluis_blijft BEFORE UPDATE ON kluis
BEGIN SELECT RAISE(ABORT, 'de kluis houdt haar naam'); END;
CREATE TRIGGER kluis_gaat_niet_weg BEFORE DELETE ON kluis
BEGIN SELECT RAISE(ABORT, 'de kluis houdt haar naam'); END;

-- Geen inhoud, geen namen, geen sleutels: het logboek overleeft de vernietiging van een casus.
CREATE TABLE logboek (
    nr          INTEGER NOT NULL PRIMARY KEY,
    moment      TEXT    NOT NULL,
    gebruiker   TEXT    NOT NULL,
    rol         TEXT    NOT NULL,
    handeling   TEXT    NOT NULL,
    uitkomst    TEXT    NOT NULL,
    code        TEXT    NOT NULL,
    soort       TEXT,
    pseudoniem  TEXT,
    aantal      INTEGER,
    vorige      TEXT    NOT NULL,
    zegel       TEXT    NOT NULL,
    CHECK ((soort IS NULL) = (pseudoniem IS NULL))
) STRICT;
CREATE INDEX logboek_pseudoniem ON logboek (pseudoniem) WHERE pseudoniem IS NOT NULL;
CREATE INDEX logboek_soort ON logboek (handeling, rol, uitkomst);
CREATE TRIGGER logboek_blijft BEFORE UPDATE ON logboek
BEGIN SELECT RAISE(ABORT, 'het logboek groeit alleen'); END;
CREATE TRIGGER logboek_gaat_niet_weg BEFORE DELETE ON logboek
BEGIN SELECT RAISE(ABORT, 'het logboek groeit alleen'); END;

-- Wat voorgoed weg moest, zonder inhoud: zo blijft het ook weg na het terugzetten van een reservekopie.
-- `velden` is leeg als de hele rij weg is, en anders JSON: de velden die leeg werden of op een keuze kwamen.
CREATE TABLE gewist (
    nr          INTEGER NOT NULL PRIMARY KEY,
    logregel    INTEGER NOT NULL,
    soort       TEXT    NOT NULL,
    pseudoniem  TEXT    NOT NULL,
    velden      TEXT    NOT NULL,
    UNIQUE (logregel, soort, pseudoniem, velden)
) STRICT;
CREATE TRIGGER gewist_blijft BEFORE UPDATE ON gewist
BEGIN SELECT RAISE(ABORT, 'wat gewist is, blijft gewist'); END;
CREATE TRIGGER gewist_gaat_niet_weg BEFORE DELETE ON gewist
BEGIN SELECT RAISE(ABORT, 'wat gewist is, blijft gewist'); END;

-- Waar de reservekopieën nog meer heen gaan, en wat er van de laatste keer te zeggen is.
CREATE TABLE reserve (
    naam    TEXT NOT NULL PRIMARY KEY CHECK (naam IN ('tweede', 'tweede-op')),
    waarde  TEXT NOT NULL
) STRICT;

-- De sleutels van de werktekst, gewikkeld onder de werkwortel: één per bespreking die haar tekst nog
-- heeft. Geen reservekopie houdt deze tabel. Een verzegelde tekst is een blob, en anders is het tekst.
CREATE TABLE werksleutel (
    id        TEXT NOT NULL PRIMARY KEY,
    overleg   TEXT NOT NULL,
    casus     TEXT NOT NULL,
    gewikkeld BLOB NOT NULL,
    UNIQUE (overleg, casus),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- De hoeveelste wijziging van het sleutelbestand het logboek kent.
CREATE TABLE sleutelstand (
    nr     INTEGER NOT NULL PRIMARY KEY CHECK (nr = 1),
    stand  INTEGER NOT NULL
) STRICT;

-- Wie er niet meer in kan; in het logboek staat alleen de sleutel.
CREATE TABLE vertrokkene (
    id     TEXT NOT NULL,
    naam   TEXT NOT NULL,
    rol    TEXT NOT NULL,
    op     TEXT NOT NULL,
    reden  TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE herstelsleutel (
    slot         TEXT    NOT NULL,
    gemaakt_op   TEXT    NOT NULL,
    in_tweeen    INTEGER NOT NULL CHECK (in_tweeen IN (0, 1)),
    beproefd_op  TEXT,
    gebruikt_op  TEXT,
    PRIMARY KEY (slot)
) STRICT;

-- Onder een vastgesteld overleg; `bladen` zijn sommen, die zonder het zout van hun casus niets zeggen.
CREATE TABLE handtekening (
    overleg   TEXT NOT NULL,
    rol       TEXT NOT NULL,
    gebruiker TEXT NOT NULL,
    moment    TEXT NOT NULL,
    publiek   TEXT NOT NULL,
    bladen    TEXT NOT NULL,
    teken     TEXT NOT NULL,
    PRIMARY KEY (overleg, rol),
    FOREIGN KEY (overleg) REFERENCES overleg (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TRIGGER handtekening_blijft BEFORE UPDATE ON handtekening
BEGIN SELECT RAISE(ABORT, 'een handtekening verandert niet'); END;
CREATE TABLE vaststelzout (
    overleg TEXT NOT NULL,
    casus   TEXT NOT NULL,
    zout    TEXT NOT NULL,
    PRIMARY KEY (overleg, casus),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE instelling (
    id                    TEXT    NOT NULL,
    kader                 TEXT    NOT NULL,
    naam                  TEXT    NOT NULL,
    verantwoordelijke     TEXT    NOT NULL,
    contactpunt           TEXT    NOT NULL,
    fg                    TEXT    NOT NULL,
    bewaartermijn_maanden INTEGER NOT NULL,
    aanmelding_dagen      INTEGER NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE oefenklok (
    id  TEXT    NOT NULL,
    dag TEXT    NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE kluiszorg (
    zorg        TEXT    NOT NULL CHECK (zorg IN ('reservekopie', 'rechten', 'anker')),
    nummer      INTEGER NOT NULL,
    op          TEXT    NOT NULL,
    gelukt      INTEGER NOT NULL CHECK (gelukt IN (0, 1)),
    door        TEXT    NOT NULL,
    toelichting TEXT    NOT NULL,
    PRIMARY KEY (zorg, nummer)
) STRICT;

CREATE TABLE partij (
    id    TEXT    NOT NULL,
    soort TEXT    NOT NULL,
    naam  TEXT    NOT NULL,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE professional (
    id                TEXT    NOT NULL,
    partij            TEXT    NOT NULL,
    naam              TEXT    NOT NULL,
    functie           TEXT    NOT NULL,
    email             TEXT    NOT NULL,
    geheimhouding_op  TEXT,
    geheimhouding_tot TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY (partij) REFERENCES partij (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE casus (
    id                 TEXT    NOT NULL,
    kader              TEXT    NOT NULL,
    aanmelder          TEXT    NOT NULL,
    doel               TEXT    NOT NULL,
    aanleiding         TEXT    NOT NULL,
    leefgebieden       TEXT    NOT NULL,
    aangemeld_op       TEXT    NOT NULL,
    vernietigen_op     TEXT    NOT NULL,
    fase               TEXT    NOT NULL
        CHECK (fase IN ('aangemeld', 'in-behandeling', 'niet-in-behandeling', 'afgesloten')),
    fase_voor_sluiting TEXT
        CHECK (fase_voor_sluiting IN ('aangemeld', 'in-behandeling', 'niet-in-behandeling', 'afgesloten')),
    gesloten_op        TEXT,
    bij_terugval       TEXT    NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (aanmelder) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE betrokkene (
    casus         TEXT    NOT NULL,
    naam          TEXT    NOT NULL,
    geboortedatum TEXT,
    PRIMARY KEY (casus),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE kringpersoon (
    casus    TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    naam     TEXT    NOT NULL,
    relatie  TEXT    NOT NULL,
    noodzaak TEXT    NOT NULL,
    PRIMARY KEY (casus, id),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE gegeven (
    casus     TEXT    NOT NULL,
    categorie TEXT    NOT NULL,
    waarde    TEXT    NOT NULL,
    PRIMARY KEY (casus, categorie),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE weging (
    casus          TEXT    NOT NULL,
    nummer         INTEGER NOT NULL,
    gewogen_op     TEXT    NOT NULL,
    beoordelaars   TEXT    NOT NULL,
    criterium_a    TEXT    NOT NULL,
    criterium_b    TEXT    NOT NULL,
    criterium_c    TEXT    NOT NULL,
    criterium_d    TEXT    NOT NULL,
    domeinen       TEXT    NOT NULL,
    in_behandeling INTEGER NOT NULL CHECK (in_behandeling IN (0, 1)),
    motivering     TEXT    NOT NULL,
    PRIMARY KEY (casus),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE veilig_contact (
    casus TEXT NOT NULL,
    hoe   TEXT NOT NULL,
    op    TEXT NOT NULL,
    PRIMARY KEY (casus),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE informering (
    casus           TEXT    NOT NULL,
    geinformeerd_op TEXT,
    wijze           TEXT    NOT NULL,
    grond           TEXT    NOT NULL,
    motivering      TEXT    NOT NULL,
    beoordelaar     TEXT,
    heroverwegen_op TEXT,
    PRIMARY KEY (casus),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (beoordelaar) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE toestemming (
    id             TEXT    NOT NULL,
    casus          TEXT    NOT NULL,
    van            TEXT    NOT NULL,
    aan            TEXT    NOT NULL,
    gegevens       TEXT    NOT NULL,
    ontvangers     TEXT    NOT NULL,
    doel           TEXT    NOT NULL,
    wijze          TEXT    NOT NULL,
    datum          TEXT    NOT NULL,
    ingetrokken_op TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (aan) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX toestemming_casus ON toestemming (casus);

CREATE TABLE zeef (
    casus  TEXT    NOT NULL,
    nummer INTEGER NOT NULL,
    trap   TEXT    NOT NULL
        CHECK (trap IN ('zonder-naam', 'dat', 'buitenkant', 'inhoud')),
    reden  TEXT    NOT NULL,
    op     TEXT    NOT NULL,
    PRIMARY KEY (casus, nummer),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE verlenging (
    casus          TEXT    NOT NULL,
    op             TEXT    NOT NULL,
    vernietigen_op TEXT    NOT NULL,
    maanden        INTEGER NOT NULL,
    motivering     TEXT    NOT NULL,
    instemming     TEXT    NOT NULL,
    PRIMARY KEY (casus, op, vernietigen_op),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE oordeel (
    casus        TEXT    NOT NULL,
    nummer       INTEGER NOT NULL,
    wending      TEXT    NOT NULL
        CHECK (wending IN ('gesloten', 'heropend')),
    op           TEXT    NOT NULL,
    beoordelaars TEXT    NOT NULL,
    reden        TEXT    NOT NULL,
    PRIMARY KEY (casus, nummer),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE overleg (
    id             TEXT    NOT NULL,
    kader          TEXT    NOT NULL,
    datum          TEXT    NOT NULL,
    begin          TEXT    NOT NULL,
    plaats         TEXT    NOT NULL,
    voorzitter     TEXT    NOT NULL,
    vastgesteld_op TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY (voorzitter) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE pauze (
    overleg TEXT    NOT NULL,
    plek    INTEGER NOT NULL,
    minuten INTEGER NOT NULL,
    PRIMARY KEY (overleg, plek),
    FOREIGN KEY (overleg) REFERENCES overleg (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE verzending (
    overleg      TEXT    NOT NULL,
    professional TEXT    NOT NULL,
    nummer       INTEGER NOT NULL,
    op           TEXT    NOT NULL,
    datum        TEXT    NOT NULL,
    plaats       TEXT    NOT NULL,
    tijden       TEXT    NOT NULL,
    PRIMARY KEY (overleg, professional, nummer),
    FOREIGN KEY (overleg) REFERENCES overleg (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (professional) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE uitgifte (
    casus     TEXT    NOT NULL,
    nummer    INTEGER NOT NULL,
    soort     TEXT    NOT NULL
        CHECK (soort IN ('verslag', 'plan', 'brief', 'inzage', 'vraagkaart', 'voorzittersexemplaar', 'vluchtcheck', 'afsprakenlijst', 'overgang')),
    naam      TEXT    NOT NULL,
    overleg   TEXT,
    ontvanger TEXT    NOT NULL,
    versie    INTEGER NOT NULL,
    op        TEXT    NOT NULL,
    inhoud    TEXT    NOT NULL,
    sha256    TEXT    NOT NULL,
    anker     TEXT    NOT NULL,
    beveiligd INTEGER NOT NULL,
    reden     TEXT    NOT NULL,
    PRIMARY KEY (casus, nummer),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (overleg) REFERENCES overleg (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX uitgifte_naam ON uitgifte (naam);

CREATE TABLE bespreking (
    overleg             TEXT    NOT NULL,
    casus               TEXT    NOT NULL,
    plek                INTEGER NOT NULL,
    minuten             INTEGER NOT NULL,
    vraag               TEXT    NOT NULL,
    soort               TEXT    NOT NULL
        CHECK (soort IN ('casusoverleg', 'weging')),
    wegingen_vooraf     INTEGER NOT NULL,
    stand               TEXT    NOT NULL
        CHECK (stand IN ('gepland', 'open', 'gesloten', 'doorgeschoven')),
    uitnodiging         TEXT    NOT NULL
        CHECK (uitnodiging IN ('onbeslist', 'uitgenodigd', 'niet-uitgenodigd')),
    zwaarwegend_belang  TEXT    NOT NULL,
    geopend_op          TEXT,
    gesloten_op         TEXT,
    reden_doorgeschoven TEXT    NOT NULL,
    besluit             TEXT    NOT NULL,
    aanspreekpunt       TEXT,
    evaluatie_op        TEXT,
    klaar_als           TEXT    NOT NULL,
    PRIMARY KEY (overleg, casus),
    FOREIGN KEY (overleg) REFERENCES overleg (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (aanspreekpunt) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX bespreking_casus ON bespreking (casus);

CREATE TABLE deelname (
    overleg           TEXT    NOT NULL,
    casus             TEXT    NOT NULL,
    professional      TEXT    NOT NULL,
    rol               TEXT    NOT NULL
        CHECK (rol IN ('uitvoerend', 'adviseur', 'procesregisseur', 'voorzitter', 'steunfiguur')),
    taak              TEXT    NOT NULL,
    noodzaak          TEXT    NOT NULL,
    pet               TEXT
        CHECK (pet IN ('toeleiding', 'hulpverlening', 'casusregie', 'procesregie')),
    ingetrokken_op    TEXT,
    reden_ingetrokken TEXT    NOT NULL,
    PRIMARY KEY (overleg, casus, professional),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (professional) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX deelname_casus ON deelname (casus);

CREATE TABLE aanwezigheid (
    overleg      TEXT    NOT NULL,
    casus        TEXT    NOT NULL,
    professional TEXT    NOT NULL,
    nummer       INTEGER NOT NULL,
    van          TEXT    NOT NULL,
    tot          TEXT,
    PRIMARY KEY (overleg, casus, professional, nummer),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (professional) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX aanwezigheid_casus ON aanwezigheid (casus);

CREATE TABLE houding (
    overleg      TEXT    NOT NULL,
    casus        TEXT    NOT NULL,
    professional TEXT    NOT NULL,
    soort        TEXT    NOT NULL
        CHECK (soort IN ('luistert', 'niets-in-te-brengen')),
    PRIMARY KEY (overleg, casus, professional),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (professional) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX houding_casus ON houding (casus);

CREATE TABLE akkoord (
    overleg      TEXT    NOT NULL,
    casus        TEXT    NOT NULL,
    professional TEXT    NOT NULL,
    soort        TEXT    NOT NULL
        CHECK (soort IN ('akkoord', 'niet-akkoord')),
    opmerking    ANY     NOT NULL CHECK (typeof(opmerking) IN ('text', 'blob')),
    PRIMARY KEY (overleg, casus, professional),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (professional) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX akkoord_casus ON akkoord (casus);

CREATE TABLE hamerstuk (
    overleg       TEXT    NOT NULL,
    casus         TEXT    NOT NULL,
    besluit       TEXT    NOT NULL,
    aanspreekpunt TEXT    NOT NULL,
    evaluatie_op  TEXT    NOT NULL,
    klaar_als     TEXT    NOT NULL,
    PRIMARY KEY (overleg, casus),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (aanspreekpunt) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX hamerstuk_casus ON hamerstuk (casus);

CREATE TABLE tafelstand (
    overleg TEXT    NOT NULL,
    casus   TEXT    NOT NULL,
    stap    TEXT    NOT NULL
        CHECK (stap IN ('deur', 'beeld', 'oordeel', 'besluit', 'meenemen', 'sluiten')),
    PRIMARY KEY (overleg, casus),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX tafelstand_casus ON tafelstand (casus);

-- Half getypt aan tafel: wordt zonder logregel geschreven, en is weg als de bespreking klaar is.
CREATE TABLE klad (
    overleg TEXT    NOT NULL,
    casus   TEXT    NOT NULL,
    veld    TEXT    NOT NULL
        CHECK (veld IN ('inbreng', 'afspraak', 'besluit')),
    tekst   ANY     NOT NULL CHECK (typeof(tekst) IN ('text', 'blob')),
    PRIMARY KEY (overleg, casus, veld),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX klad_casus ON klad (casus);

CREATE TABLE inbreng (
    id              TEXT    NOT NULL,
    overleg         TEXT    NOT NULL,
    casus           TEXT    NOT NULL,
    inbrenger       TEXT    NOT NULL,
    over            TEXT    NOT NULL,
    categorie       TEXT    NOT NULL,
    niveau          TEXT    NOT NULL
        CHECK (niveau IN ('dat', 'buitenkant', 'inhoud')),
    grondslag       TEXT    NOT NULL,
    noodzaak        ANY     NOT NULL CHECK (typeof(noodzaak) IN ('text', 'blob')),
    kern            ANY     NOT NULL CHECK (typeof(kern) IN ('text', 'blob')),
    route           TEXT    NOT NULL,
    toestemming     TEXT,
    motivering      ANY     NOT NULL CHECK (typeof(motivering) IN ('text', 'blob')),
    lot             TEXT    NOT NULL
        CHECK (lot IN ('onbeslist', 'niemand', 'mee', 'geschrapt', 'vernietigd')),
    reden_geschrapt TEXT    NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (inbrenger) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (toestemming) REFERENCES toestemming (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX inbreng_casus ON inbreng (casus);
CREATE INDEX inbreng_overleg_casus ON inbreng (overleg, casus);
CREATE INDEX inbreng_toestemming ON inbreng (toestemming);

CREATE TABLE vraagkaart (
    id                TEXT    NOT NULL,
    overleg           TEXT    NOT NULL,
    casus             TEXT    NOT NULL,
    professional      TEXT    NOT NULL,
    taak              TEXT    NOT NULL,
    pet               TEXT
        CHECK (pet IN ('toeleiding', 'hulpverlening', 'casusregie', 'procesregie')),
    over              TEXT    NOT NULL,
    vraag             TEXT    NOT NULL,
    categorie         TEXT    NOT NULL,
    grondslag         TEXT    NOT NULL,
    noodzaak          TEXT    NOT NULL,
    uiterlijk         TEXT    NOT NULL,
    gesteld_op        TEXT    NOT NULL,
    beantwoord_op     TEXT,
    inbreng           TEXT,
    ingetrokken_op    TEXT,
    reden_ingetrokken TEXT    NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (professional) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (inbreng) REFERENCES inbreng (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX vraagkaart_casus ON vraagkaart (casus);
CREATE INDEX vraagkaart_overleg_casus ON vraagkaart (overleg, casus);
CREATE INDEX vraagkaart_inbreng ON vraagkaart (inbreng);

CREATE TABLE afspraak (
    id            TEXT    NOT NULL,
    overleg       TEXT    NOT NULL,
    casus         TEXT    NOT NULL,
    uitvoerder    TEXT    NOT NULL,
    wat           TEXT    NOT NULL,
    uiterlijk     TEXT    NOT NULL,
    klaar_als     TEXT    NOT NULL,
    stand         TEXT    NOT NULL
        CHECK (stand IN ('open', 'afgerond', 'niet-gedaan', 'niet-meer-mogelijk')),
    toelichting   TEXT    NOT NULL,
    bijgewerkt_op TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY (overleg, casus) REFERENCES bespreking (overleg, casus) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (uitvoerder) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX afspraak_casus ON afspraak (casus);
CREATE INDEX afspraak_overleg_casus ON afspraak (overleg, casus);

CREATE TABLE meeneming (
    inbreng     TEXT    NOT NULL,
    ontvanger   TEXT    NOT NULL,
    afspraak    TEXT    NOT NULL,
    voorwaarden TEXT    NOT NULL,
    bewaren_tot TEXT,
    PRIMARY KEY (inbreng, ontvanger, afspraak),
    FOREIGN KEY (inbreng) REFERENCES inbreng (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (ontvanger) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (afspraak) REFERENCES afspraak (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX meeneming_afspraak ON meeneming (afspraak);

CREATE TABLE verzoek (
    id             TEXT    NOT NULL,
    casus          TEXT    NOT NULL,
    soort          TEXT    NOT NULL
        CHECK (soort IN ('inzage', 'rectificatie', 'wissing', 'beperking', 'bezwaar')),
    ontvangen_op   TEXT    NOT NULL,
    uiterlijk      TEXT    NOT NULL,
    besluit        TEXT    NOT NULL,
    motivering     TEXT    NOT NULL,
    afgehandeld_op TEXT,
    PRIMARY KEY (id)
) STRICT;
CREATE INDEX verzoek_casus ON verzoek (casus);

CREATE TABLE verzoekverlenging (
    verzoek   TEXT    NOT NULL,
    casus     TEXT    NOT NULL,
    op        TEXT    NOT NULL,
    uiterlijk TEXT    NOT NULL,
    reden     TEXT    NOT NULL,
    PRIMARY KEY (verzoek),
    FOREIGN KEY (verzoek) REFERENCES verzoek (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX verzoekverlenging_casus ON verzoekverlenging (casus);

CREATE TABLE weglating (
    verzoek     TEXT    NOT NULL,
    nummer      INTEGER NOT NULL,
    casus       TEXT    NOT NULL,
    op          TEXT    NOT NULL,
    wat         TEXT    NOT NULL,
    grond       TEXT    NOT NULL,
    motivering  TEXT    NOT NULL,
    beoordelaar TEXT    NOT NULL,
    inbreng     TEXT,
    categorie   TEXT    NOT NULL,
    professional TEXT,
    PRIMARY KEY (verzoek, nummer),
    FOREIGN KEY (verzoek) REFERENCES verzoek (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (beoordelaar) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (inbreng) REFERENCES inbreng (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (professional) REFERENCES professional (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX weglating_casus ON weglating (casus);

CREATE TABLE herkomst (
    casus  TEXT NOT NULL,
    soort  TEXT NOT NULL,
    id     TEXT NOT NULL,
    eerder TEXT NOT NULL,
    huis   TEXT NOT NULL,
    op     TEXT NOT NULL,
    PRIMARY KEY (casus, soort, id),
    FOREIGN KEY (casus) REFERENCES casus (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE rectificatie (
    verzoek   TEXT    NOT NULL,
    inbreng   TEXT    NOT NULL,
    casus     TEXT    NOT NULL,
    op        TEXT    NOT NULL,
    wat       TEXT    NOT NULL,
    gemeld_op TEXT,
    PRIMARY KEY (verzoek, inbreng),
    FOREIGN KEY (verzoek) REFERENCES verzoek (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (inbreng) REFERENCES inbreng (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX rectificatie_casus ON rectificatie (casus);

CREATE TABLE beperking (
    verzoek         TEXT    NOT NULL,
    casus           TEXT    NOT NULL,
    op              TEXT    NOT NULL,
    reden           TEXT    NOT NULL,
    opgeheven_op    TEXT,
    reden_opgeheven TEXT    NOT NULL,
    PRIMARY KEY (verzoek),
    FOREIGN KEY (verzoek) REFERENCES verzoek (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX beperking_casus ON beperking (casus);
