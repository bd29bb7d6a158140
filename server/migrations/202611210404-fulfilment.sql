-- What was done.

CREATE TABLE record (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  occurred_on date NOT NULL,
  late_entry boolean NOT NULL,
  expected integer NOT NULL,
  present integer NOT NULL,
  standard_passed integer NOT NULL,
  standard_applicable integer NOT NULL,
  template_codes text[] NOT NULL,
  files integer NOT NULL DEFAULT 0,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE record IS 'A thing that was done, recorded once';
COMMENT ON COLUMN record.tenant_id IS 'group';
COMMENT ON COLUMN record.id IS 'UUIDv7';
COMMENT ON COLUMN record.organization_id IS 'host';
COMMENT ON COLUMN record.subject_id IS 'the host itself or one of its 党小组';
COMMENT ON COLUMN record.state IS 'see domain/fulfilment/things.ts';
COMMENT ON COLUMN record.version IS 'current version';
COMMENT ON COLUMN record.title IS 'theme';
COMMENT ON COLUMN record.occurred_on IS 'day it happened';
COMMENT ON COLUMN record.late_entry IS '补录: entered more than 7 days after';
COMMENT ON COLUMN record.expected IS '应到, without those exempt from the rate';
COMMENT ON COLUMN record.present IS '实到 of them';
COMMENT ON COLUMN record.standard_passed IS 'checks passed over all its types';
COMMENT ON COLUMN record.standard_applicable IS 'of applicable';
COMMENT ON COLUMN record.template_codes IS 'types it serves as';
COMMENT ON COLUMN record.files IS 'photographs';
COMMENT ON COLUMN record.recorded_at IS 'when entered';
COMMENT ON COLUMN record.recorded_by IS 'account';
CREATE INDEX record_of_organization ON record (tenant_id, organization_id, occurred_on DESC, id DESC);

CREATE TABLE record_version (
  tenant_id integer NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  reason text,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, record_id, version),
  FOREIGN KEY (tenant_id, record_id) REFERENCES record
);
COMMENT ON TABLE record_version IS 'Each wording of a record; corrections never overwrite';
COMMENT ON COLUMN record_version.tenant_id IS 'group';
COMMENT ON COLUMN record_version.record_id IS 'record';
COMMENT ON COLUMN record_version.version IS '1, 2 …';
COMMENT ON COLUMN record_version.body IS 'time, place, chair, recorder, lecturer, minutes, topics, and how each standard was met';
COMMENT ON COLUMN record_version.reason IS 'why it was changed';
COMMENT ON COLUMN record_version.recorded_at IS 'when';
COMMENT ON COLUMN record_version.recorded_by IS 'account';

CREATE TABLE record_participant (
  tenant_id integer NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  position integer NOT NULL,
  person_id uuid,
  name text NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('member', 'guest')),
  presence text NOT NULL,
  reason text,
  exempt boolean NOT NULL DEFAULT false,
  votes boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, record_id, version, position),
  UNIQUE (tenant_id, record_id, version, person_id),
  FOREIGN KEY (tenant_id, record_id, version) REFERENCES record_version
);
COMMENT ON TABLE record_participant IS 'Who was there, on leave or absent, and who sat in';
COMMENT ON COLUMN record_participant.tenant_id IS 'group';
COMMENT ON COLUMN record_participant.record_id IS 'record';
COMMENT ON COLUMN record_participant.version IS 'version';
COMMENT ON COLUMN record_participant.position IS 'order in the list';
COMMENT ON COLUMN record_participant.person_id IS 'null for a guest from outside';
COMMENT ON COLUMN record_participant.name IS 'name on that day (D3)';
COMMENT ON COLUMN record_participant.capacity IS 'guest = 列席';
COMMENT ON COLUMN record_participant.presence IS 'present, leave, absent';
COMMENT ON COLUMN record_participant.reason IS 'of leave or absence';
COMMENT ON COLUMN record_participant.exempt IS 'MTG-19: left out of the rate';
COMMENT ON COLUMN record_participant.votes IS 'VOTE-08, VOTE-09: counted among the voters';

CREATE TABLE vote_tally (
  tenant_id integer NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  position integer NOT NULL,
  title text NOT NULL,
  rule text NOT NULL,
  votes_for integer NOT NULL,
  votes_against integer NOT NULL,
  votes_abstain integer NOT NULL,
  voters_expected integer NOT NULL,
  voters_present integer NOT NULL,
  quorum_needed integer NOT NULL,
  pass_needed integer NOT NULL,
  valid boolean NOT NULL,
  passed boolean NOT NULL,
  PRIMARY KEY (tenant_id, record_id, version, position),
  FOREIGN KEY (tenant_id, record_id, version) REFERENCES record_version
);
COMMENT ON TABLE vote_tally IS 'Tallies only, never who voted what';
COMMENT ON COLUMN vote_tally.tenant_id IS 'group';
COMMENT ON COLUMN vote_tally.record_id IS 'record';
COMMENT ON COLUMN vote_tally.version IS 'version';
COMMENT ON COLUMN vote_tally.position IS 'order';
COMMENT ON COLUMN vote_tally.title IS 'what was resolved';
COMMENT ON COLUMN vote_tally.rule IS 'VOTE rule applied';
COMMENT ON COLUMN vote_tally.votes_for IS '赞成';
COMMENT ON COLUMN vote_tally.votes_against IS '反对';
COMMENT ON COLUMN vote_tally.votes_abstain IS '弃权';
COMMENT ON COLUMN vote_tally.voters_expected IS 'V';
COMMENT ON COLUMN vote_tally.voters_present IS 'P';
COMMENT ON COLUMN vote_tally.quorum_needed IS 'by the rule';
COMMENT ON COLUMN vote_tally.pass_needed IS 'by the rule';
COMMENT ON COLUMN vote_tally.valid IS 'quorum met';
COMMENT ON COLUMN vote_tally.passed IS 'valid and enough votes';

CREATE TABLE discharge (
  tenant_id integer NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  obligation_id uuid NOT NULL,
  timeliness text NOT NULL,
  PRIMARY KEY (tenant_id, record_id, version, obligation_id),
  FOREIGN KEY (tenant_id, record_id, version) REFERENCES record_version,
  FOREIGN KEY (tenant_id, obligation_id) REFERENCES obligation
);
COMMENT ON TABLE discharge IS 'One record, many obligations';
COMMENT ON COLUMN discharge.tenant_id IS 'group';
COMMENT ON COLUMN discharge.record_id IS 'record';
COMMENT ON COLUMN discharge.version IS 'version';
COMMENT ON COLUMN discharge.obligation_id IS 'obligation it satisfies';
COMMENT ON COLUMN discharge.timeliness IS 'on_time or late';

CREATE TABLE file_use (
  tenant_id integer NOT NULL,
  file_id text NOT NULL,
  used_by text NOT NULL,
  used_id uuid NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (tenant_id, used_by, used_id, file_id),
  FOREIGN KEY (tenant_id, file_id) REFERENCES file
);
COMMENT ON TABLE file_use IS 'Where a file is used';
COMMENT ON COLUMN file_use.tenant_id IS 'group';
COMMENT ON COLUMN file_use.file_id IS 'file';
COMMENT ON COLUMN file_use.used_by IS 'kind of thing';
COMMENT ON COLUMN file_use.used_id IS 'the thing';
COMMENT ON COLUMN file_use.position IS 'order';
