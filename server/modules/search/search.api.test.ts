import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";
import { fillNameWords, forgetNameWords } from "../organization/index.ts";

let group: AssessedGroup;
let east: string;
let west: string;
beforeAll(async () => {
  group = await assessedGroup();
  east = await group.organization("EAST", { name: "供电党支部" });
  west = await group.organization("WEST", { name: "检修党支部" });
  await enter(east, "王小红", "FULL", "A100");
  await enter(east, "王晓宏", "APPLICANT", null);
  await enter(west, "单田芳", "FULL", "B200");
  await enter(west, "王小红", "FULL", "B300");
  await fill();
});
afterAll(() => group.close());

const fill = () => fillNameWords(group.application.workshop.database, group.tenantId);

async function enter(organizationId: string, name: string, memberState: "FULL" | "APPLICANT", number: string | null) {
  const body = { name, memberState, groupId: null, validFrom: "2026-01-01", ...(number ? { number } : {}) };
  return (await group.office.ask("admitPerson", { params: { organizationId }, body })).personId;
}

const found = (q: string, client: Client = group.office) => client.ask("search", { query: { q } });
async function people(q: string, client?: Client) {
  const { people } = await found(q, client);
  return people.map(({ name, organizationName }) => `${name} ${organizationName}`);
}

test.each([
  ["the name", "王小红", ["王小红 供电党支部", "王小红 检修党支部"]],
  ["its beginning", "单田", ["单田芳 检修党支部"]],
  ["the given name", "田芳", ["单田芳 检修党支部"]],
  ["pinyin, a surname read as one", "shantianf", ["单田芳 检修党支部"]],
  ["initials in full-width capitals", "ＳＴＦ", ["单田芳 检修党支部"]],
  ["the number", "b200", ["单田芳 检修党支部"]],
  ["the name and the branch's initials", "王小红 jx", ["王小红 检修党支部"]],
  ["what nobody is called", "赵钱孙", []],
  ["letters that mean something to a pattern", "%", []],
])("somebody is found by %s", async (_how, q, expected) => {
  expect((await people(q)).sort()).toEqual([...expected].sort());
});

test("in a large place people are found by the same words", async () => {
  // So many that they are looked for by their names and no longer one by one.
  await group.query(
    `WITH fresh AS (INSERT INTO person (tenant_id, id, name) SELECT $1, gen_random_uuid(), '林' || chr(19968 + n % 900) || chr(20968 + n / 9)
       FROM generate_series(1, 3100) AS n RETURNING id)
     INSERT INTO membership (tenant_id, id, person_id, organization_id, state, valid_from)
     SELECT $1, gen_random_uuid(), id, $2, 'FULL', '2026-01-01' FROM fresh`,
    [group.tenantId, east],
  );
  await fill();
  expect(await people("stf")).toEqual(["单田芳 检修党支部"]);
  expect((await people("wxh")).sort()).toEqual(["王小红 供电党支部", "王小红 检修党支部", "王晓宏 供电党支部"]);
  expect(await people("B300")).toEqual(["王小红 检修党支部"]);
  const own = await group.caller("west.large", "branch_secretary", west);
  expect(await people("wxh", own)).toEqual(["王小红 检修党支部"]);
});

test("nobody finds, by whatever words, who isn't in his sight", async () => {
  const secretary = await group.caller("west.secretary", "branch_secretary", west);
  for (const q of ["王小红", "wxh", "wang", "A100", "小红", "王小红 供电"]) {
    expect((await people(q, secretary)).filter((name) => !name.endsWith("检修党支部"))).toEqual([]);
  }
  const leader = await group.caller("leader", "party_committee_leader");
  expect(await people("王小红", leader)).toEqual([]);
  expect((await found("供电", secretary)).organizations).toEqual([]);
});

test("who is on the way into the Party is found only by those who may know it; who has left by nobody", async () => {
  const knows = await group.caller("knows", "branch_secretary", east);
  const member = await group.caller("committee", "branch_committee_member", east);
  expect([await people("王晓宏", knows), await people("王晓宏", member)]).toEqual([["王晓宏 供电党支部"], []]);
  await group.query(
    "UPDATE membership m SET state = 'REMOVED' FROM person p WHERE p.id = m.person_id AND p.number = 'A100'",
  );
  expect(await people("A100")).toEqual([]);
  await group.query(
    "UPDATE membership m SET state = 'FULL' FROM person p WHERE p.id = m.person_id AND p.number = 'A100'",
  );
});

test("a new name is found once its words are written, one that nobody bears is forgotten", async () => {
  const id = await enter(west, "贺兰山", "FULL", null);
  await fill();
  expect(await people("hls")).toEqual(["贺兰山 检修党支部"]);
  await group.query("UPDATE person SET name = '阴山' WHERE id = $1", [id]);
  expect(await people("hls")).toEqual([]);
  await fill();
  expect(await people("yins")).toEqual(["阴山 检修党支部"]);
  await forgetNameWords(group.application.workshop.database, group.tenantId);
  const rows = await group.query<{ name: string }>("SELECT DISTINCT name FROM name_word WHERE name LIKE '%山'");
  expect(rows.map(({ name }) => name)).toEqual(["阴山"]);
});

test("organisations and templates come with how well they fit, those called so first", async () => {
  const { organizations, templates } = await found("gddzb");
  expect(organizations).toMatchObject([{ name: "供电党支部", rank: 0, aboveName: "group" }]);
  expect(templates).toEqual([]);
  const lectures = (await found("dangke")).templates;
  expect(lectures[0]).toMatchObject({ code: "party_lecture", rank: 0 });
  expect(lectures[0]?.recordedBy).toContain("BRANCH");
  expect(lectures[0]?.recordedBy).not.toContain("COMMITTEE");
  expect((await found("theme day")).templates.map(({ code }) => code)).toContain("theme_day");
});

test("one's own duties are found by their titles", async () => {
  const own = await group.caller("own", "branch_secretary", east);
  await group.office.ask("issuePlan", {
    body: { organizationId: east, year: 2026, name: "计划", templateCodes: ["theme_day"] },
    headers: { "idempotency-key": "search-plan" },
  });
  expect((await found("ztdr", own)).duties[0]).toMatchObject({ subjectName: "供电党支部", rank: 0 });
  const other = await group.caller("other", "branch_secretary", west);
  expect((await found("ztdr", other)).duties).toEqual([]);
});
