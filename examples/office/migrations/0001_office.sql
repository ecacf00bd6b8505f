-- One schema for SQLite and PostgreSQL: texts and whole numbers alone. Days are ISO 8601 and order as texts do.

-- What stands for a person here, and nothing about the person.
CREATE TABLE holders (
    id TEXT PRIMARY KEY,
    -- How many rows of `studies` there are. It is raised in the transaction that adds one, and so is the lock as well.
    version BIGINT NOT NULL DEFAULT 0
);

-- Identity numbers, apart from everything else. The owner is `holder ID`, or `form NUMBER VERSION` for what a form says.
CREATE TABLE identities (
    owner TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    number TEXT NOT NULL
);

-- Every look at a full identity number, kept before the number is shown.
CREATE TABLE looks (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    owner TEXT NOT NULL,
    reason TEXT NOT NULL
);

-- The laws that decisions were made under, whole, by their fingerprint: evidence.
CREATE TABLE laws (
    fingerprint TEXT PRIMARY KEY,
    law TEXT NOT NULL,
    first_used_on TEXT NOT NULL
);

CREATE TABLE certificates (
    number TEXT PRIMARY KEY,
    holder TEXT NOT NULL REFERENCES holders (id),
    name TEXT NOT NULL,
    qualification TEXT NOT NULL,
    obtained_on TEXT NOT NULL,
    -- Where it is read under another law than the office's: a story that supposes one, a case of the kit.
    law TEXT REFERENCES laws (fingerprint),
    mode TEXT NOT NULL,
    -- The story it was filled from.
    story TEXT,
    -- How many rows of `acts` there are, as with `holders`.
    version BIGINT NOT NULL
);
CREATE INDEX certificates_holder ON certificates (holder);
CREATE INDEX certificates_name ON certificates (name);

-- What happened to a certificate. Rows are added and never changed: a record struck as wrong is a row that strikes.
CREATE TABLE acts (
    certificate TEXT NOT NULL REFERENCES certificates (number),
    version BIGINT NOT NULL,
    -- The act as JSON; null where the row strikes another, or brings papers alone.
    event TEXT,
    -- The version that this row strikes.
    strikes BIGINT,
    -- The form and what was brought beside it, as JSON without the identity number: with a filing, or in its place.
    papers TEXT,
    -- Copies from the event, to search by.
    name TEXT,
    happened_on TEXT,
    -- The day of the record, or of the striking.
    recorded_on TEXT NOT NULL,
    actor TEXT NOT NULL,
    -- What it was decided on: the rows of both registers, and the law.
    decided_version BIGINT NOT NULL,
    studies_version BIGINT NOT NULL,
    law TEXT NOT NULL REFERENCES laws (fingerprint),
    PRIMARY KEY (certificate, version)
);
CREATE INDEX acts_named ON acts (name, happened_on);

-- What a holder has studied, in the same way.
CREATE TABLE studies (
    holder TEXT NOT NULL REFERENCES holders (id),
    version BIGINT NOT NULL,
    entry TEXT,
    strikes BIGINT,
    recorded_on TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (holder, version)
);

-- What lies on somebody's table, from the act that laid it there to the one that takes it away.
CREATE TABLE matters (
    certificate TEXT NOT NULL REFERENCES certificates (number),
    kind TEXT NOT NULL,
    opened BIGINT NOT NULL,
    opened_on TEXT NOT NULL,
    closed BIGINT,
    PRIMARY KEY (certificate, kind, opened)
);
CREATE INDEX matters_open ON matters (kind, opened_on) WHERE closed IS NULL;

-- What the provincial authority consented to or verified, until an act rests on it.
CREATE TABLE consents (
    certificate TEXT NOT NULL REFERENCES certificates (number),
    kind TEXT NOT NULL,
    given_on TEXT NOT NULL,
    actor TEXT NOT NULL,
    used BIGINT,
    PRIMARY KEY (certificate, kind, given_on)
);

-- What each act obliges somebody to do.
CREATE TABLE duties (
    certificate TEXT NOT NULL REFERENCES certificates (number),
    version BIGINT NOT NULL,
    task TEXT NOT NULL,
    bearer TEXT NOT NULL,
    done_on TEXT,
    done_by TEXT,
    PRIMARY KEY (certificate, version, task)
);
CREATE INDEX duties_open ON duties (bearer) WHERE done_on IS NULL;

CREATE TABLE users (
    name TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    role TEXT NOT NULL,
    body TEXT,
    feed TEXT NOT NULL UNIQUE
);

-- A session is known by the digest of its token alone.
CREATE TABLE sessions (
    digest TEXT PRIMARY KEY,
    actor TEXT NOT NULL REFERENCES users (name),
    ends_at BIGINT NOT NULL
);

-- The first answer to each request that carried a key.
CREATE TABLE answers (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    request TEXT NOT NULL,
    status BIGINT,
    body TEXT,
    PRIMARY KEY (actor, key)
);
