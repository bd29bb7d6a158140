import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { suggestGrade } from "@dutyloop/domain/assessment/boards/grade-rules.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { decodeLines, type StoredLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { format, parse, subtract } from "@dutyloop/domain/kernel/rational.ts";
import type { BilingualText } from "@dutyloop/domain/standards/things.ts";
import type { Definitions } from "../definitions.ts";
import type { BoardRow } from "./board-page.ts";
import { weakestLine } from "./weakest-line.ts";

type Item = Answer<"getBoard">["items"][number];
type GradeRef = { code: string; name: BilingualText };

/** What the rows of one page are shown with. */
export type Showing = {
  /** First days of the periods that the history shows. */
  readonly shown: readonly PlainDate[];
  /** Total of an organisation in the period before. */
  readonly totalBefore: (row: BoardRow) => string | null;
  readonly decisions: ReadonlyMap<string, { grade: string; reason: string }>;
};

/** A row as the board answers it. `definitions` are those that its sheet was scored with. */
export function itemOf(row: BoardRow, definitions: Definitions, showing: Showing): Item {
  const { scheme } = definitions;
  const stored = row.sheet?.lines ?? null;
  const vetoes = stored === null ? [] : vetoesIn(definitions, stored);
  const { history, before } = row.beside;
  const { organizationId, organizationName, rank, total, coverage } = row;
  return {
    organizationId,
    organizationName,
    rank,
    before,
    total,
    change: difference(total, showing.totalBefore(row), scheme.places),
    adjustment: difference(history.adjusted, total, scheme.places),
    coverage,
    history: showing.shown.map((day) => history.totals.get(day) ?? null),
    weakest: stored && weakestLine(definitions, stored),
    vetoes: vetoes.map(({ code, decision }) => ({ code, name: nameOfVeto(scheme, code), decision })),
    ...gradesOf(row, scheme, vetoes, showing),
  };
}

/** a − b with the scheme's places; null where one is missing. */
export function difference(a: string | null, b: string | null, places: number): string | null {
  return a === null || b === null ? null : format(subtract(parse(a), parse(b)), places);
}

function gradesOf(
  row: BoardRow,
  scheme: SchemeBody,
  vetoes: StoredLines["vetoes"],
  showing: Showing,
): Pick<Item, "suggestedGrade" | "grade" | "gradeReason"> {
  if (row.frozen !== null) {
    const { suggestedGrade, grade, gradeReason } = row.frozen;
    return { suggestedGrade: gradeRef(scheme, suggestedGrade), grade: gradeRef(scheme, grade), gradeReason };
  }
  const decision = showing.decisions.get(row.organizationId);
  return {
    suggestedGrade: gradeRef(scheme, suggestGrade(scheme, row.total, confirmedOf(vetoes)).grade),
    grade: gradeRef(scheme, decision?.grade ?? null),
    gradeReason: decision?.reason ?? null,
  };
}

/** The vetoes of a stored sheet: hardly any has one, so that its lines needn't be taken apart. */
export function vetoesIn(
  { scheme, indicators, frames }: Definitions,
  stored: readonly string[],
): StoredLines["vetoes"] {
  return stored.length === frames.length ? [] : decodeLines(scheme, indicators, stored).vetoes;
}

export function confirmedOf(vetoes: StoredLines["vetoes"]): Set<string> {
  return new Set(vetoes.flatMap(({ code, decision }) => (decision === "confirmed" ? [code] : [])));
}

export function gradeRef({ grades }: SchemeBody, code: string | null): GradeRef | null {
  const grade = grades.find((candidate) => candidate.code === code);
  return grade === undefined ? null : { code: grade.code, name: grade.name };
}

function nameOfVeto({ vetoes }: SchemeBody, code: string): BilingualText {
  return vetoes.find((veto) => veto.code === code)?.name ?? { zh: code, en: code };
}
