import { add, clamp, compare, format, parse, type Rational, subtract } from "../../kernel/rational.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import type { ScoreSheet, ScoreVeto } from "../things.ts";

/** A total and how it is put together. */
export type Composed = { readonly total: string; readonly composition: NonNullable<ScoreSheet["composition"]> };

/** What the tree, the bonus nodes and the deduction nodes give, each rounded. */
type TotalParts = { readonly root: Rational; readonly bonus: Rational; readonly deduction: Rational };

/**
 * Total = root + bonus − deduction, brought into the scheme's range (scoring.md, Scheme: "The total is clamped to the
 * scheme's range"), then held down by the strictest confirmed veto that caps totals.
 */
export function composed(
  scheme: Pick<SchemeBody, "places" | "range" | "vetoes">,
  { root, bonus, deduction }: TotalParts,
  vetoes: readonly Pick<ScoreVeto, "code" | "decision">[],
): Composed {
  const { floor, ceiling } = scheme.range;
  const raw = subtract(add(root, bonus), deduction);
  const inRange = clamp(raw, parse(floor), parse(ceiling));
  const cap = strictestCap(scheme.vetoes, vetoes);
  const holds = cap !== null && compare(inRange, cap.total) > 0;
  const figure = (value: Rational) => format(value, scheme.places);
  return {
    total: figure(holds ? cap.total : inRange),
    composition: {
      root: figure(root),
      bonus: figure(bonus),
      deduction: figure(deduction),
      floor,
      ceiling,
      bounded: compare(raw, inRange) !== 0,
      cappedBy: holds ? cap.code : null,
    },
  };
}

type Cap = { readonly code: string; readonly total: Rational };

function strictestCap(
  defined: SchemeBody["vetoes"],
  triggered: readonly Pick<ScoreVeto, "code" | "decision">[],
): Cap | null {
  const confirmed = new Set(triggered.filter((veto) => veto.decision === "confirmed").map((veto) => veto.code));
  let strictest: Cap | null = null;
  for (const { code, effect } of defined) {
    if (effect.caps !== "total" || !confirmed.has(code)) continue;
    const total = parse(effect.total);
    if (strictest === null || compare(total, strictest.total) < 0) strictest = { code, total };
  }
  return strictest;
}
