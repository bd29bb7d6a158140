import { expect, test } from "vitest";
import { neededEvidence, statesToDispose, statesToEnter } from "./needed-evidence.ts";

test("a suspension asks for the papers of its ground too", () => {
  expect(neededEvidence("FULL", "SUSPENDED", "LOST")).toEqual(["meeting_decision", "search_record"]);
  expect(neededEvidence("FULL", "SUSPENDED", "STUDY_ABROAD")).toEqual(["meeting_decision", "abroad_proof"]);
  expect(neededEvidence("FULL", "SUSPENDED")).toEqual(["meeting_decision"]);
});

test("who is gone has nothing to follow, and what isn't in the table asks for nothing", () => {
  expect(neededEvidence("LEFT", "FULL")).toEqual([]);
  expect(statesToEnter("LEFT")).toEqual([]);
  expect(statesToDispose("LEFT")).toEqual([]);
});

test("only states that can follow are offered", () => {
  expect(statesToEnter("FULL")).toEqual(["SUSPENDED", "DECEASED"]);
  expect(statesToEnter("SUSPENDED")).toEqual(["FULL", "DECEASED"]);
});

test("a suspended member isn't restored by a disposition, one under correction is", () => {
  expect(statesToDispose("SUSPENDED")).not.toContain("FULL");
  expect(statesToDispose("CORRECTING")).toContain("FULL");
});
