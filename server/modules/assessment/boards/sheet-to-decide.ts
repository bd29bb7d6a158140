import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { decodeLines, type VetoFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { loadDefinitions } from "../definitions.ts";
import { namedPeriod } from "../periods/named-period.ts";
import { type StandingWithReason, standingOf } from "../periods/period-store.ts";
import { placeToTouch } from "../periods/place-to-touch.ts";
import { publishedSheet } from "../periods/published-sheet.ts";
import { standsPublished } from "./published-boards.ts";

/** A sheet about which a person decides before it stands on a published board. */
export type SheetToDecide = {
  readonly path: string;
  readonly name: string;
  readonly standing: StandingWithReason;
  readonly scheme: SchemeBody;
  readonly total: string | null;
  readonly vetoes: readonly VetoFigures[];
  /** Vetoes that a person has decided, also where the sheet doesn't say so yet. */
  readonly decidedVetoes: ReadonlySet<string>;
  readonly published: boolean;
};

/** Throws `not_found` outside the caller's scope, and `score.none_yet` where there is no such sheet. */
export async function loadSheetToDecide(
  database: Transaction,
  context: Context,
  { organizationId, scheme, period }: { organizationId: string; scheme: string; period: string },
): Promise<SheetToDecide> {
  const { tenantId } = context.actor;
  const place = await placeToTouch(database, context, "board.prepare", organizationId);
  const standing = await standingOf(database, tenantId, namedPeriod(period));
  const sheet = await publishedSheet(database, tenantId, organizationId, scheme, standing, standing.version);
  const definitions = await loadDefinitions(database, tenantId, scheme, sheet.schemeVersion);
  return {
    ...place,
    standing,
    scheme: definitions.scheme,
    total: sheet.total,
    vetoes: decodeLines(definitions.scheme, definitions.indicators, sheet.lines).vetoes,
    decidedVetoes: await decidedVetoes(database, tenantId, organizationId, scheme, standing),
    published: await standsPublished(database, tenantId, organizationId, scheme, standing),
  };
}

async function decidedVetoes(
  database: Transaction,
  tenantId: number,
  organizationId: string,
  scheme: string,
  { from, version }: StandingWithReason,
): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`SELECT veto_code AS code FROM veto_decision
    WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId} AND scheme_code = ${scheme}
      AND period_from = ${from}::date AND period_version = ${version}`.execute(database);
  return new Set(rows.map(({ code }) => code));
}

/** What a published board shows stays as it is. */
export function publishedRefusal({ published, standing }: SheetToDecide): Refusal | null {
  return published ? refuse("board.already_published", { period: nameOfPeriod(standing) }) : null;
}
