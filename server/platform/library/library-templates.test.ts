import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { evaluateStandard } from "@dutyloop/domain/standards/standard-rules.ts";
import { type TemplateBody, templateBody } from "@dutyloop/domain/standards/things.ts";
import { decideVote, quorum } from "@dutyloop/domain/standards/voting-rules.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { loadLibrary } from "./load.ts";

type Rule = {
  readonly id: string;
  readonly p: Record<string, unknown>;
  readonly lvl: "must" | "general" | "practice" | "design";
  readonly st: "verified" | "memory";
  readonly conf?: "low";
};

let rules: Map<string, Rule>;
let templates: Map<string, TemplateBody>;
beforeAll(async () => {
  const path = fileURLToPath(new URL("../../../domain/rules/rules.json", import.meta.url));
  rules = new Map((JSON.parse(await readFile(path, "utf8")) as Rule[]).map((rule) => [rule.id, rule]));
  templates = new Map((await loadLibrary("templates", templateBody)).map(({ body }) => [body.code, body]));
});

const ruleOf = (id: string) => rules.get(id) as Rule;
const template = (code: string) => templates.get(code) as TemplateBody;
/** What is wrong, by template: empty where all is right. */
const wrong = (fault: (body: TemplateBody) => unknown[]): Record<string, unknown[]> =>
  Object.fromEntries(
    [...templates].map(([code, body]) => [code, fault(body)] as const).filter(([, list]) => list.length > 0),
  );

const words: Record<string, string> = {
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
  bimonthly: "two_months",
};
const lengthOf = (freq: unknown) => words[String(freq)] ?? String(freq);

describe("how often", () => {
  test.each([
    ["general_meeting", "MTG-01"],
    ["committee_meeting", "MTG-02"],
    ["group_meeting", "MTG-03"],
    ["theme_day", "MTG-05"],
    ["organizational_life", "MTG-06"],
    ["appraisal", "MTG-07"],
    ["democratic_life", "MTG-09"],
    ["study_center", "MTG-10"],
    ["committee_session", "MTG-13"],
    ["strict_governance", "MTG-14"],
    ["ideology", "MTG-15"],
  ])("%s is owed as %s says", (code, id) => {
    const { freq, min } = ruleOf(id).p;
    expect(template(code).cadence).toMatchObject({ every: lengthOf(freq), times: min });
    expect(template(code).rules[0]).toBe(id);
  });

  test("lectures, talks, the company's routine and the meetings of higher organisations have figures of their own", () => {
    const cadence = (code: string) => template(code).cadence;
    const lecture = ruleOf("MTG-04").p;
    expect(cadence("party_lecture")).toEqual({ every: lengthOf(lecture.branch_freq), times: lecture.branch_min });
    expect(cadence("secretary_lecture")).toEqual({ every: "year", times: lecture.secretary_min_per_year });
    expect(cadence("heart_talk")).toEqual({ every: "year", times: ruleOf("MTG-08").p.min_per_pair_year });
    const routine = ruleOf("MTG-16").p;
    expect(cadence("lead_group_meeting")?.every).toBe(lengthOf(routine.lead_group));
    expect(cadence("secretaries_meeting")?.every).toBe(lengthOf(routine.secretaries));
    expect(cadence("staff_meeting")?.every).toBe(lengthOf(routine.staff));
    const { COMMITTEE, GENERAL_BRANCH, per } = ruleOf("MTG-17").p;
    expect(cadence("committee_congress")).toEqual({ every: per, times: COMMITTEE });
    expect(cadence("general_branch_congress")).toEqual({ every: per, times: GENERAL_BRANCH });
  });

  test("days of the year are those of the rules; the fourth quarter is a soft window", () => {
    const { plan_due, report_due } = ruleOf("MTG-10").p;
    expect([template("study_plan").cadence?.due, template("study_report").cadence?.due]).toEqual([
      plan_due,
      report_due,
    ]);
    const [from, to] = ruleOf("MTG-11").p.window as string[];
    expect(template("secretary_review").cadence).toEqual({ every: "year", times: 1, due: to, window: { from, to } });
    for (const [code, id] of [
      ["organizational_life", "MTG-06"],
      ["democratic_life", "MTG-09"],
    ] as const) {
      expect(ruleOf(id).p.window).toBe("Q4_soft");
      expect(template(code).cadence?.window).toEqual({ from: "10-01", to: "12-31" });
    }
  });

  test("what happens on occasion is never owed by itself", () => {
    const onOccasion = [...templates.values()].filter(({ cadence }) => cadence === null).map(({ code }) => code);
    expect(onOccasion.sort()).toEqual([
      "admission_meeting",
      "dual_life",
      "election",
      "special_organizational_life",
      "term_change",
      "three_interventions",
    ]);
  });
});

