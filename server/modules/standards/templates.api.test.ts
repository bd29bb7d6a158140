import { meetingTemplate } from "@dutyloop/domain/standards/testing.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";
import { currentTemplates, templatesInForce } from "./index.ts";

let group: AssessedGroup;
let office: Client;
let eastern: Client;
let first: Client;
let second: Client;
const places: Record<string, string> = {};
const paths: Record<string, string> = {};
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  places.root = group.rootId;
  places.east = await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  places.west = await group.organization("WEST", { kind: "COMMITTEE", name: "西部党委" });
  places.one = await group.organization("ZB-01", { parentId: places.east });
  places.two = await group.organization("ZB-02", { parentId: places.west });
  places.three = await group.organization("ZB-03", { parentId: places.west });
  eastern = await group.caller("eastern", "party_affairs_officer", places.east);
  first = await group.caller("first", "organizer");
  second = await group.caller("second", "supervisor");
  const rows = await group.query<{ id: string; path: string }>("SELECT id, path FROM organization");
  for (const [name, id] of Object.entries(places)) paths[name] = rows.find((row) => row.id === id)?.path ?? "";
});
afterAll(() => group.close());

const at = (place: string) => ({ organizationId: places[place] as string });
const of = (place: string, code: string, version: number) => ({ params: { ...at(place), code, version } });
const moved = (act: "try_out" | "accept" | "promote" | "send_back" | "withdraw") => ({
  body: { act, reason: "按程序" },
});
const scores = (practicality: number, conformity = practicality, relevance = practicality) => ({
  body: { practicality, conformity, relevance, note: "" },
});
const today = "2026-03-18";
const adopting = (place: string, code: string, version: number, from = today) => ({
  params: at(place),
  body: { code, version, from },
});
const covered = async (place: string, code: string, client = office) =>
  client.ask("listTemplateAdoptions", { params: at(place), query: { code } });
async function inForce(place: string, code: string, day = today): Promise<number | undefined> {
  const { database } = group.application.workshop;
  const reading = database.reading(group.tenantId);
  return (await templatesInForce(reading, group.tenantId))(paths[place] as string, day).get(code)?.version;
}
/** The built-in 主题党日 with other topics, which it leaves open. */
async function adapted(changes: Partial<TemplateBody> = {}): Promise<TemplateBody> {
  const { body } = await office.ask("getTemplate", { params: { code: "theme_day", version: 3 } });
  const safety = { code: "safety", name: { zh: "安全生产", en: "Safety" }, required: false };
  return { ...body, topics: [...body.topics, safety], ...changes };
}

test("the list says of each built-in template its stage, its strength and what it costs", async () => {
  const { items } = await office.ask("listTemplates");
  expect(items).toHaveLength(40);
  const lecture = items.find(({ body }) => body.code === "party_lecture");
  expect(lecture).toMatchObject({
    stage: "promoted",
    ownerId: null,
    base: null,
    cost: { typed: 5, filled: 4, papers: 1, inYear: 20 },
    body: { strength: "practice", kind: "record" },
  });
  expect(lecture?.body).not.toHaveProperty("guides");
  const { body } = await office.ask("getTemplate", { params: { code: "party_lecture", version: 2 } });
  expect(body.guides.length).toBeGreaterThan(0);
  expect(body.steps.length).toBeGreaterThan(0);
});

test("the list is narrowed to the work of branches, to that of committees or to tasks", async () => {
  const codes = async (which: "all" | "branch" | "committee" | "task") =>
    (await office.ask("listTemplates", { query: { which } })).items.map(({ body }) => body.code);
  const [branch, committee, task] = [await codes("branch"), await codes("committee"), await codes("task")];
  expect(branch).toContain("theme_day");
  expect(committee).toContain("committee_session");
  expect([...branch, ...committee, ...task].toSorted()).toEqual((await codes("all")).toSorted());
  expect(new Set([...branch, ...committee, ...task]).size).toBe(branch.length + committee.length + task.length);
});

