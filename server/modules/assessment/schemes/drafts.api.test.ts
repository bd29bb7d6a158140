import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { definitionText, safetyIndicator } from "../../../testing/definitions.ts";

let group: AssessedGroup;
let office: Client;
let east: string;
let eastern: Client;
let western: Client;
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  east = await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  const west = await group.organization("WEST", { kind: "COMMITTEE" });
  eastern = await group.caller("eastern", "party_affairs_officer", east);
  western = await group.caller("western", "party_affairs_officer", west);
});
afterAll(() => group.close());

const at = (code: string, kind: "indicator" | "scheme" = "indicator", organizationId = group.rootId) => ({
  params: { organizationId, kind, code },
});
/** Saves a text as the draft's next revision and answers its number. */
async function save(client: Client, code: string, text: string, kind?: "indicator" | "scheme", place?: string) {
  const where = at(code, kind, place);
  const got = await client.call("getDraft", where);
  const revision = got.status === 200 ? got.answer.revision : 0;
  return (await client.ask("saveDraft", { ...where, body: { text, revision } })).revision;
}
async function publish(client: Client, code: string, text: string, kind?: "indicator" | "scheme", place?: string) {
  const revision = await save(client, code, text, kind, place);
  return client.ask("publishDraft", { ...at(code, kind, place), body: { revision } });
}
/** Saves, expects the publication to be refused with this code, and answers the refusal. */
async function unpublishable(code: string, text: string, refusal: string, kind?: "indicator" | "scheme") {
  const revision = await save(office, code, text, kind);
  return group.refused(office, "publishDraft", { ...at(code, kind), body: { revision } }, refusal);
}

