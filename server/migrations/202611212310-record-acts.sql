-- Drafts on the server, checks of records, and 补课.

CREATE TABLE record_draft (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  template_codes text[] NOT NULL,
  title text NOT NULL,
  occurred_on date NOT NULL,
  content text NOT NULL,
  revision integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'awaiting_signature', 'submitted')),
  typed_by uuid NOT NULL,
  typed_at timestamptz NOT NULL,
  handed_over_by uuid,
  handed_over_at timestamptz,
  sent_back_reason text,
  record_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, record_id) REFERENCES record
);
COMMENT ON TABLE record_draft IS 'What is being typed for a record, until it is submitted';
COMMENT ON COLUMN record_draft.tenant_id IS 'group';
COMMENT ON COLUMN record_draft.id IS 'given by the page, so that it can be typed without a network';
COMMENT ON COLUMN record_draft.organization_id IS 'host';
COMMENT ON COLUMN record_draft.subject_id IS 'the host itself or one of its 党小组';
COMMENT ON COLUMN record_draft.template_codes IS 'chosen types';
COMMENT ON COLUMN record_draft.title IS 'theme';
COMMENT ON COLUMN record_draft.occurred_on IS 'day it happened';
COMMENT ON COLUMN record_draft.content IS 'as the page keeps it (D3); empty once submitted';
COMMENT ON COLUMN record_draft.revision IS 'one more with each saving';
COMMENT ON COLUMN record_draft.state IS 'see domain/fulfilment/draft-rules.ts';
COMMENT ON COLUMN record_draft.typed_by IS 'account that saved last';
COMMENT ON COLUMN record_draft.typed_at IS 'when';
COMMENT ON COLUMN record_draft.handed_over_by IS 'account that asks for the signature';
COMMENT ON COLUMN record_draft.handed_over_at IS 'when';
COMMENT ON COLUMN record_draft.sent_back_reason IS 'why the secretary sent it back last';
COMMENT ON COLUMN record_draft.record_id IS 'record that it became';
CREATE INDEX record_draft_of_organization ON record_draft (tenant_id, organization_id, typed_at DESC) WHERE state <> 'submitted';

CREATE TABLE record_sample (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  seed text NOT NULL,
  share numeric NOT NULL,
  population integer NOT NULL,
  drawn_at timestamptz NOT NULL,
  drawn_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE record_sample IS 'Records drawn to be checked afterwards';
COMMENT ON COLUMN record_sample.tenant_id IS 'group';
COMMENT ON COLUMN record_sample.id IS 'UUIDv7';
COMMENT ON COLUMN record_sample.organization_id IS 'drawn at and below';
COMMENT ON COLUMN record_sample.period_from IS 'first day of the records';
COMMENT ON COLUMN record_sample.period_to IS 'last day';
COMMENT ON COLUMN record_sample.seed IS 'with which the same records are drawn again';
COMMENT ON COLUMN record_sample.share IS 'above 0, at most 1';
COMMENT ON COLUMN record_sample.population IS 'records it was drawn from';
COMMENT ON COLUMN record_sample.drawn_at IS 'when';
COMMENT ON COLUMN record_sample.drawn_by IS 'account';
CREATE INDEX record_sample_of_organization ON record_sample (tenant_id, organization_id, drawn_at DESC);

CREATE TABLE record_sample_item (
  tenant_id integer NOT NULL,
  sample_id uuid NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'accepted', 'to_correct', 'reversed')),
  reason text,
  checked_by uuid,
  checked_at timestamptz,
  PRIMARY KEY (tenant_id, sample_id, record_id),
  FOREIGN KEY (tenant_id, sample_id) REFERENCES record_sample,
  FOREIGN KEY (tenant_id, record_id) REFERENCES record
);
COMMENT ON TABLE record_sample_item IS 'A drawn record and what its check came to';
COMMENT ON COLUMN record_sample_item.tenant_id IS 'group';
COMMENT ON COLUMN record_sample_item.sample_id IS 'sample';
COMMENT ON COLUMN record_sample_item.record_id IS 'record';
COMMENT ON COLUMN record_sample_item.version IS 'version that was drawn or checked last';
COMMENT ON COLUMN record_sample_item.state IS 'see domain/fulfilment/sample-rules.ts';
COMMENT ON COLUMN record_sample_item.reason IS 'of what was not accepted';
COMMENT ON COLUMN record_sample_item.checked_by IS 'account';
COMMENT ON COLUMN record_sample_item.checked_at IS 'when';
CREATE INDEX record_sample_item_of_record ON record_sample_item (tenant_id, record_id);

CREATE TABLE record_make_up (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  record_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  person_id uuid NOT NULL,
  made_up_on date NOT NULL,
  way text NOT NULL CHECK (way IN ('alone', 'lesson', 'at_home')),
  note text NOT NULL,
  late_reason text,
  withdrawn boolean NOT NULL DEFAULT false,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, record_id) REFERENCES record
);
COMMENT ON TABLE record_make_up IS '补课 of somebody who was away (MTG-19); the absence stays';
COMMENT ON COLUMN record_make_up.tenant_id IS 'group';
COMMENT ON COLUMN record_make_up.id IS 'UUIDv7';
COMMENT ON COLUMN record_make_up.record_id IS 'record of the event';
COMMENT ON COLUMN record_make_up.organization_id IS 'host that expected the person';
COMMENT ON COLUMN record_make_up.person_id IS 'who was away';
COMMENT ON COLUMN record_make_up.made_up_on IS 'day it was made up for';
COMMENT ON COLUMN record_make_up.way IS 'see domain/fulfilment/make-up-rules.ts';
COMMENT ON COLUMN record_make_up.note IS 'what was done';
COMMENT ON COLUMN record_make_up.late_reason IS 'why it came later than 30 days or after the close of its month';
COMMENT ON COLUMN record_make_up.withdrawn IS 'a corrected version says that the person was there';
COMMENT ON COLUMN record_make_up.entered_by IS 'account';
COMMENT ON COLUMN record_make_up.entered_at IS 'when';
CREATE UNIQUE INDEX record_make_up_once ON record_make_up (tenant_id, record_id, person_id) WHERE NOT withdrawn;
