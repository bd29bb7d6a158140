-- Units, who works where, private fields, member acts, terms, development, re-organisations and imports.

ALTER TABLE organization_place ADD COLUMN name text, ADD COLUMN class text;
UPDATE organization_place p SET name = o.name, class = o.class FROM organization o
WHERE o.tenant_id = p.tenant_id AND o.id = p.organization_id;
ALTER TABLE organization_place ALTER COLUMN name SET NOT NULL;
COMMENT ON COLUMN organization_place.name IS 'name in that time';
COMMENT ON COLUMN organization_place.class IS 'class in that time';
COMMENT ON TABLE organization_place IS 'Where an organisation stood and what it was called on any day; serves periods, never access';
CREATE INDEX organization_place_children ON organization_place (tenant_id, parent_id, path);

-- One truth: who has a reason is restricted.
ALTER TABLE organization ADD COLUMN restriction text CHECK (restriction IN ('OVERSEAS', 'SECRET')), ADD COLUMN neutral_name text,
  ADD COLUMN bound_to text;
UPDATE organization SET restriction = 'OVERSEAS' WHERE restricted;
ALTER TABLE organization DROP COLUMN restricted;
ALTER TABLE organization ADD COLUMN restricted boolean GENERATED ALWAYS AS (restriction IS NOT NULL) STORED NOT NULL;
COMMENT ON COLUMN organization.restriction IS 'PRV-22: why it is restricted';
COMMENT ON COLUMN organization.restricted IS 'restricted unit: on no board, without rank (PRV-22)';
COMMENT ON COLUMN organization.neutral_name IS 'PRV-22: what outsiders read instead of the name';
COMMENT ON COLUMN organization.bound_to IS 'project or task that it was set up for; it ends with it (ORG-03, ORG-06)';

