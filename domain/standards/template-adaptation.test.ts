import { describe, expect, test } from "vitest";
import { adaptationProblems, adaptationRefusal, templateProblems, templateRefusal } from "./template-adaptation.ts";
import { diffTemplates } from "./template-diff.ts";
import { meetingTemplate } from "./testing.ts";
import { type TemplateBody, templateBody } from "./things.ts";

const name = (zh: string, en: string) => ({ zh, en });
const topic = (code: string) => ({ code, name: name(code, code), required: false });
const material = (code: string, zh = "方案") => ({ code, name: name(zh, "Paper") });
const step = (code: string, changes: object = {}) => ({
  code,
  name: name("步骤", "Step"),
  actor: "staff" as const,
  days: 0,
  ...changes,
});
const base = meetingTemplate({ open: ["cadence", "topics", "steps", "checks"] });
const adapted = (changes: Partial<TemplateBody>) => templateBody.parse({ ...base, ...changes });
const check = (code: string) => base.checks.find((one) => one.code === code)!;
const without = (code: string) => base.checks.filter((one) => one.code !== code);

describe("a unit adapts a template", () => {
  test("in the parts left open", () => {
    expect(adaptationRefusal(base, adapted({ topics: [topic("safety")] }))).toBeNull();
    expect(adaptationRefusal(base, adapted({ steps: [step("look")] }))).toBeNull();
    expect(adaptationRefusal(base, adapted({ cadence: { every: "month", times: 1 } }))).toBeNull();
    expect(adaptationRefusal(base, adapted({ open: [], topics: [topic("safety")] }))).toBeNull();
  });

  test.each<[string, Partial<TemplateBody>, string]>([
    ["its name", { name: name("另一个", "Another") }, "name"],
    ["who owes it", { owedBy: "committee" }, "owedBy"],
    ["its strength", { strength: "practice" }, "strength"],
    ["its papers", { materials: [material("plan")] }, "materials"],
    ["its vote", { votingRule: "VOTE-02" }, "votingRule"],
    ["its fields", { fields: ["title"] }, "fields"],
  ])("not %s, which is closed", (_name, changes, part) => {
    expect(adaptationRefusal(base, adapted(changes))).toMatchObject({ code: "template.not_open", values: { part } });
  });

  test("without leaving more open than it was given", () => {
    expect(adaptationRefusal(base, adapted({ open: [...base.open, "guides"], topics: [topic("a")] }))).toMatchObject({
      code: "template.not_open",
      values: { part: "guides" },
    });
  });

  test("not to hold it less often", () => {
    const yearly = adapted({ cadence: { every: "year", times: 1 } });
    expect(adaptationRefusal(base, yearly)).toMatchObject({ code: "template.less_often", values: { times: 4 } });
    expect(adaptationRefusal(base, adapted({ cadence: null }))).toMatchObject({ code: "template.less_often" });
    expect(adaptationRefusal(base, adapted({ cadence: { every: "half_year", times: 2 } }))).toBeNull();
  });

  test("not without a check of the base, nor with a weaker one; a stricter one may be", () => {
    const dropped = { code: "template.check_dropped" };
    expect(adaptationRefusal(base, adapted({ checks: without("attendance") }))).toMatchObject(dropped);
    const scored = { ...check("attendance"), effect: "scored" as const };
    expect(adaptationRefusal(base, adapted({ checks: [...without("attendance"), scored] }))).toMatchObject(dropped);
    const minutes = (minimum: number) => ({
      ...check("minutes"),
      check: "minutes_written" as const,
      parameters: { minimum },
    });
    expect(adaptationRefusal(base, adapted({ checks: [...without("minutes"), minutes(9)] }))).toMatchObject(dropped);
    expect(adaptationRefusal(base, adapted({ checks: [...without("minutes"), minutes(50)] }))).toBeNull();
  });

  test("with more to be filled in where that is open, and never with less", () => {
    const fields: TemplateBody["fields"] = ["title", "attendance"];
    const asking = adapted({ fields, open: ["fields"] });
    const more = adapted({ fields: [...fields, "lecturer"], open: ["fields"] });
    expect(adaptationRefusal(asking, more)).toBeNull();
    expect(adaptationRefusal(more, asking)).toMatchObject({
      code: "template.field_dropped",
      values: { field: "lecturer" },
    });
    expect(adaptationRefusal({ ...asking, open: [] }, { ...more, open: [] })).toMatchObject({
      code: "template.not_open",
      values: { part: "fields" },
    });
  });

  test("and is told everything that is wrong at once, each at its place, a closed part once", () => {
    const wrong = adapted({
      name: name("另一个", "Another"),
      cadence: { every: "year", times: 1 },
      checks: [{ ...check("minutes"), effect: "scored" }],
      open: [...base.open, "guides"],
      fields: [],
    });
    const told = adaptationProblems(base, wrong).map(({ refusal, at }) => `${at.join(".")} ${refusal.code}`);
    expect(told.filter((one) => !one.startsWith("checks "))).toEqual([
      "name template.not_open",
      "fields template.not_open",
      "open template.not_open",
      "cadence template.less_often",
      ...(check("minutes").effect === "blocking" ? ["checks.0 template.check_dropped"] : []),
    ]);
    expect(told).toContain("checks template.check_dropped");
  });

  test("not without changing anything", () => {
    expect(adaptationRefusal(base, adapted({}))).toMatchObject({ code: "template.unchanged" });
    expect(adaptationRefusal(base, adapted({ version: 9 }))).toMatchObject({ code: "template.unchanged" });
  });
});

