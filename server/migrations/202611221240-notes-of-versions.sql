-- Whoever publishes a version says in a sentence what it is for.
ALTER TABLE indicator_version ADD COLUMN note text;
COMMENT ON COLUMN indicator_version.note IS 'why it was published; null for the built-in library and where nobody said';
ALTER TABLE scheme_version ADD COLUMN note text;
COMMENT ON COLUMN scheme_version.note IS 'why it was published; null for the built-in library and where nobody said';
