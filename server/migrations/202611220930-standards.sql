-- Versions that organisations publish, their way over reviews to everybody, and who works by which.

ALTER TABLE template_version
  ADD COLUMN owner_id uuid,
  ADD COLUMN base_version integer,
  ADD COLUMN published_at timestamptz,
  ADD COLUMN published_by uuid,
  ADD FOREIGN KEY (tenant_id, owner_id) REFERENCES organization,
  ADD FOREIGN KEY (tenant_id, code, base_version) REFERENCES template_version,
  ADD FOREIGN KEY (tenant_id, published_by) REFERENCES account;
COMMENT ON COLUMN template_version.owner_id IS 'organisation that published it; null for the built-in library';
COMMENT ON COLUMN template_version.base_version IS 'version of the same template that it adapts; null where it adapts none';
COMMENT ON COLUMN template_version.published_at IS 'when; null for the built-in library';
COMMENT ON COLUMN template_version.published_by IS 'account that wrote it; it can''t review it';
COMMENT ON COLUMN template_version.state IS 'stage it began at: promoted for the built-in library, exploring for others; template_act holds what followed';

CREATE TABLE template_act (
  tenant_id integer NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  number integer NOT NULL,
  act text NOT NULL CHECK (act IN ('try_out', 'accept', 'promote', 'send_back', 'withdraw')),
  from_stage text NOT NULL,
  to_stage text NOT NULL CHECK (to_stage IN ('exploring', 'trial', 'acceptance', 'promoted', 'withdrawn')),
  reason text NOT NULL,
  done_at timestamptz NOT NULL,
  done_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, code, version, number),
  FOREIGN KEY (tenant_id, code, version) REFERENCES template_version,
  FOREIGN KEY (tenant_id, done_by) REFERENCES account
);
COMMENT ON TABLE template_act IS 'How a version went from stage to stage; the last act says where it stands; only grows';
COMMENT ON COLUMN template_act.tenant_id IS 'group';
COMMENT ON COLUMN template_act.code IS 'template';
COMMENT ON COLUMN template_act.version IS 'version';
COMMENT ON COLUMN template_act.number IS '1 to n';
COMMENT ON COLUMN template_act.act IS 'what was done, see domain/standards/template-policy.ts';
COMMENT ON COLUMN template_act.from_stage IS 'stage before';
COMMENT ON COLUMN template_act.to_stage IS 'stage after';
COMMENT ON COLUMN template_act.reason IS 'why';
COMMENT ON COLUMN template_act.done_at IS 'when';
COMMENT ON COLUMN template_act.done_by IS 'account';

CREATE TABLE template_review (
  tenant_id integer NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  reviewer_id uuid NOT NULL,
  practicality smallint NOT NULL CHECK (practicality BETWEEN 0 AND 100),
  conformity smallint NOT NULL CHECK (conformity BETWEEN 0 AND 100),
  relevance smallint NOT NULL CHECK (relevance BETWEEN 0 AND 100),
  note text NOT NULL,
  reviewed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, code, version, reviewer_id),
  FOREIGN KEY (tenant_id, code, version) REFERENCES template_version,
  FOREIGN KEY (tenant_id, reviewer_id) REFERENCES account
);
COMMENT ON TABLE template_review IS 'Scores of reviewers for a version in its trial or acceptance, one each';
COMMENT ON COLUMN template_review.tenant_id IS 'group';
COMMENT ON COLUMN template_review.code IS 'template';
COMMENT ON COLUMN template_review.version IS 'version';
COMMENT ON COLUMN template_review.reviewer_id IS 'account, never the one that published the version';
COMMENT ON COLUMN template_review.practicality IS '实用性, 0 to 100';
COMMENT ON COLUMN template_review.conformity IS '规范性, 0 to 100';
COMMENT ON COLUMN template_review.relevance IS '针对性, 0 to 100';
COMMENT ON COLUMN template_review.note IS 'in the reviewer''s words';
COMMENT ON COLUMN template_review.reviewed_at IS 'when, of the newest scores';

CREATE TABLE template_adoption (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  code text NOT NULL,
  adopted_from date NOT NULL,
  version integer NOT NULL,
  ends boolean NOT NULL,
  adopted_at timestamptz NOT NULL,
  adopted_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, code, adopted_from),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, code, version) REFERENCES template_version,
  FOREIGN KEY (tenant_id, adopted_by) REFERENCES account
);
CREATE INDEX template_adoption_of_version ON template_adoption (tenant_id, code, version);
COMMENT ON TABLE template_adoption IS 'By which version of a template an organisation and all below it work, from a day on; the nearest above holds';
COMMENT ON COLUMN template_adoption.tenant_id IS 'group';
COMMENT ON COLUMN template_adoption.organization_id IS 'organisation that adopts';
COMMENT ON COLUMN template_adoption.code IS 'template';
COMMENT ON COLUMN template_adoption.adopted_from IS 'first day';
COMMENT ON COLUMN template_adoption.version IS 'version; where it ends, the one that ends';
COMMENT ON COLUMN template_adoption.ends IS 'from this day on the organisation has none of its own';
COMMENT ON COLUMN template_adoption.adopted_at IS 'when';
COMMENT ON COLUMN template_adoption.adopted_by IS 'account';
