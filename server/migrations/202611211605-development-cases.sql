-- A step that is taken again, half-yearly assessments, and probation that was extended.

ALTER TABLE development_step ADD COLUMN replaced_by uuid;
COMMENT ON COLUMN development_step.replaced_by IS 'later entry that counts instead: the step taken again, or a new application';
COMMENT ON COLUMN development_step.exemption IS 'D4: why somebody with authority let the step be left out';
DROP INDEX development_step_once;
CREATE UNIQUE INDEX development_step_once ON development_step (tenant_id, person_id, step)
  WHERE withdrawn IS NULL AND replaced_by IS NULL;

CREATE TABLE development_act (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('assessment', 'extension')),
  done_on date NOT NULL,
  months integer,
  withdrawn text,
  replaced_by uuid,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK ((kind = 'extension') = (months IS NOT NULL))
);
COMMENT ON TABLE development_act IS 'What happens beside the 25 steps: half-yearly assessments (DEV-T3), probation extended (DEV-T8)';
COMMENT ON COLUMN development_act.tenant_id IS 'group';
COMMENT ON COLUMN development_act.id IS 'UUIDv7';
COMMENT ON COLUMN development_act.person_id IS 'whom it is about';
COMMENT ON COLUMN development_act.organization_id IS 'branch';
COMMENT ON COLUMN development_act.kind IS 'assessment of an activist, or extension of probation';
COMMENT ON COLUMN development_act.done_on IS 'D4: day of the assessment, or of the resolution';
COMMENT ON COLUMN development_act.months IS 'D4: by how many months probation was extended';
COMMENT ON COLUMN development_act.withdrawn IS 'D4: reason for which the entry was taken back';
COMMENT ON COLUMN development_act.replaced_by IS 'new application, which begins everything anew';
COMMENT ON COLUMN development_act.recorded_by IS 'account';
COMMENT ON COLUMN development_act.recorded_at IS 'when';
CREATE INDEX development_act_of_person ON development_act (tenant_id, person_id);
CREATE UNIQUE INDEX development_act_extended_once ON development_act (tenant_id, person_id)
  WHERE kind = 'extension' AND withdrawn IS NULL AND replaced_by IS NULL;
