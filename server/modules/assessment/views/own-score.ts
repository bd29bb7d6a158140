import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { suggestGrade } from "@dutyloop/domain/assessment/boards/grade-rules.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod, previousPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { ScoreSheet } from "@dutyloop/domain/assessment/things.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";
import { gradeRef } from "./board-rows.ts";
import { explainSheet } from "./explained-sheet.ts";
import { periodInView } from "./period-in-view.ts";
import { bookedHere, ownAdjustment } from "./score-adjustments.ts";
import { changesSince } from "./score-changes.ts";
import { decisionsAbout, type PersonsDecisions } from "./score-decisions.ts";
import { nothingPublished, type StoredScore, storedScores } from "./stored-scores.ts";

type Score = Answer<"getScore">;
type Own = Pick<
  Score,
  | "class"
  | "total"
  | "coverage"
  | "grade"
  | "vetoes"
  | "composition"
  | "lines"
  | "mean"
  | "adjustment"
  | "adjustments"
  | "changes"
  | "computedAt"
> & { readonly definitions: Definitions; readonly sheet: StoredScore };

/** A score of one of the scheme's own periods, worked out again in words. Throws `score.none_yet` without a sheet. */
export async function ownScore(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  code: string,
  period: PeriodStanding,
  now: Date,
): Promise<Own> {
  const earlier = previousPeriod(period);
  const [sheets, { newest: before }] = await Promise.all([
    storedScores(database, tenantId, organizationId, code, [earlier.from, period.from]),
    periodInView(database, tenantId, nameOfPeriod(earlier), null),
  ]);
  const ofVersion = sheets.filter((sheet) => sheet.periodFrom === period.from && sheet.version === period.version);
  const published = ofVersion.find(({ basis }) => basis === "published");
  const adjusted = ofVersion.find(({ basis }) => basis === "adjusted");
  const stored = published ?? adjusted;
  if (stored === undefined) throw new Refused(refuse("score.none_yet"));
  const sheetBefore = sheets.find(({ periodFrom, basis }) => periodFrom === earlier.from && basis === "published");
  const definitions = await loadDefinitions(database, tenantId, code, stored.schemeVersion);
  const { scheme } = definitions;
  const sheet = published ?? nothingPublished(stored, definitions);
  const [explained, decisions, adjustments] = await Promise.all([
    explainSheet(database, tenantId, definitions, organizationId, period, before, sheet, now),
    decisionsAbout(database, tenantId, organizationId, code, period),
    period.state === "open" ? bookedHere(database, tenantId, organizationId, scheme, period) : [],
  ]);
  const { sheet: worded, facts, since } = explained;
  const changes =
    sheetBefore &&
    (await changesSince(
      database,
      tenantId,
      code,
      { period: before, sheet: sheetBefore },
      { period, sheet, lines: worded.lines },
      { before: facts.before, now: facts.held },
    ));
  return {
    definitions,
    sheet,
    class: sheet.class,
    total: worded.total,
    coverage: worded.coverage,
    grade: gradeOf(scheme, worded, decisions.grade),
    vetoes: worded.vetoes.map((veto) => wordedVeto(scheme, veto)),
    composition: worded.composition,
    lines: worded.lines.map((line) => ({
      ...lineOf(line, definitions, decisions),
      since: [...(since.get(line.code) ?? [])],
    })),
    mean: null,
    adjustment: ownAdjustment(definitions, sheet, adjusted ?? null, facts.afterClose),
    adjustments,
    changes: changes ?? null,
    computedAt: sheet.computedAt.toISOString(),
  };
}

function lineOf(
  line: ScoreSheet["lines"][number],
  { indicators }: Definitions,
  { settlements }: PersonsDecisions,
): Omit<Score["lines"][number], "since"> {
  const indicator = indicators.find(({ code, version }) => code === line.code && version === line.version);
  return {
    ...(line as Score["lines"][number]),
    dimension: indicator?.dimension ?? null,
    basis: indicator?.basis ?? null,
    settled: settlements.get(line.code) ?? null,
  };
}

function gradeOf(
  scheme: SchemeBody,
  { total, vetoes }: ScoreSheet,
  decided: PersonsDecisions["grade"],
): Score["grade"] {
  if (scheme.grades.length === 0) return null;
  const confirmed = new Set(vetoes.flatMap(({ code, decision }) => (decision === "confirmed" ? [code] : [])));
  return {
    suggested: gradeRef(scheme, suggestGrade(scheme, total, confirmed).grade),
    decided: gradeRef(scheme, decided?.grade ?? null),
    reason: decided?.reason ?? null,
  };
}

function wordedVeto(scheme: SchemeBody, veto: ScoreSheet["vetoes"][number]): Score["vetoes"][number] {
  const { effect } = veto;
  if (effect.caps === "total") return { ...veto, effect };
  const grade = gradeRef(scheme, effect.grade) ?? { code: effect.grade, name: { zh: effect.grade, en: effect.grade } };
  return { ...veto, effect: { caps: "grade", grade } };
}
