-- The database as the migrations make it. Written by "npm run schema", compared by schema.db.test.ts; don't edit.
-- Reads as: column type default -- meaning. Then constraints, indexes, the wall between groups, and who may do what.

CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;

-- Who may sign in
CREATE TABLE account (
  tenant_id integer NOT NULL,                             -- group
  id uuid NOT NULL,                                       -- UUIDv7
  sign_in_name text NOT NULL,                             -- unique in the group, compared in lower case
  display_name text NOT NULL,                             -- shown in the frame and in the audit
  person_id uuid,                                         -- the member behind it, if any
  state text NOT NULL DEFAULT 'active'::text,             -- closed accounts keep their history
  password_hash text NOT NULL,                            -- argon2id
  password_changed_at timestamp with time zone NOT NULL,  -- SEC-01: 90 days
  must_change_password boolean NOT NULL DEFAULT false,    -- after a one-time password
  failed_sign_ins integer NOT NULL DEFAULT 0,             -- SEC-02
  locked_until timestamp with time zone,                  -- SEC-02
  opened_at timestamp with time zone NOT NULL,            -- when
  CONSTRAINT account_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT account_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX account_sign_in_name ON account USING btree (tenant_id, lower(sign_in_name));
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON account TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON account TO dutyloop_app;
GRANT SELECT ON account TO dutyloop_backup;

-- What security administrators are told of, and how it was handled
CREATE TABLE alarm (
  tenant_id integer NOT NULL,                   -- group
  id uuid NOT NULL,                             -- UUIDv7
  kind text NOT NULL,                           -- what happened
  raised_at timestamp with time zone NOT NULL,  -- UTC
  account_id uuid NOT NULL,                     -- whose account it was
  subject text,                                 -- the endpoint of the list that was taken away
  figure integer NOT NULL,                      -- rows taken away, attempts that failed, or places asked for beyond scope
  purpose text,                                 -- what the rows were said to be for
  handled_by uuid,                              -- who looked into it
  handled_at timestamp with time zone,          -- UTC
  note text,                                    -- what was found and done
  CONSTRAINT alarm_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT alarm_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  CONSTRAINT alarm_tenant_id_handled_by_fkey FOREIGN KEY (tenant_id, handled_by) REFERENCES account(tenant_id, id),
  CONSTRAINT alarm_handled CHECK ((((handled_by IS NULL) = (handled_at IS NULL)) AND ((handled_by IS NULL) = (note IS NULL)))),
  CONSTRAINT alarm_kind_check CHECK ((kind = ANY (ARRAY['bulk_export'::text, 'account_locked'::text, 'beyond_scope'::text])))
);
CREATE INDEX alarm_open ON alarm USING btree (tenant_id, id) WHERE (handled_at IS NULL);
ALTER TABLE alarm ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON alarm TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON alarm TO dutyloop_app;
GRANT SELECT ON alarm TO dutyloop_backup;

-- Posts from–to
CREATE TABLE appointment (
  tenant_id integer NOT NULL,                -- group
  id uuid NOT NULL,                          -- UUIDv7
  person_id uuid NOT NULL,                   -- who
  organization_id uuid NOT NULL,             -- where
  post text NOT NULL,                        -- see domain/organization/things.ts
  valid_from date NOT NULL,                  -- first day
  valid_to date,                             -- last day
  full_time boolean NOT NULL DEFAULT false,  -- 专职 rather than 兼职 Party worker
  CONSTRAINT appointment_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT appointment_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT appointment_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT appointment_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX appointment_of_organization ON appointment USING btree (tenant_id, organization_id, valid_from);
CREATE INDEX appointment_of_person ON appointment USING btree (tenant_id, person_id, valid_from);
ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON appointment TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON appointment TO dutyloop_app;
GRANT SELECT ON appointment TO dutyloop_backup;

-- Signed heads, written to a file outside the database as well, so that a cut tail is found
CREATE TABLE audit_anchor (
  tenant_id integer NOT NULL,                     -- group
  sequence bigint NOT NULL,                       -- head of the chain at that time
  chain text NOT NULL,                            -- its chain value
  mac text NOT NULL,                              -- HMAC over both
  anchored_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT audit_anchor_pkey PRIMARY KEY (tenant_id, sequence)
);
ALTER TABLE audit_anchor ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON audit_anchor TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON audit_anchor TO dutyloop_app;
GRANT SELECT ON audit_anchor TO dutyloop_backup;

-- Who did what when, written in the transaction of the change
CREATE TABLE audit_entry (
  tenant_id integer NOT NULL,                     -- group
  id uuid NOT NULL,                               -- UUIDv7
  recorded_at timestamp with time zone NOT NULL,  -- UTC, millisecond
  account_id uuid,                                -- who; null for the system and for the unknown
  account_name text NOT NULL,                     -- name as signed in, or system
  action text NOT NULL,                           -- use case
  object text NOT NULL,                           -- what it was done to
  place text,                                     -- path of the organisation concerned
  outcome text NOT NULL,                          -- result
  before_digest text,                             -- SHA-256 of the state before
  after_digest text,                              -- SHA-256 of the state after
  address text,                                   -- network address of the caller
  request_id text NOT NULL,                       -- the number shown to the user on an error
  mac text NOT NULL,                              -- HMAC of the row, key outside the database
  CONSTRAINT audit_entry_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT audit_entry_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])))
);
CREATE INDEX audit_entry_account ON audit_entry USING btree (tenant_id, account_name, id);
CREATE INDEX audit_entry_action ON audit_entry USING btree (tenant_id, action, id);
CREATE INDEX audit_entry_place ON audit_entry USING btree (tenant_id, place COLLATE "C", id);
CREATE INDEX audit_entry_recorded ON audit_entry USING btree (tenant_id, recorded_at);
CREATE INDEX audit_entry_refused ON audit_entry USING btree (tenant_id, id) WHERE (outcome = 'refused'::text);
CREATE INDEX audit_entry_request ON audit_entry USING btree (tenant_id, request_id);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON audit_entry TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON audit_entry TO dutyloop_app;
GRANT SELECT ON audit_entry TO dutyloop_backup;

-- The chain: a changed, removed or swapped entry breaks it
CREATE TABLE audit_seal (
  tenant_id integer NOT NULL,  -- group
  sequence bigint NOT NULL,    -- gap-free number
  entry_id uuid NOT NULL,      -- sealed entry
  chain text NOT NULL,         -- HMAC over the chain before and the entry's mac
  CONSTRAINT audit_seal_pkey PRIMARY KEY (tenant_id, sequence),
  CONSTRAINT audit_seal_tenant_id_entry_id_key UNIQUE (tenant_id, entry_id)
);
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON audit_seal TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON audit_seal TO dutyloop_app;
GRANT SELECT ON audit_seal TO dutyloop_backup;

-- Queue of the sealer
CREATE TABLE audit_unsealed (
  tenant_id integer NOT NULL,  -- group
  entry_id uuid NOT NULL,      -- entry that waits for its place in the chain
  CONSTRAINT audit_unsealed_pkey PRIMARY KEY (tenant_id, entry_id)
);
ALTER TABLE audit_unsealed ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON audit_unsealed TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, DELETE ON audit_unsealed TO dutyloop_app;
GRANT SELECT ON audit_unsealed TO dutyloop_backup;

