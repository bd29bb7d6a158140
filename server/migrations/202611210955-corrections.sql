-- What was delivered can be withdrawn, and what was adopted can end.

CREATE TABLE receipt_withdrawal (
  tenant_id integer NOT NULL,
  receipt_id uuid NOT NULL,
  closing integer NOT NULL,
  reason text NOT NULL,
  withdrawn_at timestamptz NOT NULL,
  withdrawn_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, receipt_id)
);
COMMENT ON TABLE receipt_withdrawal IS 'Deliveries that were withdrawn: they no longer say that the source has delivered';
COMMENT ON COLUMN receipt_withdrawal.tenant_id IS 'group';
COMMENT ON COLUMN receipt_withdrawal.receipt_id IS 'the delivery';
COMMENT ON COLUMN receipt_withdrawal.closing IS 'number of the closing it comes before: versions closed earlier keep the delivery';
COMMENT ON COLUMN receipt_withdrawal.reason IS 'why';
COMMENT ON COLUMN receipt_withdrawal.withdrawn_at IS 'when';
COMMENT ON COLUMN receipt_withdrawal.withdrawn_by IS 'account';

ALTER TABLE scheme_adoption ADD COLUMN ends boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN scheme_adoption.scheme_version IS 'version; where the adoption ends, the one that held until then';
COMMENT ON COLUMN scheme_adoption.ends IS 'from here on the organisation has no adoption of its own: what is adopted above holds again';
