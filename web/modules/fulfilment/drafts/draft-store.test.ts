import { expect, test } from "vitest";
import { contentOf, draftOf, noThumbnail } from "./draft-content.ts";
import { dropDraft, dropDrafts, keepDraft, keptDraft, keptDrafts, keptFor } from "./draft-store.ts";
import { draftWith, memoryStore } from "./testing.ts";

const kept = (draftId: string, part = {}) => ({
  draft: draftWith({ draftId, key: draftId, ...part }),
  organizationId: "org",
  revision: 0,
  base: null,
});

test("a draft survives a reload with its number, and leaves the device with its account only", () => {
  const store = memoryStore();
  keepDraft("a", kept("d-1"), store);
  keepDraft("b", kept("d-2"), store);
  expect(keptDraft("a", "d-1", store)?.draft.key).toBe("d-1");
  expect(keptDraft("b", "d-1", store)).toBeNull();
  expect(keptFor("a", "theme_party_day", "branch", store)?.draft.draftId).toBe("d-1");
  expect(keptFor("a", "theme_party_day", "another branch", store)).toBeNull();
  dropDrafts("a", store);
  expect(keptDrafts("a", store)).toEqual([]);
  expect(keptDrafts("b", store)).toHaveLength(1);
});

test("a draft that an earlier version kept is found and taken over", () => {
  const store = memoryStore();
  const { draftId: _none, ...earlier } = draftWith({ key: "k-1", title: "以前写的" });
  store.setItem("dutyloop.draft.a.theme_party_day.branch", JSON.stringify(earlier));
  expect(keptFor("a", "theme_party_day", "branch", store)?.draft).toMatchObject({ draftId: "k-1", title: "以前写的" });
  dropDraft("a", "k-1", store);
  expect(keptDrafts("a", store)).toEqual([]);
});

test("a broken draft is no draft, and a full store doesn't stop the typing", () => {
  const store = memoryStore();
  store.setItem("dutyloop.draft.a.x", "{half");
  store.setItem("dutyloop.draft.a.y", "[]");
  expect(keptDrafts("a", store)).toEqual([]);
  const full = {
    getItem: () => null,
    removeItem: () => {},
    setItem: () => {
      throw new Error("quota");
    },
  };
  expect(keepDraft("a", kept("d-1"), full)).toBe(false);
});

test("small pictures go to the server as long as there is room for them", () => {
  const photos = [{ id: "f", thumbnail: "x".repeat(100) }];
  expect(draftOf(contentOf(draftWith({ photos })))?.photos).toEqual(photos);
  const large = contentOf(draftWith({ photos: [{ id: "f", thumbnail: "x".repeat(300_000) }] }));
  expect(large.length).toBeLessThan(262_144);
  expect(draftOf(large)?.photos).toEqual([{ id: "f", thumbnail: noThumbnail }]);
});
