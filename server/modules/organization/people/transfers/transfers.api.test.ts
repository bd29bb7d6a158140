import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../../testing/assessed-group.ts";
import type { Client, Sending } from "../../../../testing/client.ts";

let group: AssessedGroup;
let source: string;
let target: string;
let targetGroup: string;
let far: string;
let from: Client;
let to: Client;
beforeAll(async () => {
  group = await assessedGroup();
  const committee = await group.organization("committee", { kind: "COMMITTEE" });
  source = await group.organization("source", { parentId: committee });
  target = await group.organization("target", { parentId: committee });
  targetGroup = await group.organization("tg", { kind: "GROUP", parentId: target });
  far = await group.organization("far");
  from = await group.caller("from", "branch_secretary", source);
  to = await group.caller("to", "branch_secretary", target);
});
afterAll(() => group.close());

async function member(name = "王小红", memberState: Body<"admitPerson">["memberState"] = "FULL"): Promise<string> {
  const body = { name, memberState, groupId: null, validFrom: "2026-01-01" };
  return (await group.office.ask("admitPerson", { params: { organizationId: source }, body })).personId;
}
const letter = (personId: string, over: Partial<Body<"issueTransfer">> = {}) => ({
  params: { personId },
  body: { toCode: "target", outsideName: null, issuedOn: "2026-03-01", letterNumber: "转〔2026〕1号", ...over },
});
const issued = async (personId: string, over: Partial<Body<"issueTransfer">> = {}) =>
  (await from.ask("issueTransfer", letter(personId, over))).id;
const receipt = (transferId: string, on = "2026-03-10", groupId: string | null = null) => ({
  params: { transferId },
  body: { on, groupId },
});
const people = async (client: Client, organizationId: string, on: string) => {
  const { items } = await client.ask("listPeople", { params: { organizationId }, query: { on, limit: 200 } });
  return items.map(({ id }) => id);
};
type Query = NonNullable<Sending<"listTransfers">["query"]>;
const listed = async (client: Client, organizationId: string, query: Query = {}) =>
  (await client.ask("listTransfers", { params: { organizationId }, query: { limit: 200, ...query } })).items;

test("the source keeps the member until the receipt; then one membership ends and the other begins", async () => {
  const personId = await member();
  const id = await issued(personId);
  expect(await people(from, source, "2026-03-05")).toContain(personId);
  expect(await people(to, target, "2026-03-05")).not.toContain(personId);
  await to.ask("acknowledgeTransfer", receipt(id, "2026-03-10", targetGroup));
  expect(await people(from, source, "2026-03-09")).toContain(personId);
  expect(await people(from, source, "2026-03-10")).not.toContain(personId);
  expect(await people(to, target, "2026-03-09")).not.toContain(personId);
  expect(await people(to, target, "2026-03-10")).toContain(personId);
  const found = await to.ask("getPerson", { params: { personId } });
  expect([found.organizationId, found.groupId, found.memberState]).toEqual([target, targetGroup, "FULL"]);
  expect(found.transfers[0]).toMatchObject({ state: "acknowledged", settledOn: "2026-03-10", from: "source" });
  // His new branch knows that he came from elsewhere, but sees nothing of the other branch.
  expect(found.states.map(({ organizationName }) => organizationName)).toEqual(["target", null]);
  expect((await from.call("getPerson", { params: { personId } })).refusal.code).toBe("not_found");
});

test("a transferred probationary member stays probationary", async () => {
  const personId = await member("李明", "PROBATIONARY");
  await to.ask("acknowledgeTransfer", receipt(await issued(personId)));
  expect((await to.ask("getPerson", { params: { personId } })).memberState).toBe("PROBATIONARY");
});

