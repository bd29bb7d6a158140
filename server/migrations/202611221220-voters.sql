-- Who isn't counted among the voters (VOTE-08), and whose vote is taken or suspended for a time (VOTE-09).

CREATE TABLE voter_exclusion (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  ground text NOT NULL,
  approved_by text NOT NULL,
  approved_on date NOT NULL,
  resolved_on date NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK (valid_from >= approved_on AND valid_from >= resolved_on),
  CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE voter_exclusion IS 'Members who are not counted among those who ought to vote, by approval of the superior and resolution of the meeting (VOTE-08)';
COMMENT ON COLUMN voter_exclusion.tenant_id IS 'group';
COMMENT ON COLUMN voter_exclusion.id IS 'UUIDv7';
COMMENT ON COLUMN voter_exclusion.person_id IS 'member';
COMMENT ON COLUMN voter_exclusion.organization_id IS 'branch whose meeting resolved it, and where it holds';
COMMENT ON COLUMN voter_exclusion.ground IS 'D4: MENTAL, ABROAD_6M and others, see domain/organization/members/voter-rules.ts';
COMMENT ON COLUMN voter_exclusion.approved_by IS 'superior organisation that agreed';
COMMENT ON COLUMN voter_exclusion.approved_on IS 'day of its agreement';
COMMENT ON COLUMN voter_exclusion.resolved_on IS 'day of the meeting''s resolution';
COMMENT ON COLUMN voter_exclusion.valid_from IS 'first day';
COMMENT ON COLUMN voter_exclusion.valid_to IS 'last day; null while it lasts';
COMMENT ON COLUMN voter_exclusion.recorded_by IS 'account';
COMMENT ON COLUMN voter_exclusion.recorded_at IS 'when';
CREATE INDEX voter_exclusion_of_person ON voter_exclusion (tenant_id, person_id);
CREATE INDEX voter_exclusion_of_organization ON voter_exclusion (tenant_id, organization_id);

CREATE TABLE voting_impediment (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE voting_impediment IS 'What takes or suspends a member''s vote for a time; shown only to who may read dispositions (VOTE-09, MEM-12)';
COMMENT ON COLUMN voting_impediment.tenant_id IS 'group';
COMMENT ON COLUMN voting_impediment.id IS 'UUIDv7';
COMMENT ON COLUMN voting_impediment.person_id IS 'member';
COMMENT ON COLUMN voting_impediment.kind IS 'D4: 留党察看; 留置、逮捕';
COMMENT ON COLUMN voting_impediment.valid_from IS 'D4: first day';
COMMENT ON COLUMN voting_impediment.valid_to IS 'D4: last day; null while it lasts';
COMMENT ON COLUMN voting_impediment.recorded_by IS 'account';
COMMENT ON COLUMN voting_impediment.recorded_at IS 'when';
CREATE INDEX voting_impediment_of_person ON voting_impediment (tenant_id, person_id);
