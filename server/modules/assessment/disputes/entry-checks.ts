import type { DisputeDecision } from "@dutyloop/domain/assessment/boards/dispute-rules.ts";
import { figureProblems } from "@dutyloop/domain/assessment/scoring/measure-rules.ts";
import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { redLineIn } from "@dutyloop/domain/assessment/validation/red-line-rules.ts";
import { monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { compare, parse } from "@dutyloop/domain/kernel/rational.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { metricsOf } from "../inputs/metrics.ts";
import { givenJudgements, holdJudgement, type JudgedPeriod } from "../judging/given-judgements.ts";
import { mostOfScheme } from "../judging/judged-lines.ts";
import { judgingAccounts } from "../judging/judging-accounts.ts";
import type { SheetData } from "./replay.ts";

/** What the entries of an answer are held against. */
export type EntryFrame = {
  /** Metrics that indicators read. */
  readonly metrics: ReadonlySet<string>;
  /** Indicators that who answers was named a judge of, at the organisation or above it. */
  readonly judgedIndicators: ReadonlySet<string>;
  readonly answeredBy: string;
  /** The role by which who answers judges there; null where none does. */
  readonly role: string | null;
  /** By indicator the fact of the points that who answers has given already. */
  readonly given: ReadonlyMap<string, string>;
};

export async function entryFrame(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  judged: JudgedPeriod,
  { today, lock }: { today: PlainDate; lock: boolean },
): Promise<EntryFrame> {
  const answeredBy = judged.accountId;
  const { rows } = await sql<{ code: string }>`
    SELECT DISTINCT j.indicator_code AS code FROM judge j
    JOIN organization above ON above.tenant_id = j.tenant_id AND above.id = j.organization_id
    WHERE j.tenant_id = ${tenantId} AND j.account_id = ${answeredBy}::uuid AND starts_with(${path}, above.path)
      AND j.valid_from <= ${today}::date AND (j.valid_to IS NULL OR j.valid_to >= ${today}::date)`.execute(database);
  const [account] = await judgingAccounts(database, tenantId, path, today, answeredBy);
  const indicators = rows.map(({ code }) => code);
  if (lock)
    for (const indicatorCode of [...indicators].sort())
      await holdJudgement(database, tenantId, { ...judged, indicatorCode });
  return {
    metrics: new Set((await metricsOf(database, tenantId)).map(({ code }) => code)),
    judgedIndicators: new Set(indicators),
    answeredBy,
    role: account?.role ?? null,
    given: await givenJudgements(database, tenantId, judged),
  };
}

type Entries = Pick<DisputeDecision, "stornos" | "facts">;

/** What an answer books into: what it is held against, and the sheets that read it. */
type Booking = { readonly frame: EntryFrame; readonly sheets: readonly Pick<SheetData, "definitions">[] };

/**
 * A fact that an answer books is checked as an imported figure is, red lines included, and can't lie in the future. Points
 * of a judge are his alone: nobody else gives or changes them (`judgement.not_named`), he gives them under the role by
 * which he judges, once, and not more than the line has.
 */
export function entriesRefusal({ facts, stornos }: Entries, booking: Booking, today: PlainDate): Refusal | null {
  const { frame, sheets } = booking;
  for (const fact of facts) {
    const refusal =
      redLineRefusal(fact) ??
      judgeRefusal(fact, frame) ??
      pointsRefusal(fact, sheets) ??
      contentRefusal(fact, frame, today);
    if (refusal !== null) return refusal;
  }
  return givenRefusal({ facts, stornos }, booking.frame);
}

/** A second judgement by the same judge would count as another judge's. */
function givenRefusal({ facts, stornos }: Entries, { given }: EntryFrame): Refusal | null {
  const reversed = new Set(stornos.map(({ id }) => id));
  const taken = new Set([...given].flatMap(([indicator, factId]) => (reversed.has(factId) ? [] : [indicator])));
  for (const { kind, attributes } of facts) {
    if (kind !== "judgement") continue;
    const indicator = String(attributes.indicator);
    if (taken.has(indicator)) return refuse("judgement.given_already", { indicator }, "additions");
    taken.add(indicator);
  }
  return null;
}

function redLineRefusal({ attributes }: FactDraft): Refusal | null {
  const crossed = Object.values(attributes)
    .map((value) => redLineIn(String(value)))
    .find((found) => found !== null);
  return crossed ? refuse("measure.red_line", crossed, "additions") : null;
}

function judgeRefusal({ kind, attributes, details }: FactDraft, frame: EntryFrame): Refusal | null {
  if (kind !== "judgement") return null;
  const indicator = String(attributes.indicator ?? "");
  const own = details.account === undefined || details.account === frame.answeredBy;
  if (!own || !frame.judgedIndicators.has(indicator)) return refuse("judgement.not_named", { indicator }, "additions");
  const known = frame.role !== null && attributes.judge === frame.role;
  return known ? null : refuse("judgement.role_differs", { role: frame.role ?? "" }, "additions");
}

function pointsRefusal({ kind, attributes, quantity, countsOn }: FactDraft, sheets: Booking["sheets"]): Refusal | null {
  if (kind !== "judgement") return null;
  const indicator = String(attributes.indicator);
  const most = sheets
    .flatMap(({ definitions: { scheme, indicators } }) => mostOfScheme(indicator, scheme, indicators))
    .reduce<string | null>((best, one) => (best === null || compare(parse(one), parse(best)) > 0 ? one : best), null);
  if (most === null) return refuse("judgement.line_not_used", { indicator, period: monthOf(countsOn) }, "additions");
  const value = parse(quantity);
  const fits = value.n >= 0n && compare(value, parse(most)) <= 0;
  return fits ? null : refuse("judgement.points_out_of_range", { most }, "additions");
}

function contentRefusal(fact: FactDraft, { metrics }: EntryFrame, today: PlainDate): Refusal | null {
  const { metric = null, ...attributes } = fact.attributes;
  const figure = { ...fact, metric: metric === null ? null : String(metric), attributes, note: "" };
  const [problem] = figureProblems(figure, { month: monthOf(fact.occurredOn), today, metrics });
  return problem ? refuse(problem.code, problem.values, "additions") : null;
}
