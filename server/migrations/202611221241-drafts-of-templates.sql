-- Templates are written as drafts too.
ALTER TABLE definition_draft DROP CONSTRAINT definition_draft_kind_check;
ALTER TABLE definition_draft ADD CONSTRAINT definition_draft_kind_check CHECK (kind IN ('indicator', 'scheme', 'template'));
COMMENT ON TABLE definition_draft IS 'Indicators, schemes and templates that are being written; publishing makes an immutable version';
COMMENT ON COLUMN definition_draft.kind IS 'indicator, scheme or template';
