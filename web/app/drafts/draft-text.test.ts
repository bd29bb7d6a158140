import { describe, expect, test } from "vitest";
import { draftTextOf, pathOf, placeOf, readDraft, valueAt, withItem, withMoved, withValue } from "./draft-text.ts";

const text = `# 由党建部每年修订
code: monthly
root:
  kind: sum
  children:
    # 会议优先
    - { kind: leaf, indicator: meetings, fullMarks: "40" }
    - { kind: leaf, indicator: attendance, fullMarks: "30" } # 含请假
    - kind: leaf
      indicator: standard
      fullMarks: "30"
`;

const body = (given: string) => {
  const read = readDraft(given);
  if ("line" in read) throw new Error(`unreadable at line ${read.line}`);
  return read.body;
};

describe("a value changed in the form is changed in the text", () => {
  test("and nothing else is: comments and the way it was written stay", () => {
    const path = ["root", "children", 1, "fullMarks"];
    expect(withValue(text, path, "35")).toBe(
      text.replace('attendance, fullMarks: "30"', 'attendance, fullMarks: "35"'),
    );
    expect(withValue(withValue(text, path, "35"), path, "30")).toBe(text);
  });

  test("decimals stay texts, numbers numbers", () => {
    const changed = withValue(withValue(text, ["lateFactor"], "0.5"), ["places"], 2);
    expect(body(changed)).toMatchObject({ lateFactor: "0.5", places: 2 });
  });

  test("where there was nothing it is added, with what lies above it, and taken away again", () => {
    const named = withValue(text, ["name", "zh"], "月积分");
    expect(valueAt(body(named), ["name", "zh"])).toBe("月积分");
    expect(withValue(named, ["name"], undefined)).toBe(text);
    expect(body(withValue("", ["code"], "fresh"))).toEqual({ code: "fresh" });
  });
});

describe("items of a list", () => {
  const order = (given: string) =>
    (valueAt(body(given), ["root", "children"]) as { indicator: string }[]).map(({ indicator }) => indicator);

  test("are added at its end, and where there is no list one is begun", () => {
    const leaf = { kind: "leaf", indicator: "honours", fullMarks: "5" };
    expect(order(withItem(text, ["root", "children"], leaf))).toEqual([
      "meetings",
      "attendance",
      "standard",
      "honours",
    ]);
    expect(body(withItem(text, ["vetoes"], { code: "accident" })).vetoes).toEqual([{ code: "accident" }]);
  });

  test("change places and keep their comments", () => {
    const moved = withMoved(text, ["root", "children", 1], 1);
    expect(order(moved)).toEqual(["meetings", "standard", "attendance"]);
    expect(moved).toContain("# 含请假");
    expect(withMoved(text, ["root", "children", 0], -1)).toBe(text);
    expect(withMoved(text, ["root", "children", 2], 1)).toBe(text);
    expect(withMoved(moved, ["root", "children", 2], -1)).toBe(text);
  });
});

test("what can't be read says its line, and the form changes nothing of it", () => {
  const broken = "code: monthly\nroot: [1, 2\n";
  expect(readDraft(broken)).toMatchObject({ line: expect.any(Number) });
  expect(withValue(broken, ["code"], "x")).toBe(broken);
  expect(readDraft("- a list")).toEqual({ line: 1 });
  expect(readDraft("a: 1\na: 2")).toEqual({ line: 2 });
});

test("a published body becomes a text that says the same, short things on one line", () => {
  const published = body(text);
  expect(body(draftTextOf(published))).toEqual(published);
  expect(draftTextOf(published)).toContain('- { kind: leaf, indicator: attendance, fullMarks: "30" }');
});

test("places are read and written as problems name them", () => {
  const path = ["root", "children", 1, "node", "fullMarks"];
  expect(placeOf(path)).toBe("root.children[1].node.fullMarks");
  expect(pathOf(placeOf(path))).toEqual(path);
  expect([pathOf(""), placeOf([])]).toEqual([[], ""]);
});
