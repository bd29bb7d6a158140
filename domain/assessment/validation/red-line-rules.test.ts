import { describe, expect, test } from "vitest";
import { type IndicatorBody, indicatorBody } from "../definitions/indicator.ts";
import { leaf, metricOf, monthlyScheme, schemeOf, timelyRate } from "../scoring/testing.ts";
import { redLineIn } from "./red-line-rules.ts";
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
    ["平台登入次数", "登入", "RES-06"],
    ["党员上线率", "党员上线", "RES-06"],
    ["每日上线天数", "每日上线", "RES-06"],
    ["上线次数", "上线次数", "RES-06"],
    ["在线天数", "在线天数", "RES-06"],
    ["APP打开次数", "打开次数", "RES-06"],
    ["手机 APP 使用率", "app使用率", "RES-06"],
    ["平台的使用率", "平台的使用率", "RES-06"],
    ["人均学习强国积分", "学习强国积分", "RES-06"],
    ["学习强国平均积分", "学习强国平均积分", "RES-06"],
    ["支部活跃率", "活跃率", "RES-06"],
    ["文章阅读次数", "阅读次数", "RES-06"],
    ["视频观看时长", "观看时长", "RES-06"],
    ["文章分享次数", "分享次数", "RES-06"],
    ["收藏数", "收藏数", "RES-06"],
    ["互动量", "互动量", "RES-06"],
    ["minutes online", "minutes online", "RES-06"],
    ["time spent online", "time spent online", "RES-06"],
    ["online_days", "online days", "RES-06"],
    ["app_opens", "app opens", "RES-06"],
    ["app usage rate", "app usage", "RES-06"],
    ["readCount", "read count", "RES-06"],
    ["upvotes", "upvotes", "RES-06"],
    ["sessions", "sessions", "RES-06"],
    ["user_sessions", "user sessions", "RES-06"],
    ["session_count", "session count", "RES-06"],
    ["个人排名", "个人排名", "EVA-10"],
    ["党员排名", "党员排名", "EVA-10"],
    ["党员积分排行", "党员积分排行", "EVA-10"],
    ["党员民主评议得分名次", "党员民主评议得分名次", "EVA-10"],
    ["member_ranking", "member ranking", "EVA-10"],
    ["Leaderboard of members", "leaderboard of members", "EVA-10"],
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
    "线上会议参会率",
    "线上线下活动参加人数",
    "35千伏及以上线路跳闸率",
    "每日上线路巡视次数",
    "数字化项目按期上线率",
    "读书学时",
    "阅读学时完成率",
    "设备使用率",
    "经验分享次数",
    "知识分享数据质量",
    "党支部排名",
    "党员教育工作排名",
    "登记录入及时率",
    "online meeting attendance",
    "online training hours",
    "reading hours",
    "meter read rate",
    "training sessions held",
    "training session count",
    "branch ranking",
    "10kV lines",
  ])("%s is work and stays allowed", (text) => expect(redLineIn(text)).toBeNull());
});

describe("a word is found however it is written", () => {
  test.each([
    ["登-录次数", "登录"],
    ["登·录", "登录"],
    ["登（录）率", "登录"],
    ["登\u200b录", "登录"],
    ["登\u00ad\u2060录", "登录"],
    ["登錄次數", "登录"],
    ["登録", "登录"],
    ["登陸", "登陆"],
    ["在綫時長", "在线时长"],
    ["在線時間", "在线时间"],
    ["點讚數", "点赞"],
    ["login2026", "login"],
    ["2026login", "login"],
    ["lo\u200bgin", "login"],
    ["ｌｏｇｉｎ", "login"],
    ["l\u043egin", "login"],
    ["L\u039fGIN", "login"],
    ["lógin", "login"],
    ["l\u026akes", "likes"],
    ["\u0441licks", "clicks"],
    ["page·views", "page views"],
    ["login+count", "login"],
  ])("%j", (text, word) => expect(redLineIn(text)).toEqual({ word, rule: "RES-06" }));

  test("while letters of another alphabet in honest words do no harm", () => {
    expect(redLineIn("α 级线路")).toBeNull();
    expect(redLineIn("доля выполненных задач")).toBeNull();
  });
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
