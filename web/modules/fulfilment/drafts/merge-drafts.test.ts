import fc from "fast-check";
import { expect, test } from "vitest";
import { bothTexts, decided, mergeDrafts } from "./merge-drafts.ts";
import { draftWith } from "./testing.ts";

const base = draftWith({ title: "主题", minutes: "开始" });

test("what only one of two places changed is taken from there", () => {
  const { draft, differences } = mergeDrafts(base, { ...base, title: "新主题" }, { ...base, minutes: "另写的纪要" });
  expect(differences).toEqual([]);
  expect(draft).toMatchObject({ title: "新主题", minutes: "另写的纪要" });
});

test("where both wrote something else, this device's text stands and both are told", () => {
  const { draft, differences } = mergeDrafts(base, { ...base, minutes: "甲" }, { ...base, minutes: "乙" });
  expect(draft.minutes).toBe("甲");
  expect(differences).toEqual([{ field: "minutes", mine: "甲", theirs: "乙" }]);
  expect(decided(draft, "minutes", "乙").minutes).toBe("乙");
});

test("each person's mark is brought together by itself", () => {
  const present = { presence: "present", reason: "" } as const;
  const away = { presence: "leave", reason: "出差" } as const;
  const { draft, differences } = mergeDrafts(
    base,
    { ...base, marks: { p1: present, p2: present } },
    { ...base, marks: { p2: away, p3: present } },
  );
  expect(draft.marks).toEqual({ p1: present, p2: present, p3: present });
  expect(differences).toEqual([{ field: "marks.p2", mine: present, theirs: away }]);
  expect(decided(draft, "marks.p2", away).marks.p2).toEqual(away);
  expect(decided(draft, "marks.p2", undefined).marks).not.toHaveProperty("p2");
});

test("photographs of both are kept, and one that was removed stays removed", () => {
  const photo = (id: string) => ({ id, thumbnail: "" });
  const before = { ...base, photos: [photo("a"), photo("b")] };
  const { draft } = mergeDrafts(
    before,
    { ...base, photos: [photo("a"), photo("c")] },
    { ...base, photos: [photo("a"), photo("b"), photo("d")] },
  );
  expect(draft.photos.map(({ id }) => id).sort()).toEqual(["a", "c", "d"]);
});

test("without anything that both had, everything that differs is told", () => {
  expect(mergeDrafts(null, { ...base, title: "甲" }, base).differences.map(({ field }) => field)).toEqual(["title"]);
});

test("nothing written in one of the places is lost: it stands in the draft or among the differences", () => {
  const words = fc.constantFrom("", "甲", "乙", "丙");
  const written = fc.record({ title: words, minutes: words, place: words });
  fc.assert(
    fc.property(written, written, written, (first, here, there) => {
      const { draft, differences } = mergeDrafts(draftWith(first), draftWith(here), draftWith(there));
      for (const field of ["title", "minutes", "place"] as const) {
        const told = differences.find((difference) => difference.field === field);
        if (here[field] !== first[field]) expect(draft[field]).toBe(here[field]);
        if (there[field] !== first[field]) expect([draft[field], told?.theirs]).toContain(there[field]);
      }
    }),
  );
});

test("two texts stand one below the other, and what holds the other stands alone", () => {
  expect(bothTexts("甲", "乙")).toBe("甲\n\n乙");
  expect(bothTexts("甲乙", "乙")).toBe("甲乙");
  expect(bothTexts("甲", "甲乙")).toBe("甲乙");
});
