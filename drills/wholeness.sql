-- $1: jsonb array of {key, recordId, organizationId, members: [12 ids], absent: id} that were acknowledged.
-- Answers how many of them are lost, and how many records anywhere in the group are half. It reads every record with its
-- partners by primary key or by fact_of_organization; a few thousand records take some tenths of a second.
WITH sent AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS s(key text, "recordId" uuid, "organizationId" uuid, members uuid[], absent uuid)
), lost AS (
  SELECT s.key FROM sent s
  LEFT JOIN idempotency i ON i.key = s.key
  LEFT JOIN record r ON r.id = (i.answer->>'recordId')::uuid
  WHERE r.id IS NULL OR r.id IS DISTINCT FROM s."recordId" OR r.organization_id <> s."organizationId"
    OR (SELECT array_agg(p.person_id ORDER BY p.person_id) FROM record_participant p WHERE p.record_id = r.id)
      IS DISTINCT FROM (SELECT array_agg(m ORDER BY m) FROM unnest(s.members) AS m)
    OR (SELECT array_agg(p.person_id) FROM record_participant p WHERE p.record_id = r.id AND p.presence = 'leave' AND p.reason = '出差')
      IS DISTINCT FROM ARRAY[s.absent]
), half AS (
  SELECT r.id::text AS what FROM record r
  WHERE (SELECT count(*) FROM record_version v WHERE v.record_id = r.id AND v.version = r.version) <> 1
    OR (SELECT count(*) FROM record_participant p WHERE p.record_id = r.id AND p.version = r.version) <> 12
    OR (SELECT count(*) FROM discharge d WHERE d.record_id = r.id) <> 1
    OR (SELECT count(*) FROM audit_entry a WHERE a.object = 'record ' || r.id) <> 1
    OR (SELECT count(*) FROM idempotency i WHERE i.answer->>'recordId' = r.id::text) <> 1
    OR (SELECT array_agg(f.kind ORDER BY f.kind) FROM fact f WHERE f.record_id = r.id AND f.kind <> 'obligation.due')
      IS DISTINCT FROM ARRAY['attendance', 'obligation.discharged', 'record.standard']
  UNION ALL
  -- A discharge and the state of its obligation stand together, and so does the fact that the obligation was due.
  SELECT coalesce(o.id, d.obligation_id)::text FROM (SELECT * FROM obligation WHERE state = 'discharged' OR record_id IS NOT NULL) o
  FULL JOIN discharge d ON d.obligation_id = o.id AND d.record_id = o.record_id
  WHERE o.id IS NULL OR d.obligation_id IS NULL OR o.state <> 'discharged'
    OR NOT EXISTS (SELECT 1 FROM fact_source s WHERE s.source_id = o.id AND s.kind = 'obligation.due')
  UNION ALL
  SELECT coalesce(f.id, s.fact_id)::text FROM fact f FULL JOIN fact_source s ON s.fact_id = f.id WHERE f.id IS NULL OR s.fact_id IS NULL
  UNION ALL
  SELECT v.record_id::text FROM record_version v WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.id = v.record_id)
  UNION ALL
  SELECT f.id::text FROM fact f WHERE f.record_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM record r WHERE r.id = f.record_id)
  UNION ALL
  SELECT a.id::text FROM audit_entry a WHERE a.action = 'fulfilment.submit_record'
    AND NOT EXISTS (SELECT 1 FROM record r WHERE 'record ' || r.id = a.object)
  UNION ALL
  -- An entry waits for its seal or has it.
  SELECT a.id::text FROM audit_entry a WHERE (SELECT count(*) FROM audit_unsealed u WHERE u.entry_id = a.id)
    + (SELECT count(*) FROM audit_seal s WHERE s.entry_id = a.id) <> 1
)
SELECT (SELECT count(*)::int FROM sent) AS sent, (SELECT count(*)::int FROM lost) AS lost, (SELECT count(*)::int FROM half) AS half,
  (SELECT min(key) FROM lost) AS "firstLost", (SELECT min(what) FROM half) AS "firstHalf"
