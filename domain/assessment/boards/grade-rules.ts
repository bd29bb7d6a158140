import { compare, parse } from "../../kernel/rational.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { SchemeBody } from "../definitions/scheme.ts";

type GradeRules = Pick<SchemeBody, "grades" | "vetoes">;

/** 建议等次 of one sheet. */
export type SuggestedGrade = {
  /** Null without a total, below the last band and in a scheme without grades. */
  readonly grade: string | null;
  /** The best grade that confirmed vetoes leave; null where they leave all. */
  readonly cap: string | null;
  /** The veto that sets the cap. */
  readonly cappedBy: string | null;
};

/** A grade that a person decided, with the reason. */
export type DecidedGrade = { readonly grade: string; readonly reason: string };

/**
 * The grade that the bands give for a total, from the best, bounds inclusive; a confirmed veto that caps the grade lowers
 * it to its cap and never lifts it. `confirmed` holds the codes of the vetoes that a person confirmed.
 */
export function suggestGrade(scheme: GradeRules, total: string | null, confirmed: ReadonlySet<string>): SuggestedGrade {
  const { cap, cappedBy } = capOf(scheme, confirmed);
  const band =
    total === null ? -1 : scheme.grades.findIndex(({ atLeast }) => compare(parse(total), parse(atLeast)) >= 0);
  const grade = band === -1 ? null : scheme.grades[Math.max(band, placeOf(scheme, cap))]!.code;
  return { grade, cap, cappedBy };
}

/**
 * The decision of a person about a grade. Refused: board.grade_unknown; board.grade_above_cap for one better than a
 * confirmed veto allows; board.grade_reason_missing where it differs from the suggestion without a reason.
 */
export function decideGrade(
  scheme: GradeRules,
  suggested: SuggestedGrade,
  decided: DecidedGrade,
  organization: string,
): DecidedGrade | Refusal {
  const place = placeOf(scheme, decided.grade);
  if (place === -1) return refuse("board.grade_unknown", { grade: decided.grade }, "grade");
  if (place < placeOf(scheme, suggested.cap)) return refuse("board.grade_above_cap", { organization }, "grade");
  const reason = decided.reason.trim();
  if (decided.grade !== suggested.grade && reason === "") {
    return refuse("board.grade_reason_missing", { organization }, "reason");
  }
  return { grade: decided.grade, reason };
}

/** How many of the ranked organisations of a class a grade may hold, and holds. */
export type ProportionCheck = {
  readonly grade: string;
  readonly atMost: string;
  /** floor(ranked × atMost). */
  readonly limit: number;
  readonly count: number;
  readonly over: number;
};

/**
 * Checks the proportions of one class: shown, never forced. `ranked` is how many of its organisations have a rank,
 * `grades` the grades that these hold (decided, else suggested); who has no rank neither widens a limit nor fills it.
 */
export function checkProportions(
  proportions: SchemeBody["proportions"],
  ranked: number,
  grades: readonly (string | null)[],
): ProportionCheck[] {
  return proportions.map(({ grade, atMost }) => {
    const share = parse(atMost);
    const limit = Number((BigInt(ranked) * share.n) / share.d);
    const count = grades.filter((held) => held === grade).length;
    return { grade, atMost, limit, count, over: Math.max(0, count - limit) };
  });
}

/** The lowest cap among the confirmed vetoes. */
function capOf(scheme: GradeRules, confirmed: ReadonlySet<string>): Pick<SuggestedGrade, "cap" | "cappedBy"> {
  const [lowest] = scheme.vetoes
    .flatMap(({ code, effect }) =>
      effect.caps === "grade" && confirmed.has(code) ? [{ cap: effect.grade, cappedBy: code }] : [],
    )
    .sort((a, b) => placeOf(scheme, b.cap) - placeOf(scheme, a.cap));
  return lowest ?? { cap: null, cappedBy: null };
}

/** Place of a grade in the scheme's list, the best 0; −1 for none. */
function placeOf(scheme: GradeRules, code: string | null): number {
  return scheme.grades.findIndex((grade) => grade.code === code);
}
