-- Plans by class and kind of organisation that can be changed; requests about duties and the steps of their work.

ALTER TABLE plan ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE plan ADD COLUMN changed_at timestamptz;
COMMENT ON COLUMN plan.version IS 'rises with each change';
COMMENT ON COLUMN plan.changed_at IS 'last change, null while it is as issued';

ALTER TABLE plan_line DROP CONSTRAINT plan_line_tenant_id_plan_id_template_code_key;
ALTER TABLE plan_line
  ADD COLUMN position integer NOT NULL DEFAULT 0,
  ADD COLUMN requirement text NOT NULL DEFAULT 'basic' CHECK (requirement IN ('basic', 'improving')),
  ADD COLUMN classes text[] NOT NULL DEFAULT '{}',
  ADD COLUMN kinds text[] NOT NULL DEFAULT '{}',
  ADD COLUMN cadence jsonb,
  ADD COLUMN direction text NOT NULL DEFAULT '',
  ADD COLUMN from_month date,
  ADD COLUMN to_month date,
  ADD COLUMN retired_at timestamptz;
CREATE INDEX plan_line_of_plan ON plan_line (tenant_id, plan_id, position);
COMMENT ON COLUMN plan_line.position IS 'place in the plan';
COMMENT ON COLUMN plan_line.requirement IS 'basic: 基础性, with frequency and form; improving: 提升性, with a direction';
COMMENT ON COLUMN plan_line.classes IS 'classes of organisations that owe it; empty for all';
COMMENT ON COLUMN plan_line.kinds IS 'kinds of organisations that owe it; empty for all the template is for';
COMMENT ON COLUMN plan_line.cadence IS 'how often, where it is another than the template''s; see domain/standards/things.ts';
COMMENT ON COLUMN plan_line.direction IS 'where improving work is to go';
COMMENT ON COLUMN plan_line.from_month IS 'first day of the first month it is owed in; null from January';
COMMENT ON COLUMN plan_line.to_month IS 'first day of the last month it is owed in; null to December';
COMMENT ON COLUMN plan_line.retired_at IS 'when a change took it out of the plan';

CREATE TABLE plan_change (
  tenant_id integer NOT NULL,
  plan_id uuid NOT NULL,
  version integer NOT NULL,
  from_day date NOT NULL,
  body jsonb NOT NULL,
  reason text NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, plan_id, version),
  FOREIGN KEY (tenant_id, plan_id) REFERENCES plan,
  FOREIGN KEY (tenant_id, changed_by) REFERENCES account
);
COMMENT ON TABLE plan_change IS 'How an issued plan was changed; only grows';
COMMENT ON COLUMN plan_change.tenant_id IS 'group';
COMMENT ON COLUMN plan_change.plan_id IS 'plan';
COMMENT ON COLUMN plan_change.version IS 'version of the plan that the change made';
COMMENT ON COLUMN plan_change.from_day IS 'first day of the periods it concerns; what began before stays';
COMMENT ON COLUMN plan_change.body IS 'how many duties each line made, waived, opened again, moved and kept';
COMMENT ON COLUMN plan_change.reason IS 'why';
COMMENT ON COLUMN plan_change.changed_at IS 'when';
COMMENT ON COLUMN plan_change.changed_by IS 'account';

ALTER TABLE obligation
  ADD COLUMN assignee_id uuid,
  ADD COLUMN progress smallint CHECK (progress BETWEEN 0 AND 100),
  ADD COLUMN waived_reason text,
  ADD COLUMN waived_by_plan boolean NOT NULL DEFAULT false;
ALTER TABLE obligation DROP CONSTRAINT obligation_tenant_id_source_id_organization_id_subject_id_p_key;
-- A changed frequency may ask for a longer period that begins on the day of a shorter one.
CREATE UNIQUE INDEX obligation_once ON obligation
  (tenant_id, source_id, organization_id, subject_id, period_from, period_to, occurrence);
