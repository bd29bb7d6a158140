-- A second factor of an account: codes by the clock, and recovery codes for when the device is lost.

CREATE TABLE second_factor (
  tenant_id integer NOT NULL,
  account_id uuid NOT NULL,
  secret bytea NOT NULL,
  began_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step bigint,
  PRIMARY KEY (tenant_id, account_id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
COMMENT ON TABLE second_factor IS 'What an account signs in with besides its password (SEC-04)';
COMMENT ON COLUMN second_factor.tenant_id IS 'group';
COMMENT ON COLUMN second_factor.account_id IS 'account';
COMMENT ON COLUMN second_factor.secret IS 'encrypted by the program';
COMMENT ON COLUMN second_factor.began_at IS 'when the secret was made';
COMMENT ON COLUMN second_factor.confirmed_at IS 'asked for at sign-in from then on; null while no code has confirmed it';
COMMENT ON COLUMN second_factor.last_step IS 'the thirty seconds whose code was used last';

CREATE TABLE recovery_code (
  tenant_id integer NOT NULL,
  account_id uuid NOT NULL,
  code_digest text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (tenant_id, account_id, code_digest),
  FOREIGN KEY (tenant_id, account_id) REFERENCES second_factor ON DELETE CASCADE
);
COMMENT ON TABLE recovery_code IS 'Codes that stand in for a lost device, each once';
COMMENT ON COLUMN recovery_code.tenant_id IS 'group';
COMMENT ON COLUMN recovery_code.account_id IS 'account';
COMMENT ON COLUMN recovery_code.code_digest IS 'SHA-256 of the code with its account';
COMMENT ON COLUMN recovery_code.used_at IS 'when it was used';
