import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "./stage.ts";
import { buildWorld } from "./world.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test("the small world has two groups of the same shape and a record with a photograph in each branch", async () => {
  const world = await buildWorld(stage);
  const client = await world.client("alpha.office");
  const record = await client.ask("getRecord", { params: { recordId: world.alpha.first.meeting.recordId } });
  expect(record).toMatchObject({ expected: 11, present: 10, files: [{ id: world.alpha.first.meeting.fileId }] });
  expect(world.beta.tenantId).not.toBe(world.alpha.tenantId);
});
