import { type TemplateBody, templateBody } from "@dutyloop/domain/standards/things.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { loadLibrary } from "./load.ts";

let templates: Map<string, TemplateBody>;
beforeAll(async () => {
  templates = new Map((await loadLibrary("templates", templateBody)).map(({ body }) => [body.code, body]));
});

const template = (code: string) => templates.get(code) as TemplateBody;
/** What is wrong, by template: empty where all is right. */
const wrong = (fault: (body: TemplateBody) => unknown[]): Record<string, unknown[]> =>
  Object.fromEntries(
    [...templates].map(([code, body]) => [code, fault(body)] as const).filter(([, list]) => list.length > 0),
  );

/** The built-in library by the names under which people know it. */
const library: readonly (readonly [string, readonly string[]])[] = [
  ["党员大会", ["general_meeting", "general_branch_congress", "committee_congress"]],
  ["支委会", ["committee_meeting"]],
  ["党小组会", ["group_meeting"]],
  ["党课", ["party_lecture", "secretary_lecture"]],
  ["主题党日", ["theme_day"]],
  ["组织生活会", ["organizational_life"]],
  ["专题组织生活会", ["special_organizational_life"]],
  ["民主评议党员", ["appraisal"]],
  ["谈心谈话", ["heart_talk"]],
  ["双重组织生活", ["dual_life"]],
  ["第一议题", ["first_topic"]],
  ["党委会", ["committee_session"]],
  ["全面从严治党专题", ["strict_governance"]],
  ["意识形态专题", ["ideology"]],
  ["中心组学习", ["study_center", "study_plan", "study_report"]],
  ["民主生活会", ["democratic_life"]],
  ["部门会议", ["department_meeting"]],
  ["办公例会", ["office_meeting"]],
  ["党务例会", ["lead_group_meeting", "secretaries_meeting", "staff_meeting"]],
  ["述职评议", ["secretary_review"]],
  ["发展党员", ["admission", "admission_meeting"]],
  ["换届选举", ["election", "term_change"]],
  ["党员主题实践活动", ["member_practice"]],
  ["党员岗位KPI考核", ["post_kpi"]],
  ["人才培养", ["talent_training"]],
  ["示范点和示范岗创建", ["model_posts"]],
  ["双百考核", ["double_hundred"]],
  ["六好创建", ["six_goods"]],
  ["1+6", ["one_plus_six"]],
  ["三个介入", ["three_interventions"]],
  ["临时党支部七个抓好", ["seven_tasks"]],
];

test("a fresh installation holds every template by name, and none beside them", () => {
  expect([...templates.keys()].sort()).toEqual(library.flatMap(([, codes]) => codes).sort());
  expect(library).toHaveLength(31);
});

describe("burden", () => {
  test("a photograph is neither paper nor check nor step", () => {
    const texts = ({ checks, materials, steps }: TemplateBody) =>
      [...checks, ...materials, ...steps].map(({ code, name }) => `${code} ${name.zh} ${name.en}`);
    expect(wrong((body) => texts(body).filter((text) => /照片|照相|图片|影像|photo|picture/i.test(text)))).toEqual({});
  });

  test("what was said in a talk is never asked for", () => {
    expect(template("heart_talk").checks.map(({ check }) => check)).toEqual(["material_there"]);
  });
});

describe("contents", () => {
  test("every part refers to parts that are there, under codes used once", () => {
    const twice = (codes: readonly string[]) => codes.filter((code, index) => codes.indexOf(code) !== index);
    expect(
      wrong(({ checks, steps, materials, topics, guides }) => [
        ...[checks, steps, materials, topics, guides].flatMap((parts) => twice(parts.map(({ code }) => code))),
        ...steps.flatMap(({ material }) =>
          material && !materials.some(({ code }) => code === material) ? material : [],
        ),
        ...checks.flatMap((check) => {
          if (check.check === "material_there")
            return materials.some(({ code }) => code === check.parameters.material) ? [] : [check.code];
          if (check.check === "topic_covered")
            return topics.some(({ code }) => code === check.parameters.topic) ? [] : [check.code];
          return [];
        }),
      ]),
    ).toEqual({});
  });

  test("every one has fields, steps and a standard; what leaders owe is counted and has none", () => {
    expect(wrong(({ fields, steps }) => (fields.length > 0 && steps.length > 0 ? [] : ["empty"]))).toEqual({});
    const without = [...templates.values()].filter(({ checks }) => checks.length === 0).map(({ code }) => code);
    expect(without).toEqual(["dual_life"]);
  });

  test("contents that no source prints are marked as an example, in their name too", () => {
    const examples = [...templates.values()].filter(({ example }) => example);
    expect(examples.map(({ code }) => code).sort()).toEqual([
      "department_meeting",
      "double_hundred",
      "member_practice",
      "model_posts",
      "office_meeting",
      "one_plus_six",
      "post_kpi",
      "seven_tasks",
      "six_goods",
      "talent_training",
      "three_interventions",
    ]);
    expect(examples.filter(({ name, open }) => !/示例/.test(name.zh) || !open.includes("checks"))).toEqual([]);
  });

  test("no company or place is named, and both languages are their own", () => {
    const texts = (body: TemplateBody) => {
      const found: { zh: string; en: string }[] = [];
      const walk = (value: unknown): void => {
        if (typeof value !== "object" || value === null) return;
        if ("zh" in value && "en" in value) found.push(value as { zh: string; en: string });
        else Object.values(value).forEach(walk);
      };
      walk(body);
      return found;
    };
    const named = /公司|集团|国网|电网|南瑞|宁东|宁夏|浙江|广西|福建|State Grid|NARI|Ningdong|Zhejiang|Guangxi/;
    expect(wrong((body) => texts(body).filter(({ zh, en }) => named.test(zh) || named.test(en)))).toEqual({});
    expect(wrong((body) => texts(body).filter(({ en }) => /\p{Script=Han}/u.test(en)))).toEqual({});
    expect(wrong((body) => texts(body).filter(({ zh }) => !/\p{Script=Han}/u.test(zh)))).toEqual({});
  });
});
