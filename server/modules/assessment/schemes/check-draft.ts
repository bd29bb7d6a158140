import { publishingRefusal, type Standing } from "@dutyloop/domain/assessment/definitions/definition-ownership.ts";
import { type IndicatorBody, indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { type SchemeBody, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { validateDefinitions } from "@dutyloop/domain/assessment/validation/validation.ts";
import { sql } from "kysely";
import { topPath } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { DefinitionKey, DefinitionKind } from "./draft-rows.ts";
import { readDraftText } from "./draft-text.ts";
import { visibleVersions } from "./version-rows.ts";

/** What a draft is held against: the versions its organisation may name, and who has its code. */
export type Published = {
  readonly indicators: readonly IndicatorBody[];
  readonly schemes: readonly SchemeBody[];
  readonly standing: Standing;
  readonly nextVersion: number;
};
type DraftProblem = { path: string; code: string; values: Record<string, string | number> };
export type CheckedDraft = {
  readonly version: number;
  readonly problems: readonly DraftProblem[];
  /** Null where there are problems. */
  readonly body: IndicatorBody | SchemeBody | null;
};

export async function publishedFor(
  database: ReadDatabase,
  tenantId: number,
  { kind, code }: DefinitionKey,
  path: string,
): Promise<Published> {
  const scope = { subtrees: [], exact: [path] };
  const indicators = await visibleVersions<IndicatorBody>(database, tenantId, "indicator", scope);
  const schemes = await visibleVersions<SchemeBody>(database, tenantId, "scheme", scope);
  const { owner, newest } = await codeOf(database, tenantId, kind, code);
  const ownerPath = owner === undefined ? null : (owner ?? (await topPath(database, tenantId)));
  return {
    indicators: indicators.map(({ body }) => body),
    schemes: schemes.map(({ body }) => body),
    standing: { code, ownerPath },
    nextVersion: newest + 1,
  };
}

/** Path of whoever made the newest version of its own (null: the library, undefined: nobody), and the newest number. */
async function codeOf(database: ReadDatabase, tenantId: number, kind: DefinitionKind, code: string) {
  const table = sql.table(kind === "indicator" ? "indicator_version" : "scheme_version");
  const adapts = kind === "indicator" ? sql`NULL::int` : sql`v.base_version`;
  const { rows } = await sql<{ version: number; adapts: number | null; path: string | null }>`
    SELECT v.version, ${adapts} AS adapts, o.path FROM ${table} v
    LEFT JOIN organization o ON o.tenant_id = v.tenant_id AND o.id = v.owner_id
    WHERE v.tenant_id = ${tenantId} AND v.code = ${code} ORDER BY v.version DESC`.execute(database);
  return { owner: rows.find((row) => row.adapts === null)?.path, newest: rows[0]?.version ?? 0 };
}

/** Everything that keeps a draft from becoming the next version of its code. The product gives the number. */
export function checkDraft(
  { kind, code }: DefinitionKey,
  path: string,
  text: string,
  { indicators, schemes, standing, nextVersion: version }: Published,
): CheckedDraft {
  const read = readDraftText(text);
  if ("problem" in read) return { version, problems: [read.problem], body: null };
  const body = { ...read.body, version };
  const problems: DraftProblem[] = validateDefinitions([{ file: code, kind, body }], { indicators, schemes }).map(
    ({ file: _file, ...problem }) => problem,
  );
  if (read.body.code !== code) problems.push({ path: "code", code: "draft.code_differs", values: { code } });
  const adapts = typeof read.body.adapts === "number" ? read.body.adapts : null;
  const refusal = publishingRefusal(kind, path, standing, adapts);
  if (refusal) problems.push({ path: refusal.field ?? "", code: refusal.code, values: refusal.values });
  if (problems.length > 0) return { version, problems, body: null };
  return { version, problems, body: kind === "indicator" ? indicatorBody.parse(body) : schemeBody.parse(body) };
}
