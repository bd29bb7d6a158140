import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type JointBranches, type JointHost, jointBranches, themeDay } from "../../testing/joint-branches.ts";

let group: JointBranches;
let [first, second, third] = [] as unknown as [JointHost, JointHost, JointHost];
let own: Client;
beforeAll(async () => {
  group = await jointBranches([3, 3, 3]);
  [first, second, third] = group.hosts as [JointHost, JointHost, JointHost];
  own = await group.lasting("sisters.first", "branch_secretary", first.id);
});
afterAll(() => group.close());

const find = async (client: Client, query: { q?: string; ids?: string }, organizationId = first.id) =>
  (await client.ask("findSisterBranches", { params: { organizationId }, query })).items;
const awaiting = (host: { id: string }, key: string, subjectId = host.id) => ({
  params: { organizationId: first.id },
  body: themeDay(first, { occurredOn: "2026-01-22", awaited: [{ organizationId: host.id, subjectId }] }),
  headers: { "idempotency-key": key },
});

test("a secretary finds branches of his committee that he can't read, by name, and is told their names alone", async () => {
  await group.refused(own, "getOrganization", { params: { organizationId: second.id } }, "not_found");
  expect(await find(own, { q: "branch" })).toEqual([
    { id: second.id, name: "branch1" },
    { id: third.id, name: "branch2" },
  ]);
  expect(await find(own, { q: "BRANCH2" })).toEqual([{ id: third.id, name: "branch2" }]);
  expect(await find(own, { q: "general" })).toEqual([]);
  expect(await find(own, {})).toEqual([]);
  expect(await find(own, { ids: [third.id, first.id].join(",") })).toEqual([
    { id: first.id, name: "branch0" },
    { id: third.id, name: "branch2" },
  ]);
  await group.refused(
    own,
    "findSisterBranches",
    { params: { organizationId: second.id }, query: { q: "branch" } },
    "not_found",
  );
});

test("a sister can be awaited, and her secretary is told of the event", async () => {
  const answer = await own.ask("submitRecord", awaiting(second, "sister-awaited"));
  expect(answer.awaited).toMatchObject([{ organizationId: second.id, organizationName: "branch1" }]);
  const sister = await group.lasting("sisters.second", "branch_secretary", second.id);
  const { items } = await sister.ask("listAwaitedParts", { params: { organizationId: second.id } });
  expect(items.map(({ recordId }) => recordId)).toEqual([answer.recordId]);
  const theirs = await sister.ask("getRecord", { params: { recordId: answer.recordId } });
  expect(theirs).toMatchObject({ participants: null, acts: { correct: [], enter: [second.id], takeBack: false } });
  const { acts } = await own.ask("getRecord", { params: { recordId: answer.recordId } });
  expect(acts).toEqual({ correct: [first.id], enter: [], takeBack: false });
});

test("branches of another committee, groups of a sister and restricted units are as if they weren't there", async () => {
  const committee = await group.organization("elsewhere", { kind: "COMMITTEE" });
  const far = { id: await group.organization("branch-far", { parentId: committee }) };
  const apart = { id: await group.organization("branch-apart") };
  const groupOfSister = await group.organization("branch-group", { parentId: second.id, kind: "GROUP" });
  const restrict = (organizationId: string, restriction: "SECRET" | null) =>
    group.office.ask("restrictOrganization", { params: { organizationId }, body: { restriction } });
  const names = async () => (await find(own, { q: "branch" })).map(({ name }) => name);
  expect(await names()).toEqual(["branch1", "branch2", "branch-apart"]);
  await restrict(apart.id, "SECRET");
  expect(await names()).toEqual(["branch1", "branch2"]);
  expect(await find(own, { ids: [far.id, apart.id].join(",") })).toEqual([]);
  await group.refused(own, "submitRecord", awaiting(far, "sister-far"), "not_found");
  await group.refused(own, "submitRecord", awaiting(apart, "sister-apart"), "not_found");
  await group.refused(own, "submitRecord", awaiting(second, "sister-group", groupOfSister), "not_found");
  await restrict(first.id, "SECRET");
  expect(await names()).toEqual([]);
  await group.refused(own, "submitRecord", awaiting(second, "sister-from-apart"), "not_found");
  await restrict(first.id, null);
});
