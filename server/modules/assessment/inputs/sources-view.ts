import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { byCode, visibleVersions } from "../schemes/version-rows.ts";

/** The business systems whose figures some indicator reads, and what each feeds: for who delivers, by code. */
export async function listSources(request: ReadRequest<"listSources">): Promise<Answer<"listSources">> {
  const { database, tenantId, scope, params } = request;
  await placeInScope(database, tenantId, scope, params.organizationId);
  const rows = await visibleVersions<IndicatorBody>(database, tenantId, "indicator", scope);
  const newest = byCode(rows).map(([{ body }]) => body);
  const fed = Map.groupBy(
    newest.filter(({ source }) => source !== "system"),
    ({ source }) => source,
  );
  return {
    items: [...fed]
      .map(([code, indicators]) => ({ code, indicators: indicators.map(({ name }) => name) }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
