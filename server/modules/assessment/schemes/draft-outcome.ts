import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type SchemeBody, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { diffSchemes } from "@dutyloop/domain/assessment/definitions/scheme-diff.ts";
import { fieldsOf } from "@dutyloop/domain/assessment/what-if/what-if-lines.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { schemeInForce } from "../adoptions.ts";
import { named } from "../named-indicators.ts";
import type { Published } from "./check-draft.ts";
import type { DefinitionKey } from "./draft-rows.ts";
import { readDraftText } from "./draft-text.ts";

/** The version a draft is compared with: the one in force at its organisation, else the newest; null where there is none. */
export async function versionAgainst(
  database: ReadDatabase,
  tenantId: number,
  { kind, code }: DefinitionKey,
  path: string,
  published: Published,
  today: PlainDate,
): Promise<number | null> {
  const versions = (kind === "scheme" ? published.schemes : published.indicators)
    .filter((body) => body.code === code)
    .map(({ version }) => version);
  const inForce = kind === "scheme" ? await schemeInForce(database, tenantId, code, path, today) : null;
  if (inForce !== null && versions.includes(inForce)) return inForce;
  return versions.length === 0 ? null : Math.max(...versions);
}

/** What publishing a scheme would change, and what it would make a branch type; null while it can't be read as a scheme. */
export function outcomeOf(
  text: string,
  { schemes, indicators, standing, nextVersion }: Published,
  against: number | null,
): Answer<"validateDraft">["outcome"] {
  const read = readDraftText(text);
  if ("problem" in read) return null;
  const changed = schemeBody.safeParse({ ...read.body, version: nextVersion });
  if (!changed.success) return null;
  const stands = schemes.find(({ code, version }) => code === standing.code && version === against);
  const cost = (body: SchemeBody) => fieldsOf(named(body, indicators));
  // A version published before a field existed has its default.
  const before = stands && schemeBody.parse(stands);
  return {
    changes: before ? diffSchemes(before, changed.data) : [],
    fieldsBefore: before ? cost(before) : null,
    fields: cost(changed.data),
  };
}
