-- Facts with their closing, periods with versions, owned and adopted definitions, sheets with their roll-ups.

-- Facts: the closing they come before, and what is shown but never scored.
ALTER TABLE fact ADD COLUMN closing integer NOT NULL DEFAULT 1;
ALTER TABLE fact ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN fact.closing IS 'number of the closing it comes before: it belongs to every version of its period that was closed under this number or a later one';
COMMENT ON COLUMN fact.attributes IS 'what indicators may ask for: template, timeliness and the like; few different values';
COMMENT ON COLUMN fact.details IS 'what is shown and never scored: obligation, days late, reason';
UPDATE fact SET details = attributes - 'template' - 'timeliness',
  attributes = attributes - ARRAY(SELECT jsonb_object_keys(attributes - 'template' - 'timeliness'));
-- Facts are looked up by organisation and day, or read by the month they were booked in, which lie together.
ALTER TABLE fact DROP CONSTRAINT fact_pkey;
ALTER TABLE fact ADD PRIMARY KEY (tenant_id, id, posted_in);
CREATE INDEX fact_of_posting ON fact USING brin (posted_in) WITH (pages_per_range = 32);

-- Periods of any length.
ALTER TABLE period DROP CONSTRAINT period_pkey;
ALTER TABLE period DROP CONSTRAINT period_month_check;
ALTER TABLE period RENAME COLUMN month TO period_from;
ALTER TABLE period ADD COLUMN span text NOT NULL DEFAULT 'month' CHECK (span IN ('month', 'quarter', 'half_year', 'year'));
ALTER TABLE period ADD COLUMN closing integer;
ALTER TABLE period ADD COLUMN publicity_from date;
ALTER TABLE period ADD COLUMN publicity_to date;
ALTER TABLE period ALTER COLUMN span DROP DEFAULT;
ALTER TABLE period ADD PRIMARY KEY (tenant_id, span, period_from);
ALTER TABLE period ADD CHECK (extract(day FROM period_from) = 1);
UPDATE period SET closing = 1 WHERE state <> 'open';
ALTER TABLE period ADD CHECK ((state = 'open') = (closing IS NULL));
COMMENT ON TABLE period IS 'Periods that are no longer simply open; a period without a row is open in its first version';
COMMENT ON COLUMN period.span IS 'month, quarter, half_year or year';
COMMENT ON COLUMN period.period_from IS 'first day';
COMMENT ON COLUMN period.closing IS 'number of the closing that ended its entries; null while it is open';
COMMENT ON COLUMN period.publicity_from IS 'first day of 公示';
COMMENT ON COLUMN period.publicity_to IS 'last day of 公示, five workdays by default (EVA-12)';

CREATE TABLE period_closing (
  tenant_id integer NOT NULL REFERENCES tenant,
  closing integer NOT NULL,
  span text NOT NULL,
  period_from date NOT NULL,
  version integer NOT NULL,
  closed_at timestamptz NOT NULL,
  closed_by uuid,
  reason text,
  PRIMARY KEY (tenant_id, closing),
  UNIQUE (tenant_id, span, period_from, version)
);
COMMENT ON TABLE period_closing IS 'Each closing of a period; the number is the clock that says which facts a version holds';
COMMENT ON COLUMN period_closing.tenant_id IS 'group';
COMMENT ON COLUMN period_closing.closing IS '1, 2 … in the order of closing';
COMMENT ON COLUMN period_closing.span IS 'length of the period';
COMMENT ON COLUMN period_closing.period_from IS 'first day of the period';
COMMENT ON COLUMN period_closing.version IS 'version of the period that was closed';
COMMENT ON COLUMN period_closing.closed_at IS 'when';
COMMENT ON COLUMN period_closing.closed_by IS 'account';
COMMENT ON COLUMN period_closing.reason IS 'why it was opened again for this version; null in the first';

CREATE TABLE period_structure (
  tenant_id integer NOT NULL,
  span text NOT NULL,
  period_from date NOT NULL,
  version integer NOT NULL,
  organization_id uuid NOT NULL,
  parent_id uuid,
  path text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  class text NOT NULL,
  name text NOT NULL,
  members integer NOT NULL,
  whole boolean NOT NULL,
  PRIMARY KEY (tenant_id, span, period_from, version, organization_id)
);
COMMENT ON TABLE period_structure IS 'The tree of a closed period as of its last day';
COMMENT ON COLUMN period_structure.tenant_id IS 'group';
COMMENT ON COLUMN period_structure.span IS 'length of the period';
COMMENT ON COLUMN period_structure.period_from IS 'first day of the period';
COMMENT ON COLUMN period_structure.version IS 'version of the period';
COMMENT ON COLUMN period_structure.organization_id IS 'organisation';
COMMENT ON COLUMN period_structure.parent_id IS 'parent on the last day';
COMMENT ON COLUMN period_structure.path IS 'path on the last day';
COMMENT ON COLUMN period_structure.kind IS 'kind of organisation';
COMMENT ON COLUMN period_structure.class IS 'class on the last day; empty where it has none';
COMMENT ON COLUMN period_structure.name IS 'name on the last day';
COMMENT ON COLUMN period_structure.members IS 'members on the last day';
COMMENT ON COLUMN period_structure.whole IS 'whether it existed for the whole period';

