-- Receipts say which closing they come before, as facts do: a closed version goes on reading what it was closed with.

ALTER TABLE receipt ADD COLUMN closing integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN receipt.closing IS 'number of the closing it comes before: it belongs to every version of its period that was closed under this number or a later one';
-- Those with figures were booked together with their facts; of a 零报告 only the instant tells.
UPDATE receipt r SET closing = coalesce(
  (SELECT min(f.closing) FROM fact f WHERE f.tenant_id = r.tenant_id AND f.organization_id = r.organization_id
    AND f.source_table = 'receipt' AND f.source_id = r.id AND f.sign = 1),
  (SELECT max(c.closing) + 1 FROM period_closing c WHERE c.tenant_id = r.tenant_id AND c.closed_at <= r.received_at),
  1);
CREATE INDEX receipt_by_closing ON receipt (tenant_id, closing, month);
