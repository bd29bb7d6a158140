import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { soundDays, walkSteps } from "../../../testing/development-steps.ts";

let group: AssessedGroup;
let north: Client;
const ids: Record<string, string> = {};
const people: Record<string, string> = {};

beforeAll(async () => {
  group = await assessedGroup();
  ids.north = await group.organization("north", { kind: "GENERAL_BRANCH" });
  ids.first = await group.organization("first", { parentId: ids.north });
  ids.second = await group.organization("second", { parentId: ids.north });
  ids.south = await group.organization("canary-south");
  await group.query("UPDATE organization SET valid_from = '2020-01-01'");
  for (const [branch, name, last] of [
    ["first", "甲", 1],
    ["first", "乙", 2],
    ["first", "丙", 8],
    ["second", "丁", 11],
    ["second", "戊", 24],
    ["second", "己", 25],
    ["south", "canary-person", 8],
  ] as const) {
    const organizationId = ids[branch] as string;
    const full = async () => {
      const body = { name: `党员${name}`, memberState: "FULL" as const, groupId: null, validFrom: "2020-01-01" };
      return (await group.office.ask("admitPerson", { params: { organizationId }, body })).personId;
    };
    const supporters = [await full(), await full()];
    const { personId } = await group.office.ask("beginApplication", {
      params: { organizationId },
      body: { on: soundDays[1] as string, papers: ["membership_application"], person: { name, bornOn: "2000-03-01" } },
    });
    people[name] = personId;
    await walkSteps(group.office, personId, [2, last], supporters);
  }
  north = await group.caller("organizer", "organizer", ids.north);
});
afterAll(() => group.close());

const listed = (client: Client, code: string, query: { stage?: number; limit?: number; after?: string } = {}) =>
  client.ask("listApplicants", { params: { organizationId: ids[code] as string }, query });

test("the list shows everybody on the way in the subtree with the step that comes next, and nobody whose papers are filed", async () => {
  const { items, counts, next } = await listed(north, "north");
  expect(items.map(({ name, stage, current }) => [name, stage, current])).toEqual([
    ["甲", 1, 2],
    ["乙", 2, 3],
    ["丙", 3, 9],
    ["丁", 4, 12],
    ["戊", 5, 25],
  ]);
  expect(items[0]).toMatchObject({ organizationName: "first", latest: "2023-02-10", overdue: true });
  expect([counts.map(({ people: of }) => of), next]).toEqual([[1, 1, 1, 1, 1], null]);
});

test("a stage is shown alone, with the numbers of all", async () => {
  const { items, counts } = await listed(north, "north", { stage: 3 });
  expect(items.map(({ name }) => name)).toEqual(["丙"]);
  expect(counts).toHaveLength(5);
  expect((await listed(north, "first")).counts.map(({ people: of }) => of)).toEqual([1, 1, 1, 0, 0]);
});

test("the list is paged by key without gaps or repetitions", async () => {
  const names: string[] = [];
  let after: string | null = "";
  while (after !== null) {
    const page: Awaited<ReturnType<typeof listed>> = await listed(north, "north", {
      limit: 2,
      ...(after === "" ? {} : { after }),
    });
    names.push(...page.items.map(({ name }) => name));
    after = page.next;
  }
  expect(names.toSorted()).toEqual(["丁", "丙", "乙", "戊", "甲"].toSorted());
  expect(names).toHaveLength(5);
});

test("nothing of another subtree shows up, and who asks for it is answered as if it weren't there", async () => {
  const all = JSON.stringify([await listed(north, "north"), await listed(north, "first")]);
  expect(all).not.toContain("canary");
  const foreign = { params: { personId: people["canary-person"] as string } };
  await group.refused(north, "listApplicants", { params: { organizationId: ids.south as string } }, "not_found");
  await group.refused(north, "getDevelopment", foreign, "not_found");
  const { personId } = foreign.params;
  const body = { on: "2024-07-15", papers: ["introducer_form" as const] };
  await group.refused(north, "takeStep", { params: { personId, step: 9 }, body }, "not_found");
  const exemption = { params: { personId, step: 9 }, body: { on: "2024-07-15", reason: "x" } };
  await group.refused(north, "exemptStep", exemption, "not_found");
  await group.refused(north, "addAssessment", { params: { personId }, body: { on: "2024-01-05" } }, "not_found");
  const withdrawal = { params: { personId, entryId: personId }, body: { reason: "x" } };
  await group.refused(north, "withdrawStep", withdrawal, "not_found");
  const again = { on: "2026-01-05", papers: ["membership_application" as const], person: { personId } };
  await group.refused(
    north,
    "beginApplication",
    { params: { organizationId: ids.first as string }, body: again },
    "not_found",
  );
});

test("who has no right to development sees neither the list nor that somebody is on the way", async () => {
  const member = await group.caller("committee", "branch_committee_member", ids.first);
  const to = { params: { organizationId: ids.first as string } };
  await group.refused(member, "listApplicants", to, "access.not_allowed");
  await group.refused(member, "getDevelopment", { params: { personId: people.丙 as string } }, "access.not_allowed");
  const leader = await group.caller("leader", "party_committee_leader");
  await group.refused(leader, "listApplicants", to, "access.not_allowed");
});

test("the audit names the entries, never who is on the way, on which step or since when", async () => {
  const entries = await group.query<{ object: string }>(
    "SELECT object, after_digest FROM audit_entry WHERE action LIKE 'development.%'",
  );
  expect(entries.length).toBeGreaterThan(50);
  const allPeople = Object.values(people);
  for (const entry of entries) {
    expect(entry).toMatchObject({
      object: expect.stringMatching(/^development_(step|act) [0-9a-f-]{36}$/),
      after_digest: null,
    });
    expect(allPeople.some((personId) => entry.object.includes(personId))).toBe(false);
  }
});

test("who is to correct something reads like any full member whose papers aren't filed yet", async () => {
  const personId = people.戊 as string;
  const seen = async () => [
    await listed(group.office, "north"),
    await group.office.ask("getDevelopment", { params: { personId } }),
  ];
  const before = await seen();
  const change = "UPDATE membership SET state = $2 WHERE person_id = $1 AND state = $3";
  await group.query(change, [personId, "CORRECTING", "FULL"]);
  expect(await seen()).toEqual(before);
  await group.query(change, [personId, "FULL", "CORRECTING"]);
});

test("a former member may apply again when the bar is over, and everything begins anew", async () => {
  const personId = people.戊 as string;
  const body = { on: "2026-03-01", papers: ["membership_application" as const], person: { personId } };
  const to = { params: { organizationId: ids.first as string }, body };
  await group.refused(north, "beginApplication", to, "development.already_in");
  await group.query("UPDATE membership SET state = 'EXPELLED' WHERE person_id = $1 AND valid_to IS NULL", [personId]);
  const { values } = await group.refused(north, "beginApplication", to, "member.readmission_barred");
  expect(values).toMatchObject({ rule: "MEM-04", reached: "2030-10-10" });
  await group.query("UPDATE membership SET state = 'CANCELLED' WHERE person_id = $1 AND valid_to IS NULL", [personId]);
  await north.ask("beginApplication", to);
  const { person, current, steps } = await north.ask("getDevelopment", { params: { personId } });
  expect([person.state, person.organizationName, current]).toEqual(["APPLICANT", "first", 2]);
  expect(steps.filter(({ state }) => state === "done").map(({ step }) => step)).toEqual([1]);
});
