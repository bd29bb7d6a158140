-- Why a period was opened again, until its closing keeps it.

ALTER TABLE period ADD COLUMN reason text;
COMMENT ON COLUMN period.reason IS 'why it was opened again for this version; null in the first';
