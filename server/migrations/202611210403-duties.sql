-- Templates, plans and what they make organisations owe.

CREATE TABLE template_version (
  tenant_id integer NOT NULL REFERENCES tenant,
  code text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  checksum text NOT NULL,
  state text NOT NULL,
  PRIMARY KEY (tenant_id, code, version)
);
COMMENT ON TABLE template_version IS 'What a piece of work is, how it is done and how well; immutable versions';
COMMENT ON COLUMN template_version.tenant_id IS 'group';
COMMENT ON COLUMN template_version.code IS 'stable code';
COMMENT ON COLUMN template_version.version IS 'rises with each change; a version is never edited';
COMMENT ON COLUMN template_version.body IS 'see domain/standards/things.ts';
COMMENT ON COLUMN template_version.checksum IS 'SHA-256 of the body';
COMMENT ON COLUMN template_version.state IS '草稿, 试行, 验收, 推广, 废止';

CREATE TABLE plan (
  tenant_id integer NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  year integer NOT NULL,
  name text NOT NULL,
  issued_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, organization_id, year),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE plan IS 'The year''s requirements of one organisation';
COMMENT ON COLUMN plan.tenant_id IS 'group';
COMMENT ON COLUMN plan.id IS 'UUIDv7';
COMMENT ON COLUMN plan.organization_id IS 'who issues it, to itself and all below';
COMMENT ON COLUMN plan.year IS 'calendar year';
COMMENT ON COLUMN plan.name IS 'title';
COMMENT ON COLUMN plan.issued_at IS 'first issue';

CREATE TABLE plan_line (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  template_code text NOT NULL,
  template_version integer NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, plan_id, template_code),
  FOREIGN KEY (tenant_id, plan_id) REFERENCES plan,
  FOREIGN KEY (tenant_id, template_code, template_version) REFERENCES template_version
);
COMMENT ON TABLE plan_line IS 'One required piece of work of a plan';
COMMENT ON COLUMN plan_line.tenant_id IS 'group';
COMMENT ON COLUMN plan_line.id IS 'UUIDv7';
COMMENT ON COLUMN plan_line.plan_id IS 'plan';
COMMENT ON COLUMN plan_line.template_code IS 'what is to be done';
COMMENT ON COLUMN plan_line.template_version IS 'by which version';

CREATE TABLE obligation (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  source_table text NOT NULL,
  source_id uuid NOT NULL,
  template_code text NOT NULL,
  template_version integer NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  occurrence integer NOT NULL,
  due_on date NOT NULL,
  extended_to date,
  state text NOT NULL,
  record_id uuid,
  due_posted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, source_id, organization_id, subject_id, period_from, occurrence),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK (period_to >= period_from)
);
COMMENT ON TABLE obligation IS 'Who owes what, by when, from which source';
COMMENT ON COLUMN obligation.tenant_id IS 'group';
COMMENT ON COLUMN obligation.id IS 'UUIDv7';
COMMENT ON COLUMN obligation.organization_id IS 'organisation that owes and is scored';
COMMENT ON COLUMN obligation.subject_id IS 'the organisation itself or one of its 党小组';
COMMENT ON COLUMN obligation.source_table IS 'plan_line now; decisions, findings and notices later';
COMMENT ON COLUMN obligation.source_id IS 'the line that orders it';
COMMENT ON COLUMN obligation.template_code IS 'what is owed';
COMMENT ON COLUMN obligation.template_version IS 'by which standard';
COMMENT ON COLUMN obligation.period_from IS 'a record of a day from here';
COMMENT ON COLUMN obligation.period_to IS 'to here discharges it';
COMMENT ON COLUMN obligation.occurrence IS '1, 2 … where several are owed in one period';
COMMENT ON COLUMN obligation.due_on IS 'until 24:00 of that day';
COMMENT ON COLUMN obligation.extended_to IS 'approved extension';
COMMENT ON COLUMN obligation.state IS 'see domain/duties/things.ts';
COMMENT ON COLUMN obligation.record_id IS 'record that discharged it';
COMMENT ON COLUMN obligation.due_posted IS 'whether obligation.due stands as a fact';
CREATE INDEX obligation_due ON obligation (tenant_id, organization_id, due_on, id);
CREATE INDEX obligation_to_post ON obligation (tenant_id, due_on) WHERE NOT due_posted;
