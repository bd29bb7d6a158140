-- The ground under every module: groups, periods, facts, audit, queues, files.

CREATE TABLE tenant (
  tenant_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
  next_label integer NOT NULL DEFAULT 1,
  founded_at timestamptz NOT NULL
);
COMMENT ON TABLE tenant IS 'A group: the outermost wall between data';
COMMENT ON COLUMN tenant.tenant_id IS 'number of the group in this installation';
COMMENT ON COLUMN tenant.code IS 'short code asked at sign-in when there are several groups';
COMMENT ON COLUMN tenant.name IS 'full name of the group';
COMMENT ON COLUMN tenant.time_zone IS 'zone in which a day begins and ends';
COMMENT ON COLUMN tenant.next_label IS 'next short label of an organisation''s path';
COMMENT ON COLUMN tenant.founded_at IS 'when the group was set up';

CREATE TABLE period (
  tenant_id integer NOT NULL REFERENCES tenant,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  state text NOT NULL CHECK (state IN ('open', 'publicity', 'closed')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, month)
);
COMMENT ON TABLE period IS 'Months that are no longer simply open; a month without a row is open';
COMMENT ON COLUMN period.tenant_id IS 'group';
COMMENT ON COLUMN period.month IS 'first day of the month';
COMMENT ON COLUMN period.state IS '开放, 公示, 关闭';
COMMENT ON COLUMN period.version IS 'rises when a closed month is reopened';

CREATE TABLE fact (
  tenant_id integer NOT NULL,
  posted_in date NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  subject_id uuid,
  kind text NOT NULL,
  sign smallint NOT NULL DEFAULT 1 CHECK (sign IN (-1, 1)),
  occurred_on date NOT NULL,
  counts_on date NOT NULL,
  quantity numeric NOT NULL,
  base numeric,
  attributes jsonb NOT NULL DEFAULT '{}',
  source_table text NOT NULL,
  source_id uuid NOT NULL,
  source_version integer NOT NULL,
  record_id uuid,
  corrects uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, posted_in, id),
  CHECK ((sign = -1) = (corrects IS NOT NULL))
) PARTITION BY RANGE (posted_in);
COMMENT ON TABLE fact IS 'What counts, immutable; a correction is a storno and a new fact';
COMMENT ON COLUMN fact.tenant_id IS 'group';
COMMENT ON COLUMN fact.posted_in IS 'first day of the month it is booked in, fixed at insert';
COMMENT ON COLUMN fact.id IS 'UUIDv7';
COMMENT ON COLUMN fact.organization_id IS 'organisation it is scored for';
COMMENT ON COLUMN fact.subject_id IS '党小组 or person it concerns, if another than the organisation';
COMMENT ON COLUMN fact.kind IS 'kind of fact, see domain/assessment/things.ts';
COMMENT ON COLUMN fact.sign IS '-1 in a storno';
COMMENT ON COLUMN fact.occurred_on IS 'when it happened';
COMMENT ON COLUMN fact.counts_on IS 'plain date that decides its period';
COMMENT ON COLUMN fact.quantity IS 'how much';
COMMENT ON COLUMN fact.base IS 'of how much, where it is a share';
COMMENT ON COLUMN fact.attributes IS 'template, timeliness and the like';
COMMENT ON COLUMN fact.source_table IS 'kind of thing it comes from';
COMMENT ON COLUMN fact.source_id IS 'the thing it comes from';
COMMENT ON COLUMN fact.source_version IS 'version of that thing';
COMMENT ON COLUMN fact.record_id IS 'record that shows it, for the way back to the evidence';
COMMENT ON COLUMN fact.corrects IS 'the fact that a storno reverses';
COMMENT ON COLUMN fact.recorded_at IS 'for display only, decides nothing';
CREATE INDEX fact_of_organization ON fact (tenant_id, organization_id, counts_on);

CREATE TABLE fact_source (
  tenant_id integer NOT NULL,
  source_table text NOT NULL,
  source_id uuid NOT NULL,
  source_version integer NOT NULL,
  kind text NOT NULL,
  part text NOT NULL DEFAULT '',
  sign smallint NOT NULL DEFAULT 1,
  fact_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, source_table, source_id, source_version, kind, part, sign)
);
COMMENT ON TABLE fact_source IS 'Makes each source count once over all partitions of fact';
COMMENT ON COLUMN fact_source.tenant_id IS 'group';
COMMENT ON COLUMN fact_source.source_table IS 'kind of thing the fact comes from';
COMMENT ON COLUMN fact_source.source_id IS 'the thing';
COMMENT ON COLUMN fact_source.source_version IS 'its version';
COMMENT ON COLUMN fact_source.kind IS 'kind of fact';
COMMENT ON COLUMN fact_source.part IS 'which of several facts of one kind from one source';
COMMENT ON COLUMN fact_source.sign IS 'a storno is counted once as well';
COMMENT ON COLUMN fact_source.fact_id IS 'the fact';

