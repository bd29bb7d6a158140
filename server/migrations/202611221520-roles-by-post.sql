-- What a group decided about roles that go with posts; without a row what is usual holds.

CREATE TABLE post_role (
  tenant_id integer NOT NULL,
  kind text NOT NULL,
  post text NOT NULL,
  role text,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, kind, post),
  FOREIGN KEY (tenant_id) REFERENCES tenant
);
COMMENT ON TABLE post_role IS 'Roles that go with posts, where a group decided otherwise than usual';
COMMENT ON COLUMN post_role.tenant_id IS 'group';
COMMENT ON COLUMN post_role.kind IS 'kind of organisation';
COMMENT ON COLUMN post_role.post IS 'post in it';
COMMENT ON COLUMN post_role.role IS 'the role that goes with it; null: none';
COMMENT ON COLUMN post_role.decided_at IS 'when it was decided last';
