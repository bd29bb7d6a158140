import { describe, expect, test } from "vitest";
import { memberStates } from "../things.ts";
import { hasLeft, holdsDoubleDuty, mergedStretches, type StateStretch, shownState } from "./shown-state.ts";

const all = { dispositions: true, development: true };
const none = { dispositions: false, development: false };

describe("how a state reads (MEM-12)", () => {
  test("those whom the rule names read every state as it is", () => {
    for (const state of memberStates) expect(shownState(state, all)).toBe(state);
  });

  test("to others a correction reads as full membership, and all who are gone read alike", () => {
    const read = (state: (typeof memberStates)[number]) => shownState(state, { ...none, development: true });
    expect(read("CORRECTING")).toBe("FULL");
    for (const state of memberStates.filter(hasLeft)) expect(read(state), state).toBe("LEFT");
    for (const state of ["PROBATIONARY", "FULL", "SUSPENDED"] as const) expect(read(state)).toBe(state);
  });

  test("who is on the way into the Party is there for development alone", () => {
    for (const state of ["APPLICANT", "ACTIVIST", "CANDIDATE"] as const) {
      expect(shownState(state, { dispositions: true, development: false })).toBe(null);
      expect(shownState(state, { dispositions: false, development: true })).toBe(state);
    }
  });
});

describe("stretches of time as they read", () => {
  const stretch = (over: Partial<StateStretch>): StateStretch => ({
    state: "FULL",
    organizationId: "a",
    groupId: null,
    from: "2026-01-01",
    to: null,
    ...over,
  });
  const first = stretch({ to: "2026-01-31" });

  test("neighbours that read alike are one", () => {
    expect(mergedStretches([first, stretch({ from: "2026-02-01" })])).toEqual([stretch({})]);
  });

  test.each([
    ["another state", { from: "2026-02-01", state: "SUSPENDED" as const }],
    ["another branch", { from: "2026-02-01", organizationId: "b" }],
    ["another 党小组", { from: "2026-02-01", groupId: "g" }],
    ["a day between them", { from: "2026-02-02" }],
  ])("%s begins a stretch", (_what, over) => {
    expect(mergedStretches([first, stretch(over)])).toHaveLength(2);
  });

  test("who is gone has one stretch, whatever became of him", () => {
    const left = stretch({ from: "2026-02-01", to: "2026-02-28", state: "LEFT" });
    const later = stretch({ from: "2026-03-01", state: "LEFT", groupId: "g" });
    expect(mergedStretches([left, later])).toHaveLength(1);
  });
});

test.each([
  [["SECRETARY"] as const, true, true],
  [["SECRETARY"] as const, false, false],
  [["GROUP_LEADER"] as const, true, false],
  [[] as const, true, false],
])("posts %o and head of a unit %s: 一岗双责 %s", (posts, leads, expected) => {
  expect(holdsDoubleDuty(posts, leads)).toBe(expected);
});
