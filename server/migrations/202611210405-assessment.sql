-- Definitions of scores and their sheets.

CREATE TABLE indicator_version (
  tenant_id integer NOT NULL REFERENCES tenant,
  code text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  checksum text NOT NULL,
  PRIMARY KEY (tenant_id, code, version)
);
COMMENT ON TABLE indicator_version IS 'What is measured and how it becomes points';
COMMENT ON COLUMN indicator_version.tenant_id IS 'group';
COMMENT ON COLUMN indicator_version.code IS 'stable code';
COMMENT ON COLUMN indicator_version.version IS 'immutable once published';
COMMENT ON COLUMN indicator_version.body IS 'see domain/assessment/indicator.ts';
COMMENT ON COLUMN indicator_version.checksum IS 'SHA-256 of the body';

CREATE TABLE scheme_version (
  tenant_id integer NOT NULL REFERENCES tenant,
  code text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  checksum text NOT NULL,
  PRIMARY KEY (tenant_id, code, version)
);
COMMENT ON TABLE scheme_version IS 'Tree of indicators with full marks';
COMMENT ON COLUMN scheme_version.tenant_id IS 'group';
COMMENT ON COLUMN scheme_version.code IS 'stable code';
COMMENT ON COLUMN scheme_version.version IS 'immutable once published';
COMMENT ON COLUMN scheme_version.body IS 'see domain/assessment/scheme.ts';
COMMENT ON COLUMN scheme_version.checksum IS 'SHA-256 of the body';

CREATE TABLE score_sheet (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  scheme_code text NOT NULL,
  month date NOT NULL,
  period_version integer NOT NULL DEFAULT 1,
  scheme_version integer NOT NULL,
  total numeric,
  coverage numeric NOT NULL,
  lines jsonb NOT NULL,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, scheme_code, month, period_version),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, scheme_code, scheme_version) REFERENCES scheme_version
);
COMMENT ON TABLE score_sheet IS 'A score with the arithmetic of each line';
COMMENT ON COLUMN score_sheet.tenant_id IS 'group';
COMMENT ON COLUMN score_sheet.organization_id IS 'subject';
COMMENT ON COLUMN score_sheet.scheme_code IS 'scheme';
COMMENT ON COLUMN score_sheet.month IS 'first day of the month';
COMMENT ON COLUMN score_sheet.period_version IS 'version of the close';
COMMENT ON COLUMN score_sheet.scheme_version IS 'version of the scheme';
COMMENT ON COLUMN score_sheet.total IS 'null while nothing is scored';
COMMENT ON COLUMN score_sheet.coverage IS 'percent of the full marks that could be scored';
COMMENT ON COLUMN score_sheet.lines IS 'one element a line, see domain/assessment/things.ts';
COMMENT ON COLUMN score_sheet.computed_at IS 'when';
CREATE INDEX score_sheet_of_month ON score_sheet (tenant_id, scheme_code, month, organization_id);
