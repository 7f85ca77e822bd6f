-- The operator's register. Dates are YYYY-MM-DD; an empty end means "no end yet".
-- No table contains a person's name or identity number: the register confirms them by tags (docs/formats.md).

CREATE TABLE register (
    name          TEXT NOT NULL,
    covered_from  TEXT NOT NULL,  -- all documents issued from this date on are listed
    schema        INTEGER NOT NULL -- the version of this schema, 2; `rastau register migrate` changes it
);

CREATE TABLE professions (  -- art. 5.6, 6.1(4)
    code TEXT NOT NULL, edition TEXT NOT NULL,
    name_kk TEXT NOT NULL, name_ru TEXT NOT NULL, name_en TEXT NOT NULL,
    PRIMARY KEY (code, edition)
) WITHOUT ROWID;

CREATE TABLE profession_versions (  -- art. 15.1, 15.5, 21.5
    profession TEXT NOT NULL, edition TEXT NOT NULL,
    valid_from TEXT NOT NULL, valid_until TEXT,
    mode TEXT NOT NULL,           -- voluntary | mandatory
    other_law TEXT,               -- for mandatory: which law decides
    term_months INTEGER,          -- validity of documents; empty: without a term
    PRIMARY KEY (profession, edition, valid_from)
) WITHOUT ROWID;

CREATE TABLE bases (  -- art. 15.4
    profession TEXT NOT NULL, edition TEXT NOT NULL,
    kind TEXT NOT NULL,           -- standard | qualification-requirements
    id TEXT NOT NULL,
    valid_from TEXT NOT NULL, valid_until TEXT,
    PRIMARY KEY (profession, edition, kind, id, valid_from)
) WITHOUT ROWID;

CREATE TABLE qualifications (
    profession TEXT NOT NULL, edition TEXT NOT NULL, code TEXT NOT NULL, level TEXT NOT NULL,
    name_kk TEXT NOT NULL, name_ru TEXT NOT NULL, name_en TEXT NOT NULL,
    PRIMARY KEY (profession, edition, code)
) WITHOUT ROWID;

CREATE TABLE skills (  -- art. 20
    profession TEXT NOT NULL, edition TEXT NOT NULL, code TEXT NOT NULL,
    name_kk TEXT NOT NULL, name_ru TEXT NOT NULL, name_en TEXT NOT NULL,
    PRIMARY KEY (profession, edition, code)
) WITHOUT ROWID;

