-- A ledger of past meetings is taken back as a whole: its records are found by their import.
ALTER TABLE record ADD COLUMN import_id uuid;
ALTER TABLE record ADD FOREIGN KEY (tenant_id, import_id) REFERENCES import_batch (tenant_id, id);
CREATE INDEX record_of_import ON record (tenant_id, import_id) WHERE import_id IS NOT NULL;
COMMENT ON COLUMN record.import_id IS 'ledger that it came with; null where it was entered by hand';
