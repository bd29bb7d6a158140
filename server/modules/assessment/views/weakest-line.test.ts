import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { LineFrame } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { weakestLine } from "./weakest-line.ts";

const leaf = (code: string, fullMarks: string, parent = "root") =>
  ({ kind: "leaf", code, parent, fullMarks, name: { zh: code, en: code } }) as unknown as LineFrame;
const scheme = { places: 2, bonuses: [{ code: "bonus" }], deductions: [] } as unknown as SchemeBody;
const weakestOf = (frames: LineFrame[], stored: string[]) => weakestLine({ scheme, frames }, stored)?.code ?? null;

test.each<[string, [string, string][], string | null]>([
  [
    "nothing was lost",
    [
      ["4", "4.00 1"],
      ["6", "6.00 1"],
    ],
    null,
  ],
  [
    "the larger share was lost, not the most points",
    [
      ["4", "3.00 3/4"],
      ["40", "31.00 31/40"],
    ],
    "a",
  ],
  [
    "equal shares: the first",
    [
      ["3", "1.00 1/3"],
      ["6", "2.00 1/3"],
    ],
    "a",
  ],
  [
    "points without a value, settled or of too few answers",
    [
      ["4", "3.00*"],
      ["4", "2.00~"],
    ],
    "b",
  ],
  [
    "a line that waits or doesn't apply",
    [
      ["4", "p"],
      ["4", "n*"],
      ["4", "3.99 0"],
    ],
    "c",
  ],
  ["full marks without a value", [["4", "4.00"]], null],
])("the weakest line where %s", (_what, lines, code) => {
  const frames = lines.map(([marks], at) => leaf("abc"[at] as string, marks));
  expect(
    weakestOf(
      frames,
      lines.map(([, stored]) => stored),
    ),
  ).toBe(code);
});

test("a bonus that wasn't earned is no weakness", () => {
  expect(weakestOf([leaf("extra", "5", "bonus"), leaf("a", "4")], ["0.00 0", "3.99 0"])).toBe("a");
});

test("the weakest line is the one whose exact share is least, however close the others come", () => {
  const line = fc.record({
    marks: fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 9_999_990, max: 9_999_999 })),
    lost: fc.integer({ min: 0, max: 3 }),
  });
  const hundredths = (n: number) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const got = lines.map(({ marks, lost }) => Math.max(0, marks - lost));
      const frames = lines.map(({ marks }, at) => leaf(String(at), hundredths(marks)));
      const code = weakestOf(
        frames,
        got.map((points) => `${hundredths(points)} 1`),
      );
      const least = lines.reduce<number | null>((best, { marks }, at) => {
        const points = got[at] as number;
        if (points === marks) return best;
        if (best === null) return at;
        return BigInt(points) * BigInt(lines[best]!.marks) < BigInt(got[best] as number) * BigInt(marks) ? at : best;
      }, null);
      expect(code).toBe(least === null ? null : String(least));
    }),
  );
});