test("posts of the branch that is left end with the receipt; one above both goes on", async () => {
  const personId = await member();
  const post = { personId, post: "COMMITTEE_MEMBER" as const, validFrom: "2026-01-01", validTo: null };
  await group.office.ask("appoint", { params: { organizationId: source }, body: post });
  await group.office.ask("appoint", { params: { organizationId: group.rootId }, body: post });
  const { postsEnded } = await to.ask("acknowledgeTransfer", receipt(await issued(personId)));
  expect(postsEnded).toBe(1);
  const { posts } = await group.office.ask("getPerson", { params: { personId } });
  expect(new Set(posts.map(({ to: end }) => end))).toEqual(new Set(["2026-03-09", null]));
});

test("to outside the group the source enters the receipt, and the member is gone", async () => {
  const personId = await member();
  const id = await issued(personId, { toCode: null, outsideName: "外单位党委" });
  await group.refused(to, "acknowledgeTransfer", receipt(id), "not_found");
  await from.ask("acknowledgeTransfer", receipt(id));
  expect(await people(from, source, "2026-03-10")).not.toContain(personId);
  const organizer = await group.caller("organizer", "organizer");
  const found = await organizer.ask("getPerson", { params: { personId } });
  expect([found.memberState, found.acts[0]?.rule, found.acts[0]?.decidedBy]).toEqual([
    "TRANSFERRED_OUT",
    "MEM-07",
    "外单位党委",
  ]);
});

test("that somebody has gone to outside is read by those who keep people or know of removals, and by nobody else", async () => {
  const personId = await member();
  const id = await issued(personId, { toCode: null, outsideName: "外单位党委" });
  const committeeMember = await group.caller("committee.member", "branch_committee_member", source);
  const general = await group.caller("general", "general_branch_secretary");
  const shown = async (client: Client) => [
    (await listed(client, source, { which: "all" })).some((one) => one.id === id),
    (await client.ask("getPerson", { params: { personId } })).transfers.length,
  ];
  for (const client of [committeeMember, general]) expect(await shown(client)).toEqual([true, 1]);
  await from.ask("acknowledgeTransfer", receipt(id));
  for (const client of [committeeMember, general]) expect(await shown(client)).toEqual([false, 0]);
  for (const client of [from, await group.caller("organizer.2", "organizer")])
    expect(await shown(client)).toEqual([true, 1]);
});

test("only the receiving branch acknowledges", async () => {
  const id = await issued(await member());
  await group.refused(from, "acknowledgeTransfer", receipt(id), "not_found");
  const stranger = await group.caller("stranger", "branch_secretary", far);
  await group.refused(stranger, "acknowledgeTransfer", receipt(id), "not_found");
  await group.refused(
    stranger,
    "returnTransfer",
    { params: { transferId: id }, body: { on: "2026-03-10", reason: "x" } },
    "not_found",
  );
});

test("a letter is returned with a reason, by either end, and the member stays", async () => {
  for (const [client, name] of [[to, "收方退回"] as const, [from, "发方收回"] as const]) {
    const personId = await member(name);
    const id = await issued(personId);
    const back = (reason: string) => ({ params: { transferId: id }, body: { on: "2026-03-10", reason } });
    const bare = await group.refused(client, "returnTransfer", back(" "), "transfer.rejected_without_reason");
    expect([bare.field, bare.values.rule]).toEqual(["reason", "MEM-07"]);
    await client.ask("returnTransfer", back(name));
    await group.refused(to, "acknowledgeTransfer", receipt(id), "transfer.settled");
    expect(await people(from, source, "2026-03-18")).toContain(personId);
    const [found] = (await listed(from, source, { which: "settled" })).filter((one) => one.id === id);
    expect([found?.state, found?.reason]).toEqual(["returned", name]);
  }
});

test.each([
  [{ validDays: 91 }, "validDays", "transfer.letter_days"],
  [{ issuedOn: "2026-03-19" }, "issuedOn", "transfer.in_future"],
  [{ toCode: null }, "toCode", "transfer.target_missing"],
  [{ outsideName: "外单位" }, "toCode", "transfer.target_missing"],
  [{ toCode: "nowhere" }, "toCode", "transfer.target_unknown"],
  [{ toCode: "committee" }, "toCode", "transfer.target_no_branch"],
  [{ toCode: "source" }, "toCode", "transfer.to_own_branch"],
  [{ issuedOn: "2025-12-31" }, undefined, "member.not_a_member"],
])("a letter with %o is refused by its field", async (over, field, code) => {
  const refusal = await group.refused(from, "issueTransfer", letter(await member(), over), code);
  expect(refusal.field).toBe(field);
});

