import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";

type Sample = Answer<"listSamples">["items"][number];
type Item = Answer<"getSample">["items"][number];

const keyShape = /^\d{4}-[\dT:.-]+Z [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Samples drawn at and below an organisation, the latest first. */
export async function listSamples(request: ReadRequest<"listSamples">): Promise<Answer<"listSamples">> {
  const { database, tenantId, scope, params, query } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const [at, id] = keyShape.test(query.after ?? "") ? (query.after ?? "").split(" ") : [];
  const later = at === undefined ? sql`true` : sql`(m.drawn_at, m.id) < (${at}::timestamptz, ${id}::uuid)`;
  const fits = sql`${inScope("o.path", narrow(scope, path))} AND ${later}`;
  const { rows } = await samplesWhere(tenantId, fits, query.limit + 1).execute(database);
  const items = rows.slice(0, query.limit).map(shown);
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last ? `${last.drawnAt} ${last.id}` : null };
}

/** One sample with what its checks came to. */
export async function getSample({
  database,
  tenantId,
  scope,
  params,
}: ReadRequest<"getSample">): Promise<Answer<"getSample">> {
  const fits = sql`${inScope("o.path", scope)} AND m.id = ${params.sampleId}::uuid`;
  const [sample] = (await samplesWhere(tenantId, fits, 1).execute(database)).rows;
  if (!sample) throw notFound();
  const { rows } = await sql<Omit<Item, "checkedAt"> & { checkedAt: Date | null }>`
    SELECT i.record_id AS "recordId", o.name AS "organizationName", r.title, r.occurred_on AS "occurredOn", i.version,
      r.version AS "currentVersion", i.state, i.reason, a.display_name AS "checkedBy", i.checked_at AS "checkedAt"
    FROM record_sample_item i JOIN record r ON r.tenant_id = i.tenant_id AND r.id = i.record_id
    JOIN organization o ON o.tenant_id = r.tenant_id AND o.id = r.organization_id
    LEFT JOIN account a ON a.tenant_id = i.tenant_id AND a.id = i.checked_by
    WHERE i.tenant_id = ${tenantId} AND i.sample_id = ${params.sampleId} ORDER BY o.path, r.occurred_on, r.id`.execute(
    database,
  );
  const items = rows.map((item) => ({ ...item, checkedAt: item.checkedAt?.toISOString() ?? null }));
  return { ...shown(sample), items };
}

type Row = Omit<Sample, "drawnAt"> & { drawnAt: Date };

function samplesWhere(tenantId: number, fits: RawBuilder<unknown>, limit: number): RawBuilder<Row> {
  return sql<Row>`
    SELECT m.id, m.organization_id AS "organizationId", o.name AS "organizationName", m.period_from AS "from", m.period_to AS "to",
      m.seed, m.share::text AS share, m.population, m.drawn_at AS "drawnAt", a.display_name AS "drawnBy",
      (SELECT count(*)::int FROM record_sample_item i WHERE i.tenant_id = m.tenant_id AND i.sample_id = m.id) AS drawn,
      (SELECT count(*)::int FROM record_sample_item i WHERE i.tenant_id = m.tenant_id AND i.sample_id = m.id AND i.state = 'open') AS open
    FROM record_sample m JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    JOIN account a ON a.tenant_id = m.tenant_id AND a.id = m.drawn_by
    WHERE m.tenant_id = ${tenantId} AND ${fits} ORDER BY m.drawn_at DESC, m.id DESC LIMIT ${limit}`;
}

function shown({ drawnAt, ...sample }: Row): Sample {
  return { ...sample, drawnAt: drawnAt.toISOString() };
}
