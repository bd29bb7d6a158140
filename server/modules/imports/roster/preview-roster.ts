import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { closedMonthRefusal } from "@dutyloop/domain/organization/tree-rules.ts";
import { sql } from "kysely";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { type Telling, tellingProgress } from "../../../platform/loops/progress.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { digestOf } from "../sheets/digest.ts";
import { shownRows } from "../sheets/shown-rows.ts";
import { type CheckedRoster, checkRoster, sheetsOf } from "./check-roster.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type Reach, reachAt } from "./reach.ts";
import { readRoster } from "./read-roster.ts";
import { privateColumns } from "./roster-columns.ts";

const mostProblems = 100;

/** What a roster would change at and below an organisation, counted, and every cell that is wrong; nothing is written. */
export async function previewRoster(request: ReadRequest<"previewRoster">): Promise<Answer<"previewRoster">> {
  const { query, caller, now } = request;
  return previewFile(request, query.effectiveOn, tellingProgress(caller.actor.accountId, query.progress, now));
}

/** The same for whoever has a file at hand. Throws Refused where it is no roster or not the caller's place. */
export async function previewFile(
  file: RosterAtHand,
  effectiveOn?: string,
  tell: Telling = () => {},
): Promise<Answer<"previewRoster">> {
  const { checked, reach, closedMonths } = await checkedFile(file, effectiveOn, tell);
  const sheets = sheetsOf(checked);
  const faults = [...sheets.flatMap((sheet) => sheet.faults), ...checked.strange];
  const errors = sheets.reduce((sum, sheet) => sum + sheet.errors, checked.strange.length);
  const closed = closedMonthRefusal(reach.effectiveOn, closedMonths, "effectiveOn");
  const renames = checked.organizations.counts.changed > 0;
  tell("done");
  return {
    digest: digestOf(file.raw.body),
    fingerprint: fingerprintOf(checked, reach.effectiveOn),
    effectiveOn: reach.effectiveOn,
    closedMonth: renames && closed ? String(closed.values.month) : null,
    sheets: sheets.map(({ sheet, counts }) => ({ name: sheet.name, ...counts })),
    errors,
    problems: faults.slice(0, mostProblems),
    rows: shownRows(sheets, privateColumns),
  };
}

export type RosterAtHand = Pick<
  ReadRequest<"previewRoster">,
  "database" | "tenantId" | "fields" | "today" | "caller"
> & {
  readonly params: { readonly organizationId: string };
  readonly raw: { readonly body: unknown };
};
type CheckedFile = {
  readonly checked: CheckedRoster;
  readonly reach: Reach;
  readonly closedMonths: ReadonlySet<string>;
};

/** Reads and checks a file that was sent to be looked at. Throws Refused where it is no roster or not his place. */
export async function checkedFile(
  request: RosterAtHand,
  effectiveOn: string | undefined,
  tell: Telling,
): Promise<CheckedFile> {
  const { database, tenantId, params, fields, today, caller, raw } = request;
  const asking = { database, tenantId, fields, today, actor: caller.actor };
  const reach = await reachAt(asking, params.organizationId, effectiveOn);
  tell("reading");
  const roster = await readRoster(raw.body);
  if (isRefusal(roster)) throw new Refused(roster);
  tell("checking");
  const { rows } = await sql<{ month: string }>`SELECT to_char(period_from, 'YYYY-MM') AS month FROM period
    WHERE tenant_id = ${tenantId} AND span = 'month' AND state <> 'open'`.execute(database);
  const closedMonths = new Set(rows.map(({ month }) => month));
  return { checked: await checkRoster(roster, reach, closedMonths), reach, closedMonths };
}
