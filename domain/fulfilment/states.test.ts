import { expect, test } from "vitest";
import { obligationActions, obligationStates } from "../duties/things.ts";
import { recordActions, recordStates } from "./things.ts";

test("a branch committee member's draft is submitted by the secretary, who can send it back", () => {
  expect(recordActions.draft.hand_over).toBe("awaiting_signature");
  expect(recordActions.awaiting_signature).toEqual({ submit: "submitted", send_back: "draft" });
});

test("a submitted record is never edited, only corrected or revoked, and a revoked one stays so", () => {
  expect(Object.keys(recordActions.submitted)).toEqual(["correct", "revoke"]);
  expect(recordActions.revoked).toEqual({});
});

test("every state can be reached and leads to states that exist", () => {
  const reached = (table: Record<string, Record<string, string>>) =>
    new Set(Object.values(table).flatMap((actions) => Object.values(actions)));
  expect(recordStates.filter((state) => !reached(recordActions).has(state))).toEqual([]);
  expect(obligationStates.filter((state) => !reached(obligationActions).has(state) && state !== "todo")).toEqual([]);
});