test("differences say what came, went, changed and moved, by name", () => {
  const one = adapted({ topics: [topic("a"), topic("b"), topic("c")], steps: [step("first"), step("second")] });
  const other = adapted({
    topics: [topic("a"), { ...topic("b"), required: true }, topic("d")],
    steps: [step("second"), step("first")],
    cadence: { every: "month", times: 1 },
  });
  expect(diffTemplates(one, other)).toEqual([
    { part: "cadence", change: "changed", code: null, name: null },
    { part: "topics", change: "changed", code: "b", name: name("b", "b") },
    { part: "topics", change: "removed", code: "c", name: name("c", "c") },
    { part: "topics", change: "added", code: "d", name: name("d", "d") },
    { part: "steps", change: "changed", code: null, name: null },
  ]);
  expect(diffTemplates(one, one)).toEqual([]);
});

describe("a template is refused", () => {
  const covers = (code: string) => ({
    code: "covers",
    check: "topic_covered" as const,
    parameters: { topic: code },
    effect: "scored" as const,
    name: name("议题", "Topic"),
  });
  const there = (code: string) => ({
    code: "there",
    check: "material_there" as const,
    parameters: { material: code },
    effect: "scored" as const,
    name: name("材料", "Paper"),
  });
  test.each<[string, Partial<TemplateBody>, string]>([
    ["with a code used twice", { topics: [topic("a"), topic("a")] }, "template.code_twice"],
    [
      "with a step whose paper isn't listed",
      { steps: [step("a", { material: "plan" })] },
      "template.reference_unknown",
    ],
    ["with a check of a paper that isn't listed", { checks: [there("plan")] }, "template.reference_unknown"],
    ["with a check of a topic that isn't listed", { checks: [covers("safety")] }, "template.reference_unknown"],
    ["with a photograph among its papers", { materials: [material("a", "现场照片")] }, "template.photograph_required"],
  ])("%s", (_name, changes, code) => {
    expect(templateRefusal(adapted(changes))).toMatchObject({ code });
  });

  test("and taken where all fits together", () => {
    const whole = adapted({
      topics: [topic("safety")],
      materials: [material("plan")],
      steps: [step("a", { material: "plan" })],
      checks: [covers("safety"), there("plan")],
    });
    expect(templateRefusal(whole)).toBeNull();
  });
});

test("everything that keeps a template from being whole is told at once, each at its field", () => {
  const broken = adapted({
    topics: [topic("a"), topic("b"), topic("a")],
    materials: [material("plan"), material("pictures", "现场照片")],
    steps: [step("one", { material: "lost" })],
    checks: [
      { ...check("minutes"), check: "topic_covered", parameters: { topic: "gone" } },
      { ...check("attendance"), check: "material_there", parameters: { material: "away" } },
    ],
  });
  expect(templateProblems(broken).map(({ refusal, at }) => `${at.join(".")} ${refusal.code}`)).toEqual([
    "topics.2.code template.code_twice",
    "materials.1.name template.photograph_required",
    "steps.0.material template.reference_unknown",
    "checks.0.parameters.topic template.reference_unknown",
    "checks.1.parameters.material template.reference_unknown",
  ]);
});
