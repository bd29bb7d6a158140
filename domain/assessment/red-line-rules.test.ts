import { describe, expect, test } from "vitest";
import { type IndicatorBody, indicatorBody } from "./indicator.ts";
import { redLineIn } from "./red-line-rules.ts";
import { leaf, metricOf, monthlyScheme, schemeOf, timelyRate } from "./testing.ts";
import { validateDefinitions } from "./validation.ts";

describe("no score is made of the use of a program, of photographs, of check-ins or of moods", () => {
  test.each([
    ["登录次数", "登录", "RES-06"],
    ["平台登 录率", "登录", "RES-06"],
    ["点赞数", "点赞", "RES-06"],
    ["人均在线时长", "在线时长", "RES-06"],
    ["文章浏览量", "浏览量", "RES-06"],
    ["照片张数", "照片", "RES-06"],
    ["每日打卡率", "打卡", "PRV-17"],
    ["会议签到", "签到", "PRV-17"],
    ["微信步数", "步数", "PRV-17"],
    ["员工思想指数", "思想指数", "PRV-09"],
    ["login_count", "login", "RES-06"],
    ["loginCount", "login", "RES-06"],
    ["log-ins per week", "log ins", "RES-06"],
    ["signIns", "sign ins", "RES-06"],
    ["likes", "likes", "RES-06"],
    ["like", "like", "RES-06"],
    ["like.count", "like count", "RES-06"],
    ["online_minutes", "online minutes", "RES-06"],
    ["Time online", "time online", "RES-06"],
    ["page_views", "page views", "RES-06"],
    ["page__views", "page views", "RES-06"],
    ["_like_", "like", "RES-06"],
    ["PageView", "page view", "RES-06"],
    ["ＰＨＯＴＯ count", "photo", "RES-06"],
    ["daily_check_in", "check in", "PRV-17"],
    ["checkins", "checkins", "PRV-17"],
    ["check-in rate", "check in rate", "PRV-17"],
    ["clock_ins", "clock ins", "PRV-17"],
    ["punch in days", "punch in days", "PRV-17"],
    ["logged in", "logged in", "RES-06"],
    ["log_on", "log on", "RES-06"],
    ["daily steps", "daily steps", "PRV-17"],
    ["steps", "steps", "PRV-17"],
    ["人员定位次数", "人员定位", "PRV-17"],
    ["face recognition", "face recognition", "PRV-17"],
    ["step_count", "step count", "PRV-17"],
    ["sentiment index", "sentiment index", "PRV-09"],
  ])("%s is refused for %s by %s", (text, word, rule) => expect(redLineIn(text)).toEqual({ word, rule }));

  test.each([
    "设备在线率",
    "停电时长",
    "走访群众次数",
    "学时完成率",
    "党员出勤率",
    "visit.done",
    "learning.hours",
    "outage_minutes",
    "Work like a model team",
    "steppe region",
    "Safety check in stations",
    "Work log in order",
    "face-to-face talks held",
    "steps of the plan done",
    "支部功能定位清晰度",
    "interface defects closed",
    "blogging",
  ])("%s is work and stays allowed", (text) => expect(redLineIn(text)).toBeNull());
});

const ofIndicator = (changes: Partial<IndicatorBody>) =>
  validateDefinitions(
    [{ file: "a", kind: "indicator", body: indicatorBody.parse({ ...metricOf("figure"), ...changes }) }],
    { indicators: [timelyRate()], schemes: [] },
  ).map(({ path, code, values }) => [path, code, values.word]);

describe("an indicator is searched wherever it can say what it counts", () => {
  const asks = (attribute: string, value: string) => [{ attribute, operator: "eq" as const, values: ["fine", value] }];
  test.each<[string, Partial<IndicatorBody>]>([
    ["code", { code: "likes" }],
    ["name.zh", { name: { zh: "点赞", en: "x" } }],
    ["name.en", { name: { zh: "指标", en: "likes" } }],
    ["unit.zh", { unit: { zh: "次登录", en: "x" } }],
    ["source", { source: "check_in" }],
    ["filter[0].attribute", { filter: asks("likes", "x") }],
    ["filter[0].values[1]", { filter: asks("metric", "likes") }],
    [
      "aggregation.of.conditions[0].values[1]",
      { aggregation: { form: "sum", of: { kind: "metric", conditions: asks("metric", "likes") } } },
    ],
    [
      "aggregation.numerator.conditions[0].values[1]",
      {
        aggregation: {
          form: "ratio",
          numerator: { kind: "metric", measure: "quantity", conditions: asks("metric", "likes") },
          denominator: { kind: "metric", measure: "base", conditions: [] },
          timeliness: "ignored",
        },
      },
    ],
    [
      "aggregation.denominator.conditions[0].attribute",
      {
        aggregation: {
          form: "ratio",
          numerator: { kind: "metric", measure: "quantity", conditions: [] },
          denominator: { kind: "metric", measure: "base", conditions: asks("likes", "x") },
          timeliness: "ignored",
        },
      },
    ],
    [
      "pointsRule.attribute",
      { pointsRule: { rule: "add", attribute: "likes", units: [], otherwise: "1", ceiling: "5" } },
    ],
    [
      "pointsRule.units[0]",
      {
        pointsRule: {
          rule: "add",
          attribute: "metric",
          units: [{ value: "likes", points: "1" }],
          otherwise: "1",
          ceiling: "5",
        },
      },
    ],
  ])("%s", (path, changes) => {
    const [first, ...others] = ofIndicator(changes);
    expect(first?.slice(0, 2)).toEqual([path, "definition.red_line"]);
    expect(others).toEqual([]);
  });

  test("the names inside a formula", () => {
    const aggregation = {
      form: "formula" as const,
      expression: "likes",
      inputs: [{ name: "likes", indicator: "timely_rate", version: 1 }],
    };
    expect(ofIndicator({ aggregation })).toEqual([["aggregation.inputs[0].name", "definition.red_line", "likes"]]);
  });

  test("not in its basis: a regulation may forbid photographs by name", () => {
    expect(ofIndicator({ basis: { zh: "照片非必填", en: "Photographs are optional" } })).toEqual([]);
  });
});

