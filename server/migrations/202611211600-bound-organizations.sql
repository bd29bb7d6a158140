-- What a project or temporary branch was set up for, until when, and the superior's approval (ORG-03, ORG-06, ORG-07, ORG-08).

ALTER TABLE organization ADD COLUMN bound_until date, ADD COLUMN approval text,
  ADD CHECK (bound_until IS NULL OR bound_to IS NOT NULL);
COMMENT ON COLUMN organization.bound_until IS 'planned last day of that project or task; null where it isn''t known';
COMMENT ON COLUMN organization.approval IS 'the superior''s approval, by its number or date, where the kind needs it';
