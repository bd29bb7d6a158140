import { wordFinding } from "@dutyloop/contract/messages/finding-words.ts";
import type { Post } from "@dutyloop/domain/organization/things.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

let group: AssessedGroup;
let office: Client;
const ids: Record<string, string> = {};
const people: string[] = [];

const at = <B>(code: string, body: B) => ({ params: { organizationId: ids[code] as string }, body });
const body = { memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01" };
const appointed = (code: string, post: Post, personId: string | undefined) =>
  office.ask("appoint", at(code, { personId: personId as string, post, validFrom: "2026-01-01", validTo: null }));

beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  ids.east = await group.organization("east", { kind: "GENERAL_BRANCH", approval: "2026 No. 1" });
  ids.whole = await group.organization("whole", { parentId: ids.east });
  ids.small = await group.organization("small", { parentId: ids.east });
  ids.circle = await group.organization("circle", { kind: "GROUP", parentId: ids.whole, name: "一班党小组" });
  for (const name of ["a", "b", "c"])
    people.push(
      (await office.ask("admitPerson", at("whole", { ...body, name, groupId: ids.circle ?? null }))).personId,
    );
  people.push((await office.ask("admitPerson", at("small", { ...body, name: "d" }))).personId);
  await appointed("whole", "SECRETARY", people[0]);
  await appointed("circle", "GROUP_LEADER", people[1]);
  for (const [code, over] of [
    ["project", { kind: "PROJECT_BRANCH" as const, boundTo: "基建工程", boundUntil: "2026-12-31" }],
    ["canary-west", {}],
  ] as const)
    ids[code] = await group.organization(code, over);
});
afterAll(() => group.close());

const listed = async (code: string, client = office) => {
  const { items } = await client.ask("listFindings", { params: { organizationId: ids[code] as string } });
  return items.map(({ name, findings }) => [name, findings.map((one) => `${one.rule} ${one.code}`)]);
};

test("the check of a subtree names who doesn't fit and by which rule, and nobody from elsewhere", async () => {
  expect(await listed("east")).toEqual([
    ["east", ["ORG-10 committee.too_small", "ORG-10 committee.post_missing"]],
    [
      "small",
      [
        "ORG-05 organization.adjust_or_revoke",
        "ORG-01 organization.too_few_full_members",
        "ORG-12 committee.post_missing",
      ],
    ],
  ]);
  const away = await group.caller("away", "party_affairs_officer", ids.east);
  const { items } = await away.ask("listFindings", { params: { organizationId: ids.east as string } });
  expect(JSON.stringify(items)).not.toContain("canary");
});

test("the page of one organisation says the same, with strength and figures that can be worded", async () => {
  const small = await office.ask("getOrganization", { params: { organizationId: ids.small as string } });
  expect(small.ruleFindings.map(({ rule, strength }) => [rule, strength])).toEqual([
    ["ORG-05", "must"],
    ["ORG-01", "must"],
    ["ORG-12", "must"],
  ]);
  const sentences = small.ruleFindings.map(({ code, values }) => wordFinding("zh", code, values));
  expect(sentences[1]).toContain("只有 1 名");
  expect(sentences[2]).toContain("书记");
});

test("what concerns a 党小组 names it", async () => {
  await group.query("UPDATE appointment SET valid_to = '2026-02-28' WHERE organization_id = $1", [ids.circle]);
  const { ruleFindings } = await office.ask("getOrganization", { params: { organizationId: ids.whole as string } });
  expect(ruleFindings.map(({ code, group: about }) => [code, about?.name])).toEqual([
    ["group.without_leader", "一班党小组"],
  ]);
});

test("the tree marks who doesn't fit today, and says nothing about another day", async () => {
  const marks = async (on?: string) => {
    const query = { parentId: ids.east as string, ...(on ? { on } : {}) };
    return (await office.ask("listOrganizations", { query })).items.map(({ name, findings }) => [name, findings]);
  };
  expect(await marks()).toEqual([
    ["whole", 1],
    ["small", 3],
  ]);
  expect(await marks("2026-02-01")).toEqual([
    ["whole", null],
    ["small", null],
  ]);
});

test("pages hold so many as asked for, without gaps or repetitions", async () => {
  const names: string[] = [];
  let after: string | null = "";
  while (after !== null) {
    const query = { limit: 1, ...(after === "" ? {} : { after }) };
    const page: { items: { name: string }[]; next: string | null } = await office.ask("listFindings", {
      params: { organizationId: group.rootId },
      query,
    });
    expect(page.items.length).toBeLessThanOrEqual(1);
    names.push(...page.items.map(({ name }) => name));
    after = page.next;
  }
  expect(names).toEqual(["group", "east", "whole", "small", "project", "canary-west"]);
});

test.each([
  [
    "a project of less than six months",
    { kind: "PROJECT_BRANCH", boundTo: "x", boundUntil: "2026-08-31" },
    "project_too_short",
    "boundUntil",
  ],
  ["a project branch without a project", { kind: "PROJECT_BRANCH" }, "bound_to_missing", "boundTo"],
  [
    "a temporary branch without approval",
    { kind: "TEMP_BRANCH", boundTo: "x" },
    "temporary_without_approval",
    "approval",
  ],
  ["a plain branch for a project", { kind: "BRANCH", boundTo: "x" }, "not_bound", "boundTo"],
] as const)("%s isn't set up", async (_what, over, code, field) => {
  const made = { parentId: group.rootId, class: null, code: "n", name: "n", validFrom: "2026-03-02", ...over };
  const refusal = await group.refused(office, "createOrganization", { body: made }, `organization.${code}`);
  expect(refusal.field).toBe(field);
});

test("what a project branch is set up for stands on its page", async () => {
  const project = await office.ask("getOrganization", { params: { organizationId: ids.project as string } });
  expect([project.boundTo, project.boundUntil]).toEqual(["基建工程", "2026-12-31"]);
});

test("a neutral name goes with the mark and goes when it is lifted", async () => {
  const marked = (restriction: "SECRET" | null, neutralName: string | null) =>
    at("project", { restriction, neutralName });
  const neutral = async () =>
    (await office.ask("getOrganization", { params: { organizationId: ids.project as string } })).neutralName;
  await office.ask("restrictOrganization", marked("SECRET", "第七单位"));
  expect(await neutral()).toBe("第七单位");
  const refusal = await group.refused(
    office,
    "restrictOrganization",
    marked(null, "第七单位"),
    "organization.neutral_name_unneeded",
  );
  expect(refusal.field).toBe("neutralName");
  await office.ask("restrictOrganization", marked(null, null));
  expect(await neutral()).toBeNull();
});
