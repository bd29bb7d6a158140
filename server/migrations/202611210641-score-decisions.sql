-- What comes from outside, from judges and from those who decide: receipts, judgements, settlements, boards, disputes.

-- What comes from outside and from judges.
CREATE TABLE receipt (
  tenant_id integer NOT NULL,
  source text NOT NULL,
  organization_id uuid NOT NULL,
  month date NOT NULL,
  id uuid NOT NULL,
  rows integer NOT NULL CHECK (rows >= 0),
  digest text NOT NULL,
  received_at timestamptz NOT NULL,
  received_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, source, organization_id, month, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE receipt IS 'An imported source has delivered for an organisation and month; without rows it is a 零报告';
COMMENT ON COLUMN receipt.tenant_id IS 'group';
COMMENT ON COLUMN receipt.source IS 'code of the source, e.g. safety';
COMMENT ON COLUMN receipt.organization_id IS 'organisation it is about';
COMMENT ON COLUMN receipt.month IS 'first day of the month it is about';
COMMENT ON COLUMN receipt.id IS 'UUIDv7 of the delivery; its facts name it as their source';
COMMENT ON COLUMN receipt.rows IS 'figures in it; 0 in a 零报告';
COMMENT ON COLUMN receipt.digest IS 'SHA-256 of what was delivered';
COMMENT ON COLUMN receipt.received_at IS 'when';
COMMENT ON COLUMN receipt.received_by IS 'account';

CREATE TABLE judge (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  indicator_code text NOT NULL,
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  named_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
COMMENT ON TABLE judge IS 'Who judges an indicator, named beforehand';
COMMENT ON COLUMN judge.tenant_id IS 'group';
COMMENT ON COLUMN judge.id IS 'UUIDv7';
COMMENT ON COLUMN judge.indicator_code IS 'indicator';
COMMENT ON COLUMN judge.organization_id IS 'organisation at and below which he judges';
COMMENT ON COLUMN judge.account_id IS 'who';
COMMENT ON COLUMN judge.valid_from IS 'first day';
COMMENT ON COLUMN judge.valid_to IS 'last day';
COMMENT ON COLUMN judge.named_by IS 'account that named him';
CREATE INDEX judge_of_indicator ON judge (tenant_id, indicator_code, account_id);

CREATE TABLE judgement (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  indicator_code text NOT NULL,
  organization_id uuid NOT NULL,
  counts_on date NOT NULL,
  account_id uuid NOT NULL,
  version integer NOT NULL,
  points numeric NOT NULL,
  reason text NOT NULL,
  fact_id uuid NOT NULL,
  judged_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, indicator_code, organization_id, counts_on, account_id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE judgement IS 'What a named judge gave, with the reason; its facts keep every version';
COMMENT ON COLUMN judgement.tenant_id IS 'group';
COMMENT ON COLUMN judgement.id IS 'UUIDv7';
COMMENT ON COLUMN judgement.indicator_code IS 'indicator';
COMMENT ON COLUMN judgement.organization_id IS 'organisation judged';
COMMENT ON COLUMN judgement.counts_on IS 'last day of the period judged';
COMMENT ON COLUMN judgement.account_id IS 'judge';
COMMENT ON COLUMN judgement.version IS 'rises when he changes his mind';
COMMENT ON COLUMN judgement.points IS 'points';
COMMENT ON COLUMN judgement.reason IS 'why';
COMMENT ON COLUMN judgement.fact_id IS 'fact that stands for it now';
COMMENT ON COLUMN judgement.judged_at IS 'when';

-- What people decide about a sheet.
CREATE TABLE settlement (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  scheme_code text NOT NULL,
  period_from date NOT NULL,
  period_version integer NOT NULL,
  line_code text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('value', 'not_applicable', 'zero')),
  value numeric,
  reason text NOT NULL,
  settled_at timestamptz NOT NULL,
  settled_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version, line_code),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK ((outcome = 'value') = (value IS NOT NULL))
);
COMMENT ON TABLE settlement IS 'What a leaf that was still 待补报 counts as when its period closes';
COMMENT ON COLUMN settlement.tenant_id IS 'group';
COMMENT ON COLUMN settlement.organization_id IS 'organisation';
COMMENT ON COLUMN settlement.scheme_code IS 'scheme';
COMMENT ON COLUMN settlement.period_from IS 'first day of the period';
COMMENT ON COLUMN settlement.period_version IS 'version of the period';
COMMENT ON COLUMN settlement.line_code IS 'leaf';
COMMENT ON COLUMN settlement.outcome IS 'value, not_applicable or zero';
COMMENT ON COLUMN settlement.value IS 'value of the indicator';
COMMENT ON COLUMN settlement.reason IS 'why';
COMMENT ON COLUMN settlement.settled_at IS 'when';
COMMENT ON COLUMN settlement.settled_by IS 'account';

CREATE TABLE veto_decision (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  scheme_code text NOT NULL,
  period_from date NOT NULL,
  period_version integer NOT NULL,
  veto_code text NOT NULL,
  confirmed boolean NOT NULL,
  reason text NOT NULL,
  decided_at timestamptz NOT NULL,
  decided_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version, veto_code),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE veto_decision IS 'A person confirmed or dismissed a 一票否决';
COMMENT ON COLUMN veto_decision.tenant_id IS 'group';
COMMENT ON COLUMN veto_decision.organization_id IS 'organisation';
COMMENT ON COLUMN veto_decision.scheme_code IS 'scheme';
COMMENT ON COLUMN veto_decision.period_from IS 'first day of the period';
COMMENT ON COLUMN veto_decision.period_version IS 'version of the period';
COMMENT ON COLUMN veto_decision.veto_code IS 'veto of the scheme';
COMMENT ON COLUMN veto_decision.confirmed IS 'false: the facts don''t bear it';
COMMENT ON COLUMN veto_decision.reason IS 'why';
COMMENT ON COLUMN veto_decision.decided_at IS 'when';
COMMENT ON COLUMN veto_decision.decided_by IS 'account';

-- Boards and disputes.
CREATE TABLE board (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  scheme_code text NOT NULL,
  scheme_version integer NOT NULL,
  span text NOT NULL,
  period_from date NOT NULL,
  period_version integer NOT NULL,
  class text NOT NULL,
  proportions jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  published_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, organization_id, scheme_code, span, period_from, period_version, class),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE board IS 'A published board, frozen';
COMMENT ON COLUMN board.tenant_id IS 'group';
COMMENT ON COLUMN board.id IS 'UUIDv7';
COMMENT ON COLUMN board.organization_id IS 'organisation that assesses';
COMMENT ON COLUMN board.scheme_code IS 'scheme';
COMMENT ON COLUMN board.scheme_version IS 'version';
COMMENT ON COLUMN board.span IS 'length of the period';
COMMENT ON COLUMN board.period_from IS 'first day of the period';
COMMENT ON COLUMN board.period_version IS 'version of the period';
COMMENT ON COLUMN board.class IS 'class';
COMMENT ON COLUMN board.proportions IS 'how many of each grade there were and at most should be';
COMMENT ON COLUMN board.published_at IS 'when';
COMMENT ON COLUMN board.published_by IS 'account of the person who published it';
CREATE INDEX board_of_class ON board (tenant_id, organization_id, scheme_code, class, span, period_from);

CREATE TABLE board_row (
  tenant_id integer NOT NULL,
  board_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  name text NOT NULL,
  rank integer,
  total numeric,
  coverage numeric NOT NULL,
  rank_before integer,
  total_before numeric,
  suggested_grade text,
  grade text,
  grade_reason text,
  PRIMARY KEY (tenant_id, board_id, organization_id),
  FOREIGN KEY (tenant_id, board_id) REFERENCES board
);
COMMENT ON TABLE board_row IS 'One line of a published board';
COMMENT ON COLUMN board_row.tenant_id IS 'group';
COMMENT ON COLUMN board_row.board_id IS 'board';
COMMENT ON COLUMN board_row.organization_id IS 'organisation';
COMMENT ON COLUMN board_row.position IS 'order of the list, 1, 2 …';
COMMENT ON COLUMN board_row.name IS 'name then';
COMMENT ON COLUMN board_row.rank IS 'null where it is shown without rank';
COMMENT ON COLUMN board_row.total IS 'total';
COMMENT ON COLUMN board_row.coverage IS 'percent';
COMMENT ON COLUMN board_row.rank_before IS 'on the last published board of the same class';
COMMENT ON COLUMN board_row.total_before IS 'on the last published board of the same class';
COMMENT ON COLUMN board_row.suggested_grade IS '建议等次 by the bands';
COMMENT ON COLUMN board_row.grade IS 'grade that a person decided';
COMMENT ON COLUMN board_row.grade_reason IS 'why it differs from the suggestion';
-- Only for reading in order: who looks up an organisation would otherwise be led through the whole board.
CREATE UNIQUE INDEX board_row_in_order ON board_row (tenant_id, board_id, position) WHERE position > 0;

CREATE TABLE grade_decision (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  scheme_code text NOT NULL,
  period_from date NOT NULL,
  period_version integer NOT NULL,
  grade text NOT NULL,
  reason text NOT NULL,
  decided_at timestamptz NOT NULL,
  decided_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE grade_decision IS 'The grade a person decided, before the board is published';
COMMENT ON COLUMN grade_decision.tenant_id IS 'group';
COMMENT ON COLUMN grade_decision.organization_id IS 'organisation';
COMMENT ON COLUMN grade_decision.scheme_code IS 'scheme';
COMMENT ON COLUMN grade_decision.period_from IS 'first day of the period';
COMMENT ON COLUMN grade_decision.period_version IS 'version of the period';
COMMENT ON COLUMN grade_decision.grade IS 'grade of the scheme';
COMMENT ON COLUMN grade_decision.reason IS 'why';
COMMENT ON COLUMN grade_decision.decided_at IS 'when';
COMMENT ON COLUMN grade_decision.decided_by IS 'account';

CREATE TABLE dispute (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  scheme_code text NOT NULL,
  period_from date NOT NULL,
  period_version integer NOT NULL,
  line_code text NOT NULL,
  fact_id uuid,
  reason text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'upheld', 'rejected')),
  opened_at timestamptz NOT NULL,
  opened_by uuid NOT NULL,
  answer text,
  answered_at timestamptz,
  answered_by uuid CHECK (answered_by <> opened_by),
  total_before numeric,
  total_after numeric,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK ((state = 'open') = (answered_at IS NULL))
);
COMMENT ON TABLE dispute IS 'An organisation disputes a line of its sheet while the period is in 公示';
COMMENT ON COLUMN dispute.tenant_id IS 'group';
COMMENT ON COLUMN dispute.id IS 'UUIDv7';
COMMENT ON COLUMN dispute.organization_id IS 'organisation that disputes';
COMMENT ON COLUMN dispute.scheme_code IS 'scheme';
COMMENT ON COLUMN dispute.period_from IS 'first day of the period';
COMMENT ON COLUMN dispute.period_version IS 'version of the period';
COMMENT ON COLUMN dispute.line_code IS 'line';
COMMENT ON COLUMN dispute.fact_id IS 'fact it is about, if one';
COMMENT ON COLUMN dispute.reason IS 'why';
COMMENT ON COLUMN dispute.state IS 'open, upheld, rejected';
COMMENT ON COLUMN dispute.opened_at IS 'when';
COMMENT ON COLUMN dispute.opened_by IS 'account';
COMMENT ON COLUMN dispute.answer IS 'what was answered';
COMMENT ON COLUMN dispute.answered_at IS 'when';
COMMENT ON COLUMN dispute.answered_by IS 'account, another than the one that opened it';
COMMENT ON COLUMN dispute.total_before IS 'total when it was answered';
COMMENT ON COLUMN dispute.total_after IS 'total after the entries of the answer';
CREATE INDEX dispute_of_period ON dispute (tenant_id, scheme_code, period_from, organization_id);

