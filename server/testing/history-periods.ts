import type { PeriodState } from "@dutyloop/domain/assessment/period-things.ts";
import {
  nameOfPeriod,
  type Period,
  parsePeriod,
  periodsWithin,
} from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { markMissingSheets } from "../modules/assessment/index.ts";
import type { HistoryGroup } from "./history-group.ts";

/** Ends the entries of a period, by 公示 or at once; `pick` varies how what is still 待补报 is settled. */
export type PeriodEnd = { act: "publicity" | "close"; period: string; pick: number };

type Standing = { readonly state: PeriodState; readonly version: number; readonly publicityTo: PlainDate | null };

export async function standingOf({ query }: HistoryGroup, period: string): Promise<Standing> {
  const { span, from } = parsePeriod(period) as Period;
  const [row] = await query<Standing>(
    `SELECT state, version, publicity_to::text AS "publicityTo" FROM period WHERE span = $1 AND period_from = $2`,
    [span, from],
  );
  return row ?? { state: "open", version: 1, publicityTo: null };
}

/**
 * Settles all that waits, decides every veto, and ends the period's entries; of a longer period those of its months
 * first. The clock moves on where a 公示 has to pass.
 */
export async function endPeriod(group: HistoryGroup, { act, period, pick }: PeriodEnd): Promise<boolean> {
  const whole = parsePeriod(period) as Period;
  const months = whole.span === "month" ? [] : periodsWithin("month", whole).map(nameOfPeriod);
  for (const month of months) await endPeriod(group, { act: "close", period: month, pick });
  const { state, publicityTo } = await standingOf(group, period);
  if (state === "closed" || (state === "publicity" && act === "publicity")) return false;
  const over = publicityTo && `${addDays(publicityTo, 1)}T02:00:00.000Z`;
  if (over !== null && group.clock().toISOString() < over) group.clock.set(over);
  if (state === "open") await settleAll(group, period, pick);
  await decideVetoes(group, period, pick);
  await group.officer.ask(act === "close" ? "closePeriod" : "startPublicity", { params: { period } });
  return true;
}

/** Asks for the sheets nobody has a reason to make, as the loop of the program does every day, and folds. */
export async function foldMissing(group: HistoryGroup): Promise<void> {
  await markMissingSheets(group.application.workshop, group.tenantId, 13);
  await group.fold();
}

const outcomes = ["zero", "value", "not_applicable"] as const;

/** Settles every leaf that is still 待补报, each another way. */
async function settleAll(group: HistoryGroup, period: string, pick: number): Promise<void> {
  await foldMissing(group);
  const { items } = await group.officer.ask("listPendingLeaves", { params: { period }, query: { limit: 200 } });
  for (const [index, { organizationId, scheme, line }] of items.entries()) {
    const outcome = outcomes[(pick + index) % outcomes.length] as (typeof outcomes)[number];
    const value = outcome === "value" ? String(4 + (index % 5)) : null;
    const body = { scheme: scheme.code, line, period, outcome, value, reason: "没有报来" };
    await group.officer.ask("settleLeaf", { params: { organizationId }, body });
  }
  await group.fold();
}

async function decideVetoes(group: HistoryGroup, period: string, pick: number): Promise<void> {
  const { span, from } = parsePeriod(period) as Period;
  const waiting = await group.query<{ organizationId: string; scheme: string; veto: string }>(
    `SELECT s.organization_id AS "organizationId", s.scheme_code AS scheme, split_part(line, ' ', 1) AS veto
     FROM score_sheet s CROSS JOIN LATERAL jsonb_array_elements_text(s.lines) AS line
     WHERE line LIKE '% waiting' AND s.period_from = $2 AND s.basis = 'published'
       AND s.scheme_code IN (SELECT code FROM scheme_version WHERE body->>'cadence' = $1)
       AND s.period_version = coalesce((SELECT version FROM period WHERE span = $1 AND period_from = $2), 1)
     ORDER BY 1, 2`,
    [span, from],
  );
  for (const [index, { organizationId, scheme, veto }] of waiting.entries()) {
    const body = { scheme, period, veto, confirmed: (pick + index) % 2 === 0, reason: "核实" };
    await group.officer.ask("decideVeto", { params: { organizationId }, body });
  }
  await group.fold();
}