CREATE TABLE centres (  -- art. 11.2
    bin TEXT NOT NULL PRIMARY KEY,
    name_kk TEXT NOT NULL, name_ru TEXT NOT NULL, name_en TEXT NOT NULL,
    legal_entity INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE accreditations (  -- art. 17.1, 23.2(5), 25.2
    bin TEXT NOT NULL, serial TEXT NOT NULL,
    route TEXT NOT NULL,          -- this-law | conformity-assessment
    valid_from TEXT NOT NULL, valid_until TEXT,
    PRIMARY KEY (bin, serial)
) WITHOUT ROWID;

CREATE TABLE accreditation_events (  -- art. 26
    bin TEXT NOT NULL, serial TEXT NOT NULL, happened_on TEXT NOT NULL,
    kind TEXT NOT NULL,           -- revoked | resumed | liquidated | court-ban
    PRIMARY KEY (bin, serial, happened_on, kind)
) WITHOUT ROWID;

CREATE TABLE accreditation_scopes (
    bin TEXT NOT NULL, serial TEXT NOT NULL, profession TEXT NOT NULL,
    valid_from TEXT NOT NULL, valid_until TEXT,
    PRIMARY KEY (bin, serial, profession, valid_from)
) WITHOUT ROWID;

CREATE TABLE issuing_keys (
    public_key TEXT NOT NULL PRIMARY KEY,  -- hexadecimal
    algorithm TEXT NOT NULL,      -- ed25519 | p256
    bin TEXT NOT NULL,
    professions TEXT,             -- codes separated by spaces; empty: all of the centre's
    valid_from TEXT NOT NULL, valid_until TEXT
) WITHOUT ROWID;

-- The calendar of working days. It may be empty; verifiers then use their built-in one.
CREATE TABLE calendar_years (
    year INTEGER PRIMARY KEY,
    covered_from TEXT NOT NULL, covered_until TEXT NOT NULL  -- both in this year; other days are unknown
);
CREATE TABLE calendar (  -- days that differ from their day of the week
    day TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,           -- holiday | day-off | worked
    name TEXT NOT NULL,           -- the holiday's stable name in a-z and -; may be empty
    related TEXT                  -- the day that this one replaces
) WITHOUT ROWID;

-- Dictionaries of the sealed attributes. Append-only: an id is never reused.
CREATE TABLE offers (
    id INTEGER PRIMARY KEY,
    profession TEXT NOT NULL, edition TEXT NOT NULL, qualification TEXT NOT NULL, level TEXT NOT NULL,
    basis_kind TEXT NOT NULL, basis_id TEXT NOT NULL,
    term_months INTEGER NOT NULL, -- 0: without a term
    UNIQUE (profession, edition, qualification, level, basis_kind, basis_id, term_months)
);
CREATE TABLE accreditation_refs (
    id INTEGER PRIMARY KEY, bin TEXT NOT NULL, serial TEXT NOT NULL, UNIQUE (bin, serial)
);
CREATE TABLE skill_lists (
    id INTEGER PRIMARY KEY, skills TEXT NOT NULL UNIQUE  -- codes separated by spaces
);

CREATE TABLE documents (  -- art. 6.1(8)
    number TEXT NOT NULL PRIMARY KEY,
    bin TEXT NOT NULL, serial TEXT NOT NULL,
    profession TEXT NOT NULL, edition TEXT NOT NULL, qualification TEXT, level TEXT NOT NULL, skills TEXT,
    basis_kind TEXT NOT NULL, basis_id TEXT NOT NULL,
    exam_on TEXT NOT NULL, issued_on TEXT NOT NULL, valid_until TEXT,
    holder_tag BLOB, name_tag BLOB, seal_check BLOB, sealed BLOB  -- all four, or none for a document issued without a code
) WITHOUT ROWID;

CREATE TABLE cancellations (  -- art. 26.2, part two
    number TEXT NOT NULL, cancelled_on TEXT NOT NULL,
    ground TEXT NOT NULL,         -- confirmed-complaint | court-decision | issued-in-error | holder-request | other-law
    reinstated_on TEXT,
    PRIMARY KEY (number, cancelled_on)
) WITHOUT ROWID;

CREATE TABLE replaced_documents (  -- cancelled documents in whose place a new one was issued
    number TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE sealed_later (  -- documents issued without a code whose record was sealed afterwards; every other sealed one was issued with its code
    number TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE contacts (  -- how to reach the bodies that sign; shown where a person has to ask somebody
    body TEXT NOT NULL PRIMARY KEY,  -- keeper | chamber | the BIN of a centre | link: page is the origin of documents' web addresses
    page TEXT NOT NULL DEFAULT '', telephone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

-- What was changed, by whom, when and why. Append-only; each line's hash covers the hash of the line before it.
CREATE TABLE audit (
    sequence INTEGER NOT NULL PRIMARY KEY,  -- 1, 2, 3, … without a gap
    at TEXT NOT NULL,             -- RFC 3339, UTC
    operator TEXT NOT NULL,
    action TEXT NOT NULL,         -- import | migrate | issue | cancel | reinstate | correct | apply
    reason TEXT NOT NULL,
    table_name TEXT NOT NULL,     -- the table of the changed row; empty for a line about the whole register
    row_key TEXT NOT NULL,        -- the row's primary key, its columns separated by tabs
    change TEXT NOT NULL,         -- JSON: the row before and after the change, or the numbers of rows of the whole register
    previous BLOB NOT NULL,       -- the hash of the line before; 32 zero bytes for the first
    hash BLOB NOT NULL            -- SHA-256, as registry/src/audit.rs states
) WITHOUT ROWID;
CREATE INDEX audit_rows ON audit (table_name, row_key);
CREATE TRIGGER audit_insert BEFORE INSERT ON audit
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit table is append-only'); END;
CREATE TRIGGER audit_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit table is append-only'); END;
CREATE TRIGGER audit_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit table is append-only'); END;