test("nobody has two letters on their way, not even when both are issued at once", async () => {
  const personId = await member();
  const both = await Promise.all([1, 2].map(() => from.call("issueTransfer", letter(personId))));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  await group.refused(from, "issueTransfer", letter(personId), "transfer.on_its_way");
});

test.each([
  ["before the letter", "2026-02-28", "transfer.before_letter"],
  ["after it has expired", "2026-03-12", "transfer.letter_expired"],
  ["in the future", "2026-03-19", "transfer.in_future"],
])("a receipt %s is refused", async (_when, on, code) => {
  const id = await issued(await member(), { validDays: 10 });
  expect((await group.refused(to, "acknowledgeTransfer", receipt(id, on), code)).field).toBe("on");
});

test("a receipt names a 党小组 of the own branch", async () => {
  const other = await group.organization("og", { kind: "GROUP", parentId: far });
  const id = await issued(await member());
  const refusal = await group.refused(
    to,
    "acknowledgeTransfer",
    receipt(id, "2026-03-10", other),
    "person.group_of_another_branch",
  );
  expect(refusal.field).toBe("groupId");
});

test("a letter on its way keeps a death from being entered until it is settled", async () => {
  const personId = await member();
  await issued(personId);
  const body = { to: "DECEASED" as const, on: "2026-03-10", evidence: ["death_record" as const], decidedBy: "支委会" };
  await group.refused(from, "changeMemberState", { params: { personId }, body }, "member.on_transfer");
});

test("each end has its list; a letter long unanswered is warned of after 30, 60, 80 and 90 days", async () => {
  const personId = await member("等回执");
  const id = await issued(personId, { issuedOn: "2026-01-05", validDays: 90 });
  const warned = (items: Answer<"listTransfers">["items"]) => items.filter((one) => one.id === id);
  expect(warned(await listed(from, source, { which: "warned" }))[0]).toMatchObject({ warning: 60, direction: "out" });
  expect(warned(await listed(to, target, { direction: "in" }))[0]).toMatchObject({
    personName: "等回执",
    direction: "in",
  });
  expect(warned(await listed(to, target))).toEqual([]);
  expect(warned(await listed(from, source, { which: "settled" }))).toEqual([]);
  const fresh = await issued(await member("刚开出"));
  expect((await listed(from, source, { which: "warned" })).map((one) => one.id)).not.toContain(fresh);
});

test("page after page of letters shows each once", async () => {
  const whole = await listed(group.office, group.rootId, { which: "all" });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const query: Query = { which: "all", limit: 2, ...(after ? { after } : {}) };
    const page: Answer<"listTransfers"> = await group.office.ask("listTransfers", {
      params: { organizationId: group.rootId },
      query,
    });
    seen.push(...page.items.map((one) => one.id));
    after = page.next;
  } while (after);
  expect(seen).toEqual(whole.map((one) => one.id));
});

test("nobody else sees a letter, in lists or by counts", async () => {
  const stranger = await group.caller("stranger2", "branch_secretary", far);
  expect(await listed(stranger, far, { which: "all" })).toEqual([]);
  expect(await listed(stranger, far, { which: "all", direction: "in" })).toEqual([]);
  const got = await stranger.call("listTransfers", { params: { organizationId: source }, query: { which: "all" } });
  expect(got.refusal.code).toBe("not_found");
});

test("a restricted branch is named neutrally to the other end (PRV-22)", async () => {
  await group.query("UPDATE organization SET restriction = 'OVERSEAS', neutral_name = '第九支部' WHERE id = $1", [
    target,
  ]);
  const id = await issued(await member("去境外"));
  const [seen] = (await listed(from, source)).filter((one) => one.id === id);
  const [own] = (await listed(to, target, { direction: "in" })).filter((one) => one.id === id);
  expect([seen?.to, own?.to]).toEqual(["第九支部", "target"]);
  await group.query("UPDATE organization SET restriction = NULL WHERE id = $1", [target]);
});