CREATE INDEX obligation_of_assignee ON obligation (tenant_id, assignee_id, due_on) WHERE assignee_id IS NOT NULL;
COMMENT ON COLUMN obligation.assignee_id IS 'person who does it for the organisation, if anybody by name';
COMMENT ON COLUMN obligation.progress IS 'percent, as last reported';
COMMENT ON COLUMN obligation.waived_reason IS 'why it was waived';
COMMENT ON COLUMN obligation.waived_by_plan IS 'waived because the plan changed: the next change may ask for it again';

CREATE TABLE obligation_request (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('extend', 'waive')),
  asked_to date,
  reason text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'approved', 'refused')),
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, obligation_id) REFERENCES obligation ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, asked_by) REFERENCES account,
  FOREIGN KEY (tenant_id, decided_by) REFERENCES account,
  CHECK (decided_by <> asked_by),
  CHECK ((state = 'open') = (decided_by IS NULL)),
  CHECK ((kind = 'extend') = (asked_to IS NOT NULL))
);
CREATE UNIQUE INDEX obligation_request_open ON obligation_request (tenant_id, obligation_id, kind) WHERE state = 'open';
CREATE INDEX obligation_request_of ON obligation_request (tenant_id, obligation_id);
COMMENT ON TABLE obligation_request IS 'More time, or a waiver, asked of whoever stands above; nobody decides his own';
COMMENT ON COLUMN obligation_request.tenant_id IS 'group';
COMMENT ON COLUMN obligation_request.id IS 'UUIDv7';
COMMENT ON COLUMN obligation_request.obligation_id IS 'duty';
COMMENT ON COLUMN obligation_request.kind IS 'extend or waive';
COMMENT ON COLUMN obligation_request.asked_to IS 'with extend: the later deadline asked for';
COMMENT ON COLUMN obligation_request.reason IS 'why it is asked';
COMMENT ON COLUMN obligation_request.state IS 'open, approved, refused';
COMMENT ON COLUMN obligation_request.asked_by IS 'account';
COMMENT ON COLUMN obligation_request.asked_at IS 'when it was asked';
COMMENT ON COLUMN obligation_request.decided_by IS 'account, another one';
COMMENT ON COLUMN obligation_request.decided_at IS 'when it was decided';
COMMENT ON COLUMN obligation_request.decision_reason IS 'why it was decided so; never empty with a refusal';

CREATE TABLE obligation_step (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  action text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  progress smallint,
  assignee_id uuid,
  note text NOT NULL,
  done_on date NOT NULL,
  done_at timestamptz NOT NULL,
  done_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, obligation_id) REFERENCES obligation ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, done_by) REFERENCES account
);
CREATE INDEX obligation_step_of ON obligation_step (tenant_id, obligation_id, id);
COMMENT ON TABLE obligation_step IS 'Who did what with a duty, when and why; only grows';
COMMENT ON COLUMN obligation_step.tenant_id IS 'group';
COMMENT ON COLUMN obligation_step.id IS 'UUIDv7';
COMMENT ON COLUMN obligation_step.obligation_id IS 'duty';
COMMENT ON COLUMN obligation_step.action IS 'see obligationActions in domain/duties/things.ts';
COMMENT ON COLUMN obligation_step.from_state IS 'state before';
COMMENT ON COLUMN obligation_step.to_state IS 'state after';
COMMENT ON COLUMN obligation_step.progress IS 'percent, with progress';
COMMENT ON COLUMN obligation_step.assignee_id IS 'person, with hand_over';
COMMENT ON COLUMN obligation_step.note IS 'what was done, or why';
COMMENT ON COLUMN obligation_step.done_on IS 'day in the group''s time zone';
COMMENT ON COLUMN obligation_step.done_at IS 'when';
COMMENT ON COLUMN obligation_step.done_by IS 'account';
CREATE INDEX obligation_to_check ON obligation (tenant_id, due_on) WHERE state = 'submitted';
