-- What is noted about a member beside his state, and what later decisions need of earlier ones.

ALTER TABLE member_act ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN member_act.details IS 'D4: grounds, days and approval that the rule asks for; a later act is checked against them';

CREATE TABLE member_tag (
  tenant_id integer NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  tag text NOT NULL CHECK (tag IN ('FLOATING', 'RETIRED', 'ABROAD', 'ELDERLY', 'ILL', 'LOST')),
  valid_from date NOT NULL,
  valid_to date,
  place text,
  one_place boolean NOT NULL DEFAULT false,
  last_contact_on date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, tag WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
COMMENT ON TABLE member_tag IS 'What is noted about a member beside the state (MEM-09, MEM-10)';
COMMENT ON COLUMN member_tag.tenant_id IS 'group';
COMMENT ON COLUMN member_tag.id IS 'UUIDv7';
COMMENT ON COLUMN member_tag.person_id IS 'who';
COMMENT ON COLUMN member_tag.tag IS 'D4: see memberTags in domain/organization/member-things.ts; an illness is among them';
COMMENT ON COLUMN member_tag.valid_from IS 'first day';
COMMENT ON COLUMN member_tag.valid_to IS 'last day';
COMMENT ON COLUMN member_tag.place IS 'D3: where a floating member is';
COMMENT ON COLUMN member_tag.one_place IS 'D3: in one place for good, so that the membership has to be transferred (MEM-07)';
COMMENT ON COLUMN member_tag.last_contact_on IS 'D3: when somebody was last in touch (MEM-09)';