-- Parts and items of a set as a group wants them, from a year on
CREATE TABLE benchmark_own_set (
  tenant_id integer NOT NULL,                    -- group
  set_code text NOT NULL,                        -- set, see server/library/benchmarks
  from_year integer NOT NULL,                    -- first year it holds for; earlier ones keep what they had
  parts jsonb NOT NULL,                          -- parts with their items, in both languages
  decided_at timestamp with time zone NOT NULL,  -- when it was changed last
  CONSTRAINT benchmark_own_set_pkey PRIMARY KEY (tenant_id, set_code, from_year),
  CONSTRAINT benchmark_own_set_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE benchmark_own_set ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON benchmark_own_set TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON benchmark_own_set TO dutyloop_app;
GRANT SELECT ON benchmark_own_set TO dutyloop_backup;

-- What was found of one item of a set in a year, by the organisation itself and by who verified it
CREATE TABLE benchmark_result (
  tenant_id integer NOT NULL,                 -- group
  organization_id uuid NOT NULL,              -- organisation
  year integer NOT NULL,                      -- year
  set_code text NOT NULL,                     -- set, see server/library/benchmarks
  item_code text NOT NULL,                    -- item of the set
  self_met boolean NOT NULL,                  -- whether the organisation found it met
  self_note text NOT NULL,                    -- in its words
  due_on date,                                -- until when a gap is to be closed
  self_by uuid NOT NULL,                      -- account that looked
  self_at timestamp with time zone NOT NULL,  -- when; a new look takes the verification away
  verified_met boolean,                       -- whether who verified it found it met; null before
  verified_note text,                         -- in the words of who verified it
  verified_by uuid,                           -- account, never the one that looked first
  verified_at timestamp with time zone,       -- when
  CONSTRAINT benchmark_result_pkey PRIMARY KEY (tenant_id, organization_id, year, set_code, item_code),
  CONSTRAINT benchmark_result_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT benchmark_result_tenant_id_self_by_fkey FOREIGN KEY (tenant_id, self_by) REFERENCES account(tenant_id, id),
  CONSTRAINT benchmark_result_tenant_id_verified_by_fkey FOREIGN KEY (tenant_id, verified_by) REFERENCES account(tenant_id, id),
  CONSTRAINT benchmark_result_check CHECK ((self_met OR (due_on IS NOT NULL))),
  CONSTRAINT benchmark_result_check1 CHECK ((verified_by <> self_by)),
  CONSTRAINT benchmark_result_check2 CHECK (((verified_met IS NULL) = (verified_by IS NULL)))
);
ALTER TABLE benchmark_result ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON benchmark_result TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON benchmark_result TO dutyloop_app;
GRANT SELECT ON benchmark_result TO dutyloop_backup;

-- Share of items that an organisation is to meet in a year (三年登高)
CREATE TABLE benchmark_target (
  tenant_id integer NOT NULL,                -- group
  organization_id uuid NOT NULL,             -- organisation
  year integer NOT NULL,                     -- year
  set_code text NOT NULL,                    -- set, see server/library/benchmarks
  target smallint NOT NULL,                  -- percent
  set_at timestamp with time zone NOT NULL,  -- when
  set_by uuid NOT NULL,                      -- account
  CONSTRAINT benchmark_target_pkey PRIMARY KEY (tenant_id, organization_id, year, set_code),
  CONSTRAINT benchmark_target_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT benchmark_target_tenant_id_set_by_fkey FOREIGN KEY (tenant_id, set_by) REFERENCES account(tenant_id, id),
  CONSTRAINT benchmark_target_target_check CHECK (((target >= 1) AND (target <= 100)))
);
ALTER TABLE benchmark_target ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON benchmark_target TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON benchmark_target TO dutyloop_app;
GRANT SELECT ON benchmark_target TO dutyloop_backup;

-- A published board, frozen
CREATE TABLE board (
  tenant_id integer NOT NULL,                      -- group
  id uuid NOT NULL,                                -- UUIDv7
  organization_id uuid NOT NULL,                   -- organisation that assesses
  scheme_code text NOT NULL,                       -- scheme
  scheme_version integer NOT NULL,                 -- version
  span text NOT NULL,                              -- length of the period
  period_from date NOT NULL,                       -- first day of the period
  period_version integer NOT NULL,                 -- version of the period
  class text NOT NULL,                             -- class
  proportions jsonb NOT NULL,                      -- how many of each grade there were and at most should be
  published_at timestamp with time zone NOT NULL,  -- when
  published_by uuid NOT NULL,                      -- account of the person who published it
  CONSTRAINT board_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT board_tenant_id_organization_id_scheme_code_span_period_fro_key UNIQUE (tenant_id, organization_id, scheme_code, span, period_from, period_version, class),
  CONSTRAINT board_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE INDEX board_of_class ON board USING btree (tenant_id, organization_id, scheme_code, class, span, period_from);
ALTER TABLE board ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON board TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON board TO dutyloop_app;
GRANT SELECT ON board TO dutyloop_backup;

-- One line of a published board
CREATE TABLE board_row (
  tenant_id integer NOT NULL,     -- group
  board_id uuid NOT NULL,         -- board
  organization_id uuid NOT NULL,  -- organisation
  position integer NOT NULL,      -- order of the list, 1, 2 …
  name text NOT NULL,             -- name then
  rank integer,                   -- null where it is shown without rank
  total numeric,                  -- total
  coverage numeric NOT NULL,      -- percent
  rank_before integer,            -- on the last published board of the same class
  total_before numeric,           -- on the last published board of the same class
  suggested_grade text,           -- 建议等次 by the bands
  grade text,                     -- grade that a person decided
  grade_reason text,              -- why it differs from the suggestion
  CONSTRAINT board_row_pkey PRIMARY KEY (tenant_id, board_id, organization_id),
  CONSTRAINT board_row_tenant_id_board_id_fkey FOREIGN KEY (tenant_id, board_id) REFERENCES board(tenant_id, id),
  CONSTRAINT board_row_position_check CHECK (("position" > 0))
);
CREATE UNIQUE INDEX board_row_in_order ON board_row USING btree (tenant_id, board_id, "position") WHERE ("position" > 0);
ALTER TABLE board_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON board_row TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON board_row TO dutyloop_app;
GRANT SELECT ON board_row TO dutyloop_backup;

-- A 通报 as it was made; it stays when figures change later
CREATE TABLE bulletin (
  tenant_id integer NOT NULL,                 -- group
  id uuid NOT NULL,                           -- UUIDv7
  organization_id uuid NOT NULL,              -- organisation that reports
  month date NOT NULL,                        -- first day of the month reported on
  notice jsonb NOT NULL,                      -- everything that it says, see contract/bulletins.ts
  digest text NOT NULL,                       -- SHA-256 of it
  made_by uuid NOT NULL,                      -- account
  made_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT bulletin_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT bulletin_tenant_id_made_by_fkey FOREIGN KEY (tenant_id, made_by) REFERENCES account(tenant_id, id),
  CONSTRAINT bulletin_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT bulletin_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
CREATE INDEX bulletin_of_organization ON bulletin USING btree (tenant_id, organization_id, id DESC);
ALTER TABLE bulletin ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON bulletin TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON bulletin TO dutyloop_app;
GRANT SELECT ON bulletin TO dutyloop_backup;

-- What is typed for the 通报 of a month; figures are read when one is made
CREATE TABLE bulletin_draft (
  tenant_id integer NOT NULL,                  -- group
  organization_id uuid NOT NULL,               -- organisation that reports
  month date NOT NULL,                         -- first day of the month reported on
  texts jsonb NOT NULL,                        -- number, recipient, opening, requirements, closing, copies
  leading_only boolean NOT NULL,               -- whether only those that lead are named
  revision integer NOT NULL,                   -- how often it was saved
  saved_by uuid NOT NULL,                      -- account that saved it last
  saved_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT bulletin_draft_pkey PRIMARY KEY (tenant_id, organization_id, month),
  CONSTRAINT bulletin_draft_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT bulletin_draft_tenant_id_saved_by_fkey FOREIGN KEY (tenant_id, saved_by) REFERENCES account(tenant_id, id),
  CONSTRAINT bulletin_draft_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
ALTER TABLE bulletin_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON bulletin_draft TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON bulletin_draft TO dutyloop_app;
GRANT SELECT ON bulletin_draft TO dutyloop_backup;

-- Rows that an act added or replaced, kept to take it back
CREATE TABLE change_image (
  tenant_id integer NOT NULL,  -- group
  act text NOT NULL,           -- kind of act
  act_id uuid NOT NULL,        -- re-organisation or import
  number integer NOT NULL,     -- 1, 2 … in the order of writing; undone in reverse
  table_name text NOT NULL,    -- table
  before jsonb NOT NULL,       -- the rows before the act, null for each that it added; private fields stay encrypted
  after jsonb NOT NULL,        -- the same rows after it, null for each that it took away: undone only while they still look like this
  CONSTRAINT change_image_pkey PRIMARY KEY (tenant_id, act, act_id, number),
  CONSTRAINT change_image_act_check CHECK ((act = ANY (ARRAY['reorganization'::text, 'import'::text])))
);
ALTER TABLE change_image ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON change_image TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON change_image TO dutyloop_app;
GRANT SELECT ON change_image TO dutyloop_backup;

-- What has to be counted again, drained by a loop of its own beside that of scores
CREATE TABLE count_request (
  tenant_id integer NOT NULL,                       -- group
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,  -- order of arrival, with gaps
  topic text NOT NULL,                              -- month: duties and records of one organisation and month; since: of all from a month on; tree: organisations, members and units
  organization_id uuid,                             -- with month: the organisation
  month date,                                       -- first day of the month; null with tree
  recorded_at timestamp with time zone NOT NULL,    -- age of the backlog
  CONSTRAINT count_request_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT count_request_check CHECK (((topic = 'month'::text) = (organization_id IS NOT NULL))),
  CONSTRAINT count_request_check1 CHECK (((topic = 'tree'::text) = (month IS NULL))),
  CONSTRAINT count_request_topic_check CHECK ((topic = ANY (ARRAY['month'::text, 'since'::text, 'tree'::text])))
);
ALTER TABLE count_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON count_request TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, DELETE ON count_request TO dutyloop_app;
GRANT SELECT ON count_request TO dutyloop_backup;

-- Which Party organisation covers which unit
CREATE TABLE coverage (
  tenant_id integer NOT NULL,     -- group
  id uuid NOT NULL,               -- UUIDv7
  organization_id uuid NOT NULL,  -- Party organisation; a 党小组 covers a team
  unit_id uuid NOT NULL,          -- unit
  valid_from date NOT NULL,       -- first day
  valid_to date,                  -- last day
  CONSTRAINT coverage_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT coverage_tenant_id_unit_id_daterange_excl EXCLUDE USING gist (tenant_id WITH =, unit_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  CONSTRAINT coverage_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT coverage_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES unit(tenant_id, id),
  CONSTRAINT coverage_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX coverage_of_organization ON coverage USING btree (tenant_id, organization_id);
ALTER TABLE coverage ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON coverage TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON coverage TO dutyloop_app;
GRANT SELECT ON coverage TO dutyloop_backup;

-- Indicators, schemes and templates that are being written; publishing makes an immutable version
CREATE TABLE definition_draft (
  tenant_id integer NOT NULL,                    -- group
  id uuid NOT NULL,                              -- UUIDv7
  owner_id uuid NOT NULL,                        -- organisation that writes it
  kind text NOT NULL,                            -- indicator, scheme or template
  code text NOT NULL,                            -- code of what it becomes
  body jsonb NOT NULL,                           -- as typed; validated when it is published
  revision integer NOT NULL,                     -- rises with each save, so that two writers notice each other
  changed_at timestamp with time zone NOT NULL,  -- last save
  changed_by uuid NOT NULL,                      -- account
  CONSTRAINT definition_draft_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT definition_draft_tenant_id_owner_id_kind_code_key UNIQUE (tenant_id, owner_id, kind, code),
  CONSTRAINT definition_draft_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT definition_draft_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT definition_draft_kind_check CHECK ((kind = ANY (ARRAY['indicator'::text, 'scheme'::text, 'template'::text])))
);
ALTER TABLE definition_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON definition_draft TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON definition_draft TO dutyloop_app;
GRANT SELECT ON definition_draft TO dutyloop_backup;

-- What happens beside the 25 steps: half-yearly assessments (DEV-T3), probation extended (DEV-T8), the discussion put off (MEM-11)
CREATE TABLE development_act (
  tenant_id integer NOT NULL,                     -- group
  id uuid NOT NULL,                               -- UUIDv7
  person_id uuid NOT NULL,                        -- whom it is about
  organization_id uuid NOT NULL,                  -- branch
  kind text NOT NULL,                             -- assessment of an activist, extension of probation, or deferral of the discussion
  done_on date NOT NULL,                          -- D4: day of the assessment, or of the resolution
  months integer,                                 -- D4: by how many months probation was extended, or the discussion put off
  withdrawn text,                                 -- D4: reason for which the entry was taken back
  replaced_by uuid,                               -- new application, which begins everything anew
  recorded_by uuid NOT NULL,                      -- account
  recorded_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT development_act_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT development_act_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT development_act_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT development_act_check CHECK (((kind = 'assessment'::text) = (months IS NULL))),
  CONSTRAINT development_act_kind_check CHECK ((kind = ANY (ARRAY['assessment'::text, 'extension'::text, 'deferral'::text])))
);
CREATE UNIQUE INDEX development_act_deferred_once ON development_act USING btree (tenant_id, person_id) WHERE ((kind = 'deferral'::text) AND (withdrawn IS NULL) AND (replaced_by IS NULL));
CREATE UNIQUE INDEX development_act_extended_once ON development_act USING btree (tenant_id, person_id) WHERE ((kind = 'extension'::text) AND (withdrawn IS NULL) AND (replaced_by IS NULL));
CREATE INDEX development_act_of_person ON development_act USING btree (tenant_id, person_id);
ALTER TABLE development_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON development_act TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON development_act TO dutyloop_app;
GRANT SELECT ON development_act TO dutyloop_backup;

-- Steps of 发展党员 that were done, by the rules DEV-C and DEV-T
CREATE TABLE development_step (
  tenant_id integer NOT NULL,                     -- group
  id uuid NOT NULL,                               -- UUIDv7
  person_id uuid NOT NULL,                        -- applicant
  organization_id uuid NOT NULL,                  -- branch
  step integer NOT NULL,                          -- 1 to 25
  done_on date NOT NULL,                          -- D4: day on which it was done
  rule_set text NOT NULL,                         -- rule set of that day (DEV-V1)
  details jsonb NOT NULL DEFAULT '{}'::jsonb,     -- D4: what the step asks for: people named, days, hours, approvals
  exemption text,                                 -- D4: why somebody with authority let the step be left out
  withdrawn text,                                 -- D4: reason for which the entry was taken back; the step is open again
  recorded_by uuid NOT NULL,                      -- account
  recorded_at timestamp with time zone NOT NULL,  -- when
  replaced_by uuid,                               -- later entry that counts instead: the step taken again, or a new application
  CONSTRAINT development_step_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT development_step_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT development_step_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT development_step_step_check CHECK (((step >= 1) AND (step <= 25)))
);
CREATE INDEX development_step_of_organization ON development_step USING btree (tenant_id, organization_id);
CREATE UNIQUE INDEX development_step_once ON development_step USING btree (tenant_id, person_id, step) WHERE ((withdrawn IS NULL) AND (replaced_by IS NULL));
ALTER TABLE development_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON development_step TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON development_step TO dutyloop_app;
GRANT SELECT ON development_step TO dutyloop_backup;

-- One record, many obligations
CREATE TABLE discharge (
  tenant_id integer NOT NULL,   -- group
  record_id uuid NOT NULL,      -- record
  version integer NOT NULL,     -- version
  obligation_id uuid NOT NULL,  -- obligation it satisfies
  timeliness text NOT NULL,     -- on_time or late
  CONSTRAINT discharge_pkey PRIMARY KEY (tenant_id, record_id, version, obligation_id),
  CONSTRAINT discharge_tenant_id_obligation_id_fkey FOREIGN KEY (tenant_id, obligation_id) REFERENCES obligation(tenant_id, id),
  CONSTRAINT discharge_tenant_id_record_id_version_fkey FOREIGN KEY (tenant_id, record_id, version) REFERENCES record_version(tenant_id, record_id, version)
);
ALTER TABLE discharge ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON discharge TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON discharge TO dutyloop_app;
GRANT SELECT ON discharge TO dutyloop_backup;

-- An organisation disputes a line of its sheet while the period is in 公示
CREATE TABLE dispute (
  tenant_id integer NOT NULL,                   -- group
  id uuid NOT NULL,                             -- UUIDv7
  organization_id uuid NOT NULL,                -- organisation that disputes
  scheme_code text NOT NULL,                    -- scheme
  period_from date NOT NULL,                    -- first day of the period
  period_version integer NOT NULL,              -- version of the period
  line_code text NOT NULL,                      -- line
  fact_id uuid,                                 -- fact it is about, if one
  reason text NOT NULL,                         -- why
  state text NOT NULL,                          -- open, upheld, rejected
  opened_at timestamp with time zone NOT NULL,  -- when
  opened_by uuid NOT NULL,                      -- account
  answer text,                                  -- what was answered
  answered_at timestamp with time zone,         -- when
  answered_by uuid,                             -- account, another than the one that opened it
  total_before numeric,                         -- total when it was answered
  total_after numeric,                          -- total after the entries of the answer
  CONSTRAINT dispute_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT dispute_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT dispute_check CHECK ((answered_by <> opened_by)),
  CONSTRAINT dispute_check1 CHECK (((state = 'open'::text) = (answered_at IS NULL))),
  CONSTRAINT dispute_state_check CHECK ((state = ANY (ARRAY['open'::text, 'upheld'::text, 'rejected'::text])))
);
CREATE INDEX dispute_of_period ON dispute USING btree (tenant_id, scheme_code, period_from, organization_id);
ALTER TABLE dispute ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON dispute TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON dispute TO dutyloop_app;
GRANT SELECT ON dispute TO dutyloop_backup;

-- Duties by the month they are due in and the day they are open until, of an organisation and of all at and below it
CREATE TABLE duty_rollup (
  tenant_id integer NOT NULL,       -- group
  organization_id uuid NOT NULL,    -- organisation
  month date NOT NULL,              -- first day of the month they are due in; who is below is who stood there on its last day
  deadline date NOT NULL,           -- due day, or the day of the extension: what is open after it is overdue
  own_owed integer NOT NULL,        -- duties of the organisation itself that were not waived
  own_done integer NOT NULL,        -- discharged ones of them
  own_open integer NOT NULL,        -- those that can still become overdue: neither handed in nor discharged
  own_owing integer NOT NULL,       -- 1 at the first deadline of a branch, so that branches that owe something are counted once
  own_behind integer NOT NULL,      -- 1 at the first deadline with an open duty, so that those behind are counted once
  subtree_owed integer NOT NULL,    -- own_owed at and below it
  subtree_done integer NOT NULL,    -- own_done at and below it
  subtree_open integer NOT NULL,    -- own_open at and below it
  subtree_owing integer NOT NULL,   -- own_owing at and below it
  subtree_behind integer NOT NULL,  -- own_behind at and below it
  CONSTRAINT duty_rollup_pkey PRIMARY KEY (tenant_id, organization_id, month, deadline)
);
ALTER TABLE duty_rollup ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON duty_rollup TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON duty_rollup TO dutyloop_app;
GRANT SELECT ON duty_rollup TO dutyloop_backup;

-- Elections as they were counted; tallies only, never who voted for whom
CREATE TABLE election_tally (
  tenant_id integer NOT NULL,        -- group
  record_id uuid NOT NULL,           -- record
  version integer NOT NULL,          -- version
  position integer NOT NULL,         -- order
  title text NOT NULL,               -- what was elected
  seats integer NOT NULL,            -- how many were to be elected
  issued integer NOT NULL,           -- ballots handed out
  returned integer NOT NULL,         -- ballots that came back
  voters_expected integer NOT NULL,  -- V
  voters_present integer NOT NULL,   -- P
  quorum_needed integer NOT NULL,    -- by VOTE-03
  needed integer NOT NULL,           -- votes that one needs, by VOTE-04
  valid boolean NOT NULL,            -- quorum met
  open integer NOT NULL,             -- seats that nobody has
  candidates jsonb NOT NULL,         -- personId, name, votes and outcome of each (D3)
  CONSTRAINT election_tally_pkey PRIMARY KEY (tenant_id, record_id, version, "position"),
  CONSTRAINT election_tally_tenant_id_record_id_version_fkey FOREIGN KEY (tenant_id, record_id, version) REFERENCES record_version(tenant_id, record_id, version),
  CONSTRAINT election_tally_check CHECK ((returned <= issued))
);
ALTER TABLE election_tally ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON election_tally TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON election_tally TO dutyloop_app;
GRANT SELECT ON election_tally TO dutyloop_backup;

-- In which unit a person works, and whether he leads it
CREATE TABLE employment (
  tenant_id integer NOT NULL,                 -- group
  id uuid NOT NULL,                           -- UUIDv7
  person_id uuid NOT NULL,                    -- who
  unit_id uuid NOT NULL,                      -- where
  position text,                              -- D3: administrative position (职务)
  leads_unit boolean NOT NULL DEFAULT false,  -- D3: head of the unit; with a Party post this is 一岗双责
  valid_from date NOT NULL,                   -- first day
  valid_to date,                              -- last day
  CONSTRAINT employment_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT employment_tenant_id_person_id_daterange_excl EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  CONSTRAINT employment_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT employment_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES unit(tenant_id, id),
  CONSTRAINT employment_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX employment_of_unit ON employment USING btree (tenant_id, unit_id, valid_from);
ALTER TABLE employment ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON employment TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON employment TO dutyloop_app;
GRANT SELECT ON employment TO dutyloop_backup;

-- What counts, immutable; a correction is a storno and a new fact
CREATE TABLE fact (
  tenant_id integer NOT NULL,                     -- group
  posted_in date NOT NULL,                        -- first day of the month it is booked in, fixed at insert
  id uuid NOT NULL,                               -- UUIDv7
  organization_id uuid NOT NULL,                  -- organisation it is scored for
  subject_id uuid,                                -- 党小组 or person it concerns, if another than the organisation
  kind text NOT NULL,                             -- kind of fact, see domain/assessment/things.ts
  sign smallint NOT NULL DEFAULT 1,               -- -1 in a storno
  occurred_on date NOT NULL,                      -- when it happened
  counts_on date NOT NULL,                        -- plain date that decides its period
  quantity numeric NOT NULL,                      -- how much
  base numeric,                                   -- of how much, where it is a share
  attributes jsonb NOT NULL DEFAULT '{}'::jsonb,  -- what indicators may ask for: template, timeliness and the like; few different values
  source_table text NOT NULL,                     -- kind of thing it comes from
  source_id uuid NOT NULL,                        -- the thing it comes from
  source_version integer NOT NULL,                -- version of that thing
  record_id uuid,                                 -- record that shows it, for the way back to the evidence
  corrects uuid,                                  -- the fact that a storno reverses
  recorded_at timestamp with time zone NOT NULL,  -- for display only, decides nothing
  closing integer NOT NULL DEFAULT 1,             -- number of the closing it comes before: it belongs to every version of its period that was closed under this number or a later one
  details jsonb NOT NULL DEFAULT '{}'::jsonb,     -- what is shown and never scored: obligation, days late, reason
  CONSTRAINT fact_pkey PRIMARY KEY (tenant_id, id, posted_in),
  CONSTRAINT fact_check CHECK (((sign = '-1'::integer) = (corrects IS NOT NULL))),
  CONSTRAINT fact_sign_check CHECK ((sign = ANY (ARRAY['-1'::integer, 1])))
) PARTITION BY RANGE (posted_in);
-- in parts: fact_2024, fact_2025, fact_2026, fact_2027, fact_2028, fact_2029, fact_2030, fact_other (all other)
CREATE INDEX fact_late ON fact USING btree (tenant_id, counts_on) WHERE (posted_in > counts_on);
CREATE INDEX fact_of_organization ON fact USING btree (tenant_id, organization_id, counts_on);
CREATE INDEX fact_of_posting ON fact USING brin (posted_in) WITH (pages_per_range='32');
ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON fact TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON fact TO dutyloop_app;
GRANT SELECT ON fact TO dutyloop_backup;

-- Makes each source count once over all partitions of fact
CREATE TABLE fact_source (
  tenant_id integer NOT NULL,           -- group
  source_table text NOT NULL,           -- kind of thing the fact comes from
  source_id uuid NOT NULL,              -- the thing
  source_version integer NOT NULL,      -- its version
  kind text NOT NULL,                   -- kind of fact
  part text NOT NULL DEFAULT ''::text,  -- which of several facts of one kind from one source
  sign smallint NOT NULL DEFAULT 1,     -- a storno is counted once as well
  fact_id uuid NOT NULL,                -- the fact
  CONSTRAINT fact_source_pkey PRIMARY KEY (tenant_id, source_table, source_id, source_version, kind, part, sign)
);
ALTER TABLE fact_source ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON fact_source TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON fact_source TO dutyloop_app;
GRANT SELECT ON fact_source TO dutyloop_backup;

-- Content-addressed files; the bytes are outside the database
CREATE TABLE file (
  tenant_id integer NOT NULL,                     -- group
  id text NOT NULL,                               -- SHA-256 of the stored content
  media_type text NOT NULL,                       -- found from the content, not from its name
  size integer NOT NULL,                          -- bytes
  organization_id uuid NOT NULL,                  -- organisation that uploaded it first
  recorded_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT file_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT file_id_check CHECK ((id ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT file_size_check CHECK ((size > 0))
);
ALTER TABLE file ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON file TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON file TO dutyloop_app;
GRANT SELECT ON file TO dutyloop_backup;

-- Where a file is used
CREATE TABLE file_use (
  tenant_id integer NOT NULL,  -- group
  file_id text NOT NULL,       -- file
  used_by text NOT NULL,       -- kind of thing
  used_id uuid NOT NULL,       -- the thing
  position integer NOT NULL,   -- order
  CONSTRAINT file_use_pkey PRIMARY KEY (tenant_id, used_by, used_id, file_id),
  CONSTRAINT file_use_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES file(tenant_id, id)
);
ALTER TABLE file_use ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON file_use TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON file_use TO dutyloop_app;
GRANT SELECT ON file_use TO dutyloop_backup;

-- The grade a person decided, before the board is published
CREATE TABLE grade_decision (
  tenant_id integer NOT NULL,                    -- group
  organization_id uuid NOT NULL,                 -- organisation
  scheme_code text NOT NULL,                     -- scheme
  period_from date NOT NULL,                     -- first day of the period
  period_version integer NOT NULL,               -- version of the period
  grade text NOT NULL,                           -- grade of the scheme
  reason text NOT NULL,                          -- why
  decided_at timestamp with time zone NOT NULL,  -- when
  decided_by uuid NOT NULL,                      -- account
  CONSTRAINT grade_decision_pkey PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version),
  CONSTRAINT grade_decision_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
ALTER TABLE grade_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON grade_decision TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON grade_decision TO dutyloop_app;
GRANT SELECT ON grade_decision TO dutyloop_backup;

-- Answers by key, so that a repeated request has no second effect
CREATE TABLE idempotency (
  tenant_id integer NOT NULL,                     -- group
  account_id uuid NOT NULL,                       -- who sent it
  key text NOT NULL,                              -- the caller's Idempotency-Key
  request_digest text NOT NULL,                   -- SHA-256 of use case and input: the same key may not serve another request
  answer jsonb NOT NULL,                          -- what was answered the first time
  recorded_at timestamp with time zone NOT NULL,  -- kept for some days
  CONSTRAINT idempotency_pkey PRIMARY KEY (tenant_id, account_id, key)
);
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON idempotency TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, DELETE ON idempotency TO dutyloop_app;
GRANT SELECT ON idempotency TO dutyloop_backup;

-- Workbooks that were taken in, all or nothing; undoable for 24 hours
CREATE TABLE import_batch (
  tenant_id integer NOT NULL,                      -- group
  id uuid NOT NULL,                                -- UUIDv7
  organization_id uuid NOT NULL,                   -- organisation into which it was taken
  kind text NOT NULL,                              -- roster of organisations and people, or ledger of past meetings
  file_name text NOT NULL,                         -- name of the file
  digest text NOT NULL,                            -- SHA-256 of the file
  counts jsonb NOT NULL,                           -- added, changed and unchanged rows by sheet
  committed_by uuid NOT NULL,                      -- account
  committed_at timestamp with time zone NOT NULL,  -- when
  undone_by uuid,                                  -- account that took it back
  undone_at timestamp with time zone,              -- when it was taken back
  CONSTRAINT import_batch_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT import_batch_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT import_batch_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT import_batch_check CHECK (((undone_at IS NULL) = (undone_by IS NULL))),
  CONSTRAINT import_batch_kind_check CHECK ((kind = ANY (ARRAY['roster'::text, 'ledger'::text])))
);
CREATE INDEX import_batch_latest ON import_batch USING btree (tenant_id, committed_at);
ALTER TABLE import_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON import_batch TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON import_batch TO dutyloop_app;
GRANT SELECT ON import_batch TO dutyloop_backup;

-- What is measured and how it becomes points
CREATE TABLE indicator_version (
  tenant_id integer NOT NULL,             -- group
  code text NOT NULL,                     -- stable code
  version integer NOT NULL,               -- immutable once published
  body jsonb NOT NULL,                    -- see domain/assessment/indicator.ts
  checksum text NOT NULL,                 -- SHA-256 of the body
  owner_id uuid,                          -- organisation that made it; null for the built-in library
  published_at timestamp with time zone,  -- when; null for the built-in library
  published_by uuid,                      -- account
  note text,                              -- why it was published; null for the built-in library and where nobody said
  CONSTRAINT indicator_version_pkey PRIMARY KEY (tenant_id, code, version),
  CONSTRAINT indicator_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE indicator_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON indicator_version TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON indicator_version TO dutyloop_app;
GRANT SELECT ON indicator_version TO dutyloop_backup;

-- Who judges an indicator, named beforehand
CREATE TABLE judge (
  tenant_id integer NOT NULL,     -- group
  id uuid NOT NULL,               -- UUIDv7
  indicator_code text NOT NULL,   -- indicator
  organization_id uuid NOT NULL,  -- organisation at and below which he judges
  account_id uuid NOT NULL,       -- who
  valid_from date NOT NULL,       -- first day
  valid_to date,                  -- last day
  named_by uuid NOT NULL,         -- account that named him
  CONSTRAINT judge_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT judge_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  CONSTRAINT judge_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE INDEX judge_of_indicator ON judge USING btree (tenant_id, indicator_code, account_id);
ALTER TABLE judge ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON judge TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON judge TO dutyloop_app;
GRANT SELECT ON judge TO dutyloop_backup;

-- What a named judge gave, with the reason; its facts keep every version
CREATE TABLE judgement (
  tenant_id integer NOT NULL,                   -- group
  id uuid NOT NULL,                             -- UUIDv7
  indicator_code text NOT NULL,                 -- indicator
  organization_id uuid NOT NULL,                -- organisation judged
  counts_on date NOT NULL,                      -- last day of the period judged
  account_id uuid NOT NULL,                     -- judge
  version integer NOT NULL,                     -- rises when he changes his mind
  points numeric NOT NULL,                      -- points
  reason text NOT NULL,                         -- why
  fact_id uuid NOT NULL,                        -- fact that stands for it now
  judged_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT judgement_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT judgement_tenant_id_indicator_code_organization_id_counts_o_key UNIQUE (tenant_id, indicator_code, organization_id, counts_on, account_id),
  CONSTRAINT judgement_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
ALTER TABLE judgement ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON judgement TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON judgement TO dutyloop_app;
GRANT SELECT ON judgement TO dutyloop_backup;

-- Kept views of lists, each for the account that keeps it
CREATE TABLE list_view (
  tenant_id integer NOT NULL,  -- group
  id uuid NOT NULL,            -- UUID, given by whoever keeps it
  account_id uuid NOT NULL,    -- whose
  list text NOT NULL,          -- the endpoint that answers the list
  name text NOT NULL,          -- what its keeper calls it
  search jsonb NOT NULL,       -- filters and order, as the address of the page names them
  columns text[] NOT NULL,     -- keys of the columns in their order; empty: the usual ones
  usual boolean NOT NULL,      -- opens with the page; one of a list at most
  CONSTRAINT list_view_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT list_view_name UNIQUE (tenant_id, account_id, list, name),
  CONSTRAINT list_view_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
CREATE UNIQUE INDEX list_view_usual ON list_view USING btree (tenant_id, account_id, list) WHERE usual;
ALTER TABLE list_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON list_view TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON list_view TO dutyloop_app;
GRANT SELECT ON list_view TO dutyloop_backup;

-- Changes of a member's state, with the rule and the papers (MEM-01 to MEM-11)
CREATE TABLE member_act (
  tenant_id integer NOT NULL,                     -- group
  id uuid NOT NULL,                               -- UUIDv7
  person_id uuid NOT NULL,                        -- whose
  organization_id uuid NOT NULL,                  -- branch
  from_state text,                                -- state before; null at the first entry
  to_state text NOT NULL,                         -- state after
  rule_id text NOT NULL,                          -- rule that allows the change
  effective_on date NOT NULL,                     -- day from which it holds
  decided_by text NOT NULL,                       -- who decided: 支部党员大会, 党委
  papers jsonb NOT NULL DEFAULT '[]'::jsonb,      -- names of the papers that the rule asks for
  reason text,                                    -- D4: why; for dispositions read only by those MEM-12 names
  recorded_by uuid NOT NULL,                      -- account
  recorded_at timestamp with time zone NOT NULL,  -- when
  details jsonb NOT NULL DEFAULT '{}'::jsonb,     -- D4: grounds, days and approval that the rule asks for; a later act is checked against them
  CONSTRAINT member_act_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT member_act_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT member_act_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
CREATE INDEX member_act_of_person ON member_act USING btree (tenant_id, person_id, effective_on);
ALTER TABLE member_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON member_act TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON member_act TO dutyloop_app;
GRANT SELECT ON member_act TO dutyloop_backup;

-- What is noted about a member beside the state (MEM-09, MEM-10)
CREATE TABLE member_tag (
  tenant_id integer NOT NULL,                -- group
  id uuid NOT NULL,                          -- UUIDv7
  person_id uuid NOT NULL,                   -- who
  tag text NOT NULL,                         -- D4: see memberTags in domain/organization/member-things.ts; an illness is among them
  valid_from date NOT NULL,                  -- first day
  valid_to date,                             -- last day
  place text,                                -- D3: where a floating member is
  one_place boolean NOT NULL DEFAULT false,  -- D3: in one place for good, so that the membership has to be transferred (MEM-07)
  last_contact_on date,                      -- D3: when somebody was last in touch (MEM-09)
  CONSTRAINT member_tag_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT member_tag_tenant_id_person_id_tag_daterange_excl EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, tag WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  CONSTRAINT member_tag_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT member_tag_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT member_tag_tag_check CHECK ((tag = ANY (ARRAY['FLOATING'::text, 'RETIRED'::text, 'ABROAD'::text, 'ELDERLY'::text, 'ILL'::text, 'LOST'::text])))
);
ALTER TABLE member_tag ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON member_tag TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON member_tag TO dutyloop_app;
GRANT SELECT ON member_tag TO dutyloop_backup;

-- ORG-24: on any day a member belongs to exactly one branch
CREATE TABLE membership (
  tenant_id integer NOT NULL,     -- group
  id uuid NOT NULL,               -- UUIDv7
  person_id uuid NOT NULL,        -- member
  organization_id uuid NOT NULL,  -- branch
  group_id uuid,                  -- 党小组 inside the branch
  state text NOT NULL,            -- see domain/organization/things.ts
  valid_from date NOT NULL,       -- first day
  valid_to date,                  -- last day
  CONSTRAINT membership_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT membership_tenant_id_person_id_daterange_excl EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  CONSTRAINT membership_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT membership_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT membership_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT membership_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX membership_by_group ON membership USING btree (tenant_id, group_id) WHERE (group_id IS NOT NULL);
CREATE INDEX membership_of_organization ON membership USING btree (tenant_id, organization_id, valid_from);
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON membership TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO dutyloop_app;
GRANT SELECT ON membership TO dutyloop_backup;

-- Sums of facts by the month they count in, of an organisation and of all at and below it
CREATE TABLE metric_rollup (
  tenant_id integer NOT NULL,                   -- group
  organization_id uuid NOT NULL,                -- organisation
  month date NOT NULL,                          -- first day of the month they count in
  kind text NOT NULL,                           -- kind of fact
  own_count integer NOT NULL DEFAULT 0,         -- facts less stornos of the organisation itself
  own_quantity numeric NOT NULL DEFAULT 0,      -- their quantities
  own_base numeric NOT NULL DEFAULT 0,          -- their bases
  subtree_count bigint NOT NULL DEFAULT 0,      -- facts less stornos at and below it
  subtree_quantity numeric NOT NULL DEFAULT 0,  -- their quantities
  subtree_base numeric NOT NULL DEFAULT 0,      -- their bases
  CONSTRAINT metric_rollup_pkey PRIMARY KEY (tenant_id, organization_id, month, kind)
);
ALTER TABLE metric_rollup ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON metric_rollup TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON metric_rollup TO dutyloop_app;
GRANT SELECT ON metric_rollup TO dutyloop_backup;

-- 
CREATE TABLE migration (
  name text NOT NULL,                                          -- 
  applied_at timestamp with time zone NOT NULL DEFAULT now(),  -- 
  CONSTRAINT migration_pkey PRIMARY KEY (name)
);
GRANT SELECT ON migration TO dutyloop_app;
GRANT SELECT ON migration TO dutyloop_backup;

-- What the names of people are found by; asked together with the scope only
CREATE TABLE name_word (
  tenant_id integer NOT NULL,      -- group
  word text NOT NULL COLLATE "C",  -- D3: the name, the given name, their pinyin or initials, in small letters
  name text NOT NULL COLLATE "C",  -- D3: the name as somebody bears it
  CONSTRAINT name_word_pkey PRIMARY KEY (tenant_id, word, name),
  CONSTRAINT name_word_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE INDEX name_word_of_name ON name_word USING btree (tenant_id, name);
ALTER TABLE name_word ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON name_word TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, DELETE ON name_word TO dutyloop_app;
GRANT SELECT ON name_word TO dutyloop_backup;

-- Who owes what, by when, from which source
CREATE TABLE obligation (
  tenant_id integer NOT NULL,                     -- group
  id uuid NOT NULL,                               -- UUIDv7
  organization_id uuid NOT NULL,                  -- organisation that owes and is scored
  subject_id uuid NOT NULL,                       -- the organisation itself or one of its 党小组
  source_table text NOT NULL,                     -- plan_line now; decisions, findings and notices later
  source_id uuid NOT NULL,                        -- the line that orders it
  template_code text NOT NULL,                    -- what is owed
  template_version integer NOT NULL,              -- by which standard
  period_from date NOT NULL,                      -- a record of a day from here
  period_to date NOT NULL,                        -- to here discharges it
  occurrence integer NOT NULL,                    -- 1, 2 … where several are owed in one period
  due_on date NOT NULL,                           -- until 24:00 of that day
  extended_to date,                               -- approved extension
  state text NOT NULL,                            -- see domain/duties/things.ts
  record_id uuid,                                 -- record that discharged it
  due_posted boolean NOT NULL DEFAULT false,      -- whether obligation.due stands as a fact
  assignee_id uuid,                               -- person who does it for the organisation, if anybody by name
  progress smallint,                              -- percent, as last reported
  waived_reason text,                             -- why it was waived
  waived_by_plan boolean NOT NULL DEFAULT false,  -- waived because the plan changed: the next change may ask for it again
  CONSTRAINT obligation_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT obligation_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT obligation_check CHECK ((period_to >= period_from)),
  CONSTRAINT obligation_progress_check CHECK (((progress >= 0) AND (progress <= 100)))
);
CREATE INDEX obligation_due ON obligation USING btree (tenant_id, organization_id, due_on, id);
CREATE INDEX obligation_of_assignee ON obligation USING btree (tenant_id, assignee_id, due_on) WHERE (assignee_id IS NOT NULL);
CREATE UNIQUE INDEX obligation_once ON obligation USING btree (tenant_id, source_id, organization_id, subject_id, period_from, period_to, occurrence);
CREATE INDEX obligation_to_check ON obligation USING btree (tenant_id, due_on) WHERE (state = 'submitted'::text);
CREATE INDEX obligation_to_post ON obligation USING btree (tenant_id, due_on) WHERE (NOT due_posted);
ALTER TABLE obligation ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON obligation TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON obligation TO dutyloop_app;
GRANT SELECT ON obligation TO dutyloop_backup;

-- More time, or a waiver, asked of whoever stands above; nobody decides his own
CREATE TABLE obligation_request (
  tenant_id integer NOT NULL,                  -- group
  id uuid NOT NULL,                            -- UUIDv7
  obligation_id uuid NOT NULL,                 -- duty
  kind text NOT NULL,                          -- extend or waive
  asked_to date,                               -- with extend: the later deadline asked for
  reason text NOT NULL,                        -- why it is asked
  state text NOT NULL,                         -- open, approved, refused
  asked_by uuid NOT NULL,                      -- account
  asked_at timestamp with time zone NOT NULL,  -- when it was asked
  decided_by uuid,                             -- account, another one
  decided_at timestamp with time zone,         -- when it was decided
  decision_reason text,                        -- why it was decided so; never empty with a refusal
  CONSTRAINT obligation_request_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT obligation_request_tenant_id_asked_by_fkey FOREIGN KEY (tenant_id, asked_by) REFERENCES account(tenant_id, id),
  CONSTRAINT obligation_request_tenant_id_decided_by_fkey FOREIGN KEY (tenant_id, decided_by) REFERENCES account(tenant_id, id),
  CONSTRAINT obligation_request_tenant_id_obligation_id_fkey FOREIGN KEY (tenant_id, obligation_id) REFERENCES obligation(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT obligation_request_check CHECK ((decided_by <> asked_by)),
  CONSTRAINT obligation_request_check1 CHECK (((state = 'open'::text) = (decided_by IS NULL))),
  CONSTRAINT obligation_request_check2 CHECK (((kind = 'extend'::text) = (asked_to IS NOT NULL))),
  CONSTRAINT obligation_request_kind_check CHECK ((kind = ANY (ARRAY['extend'::text, 'waive'::text]))),
  CONSTRAINT obligation_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'refused'::text])))
);
CREATE INDEX obligation_request_of ON obligation_request USING btree (tenant_id, obligation_id);
CREATE UNIQUE INDEX obligation_request_open ON obligation_request USING btree (tenant_id, obligation_id, kind) WHERE (state = 'open'::text);
ALTER TABLE obligation_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON obligation_request TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON obligation_request TO dutyloop_app;
GRANT SELECT ON obligation_request TO dutyloop_backup;

-- Who did what with a duty, when and why; only grows
CREATE TABLE obligation_step (
  tenant_id integer NOT NULL,                 -- group
  id uuid NOT NULL,                           -- UUIDv7
  obligation_id uuid NOT NULL,                -- duty
  action text NOT NULL,                       -- see obligationActions in domain/duties/things.ts
  from_state text NOT NULL,                   -- state before
  to_state text NOT NULL,                     -- state after
  progress smallint,                          -- percent, with progress
  assignee_id uuid,                           -- person, with hand_over
  note text NOT NULL,                         -- what was done, or why
  done_on date NOT NULL,                      -- day in the group's time zone
  done_at timestamp with time zone NOT NULL,  -- when
  done_by uuid NOT NULL,                      -- account
  CONSTRAINT obligation_step_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT obligation_step_tenant_id_done_by_fkey FOREIGN KEY (tenant_id, done_by) REFERENCES account(tenant_id, id),
  CONSTRAINT obligation_step_tenant_id_obligation_id_fkey FOREIGN KEY (tenant_id, obligation_id) REFERENCES obligation(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX obligation_step_of ON obligation_step USING btree (tenant_id, obligation_id, id);
ALTER TABLE obligation_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON obligation_step TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON obligation_step TO dutyloop_app;
GRANT SELECT ON obligation_step TO dutyloop_backup;

-- Party organisations as they are or last were
CREATE TABLE organization (
  tenant_id integer NOT NULL,                                                          -- group
  id uuid NOT NULL,                                                                    -- UUIDv7
  parent_id uuid,                                                                      -- current or last parent; null at the top
  kind text NOT NULL,                                                                  -- see domain/organization/things.ts
  class text,                                                                          -- class inside which branches are compared
  code text NOT NULL,                                                                  -- code in the user's own numbering
  name text NOT NULL,                                                                  -- full name
  path text NOT NULL COLLATE "C",                                                      -- labels from the top, each ended by a dot: the only input of access
  label integer NOT NULL,                                                              -- own label in the path
  valid_from date NOT NULL,                                                            -- first day
  valid_to date,                                                                       -- last day
  restriction text,                                                                    -- PRV-22: why it is restricted
  neutral_name text,                                                                   -- PRV-22: what outsiders read instead of the name
  bound_to text,                                                                       -- project or task that it was set up for; it ends with it (ORG-03, ORG-06)
  restricted boolean NOT NULL GENERATED ALWAYS AS ((restriction IS NOT NULL)) STORED,  -- restricted unit: on no board, without rank (PRV-22)
  bound_until date,                                                                    -- planned last day of that project or task; null where it isn't known
  approval text,                                                                       -- the superior's approval, by its number or date, where the kind needs it
  CONSTRAINT organization_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT organization_tenant_id_code_key UNIQUE (tenant_id, code),
  CONSTRAINT organization_tenant_id_path_key UNIQUE (tenant_id, path),
  CONSTRAINT organization_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT organization_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT organization_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT organization_check1 CHECK (((bound_until IS NULL) OR (bound_to IS NOT NULL))),
  CONSTRAINT organization_restriction_check CHECK ((restriction = ANY (ARRAY['OVERSEAS'::text, 'SECRET'::text])))
);
CREATE INDEX organization_by_label ON organization USING btree (tenant_id, label);
CREATE INDEX organization_children ON organization USING btree (tenant_id, parent_id, path);
CREATE INDEX organization_restricted ON organization USING btree (tenant_id, id) WHERE restricted;
ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON organization TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON organization TO dutyloop_app;
GRANT SELECT ON organization TO dutyloop_backup;

-- Where an organisation stood and what it was called on any day; serves periods, never access
CREATE TABLE organization_place (
  tenant_id integer NOT NULL,      -- group
  organization_id uuid NOT NULL,   -- organisation
  valid_from date NOT NULL,        -- first day at this place
  valid_to date,                   -- last day at this place
  parent_id uuid,                  -- parent in that time
  path text NOT NULL COLLATE "C",  -- path in that time
  name text NOT NULL,              -- name in that time
  class text,                      -- class in that time
  CONSTRAINT organization_place_pkey PRIMARY KEY (tenant_id, organization_id, valid_from),
  CONSTRAINT organization_place_tenant_id_organization_id_daterange_excl EXCLUDE USING gist (tenant_id WITH =, organization_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  CONSTRAINT organization_place_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT organization_place_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX organization_place_by_path ON organization_place USING btree (tenant_id, path);
CREATE INDEX organization_place_children ON organization_place USING btree (tenant_id, parent_id, path);
ALTER TABLE organization_place ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON organization_place TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON organization_place TO dutyloop_app;
GRANT SELECT ON organization_place TO dutyloop_backup;

-- Work that follows from a committed change, drained by a loop
CREATE TABLE outbox (
  tenant_id integer NOT NULL,                       -- group
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,  -- order of arrival, with gaps
  topic text NOT NULL,                              -- what it asks for, e.g. score.dirty
  organization_id uuid NOT NULL,                    -- organisation it concerns
  month date NOT NULL,                              -- month it concerns
  recorded_at timestamp with time zone NOT NULL,    -- age of the backlog
  CONSTRAINT outbox_pkey PRIMARY KEY (tenant_id, id)
);
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON outbox TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO dutyloop_app;
GRANT SELECT ON outbox TO dutyloop_backup;

-- SEC-01: the last five can not be used again
CREATE TABLE password_history (
  tenant_id integer NOT NULL,                    -- group
  account_id uuid NOT NULL,                      -- account
  changed_at timestamp with time zone NOT NULL,  -- when it was set
  password_hash text NOT NULL,                   -- argon2id
  CONSTRAINT password_history_pkey PRIMARY KEY (tenant_id, account_id, changed_at),
  CONSTRAINT password_history_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
ALTER TABLE password_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON password_history TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON password_history TO dutyloop_app;
GRANT SELECT ON password_history TO dutyloop_backup;

-- Periods that are no longer simply open; a period without a row is open in its first version
CREATE TABLE period (
  tenant_id integer NOT NULL,          -- group
  period_from date NOT NULL,           -- first day
  state text NOT NULL,                 -- 开放, 公示, 关闭
  version integer NOT NULL DEFAULT 1,  -- rises when a closed month is reopened
  span text NOT NULL,                  -- month, quarter, half_year or year
  closing integer,                     -- number of the closing that ended its entries; null while it is open
  publicity_from date,                 -- first day of 公示
  publicity_to date,                   -- last day of 公示, five workdays by default (EVA-12)
  reason text,                         -- why it was opened again for this version; null in the first
  CONSTRAINT period_pkey PRIMARY KEY (tenant_id, span, period_from),
  CONSTRAINT period_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT period_check CHECK (((state = 'open'::text) = (closing IS NULL))),
  CONSTRAINT period_period_from_check CHECK ((EXTRACT(day FROM period_from) = (1)::numeric)),
  CONSTRAINT period_span_check CHECK ((span = ANY (ARRAY['month'::text, 'quarter'::text, 'half_year'::text, 'year'::text]))),
  CONSTRAINT period_state_check CHECK ((state = ANY (ARRAY['open'::text, 'publicity'::text, 'closed'::text])))
);
ALTER TABLE period ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON period TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON period TO dutyloop_app;
GRANT SELECT ON period TO dutyloop_backup;

-- Each closing of a period; the number is the clock that says which facts a version holds
CREATE TABLE period_closing (
  tenant_id integer NOT NULL,                   -- group
  closing integer NOT NULL,                     -- 1, 2 … in the order of closing
  span text NOT NULL,                           -- length of the period
  period_from date NOT NULL,                    -- first day of the period
  version integer NOT NULL,                     -- version of the period that was closed
  closed_at timestamp with time zone NOT NULL,  -- when
  closed_by uuid,                               -- account
  reason text,                                  -- why it was opened again for this version; null in the first
  CONSTRAINT period_closing_pkey PRIMARY KEY (tenant_id, closing),
  CONSTRAINT period_closing_tenant_id_span_period_from_version_key UNIQUE (tenant_id, span, period_from, version),
  CONSTRAINT period_closing_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE period_closing ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON period_closing TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON period_closing TO dutyloop_app;
GRANT SELECT ON period_closing TO dutyloop_backup;

-- The tree of a closed period as of its last day
CREATE TABLE period_structure (
  tenant_id integer NOT NULL,      -- group
  span text NOT NULL,              -- length of the period
  period_from date NOT NULL,       -- first day of the period
  version integer NOT NULL,        -- version of the period
  organization_id uuid NOT NULL,   -- organisation
  parent_id uuid,                  -- parent on the last day
  path text NOT NULL COLLATE "C",  -- path on the last day
  kind text NOT NULL,              -- kind of organisation
  class text NOT NULL,             -- class on the last day; empty where it has none
  name text NOT NULL,              -- name on the last day
  members integer NOT NULL,        -- members on the last day
  whole boolean NOT NULL,          -- whether it existed for the whole period
  CONSTRAINT period_structure_pkey PRIMARY KEY (tenant_id, span, period_from, version, organization_id)
);
CREATE INDEX period_structure_by_path ON period_structure USING btree (tenant_id, span, period_from, version, path);
ALTER TABLE period_structure ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON period_structure TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON period_structure TO dutyloop_app;
GRANT SELECT ON period_structure TO dutyloop_backup;

-- People; private fields are kept apart
CREATE TABLE person (
  tenant_id integer NOT NULL,                             -- group
  id uuid NOT NULL,                                       -- UUIDv7
  name text NOT NULL,                                     -- D3
  exempt_from_attendance boolean NOT NULL DEFAULT false,  -- MTG-19: left out of the rate, never out of the list
  number text,                                            -- D3: staff number in the user's own numbering
  sex text,                                               -- D3: F or M
  born_on date,                                           -- D3: day of birth
  joined_on date,                                         -- D3: day on which the branch meeting admitted him (MEM-01)
  standing_from date,                                     -- D3: day from which Party standing counts (DEV-T10)
  file_kept text,                                         -- D3: personnel file, member's file kept by the committee, or neither (MEM-13); null as long as nobody has looked
  CONSTRAINT person_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT person_tenant_id_number_key UNIQUE (tenant_id, number),
  CONSTRAINT person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT person_file_kept_check CHECK ((file_kept = ANY (ARRAY['PERSONNEL'::text, 'MEMBER'::text, 'NONE'::text]))),
  CONSTRAINT person_sex_check CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text])))
);
CREATE INDEX person_of_name ON person USING btree (tenant_id, name COLLATE "C");
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON person TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO dutyloop_app;
GRANT SELECT ON person TO dutyloop_backup;

-- D4 fields, encrypted with AES-256-GCM; the key is not in the database
CREATE TABLE person_private (
  tenant_id integer NOT NULL,  -- group
  person_id uuid NOT NULL,     -- person
  identity_number bytea,       -- D4: encrypted identity number
  identity_index bytea,        -- HMAC of the identity number: finds duplicates without reading it
  phone bytea,                 -- D4: encrypted telephone number
  CONSTRAINT person_private_pkey PRIMARY KEY (tenant_id, person_id),
  CONSTRAINT person_private_tenant_id_identity_index_key UNIQUE (tenant_id, identity_index),
  CONSTRAINT person_private_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT person_private_check CHECK (((identity_number IS NULL) = (identity_index IS NULL)))
);
ALTER TABLE person_private ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON person_private TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON person_private TO dutyloop_app;
GRANT SELECT ON person_private TO dutyloop_backup;

-- Transfers of organisation relations; the source keeps the member until the receipt (MEM-07, MEM-08)
CREATE TABLE person_transfer (
  tenant_id integer NOT NULL,   -- group
  id uuid NOT NULL,             -- UUIDv7
  person_id uuid NOT NULL,      -- who
  from_organization_id uuid,    -- branch he leaves; null from outside the group
  to_organization_id uuid,      -- branch he joins; null to outside the group
  outside_name text,            -- organisation outside the group
  letter_number text,           -- number of the letter (介绍信)
  issued_on date NOT NULL,      -- day of the letter
  valid_days integer NOT NULL,  -- how long the letter holds
  state text NOT NULL,          -- on its way, acknowledged by receipt, returned with a reason
  settled_on date,              -- day of the receipt or the return
  reason text,                  -- why it was returned
  CONSTRAINT person_transfer_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT person_transfer_tenant_id_from_organization_id_fkey FOREIGN KEY (tenant_id, from_organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT person_transfer_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT person_transfer_tenant_id_to_organization_id_fkey FOREIGN KEY (tenant_id, to_organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT person_transfer_check CHECK (((from_organization_id IS NOT NULL) OR (to_organization_id IS NOT NULL))),
  CONSTRAINT person_transfer_check1 CHECK (((state = 'issued'::text) = (settled_on IS NULL))),
  CONSTRAINT person_transfer_state_check CHECK ((state = ANY (ARRAY['issued'::text, 'acknowledged'::text, 'returned'::text]))),
  CONSTRAINT person_transfer_valid_days_check CHECK (((valid_days >= 1) AND (valid_days <= 90)))
);
CREATE INDEX person_transfer_of_person ON person_transfer USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX person_transfer_on_its_way ON person_transfer USING btree (tenant_id, person_id) WHERE (state = 'issued'::text);
ALTER TABLE person_transfer ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON person_transfer TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON person_transfer TO dutyloop_app;
GRANT SELECT ON person_transfer TO dutyloop_backup;

-- Tokens for programs that act for an account
CREATE TABLE personal_token (
  tenant_id integer NOT NULL,                    -- group
  id uuid NOT NULL,                              -- UUIDv7
  account_id uuid NOT NULL,                      -- account it acts for
  name text NOT NULL,                            -- given by its owner
  token_digest text NOT NULL,                    -- SHA-256 of the token
  created_at timestamp with time zone NOT NULL,  -- when
  expires_on date NOT NULL,                      -- last day it works
  revoked_at timestamp with time zone,           -- when taken back
  CONSTRAINT personal_token_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT personal_token_tenant_id_token_digest_key UNIQUE (tenant_id, token_digest),
  CONSTRAINT personal_token_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
CREATE INDEX personal_token_of_account ON personal_token USING btree (tenant_id, account_id);
ALTER TABLE personal_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON personal_token TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON personal_token TO dutyloop_app;
GRANT SELECT ON personal_token TO dutyloop_backup;

-- The year's requirements of one organisation
CREATE TABLE plan (
  tenant_id integer NOT NULL,                   -- group
  id uuid NOT NULL,                             -- UUIDv7
  organization_id uuid NOT NULL,                -- who issues it, to itself and all below
  year integer NOT NULL,                        -- calendar year
  name text NOT NULL,                           -- title
  issued_at timestamp with time zone NOT NULL,  -- first issue
  version integer NOT NULL DEFAULT 1,           -- rises with each change
  changed_at timestamp with time zone,          -- last change, null while it is as issued
  CONSTRAINT plan_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT plan_tenant_id_organization_id_year_key UNIQUE (tenant_id, organization_id, year),
  CONSTRAINT plan_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT plan_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON plan TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON plan TO dutyloop_app;
GRANT SELECT ON plan TO dutyloop_backup;

-- How an issued plan was changed; only grows
CREATE TABLE plan_change (
  tenant_id integer NOT NULL,                    -- group
  plan_id uuid NOT NULL,                         -- plan
  version integer NOT NULL,                      -- version of the plan that the change made
  from_day date NOT NULL,                        -- first day of the periods it concerns; what began before stays
  body jsonb NOT NULL,                           -- how many duties each line made, waived, opened again, moved and kept
  reason text NOT NULL,                          -- why
  changed_at timestamp with time zone NOT NULL,  -- when
  changed_by uuid NOT NULL,                      -- account
  CONSTRAINT plan_change_pkey PRIMARY KEY (tenant_id, plan_id, version),
  CONSTRAINT plan_change_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES account(tenant_id, id),
  CONSTRAINT plan_change_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id)
);
ALTER TABLE plan_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON plan_change TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON plan_change TO dutyloop_app;
GRANT SELECT ON plan_change TO dutyloop_backup;

-- One required piece of work of a plan
CREATE TABLE plan_line (
  tenant_id integer NOT NULL,                       -- group
  id uuid NOT NULL,                                 -- UUIDv7
  plan_id uuid NOT NULL,                            -- plan
  template_code text NOT NULL,                      -- what is to be done
  template_version integer NOT NULL,                -- by which version
  position integer NOT NULL DEFAULT 0,              -- place in the plan
  requirement text NOT NULL DEFAULT 'basic'::text,  -- basic: 基础性, with frequency and form; improving: 提升性, with a direction
  classes text[] NOT NULL DEFAULT '{}'::text[],     -- classes of organisations that owe it; empty for all
  kinds text[] NOT NULL DEFAULT '{}'::text[],       -- kinds of organisations that owe it; empty for all the template is for
  cadence jsonb,                                    -- how often, where it is another than the template's; see domain/standards/things.ts
  direction text NOT NULL DEFAULT ''::text,         -- where improving work is to go
  from_month date,                                  -- first day of the first month it is owed in; null from January
  to_month date,                                    -- first day of the last month it is owed in; null to December
  retired_at timestamp with time zone,              -- when a change took it out of the plan
  CONSTRAINT plan_line_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT plan_line_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id),
  CONSTRAINT plan_line_tenant_id_template_code_template_version_fkey FOREIGN KEY (tenant_id, template_code, template_version) REFERENCES template_version(tenant_id, code, version),
  CONSTRAINT plan_line_requirement_check CHECK ((requirement = ANY (ARRAY['basic'::text, 'improving'::text])))
);
CREATE INDEX plan_line_of_plan ON plan_line USING btree (tenant_id, plan_id, "position");
ALTER TABLE plan_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON plan_line TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON plan_line TO dutyloop_app;
GRANT SELECT ON plan_line TO dutyloop_backup;

-- Roles that go with posts, where a group decided otherwise than usual
CREATE TABLE post_role (
  tenant_id integer NOT NULL,                    -- group
  kind text NOT NULL,                            -- kind of organisation
  post text NOT NULL,                            -- post in it
  role text,                                     -- the role that goes with it; null: none
  decided_at timestamp with time zone NOT NULL,  -- when it was decided last
  CONSTRAINT post_role_pkey PRIMARY KEY (tenant_id, kind, post),
  CONSTRAINT post_role_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE post_role ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON post_role TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON post_role TO dutyloop_app;
GRANT SELECT ON post_role TO dutyloop_backup;

-- Files marked as state secrets that somebody tried to send (PRV-21)
CREATE TABLE quarantined_file (
  tenant_id integer NOT NULL,                        -- group
  id uuid NOT NULL,                                  -- UUIDv7, also the name of its bytes on the disk
  organization_id uuid NOT NULL,                     -- for which it was sent
  account_id uuid NOT NULL,                          -- who sent it
  name text NOT NULL,                                -- as the sender called it
  size integer NOT NULL,                             -- of the whole
  sha256 text NOT NULL,                              -- of the whole, as the sender said
  marking text NOT NULL,                             -- the word that was found
  found_in text NOT NULL,                            -- its name or its content
  held boolean NOT NULL,                             -- whether its bytes arrived; they are erased when it is handled
  quarantined_at timestamp with time zone NOT NULL,  -- when
  outcome text,                                      -- cleared, or misjudged: the same content may then be sent again
  note text,                                         -- to whom it was reported and what was done
  handled_by uuid,                                   -- account; never who sent it
  handled_at timestamp with time zone,               -- when
  CONSTRAINT quarantined_file_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT quarantined_file_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT quarantined_file_check CHECK (((handled_by IS NULL) OR (handled_by <> account_id))),
  CONSTRAINT quarantined_file_check1 CHECK ((((outcome IS NULL) = (handled_by IS NULL)) AND ((outcome IS NULL) = (note IS NULL)) AND ((outcome IS NULL) = (handled_at IS NULL)))),
  CONSTRAINT quarantined_file_found_in_check CHECK ((found_in = ANY (ARRAY['name'::text, 'content'::text]))),
  CONSTRAINT quarantined_file_outcome_check CHECK ((outcome = ANY (ARRAY['cleared'::text, 'misjudged'::text])))
);
CREATE INDEX quarantined_file_of_content ON quarantined_file USING btree (tenant_id, sha256);
CREATE INDEX quarantined_file_of_organization ON quarantined_file USING btree (tenant_id, organization_id, quarantined_at DESC);
CREATE UNIQUE INDEX quarantined_file_open ON quarantined_file USING btree (tenant_id, account_id, organization_id, sha256) WHERE (outcome IS NULL);
ALTER TABLE quarantined_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON quarantined_file TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON quarantined_file TO dutyloop_app;
GRANT SELECT ON quarantined_file TO dutyloop_backup;

-- An imported source has delivered for an organisation and month; without rows it is a 零报告
CREATE TABLE receipt (
  tenant_id integer NOT NULL,                     -- group
  source text NOT NULL,                           -- code of the source, e.g. safety
  organization_id uuid NOT NULL,                  -- organisation it is about
  month date NOT NULL,                            -- first day of the month it is about
  id uuid NOT NULL,                               -- UUIDv7 of the delivery; its facts name it as their source
  rows integer NOT NULL,                          -- figures in it; 0 in a 零报告
  digest text NOT NULL,                           -- SHA-256 of what was delivered
  received_at timestamp with time zone NOT NULL,  -- when
  received_by uuid NOT NULL,                      -- account
  closing integer NOT NULL DEFAULT 1,             -- number of the closing it comes before: it belongs to every version of its period that was closed under this number or a later one
  CONSTRAINT receipt_pkey PRIMARY KEY (tenant_id, source, organization_id, month, id),
  CONSTRAINT receipt_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT receipt_rows_check CHECK ((rows >= 0))
);
CREATE INDEX receipt_by_closing ON receipt USING btree (tenant_id, closing, month);
ALTER TABLE receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON receipt TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON receipt TO dutyloop_app;
GRANT SELECT ON receipt TO dutyloop_backup;

-- Deliveries that were withdrawn: they no longer say that the source has delivered
CREATE TABLE receipt_withdrawal (
  tenant_id integer NOT NULL,                      -- group
  receipt_id uuid NOT NULL,                        -- the delivery
  closing integer NOT NULL,                        -- number of the closing it comes before: versions closed earlier keep the delivery
  reason text NOT NULL,                            -- why
  withdrawn_at timestamp with time zone NOT NULL,  -- when
  withdrawn_by uuid NOT NULL,                      -- account
  CONSTRAINT receipt_withdrawal_pkey PRIMARY KEY (tenant_id, receipt_id)
);
ALTER TABLE receipt_withdrawal ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON receipt_withdrawal TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON receipt_withdrawal TO dutyloop_app;
GRANT SELECT ON receipt_withdrawal TO dutyloop_backup;

-- A thing that was done, recorded once
CREATE TABLE record (
  tenant_id integer NOT NULL,                     -- group
  id uuid NOT NULL,                               -- UUIDv7
  organization_id uuid NOT NULL,                  -- host that leads the event
  subject_id uuid NOT NULL,                       -- that host itself or one of its 党小组
  state text NOT NULL,                            -- see domain/fulfilment/things.ts
  version integer NOT NULL,                       -- current version
  title text NOT NULL,                            -- theme
  occurred_on date NOT NULL,                      -- day it happened
  late_entry boolean NOT NULL,                    -- 补录: entered more than 7 days after
  expected integer NOT NULL,                      -- 应到 of all hosts, without those exempt from the rate
  present integer NOT NULL,                       -- 实到 of them
  standard_passed integer NOT NULL,               -- checks passed over all its types
  standard_applicable integer NOT NULL,           -- of applicable
  template_codes text[] NOT NULL,                 -- types it serves as (MTG-18)
  files integer NOT NULL DEFAULT 0,               -- photographs
  recorded_at timestamp with time zone NOT NULL,  -- when entered
  recorded_by uuid NOT NULL,                      -- account
  import_id uuid,                                 -- ledger that it came with; null where it was entered by hand
  draft_id uuid,                                  -- draft that it was written as
  revoked_reason text,                            -- why it was taken back
  revoked_at timestamp with time zone,            -- when it was taken back
  revoked_by uuid,                                -- account that took it back
  typed_fields integer,                           -- fields that whoever entered it typed; null where it was entered before they were counted
  filled_fields integer,                          -- fields that the system had filled in and he left as they were
  CONSTRAINT record_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT record_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES import_batch(tenant_id, id),
  CONSTRAINT record_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE UNIQUE INDEX record_of_draft ON record USING btree (tenant_id, draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX record_of_import ON record USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX record_of_organization ON record USING btree (tenant_id, organization_id, occurred_on DESC, id DESC);
ALTER TABLE record ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON record TO dutyloop_app;
GRANT SELECT ON record TO dutyloop_backup;

-- Organisations that held an event and have not entered their part yet; it counts for them only then
CREATE TABLE record_awaited (
  tenant_id integer NOT NULL,     -- group
  record_id uuid NOT NULL,        -- record
  subject_id uuid NOT NULL,       -- the organisation itself or one of its 党小组
  organization_id uuid NOT NULL,  -- host
  CONSTRAINT record_awaited_pkey PRIMARY KEY (tenant_id, record_id, subject_id),
  CONSTRAINT record_awaited_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT record_awaited_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES record(tenant_id, id)
);
CREATE INDEX record_awaited_of_organization ON record_awaited USING btree (tenant_id, organization_id);
ALTER TABLE record_awaited ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_awaited TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, DELETE ON record_awaited TO dutyloop_app;
GRANT SELECT ON record_awaited TO dutyloop_backup;

-- What is being typed for a record, until it is submitted
CREATE TABLE record_draft (
  tenant_id integer NOT NULL,                  -- group
  id uuid NOT NULL,                            -- given by the page, so that it can be typed without a network
  organization_id uuid NOT NULL,               -- host
  subject_id uuid NOT NULL,                    -- the host itself or one of its 党小组
  template_codes text[] NOT NULL,              -- chosen types
  title text NOT NULL,                         -- theme
  occurred_on date NOT NULL,                   -- day it happened
  content text NOT NULL,                       -- as the page keeps it (D3); empty once submitted
  revision integer NOT NULL,                   -- one more with each saving
  state text NOT NULL,                         -- see domain/fulfilment/draft-rules.ts
  typed_by uuid NOT NULL,                      -- account that saved last
  typed_at timestamp with time zone NOT NULL,  -- when
  handed_over_by uuid,                         -- account that asks for the signature
  handed_over_at timestamp with time zone,     -- when
  sent_back_reason text,                       -- why the secretary sent it back last
  record_id uuid,                              -- record that it became
  CONSTRAINT record_draft_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT record_draft_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT record_draft_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES record(tenant_id, id),
  CONSTRAINT record_draft_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'awaiting_signature'::text, 'submitted'::text])))
);
CREATE INDEX record_draft_of_organization ON record_draft USING btree (tenant_id, organization_id, typed_at DESC) WHERE (state <> 'submitted'::text);
ALTER TABLE record_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_draft TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON record_draft TO dutyloop_app;
GRANT SELECT ON record_draft TO dutyloop_backup;

-- What a record is found by, once for each organisation that held it
CREATE TABLE record_entry (
  tenant_id integer NOT NULL,      -- group
  record_id uuid NOT NULL,         -- record
  organization_id uuid NOT NULL,   -- host
  occurred_on date NOT NULL,       -- day it happened
  words text NOT NULL,             -- title and month in small letters, see domain/fulfilment/record-words.ts
  template_codes text[] NOT NULL,  -- types it serves as
  CONSTRAINT record_entry_pkey PRIMARY KEY (tenant_id, record_id, organization_id),
  CONSTRAINT record_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE INDEX record_entry_by_day ON record_entry USING btree (tenant_id, occurred_on DESC, record_id DESC);
CREATE INDEX record_entry_of_organization ON record_entry USING btree (tenant_id, organization_id, occurred_on DESC, record_id DESC);
ALTER TABLE record_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_entry TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, DELETE ON record_entry TO dutyloop_app;
GRANT SELECT ON record_entry TO dutyloop_backup;

-- Organisations that held an event, each with its own figures, as the current version says
CREATE TABLE record_host (
  tenant_id integer NOT NULL,                 -- group
  record_id uuid NOT NULL,                    -- record
  subject_id uuid NOT NULL,                   -- the organisation itself or one of its 党小组
  organization_id uuid NOT NULL,              -- host
  position integer NOT NULL,                  -- 0 leads the event
  occurred_on date NOT NULL,                  -- day it happened, for lists
  expected integer NOT NULL,                  -- 应到, without those exempt from the rate
  present integer NOT NULL,                   -- 实到 of them
  exempt integer NOT NULL,                    -- MTG-19: left out of the rate
  standard_passed integer NOT NULL,           -- checks passed over the types it serves as
  standard_applicable integer NOT NULL,       -- of applicable
  late_entry boolean NOT NULL DEFAULT false,  -- 补录: its part was entered more than seven days after the event
  CONSTRAINT record_host_pkey PRIMARY KEY (tenant_id, record_id, subject_id),
  CONSTRAINT record_host_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT record_host_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES record(tenant_id, id)
);
CREATE INDEX record_host_by_day ON record_host USING btree (tenant_id, occurred_on DESC, record_id DESC);
CREATE INDEX record_host_of_organization ON record_host USING btree (tenant_id, organization_id, occurred_on DESC, record_id DESC);
ALTER TABLE record_host ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_host TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, DELETE ON record_host TO dutyloop_app;
GRANT SELECT ON record_host TO dutyloop_backup;

-- 补课 of somebody who was away (MTG-19); the absence stays
CREATE TABLE record_make_up (
  tenant_id integer NOT NULL,                    -- group
  id uuid NOT NULL,                              -- UUIDv7
  record_id uuid NOT NULL,                       -- record of the event
  organization_id uuid NOT NULL,                 -- host that expected the person
  person_id uuid NOT NULL,                       -- who was away
  made_up_on date NOT NULL,                      -- day it was made up for
  way text NOT NULL,                             -- see domain/fulfilment/make-up-rules.ts
  note text NOT NULL,                            -- what was done
  late_reason text,                              -- why it came later than 30 days or after the close of its month
  withdrawn boolean NOT NULL DEFAULT false,      -- a corrected version says that the person was there
  entered_by uuid NOT NULL,                      -- account
  entered_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT record_make_up_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT record_make_up_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES record(tenant_id, id),
  CONSTRAINT record_make_up_way_check CHECK ((way = ANY (ARRAY['alone'::text, 'lesson'::text, 'at_home'::text])))
);
CREATE UNIQUE INDEX record_make_up_once ON record_make_up USING btree (tenant_id, record_id, person_id) WHERE (NOT withdrawn);
ALTER TABLE record_make_up ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_make_up TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON record_make_up TO dutyloop_app;
GRANT SELECT ON record_make_up TO dutyloop_backup;

-- Who was there, on leave or absent, and who sat in
CREATE TABLE record_participant (
  tenant_id integer NOT NULL,             -- group
  record_id uuid NOT NULL,                -- record
  version integer NOT NULL,               -- version
  position integer NOT NULL,              -- order in the list
  person_id uuid,                         -- null for a guest from outside
  name text NOT NULL,                     -- name on that day (D3)
  capacity text NOT NULL,                 -- guest = 列席
  presence text NOT NULL,                 -- present, leave, absent
  reason text,                            -- of leave or absence
  exempt boolean NOT NULL DEFAULT false,  -- MTG-19: left out of the rate
  votes boolean NOT NULL DEFAULT false,   -- VOTE-08, VOTE-09: counted among the voters
  host integer NOT NULL DEFAULT 0,        -- position of the host that it belongs to
  CONSTRAINT record_participant_pkey PRIMARY KEY (tenant_id, record_id, version, "position"),
  CONSTRAINT record_participant_tenant_id_record_id_version_person_id_key UNIQUE (tenant_id, record_id, version, person_id),
  CONSTRAINT record_participant_tenant_id_record_id_version_fkey FOREIGN KEY (tenant_id, record_id, version) REFERENCES record_version(tenant_id, record_id, version),
  CONSTRAINT record_participant_capacity_check CHECK ((capacity = ANY (ARRAY['member'::text, 'guest'::text])))
);
ALTER TABLE record_participant ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_participant TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON record_participant TO dutyloop_app;
GRANT SELECT ON record_participant TO dutyloop_backup;

-- Records by the month of their day, at each of their hosts, of an organisation and of all at and below it
CREATE TABLE record_rollup (
  tenant_id integer NOT NULL,        -- group
  organization_id uuid NOT NULL,     -- organisation
  month date NOT NULL,               -- first day of the month; who is below is who stood there on its last day
  own_records integer NOT NULL,      -- records that it hosted and that were not taken back
  own_late integer NOT NULL,         -- those of them that were entered late (补录)
  own_serving integer NOT NULL,      -- those of them that discharge duties of it
  own_served integer NOT NULL,       -- duties of it that they discharge
  own_typed integer NOT NULL,        -- fields that were typed into those it led
  own_filled integer NOT NULL,       -- fields of them that the system filled in itself
  subtree_records integer NOT NULL,  -- own_records at and below it
  subtree_late integer NOT NULL,     -- own_late at and below it
  subtree_serving integer NOT NULL,  -- own_serving at and below it
  subtree_served integer NOT NULL,   -- own_served at and below it
  subtree_typed integer NOT NULL,    -- own_typed at and below it
  subtree_filled integer NOT NULL,   -- own_filled at and below it
  CONSTRAINT record_rollup_pkey PRIMARY KEY (tenant_id, organization_id, month)
);
ALTER TABLE record_rollup ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_rollup TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON record_rollup TO dutyloop_app;
GRANT SELECT ON record_rollup TO dutyloop_backup;

-- Records drawn to be checked afterwards
CREATE TABLE record_sample (
  tenant_id integer NOT NULL,                  -- group
  id uuid NOT NULL,                            -- UUIDv7
  organization_id uuid NOT NULL,               -- drawn at and below
  period_from date NOT NULL,                   -- first day of the records
  period_to date NOT NULL,                     -- last day
  seed text NOT NULL,                          -- with which the same records are drawn again
  share numeric NOT NULL,                      -- above 0, at most 1
  population integer NOT NULL,                 -- records it was drawn from
  drawn_at timestamp with time zone NOT NULL,  -- when
  drawn_by uuid NOT NULL,                      -- account
  CONSTRAINT record_sample_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT record_sample_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE INDEX record_sample_of_organization ON record_sample USING btree (tenant_id, organization_id, drawn_at DESC);
ALTER TABLE record_sample ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_sample TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON record_sample TO dutyloop_app;
GRANT SELECT ON record_sample TO dutyloop_backup;

-- A drawn record and what its check came to
CREATE TABLE record_sample_item (
  tenant_id integer NOT NULL,           -- group
  sample_id uuid NOT NULL,              -- sample
  record_id uuid NOT NULL,              -- record
  version integer NOT NULL,             -- version that was drawn or checked last
  state text NOT NULL,                  -- see domain/fulfilment/sample-rules.ts
  reason text,                          -- of what was not accepted
  checked_by uuid,                      -- account
  checked_at timestamp with time zone,  -- when
  CONSTRAINT record_sample_item_pkey PRIMARY KEY (tenant_id, sample_id, record_id),
  CONSTRAINT record_sample_item_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES record(tenant_id, id),
  CONSTRAINT record_sample_item_tenant_id_sample_id_fkey FOREIGN KEY (tenant_id, sample_id) REFERENCES record_sample(tenant_id, id),
  CONSTRAINT record_sample_item_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'to_correct'::text, 'reversed'::text])))
);
CREATE INDEX record_sample_item_of_record ON record_sample_item USING btree (tenant_id, record_id);
ALTER TABLE record_sample_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_sample_item TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON record_sample_item TO dutyloop_app;
GRANT SELECT ON record_sample_item TO dutyloop_backup;

-- Records that are new or were worded anew since they were written down for the search
CREATE TABLE record_to_word (
  tenant_id integer NOT NULL,                       -- group
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,  -- order of arrival, with gaps
  record_id uuid NOT NULL,                          -- record
  CONSTRAINT record_to_word_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT record_to_word_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE record_to_word ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_to_word TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON record_to_word TO dutyloop_app;
GRANT SELECT ON record_to_word TO dutyloop_backup;

-- Each wording of a record; corrections never overwrite
CREATE TABLE record_version (
  tenant_id integer NOT NULL,                     -- group
  record_id uuid NOT NULL,                        -- record
  version integer NOT NULL,                       -- 1, 2 …
  body jsonb NOT NULL,                            -- time, place, chair, recorder, lecturer, minutes, topics, and how each standard was met
  reason text,                                    -- why it was changed
  recorded_at timestamp with time zone NOT NULL,  -- when
  recorded_by uuid NOT NULL,                      -- account
  CONSTRAINT record_version_pkey PRIMARY KEY (tenant_id, record_id, version),
  CONSTRAINT record_version_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES record(tenant_id, id)
);
ALTER TABLE record_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_version TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON record_version TO dutyloop_app;
GRANT SELECT ON record_version TO dutyloop_backup;

-- Days of which some record holds two letters one after the other
CREATE TABLE record_word (
  tenant_id integer NOT NULL,      -- group
  word text NOT NULL COLLATE "C",  -- two letters, a last one, or = and a type; nothing where there is any record
  occurred_on date NOT NULL,       -- day
  CONSTRAINT record_word_pkey PRIMARY KEY (tenant_id, word, occurred_on),
  CONSTRAINT record_word_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE record_word ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON record_word TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON record_word TO dutyloop_app;
GRANT SELECT ON record_word TO dutyloop_backup;

-- Codes that stand in for a lost device, each once
CREATE TABLE recovery_code (
  tenant_id integer NOT NULL,        -- group
  account_id uuid NOT NULL,          -- account
  code_digest text NOT NULL,         -- SHA-256 of the code with its account
  used_at timestamp with time zone,  -- when it was used
  CONSTRAINT recovery_code_pkey PRIMARY KEY (tenant_id, account_id, code_digest),
  CONSTRAINT recovery_code_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES second_factor(tenant_id, account_id) ON DELETE CASCADE
);
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON recovery_code TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO dutyloop_app;
GRANT SELECT ON recovery_code TO dutyloop_backup;

-- Re-organisations, each applied as one act and undoable until its period closes
CREATE TABLE reorganization (
  tenant_id integer NOT NULL,                    -- group
  id uuid NOT NULL,                              -- UUIDv7
  organization_id uuid NOT NULL,                 -- organisation below which it was done
  name text NOT NULL,                            -- what it is called
  decision text NOT NULL,                        -- decision it rests on (文号 or 会议)
  effective_on date NOT NULL,                    -- first day of the new tree
  acts jsonb NOT NULL,                           -- what was asked, see domain/organization/reorganization
  effects jsonb NOT NULL,                        -- what it did, counted and listed, as shown before it was applied
  applied_by uuid NOT NULL,                      -- account
  applied_at timestamp with time zone NOT NULL,  -- when
  undone_by uuid,                                -- account that took it back
  undone_at timestamp with time zone,            -- when it was taken back
  undo_reason text,                              -- why it was taken back
  CONSTRAINT reorganization_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT reorganization_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT reorganization_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT reorganization_check CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
);
ALTER TABLE reorganization ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON reorganization TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON reorganization TO dutyloop_app;
GRANT SELECT ON reorganization TO dutyloop_backup;

-- Which organisations followed which
CREATE TABLE reorganization_successor (
  tenant_id integer NOT NULL,       -- group
  reorganization_id uuid NOT NULL,  -- re-organisation
  predecessor_id uuid NOT NULL,     -- organisation that ended or gave members
  successor_id uuid NOT NULL,       -- organisation that took them
  CONSTRAINT reorganization_successor_pkey PRIMARY KEY (tenant_id, reorganization_id, predecessor_id, successor_id),
  CONSTRAINT reorganization_successor_tenant_id_predecessor_id_fkey FOREIGN KEY (tenant_id, predecessor_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT reorganization_successor_tenant_id_reorganization_id_fkey FOREIGN KEY (tenant_id, reorganization_id) REFERENCES reorganization(tenant_id, id),
  CONSTRAINT reorganization_successor_tenant_id_successor_id_fkey FOREIGN KEY (tenant_id, successor_id) REFERENCES organization(tenant_id, id)
);
ALTER TABLE reorganization_successor ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON reorganization_successor TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, DELETE ON reorganization_successor TO dutyloop_app;
GRANT SELECT ON reorganization_successor TO dutyloop_backup;

-- Role × organisation × from–to; administrators exclude each other and every business role
CREATE TABLE role_grant (
  tenant_id integer NOT NULL,                                                                                                                                                                                                     -- group
  id uuid NOT NULL,                                                                                                                                                                                                               -- UUIDv7
  account_id uuid NOT NULL,                                                                                                                                                                                                       -- who
  role text NOT NULL,                                                                                                                                                                                                             -- see domain/identity/things.ts
  organization_id uuid NOT NULL,                                                                                                                                                                                                  -- where; the role's reach says how far down
  valid_from date NOT NULL,                                                                                                                                                                                                       -- first day
  valid_to date,                                                                                                                                                                                                                  -- last day
  administrator integer NOT NULL GENERATED ALWAYS AS (
CASE role
    WHEN 'system_administrator'::text THEN 1
    WHEN 'security_administrator'::text THEN 2
    WHEN 'audit_administrator'::text THEN 3
    ELSE 0
END) STORED,  -- SEC-08: which of the three administrators, 0 for business roles
  CONSTRAINT role_grant_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT role_grant_administrators_exclude EXCLUDE USING gist (tenant_id WITH =, account_id WITH =, administrator WITH <>, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  CONSTRAINT role_grant_once EXCLUDE USING gist (tenant_id WITH =, account_id WITH =, role WITH =, organization_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  CONSTRAINT role_grant_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  CONSTRAINT role_grant_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT role_grant_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT role_grant_check1 CHECK (((role <> 'supervisor'::text) OR (valid_to IS NOT NULL)))
);
CREATE INDEX role_grant_of_account ON role_grant USING btree (tenant_id, account_id);
ALTER TABLE role_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON role_grant TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON role_grant TO dutyloop_app;
GRANT SELECT ON role_grant TO dutyloop_backup;

-- Which version of a scheme an organisation uses for itself and all below, from a period on; the nearest above holds (逐级考核)
CREATE TABLE scheme_adoption (
  tenant_id integer NOT NULL,                    -- group
  organization_id uuid NOT NULL,                 -- organisation that assesses
  scheme_code text NOT NULL,                     -- scheme
  period_from date NOT NULL,                     -- first day of the first period it holds for
  scheme_version integer NOT NULL,               -- version; where the adoption ends, the one that held until then
  adopted_at timestamp with time zone NOT NULL,  -- when
  adopted_by uuid,                               -- account; null for the built-in library
  ends boolean NOT NULL DEFAULT false,           -- from here on the organisation has no adoption of its own: what is adopted above holds again
  CONSTRAINT scheme_adoption_pkey PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from),
  CONSTRAINT scheme_adoption_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT scheme_adoption_tenant_id_scheme_code_scheme_version_fkey FOREIGN KEY (tenant_id, scheme_code, scheme_version) REFERENCES scheme_version(tenant_id, code, version)
);
ALTER TABLE scheme_adoption ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON scheme_adoption TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON scheme_adoption TO dutyloop_app;
GRANT SELECT ON scheme_adoption TO dutyloop_backup;

-- Tree of indicators with full marks
CREATE TABLE scheme_version (
  tenant_id integer NOT NULL,             -- group
  code text NOT NULL,                     -- stable code
  version integer NOT NULL,               -- immutable once published
  body jsonb NOT NULL,                    -- see domain/assessment/scheme.ts
  checksum text NOT NULL,                 -- SHA-256 of the body
  owner_id uuid,                          -- organisation that made it; null for the built-in library
  base_version integer,                   -- version it adapts within what that leaves open
  published_at timestamp with time zone,  -- when; null for the built-in library
  published_by uuid,                      -- account
  note text,                              -- why it was published; null for the built-in library and where nobody said
  CONSTRAINT scheme_version_pkey PRIMARY KEY (tenant_id, code, version),
  CONSTRAINT scheme_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE scheme_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON scheme_version TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON scheme_version TO dutyloop_app;
GRANT SELECT ON scheme_version TO dutyloop_backup;

-- How many organisations at and below one reached which total: ranks and means of any board without reading its rows
CREATE TABLE score_rollup (
  tenant_id integer NOT NULL,        -- group
  organization_id uuid NOT NULL,     -- organisation that assesses
  scheme_code text NOT NULL,         -- scheme
  period_from date NOT NULL,         -- first day of the period
  period_version integer NOT NULL,   -- version of the period
  class text NOT NULL,               -- class
  bucket text NOT NULL COLLATE "C",  -- exact: and whole: parts of the order key; none: shown without rank
  organizations integer NOT NULL,    -- how many
  totals numeric NOT NULL,           -- sum of their totals
  CONSTRAINT score_rollup_pkey PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version, class, bucket)
);
ALTER TABLE score_rollup ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON score_rollup TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON score_rollup TO dutyloop_app;
GRANT SELECT ON score_rollup TO dutyloop_backup;

-- What an organisation scored in a period: one row for all its lines
CREATE TABLE score_sheet (
  tenant_id integer NOT NULL,                     -- group
  organization_id uuid NOT NULL,                  -- subject
  scheme_code text NOT NULL,                      -- scheme
  period_from date NOT NULL,                      -- first day of the period; the scheme says how long it is
  period_version integer NOT NULL,                -- version of the period
  basis text NOT NULL,                            -- published: of the facts of this version; adjusted: of all facts that count, only where they differ
  scheme_version integer NOT NULL,                -- version of the scheme
  path text NOT NULL COLLATE "C",                 -- place on the last day of the period
  class text NOT NULL,                            -- class on the last day of the period; empty where it has none
  total numeric,                                  -- null while nothing is scored
  coverage numeric NOT NULL,                      -- percent of the full marks that could be scored
  order_key text NOT NULL COLLATE "C",            -- sorts by rank, higher is better, equal is tied; empty without a rank
  lines jsonb NOT NULL,                           -- figures of each line, see domain/assessment/sheet-figures.ts
  computed_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT score_sheet_pkey PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version, basis),
  CONSTRAINT score_sheet_basis_check CHECK ((basis = ANY (ARRAY['published'::text, 'adjusted'::text])))
);
CREATE INDEX score_sheet_adjusted ON score_sheet USING btree (tenant_id, scheme_code, period_from, path) WHERE (basis = 'adjusted'::text);
CREATE INDEX score_sheet_by_place ON score_sheet USING btree (tenant_id, scheme_code, period_from, path) WHERE (basis = 'published'::text);
CREATE INDEX score_sheet_by_rank ON score_sheet USING btree (tenant_id, scheme_code, period_from, class, order_key DESC, organization_id) WHERE (basis = 'published'::text);
ALTER TABLE score_sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON score_sheet TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON score_sheet TO dutyloop_app;
GRANT SELECT ON score_sheet TO dutyloop_backup;

-- What organisations and units are found by; asked through the scope only
CREATE TABLE search_entry (
  tenant_id integer NOT NULL,      -- group
  entity text NOT NULL,            -- what it is
  id uuid NOT NULL,                -- its number
  path text NOT NULL COLLATE "C",  -- where it stands
  words text NOT NULL,             -- name, code, pinyin and initials in small letters
  CONSTRAINT search_entry_pkey PRIMARY KEY (tenant_id, entity, id),
  CONSTRAINT search_entry_entity_check CHECK ((entity = ANY (ARRAY['organization'::text, 'unit'::text])))
);
CREATE INDEX search_entry_by_path ON search_entry USING btree (tenant_id, path);
ALTER TABLE search_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON search_entry TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON search_entry TO dutyloop_app;
GRANT SELECT ON search_entry TO dutyloop_backup;

-- What an account signs in with besides its password (SEC-04)
CREATE TABLE second_factor (
  tenant_id integer NOT NULL,                  -- group
  account_id uuid NOT NULL,                    -- account
  secret bytea NOT NULL,                       -- encrypted by the program
  began_at timestamp with time zone NOT NULL,  -- when the secret was made
  confirmed_at timestamp with time zone,       -- asked for at sign-in from then on; null while no code has confirmed it
  last_step bigint,                            -- the thirty seconds whose code was used last
  CONSTRAINT second_factor_pkey PRIMARY KEY (tenant_id, account_id),
  CONSTRAINT second_factor_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
ALTER TABLE second_factor ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON second_factor TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO dutyloop_app;
GRANT SELECT ON second_factor TO dutyloop_backup;

-- Signed-in browsers
CREATE TABLE session (
  tenant_id integer NOT NULL,                      -- group
  token_digest text NOT NULL,                      -- SHA-256 of the cookie's token
  account_id uuid NOT NULL,                        -- account
  started_at timestamp with time zone NOT NULL,    -- absolute end counts from here
  last_seen_at timestamp with time zone NOT NULL,  -- written at most once a minute
  CONSTRAINT session_pkey PRIMARY KEY (tenant_id, token_digest),
  CONSTRAINT session_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id)
);
CREATE INDEX session_of_account ON session USING btree (tenant_id, account_id);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON session TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO dutyloop_app;
GRANT SELECT ON session TO dutyloop_backup;

-- What a leaf that was still 待补报 counts as when its period closes
CREATE TABLE settlement (
  tenant_id integer NOT NULL,                    -- group
  organization_id uuid NOT NULL,                 -- organisation
  scheme_code text NOT NULL,                     -- scheme
  period_from date NOT NULL,                     -- first day of the period
  period_version integer NOT NULL,               -- version of the period
  line_code text NOT NULL,                       -- leaf
  outcome text NOT NULL,                         -- value, not_applicable or zero
  value numeric,                                 -- value of the indicator
  reason text NOT NULL,                          -- why
  settled_at timestamp with time zone NOT NULL,  -- when
  settled_by uuid NOT NULL,                      -- account
  CONSTRAINT settlement_pkey PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version, line_code),
  CONSTRAINT settlement_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT settlement_check CHECK (((outcome = 'value'::text) = (value IS NOT NULL))),
  CONSTRAINT settlement_outcome_check CHECK ((outcome = ANY (ARRAY['value'::text, 'not_applicable'::text, 'zero'::text])))
);
ALTER TABLE settlement ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON settlement TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON settlement TO dutyloop_app;
GRANT SELECT ON settlement TO dutyloop_backup;

-- How a version went from stage to stage; the last act says where it stands; only grows
CREATE TABLE template_act (
  tenant_id integer NOT NULL,                 -- group
  code text NOT NULL,                         -- template
  version integer NOT NULL,                   -- version
  number integer NOT NULL,                    -- 1 to n
  act text NOT NULL,                          -- what was done, see domain/standards/template-policy.ts
  from_stage text NOT NULL,                   -- stage before
  to_stage text NOT NULL,                     -- stage after
  reason text NOT NULL,                       -- why
  done_at timestamp with time zone NOT NULL,  -- when
  done_by uuid NOT NULL,                      -- account
  CONSTRAINT template_act_pkey PRIMARY KEY (tenant_id, code, version, number),
  CONSTRAINT template_act_tenant_id_code_version_fkey FOREIGN KEY (tenant_id, code, version) REFERENCES template_version(tenant_id, code, version),
  CONSTRAINT template_act_tenant_id_done_by_fkey FOREIGN KEY (tenant_id, done_by) REFERENCES account(tenant_id, id),
  CONSTRAINT template_act_act_check CHECK ((act = ANY (ARRAY['try_out'::text, 'accept'::text, 'promote'::text, 'send_back'::text, 'withdraw'::text]))),
  CONSTRAINT template_act_to_stage_check CHECK ((to_stage = ANY (ARRAY['exploring'::text, 'trial'::text, 'acceptance'::text, 'promoted'::text, 'withdrawn'::text])))
);
ALTER TABLE template_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON template_act TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON template_act TO dutyloop_app;
GRANT SELECT ON template_act TO dutyloop_backup;

-- By which version of a template an organisation and all below it work, from a day on; the nearest above holds
CREATE TABLE template_adoption (
  tenant_id integer NOT NULL,                    -- group
  organization_id uuid NOT NULL,                 -- organisation that adopts
  code text NOT NULL,                            -- template
  adopted_from date NOT NULL,                    -- first day
  version integer NOT NULL,                      -- version; where it ends, the one that ends
  ends boolean NOT NULL,                         -- from this day on the organisation has none of its own
  adopted_at timestamp with time zone NOT NULL,  -- when
  adopted_by uuid NOT NULL,                      -- account
  CONSTRAINT template_adoption_pkey PRIMARY KEY (tenant_id, organization_id, code, adopted_from),
  CONSTRAINT template_adoption_tenant_id_adopted_by_fkey FOREIGN KEY (tenant_id, adopted_by) REFERENCES account(tenant_id, id),
  CONSTRAINT template_adoption_tenant_id_code_version_fkey FOREIGN KEY (tenant_id, code, version) REFERENCES template_version(tenant_id, code, version),
  CONSTRAINT template_adoption_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
CREATE INDEX template_adoption_of_version ON template_adoption USING btree (tenant_id, code, version);
ALTER TABLE template_adoption ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON template_adoption TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON template_adoption TO dutyloop_app;
GRANT SELECT ON template_adoption TO dutyloop_backup;

-- Scores of reviewers for a version in its trial or acceptance, one each
CREATE TABLE template_review (
  tenant_id integer NOT NULL,                     -- group
  code text NOT NULL,                             -- template
  version integer NOT NULL,                       -- version
  reviewer_id uuid NOT NULL,                      -- account, never the one that published the version
  practicality smallint NOT NULL,                 -- 实用性, 0 to 100
  conformity smallint NOT NULL,                   -- 规范性, 0 to 100
  relevance smallint NOT NULL,                    -- 针对性, 0 to 100
  note text NOT NULL,                             -- in the reviewer's words
  reviewed_at timestamp with time zone NOT NULL,  -- when, of the newest scores
  CONSTRAINT template_review_pkey PRIMARY KEY (tenant_id, code, version, reviewer_id),
  CONSTRAINT template_review_tenant_id_code_version_fkey FOREIGN KEY (tenant_id, code, version) REFERENCES template_version(tenant_id, code, version),
  CONSTRAINT template_review_tenant_id_reviewer_id_fkey FOREIGN KEY (tenant_id, reviewer_id) REFERENCES account(tenant_id, id),
  CONSTRAINT template_review_conformity_check CHECK (((conformity >= 0) AND (conformity <= 100))),
  CONSTRAINT template_review_practicality_check CHECK (((practicality >= 0) AND (practicality <= 100))),
  CONSTRAINT template_review_relevance_check CHECK (((relevance >= 0) AND (relevance <= 100)))
);
ALTER TABLE template_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON template_review TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON template_review TO dutyloop_app;
GRANT SELECT ON template_review TO dutyloop_backup;

-- What a piece of work is, how it is done and how well; immutable versions
CREATE TABLE template_version (
  tenant_id integer NOT NULL,             -- group
  code text NOT NULL,                     -- stable code
  version integer NOT NULL,               -- rises with each change; a version is never edited
  body jsonb NOT NULL,                    -- see domain/standards/things.ts
  checksum text NOT NULL,                 -- SHA-256 of the body
  state text NOT NULL,                    -- stage it began at: promoted for the built-in library, exploring for others; template_act holds what followed
  owner_id uuid,                          -- organisation that published it; null for the built-in library
  base_version integer,                   -- version of the same template that it adapts; null where it adapts none
  published_at timestamp with time zone,  -- when; null for the built-in library
  published_by uuid,                      -- account that wrote it; it can't review it
  CONSTRAINT template_version_pkey PRIMARY KEY (tenant_id, code, version),
  CONSTRAINT template_version_tenant_id_code_base_version_fkey FOREIGN KEY (tenant_id, code, base_version) REFERENCES template_version(tenant_id, code, version),
  CONSTRAINT template_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT template_version_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT template_version_tenant_id_published_by_fkey FOREIGN KEY (tenant_id, published_by) REFERENCES account(tenant_id, id)
);
ALTER TABLE template_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON template_version TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON template_version TO dutyloop_app;
GRANT SELECT ON template_version TO dutyloop_backup;

-- A group: the outermost wall between data
CREATE TABLE tenant (
  tenant_id integer NOT NULL GENERATED ALWAYS AS IDENTITY,  -- number of the group in this installation
  code text NOT NULL,                                       -- short code asked at sign-in when there are several groups
  name text NOT NULL,                                       -- full name of the group
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai'::text,    -- zone in which a day begins and ends
  next_label integer NOT NULL DEFAULT 1,                    -- next short label of an organisation's path
  founded_at timestamp with time zone NOT NULL,             -- when the group was set up
  CONSTRAINT tenant_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_code_key UNIQUE (code)
);
GRANT SELECT, INSERT, UPDATE ON tenant TO dutyloop_app;
GRANT SELECT ON tenant TO dutyloop_backup;

-- Terms of elected committees and secretaries (ORG-14 to ORG-17)
CREATE TABLE term_of_office (
  tenant_id integer NOT NULL,     -- group
  id uuid NOT NULL,               -- UUIDv7
  organization_id uuid NOT NULL,  -- whose
  began_on date NOT NULL,         -- day of the election
  due_on date NOT NULL,           -- last day by the rule of its kind
  extended_to date,               -- last day after an approved extension
  approval text,                  -- approval of the extension
  ended_on date,                  -- last day, once the next term began
  CONSTRAINT term_of_office_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT term_of_office_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT term_of_office_check CHECK (((due_on > began_on) AND ((extended_to IS NULL) OR (extended_to > due_on)))),
  CONSTRAINT term_of_office_check1 CHECK (((extended_to IS NULL) = (approval IS NULL)))
);
CREATE UNIQUE INDEX term_of_office_current ON term_of_office USING btree (tenant_id, organization_id) WHERE (ended_on IS NULL);
ALTER TABLE term_of_office ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON term_of_office TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON term_of_office TO dutyloop_app;
GRANT SELECT ON term_of_office TO dutyloop_backup;

-- What an organisation consists of on the day it was counted, with all below
CREATE TABLE tree_count (
  tenant_id integer NOT NULL,         -- group
  organization_id uuid NOT NULL,      -- organisation
  counted_on date NOT NULL,           -- day whose tree was counted
  branches integer NOT NULL,          -- branches of every kind
  members integer NOT NULL,           -- their members, on probation and under correction too
  committees integer NOT NULL,        -- 党组、党委、机关党委
  general_branches integer NOT NULL,  -- 党总支
  groups integer NOT NULL,            -- 党小组
  leading_groups integer NOT NULL,    -- 领导小组
  units integer NOT NULL,             -- units that they cover
  regions integer NOT NULL,           -- regions these lie in
  restricted_units integer NOT NULL,  -- restricted ones of them
  departments integer NOT NULL,       -- departments with enough members for a branch that they answer for
  own_branches integer NOT NULL,      -- those of them with a branch for themselves (一部门一支部)
  CONSTRAINT tree_count_pkey PRIMARY KEY (tenant_id, organization_id)
);
ALTER TABLE tree_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON tree_count TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON tree_count TO dutyloop_app;
GRANT SELECT ON tree_count TO dutyloop_backup;

-- Administrative units: companies, departments, projects, teams
CREATE TABLE unit (
  tenant_id integer NOT NULL,      -- group
  id uuid NOT NULL,                -- UUIDv7
  parent_id uuid,                  -- unit above; null at the top
  kind text NOT NULL,              -- see domain/organization/unit-things.ts
  code text NOT NULL,              -- code in the user's own numbering
  name text NOT NULL,              -- full name
  region text,                     -- region it lies in
  restriction text,                -- PRV-22: why it is restricted
  path text NOT NULL COLLATE "C",  -- labels from the top, each ended by a dot
  label integer NOT NULL,          -- own label in the path
  valid_from date NOT NULL,        -- first day
  valid_to date,                   -- last day
  CONSTRAINT unit_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT unit_tenant_id_code_key UNIQUE (tenant_id, code),
  CONSTRAINT unit_tenant_id_path_key UNIQUE (tenant_id, path),
  CONSTRAINT unit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT unit_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES unit(tenant_id, id),
  CONSTRAINT unit_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT unit_restriction_check CHECK ((restriction = ANY (ARRAY['OVERSEAS'::text, 'SECRET'::text])))
);
CREATE INDEX unit_children ON unit USING btree (tenant_id, parent_id, path);
ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON unit TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON unit TO dutyloop_app;
GRANT SELECT ON unit TO dutyloop_backup;

-- A file on its way, in pieces; goes a day after it began
CREATE TABLE upload (
  tenant_id integer NOT NULL,                  -- group
  id uuid NOT NULL,                            -- UUIDv7, also the name of its part on the disk
  organization_id uuid NOT NULL,               -- for which it is sent
  account_id uuid NOT NULL,                    -- who sends it
  name text NOT NULL,                          -- as the sender calls it; searched for markings, never believed
  size integer NOT NULL,                       -- of the whole
  sha256 text NOT NULL,                        -- of the whole, as the sender says
  received integer NOT NULL,                   -- bytes from its beginning that are on the disk
  begun_at timestamp with time zone NOT NULL,  -- when
  file_id text,                                -- what it became
  CONSTRAINT upload_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT upload_once UNIQUE (tenant_id, account_id, organization_id, sha256),
  CONSTRAINT upload_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES file(tenant_id, id),
  CONSTRAINT upload_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT upload_check CHECK (((received >= 0) AND (received <= size))),
  CONSTRAINT upload_size_check CHECK ((size > 0))
);
CREATE INDEX upload_of_account ON upload USING btree (tenant_id, account_id, begun_at);
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON upload TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO dutyloop_app;
GRANT SELECT ON upload TO dutyloop_backup;

-- A person confirmed or dismissed a 一票否决
CREATE TABLE veto_decision (
  tenant_id integer NOT NULL,                    -- group
  organization_id uuid NOT NULL,                 -- organisation
  scheme_code text NOT NULL,                     -- scheme
  period_from date NOT NULL,                     -- first day of the period
  period_version integer NOT NULL,               -- version of the period
  veto_code text NOT NULL,                       -- veto of the scheme
  confirmed boolean NOT NULL,                    -- false: the facts don't bear it
  reason text NOT NULL,                          -- why
  decided_at timestamp with time zone NOT NULL,  -- when
  decided_by uuid NOT NULL,                      -- account
  CONSTRAINT veto_decision_pkey PRIMARY KEY (tenant_id, organization_id, scheme_code, period_from, period_version, veto_code),
  CONSTRAINT veto_decision_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id)
);
ALTER TABLE veto_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON veto_decision TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON veto_decision TO dutyloop_app;
GRANT SELECT ON veto_decision TO dutyloop_backup;

-- Tallies only, never who voted what
CREATE TABLE vote_tally (
  tenant_id integer NOT NULL,                -- group
  record_id uuid NOT NULL,                   -- record
  version integer NOT NULL,                  -- version
  position integer NOT NULL,                 -- order
  title text NOT NULL,                       -- what was resolved
  rule text NOT NULL,                        -- VOTE rule applied
  votes_for integer NOT NULL,                -- 赞成
  votes_against integer NOT NULL,            -- 反对
  votes_abstain integer NOT NULL,            -- 弃权
  voters_expected integer NOT NULL,          -- V
  voters_present integer NOT NULL,           -- P
  quorum_needed integer NOT NULL,            -- by the rule
  pass_needed integer NOT NULL,              -- by the rule
  valid boolean NOT NULL,                    -- quorum met
  passed boolean NOT NULL,                   -- valid and enough votes
  written integer NOT NULL DEFAULT 0,        -- VOTE-02: opinions in writing of voters who were away, among the ballots
  personnel boolean NOT NULL DEFAULT false,  -- VOTE-07: about personnel
  secretary_last boolean,                    -- VOTE-07: whether the secretary spoke last
  CONSTRAINT vote_tally_pkey PRIMARY KEY (tenant_id, record_id, version, "position"),
  CONSTRAINT vote_tally_tenant_id_record_id_version_fkey FOREIGN KEY (tenant_id, record_id, version) REFERENCES record_version(tenant_id, record_id, version)
);
ALTER TABLE vote_tally ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON vote_tally TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT ON vote_tally TO dutyloop_app;
GRANT SELECT ON vote_tally TO dutyloop_backup;

-- Members who are not counted among those who ought to vote, by approval of the superior and resolution of the meeting (VOTE-08)
CREATE TABLE voter_exclusion (
  tenant_id integer NOT NULL,                     -- group
  id uuid NOT NULL,                               -- UUIDv7
  person_id uuid NOT NULL,                        -- member
  organization_id uuid NOT NULL,                  -- branch whose meeting resolved it, and where it holds
  ground text NOT NULL,                           -- D4: MENTAL, ABROAD_6M and others, see domain/organization/members/voter-rules.ts
  approved_by text NOT NULL,                      -- superior organisation that agreed
  approved_on date NOT NULL,                      -- day of its agreement
  resolved_on date NOT NULL,                      -- day of the meeting's resolution
  valid_from date NOT NULL,                       -- first day
  valid_to date,                                  -- last day; null while it lasts
  recorded_by uuid NOT NULL,                      -- account
  recorded_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT voter_exclusion_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT voter_exclusion_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organization(tenant_id, id),
  CONSTRAINT voter_exclusion_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT voter_exclusion_check CHECK (((valid_from >= approved_on) AND (valid_from >= resolved_on))),
  CONSTRAINT voter_exclusion_check1 CHECK ((valid_to >= valid_from))
);
CREATE INDEX voter_exclusion_of_organization ON voter_exclusion USING btree (tenant_id, organization_id);
CREATE INDEX voter_exclusion_of_person ON voter_exclusion USING btree (tenant_id, person_id);
ALTER TABLE voter_exclusion ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON voter_exclusion TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON voter_exclusion TO dutyloop_app;
GRANT SELECT ON voter_exclusion TO dutyloop_backup;

-- What takes or suspends a member's vote for a time; shown only to who may read dispositions (VOTE-09, MEM-12)
CREATE TABLE voting_impediment (
  tenant_id integer NOT NULL,                     -- group
  id uuid NOT NULL,                               -- UUIDv7
  person_id uuid NOT NULL,                        -- member
  kind text NOT NULL,                             -- D4: 留党察看; 留置、逮捕
  valid_from date NOT NULL,                       -- D4: first day
  valid_to date,                                  -- D4: last day; null while it lasts
  recorded_by uuid NOT NULL,                      -- account
  recorded_at timestamp with time zone NOT NULL,  -- when
  CONSTRAINT voting_impediment_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT voting_impediment_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT voting_impediment_check CHECK ((valid_to >= valid_from))
);
CREATE INDEX voting_impediment_of_person ON voting_impediment USING btree (tenant_id, person_id);
ALTER TABLE voting_impediment ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON voting_impediment TO dutyloop_app USING ((tenant_id = (NULLIF(current_setting('dutyloop.tenant'::text, true), ''::text))::integer));
GRANT SELECT, INSERT, UPDATE ON voting_impediment TO dutyloop_app;
GRANT SELECT ON voting_impediment TO dutyloop_backup;
