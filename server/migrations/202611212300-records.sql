-- One record for several hosts, its corrections and its taking back.

CREATE TABLE record_host (
  tenant_id integer NOT NULL,
  record_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  position integer NOT NULL,
  occurred_on date NOT NULL,
  expected integer NOT NULL,
  present integer NOT NULL,
  exempt integer NOT NULL,
  standard_passed integer NOT NULL,
  standard_applicable integer NOT NULL,
  PRIMARY KEY (tenant_id, record_id, subject_id),
  FOREIGN KEY (tenant_id, record_id) REFERENCES record,
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE record_host IS 'Organisations that held an event, each with its own figures, as the current version says';
COMMENT ON COLUMN record_host.tenant_id IS 'group';
COMMENT ON COLUMN record_host.record_id IS 'record';
COMMENT ON COLUMN record_host.subject_id IS 'the organisation itself or one of its 党小组';
COMMENT ON COLUMN record_host.organization_id IS 'host';
COMMENT ON COLUMN record_host.position IS '0 leads the event';
COMMENT ON COLUMN record_host.occurred_on IS 'day it happened, for lists';
COMMENT ON COLUMN record_host.expected IS '应到, without those exempt from the rate';
COMMENT ON COLUMN record_host.present IS '实到 of them';
COMMENT ON COLUMN record_host.exempt IS 'MTG-19: left out of the rate';
COMMENT ON COLUMN record_host.standard_passed IS 'checks passed over the types it serves as';
COMMENT ON COLUMN record_host.standard_applicable IS 'of applicable';
INSERT INTO record_host (tenant_id, record_id, subject_id, organization_id, position, occurred_on, expected, present, exempt,
    standard_passed, standard_applicable)
  SELECT r.tenant_id, r.id, r.subject_id, r.organization_id, 0, r.occurred_on, r.expected, r.present,
    (SELECT count(*) FROM record_participant p WHERE p.tenant_id = r.tenant_id AND p.record_id = r.id AND p.version = r.version
      AND p.capacity = 'member' AND p.exempt), r.standard_passed, r.standard_applicable
  FROM record r;
CREATE INDEX record_host_of_organization ON record_host (tenant_id, organization_id, occurred_on DESC, record_id DESC);

COMMENT ON COLUMN record.organization_id IS 'host that leads the event';
COMMENT ON COLUMN record.subject_id IS 'that host itself or one of its 党小组';
COMMENT ON COLUMN record.expected IS '应到 of all hosts, without those exempt from the rate';
COMMENT ON COLUMN record.template_codes IS 'types it serves as (MTG-18)';
ALTER TABLE record ADD COLUMN draft_id uuid;
ALTER TABLE record ADD COLUMN revoked_reason text;
ALTER TABLE record ADD COLUMN revoked_at timestamptz;
ALTER TABLE record ADD COLUMN revoked_by uuid;
CREATE UNIQUE INDEX record_of_draft ON record (tenant_id, draft_id) WHERE draft_id IS NOT NULL;
COMMENT ON COLUMN record.draft_id IS 'draft that it was written as';
COMMENT ON COLUMN record.revoked_reason IS 'why it was taken back';
COMMENT ON COLUMN record.revoked_at IS 'when it was taken back';
COMMENT ON COLUMN record.revoked_by IS 'account that took it back';

ALTER TABLE record_participant ADD COLUMN host integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN record_participant.host IS 'position of the host that it belongs to';

ALTER TABLE vote_tally ADD COLUMN written integer NOT NULL DEFAULT 0;
ALTER TABLE vote_tally ADD COLUMN personnel boolean NOT NULL DEFAULT false;
ALTER TABLE vote_tally ADD COLUMN secretary_last boolean;
COMMENT ON COLUMN vote_tally.written IS 'VOTE-02: opinions in writing of voters who were away, among the ballots';
COMMENT ON COLUMN vote_tally.personnel IS 'VOTE-07: about personnel';
COMMENT ON COLUMN vote_tally.secretary_last IS 'VOTE-07: whether the secretary spoke last';
