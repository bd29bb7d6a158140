import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type JointBranches, jointBranches, themeDay } from "../../testing/joint-branches.ts";

let group: JointBranches;
let officer: Client;
let recordIds: string[];
beforeAll(async () => {
  group = await jointBranches([3, 3, 3, 3, 3, 3]);
  officer = await group.lasting("checker", "party_affairs_officer");
  recordIds = [];
  for (const host of group.hosts)
    for (const day of ["2026-02-10", "2026-03-10"]) {
      const { recordId } = await group.secretary.ask("submitRecord", {
        params: { organizationId: host.id },
        body: themeDay(host, { occurredOn: day }),
        headers: { "idempotency-key": `sampled-${host.name}-${day}` },
      });
      recordIds.push(recordId);
    }
});
afterAll(() => group.close());

const draw = (over: object = {}, client = officer) =>
  client.call("drawSample", {
    params: { organizationId: group.rootId },
    body: { from: "2026-01-01", to: "2026-03-31", ...over },
  });
const items = async (sampleId: string) => (await officer.ask("getSample", { params: { sampleId } })).items;

test("ten per cent of twelve are two, the same for everybody who has the seed", async () => {
  const sample = await officer.ask("drawSample", {
    params: { organizationId: group.rootId },
    body: { from: "2026-01-01", to: "2026-03-31", seed: "2026年一季度" },
  });
  expect(sample).toMatchObject({ population: 12, drawn: 2, seed: "2026年一季度" });
  const numberOf = (id: string) => createHash("sha256").update(`2026年一季度\n${id}`).digest("hex");
  const byHand = [...recordIds].sort((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1)).slice(0, 2);
  expect((await items(sample.id)).map(({ recordId }) => recordId).sort()).toEqual(byHand.sort());
  const { items: listed } = await officer.ask("listSamples", { params: { organizationId: group.rootId }, query: {} });
  expect(listed).toMatchObject([{ id: sample.id, share: "0.1", open: 2, drawn: 2, drawnBy: "party_affairs_officer" }]);
});

test("without a seed the product chooses one and says it", async () => {
  const { seed } = await officer.ask("drawSample", {
    params: { organizationId: group.rootId },
    body: { from: "2026-03-01", to: "2026-03-31", share: "1" },
  });
  expect(seed.length).toBeGreaterThan(10);
});

test("a share of nothing and a time without records are refused, and a secretary draws nothing", async () => {
  expect((await draw({ share: "0" })).refusal.code).toBe("sample.share_out_of_range");
  expect((await draw({ share: "1.5" })).refusal.code).toBe("sample.share_out_of_range");
  expect((await draw({ to: "2026-01-31" })).refusal.code).toBe("sample.nothing_to_draw");
  expect((await draw({}, group.secretary)).refusal.code).toBe("access.not_allowed");
});

test("a drawn record is accepted, sent to be corrected, or taken back, and its check stands", async () => {
  const sample = await officer.ask("drawSample", {
    params: { organizationId: group.rootId },
    body: { from: "2026-02-01", to: "2026-02-28", share: "1" },
  });
  const [one, two, three] = (await items(sample.id)).map(({ recordId }) => recordId) as [string, string, string];
  const sending = (recordId: string, outcome: "accept" | "to_correct" | "reverse", reason = "") => ({
    params: { sampleId: sample.id, recordId },
    body: { outcome, reason },
  });
  const check = (...of: Parameters<typeof sending>) => officer.ask("checkSample", sending(...of));
  expect(await check(one, "accept")).toEqual({ state: "accepted", reopened: 0 });
  await group.refused(officer, "checkSample", sending(one, "reverse", "反悔"), "sample.checked_already");
  await group.refused(officer, "checkSample", sending(two, "to_correct"), "sample.reason_missing");
  await check(two, "to_correct", "签到人数与照片不符");
  const told = await group.secretary.ask("listRecordVersions", { params: { recordId: two } });
  expect(told.checks).toMatchObject([{ state: "to_correct", reason: "签到人数与照片不符", version: 1 }]);
  const { entry, version } = await group.secretary.ask("getRecordEntry", { params: { recordId: two } });
  await group.secretary.ask("correctRecord", {
    params: { recordId: two },
    body: { ...entry, place: "二楼", version, reason: "按抽查意见更正" },
    headers: { "idempotency-key": "after-sampling" },
  });
  expect((await items(sample.id)).find(({ recordId }) => recordId === two)).toMatchObject({
    state: "to_correct",
    reason: "签到人数与照片不符",
    version: 1,
    currentVersion: 2,
    checkedBy: "party_affairs_officer",
  });
  expect(await check(two, "accept")).toEqual({ state: "accepted", reopened: 0 });
  expect(await check(three, "reverse", "没有召开")).toEqual({ state: "reversed", reopened: 1 });
  const [net] = await group.query("SELECT coalesce(sum(sign), 0)::int AS sum FROM fact WHERE record_id = $1", [three]);
  expect(net).toEqual({ sum: 1 });
  const record = await group.secretary.ask("getRecord", { params: { recordId: three } });
  expect([record.state, record.satisfied]).toEqual(["revoked", []]);
});

test("nobody draws or checks what he entered, or what his own branch held", async () => {
  const [host] = group.hosts;
  if (!host) throw new Error("There is no branch");
  const both = await group.lasting("both", "party_affairs_officer");
  const [account] = await group.query<{ id: string }>("SELECT id FROM account WHERE sign_in_name = 'both'");
  await group.query("UPDATE account SET person_id = $1 WHERE id = $2", [host.personIds[0], account?.id]);
  const drawn = await both.ask("drawSample", {
    params: { organizationId: group.rootId },
    body: { from: "2026-03-01", to: "2026-03-31", share: "1" },
  });
  expect(drawn.population).toBe(5);
  const all = await officer.ask("drawSample", {
    params: { organizationId: group.rootId },
    body: { from: "2026-03-01", to: "2026-03-31", share: "1" },
  });
  const own = (await items(all.id)).find(({ organizationName }) => organizationName === host.name);
  const sending = {
    params: { sampleId: all.id, recordId: own?.recordId ?? "" },
    body: { outcome: "accept" as const, reason: "" },
  };
  await group.refused(both, "checkSample", sending, "sample.own_record");
  const reversal = { params: { recordId: own?.recordId ?? "" }, body: { reason: "不实" } };
  await group.refused(both, "reverseRecord", reversal, "sample.own_record");
});
