import { expect, test } from "vitest";
import { draftRefusal, saveRefusal } from "./draft-rules.ts";

const typed = { state: "draft", revision: 3, recordId: null } as const;
const handed = { ...typed, state: "awaiting_signature" } as const;
const done = { state: "submitted", revision: 3, recordId: "record" } as const;

test("of two who type at once the second is told which revision stands", () => {
  expect(saveRefusal(typed, 3, false)).toBeNull();
  expect(saveRefusal(typed, 2, true)).toMatchObject({ code: "draft.changed_elsewhere", values: { revision: 3 } });
  expect(saveRefusal(null, 0, false)).toBeNull();
  expect(saveRefusal(null, 1, false)?.code).toBe("draft.changed_elsewhere");
});

test("what waits for the signature is changed by who signs, what was submitted by nobody", () => {
  expect(saveRefusal(handed, 3, false)?.code).toBe("draft.handed_over");
  expect(saveRefusal(handed, 3, true)).toBeNull();
  expect(saveRefusal(done, 3, true)).toMatchObject({ code: "draft.already_submitted", values: { recordId: "record" } });
});

test("a draft is handed over once, sent back once, and signed either way", () => {
  expect(draftRefusal(typed, "hand_over")).toBeNull();
  expect(draftRefusal(handed, "hand_over")?.code).toBe("draft.not_so");
  expect(draftRefusal(typed, "send_back")?.code).toBe("draft.not_so");
  expect(draftRefusal(handed, "send_back")).toBeNull();
  expect([typed, handed].map((draft) => draftRefusal(draft, "submit"))).toEqual([null, null]);
  expect(draftRefusal(done, "submit")?.code).toBe("draft.already_submitted");
});
