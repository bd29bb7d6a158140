import { expect, test } from "vitest";
import { followersOf, neededEvidence } from "./needed-evidence.ts";

test("a suspension asks for the papers of its ground too", () => {
  expect(neededEvidence("FULL", "SUSPENDED", "LOST")).toEqual(["meeting_decision", "search_record"]);
  expect(neededEvidence("FULL", "SUSPENDED", "STUDY_ABROAD")).toEqual(["meeting_decision", "abroad_proof"]);
  expect(neededEvidence("FULL", "SUSPENDED")).toEqual(["meeting_decision"]);
});

test("who is gone has nothing to follow, and what isn't in the table asks for nothing", () => {
  expect(neededEvidence("LEFT", "FULL")).toEqual([]);
  expect(followersOf("LEFT", ["FULL", "SUSPENDED"])).toEqual([]);
});

test("only states that can follow are offered", () => {
  expect(followersOf("FULL", ["SUSPENDED", "FULL", "DECEASED"])).toEqual(["SUSPENDED", "DECEASED"]);
  expect(followersOf("SUSPENDED", ["SUSPENDED", "FULL", "DECEASED"])).toEqual(["FULL", "DECEASED"]);
});