/** The words of the rule set, "P*2 >= V" and the like, as a question. */
function holds(expression: unknown, figures: Record<string, number>): boolean {
  const [left = "", sign = "", right = ""] = String(expression).split(" ");
  const value = (text: string) => {
    const [letter = "", factor = "1"] = text.split("*");
    return (figures[letter] as number) * Number(factor);
  };
  return sign === ">=" ? value(left) >= value(right) : value(left) > value(right);
}
const people = Array.from({ length: 40 }, (_, index) => index + 1);

describe("quorum and vote", () => {
  test("each template that votes asks for exactly the quorum of its rule, for any number of voters", () => {
    const used = new Set([...templates.values()].flatMap(({ votingRule }) => votingRule ?? []));
    expect([...used].sort()).toEqual(["VOTE-01", "VOTE-02", "VOTE-03", "VOTE-06", "VOTE-07"]);
    for (const rule of used) {
      const { quorum: words } = ruleOf(rule).p;
      const fewest = (V: number) => [0, ...people].find((P) => holds(words, { P, V }));
      expect(people.map((V) => quorum(rule, V).needed)).toEqual(people.map(fewest));
    }
    const personnel = ruleOf("VOTE-07").p.quorum_personnel;
    expect(people.map((V) => quorum("VOTE-07", V, true).needed)).toEqual(
      people.map((V) => people.find((P) => holds(personnel, { P, V }))),
    );
  });

  test("where the rule counts opinions in writing, and the way into the Party asks for it, the template votes by it", () => {
    expect(ruleOf("VOTE-02").p.written_opinion_counts).toBe(true);
    const { vote } = ruleOf("DEV-C2").p;
    const admitting = [...templates.values()].filter(
      ({ kind, rules: own }) => kind === "record" && own.includes("DEV-C2"),
    );
    expect(admitting.map(({ code, votingRule }) => [code, votingRule])).toEqual([["admission_meeting", vote]]);
  });

  test("a resolution passes with exactly the majority of its rule", () => {
    const passes = (rule: "VOTE-01" | "VOTE-02" | "VOTE-07", V: number, Y: number) => {
      const decision = decideVote(rule, { expected: V, present: V, for: Y, against: 0, abstain: V - Y });
      return "passed" in decision && decision.passed;
    };
    for (const rule of ["VOTE-01", "VOTE-02", "VOTE-07"] as const)
      for (const V of people)
        for (const Y of [0, ...people].filter((count) => count <= V))
          expect([rule, V, Y, passes(rule, V, Y)]).toEqual([rule, V, Y, holds(ruleOf(rule).p.pass, { Y, V })]);
  });

  test("a check of the quorum names the rule under which the template votes", () => {
    expect(
      wrong(({ checks, votingRule }) =>
        checks.flatMap((check) =>
          (check.check === "quorum" || check.check === "resolutions_valid") && check.parameters.rule !== votingRule
            ? [check.code]
            : [],
        ),
      ),
    ).toEqual({});
    const blocking = [...templates.values()].filter(({ checks }) =>
      checks.some(({ check, effect }) => check === "quorum" && effect === "blocking"),
    );
    expect(blocking.map(({ code }) => code).sort()).toEqual(["committee_meeting", "election"]);
  });

  test("民主生活会 isn't held with fewer than two thirds", () => {
    const person = (index: number) => ({
      personId: String(index),
      memberState: "FULL" as const,
      exempt: false,
      votes: true,
    });
    const facts = (V: number, P: number) => ({
      title: "民主生活会",
      minutes: "",
      topics: [],
      resolutions: [],
      expected: people.slice(0, V).map(person),
      attendance: people.slice(0, V).map((index) => ({
        personId: String(index),
        presence: index <= P ? ("present" as const) : ("absent" as const),
      })),
    });
    for (const V of people.slice(0, 15))
      for (const P of [0, ...people].filter((count) => count <= V))
        expect([V, P, evaluateStandard(template("democratic_life"), facts(V, P)).blockingMet]).toEqual([
          V,
          P,
          holds(ruleOf("MTG-09").p.quorum, { P, V }),
        ]);
  });
});

