-- 通报: what a committee types for a month, and every 通报 that was made of it, as it was made.

CREATE TABLE bulletin_draft (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  texts jsonb NOT NULL,
  leading_only boolean NOT NULL,
  revision integer NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, month),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, saved_by) REFERENCES account
);
COMMENT ON TABLE bulletin_draft IS 'What is typed for the 通报 of a month; figures are read when one is made';
COMMENT ON COLUMN bulletin_draft.tenant_id IS 'group';
COMMENT ON COLUMN bulletin_draft.organization_id IS 'organisation that reports';
COMMENT ON COLUMN bulletin_draft.month IS 'first day of the month reported on';
COMMENT ON COLUMN bulletin_draft.texts IS 'number, recipient, opening, requirements, closing, copies';
COMMENT ON COLUMN bulletin_draft.leading_only IS 'whether only those that lead are named';
COMMENT ON COLUMN bulletin_draft.revision IS 'how often it was saved';
COMMENT ON COLUMN bulletin_draft.saved_by IS 'account that saved it last';
COMMENT ON COLUMN bulletin_draft.saved_at IS 'when';

CREATE TABLE bulletin (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  notice jsonb NOT NULL,
  digest text NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, made_by) REFERENCES account
);
CREATE INDEX bulletin_of_organization ON bulletin (tenant_id, organization_id, id DESC);
COMMENT ON TABLE bulletin IS 'A 通报 as it was made; it stays when figures change later';
COMMENT ON COLUMN bulletin.tenant_id IS 'group';
COMMENT ON COLUMN bulletin.id IS 'UUIDv7';
COMMENT ON COLUMN bulletin.organization_id IS 'organisation that reports';
COMMENT ON COLUMN bulletin.month IS 'first day of the month reported on';
COMMENT ON COLUMN bulletin.notice IS 'everything that it says, see contract/bulletins.ts';
COMMENT ON COLUMN bulletin.digest IS 'SHA-256 of it';
COMMENT ON COLUMN bulletin.made_by IS 'account';
COMMENT ON COLUMN bulletin.made_at IS 'when';
