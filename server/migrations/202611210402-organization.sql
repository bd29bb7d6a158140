-- Organisations, people, posts, and who may act where.

CREATE TABLE organization (
  tenant_id integer NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  parent_id uuid,
  kind text NOT NULL,
  class text,
  code text NOT NULL,
  name text NOT NULL,
  path text COLLATE "C" NOT NULL,
  label integer NOT NULL,
  restricted boolean NOT NULL DEFAULT false,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  UNIQUE (tenant_id, path),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES organization,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON TABLE organization IS 'Party organisations as they are or last were';
COMMENT ON COLUMN organization.tenant_id IS 'group';
COMMENT ON COLUMN organization.id IS 'UUIDv7';
COMMENT ON COLUMN organization.parent_id IS 'current or last parent; null at the top';
COMMENT ON COLUMN organization.kind IS 'see domain/organization/things.ts';
COMMENT ON COLUMN organization.class IS 'class inside which branches are compared';
COMMENT ON COLUMN organization.code IS 'code in the user''s own numbering';
COMMENT ON COLUMN organization.name IS 'full name';
COMMENT ON COLUMN organization.path IS 'labels from the top, each ended by a dot: the only input of access';
COMMENT ON COLUMN organization.label IS 'own label in the path';
COMMENT ON COLUMN organization.restricted IS 'PRV-22: overseas or secret';
COMMENT ON COLUMN organization.valid_from IS 'first day';
COMMENT ON COLUMN organization.valid_to IS 'last day';
CREATE INDEX organization_children ON organization (tenant_id, parent_id, path);

CREATE TABLE organization_place (
  tenant_id integer NOT NULL,
  organization_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  parent_id uuid,
  path text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, organization_id, valid_from),
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  EXCLUDE USING gist (tenant_id WITH =, organization_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
COMMENT ON TABLE organization_place IS 'Where an organisation stood on any day; serves periods, never access';
COMMENT ON COLUMN organization_place.tenant_id IS 'group';
COMMENT ON COLUMN organization_place.organization_id IS 'organisation';
COMMENT ON COLUMN organization_place.valid_from IS 'first day at this place';
COMMENT ON COLUMN organization_place.valid_to IS 'last day at this place';
COMMENT ON COLUMN organization_place.parent_id IS 'parent in that time';
COMMENT ON COLUMN organization_place.path IS 'path in that time';

CREATE TABLE person (
  tenant_id integer NOT NULL REFERENCES tenant,
  id uuid NOT NULL,
  name text NOT NULL,
  exempt_from_attendance boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE person IS 'People; private fields are kept apart';
COMMENT ON COLUMN person.tenant_id IS 'group';
COMMENT ON COLUMN person.id IS 'UUIDv7';
COMMENT ON COLUMN person.name IS 'D3';
COMMENT ON COLUMN person.exempt_from_attendance IS 'MTG-19: left out of the rate, never out of the list';

CREATE TABLE membership (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  group_id uuid,
  state text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  FOREIGN KEY (tenant_id, group_id) REFERENCES organization,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
COMMENT ON TABLE membership IS 'ORG-24: on any day a member belongs to exactly one branch';
COMMENT ON COLUMN membership.tenant_id IS 'group';
COMMENT ON COLUMN membership.id IS 'UUIDv7';
COMMENT ON COLUMN membership.person_id IS 'member';
COMMENT ON COLUMN membership.organization_id IS 'branch';
COMMENT ON COLUMN membership.group_id IS '党小组 inside the branch';
COMMENT ON COLUMN membership.state IS 'see domain/organization/things.ts';
COMMENT ON COLUMN membership.valid_from IS 'first day';
COMMENT ON COLUMN membership.valid_to IS 'last day';
CREATE INDEX membership_of_organization ON membership (tenant_id, organization_id, valid_from);

CREATE TABLE appointment (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  post text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON TABLE appointment IS 'Posts from–to';
COMMENT ON COLUMN appointment.tenant_id IS 'group';
COMMENT ON COLUMN appointment.id IS 'UUIDv7';
COMMENT ON COLUMN appointment.person_id IS 'who';
COMMENT ON COLUMN appointment.organization_id IS 'where';
COMMENT ON COLUMN appointment.post IS 'see domain/organization/things.ts';
COMMENT ON COLUMN appointment.valid_from IS 'first day';
COMMENT ON COLUMN appointment.valid_to IS 'last day';
CREATE INDEX appointment_of_organization ON appointment (tenant_id, organization_id, valid_from);

CREATE TABLE role_grant (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  organization_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  administrator integer GENERATED ALWAYS AS (
    CASE role WHEN 'system_administrator' THEN 1 WHEN 'security_administrator' THEN 2 WHEN 'audit_administrator' THEN 3 ELSE 0 END
  ) STORED NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES account,
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CHECK (role <> 'supervisor' OR valid_to IS NOT NULL),
  CONSTRAINT role_grant_administrators_exclude EXCLUDE USING gist
    (tenant_id WITH =, account_id WITH =, administrator WITH <>, daterange(valid_from, valid_to, '[]') WITH &&),
  CONSTRAINT role_grant_once EXCLUDE USING gist
    (tenant_id WITH =, account_id WITH =, role WITH =, organization_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
COMMENT ON TABLE role_grant IS 'Role × organisation × from–to; administrators exclude each other and every business role';
COMMENT ON COLUMN role_grant.tenant_id IS 'group';
COMMENT ON COLUMN role_grant.id IS 'UUIDv7';
COMMENT ON COLUMN role_grant.account_id IS 'who';
COMMENT ON COLUMN role_grant.role IS 'see domain/identity/things.ts';
COMMENT ON COLUMN role_grant.organization_id IS 'where; the role''s reach says how far down';
COMMENT ON COLUMN role_grant.valid_from IS 'first day';
COMMENT ON COLUMN role_grant.valid_to IS 'last day';
COMMENT ON COLUMN role_grant.administrator IS 'SEC-08: which of the three administrators, 0 for business roles';
CREATE INDEX role_grant_of_account ON role_grant (tenant_id, account_id);
