-- The discussion of a transferred probationary member that is put off (MEM-11), and whether a member has a file (MEM-13).

ALTER TABLE development_act DROP CONSTRAINT development_act_kind_check;
ALTER TABLE development_act DROP CONSTRAINT development_act_check;
ALTER TABLE development_act ADD CHECK (kind IN ('assessment', 'extension', 'deferral'));
ALTER TABLE development_act ADD CHECK ((kind = 'assessment') = (months IS NULL));
COMMENT ON TABLE development_act IS 'What happens beside the 25 steps: half-yearly assessments (DEV-T3), probation extended (DEV-T8), the discussion put off (MEM-11)';
COMMENT ON COLUMN development_act.kind IS 'assessment of an activist, extension of probation, or deferral of the discussion';
COMMENT ON COLUMN development_act.months IS 'D4: by how many months probation was extended, or the discussion put off';
CREATE UNIQUE INDEX development_act_deferred_once ON development_act (tenant_id, person_id)
  WHERE kind = 'deferral' AND withdrawn IS NULL AND replaced_by IS NULL;

ALTER TABLE person ADD COLUMN file_kept text CHECK (file_kept IN ('PERSONNEL', 'MEMBER', 'NONE'));
COMMENT ON COLUMN person.file_kept IS 'D3: personnel file, member''s file kept by the committee, or neither (MEM-13); null as long as nobody has looked';