CREATE TABLE outbox (
  tenant_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  topic text NOT NULL,
  organization_id uuid NOT NULL,
  month date NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE outbox IS 'Work that follows from a committed change, drained by a loop';
COMMENT ON COLUMN outbox.tenant_id IS 'group';
COMMENT ON COLUMN outbox.id IS 'order of arrival, with gaps';
COMMENT ON COLUMN outbox.topic IS 'what it asks for, e.g. score.dirty';
COMMENT ON COLUMN outbox.organization_id IS 'organisation it concerns';
COMMENT ON COLUMN outbox.month IS 'month it concerns';
COMMENT ON COLUMN outbox.recorded_at IS 'age of the backlog';

CREATE TABLE idempotency (
  tenant_id integer NOT NULL,
  account_id uuid NOT NULL,
  key text NOT NULL,
  request_digest text NOT NULL,
  answer jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, account_id, key)
);
COMMENT ON TABLE idempotency IS 'Answers by key, so that a repeated request has no second effect';
COMMENT ON COLUMN idempotency.tenant_id IS 'group';
COMMENT ON COLUMN idempotency.account_id IS 'who sent it';
COMMENT ON COLUMN idempotency.key IS 'the caller''s Idempotency-Key';
COMMENT ON COLUMN idempotency.request_digest IS 'SHA-256 of use case and input: the same key may not serve another request';
COMMENT ON COLUMN idempotency.answer IS 'what was answered the first time';
COMMENT ON COLUMN idempotency.recorded_at IS 'kept for some days';

CREATE TABLE audit_entry (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  account_id uuid,
  account_name text NOT NULL,
  action text NOT NULL,
  object text NOT NULL,
  place text,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
  before_digest text,
  after_digest text,
  address text,
  request_id text NOT NULL,
  mac text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE audit_entry IS 'Who did what when, written in the transaction of the change';
COMMENT ON COLUMN audit_entry.tenant_id IS 'group';
COMMENT ON COLUMN audit_entry.id IS 'UUIDv7';
COMMENT ON COLUMN audit_entry.recorded_at IS 'UTC, millisecond';
COMMENT ON COLUMN audit_entry.account_id IS 'who; null for the system and for the unknown';
COMMENT ON COLUMN audit_entry.account_name IS 'name as signed in, or system';
COMMENT ON COLUMN audit_entry.action IS 'use case';
COMMENT ON COLUMN audit_entry.object IS 'what it was done to';
COMMENT ON COLUMN audit_entry.place IS 'path of the organisation concerned';
COMMENT ON COLUMN audit_entry.outcome IS 'result';
COMMENT ON COLUMN audit_entry.before_digest IS 'SHA-256 of the state before';
COMMENT ON COLUMN audit_entry.after_digest IS 'SHA-256 of the state after';
COMMENT ON COLUMN audit_entry.address IS 'network address of the caller';
COMMENT ON COLUMN audit_entry.request_id IS 'the number shown to the user on an error';
COMMENT ON COLUMN audit_entry.mac IS 'HMAC of the row, key outside the database';

CREATE TABLE audit_unsealed (
  tenant_id integer NOT NULL,
  entry_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, entry_id)
);
COMMENT ON TABLE audit_unsealed IS 'Queue of the sealer';
COMMENT ON COLUMN audit_unsealed.tenant_id IS 'group';
COMMENT ON COLUMN audit_unsealed.entry_id IS 'entry that waits for its place in the chain';

CREATE TABLE audit_seal (
  tenant_id integer NOT NULL,
  sequence bigint NOT NULL,
  entry_id uuid NOT NULL,
  chain text NOT NULL,
  PRIMARY KEY (tenant_id, sequence),
  UNIQUE (tenant_id, entry_id)
);
COMMENT ON TABLE audit_seal IS 'The chain: a changed, removed or swapped entry breaks it';
COMMENT ON COLUMN audit_seal.tenant_id IS 'group';
COMMENT ON COLUMN audit_seal.sequence IS 'gap-free number';
COMMENT ON COLUMN audit_seal.entry_id IS 'sealed entry';
COMMENT ON COLUMN audit_seal.chain IS 'HMAC over the chain before and the entry''s mac';

CREATE TABLE audit_anchor (
  tenant_id integer NOT NULL,
  sequence bigint NOT NULL,
  chain text NOT NULL,
  mac text NOT NULL,
  anchored_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, sequence)
);
COMMENT ON TABLE audit_anchor IS 'Signed heads, written to a file outside the database as well, so that a cut tail is found';
COMMENT ON COLUMN audit_anchor.tenant_id IS 'group';
COMMENT ON COLUMN audit_anchor.sequence IS 'head of the chain at that time';
COMMENT ON COLUMN audit_anchor.chain IS 'its chain value';
COMMENT ON COLUMN audit_anchor.mac IS 'HMAC over both';
COMMENT ON COLUMN audit_anchor.anchored_at IS 'when';

CREATE TABLE file (
  tenant_id integer NOT NULL,
  id text NOT NULL CHECK (id ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  organization_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE file IS 'Content-addressed files; the bytes are outside the database';
COMMENT ON COLUMN file.tenant_id IS 'group';
COMMENT ON COLUMN file.id IS 'SHA-256 of the stored content';
COMMENT ON COLUMN file.media_type IS 'found from the content, not from its name';
COMMENT ON COLUMN file.size IS 'bytes';
COMMENT ON COLUMN file.organization_id IS 'organisation that uploaded it first';
COMMENT ON COLUMN file.recorded_at IS 'when';

-- One partition a year; months beyond them go to the default partition until a migration adds theirs.
CREATE TABLE fact_2024 PARTITION OF fact FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE fact_2025 PARTITION OF fact FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE fact_2026 PARTITION OF fact FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE fact_2027 PARTITION OF fact FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
CREATE TABLE fact_2028 PARTITION OF fact FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');
CREATE TABLE fact_2029 PARTITION OF fact FOR VALUES FROM ('2029-01-01') TO ('2030-01-01');
CREATE TABLE fact_2030 PARTITION OF fact FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
CREATE TABLE fact_other PARTITION OF fact DEFAULT;