describe("a unit adapts a template of the library", () => {
  let version: number;
  test("in what is open; its number never meets one of the library", async () => {
    const body = await adapted();
    const published = await eastern.ask("publishTemplate", { params: at("east"), body: { body, adapts: 3 } });
    expect(published).toEqual({ code: "theme_day", version: 1001 });
    version = published.version;
    const got = await eastern.ask("getTemplate", { params: published });
    expect(got).toMatchObject({ stage: "exploring", base: 3, ownerName: "东部党委", reviews: { reviewers: 0 } });
    expect(got.changes).toEqual([
      { part: "topics", change: "added", code: "safety", name: { zh: "安全生产", en: "Safety" } },
    ]);
    const query = { from: 3, to: 1001 };
    expect((await eastern.ask("diffTemplates", { params: { code: "theme_day" }, query })).changes).toEqual(got.changes);
  });

  test.each<[string, Partial<TemplateBody>, string]>([
    ["what is closed", { strength: "practice" }, "template.not_open"],
    ["who takes part", { participants: "committee" }, "template.not_open"],
    ["to less often", { cadence: { every: "quarter", times: 1 } }, "template.less_often"],
    [
      "to ask for a photograph",
      { materials: [{ code: "p", name: { zh: "现场照片", en: "Photograph" } }], steps: [] },
      "template.photograph_required",
    ],
  ])("but can't change %s, and nothing is kept of it", async (_name, changes, code) => {
    const body = await adapted(changes);
    await group.refused(eastern, "publishTemplate", { params: at("east"), body: { body, adapts: 3 } }, code);
  });

  test("nor what it doesn't have, nor under a code that is another's", async () => {
    const sending = async (adapts: number | null, code = "theme_day") => ({
      params: at("east"),
      body: { body: await adapted({ code }), adapts },
    });
    await group.refused(eastern, "publishTemplate", await sending(77), "template.base_unknown");
    await group.refused(eastern, "publishTemplate", await sending(2, "nothing"), "template.base_unknown");
    await group.refused(eastern, "publishTemplate", await sending(null), "template.code_taken");
  });

  test("nobody works by it while it is only explored", async () => {
    const sending = adopting("east", "theme_day", version);
    await group.refused(eastern, "adoptTemplate", sending, "template.not_usable");
    await group.refused(eastern, "adoptTemplate", adopting("east", "theme_day", 77), "template.version_unknown");
    expect(await inForce("one", "theme_day")).toBe(3);
  });

  test("no stage is jumped over, and untried it isn't accepted", async () => {
    const here = of("east", "theme_day", version);
    await group.refused(eastern, "moveTemplate", { ...here, ...moved("promote") }, "template.stage_not_allowed");
    await group.refused(first, "reviewTemplate", { ...here, ...scores(80) }, "template.not_in_review");
    expect(await eastern.ask("moveTemplate", { ...here, ...moved("try_out") })).toEqual({ stage: "trial" });
    await group.refused(eastern, "moveTemplate", { ...here, ...moved("accept") }, "template.not_tried");
  });

  test("adopted, it holds for the unit and all below from that day on, and nowhere else", async () => {
    await group.refused(
      eastern,
      "adoptTemplate",
      adopting("east", "theme_day", version, "2026-03-17"),
      "template.adopted_in_past",
    );
    expect(await eastern.ask("adoptTemplate", adopting("east", "theme_day", version, "2026-03-20"))).toEqual({
      changed: true,
    });
    expect(await inForce("one", "theme_day", "2026-03-19")).toBe(3);
    expect(await inForce("one", "theme_day", "2026-03-20")).toBe(version);
    expect(await inForce("two", "theme_day", "2026-03-20")).toBe(3);
    expect((await covered("east", "theme_day", eastern)).inForce).toBe(3);
    expect(await eastern.ask("adoptTemplate", adopting("east", "theme_day", version))).toEqual({ changed: true });
    expect(await eastern.ask("adoptTemplate", adopting("east", "theme_day", version))).toEqual({ changed: false });
    expect((await covered("east", "theme_day", eastern)).inForce).toBe(version);
    await group.refused(eastern, "adoptTemplate", adopting("west", "theme_day", 3), "not_found");
  });

  test("coverage counts unit by unit those for whom it was adopted", async () => {
    const { coverage, adoptions } = await covered("root", "theme_day");
    expect(coverage).toEqual({
      owing: 3,
      covered: 1,
      units: [
        { organizationId: places.east, organizationName: "东部党委", owing: 1, covered: 1 },
        { organizationId: places.west, organizationName: "西部党委", owing: 2, covered: 0 },
      ],
    });
    expect(adoptions.map(({ organizationName, from, to }) => [organizationName, from, to])).toEqual([
      ["东部党委", today, "2026-03-19"],
      ["东部党委", "2026-03-20", null],
    ]);
  });

  test("it is promoted by two reviewers who aren't its author, with 60 in each of the three", async () => {
    const here = of("east", "theme_day", version);
    expect(await eastern.ask("moveTemplate", { ...here, ...moved("accept") })).toEqual({ stage: "acceptance" });
    await group.refused(eastern, "reviewTemplate", { ...here, ...scores(100) }, "template.own_review");
    await group.refused(eastern, "moveTemplate", { ...here, ...moved("promote") }, "template.reviews_missing");
    expect(await first.ask("reviewTemplate", { ...here, ...scores(90, 50, 90) })).toEqual({ reviewers: 1 });
    expect(await second.ask("reviewTemplate", { ...here, ...scores(90, 69, 90) })).toEqual({ reviewers: 2 });
    await group.refused(eastern, "moveTemplate", { ...here, ...moved("promote") }, "template.review_too_low");
    expect(await first.ask("reviewTemplate", { ...here, ...scores(90, 52, 90) })).toEqual({ reviewers: 2 });
    expect(await eastern.ask("moveTemplate", { ...here, ...moved("promote") })).toEqual({ stage: "promoted" });
    const got = await eastern.ask("getTemplate", { params: { code: "theme_day", version } });
    expect(got.reviews).toEqual({
      reviewers: 2,
      means: { practicality: "90.00", conformity: "60.50", relevance: "90.00" },
    });
    expect(got.acts.map(({ act, to }) => [act, to])).toEqual([
      ["try_out", "trial"],
      ["accept", "acceptance"],
      ["promote", "promoted"],
    ]);
    expect(await inForce("two", "theme_day")).toBe(3);
  });

  test("those beside it don't see it; those above do", async () => {
    const western = await group.caller("western", "party_affairs_officer", places.west);
    await group.refused(western, "getTemplate", { params: { code: "theme_day", version } }, "not_found");
    expect((await western.ask("getTemplate", { params: { code: "theme_day", version: 3 } })).versions).toHaveLength(1);
    expect((await office.ask("getTemplate", { params: { code: "theme_day", version } })).ownerName).toBe("东部党委");
  });

  test("withdrawn or ended, what holds above holds again", async () => {
    await group.refused(
      office,
      "endTemplateAdoption",
      { params: at("west"), body: { code: "theme_day", from: today } },
      "template.not_adopted",
    );
    const ending = { params: at("east"), body: { code: "theme_day", from: "2026-04-01" } };
    expect(await eastern.ask("endTemplateAdoption", ending)).toEqual({ version: 3 });
    expect(await inForce("one", "theme_day", "2026-03-31")).toBe(version);
    expect(await inForce("one", "theme_day", "2026-04-01")).toBe(3);
    const here = of("east", "theme_day", version);
    expect(await eastern.ask("moveTemplate", { ...here, ...moved("withdraw") })).toEqual({ stage: "withdrawn" });
    expect(await inForce("one", "theme_day", "2026-03-31")).toBe(3);
  });
});

