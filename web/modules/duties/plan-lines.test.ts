import { expect, test } from "vitest";
import { emptyLine, isWhole, namesIn, sentLines, typedLine } from "./plan-lines.ts";

test("classes are typed one after the other, with either language's separators", () => {
  expect(namesIn("生产类、 机关类,A；生产类, ")).toEqual(["生产类", "机关类", "A"]);
  expect(namesIn(" ")).toEqual([]);
});

test("a line is whole with a work to do, and improving work with its direction", () => {
  expect(isWhole(emptyLine())).toBe(false);
  expect(isWhole({ ...emptyLine(), templateCode: "theme_day" })).toBe(true);
  expect(isWhole({ ...emptyLine(), templateCode: "theme_day", requirement: "improving" })).toBe(false);
});

test("a line that isn't touched is sent as it stands, one taken out isn't sent", () => {
  const stored = {
    id: "0197aaaa-0000-7000-8000-000000000001",
    templateCode: "theme_day",
    requirement: "basic",
    classes: ["A", "B"],
    kinds: ["BRANCH"],
    cadence: { every: "year", times: 2, due: "10-31" },
    direction: "",
    fromMonth: "2026-03",
    toMonth: null,
  } as const;
  const shown = { templateName: { zh: "", en: "" }, templateVersion: 1, every: "year", times: 2, retiredAt: null };
  const counts = { duties: 0, discharged: 0, overdue: 0, waived: 0 };
  const line = typedLine({ ...stored, classes: [...stored.classes], kinds: [...stored.kinds], ...shown, ...counts });
  expect(sentLines([line])).toEqual([stored]);
  expect(sentLines([{ ...line, out: true }])).toEqual([]);
});