/** 必备材料, as the calendar of meetings lists them. */
const papers: Record<string, readonly string[]> = {
  general_meeting: ["通知", "签到", "记录", "决议", "表决单"],
  committee_meeting: ["议题单", "记录", "决议"],
  group_meeting: ["签到", "记录"],
  party_lecture: ["讲稿", "签到"],
  theme_day: ["方案", "签到", "小结"],
  organizational_life: ["学习", "谈心", "征求意见", "对照检查", "批评意见", "整改清单"],
  appraisal: ["个人自评", "互评", "测评表", "评定意见", "上报"],
  heart_talk: ["谈话台账"],
  dual_life: ["参会记录"],
  democratic_life: ["方案", "征求意见", "对照检查材料", "记录", "报告", "整改清单"],
  study_center: ["专题学习方案", "签到", "发言稿", "记录"],
  study_plan: ["年度学习计划"],
  study_report: ["报告"],
  secretary_review: ["述职报告", "点评", "测评表", "综合评价", "整改"],
  committee_session: ["议题审批", "材料", "记录", "纪要", "督办"],
  strict_governance: ["会议记录", "责任清单", "年度任务安排"],
  ideology: ["记录", "报告"],
  lead_group_meeting: ["任务清单", "记录"],
  general_branch_congress: ["通知", "签到", "记录", "决议", "表决单"],
  committee_congress: ["通知", "签到", "记录", "决议", "表决单"],
};

describe("papers and steps", () => {
  test.each(Object.keys(papers))("%s lists what has to be there, and nothing more", (code) => {
    const listed = template(code).materials.map(({ name }) => name.zh);
    const needed = papers[code] as readonly string[];
    expect(needed.filter((paper) => !listed.some((name) => name.includes(paper)))).toEqual([]);
    expect(listed).toHaveLength(needed.length);
  });

  test("an election asks for the papers of its rule", () => {
    const listed = template("election").materials.map(({ name }) => name.zh);
    expect((ruleOf("ORG-21").p.materials as string[]).filter((paper) => !listed.includes(paper))).toEqual([]);
  });

  test("the flow takes the steps of the rule, in its order", () => {
    const codes = (code: string) => template(code).steps.map((step) => step.code);
    const inOrder = (code: string, steps: readonly string[]) =>
      expect(codes(code).filter((step) => steps.includes(step))).toEqual(steps);
    inOrder(
      "appraisal",
      (ruleOf("MTG-07").p.steps as string[]).map((step) => step.toLowerCase()),
    );
    inOrder(
      "secretary_review",
      (ruleOf("EVA-06").p.steps as string[]).map((step) => step.toLowerCase()),
    );
    expect(ruleOf("MTG-06").p.steps).toHaveLength(6);
    expect(codes("organizational_life")).toEqual([
      "study",
      "talks",
      "opinions",
      "self_check",
      "criticism",
      "rectification",
    ]);
    const { plan_days_before, report_days_after } = ruleOf("MTG-09a").p;
    const days = (step: string) => template("democratic_life").steps.find(({ code }) => code === step)?.days;
    expect([days("plan"), days("report")]).toEqual([-Number(plan_days_before), report_days_after]);
  });

  test("what the record itself holds is asked for by no check of papers", () => {
    expect(
      wrong(({ checks, materials }) => {
        const held = new Set(materials.filter(({ field }) => field !== undefined).map(({ code }) => code));
        return checks.filter((check) => check.check === "material_there" && held.has(check.parameters.material));
      }),
    ).toEqual({});
  });
});

describe("strength", () => {
  test("each template is as strong as its first rule; our own defaults and examples are practice and say so", () => {
    const strongest = { must: "must", general: "general", practice: "practice", design: "practice" } as const;
    expect(
      wrong(({ code, rules: named, example, strength, basis }) => {
        const rule = named[0] === undefined ? undefined : ruleOf(named[0]);
        // Once a quarter is custom although lectures themselves are in the text (MTG-04).
        const custom = example || rule === undefined || code === "party_lecture";
        const expected = custom ? "practice" : strongest[rule.lvl];
        if (!example && rule?.lvl === "design" && !basis?.zh.startsWith("平台默认")) return ["basis"];
        return strength === expected ? [] : [strength, expected];
      }),
    ).toEqual({});
  });

  test("every rule exists", () => {
    const named = ({ rules: own, checks, steps, materials }: TemplateBody) => [
      ...own,
      ...[...checks, ...steps, ...materials].flatMap(({ rule }) => rule ?? []),
    ];
    expect(wrong((body) => named(body).filter((id) => !rules.has(id)))).toEqual({});
  });

  test("nothing known from memory only or with low confidence keeps a duty open", () => {
    const sure = (id: string) => ruleOf(id).lvl === "design" || (ruleOf(id).st === "verified" && !ruleOf(id).conf);
    expect(
      wrong(({ checks }) =>
        checks.filter(({ effect, rule }) => effect === "blocking" && (rule === undefined || !sure(rule))),
      ),
    ).toEqual({});
    expect(sure("VOTE-07")).toBe(false);
    expect(sure("MTG-09a")).toBe(false);
  });
});
