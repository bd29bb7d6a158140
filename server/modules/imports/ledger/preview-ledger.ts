import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { branchKinds } from "@dutyloop/domain/organization/things.ts";
import { mayRecord } from "@dutyloop/domain/standards/template-policy.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { sql } from "kysely";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { type Telling, tellingProgress } from "../../../platform/loops/progress.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { currentTemplates } from "../../standards/index.ts";
import { digestOf } from "../sheets/digest.ts";
import { shownRows } from "../sheets/shown-rows.ts";
import { fingerprintOf, type JudgedLedger, judgeLedger } from "./judge-ledger.ts";
import { ledgerState } from "./ledger-state.ts";
import { readLedger } from "./read-ledger.ts";

const mostProblems = 100;
const noPrivateColumns: ReadonlySet<string> = new Set();

/** What a ledger of past meetings would add, counted, and every cell that is wrong; nothing is written. */
export async function previewLedger(request: ReadRequest<"previewLedger">): Promise<Answer<"previewLedger">> {
  const { query, caller, now } = request;
  return previewLedgerFile(request, tellingProgress(caller.actor.accountId, query.progress, now));
}

/** The same for whoever has a file at hand. Throws Refused where it is no ledger or not the caller's place. */
export async function previewLedgerFile(
  file: LedgerAtHand,
  tell: Telling = () => {},
): Promise<Answer<"previewLedger">> {
  const { judged, closedMonths } = await judgedFile(file, tell);
  const { sheet, strange, added } = judged;
  const faults = [...sheet.faults, ...strange];
  tell("done");
  return {
    digest: digestOf(file.raw.body),
    fingerprint: fingerprintOf(judged, { today: file.today, closedMonths }),
    sheets: [{ name: sheet.sheet.name, ...sheet.counts }],
    satisfied: added.reduce((sum, { submission }) => sum + submission.decision.discharges.length, 0),
    afterClose: added.filter(({ input }) => closedMonths.has(monthOf(input.occurredOn))).length,
    errors: sheet.errors + strange.length,
    problems: faults.slice(0, mostProblems),
    rows: shownRows([sheet], noPrivateColumns),
  };
}

export type LedgerAtHand = Pick<ReadRequest<"previewLedger">, "database" | "tenantId" | "today" | "caller"> & {
  readonly params: { readonly organizationId: string };
  readonly raw: { readonly body: unknown };
};

/** Reads and judges a file that was sent to be looked at. */
export async function judgedFile(
  { database, tenantId, params, today, caller, raw }: LedgerAtHand,
  tell: Telling,
): Promise<{ readonly judged: JudgedLedger; readonly closedMonths: ReadonlySet<string> }> {
  const whole = scopeOf(caller.actor, "roster.import", today);
  const { path } = await placeInScope(database, tenantId, whole, params.organizationId);
  tell("reading");
  const templates = await liveTemplates(database, tenantId);
  const read = await readLedger(raw.body, [...templates.values()]);
  if (isRefusal(read)) throw new Refused(read);
  tell("checking");
  const { rows } = await sql<{ month: string }>`SELECT to_char(period_from, 'YYYY-MM') AS month FROM period
    WHERE tenant_id = ${tenantId} AND span = 'month' AND state <> 'open'`.execute(database);
  const closedMonths = new Set(rows.map(({ month }) => month));
  const state = await ledgerState({ database, tenantId, scope: narrow(whole, path) }, read.sheet.rows, false);
  return { judged: judgeLedger(read, templates, state, { today, closedMonths }), closedMonths };
}

/** The types of meetings that branches and their 党小组 can have held, by code. */
export async function liveTemplates(database: ReadDatabase, tenantId: number): Promise<Map<string, TemplateBody>> {
  const current = await currentTemplates(database, tenantId);
  return new Map([...current].flatMap(([code, { body }]) => (heldByBranches(body) ? [[code, body] as const] : [])));
}

function heldByBranches(body: TemplateBody): boolean {
  return branchKinds.some((kind) => mayRecord(body, kind));
}
