import type { Role } from "@dutyloop/domain/identity/things.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage } from "../../testing/stage.ts";
import { buildWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await buildWorld(await openStage());
});
afterAll(() => world.close());

async function recordFor(role: Role) {
  const { first } = world.alpha;
  await world.alpha.account(`alpha.${role}`, role, first.id);
  const client = await world.client(`alpha.${role}`);
  return client.call("getRecord", { params: { recordId: first.meeting.recordId } });
}

test.each<Role>(["party_committee_leader", "discipline_officer", "supervisor", "party_member"])(
  "%s sees how many were there, and nobody's name",
  async (role) => {
    const got = await recordFor(role);
    expect(got.answer).toMatchObject({
      expected: 11,
      present: 10,
      participants: null,
      chairName: null,
      recorderName: null,
      lecturer: null,
    });
    expect(got.text).not.toContain("person-");
  },
);

test.each<Role>(["branch_secretary", "branch_committee_member", "organizer", "general_branch_secretary"])(
  "%s sees who was there and why somebody wasn't",
  async (role) => {
    const { mark } = world.alpha.first;
    const { answer } = await recordFor(role);
    expect(answer.chairName).toBe(`${mark}person-1`);
    expect(answer.participants).toHaveLength(12);
    expect(answer.participants?.at(10)).toMatchObject({
      name: `${mark}person-11`,
      presence: "leave",
      reason: `${mark}person-reason`,
    });
    expect(answer.participants?.at(11)).toMatchObject({
      name: `${mark}person-guest`,
      capacity: "guest",
      personId: null,
    });
  },
);

test.each<Role>(["system_administrator", "security_administrator", "audit_administrator", "data_officer", "employee"])(
  "%s doesn't see records at all",
  async (role) => {
    const got = await recordFor(role);
    expect(got.refusal.code).toBe("access.not_allowed");
  },
);

test("posts are shown with their holders' names only to who may read names", async () => {
  const { first } = world.alpha;
  const params = { organizationId: first.id };
  const leader = await (await world.client("alpha.party_committee_leader")).ask("getOrganization", { params });
  expect(leader.posts.map(({ personName }) => personName)).toEqual([null, null]);
  const organizer = await (await world.client("alpha.organizer")).ask("getOrganization", { params });
  expect(organizer.posts.map(({ personName }) => personName)).toEqual([
    `${first.mark}person-1`,
    `${first.mark}person-2`,
  ]);
});
