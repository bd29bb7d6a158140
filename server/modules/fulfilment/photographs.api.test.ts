import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../../testing/client.ts";
import { meetingBody } from "../../testing/meeting.ts";
import { jpeg, png } from "../../testing/photographs.ts";
import { openStage } from "../../testing/stage.ts";
import { tableMarks } from "../../testing/table-marks.ts";
import { type Branch, buildWorld, type World } from "../../testing/world.ts";

let world: World;
let branch: Branch;
let secretary: Client;
beforeAll(async () => {
  world = await buildWorld(await openStage());
  branch = world.alpha.first;
  await world.alpha.account("alpha.first.secretary", "branch_secretary", branch.id);
  secretary = await world.client("alpha.first.secretary");
});
afterAll(() => world.close());

const upload = (bytes: Buffer, type = "image/jpeg") =>
  secretary.call("uploadFile", {
    params: { organizationId: branch.id },
    raw: bytes,
    headers: { "content-type": type },
  });
const html = "<!doctype html><script>alert(1)</script>";
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const whole = jpeg();

test.each<[string, Buffer, string, string]>([
  ["a text", Buffer.from("no photograph at all, only a text ".repeat(10)), "image/jpeg", "file.not_an_image"],
  ["HTML that says it is a PNG", Buffer.from(html.repeat(5)), "image/png", "file.not_an_image"],
  ["SVG with a script", Buffer.from(svg.repeat(3)), "image/svg+xml", "file.not_an_image"],
  ["half a JPEG", whole.subarray(0, whole.length - 30), "image/jpeg", "file.not_an_image"],
  ["half a PNG", png().subarray(0, 50), "image/png", "file.not_an_image"],
  ["HTML that begins like a GIF", Buffer.from(`GIF89a/*${html}*/`.repeat(5)), "image/gif", "file.not_an_image"],
  [
    "HTML behind the first bytes of a JPEG",
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(html.repeat(5))]),
    "image/jpeg",
    "file.not_an_image",
  ],
  [
    "a PNG of no width",
    Buffer.concat([png().subarray(0, 16), Buffer.alloc(4), png().subarray(20)]),
    "image/png",
    "file.not_an_image",
  ],
  ["nothing", Buffer.alloc(0), "image/jpeg", "file.empty"],
])("%s is no photograph", async (_name, bytes, type, code) => {
  const before = await tableMarks(world.database.superUrl);
  const got = await upload(bytes, type);
  expect([got.status, got.refusal.code]).toEqual([422, code]);
  expect(await tableMarks(world.database.superUrl)).toEqual(before);
});

test("a photograph is kept without the place, the camera's owner and what was hidden behind it", async () => {
  const file = (await upload(jpeg({ orientation: 6, comment: html, after: html, shade: 9 }))).answer;
  const stored = await download(file.id, "photo-1");
  expect(stored.bytes.toString("latin1")).not.toMatch(/GPS|owner-of-camera|script/);
  expect(createHash("sha256").update(stored.bytes).digest("hex")).toBe(file.id);
  expect(file).toMatchObject({ mediaType: "image/jpeg", size: stored.bytes.length });
});

test("a photograph that is HTML as well is stored as a picture only, and can't run where it is shown", async () => {
  const file = (await upload(png(html), "image/png")).answer;
  const stored = await download(file.id, "photo-2");
  expect(stored.bytes.includes("script")).toBe(false);
  expect(stored.headers).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  });
});

test("of somebody who isn't signed in not even the bytes are read", async () => {
  const raw = Buffer.alloc(51 * 1024 * 1024);
  const params = { organizationId: branch.id };
  const got = await new Client(world.server).call("uploadFile", {
    params,
    raw,
    headers: { "content-type": "image/jpeg" },
  });
  expect(got.refusal.code).toBe("sign_in.needed");
});

test("the same photograph sent twice is kept once", async () => {
  const first = (await upload(jpeg({ shade: 77 }))).answer;
  const again = (await upload(jpeg({ shade: 77, orientation: 1, comment: "another comment" }))).answer;
  expect(again).toEqual(first);
});

test("a photograph that no record uses can be read by nobody", async () => {
  const file = (await upload(jpeg({ shade: 78 }))).answer;
  const params = { recordId: branch.meeting.recordId, fileId: file.id };
  expect((await secretary.call("getRecordFile", { params })).refusal.code).toBe("not_found");
});

test("two branches may use the same photograph, each its own upload only", async () => {
  const bytes = jpeg({ shade: 79 });
  const { second } = world.alpha;
  await world.alpha.account("alpha.second.secretary", "branch_secretary", second.id);
  const colleague = await world.client("alpha.second.secretary");
  const file = (await upload(bytes)).answer;
  const submit = () =>
    colleague.call("submitRecord", {
      params: { organizationId: second.id },
      body: meetingBody(second, { fileIds: [file.id] }),
      headers: { "idempotency-key": "same-photograph" },
    });
  expect((await submit()).refusal.code).toBe("record.file_unknown");
  await colleague.ask("uploadFile", {
    params: { organizationId: second.id },
    raw: bytes,
    headers: { "content-type": "image/jpeg" },
  });
  expect((await submit()).status).toBe(200);
});

async function download(fileId: string, key: string) {
  const body = meetingBody(branch, { fileIds: [fileId] });
  const headers = { "idempotency-key": `with-${key}` };
  const { recordId } = await secretary.ask("submitRecord", { params: { organizationId: branch.id }, body, headers });
  const got = await secretary.call("getRecordFile", { params: { recordId, fileId } });
  expect(got.status).toBe(200);
  return got;
}
