-- Security administrators are told of attempts beyond one's scope too (SEC-22).
ALTER TABLE alarm DROP CONSTRAINT alarm_kind_check,
  ADD CONSTRAINT alarm_kind_check CHECK (kind IN ('bulk_export', 'account_locked', 'beyond_scope'));
COMMENT ON COLUMN alarm.figure IS 'rows taken away, attempts that failed, or places asked for beyond scope';
