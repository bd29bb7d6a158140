-- Accounts, sessions, tokens and role grants.

CREATE TABLE account (
  tenant_id integer NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  sign_in_name text NOT NULL,
  display_name text NOT NULL,
  person_id uuid,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'closed')),
  password_hash text NOT NULL,
  password_changed_at timestamptz NOT NULL,
  must_change_password boolean NOT NULL DEFAULT false,
  failed_sign_ins integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE account IS 'Who may sign in';
COMMENT ON COLUMN account.tenant_id IS 'group';
COMMENT ON COLUMN account.id IS 'UUIDv7';
COMMENT ON COLUMN account.sign_in_name IS 'unique in the group, compared in lower case';
COMMENT ON COLUMN account.display_name IS 'shown in the frame and in the audit';
COMMENT ON COLUMN account.person_id IS 'the member behind it, if any';
COMMENT ON COLUMN account.state IS 'closed accounts keep their history';
COMMENT ON COLUMN account.password_hash IS 'argon2id';
COMMENT ON COLUMN account.password_changed_at IS 'SEC-01: 90 days';
COMMENT ON COLUMN account.must_change_password IS 'after a one-time password';
COMMENT ON COLUMN account.failed_sign_ins IS 'SEC-02';
COMMENT ON COLUMN account.locked_until IS 'SEC-02';
COMMENT ON COLUMN account.opened_at IS 'when';
CREATE UNIQUE INDEX account_sign_in_name ON account (tenant_id, lower(sign_in_name));

CREATE TABLE password_history (
  tenant_id integer NOT NULL,
  account_id uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  password_hash text NOT NULL,
  PRIMARY KEY (tenant_id, account_id, changed_at),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
COMMENT ON TABLE password_history IS 'SEC-01: the last five can not be used again';
COMMENT ON COLUMN password_history.tenant_id IS 'group';
COMMENT ON COLUMN password_history.account_id IS 'account';
COMMENT ON COLUMN password_history.changed_at IS 'when it was set';
COMMENT ON COLUMN password_history.password_hash IS 'argon2id';

CREATE TABLE session (
  tenant_id integer NOT NULL,
  token_digest text NOT NULL,
  account_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, token_digest),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
COMMENT ON TABLE session IS 'Signed-in browsers';
COMMENT ON COLUMN session.tenant_id IS 'group';
COMMENT ON COLUMN session.token_digest IS 'SHA-256 of the cookie''s token';
COMMENT ON COLUMN session.account_id IS 'account';
COMMENT ON COLUMN session.started_at IS 'absolute end counts from here';
COMMENT ON COLUMN session.last_seen_at IS 'written at most once a minute';
CREATE INDEX session_of_account ON session (tenant_id, account_id);

CREATE TABLE personal_token (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  token_digest text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_on date NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_digest),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
COMMENT ON TABLE personal_token IS 'Tokens for programs that act for an account';
COMMENT ON COLUMN personal_token.tenant_id IS 'group';
COMMENT ON COLUMN personal_token.id IS 'UUIDv7';
COMMENT ON COLUMN personal_token.account_id IS 'account it acts for';
COMMENT ON COLUMN personal_token.name IS 'given by its owner';
COMMENT ON COLUMN personal_token.token_digest IS 'SHA-256 of the token';
COMMENT ON COLUMN personal_token.created_at IS 'when';
COMMENT ON COLUMN personal_token.expires_on IS 'last day it works';
COMMENT ON COLUMN personal_token.revoked_at IS 'when taken back';
CREATE INDEX personal_token_of_account ON personal_token (tenant_id, account_id);