describe("a draft", () => {
  test.each([
    ["broken YAML", "a: [1\n  b: :"],
    ["an empty text", ""],
    ["quotes and signs", '"\\ \t＝汉字 🙂\r\n'],
    ["a long text", "字".repeat(200_000)],
  ])("keeps %s exactly as typed", async (_name, text) => {
    await save(office, "typed", text);
    expect((await office.ask("getDraft", at("typed"))).text).toBe(text);
  });

  test.each([
    ["a NUL", "a\u0000b"],
    ["half a character", "a\ud800b"],
  ])("refuses %s", async (_name, text) => {
    await group.refused(office, "saveDraft", { ...at("typed"), body: { text, revision: 4 } }, "draft.not_text");
  });

  test("that somebody else has saved meanwhile is not overwritten", async () => {
    const revision = await save(office, "shared", "first");
    await office.ask("saveDraft", { ...at("shared"), body: { text: "second", revision } });
    const late = { ...at("shared"), body: { text: "third", revision } };
    const { values, field } = await group.refused(office, "saveDraft", late, "draft.changed_meanwhile");
    expect([values.revision, field]).toEqual([revision + 1, "revision"]);
    const fresh = { ...at("shared"), body: { text: "other", revision: 0 } };
    await group.refused(office, "saveDraft", fresh, "draft.changed_meanwhile");
    const gone = { ...at("nowhere"), body: { text: "x", revision: 3 } };
    await group.refused(office, "saveDraft", gone, "draft.changed_meanwhile");
    await group.refused(office, "publishDraft", { ...at("shared"), body: { revision } }, "draft.changed_meanwhile");
    expect((await office.ask("getDraft", at("shared"))).text).toBe("second");
  });

  test("begun by two at once is kept of one, and the other is told", async () => {
    const begin = (text: string) => office.call("saveDraft", { ...at("race"), body: { text, revision: 0 } });
    const got = await Promise.all(["a", "b", "c"].map(begin));
    expect(got.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  });

  test("is its organisation's alone, listed and thrown away", async () => {
    await save(eastern, "own", "x", "scheme", east);
    expect((await eastern.ask("listDrafts", { params: { organizationId: east } })).items).toMatchObject([
      { kind: "scheme", code: "own", revision: 1 },
    ]);
    await group.refused(western, "getDraft", at("own", "scheme", east), "not_found");
    await group.refused(western, "deleteDraft", at("own", "scheme", east), "not_found");
    await group.refused(eastern, "listDrafts", { params: { organizationId: group.rootId } }, "not_found");
    await eastern.ask("deleteDraft", at("own", "scheme", east));
    await group.refused(eastern, "getDraft", at("own", "scheme", east), "draft.none");
    await group.refused(eastern, "deleteDraft", at("own", "scheme", east), "draft.none");
    await group.refused(eastern, "validateDraft", at("own", "scheme", east), "draft.none");
    const none = { ...at("own", "scheme", east), body: { revision: 1 } };
    await group.refused(eastern, "publishDraft", none, "draft.none");
  });
});

describe("what can't be published is named by path and reason, and stays a draft", () => {
  const indicator = (over: object = {}) => definitionText({ ...safetyIndicator, code: "injuries", ...over });
  const leaf = { kind: "leaf", indicator: "attendance", version: 1, fullMarks: "40" };
  const scheme = (over: object = {}) =>
    definitionText({
      code: "points",
      name: { zh: "试点积分", en: "Pilot" },
      root: { kind: "sum", code: "points_total", name: { zh: "合计", en: "Total" }, children: [leaf] },
      ...over,
    });

  test.each<[string, string, string, string]>([
    ["no text", "", "", "draft.unreadable"],
    ["broken YAML", "code: injuries\nname: { zh: [", "", "draft.unreadable"],
    ["a key twice", "code: injuries\ncode: injuries", "", "draft.unreadable"],
    ["the code of another", indicator({ code: "deaths" }), "code", "draft.code_differs"],
    ["an unknown fact kind", indicator({ reads: ["login"] }), "reads[0]", "definition.fact_kind_unknown"],
    ["a field nobody knows", indicator({ colour: "red" }), "colour", "definition.field_unknown"],
    [
      "a number that isn't a text",
      indicator({ pointsRule: { ...safetyIndicator.pointsRule, otherwise: 2 } }),
      "pointsRule.otherwise",
      "definition.field_type",
    ],
    [
      "baseline = target",
      indicator({ noData: "pending", pointsRule: { rule: "linear", baseline: "1", target: "1" } }),
      "pointsRule.target",
      "definition.baseline_is_target",
    ],
    [
      "a CEL type error",
      indicator({ noData: "pending", pointsRule: { rule: "cel", expression: "value + 'a'" } }),
      "pointsRule.expression",
      "formula.text",
    ],
  ])("indicator: %s", async (_name, text, path, code) => {
    await unpublishable("injuries", text, "draft.not_publishable");
    const { problems, version } = await office.ask("validateDraft", at("injuries"));
    expect(version).toBe(1);
    expect(problems.map((problem) => `${problem.path} ${problem.code}`)).toContain(`${path} ${code}`);
  });

  test("an alias that swells is not followed", async () => {
    const lines = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let at = 1; at < 9; at += 1)
      lines.push(
        `b${at}: &a${at} [${Array(10)
          .fill(`*a${at - 1}`)
          .join(", ")}]`,
      );
    const { problems } = await unpublishable("injuries", lines.join("\n"), "draft.not_publishable");
    expect(problems).toMatchObject([{ code: "draft.unreadable" }]);
  });

  test.each<[string, object, string]>([
    [
      "weights that don't make 100",
      {
        root: {
          kind: "weighted",
          code: "points_total",
          name: { zh: "合计", en: "Total" },
          children: [{ weight: "60", node: leaf }],
        },
      },
      "definition.weights_sum",
    ],
    [
      "an indicator that isn't there",
      {
        root: {
          kind: "sum",
          code: "points_total",
          name: { zh: "合计", en: "Total" },
          children: [{ ...leaf, indicator: "nothing" }],
        },
      },
      "definition.indicator_unknown",
    ],
    [
      "a version that isn't there",
      {
        root: {
          kind: "sum",
          code: "points_total",
          name: { zh: "合计", en: "Total" },
          children: [{ ...leaf, version: 9 }],
        },
      },
      "definition.indicator_version_unknown",
    ],
    ["a base that isn't there", { adapts: 7 }, "definition.base_unknown"],
  ])("scheme: %s", async (_name, over, code) => {
    const { problems } = await unpublishable("points", scheme(over), "draft.not_publishable", "scheme");
    expect(problems?.map((problem) => problem.code)).toContain(code);
  });

  test.each<[string, "indicator" | "scheme", string, string]>([
    ["log-ins", "indicator", indicator({ name: { zh: "登录次数", en: "Log-ins" } }), "definition.red_line"],
    [
      "likes",
      "indicator",
      indicator({ filter: [{ attribute: "metric", operator: "eq", values: ["likes"] }] }),
      "definition.red_line",
    ],
    ["time online", "indicator", indicator({ name: { zh: "在线时长", en: "Minutes" } }), "definition.red_line"],
    ["a ranking of persons", "scheme", scheme({ subject: "person" }), "definition.ranks_persons"],
  ])("a red line, %s, is refused with the rule", async (_name, kind, text, code) => {
    const { values, message } = await unpublishable(kind === "scheme" ? "points" : "injuries", text, code, kind);
    expect(values.rule).toMatch(/^[A-Z]+-\d+$/);
    expect(message).toContain(String(values.rule));
  });
});