describe("an organisation's own template", () => {
  const own = (changes: Partial<TemplateBody> = {}) => meetingTemplate({ code: "safety_day", ...changes });
  test("is its and those below it once promoted; the next version follows the number", async () => {
    const publish = (body: TemplateBody) =>
      office.ask("publishTemplate", { params: at("root"), body: { body, adapts: null } });
    expect(await publish(own())).toEqual({ code: "safety_day", version: 1 });
    expect(await publish(own({ strength: "practice" }))).toEqual({ code: "safety_day", version: 2 });
    const here = of("root", "safety_day", 2);
    await office.ask("moveTemplate", { ...here, ...moved("try_out") });
    expect(await inForce("one", "safety_day")).toBeUndefined();
    await office.ask("adoptTemplate", adopting("west", "safety_day", 2));
    expect([await inForce("one", "safety_day"), await inForce("two", "safety_day")]).toEqual([undefined, 2]);
    await office.ask("moveTemplate", { ...here, ...moved("accept") });
    for (const reviewer of [first, second]) await reviewer.ask("reviewTemplate", { ...here, ...scores(80) });
    await office.ask("moveTemplate", { ...here, ...moved("promote") });
    expect(await inForce("one", "safety_day")).toBe(2);
    const body = own();
    await group.refused(
      eastern,
      "publishTemplate",
      { params: at("east"), body: { body, adapts: null } },
      "template.code_taken",
    );
  });

  test("of a version that was withdrawn the name stays for what was recorded by it", async () => {
    await office.ask("moveTemplate", { ...of("root", "safety_day", 1), ...moved("withdraw") });
    await office.ask("moveTemplate", { ...of("root", "safety_day", 2), ...moved("withdraw") });
    const reading = group.application.workshop.database.reading(group.tenantId);
    expect((await currentTemplates(reading, group.tenantId)).get("safety_day")?.version).toBe(2);
    expect(await inForce("two", "safety_day")).toBeUndefined();
  });
});

test("installed again, the library adds nothing; changed under the same version, it stops the start and says which", async () => {
  const count = () => group.query<{ n: number }>("SELECT count(*)::int AS n FROM template_version");
  const before = await count();
  await group.application.installLibrary();
  expect(await count()).toEqual(before);
  await group.query("UPDATE template_version SET checksum = 'other' WHERE code = 'theme_day' AND version = 3");
  await expect(group.application.installLibrary()).rejects.toThrow(/theme_day version 3.*next version/);
});

test("every act on a template left exactly one audit entry", async () => {
  const acts = ["publish_template", "move_template", "review_template", "adopt_template", "end_template_adoption"];
  const rows = await group.query<{ action: string; entries: number }>(
    "SELECT action, count(*)::int AS entries FROM audit_entry WHERE action LIKE 'standards.%' AND outcome = 'done' GROUP BY action",
  );
  const entries = new Map(rows.map((row) => [row.action.replace("standards.", ""), row.entries]));
  expect(acts.map((act) => entries.get(act))).toEqual([3, 9, 5, 4, 1]);
});
