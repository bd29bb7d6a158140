import { expect, test } from "vitest";
import { readDraft } from "../../../../app/drafts/draft-text.ts";
import { blankIndicator, blankScheme, indicatorFrom, schemeFrom } from "./starting-text.ts";

const body = { code: "monthly", version: 3, root: { kind: "sum" } };
const read = (text: string) => {
  const found = readDraft(text);
  return "body" in found ? found.body : null;
};

test.each([
  ["the library's version at the top", null, { id: "top", isTop: true }, undefined],
  ["the library's version below the top", null, { id: "east", isTop: false }, 3],
  ["the own version", "east", { id: "east", isTop: false }, undefined],
  ["a version from above", "top", { id: "east", isTop: false }, 3],
])("%s", (_name, ownerId, who, adapts) => {
  const draft = read(schemeFrom({ version: 3, ownerId, body }, who));
  expect(draft).toEqual({ code: "monthly", root: { kind: "sum" }, ...(adapts && { adapts }) });
});

test("an own adaptation goes on adapting what it adapts", () => {
  const draft = read(
    schemeFrom({ version: 4, ownerId: "east", body: { ...body, adapts: 1 } }, { id: "east", isTop: false }),
  );
  expect(draft).toMatchObject({ adapts: 1 });
});

test("an indicator's next version has no number of its own", () => {
  expect(read(indicatorFrom({ body }))).toEqual({ code: "monthly", root: { kind: "sum" } });
});

test("blank drafts have their code", () => {
  expect(read(blankScheme("fresh"))).toMatchObject({ code: "fresh", root: { code: "fresh_total", children: [] } });
  expect(read(blankIndicator("fresh"))).toMatchObject({ code: "fresh", noData: "not_applicable" });
});