describe("before it is published a scheme says what it changes", () => {
  const monthly = async () => (await office.ask("getScheme", { params: { code: "monthly", version: 1 } })).body;

  test("of the version in force, and what it makes a branch type", async () => {
    const body = await monthly();
    const root = body.root as { children: { indicator: string; fullMarks: string }[] };
    const [first, ...others] = root.children;
    await save(
      office,
      "monthly",
      definitionText({ ...body, root: { ...root, children: [...others, first] } }),
      "scheme",
    );
    const { against, outcome, version } = await office.ask("validateDraft", at("monthly", "scheme"));
    expect([against, version]).toEqual([1, 2]);
    expect(outcome?.changes).toMatchObject([{ of: "node", code: "monthly_total", property: "order" }]);
    expect(outcome?.fields).toBe(outcome?.fieldsBefore);
    const marked = { ...first, fullMarks: "41" };
    await save(
      office,
      "monthly",
      definitionText({ ...body, root: { ...root, children: [marked, ...others] } }),
      "scheme",
    );
    const changed = await office.ask("validateDraft", at("monthly", "scheme"));
    expect(changed.outcome?.changes).toMatchObject([
      { of: "leaf", code: first?.indicator, property: "fullMarks", from: first?.fullMarks, to: "41" },
    ]);
  });

  test("nothing where it can't be read as a scheme, or has nothing before it", async () => {
    await save(office, "monthly", "root: [", "scheme");
    expect((await office.ask("validateDraft", at("monthly", "scheme"))).outcome).toBeNull();
    await save(office, "monthly", definitionText({ ...(await monthly()), root: {} }), "scheme");
    expect((await office.ask("validateDraft", at("monthly", "scheme"))).outcome).toBeNull();
    await save(office, "brand_new", definitionText({ ...(await monthly()), code: "brand_new" }), "scheme");
    const { against, outcome } = await office.ask("validateDraft", at("brand_new", "scheme"));
    expect([against, outcome?.changes, outcome?.fieldsBefore]).toEqual([null, [], null]);
    await office.ask("deleteDraft", at("monthly", "scheme"));
  });
});

