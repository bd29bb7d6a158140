-- Adjusted sheets are few: found by place without going through the published ones beside them
CREATE INDEX score_sheet_adjusted ON score_sheet (tenant_id, scheme_code, period_from, path) WHERE basis = 'adjusted';