CREATE TABLE unit (
  tenant_id integer NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  parent_id uuid,
  kind text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  region text,
  restriction text CHECK (restriction IN ('OVERSEAS', 'SECRET')),
  path text COLLATE "C" NOT NULL,
  label integer NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  UNIQUE (tenant_id, path),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES unit,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON TABLE unit IS 'Administrative units: companies, departments, projects, teams';
COMMENT ON COLUMN unit.tenant_id IS 'group';
COMMENT ON COLUMN unit.id IS 'UUIDv7';
COMMENT ON COLUMN unit.parent_id IS 'unit above; null at the top';
COMMENT ON COLUMN unit.kind IS 'see domain/organization/unit-things.ts';
COMMENT ON COLUMN unit.code IS 'code in the user''s own numbering';
COMMENT ON COLUMN unit.name IS 'full name';
COMMENT ON COLUMN unit.region IS 'region it lies in';
COMMENT ON COLUMN unit.restriction IS 'PRV-22: why it is restricted';
COMMENT ON COLUMN unit.path IS 'labels from the top, each ended by a dot';
COMMENT ON COLUMN unit.label IS 'own label in the path';
COMMENT ON COLUMN unit.valid_from IS 'first day';
COMMENT ON COLUMN unit.valid_to IS 'last day';
CREATE INDEX unit_children ON unit (tenant_id, parent_id, path);

CREATE TABLE coverage (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, unit_id) REFERENCES unit,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  EXCLUDE USING gist (tenant_id WITH =, unit_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
COMMENT ON TABLE coverage IS 'Which Party organisation covers which unit';
COMMENT ON COLUMN coverage.tenant_id IS 'group';
COMMENT ON COLUMN coverage.id IS 'UUIDv7';
COMMENT ON COLUMN coverage.organization_id IS 'Party organisation; a 党小组 covers a team';
COMMENT ON COLUMN coverage.unit_id IS 'unit';
COMMENT ON COLUMN coverage.valid_from IS 'first day';
COMMENT ON COLUMN coverage.valid_to IS 'last day';
CREATE INDEX coverage_of_organization ON coverage (tenant_id, organization_id);

ALTER TABLE person ADD COLUMN number text, ADD COLUMN sex text CHECK (sex IN ('F', 'M')), ADD COLUMN born_on date,
  ADD COLUMN joined_on date, ADD COLUMN standing_from date, ADD UNIQUE (tenant_id, number);
COMMENT ON COLUMN person.number IS 'D3: staff number in the user''s own numbering';
COMMENT ON COLUMN person.sex IS 'D3: F or M';
COMMENT ON COLUMN person.born_on IS 'D3: day of birth';
COMMENT ON COLUMN person.joined_on IS 'D3: day on which the branch meeting admitted him (MEM-01)';
COMMENT ON COLUMN person.standing_from IS 'D3: day from which Party standing counts (DEV-T10)';

CREATE TABLE person_private (
  tenant_id integer NOT NULL,
  person_id uuid NOT NULL,
  identity_number bytea,
  identity_index bytea,
  phone bytea,
  PRIMARY KEY (tenant_id, person_id),
  UNIQUE (tenant_id, identity_index),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  CHECK ((identity_number IS NULL) = (identity_index IS NULL))
);
COMMENT ON TABLE person_private IS 'D4 fields, encrypted with AES-256-GCM; the key is not in the database';
COMMENT ON COLUMN person_private.tenant_id IS 'group';
COMMENT ON COLUMN person_private.person_id IS 'person';
COMMENT ON COLUMN person_private.identity_number IS 'D4: encrypted identity number';
COMMENT ON COLUMN person_private.identity_index IS 'HMAC of the identity number: finds duplicates without reading it';
COMMENT ON COLUMN person_private.phone IS 'D4: encrypted telephone number';

CREATE TABLE employment (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  position text,
  leads_unit boolean NOT NULL DEFAULT false,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  FOREIGN KEY (tenant_id, unit_id) REFERENCES unit,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
COMMENT ON TABLE employment IS 'In which unit a person works, and whether he leads it';
COMMENT ON COLUMN employment.tenant_id IS 'group';
COMMENT ON COLUMN employment.id IS 'UUIDv7';
COMMENT ON COLUMN employment.person_id IS 'who';
COMMENT ON COLUMN employment.unit_id IS 'where';
COMMENT ON COLUMN employment.position IS 'D3: administrative position (职务)';
COMMENT ON COLUMN employment.leads_unit IS 'D3: head of the unit; with a Party post this is 一岗双责';
COMMENT ON COLUMN employment.valid_from IS 'first day';
COMMENT ON COLUMN employment.valid_to IS 'last day';
CREATE INDEX employment_of_unit ON employment (tenant_id, unit_id, valid_from);

ALTER TABLE appointment ADD COLUMN full_time boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN appointment.full_time IS '专职 rather than 兼职 Party worker';
CREATE INDEX appointment_of_person ON appointment (tenant_id, person_id, valid_from);

CREATE TABLE member_act (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  from_state text,
  to_state text NOT NULL,
  rule_id text NOT NULL,
  effective_on date NOT NULL,
  decided_by text NOT NULL,
  papers jsonb NOT NULL DEFAULT '[]',
  reason text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE member_act IS 'Changes of a member''s state, with the rule and the papers (MEM-01 to MEM-11)';
COMMENT ON COLUMN member_act.tenant_id IS 'group';
COMMENT ON COLUMN member_act.id IS 'UUIDv7';
COMMENT ON COLUMN member_act.person_id IS 'whose';
COMMENT ON COLUMN member_act.organization_id IS 'branch';
COMMENT ON COLUMN member_act.from_state IS 'state before; null at the first entry';
COMMENT ON COLUMN member_act.to_state IS 'state after';
COMMENT ON COLUMN member_act.rule_id IS 'rule that allows the change';
COMMENT ON COLUMN member_act.effective_on IS 'day from which it holds';
COMMENT ON COLUMN member_act.decided_by IS 'who decided: 支部党员大会, 党委';
COMMENT ON COLUMN member_act.papers IS 'names of the papers that the rule asks for';
COMMENT ON COLUMN member_act.reason IS 'D4: why; for dispositions read only by those MEM-12 names';
COMMENT ON COLUMN member_act.recorded_by IS 'account';
COMMENT ON COLUMN member_act.recorded_at IS 'when';
CREATE INDEX member_act_of_person ON member_act (tenant_id, person_id, effective_on);

CREATE TABLE person_transfer (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  from_organization_id uuid,
  to_organization_id uuid,
  outside_name text,
  letter_number text,
  issued_on date NOT NULL,
  valid_days integer NOT NULL CHECK (valid_days BETWEEN 1 AND 90),
  state text NOT NULL CHECK (state IN ('issued', 'acknowledged', 'returned')),
  settled_on date,
  reason text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  FOREIGN KEY (tenant_id, from_organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, to_organization_id) REFERENCES organization,
  CHECK (from_organization_id IS NOT NULL OR to_organization_id IS NOT NULL),
  CHECK ((state = 'issued') = (settled_on IS NULL))
);
COMMENT ON TABLE person_transfer IS 'Transfers of organisation relations; the source keeps the member until the receipt (MEM-07, MEM-08)';
COMMENT ON COLUMN person_transfer.tenant_id IS 'group';
COMMENT ON COLUMN person_transfer.id IS 'UUIDv7';
COMMENT ON COLUMN person_transfer.person_id IS 'who';
COMMENT ON COLUMN person_transfer.from_organization_id IS 'branch he leaves; null from outside the group';
COMMENT ON COLUMN person_transfer.to_organization_id IS 'branch he joins; null to outside the group';
COMMENT ON COLUMN person_transfer.outside_name IS 'organisation outside the group';
COMMENT ON COLUMN person_transfer.letter_number IS 'number of the letter (介绍信)';
COMMENT ON COLUMN person_transfer.issued_on IS 'day of the letter';
COMMENT ON COLUMN person_transfer.valid_days IS 'how long the letter holds';
COMMENT ON COLUMN person_transfer.state IS 'on its way, acknowledged by receipt, returned with a reason';
COMMENT ON COLUMN person_transfer.settled_on IS 'day of the receipt or the return';
COMMENT ON COLUMN person_transfer.reason IS 'why it was returned';
CREATE INDEX person_transfer_of_person ON person_transfer (tenant_id, person_id);
CREATE UNIQUE INDEX person_transfer_on_its_way ON person_transfer (tenant_id, person_id) WHERE state = 'issued';

CREATE TABLE term_of_office (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  began_on date NOT NULL,
  due_on date NOT NULL,
  extended_to date,
  approval text,
  ended_on date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK (due_on > began_on AND (extended_to IS NULL OR extended_to > due_on)),
  CHECK ((extended_to IS NULL) = (approval IS NULL))
);
COMMENT ON TABLE term_of_office IS 'Terms of elected committees and secretaries (ORG-14 to ORG-17)';
COMMENT ON COLUMN term_of_office.tenant_id IS 'group';
COMMENT ON COLUMN term_of_office.id IS 'UUIDv7';
COMMENT ON COLUMN term_of_office.organization_id IS 'whose';
COMMENT ON COLUMN term_of_office.began_on IS 'day of the election';
COMMENT ON COLUMN term_of_office.due_on IS 'last day by the rule of its kind';
COMMENT ON COLUMN term_of_office.extended_to IS 'last day after an approved extension';
COMMENT ON COLUMN term_of_office.approval IS 'approval of the extension';
COMMENT ON COLUMN term_of_office.ended_on IS 'last day, once the next term began';
CREATE UNIQUE INDEX term_of_office_current ON term_of_office (tenant_id, organization_id) WHERE ended_on IS NULL;

CREATE TABLE development_step (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  step integer NOT NULL CHECK (step BETWEEN 1 AND 25),
  done_on date NOT NULL,
  rule_set text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  exemption text,
  withdrawn text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE development_step IS 'Steps of 发展党员 that were done, by the rules DEV-C and DEV-T';
COMMENT ON COLUMN development_step.tenant_id IS 'group';
COMMENT ON COLUMN development_step.id IS 'UUIDv7';
COMMENT ON COLUMN development_step.person_id IS 'applicant';
COMMENT ON COLUMN development_step.organization_id IS 'branch';
COMMENT ON COLUMN development_step.step IS '1 to 25';
COMMENT ON COLUMN development_step.done_on IS 'D4: day on which it was done';
COMMENT ON COLUMN development_step.rule_set IS 'rule set of that day (DEV-V1)';
COMMENT ON COLUMN development_step.details IS 'D4: what the step asks for: people named, days, hours, approvals';
COMMENT ON COLUMN development_step.exemption IS 'D4: reason of an authorised exemption from the step before';
COMMENT ON COLUMN development_step.withdrawn IS 'D4: reason for which the entry was taken back; the step is open again';
COMMENT ON COLUMN development_step.recorded_by IS 'account';
COMMENT ON COLUMN development_step.recorded_at IS 'when';
CREATE UNIQUE INDEX development_step_once ON development_step (tenant_id, person_id, step) WHERE withdrawn IS NULL;
CREATE INDEX development_step_of_organization ON development_step (tenant_id, organization_id);

CREATE TABLE reorganization (
  tenant_id integer NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  name text NOT NULL,
  decision text NOT NULL,
  effective_on date NOT NULL,
  acts jsonb NOT NULL,
  effects jsonb NOT NULL,
  applied_by uuid NOT NULL,
  applied_at timestamptz NOT NULL,
  undone_by uuid,
  undone_at timestamptz,
  undo_reason text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
COMMENT ON TABLE reorganization IS 'Re-organisations, each applied as one act and undoable until its period closes';
COMMENT ON COLUMN reorganization.tenant_id IS 'group';
COMMENT ON COLUMN reorganization.id IS 'UUIDv7';
COMMENT ON COLUMN reorganization.organization_id IS 'organisation below which it was done';
COMMENT ON COLUMN reorganization.name IS 'what it is called';
COMMENT ON COLUMN reorganization.decision IS 'decision it rests on (文号 or 会议)';
COMMENT ON COLUMN reorganization.effective_on IS 'first day of the new tree';
COMMENT ON COLUMN reorganization.acts IS 'what was asked, see domain/organization/reorganization';
COMMENT ON COLUMN reorganization.effects IS 'what it did, counted and listed, as shown before it was applied';
COMMENT ON COLUMN reorganization.applied_by IS 'account';
COMMENT ON COLUMN reorganization.applied_at IS 'when';
COMMENT ON COLUMN reorganization.undone_by IS 'account that took it back';
COMMENT ON COLUMN reorganization.undone_at IS 'when it was taken back';
COMMENT ON COLUMN reorganization.undo_reason IS 'why it was taken back';

CREATE TABLE reorganization_successor (
  tenant_id integer NOT NULL,
  reorganization_id uuid NOT NULL,
  predecessor_id uuid NOT NULL,
  successor_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, reorganization_id, predecessor_id, successor_id),
  FOREIGN KEY (tenant_id, reorganization_id) REFERENCES reorganization,
  FOREIGN KEY (tenant_id, predecessor_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, successor_id) REFERENCES organization
);
COMMENT ON TABLE reorganization_successor IS 'Which organisations followed which';
COMMENT ON COLUMN reorganization_successor.tenant_id IS 'group';
COMMENT ON COLUMN reorganization_successor.reorganization_id IS 're-organisation';
COMMENT ON COLUMN reorganization_successor.predecessor_id IS 'organisation that ended or gave members';
COMMENT ON COLUMN reorganization_successor.successor_id IS 'organisation that took them';

-- One table keeps what an act replaced, so that undoing a re-organisation or an import is the same work.
CREATE TABLE change_image (
  tenant_id integer NOT NULL,
  act text NOT NULL CHECK (act IN ('reorganization', 'import')),
  act_id uuid NOT NULL,
  number integer NOT NULL,
  table_name text NOT NULL,
  added jsonb,
  replaced jsonb,
  written jsonb,
  PRIMARY KEY (tenant_id, act, act_id, number)
);
COMMENT ON TABLE change_image IS 'Rows that an act added or replaced, kept to take it back';
COMMENT ON COLUMN change_image.tenant_id IS 'group';
COMMENT ON COLUMN change_image.act IS 'kind of act';
COMMENT ON COLUMN change_image.act_id IS 're-organisation or import';
COMMENT ON COLUMN change_image.number IS '1, 2 … in the order of writing; undone in reverse';
COMMENT ON COLUMN change_image.table_name IS 'table';
COMMENT ON COLUMN change_image.added IS 'keys of rows that were added';
COMMENT ON COLUMN change_image.replaced IS 'rows before the act; private fields stay encrypted';
COMMENT ON COLUMN change_image.written IS 'the same rows after it: undone only while they still look like this';

CREATE TABLE import_batch (
  tenant_id integer NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('roster', 'ledger')),
  file_name text NOT NULL,
  digest text NOT NULL,
  counts jsonb NOT NULL,
  committed_by uuid NOT NULL,
  committed_at timestamptz NOT NULL,
  undone_by uuid,
  undone_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
COMMENT ON TABLE import_batch IS 'Workbooks that were taken in, all or nothing; undoable for 24 hours';
COMMENT ON COLUMN import_batch.tenant_id IS 'group';
COMMENT ON COLUMN import_batch.id IS 'UUIDv7';
COMMENT ON COLUMN import_batch.organization_id IS 'organisation into which it was taken';
COMMENT ON COLUMN import_batch.kind IS 'roster of organisations and people, or ledger of past meetings';
COMMENT ON COLUMN import_batch.file_name IS 'name of the file';
COMMENT ON COLUMN import_batch.digest IS 'SHA-256 of the file';
COMMENT ON COLUMN import_batch.counts IS 'added, changed and unchanged rows by sheet';
COMMENT ON COLUMN import_batch.committed_by IS 'account';
COMMENT ON COLUMN import_batch.committed_at IS 'when';
COMMENT ON COLUMN import_batch.undone_by IS 'account that took it back';
COMMENT ON COLUMN import_batch.undone_at IS 'when it was taken back';
CREATE INDEX import_batch_latest ON import_batch (tenant_id, committed_at);

CREATE TABLE search_entry (
  tenant_id integer NOT NULL,
  entity text NOT NULL CHECK (entity IN ('organization', 'unit')),
  id uuid NOT NULL,
  path text COLLATE "C" NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (tenant_id, entity, id)
);
COMMENT ON TABLE search_entry IS 'What organisations and units are found by; asked through the scope only';
COMMENT ON COLUMN search_entry.tenant_id IS 'group';
COMMENT ON COLUMN search_entry.entity IS 'what it is';
COMMENT ON COLUMN search_entry.id IS 'its number';
COMMENT ON COLUMN search_entry.path IS 'where it stands';
COMMENT ON COLUMN search_entry.words IS 'name, code, pinyin and initials in small letters';
CREATE INDEX search_entry_by_path ON search_entry (tenant_id, path);
