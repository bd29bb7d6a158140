-- Sums of duties, of records and of what the tree holds, kept for every organisation and for all at and below it.

CREATE TABLE count_request (
  tenant_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  topic text NOT NULL CHECK (topic IN ('month', 'since', 'tree')),
  organization_id uuid,
  month date,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK ((topic = 'month') = (organization_id IS NOT NULL)),
  CHECK ((topic = 'tree') = (month IS NULL))
);
COMMENT ON TABLE count_request IS 'What has to be counted again, drained by a loop of its own beside that of scores';
COMMENT ON COLUMN count_request.tenant_id IS 'group';
COMMENT ON COLUMN count_request.id IS 'order of arrival, with gaps';
COMMENT ON COLUMN count_request.topic IS 'month: duties and records of one organisation and month; since: of all from a month on; tree: organisations, members and units';
COMMENT ON COLUMN count_request.organization_id IS 'with month: the organisation';
COMMENT ON COLUMN count_request.month IS 'first day of the month; null with tree';
COMMENT ON COLUMN count_request.recorded_at IS 'age of the backlog';

CREATE TABLE duty_rollup (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  month date NOT NULL,
  deadline date NOT NULL,
  own_owed integer NOT NULL,
  own_done integer NOT NULL,
  own_open integer NOT NULL,
  own_owing integer NOT NULL,
  own_behind integer NOT NULL,
  subtree_owed integer NOT NULL,
  subtree_done integer NOT NULL,
  subtree_open integer NOT NULL,
  subtree_owing integer NOT NULL,
  subtree_behind integer NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, month, deadline)
);
COMMENT ON TABLE duty_rollup IS 'Duties by the month they are due in and the day they are open until, of an organisation and of all at and below it';
COMMENT ON COLUMN duty_rollup.tenant_id IS 'group';
COMMENT ON COLUMN duty_rollup.organization_id IS 'organisation';
COMMENT ON COLUMN duty_rollup.month IS 'first day of the month they are due in; who is below is who stood there on its last day';
COMMENT ON COLUMN duty_rollup.deadline IS 'due day, or the day of the extension: what is open after it is overdue';
COMMENT ON COLUMN duty_rollup.own_owed IS 'duties of the organisation itself that were not waived';
COMMENT ON COLUMN duty_rollup.own_done IS 'discharged ones of them';
COMMENT ON COLUMN duty_rollup.own_open IS 'those that can still become overdue: neither handed in nor discharged';
COMMENT ON COLUMN duty_rollup.own_owing IS '1 at the first deadline of a branch, so that branches that owe something are counted once';
COMMENT ON COLUMN duty_rollup.own_behind IS '1 at the first deadline with an open duty, so that those behind are counted once';
COMMENT ON COLUMN duty_rollup.subtree_owed IS 'own_owed at and below it';
COMMENT ON COLUMN duty_rollup.subtree_done IS 'own_done at and below it';
COMMENT ON COLUMN duty_rollup.subtree_open IS 'own_open at and below it';
COMMENT ON COLUMN duty_rollup.subtree_owing IS 'own_owing at and below it';
COMMENT ON COLUMN duty_rollup.subtree_behind IS 'own_behind at and below it';

