-- $1: jsonb array of {key, recordId, organizationId, members: [12 ids], absent: id} that were acknowledged.
-- Answers how many of them are lost, and how many things anywhere in the group stand without their partners. Everything
-- is read once and joined by hash: a few thousand records take some tenths of a second.
WITH sent AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS s(key text, "recordId" uuid, "organizationId" uuid, members uuid[], absent uuid)
), stored AS (
  SELECT key, (answer->>'recordId')::uuid AS record_id FROM idempotency
), present AS (
  SELECT record_id, count(*) AS people, array_agg(person_id ORDER BY person_id) AS members,
    min(person_id::text) FILTER (WHERE presence = 'leave' AND reason = '出差') AS absent
  FROM record_participant GROUP BY record_id
), posted AS (
  SELECT record_id, array_agg(kind ORDER BY kind) AS kinds FROM fact WHERE kind <> 'obligation.due' GROUP BY record_id
), discharged AS (
  SELECT record_id, count(*) AS duties FROM discharge GROUP BY record_id
), audited AS (
  SELECT object, count(*) AS entries FROM audit_entry WHERE action = 'fulfilment.submit_record' GROUP BY object
), lost AS (
  SELECT s.key FROM sent s
  LEFT JOIN stored i ON i.key = s.key
  LEFT JOIN record r ON r.id = i.record_id
  LEFT JOIN present p ON p.record_id = r.id
  WHERE r.id IS NULL OR r.id IS DISTINCT FROM s."recordId" OR r.organization_id <> s."organizationId"
    OR p.members IS DISTINCT FROM (SELECT array_agg(m ORDER BY m) FROM unnest(s.members) AS m)
    OR p.absent::uuid IS DISTINCT FROM s.absent
), half AS (
  SELECT r.id AS what FROM record r
  LEFT JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  LEFT JOIN present p ON p.record_id = r.id
  LEFT JOIN posted f ON f.record_id = r.id
  LEFT JOIN discharged d ON d.record_id = r.id
  LEFT JOIN audited a ON a.object = 'record ' || r.id
  LEFT JOIN stored i ON i.record_id = r.id
  WHERE v.record_id IS NULL OR p.people IS DISTINCT FROM 12 OR d.duties IS DISTINCT FROM 1 OR a.entries IS DISTINCT FROM 1
    OR i.key IS NULL OR f.kinds IS DISTINCT FROM ARRAY['attendance', 'obligation.discharged', 'record.standard']
  UNION ALL
  -- Without its record: a version, a fact, an audit entry, a stored answer.
  SELECT v.record_id FROM record_version v LEFT JOIN record r ON r.id = v.record_id WHERE r.id IS NULL
  UNION ALL
  SELECT f.id FROM fact f LEFT JOIN record r ON r.id = f.record_id WHERE f.record_id IS NOT NULL AND r.id IS NULL
  UNION ALL
  SELECT NULL FROM audited a LEFT JOIN record r ON 'record ' || r.id = a.object WHERE r.id IS NULL
  UNION ALL
  SELECT i.record_id FROM stored i LEFT JOIN record r ON r.id = i.record_id WHERE i.record_id IS NOT NULL AND r.id IS NULL
  UNION ALL
  -- A discharge and the state of its obligation stand together, and with them the fact that the obligation was due.
  SELECT coalesce(o.id, d.obligation_id) FROM (SELECT * FROM obligation WHERE state = 'discharged' OR record_id IS NOT NULL) o
  FULL JOIN discharge d ON d.obligation_id = o.id AND d.record_id = o.record_id
  LEFT JOIN fact_source s ON s.source_id = o.id AND s.kind = 'obligation.due'
  WHERE o.id IS NULL OR d.obligation_id IS NULL OR o.state <> 'discharged' OR s.fact_id IS NULL
  UNION ALL
  SELECT coalesce(f.id, s.fact_id) FROM fact f FULL JOIN fact_source s ON s.fact_id = f.id WHERE f.id IS NULL OR s.fact_id IS NULL
  UNION ALL
  -- An entry waits for its seal or has it.
  SELECT a.id FROM audit_entry a LEFT JOIN audit_unsealed u ON u.entry_id = a.id LEFT JOIN audit_seal s ON s.entry_id = a.id
  WHERE (u.entry_id IS NULL) = (s.entry_id IS NULL)
)
SELECT (SELECT count(*)::int FROM sent) AS sent, (SELECT count(*)::int FROM lost) AS lost, (SELECT count(*)::int FROM half) AS half,
  (SELECT min(key) FROM lost) AS "firstLost", (SELECT min(what::text) FROM half) AS "firstHalf"
