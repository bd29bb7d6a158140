import { describe, expect, test } from "vitest";
import { disputeActions, disputeStates } from "../board-things.ts";
import type { PeriodStanding } from "../period-things.ts";
import type { FactDraft } from "../things.ts";
import {
  type AnswerCircumstances,
  type DisputeAnswer,
  type DisputeCircumstances,
  type DisputeRequest,
  decideAnswer,
  decideDispute,
  type ReversibleFact,
} from "./dispute-rules.ts";

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

describe("raising a dispute", () => {
  const raise = (request: Partial<DisputeRequest> = {}, given: Partial<DisputeCircumstances> = {}) =>
    decideDispute(
      { lineCode: "attendance", factId: null, reason: " 两人当日出差 ", ...request },
      {
        period: march,
        today: "2026-04-15",
        lines: ["root", "attendance"],
        facts: new Set(["f1"]),
        openLines: new Set(["root"]),
        ...given,
      },
    );

  test("is taken in publicity, to the end of its last day", () => {
    expect(raise()).toEqual({ lineCode: "attendance", factId: null, reason: "两人当日出差" });
    expect(raise({ factId: "f1" })).toMatchObject({ factId: "f1" });
    expect(raise({}, { today: "2026-04-09" })).toMatchObject({ lineCode: "attendance" });
  });

  test.each([
    ["before the first day of publicity", {}, { today: "2026-04-08" }, "dispute.not_in_publicity", undefined],
    ["after the last day of publicity", {}, { today: "2026-04-16" }, "dispute.not_in_publicity", undefined],
    ["in an open period", {}, { period: { ...march, state: "open" as const } }, "dispute.not_in_publicity", undefined],
    [
      "in a closed period",
      {},
      { period: { ...march, state: "closed" as const } },
      "dispute.not_in_publicity",
      undefined,
    ],
    [
      "in a period without publicity",
      {},
      { period: { ...march, publicityTo: null } },
      "dispute.not_in_publicity",
      undefined,
    ],
    ["about a line the sheet doesn't have", { lineCode: "safety" }, {}, "dispute.line_unknown", "line"],
    ["about a fact of another line", { factId: "f2" }, {}, "dispute.fact_unknown", "fact"],
    ["twice about the same line", { lineCode: "root" }, {}, "dispute.already_open", "line"],
    ["without a reason", { reason: " " }, {}, "dispute.reason_missing", "reason"],
  ])("is refused %s", (_case, request, given, code, field) => {
    const refusal = raise(request, given);
    expect(refusal).toMatchObject({ refused: true, code });
    expect((refusal as { field?: string }).field).toBe(field);
  });
});

describe("answering a dispute", () => {
  const draft: FactDraft = {
    kind: "attendance",
    organizationId: "o",
    subjectId: null,
    occurredOn: "2026-03-10",
    countsOn: "2026-03-10",
    quantity: "52",
    base: "61",
    attributes: { template: "branch_meeting" },
    details: {},
  };
  const fact = (id: string, given: Partial<ReversibleFact> = {}): ReversibleFact => ({
    ...draft,
    id,
    reversed: false,
    ...given,
  });
  const answer = (given: Partial<DisputeAnswer> = {}, circumstances: Partial<AnswerCircumstances> = {}) =>
    decideAnswer(
      { outcome: "upheld", text: " 属实 ", reversals: [], additions: [], ...given },
      {
        state: "open",
        organizationId: "o",
        openedBy: "secretary",
        answeredBy: "officer",
        period: march,
        facts: new Map([fact("f1"), fact("f2"), fact("gone", { reversed: true })].map((each) => [each.id, each])),
        ...circumstances,
      },
    );
  const correction = { factId: "f1", change: { quantity: "54" } };

  test("its states: open leads to upheld or rejected, and these to nothing", () => {
    expect(disputeActions).toEqual({ open: { uphold: "upheld", reject: "rejected" }, upheld: {}, rejected: {} });
    expect(Object.keys(disputeActions)).toEqual(disputeStates);
  });

  test("upheld with a correction reverses the fact and books the corrected one", () => {
    expect(answer({ reversals: [correction] })).toEqual({
      state: "upheld",
      answer: "属实",
      stornos: [fact("f1")],
      facts: [{ ...draft, quantity: "54" }],
    });
  });

  test("upheld by a plain reversal books nothing in its place; a missing fact is added", () => {
    expect(answer({ reversals: [{ factId: "f2", change: null }] })).toMatchObject({ stornos: [fact("f2")], facts: [] });
    expect(answer({ additions: [draft] })).toMatchObject({ stornos: [], facts: [draft] });
    expect(answer({ text: "", reversals: [correction, { factId: "f2", change: null }] })).toMatchObject({
      answer: "",
      stornos: [fact("f1"), fact("f2")],
      facts: [{ ...draft, quantity: "54" }],
    });
  });

  test("rejected with a text changes nothing", () => {
    expect(answer({ outcome: "rejected", text: " 记录无误 " })).toEqual({
      state: "rejected",
      answer: "记录无误",
      stornos: [],
      facts: [],
    });
  });

  test.each<[string, Partial<DisputeAnswer>, Partial<AnswerCircumstances>, string]>([
    ["once it was answered", { reversals: [correction] }, { state: "upheld" }, "dispute.not_open"],
    ["once it was rejected", { outcome: "rejected" }, { state: "rejected" }, "dispute.not_open"],
    ["by who raised it", { reversals: [correction] }, { answeredBy: "secretary" }, "dispute.own_answer"],
    ["upheld without an entry", {}, {}, "dispute.nothing_changed"],
    ["rejected without a text", { outcome: "rejected", text: " " }, {}, "dispute.answer_missing"],
    [
      "rejected with a reversal",
      { outcome: "rejected", reversals: [correction] },
      {},
      "dispute.rejected_changes_nothing",
    ],
    ["rejected with an addition", { outcome: "rejected", additions: [draft] }, {}, "dispute.rejected_changes_nothing"],
    ["with an unknown fact", { reversals: [{ factId: "f9", change: null }] }, {}, "dispute.fact_unknown"],
    ["with a reversed fact", { reversals: [{ factId: "gone", change: null }] }, {}, "dispute.fact_reversed"],
    ["with a fact twice", { reversals: [correction, correction] }, {}, "dispute.fact_reversed"],
    [
      "with a correction into another period",
      { reversals: [{ factId: "f1", change: { countsOn: "2026-04-01" } }] },
      {},
      "dispute.outside_period",
    ],
    [
      "with a fact of another organisation",
      { additions: [{ ...draft, organizationId: "p" }] },
      {},
      "dispute.outside_period",
    ],
  ])("is refused %s", (_case, given, circumstances, code) => {
    expect(answer(given, circumstances)).toMatchObject({ refused: true, code });
  });

  test("names the field, and the days a correction may lie on", () => {
    const field = (given: Partial<DisputeAnswer>) => (answer(given) as { field?: string }).field;
    expect(field({ outcome: "rejected", text: "" })).toBe("answer");
    expect(field({ reversals: [{ factId: "f9", change: null }] })).toBe("fact");
    expect(field({ reversals: [{ factId: "gone", change: null }] })).toBe("fact");
    expect(answer({ additions: [{ ...draft, countsOn: "2026-02-28" }] })).toMatchObject({
      values: { from: "2026-03-01", to: "2026-03-31" },
    });
  });
});
