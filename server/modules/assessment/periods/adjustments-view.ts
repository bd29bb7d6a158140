import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { format, parse, subtract } from "@dutyloop/domain/kernel/rational.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { loadDefinitions } from "../definitions.ts";
import { type Adjusted, type AdjustedKey, adjustedSheets, type LateFact, lateFactsOf } from "./adjustment-store.ts";
import { namedPeriod } from "./named-period.ts";

type Answered = Answer<"listAdjustments">;
const mostFacts = 20;

/**
 * 以前期间调整 of a month: which earlier periods the entries booked in it changed, by how much and with which entries.
 * They stand beside the month's total and never enter it; an organisation that is gone is listed only.
 */
export async function listAdjustments(request: ReadRequest<"listAdjustments">): Promise<Answered> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const month = namedPeriod(query.period);
  if (month.span !== "month") throw notFound();
  const sheets = await adjustedSheets(
    database,
    tenantId,
    place.path,
    month.from,
    keyOf(query.after ?? ""),
    query.limit + 1,
  );
  const shown = sheets.slice(0, query.limit);
  const facts = Map.groupBy(await lateFactsOf(database, tenantId, month.from, shown, mostFacts), ({ i }) => i);
  const items = await Promise.all(
    shown.map(async (sheet, i) => ({
      ...(await itemOf(database, tenantId, sheet)),
      gone: sheet.validTo !== null && sheet.validTo < month.from,
      facts: (facts.get(i) ?? []).map(factOf),
    })),
  );
  const last = shown.at(-1);
  const next = sheets.length > query.limit && last ? textOf(last) : null;
  return { items, next };
}

async function itemOf(database: ReadDatabase, tenantId: number, sheet: Adjusted) {
  const { scheme } = await loadDefinitions(database, tenantId, sheet.scheme, sheet.schemeVersion);
  const { published, adjusted, organizationId, organizationName, version, entries } = sheet;
  return {
    organizationId,
    organizationName,
    scheme: { code: scheme.code, version: scheme.version, name: scheme.name },
    period: nameOfPeriod(sheet),
    version,
    published,
    adjusted,
    change:
      published === null || adjusted === null
        ? null
        : format(subtract(parse(adjusted), parse(published)), scheme.places),
    entries,
  };
}

function factOf({ i: _i, recordedAt, ...fact }: LateFact): Answered["items"][number]["facts"][number] {
  return { ...fact, recordedAt: recordedAt.toISOString() };
}

function textOf({ organizationId, from, span, scheme }: AdjustedKey): string {
  return `${organizationId} ${from} ${span} ${scheme}`;
}

function keyOf(text: string): AdjustedKey {
  const [organizationId = "", from = "", span = "", scheme = ""] = text.split(" ");
  return {
    organizationId: organizationId === "" ? "00000000-0000-0000-0000-000000000000" : organizationId,
    from: from === "" ? "0001-01-01" : from,
    span: span as AdjustedKey["span"],
    scheme,
  };
}
