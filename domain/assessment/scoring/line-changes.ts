import { format, parse, subtract } from "../../kernel/rational.ts";
import type { LineState } from "../things.ts";
import type { LineFigures, LineFrame } from "./sheet-figures.ts";

/** What a comparison reads of a line. */
export type ComparedLine = Pick<LineFrame, "code" | "version"> & Pick<LineFigures, "state" | "points">;

/** How a line differs between two sheets of an organisation. */
export type LineChange = {
  readonly code: string;
  /** changed: it stands in both. */
  readonly kind: "added" | "removed" | "changed";
  readonly before: {
    readonly state: LineState;
    readonly points: string | null;
    readonly version: number | null;
  } | null;
  readonly after: { readonly state: LineState; readonly points: string | null; readonly version: number | null } | null;
  /** Points after less points before; null unless both have points. */
  readonly difference: string | null;
  readonly versionChanged: boolean;
};

/**
 * What changed from one sheet to another, line by line: points, state, version, and lines that only one of them has. The
 * order is that of the sheet after, removed lines last. Lines that are alike in all of it are left out.
 */
export function changesBetween(
  beforeLines: readonly ComparedLine[],
  afterLines: readonly ComparedLine[],
): readonly LineChange[] {
  const before = new Map(beforeLines.map((line) => [line.code, line]));
  const codes = new Set(afterLines.map((line) => line.code));
  const kept = afterLines.map((line) => changeOf(before.get(line.code) ?? null, line));
  const removed = beforeLines.filter((line) => !codes.has(line.code)).map((line) => changeOf(line, null));
  return [...kept, ...removed].filter(isChange);
}

function changeOf(before: ComparedLine | null, after: ComparedLine | null): LineChange {
  return {
    code: (after ?? before)!.code,
    kind: before === null ? "added" : after === null ? "removed" : "changed",
    before: before && sideOf(before),
    after: after && sideOf(after),
    difference: differenceOf(before?.points ?? null, after?.points ?? null),
    versionChanged: before !== null && after !== null && before.version !== after.version,
  };
}

function sideOf({ state, points, version }: ComparedLine) {
  return { state, points, version };
}

function differenceOf(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  const places = Math.max(placesOf(before), placesOf(after));
  return format(subtract(parse(after), parse(before)), places);
}

function placesOf(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

function isChange({ before, after, versionChanged }: LineChange): boolean {
  return versionChanged || before?.points !== after?.points || before?.state !== after?.state;
}
