import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type JointBranches, type JointHost, jointBranches, themeDay } from "../../testing/joint-branches.ts";

let group: JointBranches;
let branch: JointHost;
beforeAll(async () => {
  group = await jointBranches([4]);
  [branch] = group.hosts as [JointHost];
});
afterAll(() => group.close());

const reasons = (reason: string) => [{ template: "organizational_life", check: "within_window", reason }];
let keys = 0;
function sending(over: Partial<Body<"submitRecord">> = {}) {
  keys += 1;
  const body = themeDay(branch, {
    templateCodes: ["organizational_life"],
    title: "组织生活会",
    topics: [],
    ...over,
  });
  return { params: { organizationId: branch.id }, body, headers: { "idempotency-key": `deviations-${keys}` } };
}

test("organisational life outside the last quarter asks why, and nothing is written without it", async () => {
  await group.refused(group.secretary, "submitRecord", sending(), "record.deviation_reason_missing");
  const others = [{ ...reasons("上级统一安排")[0]!, check: "attendance" }];
  await group.refused(
    group.secretary,
    "submitRecord",
    sending({ deviations: others }),
    "record.deviation_reason_missing",
  );
  const { draftId: _none, ...body } = sending().body;
  const told = await group.secretary.ask("previewRecord", { params: { organizationId: branch.id }, body });
  expect(told.refusal).toMatchObject({
    code: "record.deviation_reason_missing",
    values: { template: "organizational_life", check: "within_window" },
  });
  expect(told.result?.deviations).toMatchObject([{ check: "within_window", reason: null }]);
});

test("with the reason it is taken, and the record shows what was done otherwise and why", async () => {
  const deviations = reasons("上级统一安排");
  const submitted = await group.secretary.ask("submitRecord", sending({ deviations }));
  const shown = {
    organizationId: branch.id,
    templateCode: "organizational_life",
    check: "within_window",
    name: { zh: "一般在 10-01 至 12-31 之间", en: "Generally between 10-01 and 12-31" },
    reason: "上级统一安排",
  };
  expect(submitted.deviations).toMatchObject([shown]);
  const { recordId } = submitted;
  const record = await group.secretary.ask("getRecord", { params: { recordId } });
  expect(record.deviations).toEqual(submitted.deviations);

  const { entry, version } = await group.secretary.ask("getRecordEntry", { params: { recordId } });
  expect(entry.deviations).toEqual(deviations);
  const correcting = (over: object, key: string) => ({
    params: { recordId },
    body: { ...entry, title: "组织生活会（补）", version, reason: "改标题", ...over },
    headers: { "idempotency-key": key },
  });
  const silent = correcting({ deviations: [] }, "deviation-silent");
  await group.refused(group.secretary, "correctRecord", silent, "record.deviation_reason_missing");
  const corrected = await group.secretary.ask("correctRecord", correcting({}, "deviation-kept"));
  expect(corrected.deviations).toMatchObject([shown]);
});
