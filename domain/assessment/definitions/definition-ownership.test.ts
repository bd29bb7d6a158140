import { expect, test } from "vitest";
import { isWithin, publishingRefusal } from "./definition-ownership.ts";

const code = "monthly";
const told = (kind: "indicator" | "scheme", path: string, ownerPath: string | null, adapts: number | null = null) =>
  publishingRefusal(kind, path, { code, ownerPath }, adapts)?.code ?? "allowed";

test("a new code and one's own code may be published", () => {
  expect(told("scheme", "1.4.", null)).toBe("allowed");
  expect(told("scheme", "1.4.", "1.4.")).toBe("allowed");
  expect(told("indicator", "1.", "1.")).toBe("allowed");
});

test("below its owner a scheme is adapted and an indicator left alone", () => {
  expect(told("scheme", "1.4.", "1.", 1)).toBe("allowed");
  expect(told("scheme", "1.4.", "1.")).toBe("definition.adapts_missing");
  expect(told("indicator", "1.4.", "1.", 1)).toBe("definition.code_taken");
});

test("beside and above its owner a code is taken", () => {
  expect(told("scheme", "1.40.", "1.4.", 1)).toBe("definition.code_taken");
  expect(told("scheme", "1.", "1.4.")).toBe("definition.code_taken");
});

test("a refusal names the code and the part to change", () => {
  const standing = { code, ownerPath: "1." };
  expect(publishingRefusal("indicator", "1.4.", standing, null)).toMatchObject({
    code: "definition.code_taken",
    values: { code },
    field: "code",
  });
  expect(publishingRefusal("scheme", "1.4.", standing, null)).toMatchObject({
    code: "definition.adapts_missing",
    values: { code },
    field: "adapts",
  });
});

test("a version lies within another that it is or adapts, also by way of a third", () => {
  const versions = [
    { version: 1, adapts: null },
    { version: 2, adapts: 1 },
    { version: 3, adapts: null },
    { version: 4, adapts: 2 },
  ];
  expect(isWithin(1, 1, versions)).toBe(true);
  expect(isWithin(4, 1, versions)).toBe(true);
  expect(isWithin(4, 2, versions)).toBe(true);
  expect(isWithin(4, 3, versions)).toBe(false);
  expect(isWithin(3, 1, versions)).toBe(false);
  expect(isWithin(1, 2, versions)).toBe(false);
});
