-- What the audit is asked for: each finds its entries without reading the others.
CREATE INDEX audit_entry_account ON audit_entry (tenant_id, account_name, id);
CREATE INDEX audit_entry_action ON audit_entry (tenant_id, action, id);
CREATE INDEX audit_entry_place ON audit_entry (tenant_id, place COLLATE "C", id);
CREATE INDEX audit_entry_request ON audit_entry (tenant_id, request_id);
CREATE INDEX audit_entry_recorded ON audit_entry (tenant_id, recorded_at);
CREATE INDEX audit_entry_refused ON audit_entry (tenant_id, id) WHERE outcome = 'refused';
