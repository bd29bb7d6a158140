import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { leavesOf, type SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { byCode, listed, ownershipOf, visibleVersions } from "./version-rows.ts";

/** The indicators that the caller may use or is measured by, by code. */
export async function listIndicators(request: ReadRequest<"listIndicators">): Promise<Answer<"listIndicators">> {
  const { database, tenantId, scope, query } = request;
  const rows = await visibleVersions<IndicatorBody>(database, tenantId, "indicator", scope);
  const wanted = byCode(rows).filter(([{ code }]) => code > (query.after ?? ""));
  const page = wanted.slice(0, query.limit);
  return {
    items: page.map((versions) => {
      const [{ body }] = versions;
      return {
        code: body.code,
        name: body.name,
        dimension: body.dimension,
        form: body.aggregation.form,
        source: body.source,
        unit: body.unit,
        owner: body.owner,
        basis: body.basis,
        fields: body.cost.fields,
        versions: versions.map((row) => listed(row, scope)),
      };
    }),
    next: wanted.length > query.limit ? (page.at(-1)?.[0].code ?? null) : null,
  };
}

/** One version of an indicator and the schemes that name it. */
export async function getIndicator(request: ReadRequest<"getIndicator">): Promise<Answer<"getIndicator">> {
  const { database, tenantId, scope, params } = request;
  const rows = await visibleVersions<IndicatorBody>(database, tenantId, "indicator", scope, params.code);
  const row = rows.find(({ version }) => version === params.version);
  if (!row) throw notFound();
  const schemes = await visibleVersions<SchemeBody>(database, tenantId, "scheme", scope);
  const usedBy = schemes.filter(({ body }) =>
    leavesOf(body).some(({ indicator, version }) => indicator === row.code && version === row.version),
  );
  return {
    body: row.body,
    checksum: row.checksum,
    ...ownershipOf(row, scope),
    usedBy: usedBy.map(({ code, version }) => ({ code, version })),
  };
}