CREATE TABLE record_rollup (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  month date NOT NULL,
  own_records integer NOT NULL,
  own_late integer NOT NULL,
  own_serving integer NOT NULL,
  own_served integer NOT NULL,
  own_typed integer NOT NULL,
  own_filled integer NOT NULL,
  subtree_records integer NOT NULL,
  subtree_late integer NOT NULL,
  subtree_serving integer NOT NULL,
  subtree_served integer NOT NULL,
  subtree_typed integer NOT NULL,
  subtree_filled integer NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, month)
);
COMMENT ON TABLE record_rollup IS 'Records by the month of their day, at each of their hosts, of an organisation and of all at and below it';
COMMENT ON COLUMN record_rollup.tenant_id IS 'group';
COMMENT ON COLUMN record_rollup.organization_id IS 'organisation';
COMMENT ON COLUMN record_rollup.month IS 'first day of the month; who is below is who stood there on its last day';
COMMENT ON COLUMN record_rollup.own_records IS 'records that it hosted and that were not taken back';
COMMENT ON COLUMN record_rollup.own_late IS 'those of them that were entered late (补录)';
COMMENT ON COLUMN record_rollup.own_serving IS 'those of them that discharge duties of it';
COMMENT ON COLUMN record_rollup.own_served IS 'duties of it that they discharge';
COMMENT ON COLUMN record_rollup.own_typed IS 'fields that were typed into those it led';
COMMENT ON COLUMN record_rollup.own_filled IS 'fields of them that the system filled in itself';
COMMENT ON COLUMN record_rollup.subtree_records IS 'own_records at and below it';
COMMENT ON COLUMN record_rollup.subtree_late IS 'own_late at and below it';
COMMENT ON COLUMN record_rollup.subtree_serving IS 'own_serving at and below it';
COMMENT ON COLUMN record_rollup.subtree_served IS 'own_served at and below it';
COMMENT ON COLUMN record_rollup.subtree_typed IS 'own_typed at and below it';
COMMENT ON COLUMN record_rollup.subtree_filled IS 'own_filled at and below it';

CREATE TABLE tree_count (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  counted_on date NOT NULL,
  branches integer NOT NULL,
  members integer NOT NULL,
  committees integer NOT NULL,
  general_branches integer NOT NULL,
  groups integer NOT NULL,
  leading_groups integer NOT NULL,
  units integer NOT NULL,
  regions integer NOT NULL,
  restricted_units integer NOT NULL,
  departments integer NOT NULL,
  own_branches integer NOT NULL,
  PRIMARY KEY (tenant_id, organization_id)
);
COMMENT ON TABLE tree_count IS 'What an organisation consists of on the day it was counted, with all below';
COMMENT ON COLUMN tree_count.tenant_id IS 'group';
COMMENT ON COLUMN tree_count.organization_id IS 'organisation';
COMMENT ON COLUMN tree_count.counted_on IS 'day whose tree was counted';
COMMENT ON COLUMN tree_count.branches IS 'branches of every kind';
COMMENT ON COLUMN tree_count.members IS 'their members, on probation and under correction too';
COMMENT ON COLUMN tree_count.committees IS '党组、党委、机关党委';
COMMENT ON COLUMN tree_count.general_branches IS '党总支';
COMMENT ON COLUMN tree_count.groups IS '党小组';
COMMENT ON COLUMN tree_count.leading_groups IS '领导小组';
COMMENT ON COLUMN tree_count.units IS 'units that they cover';
COMMENT ON COLUMN tree_count.regions IS 'regions these lie in';
COMMENT ON COLUMN tree_count.restricted_units IS 'restricted ones of them';
COMMENT ON COLUMN tree_count.departments IS 'departments with enough members for a branch that they answer for';
COMMENT ON COLUMN tree_count.own_branches IS 'those of them with a branch for themselves (一部门一支部)';

ALTER TABLE record ADD COLUMN typed_fields integer, ADD COLUMN filled_fields integer;
COMMENT ON COLUMN record.typed_fields IS 'fields that whoever entered it typed; null where it was entered before they were counted';
COMMENT ON COLUMN record.filled_fields IS 'fields that the system had filled in and he left as they were';

-- A path is made of the labels of those above.
CREATE INDEX organization_by_label ON organization (tenant_id, label);

INSERT INTO count_request (tenant_id, topic, month, recorded_at) SELECT tenant_id, 'since', '0001-01-01', now() FROM tenant;
INSERT INTO count_request (tenant_id, topic, recorded_at) SELECT tenant_id, 'tree', now() FROM tenant;
