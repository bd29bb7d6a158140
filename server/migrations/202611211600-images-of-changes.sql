-- One shape for what an act added, changed or took: whole rows before and after, so that later changes are noticed.
ALTER TABLE change_image ADD COLUMN before jsonb, ADD COLUMN after jsonb;
ALTER TABLE change_image DROP COLUMN added, DROP COLUMN replaced, DROP COLUMN written;
ALTER TABLE change_image ALTER COLUMN before SET NOT NULL, ALTER COLUMN after SET NOT NULL;
COMMENT ON COLUMN change_image.before IS 'the rows before the act, null for each that it added; private fields stay encrypted';
COMMENT ON COLUMN change_image.after IS 'the same rows after it, null for each that it took away: undone only while they still look like this';
