-- What a group made of the built-in sets it compares itself with; without a row the built-in one holds.

CREATE TABLE benchmark_own_set (
  tenant_id integer NOT NULL,
  set_code text NOT NULL,
  from_year integer NOT NULL,
  parts jsonb NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, set_code, from_year),
  FOREIGN KEY (tenant_id) REFERENCES tenant
);
COMMENT ON TABLE benchmark_own_set IS 'Parts and items of a set as a group wants them, from a year on';
COMMENT ON COLUMN benchmark_own_set.tenant_id IS 'group';
COMMENT ON COLUMN benchmark_own_set.set_code IS 'set, see server/library/benchmarks';
COMMENT ON COLUMN benchmark_own_set.from_year IS 'first year it holds for; earlier ones keep what they had';
COMMENT ON COLUMN benchmark_own_set.parts IS 'parts with their items, in both languages';
COMMENT ON COLUMN benchmark_own_set.decided_at IS 'when it was changed last';
