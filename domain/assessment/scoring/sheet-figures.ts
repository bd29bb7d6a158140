import { parse, sum, zero } from "../../kernel/rational.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import type { LineNote, LineState, ScoreSheet, ScoreVeto } from "../things.ts";
import { composed } from "./composition.ts";
import { type LineFrame, linesOf } from "./line-frames.ts";

export { type LineFrame, linesOf } from "./line-frames.ts";

/** The figures of one line; its frame says what they are of. */
export type LineFigures = {
  readonly state: LineState;
  readonly points: string | null;
  readonly value: { readonly n: string; readonly d: string } | null;
  readonly why: LineNote | null;
};

/** A veto whose facts stand. */
export type VetoFigures = Pick<ScoreVeto, "code" | "count" | "decision">;

/** A sheet without words and arithmetic; the lines are in the order of `linesOf`. */
export type SheetFigures = {
  readonly total: string | null;
  readonly coverage: string;
  readonly lines: readonly LineFigures[];
  readonly vetoes: readonly VetoFigures[];
  readonly composition: ScoreSheet["composition"];
};

/** What `encodeLines` kept of a sheet, beside its total and coverage. */
export type StoredLines = {
  readonly lines: readonly (LineFrame & LineFigures)[];
  readonly vetoes: readonly VetoFigures[];
  readonly composition: ScoreSheet["composition"];
};

/**
 * A sheet's lines as short texts: "36.00 9/10" for points and value, "36.00" without a value, "n" not applicable, "p"
 * pending; "*" after it for settled, "~" for 样本不足. Triggered vetoes follow: "code count decision". The composition
 * follows from the lines.
 */
export function encodeLines(figures: Pick<SheetFigures, "lines" | "vetoes">): string[] {
  const vetoes = figures.vetoes.map(({ code, count, decision }) => `${code} ${count} ${decision}`);
  return [...figures.lines.map(encodedLine), ...vetoes];
}

function encodedLine({ state, points, value, why }: LineFigures): string {
  const mark = why === null ? "" : why === "settled" ? "*" : "~";
  if (state !== "scored") return state === "pending" ? `p${mark}` : `n${mark}`;
  if (value === null) return `${points}${mark}`;
  return value.d === "1" ? `${points} ${value.n}${mark}` : `${points} ${value.n}/${value.d}${mark}`;
}

/** The lines of a stored sheet with their frames. Throws for what `encodeLines` of this scheme can't have written. */
export function decodeLines(scheme: SchemeBody, indicators: readonly IndicatorBody[], stored: unknown): StoredLines {
  const frames = linesOf(scheme, indicators);
  if (!Array.isArray(stored) || stored.length < frames.length) throw new TypeError("not the lines of this scheme");
  const lines = frames.map((frame, index) => ({ ...frame, ...decodedLine(stored[index]) }));
  const vetoes = stored.slice(frames.length).map(decodedVeto);
  return { lines, vetoes, composition: compositionOf(scheme, lines, vetoes) };
}

const linePattern = /^(?:([np])|(-?\d+(?:\.\d+)?)(?: (-?\d+)(?:\/(\d+))?)?)([*~]?)$/;

/** The figures of one line as `encodeLines` wrote them. Throws TypeError for any other text. */
export function decodedLine(text: unknown): LineFigures {
  const parts = linePattern.exec(String(text));
  if (parts === null) throw new TypeError(`not a line's figures: ${text}`);
  const [, letter, points = null, n, d = "1", mark] = parts;
  return {
    state: letter === "n" ? "not_applicable" : letter === "p" ? "pending" : "scored",
    points,
    value: n === undefined ? null : { n, d },
    why: mark === "*" ? "settled" : mark === "~" ? "sample" : null,
  };
}

const vetoPattern = /^(\S+) (\d+) (waiting|confirmed|dismissed)$/;

function decodedVeto(text: unknown): VetoFigures {
  const parts = vetoPattern.exec(String(text));
  if (parts === null) throw new TypeError(`not a veto's figures: ${text}`);
  return { code: parts[1]!, count: Number(parts[2]), decision: parts[3] as VetoFigures["decision"] };
}

function compositionOf(
  scheme: SchemeBody,
  lines: readonly (LineFrame & LineFigures)[],
  vetoes: readonly VetoFigures[],
): ScoreSheet["composition"] {
  const points = new Map(lines.map((line) => [line.code, line.points === null ? null : parse(line.points)]));
  const root = points.get(scheme.root.code) ?? null;
  if (root === null) return null;
  const together = (nodes: SchemeBody["bonuses"]) => sum(nodes.map((node) => points.get(node.code) ?? zero));
  const parts = { root, bonus: together(scheme.bonuses), deduction: together(scheme.deductions) };
  return composed(scheme, parts, vetoes).composition;
}