test("the scores of both branches are asked for anew", async () => {
  await group.query("DELETE FROM outbox");
  await to.ask("acknowledgeTransfer", receipt(await issued(await member("计分")), "2026-03-10"));
  const rows = await group.query<{ id: string }>(
    "SELECT DISTINCT organization_id AS id FROM outbox WHERE month = '2026-03-01' ORDER BY 1",
  );
  expect(rows.map((row) => row.id).toSorted()).toEqual([source, target].toSorted());
});

test("a receipt leaves one audit entry, without names", async () => {
  const id = await issued(await member("不入审计"));
  await to.ask("acknowledgeTransfer", receipt(id));
  const entries = await group.query<{ text: string }>("SELECT a::text AS text FROM audit_entry a WHERE object = $1", [
    `transfer ${id}`,
  ]);
  expect(entries).toHaveLength(2);
  expect(entries.some(({ text }) => text.includes("不入审计"))).toBe(false);
});

test("the 党小组 of the branch that was left is named to nobody who can't see that branch", async () => {
  const groupId = await group.organization("sg", { kind: "GROUP", parentId: source });
  const body = { name: "组员", memberState: "FULL" as const, groupId, validFrom: "2026-01-01" };
  const { personId } = await group.office.ask("admitPerson", { params: { organizationId: source }, body });
  await to.ask("acknowledgeTransfer", receipt(await issued(personId)));
  const named = async (client: Client) =>
    (await client.ask("getPerson", { params: { personId } })).states.map(({ organizationName, groupName }) => [
      organizationName,
      groupName,
    ]);
  expect(await named(to)).toEqual([
    ["target", null],
    [null, null],
  ]);
  expect((await named(group.office))[1]).toEqual(["source", "sg"]);
});

test("a letter of somebody on the way into the Party is there only for those who develop members", async () => {
  const id = await issued(await member("申请人", "APPLICANT"));
  const committee = await group.caller("committee-member", "branch_committee_member", source);
  const ids = async (client: Client) => (await listed(client, source)).map((one) => one.id);
  expect(await ids(from)).toContain(id);
  expect(await ids(committee)).not.toContain(id);
});

test("a letter is of the branch that he belongs to, not of one that he has left", async () => {
  const personId = await member();
  await to.ask("acknowledgeTransfer", receipt(await issued(personId)));
  const early = letter(personId, { toCode: "far", issuedOn: "2026-03-05" });
  await group.refused(to, "issueTransfer", early, "member.not_a_member");
});

test("nobody is sent to a branch whose end is decided", async () => {
  const params = { organizationId: await group.organization("closing") };
  await group.office.ask("revokeOrganization", { params, body: { lastDay: "2026-12-31", reason: "并入其他支部" } });
  const sending = letter(await member(), { toCode: "closing" });
  const refusal = await group.refused(from, "issueTransfer", sending, "transfer.target_not_standing");
  expect(refusal.field).toBe("toCode");
});

test("a member's rights end with the receipt; those above both branches and those of the work go on", async () => {
  const personId = await member();
  await group.caller("leaving", "branch_secretary", source);
  await group.caller("staying", "general_branch_secretary");
  await group.caller("working", "organizer", source);
  const names = ["leaving", "staying", "working"];
  await group.query("UPDATE account SET person_id = $1 WHERE sign_in_name = ANY($2)", [personId, names]);
  await to.ask("acknowledgeTransfer", receipt(await issued(personId)));
  const ends = await group.query<{ until: string }>(
    `SELECT g.valid_to::text AS until FROM role_grant g JOIN account a ON a.id = g.account_id
     WHERE a.person_id = $1 ORDER BY a.sign_in_name`,
    [personId],
  );
  expect(ends.map(({ until }) => until)).toEqual(["2026-03-09", "2026-12-31", "2026-12-31"]);
});
