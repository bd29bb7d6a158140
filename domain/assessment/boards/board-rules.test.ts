import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal } from "../../kernel/refusal.ts";
import { boardActions, boardStates } from "../board-things.ts";
import type { PeriodStanding } from "../period-things.ts";
import {
  type BoardCandidate,
  boardStateOf,
  decidePublication,
  type FrozenBoard,
  type Publication,
} from "./board-rules.ts";
import { orderKey } from "./order-key.ts";

const name = { zh: "名", en: "name" };
const scheme: Publication["scheme"] = {
  subject: "organization",
  grades: [
    { code: "good", name, atLeast: "90" },
    { code: "average", name, atLeast: "0" },
  ],
  vetoes: [
    {
      code: "accident",
      name,
      when: { kind: "finding.opened", conditions: [], atLeast: 1 },
      effect: { caps: "grade", grade: "average" },
    },
  ],
  proportions: [{ grade: "good", atMost: "0.5" }],
};
const march: PeriodStanding = {
  span: "month",
  from: "2026-03-01",
  to: "2026-03-31",
  state: "publicity",
  version: 1,
  closing: 4,
  publicityFrom: "2026-04-09",
  publicityTo: "2026-04-15",
};
const candidate = (id: string, total: string | null, given: Partial<BoardCandidate> = {}): BoardCandidate => ({
  organizationId: id,
  name: `支部${id}`,
  restricted: false,
  orderKey: orderKey(total, [], true),
  total,
  coverage: "100.00",
  vetoes: [],
  decided: null,
  ...given,
});
const publication = (given: Partial<Publication> = {}): Publication => ({
  period: march,
  published: false,
  today: "2026-04-16",
  scheme,
  openDisputes: 0,
  candidates: [candidate("a", "92.42"), candidate("b", "80.00")],
  before: new Map(),
  ...given,
});
const publish = (given: Partial<Publication> = {}) => decidePublication(publication(given));
const board = (given: Partial<Publication> = {}): FrozenBoard => {
  const result = publish(given);
  if (isRefusal(result)) throw new Error(result.code);
  return result;
};
const veto = (decision: "waiting" | "confirmed" | "dismissed") => [{ code: "accident", decision }];

describe("the states of a board", () => {
  test("trial, then publicity with its period, then published", () => {
    expect(boardStateOf({ publicityFrom: null }, false, "2026-04-09")).toBe("trial");
    expect(boardStateOf({ publicityFrom: "2026-04-09" }, false, "2026-04-08")).toBe("trial");
    expect(boardStateOf({ publicityFrom: "2026-04-09" }, false, "2026-04-09")).toBe("publicity");
    expect(boardStateOf({ publicityFrom: "2026-04-09" }, true, "2026-04-16")).toBe("published");
    expect(Object.keys(boardActions)).toEqual(boardStates);
    expect(boardActions).toEqual({
      trial: { start_publicity: "publicity" },
      publicity: { publish: "published", reopen: "trial" },
      published: { reopen: "trial" },
    });
  });
});

describe("publishing is refused", () => {
  test.each([
    ["for persons", { scheme: { ...scheme, subject: "person" as const } }, "board.of_persons", {}],
    ["twice", { published: true }, "board.already_published", { period: "2026-03" }],
    [
      "in a trial",
      { period: { ...march, state: "open" as const, closing: null, publicityFrom: null, publicityTo: null } },
      "board.in_trial",
      { period: "2026-03" },
    ],
    [
      "without publicity, though the period is closed",
      { period: { ...march, state: "closed" as const, publicityFrom: null, publicityTo: null } },
      "board.in_trial",
      { period: "2026-03" },
    ],
    ["on the day before publicity", { today: "2026-04-08" }, "board.in_publicity", { to: "2026-04-15" }],
    ["on the last day of publicity", { today: "2026-04-15" }, "board.in_publicity", { to: "2026-04-15" }],
    ["with open disputes", { openDisputes: 2 }, "board.disputes_open", { count: 2 }],
    [
      "while a veto waits for a person",
      { candidates: [candidate("a", "92.42", { vetoes: veto("waiting") }), candidate("b", "1")] },
      "board.veto_waiting",
      { count: 1 },
    ],
    [
      "with a grade that a veto no longer allows",
      {
        candidates: [candidate("a", "92.42", { vetoes: veto("confirmed"), decided: { grade: "good", reason: "好" } })],
      },
      "board.grade_above_cap",
      { organization: "支部a" },
    ],
  ])("%s", (_case, given, code, values) => expect(publish(given)).toMatchObject({ code, values }));

  test("but a closed period that was in publicity can be published", () => {
    expect(board({ period: { ...march, state: "closed" } }).rows).toHaveLength(2);
  });
});

