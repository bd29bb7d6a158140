import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { coverageOf, versionsInForce } from "@dutyloop/domain/standards/adoption-rules.ts";
import { sql } from "kysely";
import { afterSubtree, holds, inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { adoptionsOf } from "./template-adoptions.ts";
import { currentTemplates, publishedVersions } from "./template-store.ts";
import { stretches } from "./templates-view.ts";

type Row = { id: string; name: string; path: string; kind: OrganizationKind; parentId: string | null };

/** By which version an organisation works today, who adopted which, and for how many below one was adopted, unit by unit. */
export async function listTemplateAdoptions(
  request: ReadRequest<"listTemplateAdoptions">,
): Promise<Answer<"listTemplateAdoptions">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const template = (await currentTemplates(database, tenantId)).get(query.code);
  if (!template) throw notFound();
  const adoptions = await adoptionsOf(database, tenantId, query.code);
  const published = await publishedVersions(database, tenantId, query.code);
  const { rows } = await sql<Row>`
    SELECT o.id, o.name, o.path, o.kind, o.parent_id AS "parentId" FROM organization o
    WHERE o.tenant_id = ${tenantId} AND o.path >= ${place.path} AND o.path < ${afterSubtree(place.path)}
      AND ${inScope("o.path", scope)} AND ${holds("o", today)} ORDER BY o.path`.execute(database);
  const within = (path: string) => rows.filter((row) => row.path.startsWith(path));
  const covered = (path: string) => coverageOf(template.body, within(path), adoptions, today);
  return {
    inForce: versionsInForce(published, adoptions, place.path, today).get(query.code) ?? null,
    adoptions: stretches(adoptions, scope),
    coverage: {
      ...covered(place.path),
      units: rows
        .filter(({ parentId }) => parentId === place.id)
        .map(({ id, name, path }) => ({ organizationId: id, organizationName: name, ...covered(path) }))
        .filter(({ owing }) => owing > 0),
    },
  };
}
