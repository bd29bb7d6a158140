-- Hosts of a joint event whose own secretaries enter later who was there.

CREATE TABLE record_awaited (
  tenant_id integer NOT NULL,
  record_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, record_id, subject_id),
  FOREIGN KEY (tenant_id, record_id) REFERENCES record,
  FOREIGN KEY (tenant_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE record_awaited IS 'Organisations that held an event and have not entered their part yet; it counts for them only then';
COMMENT ON COLUMN record_awaited.tenant_id IS 'group';
COMMENT ON COLUMN record_awaited.record_id IS 'record';
COMMENT ON COLUMN record_awaited.subject_id IS 'the organisation itself or one of its 党小组';
COMMENT ON COLUMN record_awaited.organization_id IS 'host';
CREATE INDEX record_awaited_of_organization ON record_awaited (tenant_id, organization_id);

ALTER TABLE record_host ADD COLUMN late_entry boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN record_host.late_entry IS '补录: its part was entered more than seven days after the event';
UPDATE record_host h SET late_entry = r.late_entry FROM record r WHERE r.tenant_id = h.tenant_id AND r.id = h.record_id AND r.late_entry;
