import { expect, test } from "vitest";
import { draftWith, memoryStore } from "../drafts/testing.ts";
import {
  dropCorrection,
  dropCorrections,
  type KeptCorrection,
  keepCorrection,
  keptCorrection,
  keptCorrections,
} from "./kept-correction.ts";

const kept: KeptCorrection = { recordId: "r-1", version: 2, draft: draftWith({ title: "改过" }), reason: "人数写错" };

test("what was changed in a record is there after the tab was closed, for the same account and version alone", () => {
  const store = memoryStore();
  keepCorrection("a", kept, store);
  expect(keptCorrection("a", "r-1", 2, store)).toEqual(kept);
  expect(keptCorrection("b", "r-1", 2, store)).toBeNull();
  expect(keptCorrection("a", "r-1", 3, store)).toBeNull();
  expect(keptCorrection("a", "r-2", 2, store)).toBeNull();
});

test("a correction that is in is gone from the device, at sign-out every one, and another account's stays", () => {
  const store = memoryStore();
  for (const recordId of ["r-1", "r-2", "r-3"]) keepCorrection("a", { ...kept, recordId }, store);
  keepCorrection("b", kept, store);
  dropCorrection("a", "r-1", store);
  expect(keptCorrections("a", store).map(({ recordId }) => recordId)).toEqual(["r-2", "r-3"]);
  dropCorrections("a", store);
  expect(keptCorrections("a", store)).toEqual([]);
  expect(keptCorrection("b", "r-1", 2, store)).toEqual(kept);
});

test.each(["no JSON", "{}", '{"recordId":"r-1","version":2,"reason":"","draft":{}}'])(
  "what isn't a correction is left alone: %s",
  (text) => {
    const store = memoryStore();
    store.setItem("dutyloop.correction.a.r-1", text);
    expect(keptCorrection("a", "r-1", 2, store)).toBeNull();
  },
);
