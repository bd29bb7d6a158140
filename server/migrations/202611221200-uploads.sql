-- Files that arrive in pieces, and those that are marked as state secrets and kept apart.

CREATE TABLE upload (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  sha256 text NOT NULL,
  received integer NOT NULL CHECK (received BETWEEN 0 AND size),
  begun_at timestamptz NOT NULL,
  file_id text,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT upload_once UNIQUE (tenant_id, account_id, organization_id, sha256),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, file_id) REFERENCES file
);
COMMENT ON TABLE upload IS 'A file on its way, in pieces; goes a day after it began';
COMMENT ON COLUMN upload.tenant_id IS 'group';
COMMENT ON COLUMN upload.id IS 'UUIDv7, also the name of its part on the disk';
COMMENT ON COLUMN upload.organization_id IS 'for which it is sent';
COMMENT ON COLUMN upload.account_id IS 'who sends it';
COMMENT ON COLUMN upload.name IS 'as the sender calls it; searched for markings, never believed';
COMMENT ON COLUMN upload.size IS 'of the whole';
COMMENT ON COLUMN upload.sha256 IS 'of the whole, as the sender says';
COMMENT ON COLUMN upload.received IS 'bytes from its beginning that are on the disk';
COMMENT ON COLUMN upload.begun_at IS 'when';
COMMENT ON COLUMN upload.file_id IS 'what it became';
CREATE INDEX upload_of_account ON upload (tenant_id, account_id, begun_at);

CREATE TABLE quarantined_file (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  marking text NOT NULL,
  found_in text NOT NULL CHECK (found_in IN ('name', 'content')),
  held boolean NOT NULL,
  quarantined_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('cleared', 'misjudged')),
  note text,
  handled_by uuid,
  handled_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK (handled_by IS NULL OR handled_by <> account_id),
  CHECK ((outcome IS NULL) = (handled_by IS NULL) AND (outcome IS NULL) = (note IS NULL) AND (outcome IS NULL) = (handled_at IS NULL))
);
COMMENT ON TABLE quarantined_file IS 'Files marked as state secrets that somebody tried to send (PRV-21)';
COMMENT ON COLUMN quarantined_file.tenant_id IS 'group';
COMMENT ON COLUMN quarantined_file.id IS 'UUIDv7, also the name of its bytes on the disk';
COMMENT ON COLUMN quarantined_file.organization_id IS 'for which it was sent';
COMMENT ON COLUMN quarantined_file.account_id IS 'who sent it';
COMMENT ON COLUMN quarantined_file.name IS 'as the sender called it';
COMMENT ON COLUMN quarantined_file.size IS 'of the whole';
COMMENT ON COLUMN quarantined_file.sha256 IS 'of the whole, as the sender said';
COMMENT ON COLUMN quarantined_file.marking IS 'the word that was found';
COMMENT ON COLUMN quarantined_file.found_in IS 'its name or its content';
COMMENT ON COLUMN quarantined_file.held IS 'whether its bytes arrived; they are erased when it is handled';
COMMENT ON COLUMN quarantined_file.quarantined_at IS 'when';
COMMENT ON COLUMN quarantined_file.outcome IS 'cleared, or misjudged: the same content may then be sent again';
COMMENT ON COLUMN quarantined_file.note IS 'to whom it was reported and what was done';
COMMENT ON COLUMN quarantined_file.handled_by IS 'account; never who sent it';
COMMENT ON COLUMN quarantined_file.handled_at IS 'when';
CREATE INDEX quarantined_file_of_organization ON quarantined_file (tenant_id, organization_id, quarantined_at DESC);
CREATE INDEX quarantined_file_of_content ON quarantined_file (tenant_id, sha256);
CREATE UNIQUE INDEX quarantined_file_open ON quarantined_file (tenant_id, account_id, organization_id, sha256) WHERE outcome IS NULL;
