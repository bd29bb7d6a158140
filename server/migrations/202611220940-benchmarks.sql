-- 对标: what organisations find of themselves item by item, what was verified, and the target of each year.

CREATE TABLE benchmark_result (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  year integer NOT NULL,
  set_code text NOT NULL,
  item_code text NOT NULL,
  self_met boolean NOT NULL,
  self_note text NOT NULL,
  due_on date,
  self_by uuid NOT NULL,
  self_at timestamptz NOT NULL,
  verified_met boolean,
  verified_note text,
  verified_by uuid,
  verified_at timestamptz,
  PRIMARY KEY (tenant_id, organization_id, year, set_code, item_code),
  CHECK (self_met OR due_on IS NOT NULL),
  CHECK (verified_by <> self_by),
  CHECK ((verified_met IS NULL) = (verified_by IS NULL)),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, self_by) REFERENCES account,
  FOREIGN KEY (tenant_id, verified_by) REFERENCES account
);
COMMENT ON TABLE benchmark_result IS 'What was found of one item of a set in a year, by the organisation itself and by who verified it';
COMMENT ON COLUMN benchmark_result.tenant_id IS 'group';
COMMENT ON COLUMN benchmark_result.organization_id IS 'organisation';
COMMENT ON COLUMN benchmark_result.year IS 'year';
COMMENT ON COLUMN benchmark_result.set_code IS 'set, see server/library/benchmarks';
COMMENT ON COLUMN benchmark_result.item_code IS 'item of the set';
COMMENT ON COLUMN benchmark_result.self_met IS 'whether the organisation found it met';
COMMENT ON COLUMN benchmark_result.self_note IS 'in its words';
COMMENT ON COLUMN benchmark_result.due_on IS 'until when a gap is to be closed';
COMMENT ON COLUMN benchmark_result.self_by IS 'account that looked';
COMMENT ON COLUMN benchmark_result.self_at IS 'when; a new look takes the verification away';
COMMENT ON COLUMN benchmark_result.verified_met IS 'whether who verified it found it met; null before';
COMMENT ON COLUMN benchmark_result.verified_note IS 'in the words of who verified it';
COMMENT ON COLUMN benchmark_result.verified_by IS 'account, never the one that looked first';
COMMENT ON COLUMN benchmark_result.verified_at IS 'when';

CREATE TABLE benchmark_target (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  year integer NOT NULL,
  set_code text NOT NULL,
  target smallint NOT NULL CHECK (target BETWEEN 1 AND 100),
  set_at timestamptz NOT NULL,
  set_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, year, set_code),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, set_by) REFERENCES account
);
COMMENT ON TABLE benchmark_target IS 'Share of items that an organisation is to meet in a year (三年登高)';
COMMENT ON COLUMN benchmark_target.tenant_id IS 'group';
COMMENT ON COLUMN benchmark_target.organization_id IS 'organisation';
COMMENT ON COLUMN benchmark_target.year IS 'year';
COMMENT ON COLUMN benchmark_target.set_code IS 'set, see server/library/benchmarks';
COMMENT ON COLUMN benchmark_target.target IS 'percent';
COMMENT ON COLUMN benchmark_target.set_at IS 'when';
COMMENT ON COLUMN benchmark_target.set_by IS 'account';