describe("a scheme is searched in the same way", () => {
  const name = { zh: "名称", en: "Name" };
  const red = { zh: "登录", en: "Log-ins" };
  const when = { kind: "metric" as const, conditions: [], atLeast: 1 };
  const effect = { caps: "total" as const, total: "60" };
  const ofScheme = (changes: object) =>
    validateDefinitions([{ file: "a", kind: "scheme", body: { ...monthlyScheme(), ...changes } }], {
      indicators: [timelyRate()],
      schemes: [],
    })
      .filter(({ code }) => code === "definition.red_line")
      .map(({ path }) => path);
  const { root } = monthlyScheme();

  test.each<[string, object]>([
    ["code", { code: "logins" }],
    ["name.zh", { name: { ...name, zh: "登录" } }],
    ["root.name.en", { root: { ...root, name: { ...name, en: "Log-ins" } } }],
    ["root", { root: { ...root, code: "likes" } }],
    [
      "bonuses[0].name.zh",
      { bonuses: [{ code: "extra", name: { ...red, en: "x" }, ceiling: "1", leaves: [leaf("x", "1")] }] },
    ],
    ["root.children[0]", { root: { ...root, children: [leaf("page_views", "1")] } }],
    ["vetoes[0].code", { vetoes: [{ code: "likes", name, when, effect }] }],
    ["vetoes[0].name.zh", { vetoes: [{ code: "v", name: { ...name, zh: "打卡" }, when, effect }] }],
    [
      "vetoes[0].when.conditions[0].values[0]",
      {
        vetoes: [
          {
            code: "v",
            name,
            when: { ...when, conditions: [{ attribute: "metric", operator: "eq", values: ["likes"] }] },
            effect,
          },
        ],
      },
    ],
    ["grades[0].name.zh", { grades: [{ code: "good", name: { ...name, zh: "打卡王" }, atLeast: "90" }] }],
  ])("%s", (path, changes) => expect(ofScheme(changes)).toEqual([path]));
});

describe("persons are never ranked by a score (EVA-10)", () => {
  const person = { ...metricOf("own_figure"), subject: "person" as const };

  test("a scheme with persons as its subject is refused", () => {
    const body = schemeOf({ ...monthlyScheme().root, children: [leaf("own_figure", "100")] } as never, {
      subject: "person",
    });
    expect(validateDefinitions([{ file: "a", kind: "scheme", body }], { indicators: [person], schemes: [] })).toEqual([
      { file: "a", path: "subject", code: "definition.ranks_persons", values: { rule: "EVA-10" } },
    ]);
  });

  test("and so is an indicator of persons in a scheme or a formula of organisations", () => {
    const body = schemeOf({ ...monthlyScheme().root, children: [leaf("own_figure", "100")] } as never);
    const known = { indicators: [person], schemes: [] };
    const values = { indicator: "own_figure", rule: "EVA-10" };
    expect(validateDefinitions([{ file: "a", kind: "scheme", body }], known)).toEqual([
      { file: "a", path: "root.children[0]", code: "definition.person_indicator", values },
    ]);
    const inputs = [{ name: "own", indicator: "own_figure", version: 1 }];
    const formula = {
      ...metricOf("f"),
      reads: [],
      filter: [],
      aggregation: { form: "formula", expression: "own", inputs },
    };
    expect(validateDefinitions([{ file: "a", kind: "indicator", body: formula }], known)).toEqual([
      { file: "a", path: "aggregation.inputs[0]", code: "definition.person_indicator", values },
    ]);
    expect(
      validateDefinitions([{ file: "a", kind: "indicator", body: { ...formula, subject: "person" } }], known),
    ).toEqual([]);
  });
});