-- Definitions: who owns a version, and who uses which.
ALTER TABLE indicator_version ADD COLUMN owner_id uuid;
ALTER TABLE indicator_version ADD COLUMN published_at timestamptz;
ALTER TABLE indicator_version ADD COLUMN published_by uuid;
COMMENT ON COLUMN indicator_version.owner_id IS 'organisation that made it; null for the built-in library';
COMMENT ON COLUMN indicator_version.published_at IS 'when; null for the built-in library';
COMMENT ON COLUMN indicator_version.published_by IS 'account';
ALTER TABLE scheme_version ADD COLUMN owner_id uuid;
ALTER TABLE scheme_version ADD COLUMN base_version integer;
ALTER TABLE scheme_version ADD COLUMN published_at timestamptz;
ALTER TABLE scheme_version ADD COLUMN published_by uuid;
COMMENT ON COLUMN scheme_version.owner_id IS 'organisation that made it; null for the built-in library';
COMMENT ON COLUMN scheme_version.base_version IS 'version it adapts within what that leaves open';
COMMENT ON COLUMN scheme_version.published_at IS 'when; null for the built-in library';
COMMENT ON COLUMN scheme_version.published_by IS 'account';

-- What the first release left out because it had one scheme and nothing else.
UPDATE scheme_version SET body = jsonb_build_object('cadence', 'month') || body;

CREATE TABLE definition_draft (
  tenant_id integer NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('indicator', 'scheme')),
  code text NOT NULL,
  body jsonb NOT NULL,
  revision integer NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, owner_id, kind, code),
  FOREIGN KEY (tenant_id, owner_id) REFERENCES organization
);
COMMENT ON TABLE definition_draft IS 'Indicators and schemes that are being written; publishing makes an immutable version';
COMMENT ON COLUMN definition_draft.tenant_id IS 'group';
COMMENT ON COLUMN definition_draft.id IS 'UUIDv7';
COMMENT ON COLUMN definition_draft.owner_id IS 'organisation that writes it';
COMMENT ON COLUMN definition_draft.kind IS 'indicator or scheme';
COMMENT ON COLUMN definition_draft.code IS 'code of what it becomes';
COMMENT ON COLUMN definition_draft.body IS 'as typed; validated when it is published';
COMMENT ON COLUMN definition_draft.revision IS 'rises with each save, so that two writers notice each other';
COMMENT ON COLUMN definition_draft.changed_at IS 'last save';
COMMENT ON COLUMN definition_draft.changed_by IS 'account';

CREATE TABLE scheme_adoption (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  scheme_code text NOT NULL,
  period_from date NOT NULL,
  scheme_version integer NOT NULL,
  adopted_at timestamptz NOT NULL,
  adopted_by uuid,
  PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, scheme_code, scheme_version) REFERENCES scheme_version
);
COMMENT ON TABLE scheme_adoption IS 'Which version of a scheme an organisation uses for itself and all below, from a period on; the nearest above holds (逐级考核)';
COMMENT ON COLUMN scheme_adoption.tenant_id IS 'group';
COMMENT ON COLUMN scheme_adoption.organization_id IS 'organisation that assesses';
COMMENT ON COLUMN scheme_adoption.scheme_code IS 'scheme';
COMMENT ON COLUMN scheme_adoption.period_from IS 'first day of the first period it holds for';
COMMENT ON COLUMN scheme_adoption.scheme_version IS 'version';
COMMENT ON COLUMN scheme_adoption.adopted_at IS 'when';
COMMENT ON COLUMN scheme_adoption.adopted_by IS 'account; null for the built-in library';

