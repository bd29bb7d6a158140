import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { diffSchemes as differencesOf } from "@dutyloop/domain/assessment/definitions/scheme-diff.ts";
import { fieldsOf } from "@dutyloop/domain/assessment/what-if/what-if-lines.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { loadDefinitions } from "../definitions.ts";
import { visibleAdoptions } from "./adoptions-view.ts";
import { byCode, listed, ownershipOf, visibleVersions } from "./version-rows.ts";

/** The schemes that the caller may use or is assessed by, with who uses which version since when. */
export async function listSchemes(request: ReadRequest<"listSchemes">): Promise<Answer<"listSchemes">> {
  const { database, tenantId, scope, query } = request;
  const rows = await visibleVersions<SchemeBody>(database, tenantId, "scheme", scope);
  const adoptions = await visibleAdoptions(database, tenantId, scope);
  const wanted = byCode(rows).filter(([{ code }]) => code > (query.after ?? ""));
  const page = wanted.slice(0, query.limit);
  const items = page.map(async (versions) => {
    const [{ code, version, body }] = versions;
    const { indicators } = await loadDefinitions(database, tenantId, code, version);
    return {
      code,
      name: body.name,
      cadence: body.cadence,
      subject: body.subject,
      versions: versions.map((row) => ({ ...listed(row, scope), adapts: row.body.adapts ?? null })),
      adoptions: adoptions.filter((adoption) => adoption.code === code).map(({ code: _code, ...rest }) => rest),
      fields: fieldsOf(indicators),
    };
  });
  return {
    items: await Promise.all(items),
    next: wanted.length > query.limit ? (page.at(-1)?.[0].code ?? null) : null,
  };
}

/** One version of a scheme, who uses it, and what it costs a branch in fields to type (PLT-6). */
export async function getScheme(request: ReadRequest<"getScheme">): Promise<Answer<"getScheme">> {
  const { database, tenantId, scope, params } = request;
  const rows = await visibleVersions<SchemeBody>(database, tenantId, "scheme", scope, params.code);
  const row = rows.find(({ version }) => version === params.version);
  if (!row) throw notFound();
  const { indicators } = await loadDefinitions(database, tenantId, row.code, row.version);
  const adoptions = await visibleAdoptions(database, tenantId, scope);
  return {
    body: row.body,
    checksum: row.checksum,
    ...ownershipOf(row, scope),
    adoptions: adoptions
      .filter(({ code, version }) => code === row.code && version === row.version)
      .map(({ code: _code, ...rest }) => rest),
    cost: {
      fields: fieldsOf(indicators),
      indicators: indicators.map(({ code, version, name, cost }) => ({ code, version, name, fields: cost.fields })),
    },
  };
}

/** What differs between two versions of a scheme. */
export async function diffSchemes(request: ReadRequest<"diffSchemes">): Promise<Answer<"diffSchemes">> {
  const { database, tenantId, scope, params, query } = request;
  const rows = await visibleVersions<SchemeBody>(database, tenantId, "scheme", scope, params.code);
  const [from, to] = [query.from, query.to].map((wanted) => rows.find(({ version }) => version === wanted)?.body);
  if (!from || !to) throw notFound();
  return { changes: differencesOf(from, to) };
}
