-- What security administrators are told of: large exports and accounts locked after failed sign-ins (SEC-22).

CREATE TABLE alarm (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('bulk_export', 'account_locked')),
  raised_at timestamptz NOT NULL,
  account_id uuid NOT NULL,
  subject text,
  figure integer NOT NULL,
  purpose text,
  handled_by uuid,
  handled_at timestamptz,
  note text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  FOREIGN KEY (tenant_id, handled_by) REFERENCES account,
  CONSTRAINT alarm_handled CHECK ((handled_by IS NULL) = (handled_at IS NULL) AND (handled_by IS NULL) = (note IS NULL))
);
COMMENT ON TABLE alarm IS 'What security administrators are told of, and how it was handled';
COMMENT ON COLUMN alarm.tenant_id IS 'group';
COMMENT ON COLUMN alarm.id IS 'UUIDv7';
COMMENT ON COLUMN alarm.kind IS 'what happened';
COMMENT ON COLUMN alarm.raised_at IS 'UTC';
COMMENT ON COLUMN alarm.account_id IS 'whose account it was';
COMMENT ON COLUMN alarm.subject IS 'the endpoint of the list that was taken away';
COMMENT ON COLUMN alarm.figure IS 'rows taken away, or attempts that failed';
COMMENT ON COLUMN alarm.purpose IS 'what the rows were said to be for';
COMMENT ON COLUMN alarm.handled_by IS 'who looked into it';
COMMENT ON COLUMN alarm.handled_at IS 'UTC';
COMMENT ON COLUMN alarm.note IS 'what was found and done';
CREATE INDEX alarm_open ON alarm (tenant_id, id) WHERE handled_at IS NULL;