-- Sheets and what adds up over the tree. They follow from facts and versions and can be made again at any time, so they
-- carry no foreign keys; the sheets of the first release are made again.
DROP TABLE score_sheet;
CREATE TABLE score_sheet (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  scheme_code text NOT NULL,
  period_from date NOT NULL,
  period_version integer NOT NULL,
  basis text NOT NULL CHECK (basis IN ('published', 'adjusted')),
  scheme_version integer NOT NULL,
  path text COLLATE "C" NOT NULL,
  class text NOT NULL,
  total numeric,
  coverage numeric NOT NULL,
  order_key text COLLATE "C" NOT NULL,
  lines jsonb NOT NULL,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version, basis)
);
COMMENT ON TABLE score_sheet IS 'What an organisation scored in a period: one row for all its lines';
COMMENT ON COLUMN score_sheet.tenant_id IS 'group';
COMMENT ON COLUMN score_sheet.organization_id IS 'subject';
COMMENT ON COLUMN score_sheet.scheme_code IS 'scheme';
COMMENT ON COLUMN score_sheet.period_from IS 'first day of the period; the scheme says how long it is';
COMMENT ON COLUMN score_sheet.period_version IS 'version of the period';
COMMENT ON COLUMN score_sheet.basis IS 'published: of the facts of this version; adjusted: of all facts that count, only where they differ';
COMMENT ON COLUMN score_sheet.scheme_version IS 'version of the scheme';
COMMENT ON COLUMN score_sheet.path IS 'place on the last day of the period';
COMMENT ON COLUMN score_sheet.class IS 'class on the last day of the period; empty where it has none';
COMMENT ON COLUMN score_sheet.total IS 'null while nothing is scored';
COMMENT ON COLUMN score_sheet.coverage IS 'percent of the full marks that could be scored';
COMMENT ON COLUMN score_sheet.order_key IS 'sorts by rank, higher is better, equal is tied; empty without a rank';
COMMENT ON COLUMN score_sheet.lines IS 'figures of each line, see domain/assessment/sheet-figures.ts';
COMMENT ON COLUMN score_sheet.computed_at IS 'when';
CREATE INDEX score_sheet_by_rank ON score_sheet (tenant_id, scheme_code, period_from, class, order_key DESC, organization_id) WHERE basis = 'published';
CREATE INDEX score_sheet_by_place ON score_sheet (tenant_id, scheme_code, period_from, path) WHERE basis = 'published';
-- A new month must not be read by plans that were made before it was there.
ALTER TABLE score_sheet SET (autovacuum_analyze_scale_factor = 0.02);

CREATE TABLE score_rollup (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  scheme_code text NOT NULL,
  period_from date NOT NULL,
  period_version integer NOT NULL,
  class text NOT NULL,
  bucket text COLLATE "C" NOT NULL,
  organizations integer NOT NULL,
  totals numeric NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version, class, bucket)
);
COMMENT ON TABLE score_rollup IS 'How many organisations at and below one reached which total: ranks and means of any board without reading its rows';
COMMENT ON COLUMN score_rollup.tenant_id IS 'group';
COMMENT ON COLUMN score_rollup.organization_id IS 'organisation that assesses';
COMMENT ON COLUMN score_rollup.scheme_code IS 'scheme';
COMMENT ON COLUMN score_rollup.period_from IS 'first day of the period';
COMMENT ON COLUMN score_rollup.period_version IS 'version of the period';
COMMENT ON COLUMN score_rollup.class IS 'class';
COMMENT ON COLUMN score_rollup.bucket IS 'exact: and whole: parts of the order key; none: shown without rank';
COMMENT ON COLUMN score_rollup.organizations IS 'how many';
COMMENT ON COLUMN score_rollup.totals IS 'sum of their totals';

CREATE TABLE metric_rollup (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  month date NOT NULL,
  kind text NOT NULL,
  own_count integer NOT NULL DEFAULT 0,
  own_quantity numeric NOT NULL DEFAULT 0,
  own_base numeric NOT NULL DEFAULT 0,
  subtree_count bigint NOT NULL DEFAULT 0,
  subtree_quantity numeric NOT NULL DEFAULT 0,
  subtree_base numeric NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, organization_id, month, kind)
);
COMMENT ON TABLE metric_rollup IS 'Sums of facts by the month they count in, of an organisation and of all at and below it';
COMMENT ON COLUMN metric_rollup.tenant_id IS 'group';
COMMENT ON COLUMN metric_rollup.organization_id IS 'organisation';
COMMENT ON COLUMN metric_rollup.month IS 'first day of the month they count in';
COMMENT ON COLUMN metric_rollup.kind IS 'kind of fact';
COMMENT ON COLUMN metric_rollup.own_count IS 'facts less stornos of the organisation itself';
COMMENT ON COLUMN metric_rollup.own_quantity IS 'their quantities';
COMMENT ON COLUMN metric_rollup.own_base IS 'their bases';
COMMENT ON COLUMN metric_rollup.subtree_count IS 'facts less stornos at and below it';
COMMENT ON COLUMN metric_rollup.subtree_quantity IS 'their quantities';
COMMENT ON COLUMN metric_rollup.subtree_base IS 'their bases';

-- The few that stand on no board.
CREATE INDEX organization_restricted ON organization (tenant_id, path) WHERE restricted;
-- Who stood at a path, and which facts came after their month had closed.
CREATE INDEX organization_place_by_path ON organization_place (tenant_id, path);
CREATE INDEX period_structure_by_path ON period_structure (tenant_id, span, period_from, version, path);
CREATE INDEX fact_late ON fact (tenant_id, counts_on) WHERE posted_in > counts_on;

-- Every sheet is made again from its facts.
INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
SELECT DISTINCT tenant_id, 'score.dirty', organization_id, date_trunc('month', counts_on)::date, now() FROM fact;
