import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, firstDayOf } from "../../kernel/plain-date.ts";
import { format, parse, rational, subtract } from "../../kernel/rational.ts";
import { orderKey } from "../boards/order-key.ts";
import { meanOfPeriods } from "../periods/mean-rules.ts";
import { compareSchemes, type TriedOrganization } from "./what-if-rules.ts";

const places = { before: 2, after: 2 };
const tried = (organizationId: string, before: number[], after: number[], ofClass = "生产"): TriedOrganization => ({
  organizationId,
  class: ofClass,
  before: { totals: before, orderKey: null },
  after: { totals: after, orderKey: null },
});

describe("trying a changed scheme on past periods", () => {
  test("shows means, ranks and changes of each organisation, who moves furthest first", () => {
    const rows = [tried("a", [9000, 9001], [9000]), tried("b", [8000], [9500]), tried("c", [7000], [8000])];
    expect(compareSchemes(rows, places)).toEqual([
      {
        organizationId: "b",
        class: "生产",
        meanBefore: "80.00",
        meanAfter: "95.00",
        changeOfMean: "15.00",
        rankBefore: 2,
        rankAfter: 1,
        changeOfRank: 1,
      },
      {
        organizationId: "a",
        class: "生产",
        meanBefore: "90.01",
        meanAfter: "90.00",
        changeOfMean: "-0.01",
        rankBefore: 1,
        rankAfter: 2,
        changeOfRank: -1,
      },
      {
        organizationId: "c",
        class: "生产",
        meanBefore: "70.00",
        meanAfter: "80.00",
        changeOfMean: "10.00",
        rankBefore: 3,
        rankAfter: 3,
        changeOfRank: 0,
      },
    ]);
  });

  test("ranks within each class, equal means share the better rank", () => {
    const rows = [tried("a", [1], [1]), tried("b", [1], [2]), tried("c", [0], [0]), tried("d", [0], [0], "机关")];
    const ranksOf = (key: "rankBefore" | "rankAfter") =>
      Object.fromEntries(compareSchemes(rows, places).map((row) => [row.organizationId, row[key]]));
    expect(ranksOf("rankBefore")).toEqual({ a: 1, b: 1, c: 3, d: 1 });
    expect(ranksOf("rankAfter")).toEqual({ a: 2, b: 1, c: 3, d: 1 });
  });

  test("an organisation without a period that counts has neither mean nor rank on that side, and comes last", () => {
    const rows = [tried("a", [], [9000]), tried("b", [8000], []), tried("c", [], []), tried("d", [1], [2])];
    expect(compareSchemes(rows, places).map((row) => row.organizationId)).toEqual(["d", "a", "b", "c"]);
    expect(compareSchemes(rows, places)[1]).toEqual({
      organizationId: "a",
      class: "生产",
      meanBefore: null,
      meanAfter: "90.00",
      changeOfMean: null,
      rankBefore: null,
      rankAfter: 1,
      changeOfRank: null,
    });
    expect(compareSchemes(rows, places)[2]).toMatchObject({ meanAfter: null, changeOfMean: null, rankAfter: null });
  });

  test("who moves equally far is ordered by id", () => {
    const ids = (...given: string[]) =>
      compareSchemes(
        given.map((id) => tried(id, [1], [1])),
        places,
      ).map((row) => row.organizationId);
    expect(ids("b", "a", "c")).toEqual(["a", "b", "c"]);
    expect(ids("c", "b", "a")).toEqual(["a", "b", "c"]);
  });

  test("negative means rank below, whatever their digits", () => {
    const rows = [
      tried("a", [-999_999_999_999_999], [9]),
      tried("b", [999_999_999_999_999], [10]),
      tried("c", [0], [-1]),
    ];
    expect(compareSchemes(rows, places).map((row) => [row.organizationId, row.rankBefore, row.rankAfter])).toEqual([
      ["a", 3, 2],
      ["c", 2, 3],
      ["b", 1, 1],
    ]);
  });

  test("schemes of different places compare in the finer one", () => {
    const rows = [tried("a", [925], [92449]), tried("b", [-5], [7])];
    expect(compareSchemes(rows, { before: 1, after: 3 })).toMatchObject([
      { organizationId: "b", meanBefore: "-0.5", meanAfter: "0.007", changeOfMean: "0.507" },
      { organizationId: "a", meanBefore: "92.5", meanAfter: "92.449", changeOfMean: "-0.051" },
    ]);
    expect(compareSchemes([tried("a", [92449], [92])], { before: 3, after: 0 })).toMatchObject([
      { meanBefore: "92.449", meanAfter: "92", changeOfMean: "-0.449" },
    ]);
  });

  test("a single period is ranked by its order keys, so that tie-breakers hold", () => {
    const keyed = (id: string, tie: string): TriedOrganization => ({
      ...tried(id, [9000], [9000]),
      after: { totals: [9000], orderKey: orderKey("90.00", [tie], true) },
    });
    expect(compareSchemes([keyed("a", "36"), keyed("b", "38")], places)).toMatchObject([
      { organizationId: "a", rankBefore: 1, rankAfter: 2 },
      { organizationId: "b", rankBefore: 1, rankAfter: 1 },
    ]);
  });

  test("the means are those of the longer figure, and the changes are their differences", () => {
    const totals = fc.array(fc.integer({ min: -3000, max: 11000 }), { maxLength: 12 });
    fc.assert(
      fc.property(totals, totals, (before, after) => {
        const expected = (units: number[]) =>
          meanOfPeriods(
            units.map((total, index) => ({
              periodFrom: firstDayOf(addMonths("2026-01", index)),
              total: format(rational(total, 100), 2),
              published: null,
              coverage: "100.00",
              closed: true,
              whole: true,
            })),
            "80",
            2,
          ).mean;
        const [row] = compareSchemes([tried("a", before, after)], places);
        const [old, now] = [expected(before), expected(after)];
        expect([row?.meanBefore, row?.meanAfter]).toEqual([old, now]);
        expect(row?.changeOfMean).toBe(old && now && format(subtract(parse(now), parse(old)), 2));
      }),
    );
  });

  test("nobody moves under the same scheme", () => {
    const totals = fc.array(fc.array(fc.integer({ min: 0, max: 11000 }), { maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(totals, (all) => {
        const rows = all.map((each, index) => tried(String(index), each, each));
        for (const row of compareSchemes(rows, places)) {
          expect([0, null]).toContain(row.changeOfRank);
          expect(["0.00", null]).toContain(row.changeOfMean);
        }
      }),
    );
  });

  test("a year of ten thousand organisations is compared, each once, in order", () => {
    const months = (seed: number) => Array.from({ length: 12 }, (_, month) => (seed * 7919 + month * 104729) % 11000);
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      tried(String(index), months(index), months(index + 1), `类${index % 10}`),
    );
    const movers = compareSchemes(rows, places);
    expect(new Set(movers.map((row) => row.organizationId)).size).toBe(10_000);
    const moved = movers.map((row) => Math.abs(row.changeOfRank ?? 0));
    expect(moved).toEqual(moved.toSorted((a, b) => b - a));
  });
});