describe("a published version", () => {
  const text = (over: object = {}) => definitionText({ ...safetyIndicator, code: "injuries", ...over });

  test("gets the next number whatever was typed, belongs to its organisation, and its draft is gone", async () => {
    expect(await publish(office, "injuries", text({ version: 40 }))).toMatchObject({ code: "injuries", version: 1 });
    expect((await publish(office, "injuries", text({ name: { zh: "工伤", en: "Injuries at work" } }))).version).toBe(2);
    await group.refused(office, "getDraft", at("injuries"), "draft.none");
    const entries = await group.query(
      "SELECT object, outcome FROM audit_entry WHERE action = 'assessment.publish_draft' ORDER BY id",
    );
    expect(entries).toEqual([1, 2].map((version) => ({ object: `indicator injuries@${version}`, outcome: "done" })));
    const first = await office.ask("getIndicator", { params: { code: "injuries", version: 1 } });
    expect(first).toMatchObject({ ownerId: group.rootId, ownerName: "group", usedBy: [], body: { version: 1 } });
    expect(first.checksum).toMatch(/^[0-9a-f]{64}$/);
    const listed = (await office.ask("listIndicators", { query: { limit: 200 } })).items.find(
      ({ code }) => code === "injuries",
    );
    expect(listed?.versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  test("is listed with the words of whoever published it", async () => {
    const revision = await save(office, "noted", definitionText({ ...safetyIndicator, code: "noted" }));
    const note = "  按 2026 年责任书设立 ";
    await office.ask("publishDraft", { ...at("noted"), body: { revision, note } });
    const { items } = await office.ask("listIndicators", { query: { limit: 200 } });
    const versions = (code: string) => items.find((one) => one.code === code)?.versions;
    expect(versions("noted")).toMatchObject([{ version: 1, note: "按 2026 年责任书设立" }]);
    expect(versions("injuries")?.[0]?.note).toBeNull();
  });

  test("never changes: the row stays as it was through all that follows", async () => {
    const rows = () =>
      group.query("SELECT version, body, checksum FROM indicator_version WHERE code = 'injuries' AND version = 1");
    const before = await rows();
    await publish(office, "injuries", text({ cost: { fields: 3 } }));
    expect(await rows()).toEqual(before);
  });
});

describe("who may publish which code", () => {
  const own = (over: object = {}) => definitionText({ ...safetyIndicator, code: "eastern", ...over });

  test("a committee its own, which those beside it neither see nor may take", async () => {
    await publish(eastern, "eastern", own(), "indicator", east);
    expect((await eastern.call("getIndicator", { params: { code: "eastern", version: 1 } })).status).toBe(200);
    expect((await office.call("getIndicator", { params: { code: "eastern", version: 1 } })).status).toBe(200);
    await group.refused(western, "getIndicator", { params: { code: "eastern", version: 1 } }, "not_found");
    expect(
      (await western.ask("listIndicators", { query: { limit: 200 } })).items.map(({ code }) => code),
    ).not.toContain("eastern");
    const revision = await save(office, "eastern", own());
    const { problems } = await group.refused(
      office,
      "publishDraft",
      { ...at("eastern"), body: { revision } },
      "draft.not_publishable",
    );
    expect(problems).toMatchObject([{ path: "code", code: "definition.code_taken" }]);
  });

  test("nobody below the top the next version of a built-in indicator, nor of a built-in scheme without adapting it", async () => {
    const attendance = (await office.ask("getIndicator", { params: { code: "attendance", version: 1 } })).body;
    await save(eastern, "attendance", definitionText(attendance), "indicator", east);
    expect((await eastern.ask("validateDraft", at("attendance", "indicator", east))).problems).toMatchObject([
      { code: "definition.code_taken" },
    ]);
    const monthly = (await office.ask("getScheme", { params: { code: "monthly", version: 1 } })).body;
    await save(eastern, "monthly", definitionText(monthly), "scheme", east);
    expect((await eastern.ask("validateDraft", at("monthly", "scheme", east))).problems).toMatchObject([
      { path: "adapts", code: "definition.adapts_missing" },
    ]);
  });

  test("what a sibling published can't be named, as if it weren't there", async () => {
    const using = definitionText({
      code: "points",
      name: { zh: "西部", en: "West" },
      root: {
        kind: "sum",
        code: "points_total",
        name: { zh: "合计", en: "Total" },
        children: [{ kind: "leaf", indicator: "eastern", version: 1, fullMarks: "10" }],
      },
    });
    const [{ id: west }] = (await group.query<{ id: string }>("SELECT id FROM organization WHERE code = 'WEST'")) as [
      { id: string },
    ];
    await save(western, "points", using, "scheme", west);
    const { problems } = await western.ask("validateDraft", at("points", "scheme", west));
    expect(problems.map(({ code }) => code)).toEqual(["definition.indicator_unknown"]);
  });
});