describe("a published board", () => {
  test("freezes name, rank, total, coverage and what they were on the last board of the class", () => {
    const before = new Map([["a", { rank: 3, total: "88.00" }]]);
    expect(board({ before }).rows).toEqual([
      {
        organizationId: "a",
        position: 1,
        name: "支部a",
        rank: 1,
        total: "92.42",
        coverage: "100.00",
        rankBefore: 3,
        totalBefore: "88.00",
        suggestedGrade: "good",
        grade: null,
        gradeReason: null,
      },
      {
        organizationId: "b",
        position: 2,
        name: "支部b",
        rank: 2,
        total: "80.00",
        coverage: "100.00",
        rankBefore: null,
        totalBefore: null,
        suggestedGrade: "average",
        grade: null,
        gradeReason: null,
      },
    ]);
  });

  test("lists those without rank last, by total, equal ones by name and then by id", () => {
    const candidates = [
      candidate("none", null, { name: "丁" }),
      candidate("low", "70.00", { orderKey: "", name: "己" }),
      candidate("high", "99.00", { orderKey: "", name: "甲" }),
      candidate("z", "90.00", { name: "乙" }),
      candidate("y", "90.00", { name: "甲" }),
      candidate("x", "90.00", { name: "甲" }),
      candidate("also_none", null, { name: "丁" }),
    ];
    const { rows } = board({ candidates });
    expect(rows.map(({ organizationId, rank }) => [organizationId, rank])).toEqual([
      ["z", 1],
      ["x", 1],
      ["y", 1],
      ["high", null],
      ["low", null],
      ["also_none", null],
      ["none", null],
    ]);
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("leaves restricted units out of rows and ranks, and doesn't wait for their vetoes (PRV-22)", () => {
    const hidden = candidate("secret", "99.00", { restricted: true, vetoes: veto("waiting") });
    const { rows } = board({ candidates: [hidden, candidate("a", "92.42")] });
    expect(rows.map(({ organizationId, rank }) => [organizationId, rank])).toEqual([["a", 1]]);
  });

  test("shows the grade a person decided beside the suggestion, capped by a confirmed veto", () => {
    const candidates = [
      candidate("a", "95.00", { vetoes: veto("confirmed") }),
      candidate("b", "94.00", { vetoes: veto("dismissed") }),
      candidate("c", "93.00", { decided: { grade: "average", reason: "测评较低" } }),
    ];
    expect(
      board({ candidates }).rows.map(({ suggestedGrade, grade, gradeReason }) => [suggestedGrade, grade, gradeReason]),
    ).toEqual([
      ["average", null, null],
      ["good", null, null],
      ["good", "average", "测评较低"],
    ]);
  });

  test("checks the proportions over the ranked alone, with decided grades before suggested ones", () => {
    const candidates = [
      candidate("a", "95.00"),
      candidate("b", "94.00"),
      candidate("c", "93.00", { decided: { grade: "average", reason: "测评较低" } }),
      candidate("d", "92.00", { orderKey: "" }),
    ];
    expect(board({ candidates }).proportions).toEqual([{ grade: "good", atMost: "0.5", limit: 1, count: 2, over: 1 }]);
  });

  test("is the same whatever order the sheets come in, and better rows never stand below worse ones", () => {
    const total = fc.option(fc.integer({ min: 0, max: 5 }).map(String), { nil: null });
    fc.assert(
      fc.property(fc.array(total, { maxLength: 10 }), (totals) => {
        const candidates = totals.map((each, index) => candidate(String(index), each));
        const frozen = board({ candidates });
        expect(board({ candidates: candidates.toReversed() })).toEqual(frozen);
        const order = frozen.rows.map((row) => (row.total === null ? -1 : Number(row.total)));
        expect(order).toEqual(order.toSorted((a, b) => b - a));
      }),
    );
  });
});
