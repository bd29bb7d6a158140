import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { openFileStore } from "../../server/platform/files/store.ts";
import { askedTo, type OpenDuty, type OtherActs } from "./others.ts";

/** Duties with nothing but a deadline in their way, and the top of the group. */
export async function placesToAct(superUrl: string): Promise<{ rootId: string; duties: OpenDuty[] }> {
  return withClient(superUrl, async (client) => {
    const root = await client.query<{ id: string }>("SELECT id FROM organization WHERE parent_id IS NULL");
    const duties = await client.query<OpenDuty>(
      `SELECT id AS "obligationId", organization_id AS "branchId" FROM obligation
       WHERE template_code = 'party_lecture' AND state = 'todo' ORDER BY id`,
    );
    return { rootId: root.rows[0]?.id ?? "", duties: duties.rows };
  });
}

/** What was acknowledged besides records and isn't there, or is there by half; the answer names the first of each kind. */
export async function othersMissing(superUrl: string, { photographs, extended, delivered }: OtherActs) {
  return withClient(superUrl, async (client) => {
    const lost = async (what: string, query: string, values: unknown[]): Promise<string[]> => {
      const { rows } = await client.query<{ id: string }>(query, values);
      return rows.length === 0 ? [] : [`${rows.length} ${what}, first ${rows[0]?.id}`];
    };
    return [
      ...(await lost(
        "photographs without a row",
        `SELECT id FROM unnest($1::text[]) AS id WHERE NOT EXISTS (SELECT 1 FROM file f WHERE f.id = id.id)
           OR NOT EXISTS (SELECT 1 FROM file_use u WHERE u.file_id = id.id)`,
        [photographs],
      )),
      ...(await lost(
        "extensions lost",
        "SELECT id FROM obligation WHERE id = ANY($1::uuid[]) AND extended_to IS DISTINCT FROM $2::date",
        [extended, askedTo],
      )),
      ...(await lost(
        "requests decided by half",
        `SELECT coalesce(q.obligation_id, o.id)::text AS id
         FROM (SELECT obligation_id, asked_to FROM obligation_request WHERE state = 'approved') q
         FULL JOIN (SELECT id, extended_to FROM obligation WHERE extended_to IS NOT NULL) o ON o.id = q.obligation_id
         WHERE q.asked_to IS DISTINCT FROM o.extended_to`,
        [],
      )),
      ...(await lost(
        "deliveries lost",
        `SELECT d."organizationId" AS id
         FROM jsonb_to_recordset($1::jsonb) AS d("organizationId" uuid, month text, quantity numeric)
         LEFT JOIN receipt r ON r.organization_id = d."organizationId" AND r.source = 'safety' AND r.month = (d.month || '-01')::date
         LEFT JOIN fact_source s ON s.source_id = r.id
         LEFT JOIN fact f ON f.id = s.fact_id
         WHERE f.quantity IS DISTINCT FROM d.quantity`,
        [JSON.stringify(delivered)],
      )),
      ...(await lost(
        "deliveries by half or twice",
        `SELECT r.id FROM receipt r WHERE r.rows <> (SELECT count(*) FROM fact_source s WHERE s.source_id = r.id)
         UNION ALL SELECT (array_agg(id))[1] FROM receipt GROUP BY source, organization_id, month HAVING count(*) > 1`,
        [],
      )),
    ];
  });
}

/** Rows whose file isn't there or isn't whole, and files that no row speaks of; what was cut off in writing lies apart. */
export async function filesApart(superUrl: string, filesFolder: string): Promise<string[]> {
  const { rows } = await withClient(superUrl, (client) => client.query<{ id: string }>("SELECT DISTINCT id FROM file"));
  const known = new Set(rows.map(({ id }) => id));
  const store = openFileStore(filesFolder);
  const missing: string[] = [];
  for (const id of known) if (!(await store.holds(id))) missing.push(id);
  const kept = await readdir(filesFolder, { recursive: true, withFileTypes: true }).catch(() => []);
  const orphans = kept.filter(
    (entry) => entry.isFile() && !known.has(entry.name) && entry.parentPath !== join(filesFolder, "parts"),
  );
  return [
    ...(missing.length === 0 ? [] : [`${missing.length} rows without their file, first ${missing[0]}`]),
    ...(orphans.length === 0 ? [] : [`${orphans.length} files without a row, first ${orphans[0]?.name}`]),
  ];
}
