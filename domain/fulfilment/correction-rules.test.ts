import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactDraft } from "../assessment/things.ts";
import { obligation } from "../duties/testing.ts";
import { changeRefusal, changesOfFacts, openAgain, staysDue } from "./correction-rules.ts";

const asked = { version: 1, reason: "写错人数" };

test("only what stands, in the version that was read, is corrected, and with a reason", () => {
  const record = { state: "submitted", version: 1 } as const;
  expect(changeRefusal(record, "correct", asked)).toBeNull();
  expect(changeRefusal({ ...record, state: "revoked" }, "correct", asked)?.code).toBe("record.revoked");
  expect(changeRefusal({ ...record, state: "revoked" }, "revoke", asked)?.code).toBe("record.revoked");
  expect(changeRefusal({ ...record, version: 2 }, "correct", asked)).toMatchObject({
    code: "record.changed_elsewhere",
    values: { version: 2 },
  });
  expect(changeRefusal(record, "correct", { ...asked, reason: " " })?.code).toBe("record.correction.reason_missing");
});

const fact = (quantity: number, duty?: string): FactDraft => ({
  kind: duty === undefined ? "attendance" : "obligation.discharged",
  organizationId: "branch",
  subjectId: null,
  occurredOn: "2026-01-15",
  countsOn: "2026-01-15",
  quantity: String(quantity),
  base: null,
  attributes: { template: "theme_day" },
  details: duty === undefined ? {} : { obligation: duty },
});

describe("facts after a correction", () => {
  test("what says the same stays, with whatever reason stands beside it", () => {
    const booked = { ...fact(3), details: { reason: "漏录" } };
    expect(changesOfFacts([booked], [fact(3)])).toEqual({ reverse: [], post: [] });
  });

  test("two duties of one day aren't taken for one another", () => {
    expect(changesOfFacts([fact(1, "one")], [fact(1, "two")])).toEqual({
      reverse: [fact(1, "one")],
      post: [fact(1, "two")],
    });
  });

  test("whatever stood before, exactly the wanted facts stand", () => {
    const facts = fc.array(
      fc.record({
        quantity: fc.integer({ min: 0, max: 3 }),
        duty: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
      }),
    );
    const said = (all: readonly FactDraft[]) => all.map((one) => JSON.stringify(one)).sort();
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const make = (list: typeof before) => list.map(({ quantity, duty }) => fact(quantity, duty));
        const [standing, wanted] = [make(before), make(after)];
        const { reverse, post } = changesOfFacts(standing, wanted);
        const left = [...standing];
        for (const gone of reverse) left.splice(left.indexOf(gone), 1);
        expect(said([...left, ...post])).toEqual(said(wanted));
        // Nothing is taken back only to be posted again.
        const taken = new Set(said(reverse));
        expect(said(post).some((one) => taken.has(one))).toBe(false);
      }),
    );
  });
});

test("the duties that a record holds are open to it again, those of others aren't", () => {
  const done = [obligation({ id: "own", state: "discharged" }), obligation({ id: "other", state: "discharged" })];
  expect(openAgain(done, new Set(["own"])).map(({ state }) => state)).toEqual(["todo", "discharged"]);
});

test("after its day a duty stays due although its discharge is gone, on the day and before it doesn't", () => {
  expect(["2026-03-30", "2026-03-31", "2026-04-01"].map((day) => staysDue({ dueOn: "2026-03-31" }, day))).toEqual([
    false,
    false,
    true,
  ]);
});
