import { expect, test } from "vitest";
import { contentOf } from "./draft-content.ts";
import { type ServerDraft, startingFrom } from "./starting-from.ts";
import { draftWith } from "./testing.ts";

const first = draftWith({ title: "第一稿" });
const server = (title: string, revision: number) =>
  ({ content: contentOf(draftWith({ title })), revision }) as unknown as ServerDraft;
const local = (title: string, revision: number) => ({
  draft: draftWith({ title }),
  organizationId: "org",
  revision,
  base: contentOf(first),
});
const titleOf = (...given: Parameters<typeof startingFrom>) => startingFrom(...given)?.draft.title;

test("with nothing here and nothing on the server, there is nothing to begin with", () => {
  expect(startingFrom(null, null, "org")).toBeNull();
});

test("another device goes on with what the server has", () => {
  expect(startingFrom(null, server("另一台写的", 3), "org")).toMatchObject({
    revision: 3,
    draft: { title: "另一台写的" },
  });
});

test("without a line this device's own copy is gone on with", () => {
  expect(titleOf(local("本机写的", 2), null, "org")).toBe("本机写的");
});

test("what was written elsewhere since is shown where nothing was written here", () => {
  expect(titleOf(local("第一稿", 1), server("第二稿", 2), "org")).toBe("第二稿");
});

test("what was written here and isn't on the server is never replaced", () => {
  expect(titleOf(local("没传上去的", 1), server("第二稿", 2), "org")).toBe("没传上去的");
});

test("what became a record has no content any more and brings nothing", () => {
  expect(startingFrom(null, { content: "", revision: 4 } as unknown as ServerDraft, "org")).toBeNull();
});
