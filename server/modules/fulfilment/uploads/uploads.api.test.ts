import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApplication } from "../../../application.ts";
import { openPartStore } from "../../../platform/files/parts.ts";
import { Client } from "../../../testing/client.ts";
import { meetingBody } from "../../../testing/meeting.ts";
import { docx } from "../../../testing/papers.ts";
import { jpeg } from "../../../testing/photographs.ts";
import { openStage } from "../../../testing/stage.ts";
import { tableMarks } from "../../../testing/table-marks.ts";
import { announce, digestOf, put, send } from "../../../testing/uploads.ts";
import { type Branch, buildWorld, type World } from "../../../testing/world.ts";
import { clearUploads } from "./clear-uploads.ts";

let world: World;
let branch: Branch;
let secretary: Client;
let colleague: Client;
let stranger: Client;
beforeAll(async () => {
  world = await buildWorld(await openStage());
  branch = world.alpha.first;
  await world.alpha.account("alpha.first.secretary", "branch_secretary", branch.id);
  await world.alpha.account("alpha.first.member", "branch_committee_member", branch.id);
  await world.beta.account("beta.first.secretary", "branch_secretary", world.beta.first.id);
  secretary = await world.client("alpha.first.secretary");
  colleague = await world.client("alpha.first.member");
  stranger = await world.client("beta.first.secretary");
});
afterAll(() => world.close());

const marks = () => tableMarks(world.database.superUrl);
const filesIn = async (folder: string) => readdir(join(world.folder, "files", folder)).catch(() => []);
let shade = 0;
/** Another photograph each time, of about 300 bytes. */
const photograph = () => {
  shade += 1;
  return jpeg({ shade, orientation: 6, comment: `place ${shade}` });
};
const begun = async (bytes: Buffer, by = secretary) => (await announce(by, branch.id, bytes)).answer.id;

test("a file that comes in pieces becomes one, a photograph without its place", async () => {
  const bytes = photograph();
  const id = await begun(bytes);
  expect((await put(secretary, id, 0, bytes.subarray(0, 100))).answer).toEqual({
    id,
    size: bytes.length,
    received: 100,
    file: null,
  });
  expect((await secretary.ask("getUpload", { params: { uploadId: id } })).received).toBe(100);
  const { file } = (await put(secretary, id, 100, bytes.subarray(100))).answer;
  expect(file?.mediaType).toBe("image/jpeg");
  expect((await secretary.ask("getUpload", { params: { uploadId: id } })).file).toEqual(file);
  const kept = await readFile(
    join(world.folder, "files", file?.id.slice(0, 2) ?? "", file?.id.slice(2, 4) ?? "", file?.id ?? ""),
  );
  expect(kept.toString("latin1")).not.toMatch(/GPS|39\.9|owner-of-camera|place/);
  expect(digestOf(kept)).toBe(file?.id);
  expect(await filesIn("parts")).not.toContain(id);
});

test("a piece that is lost, comes twice or too early is told where to go on, and changes nothing", async () => {
  const bytes = photograph();
  const id = await begun(bytes);
  await put(secretary, id, 0, bytes.subarray(0, 50));
  const before = await marks();
  for (const [offset, piece] of [
    [0, bytes.subarray(0, 50)],
    [100, bytes.subarray(100)],
    [49, bytes.subarray(49, 60)],
    [0, Buffer.alloc(0)],
  ] as const) {
    const got = await put(secretary, id, offset, piece);
    expect([got.status, got.refusal.code, got.refusal.values]).toEqual([409, "upload.offset", { received: 50 }]);
  }
  expect((await put(secretary, id, 50, Buffer.alloc(0))).refusal.code).toBe("file.empty");
  expect((await put(secretary, id, 50, Buffer.concat([bytes.subarray(50), Buffer.from("x")]))).refusal.code).toBe(
    "upload.too_long",
  );
  expect((await put(secretary, id, 50, Buffer.alloc(1024 * 1024 + 1))).status).toBe(413);
  expect(await marks()).toEqual(before);
  expect((await put(secretary, id, 50, bytes.subarray(50))).answer.file).not.toBeNull();
  expect((await put(secretary, id, 50, bytes.subarray(50))).refusal.values).toEqual({ received: bytes.length });
});

test("only the beginning and the end stand in the audit, and no name of a file", async () => {
  const bytes = photograph();
  const audit = await world.client("alpha.audit");
  const actions = async () => (await audit.ask("listAudit", { query: { limit: 5 } })).items;
  const [last] = await actions();
  const id = (await announce(secretary, branch.id, bytes, { name: "张三.jpg" })).answer.id;
  await put(secretary, id, 0, bytes.subarray(0, 50));
  await put(secretary, id, 50, bytes.subarray(50, 90));
  await put(secretary, id, 90, bytes.subarray(90));
  const added = (await actions()).slice(0, 3);
  expect(added.map(({ action }) => action)).toEqual([
    "fulfilment.finish_upload",
    "fulfilment.begin_upload",
    last?.action,
  ]);
  expect(added[2]?.id).toBe(last?.id);
  expect(JSON.stringify(added)).not.toContain("张三");
});

test("two who send the same piece at once leave it there once", async () => {
  const bytes = photograph();
  const id = await begun(bytes);
  const got = await Promise.all([1, 2, 3, 4].map(() => put(secretary, id, 0, bytes.subarray(0, 80))));
  expect(got.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  expect((await put(secretary, id, 80, bytes.subarray(80))).answer.file).not.toBeNull();
});

test("whoever announces the same file again goes on where he stopped, or is told that it is there", async () => {
  const bytes = photograph();
  const id = await begun(bytes);
  await put(secretary, id, 0, bytes.subarray(0, 70));
  expect((await announce(secretary, branch.id, bytes)).answer).toEqual({
    id,
    size: bytes.length,
    received: 70,
    file: null,
  });
  const { file } = (await put(secretary, id, 70, bytes.subarray(70))).answer;
  expect((await announce(secretary, branch.id, bytes)).answer.file).toEqual(file);
  expect((await announce(colleague, branch.id, bytes)).answer).toMatchObject({ received: 0, file: null });
});

test("announced twice at once it is one upload", async () => {
  const bytes = photograph();
  const answers = await Promise.all([1, 2, 3, 4].map(() => announce(secretary, branch.id, bytes)));
  expect(new Set(answers.map(({ answer }) => answer.id)).size).toBe(1);
});

test("another's upload isn't there, neither for a colleague nor for another group", async () => {
  const bytes = photograph();
  const uploadId = await begun(bytes);
  const before = await marks();
  for (const other of [colleague, stranger]) {
    expect((await put(other, uploadId, 0, bytes)).refusal.code).toBe("not_found");
    expect((await other.call("getUpload", { params: { uploadId } })).refusal.code).toBe("not_found");
  }
  expect((await announce(stranger, branch.id, bytes)).refusal.code).toBe("not_found");
  expect(await marks()).toEqual(before);
});

test("of somebody who isn't signed in not even the bytes are read", async () => {
  const got = await put(new Client(world.server), await begun(photograph()), 0, Buffer.alloc(2 * 1024 * 1024));
  expect(got.refusal.code).toBe("sign_in.needed");
});

test("what isn't what was announced is thrown away, and can be announced anew", async () => {
  const bytes = photograph();
  const wrong = Buffer.from(bytes);
  wrong[200] = (wrong[200] as number) ^ 1;
  const id = await begun(bytes);
  const got = await put(secretary, id, 0, wrong);
  expect([got.status, got.refusal.code]).toEqual([422, "upload.hash_differs"]);
  expect(await filesIn("parts")).not.toContain(id);
  expect((await secretary.call("getUpload", { params: { uploadId: id } })).refusal.code).toBe("not_found");
  expect((await send(secretary, branch.id, bytes)).answer.file).not.toBeNull();
});

test("a file of a kind that isn't allowed leaves nothing behind, whatever it is called", async () => {
  const before = await marks();
  const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)]);
  const got = await send(secretary, branch.id, program, "photo.jpg");
  expect(got.refusal.code).toBe("file.kind_not_allowed");
  const after = await marks();
  const told = ["audit_entry", "audit_unsealed", "upload"];
  for (const table of told)
    expect(after[table]?.split("/")[0]).toBe(
      table === "upload" ? before[table]?.split("/")[0] : after[table]?.split("/")[0],
    );
  for (const table of Object.keys(before)) if (!told.includes(table)) expect(after[table], table).toBe(before[table]);
});

test("nothing, too much and too many are refused before a byte is sent", async () => {
  const before = await marks();
  expect((await announce(secretary, branch.id, Buffer.alloc(0))).refusal.code).toBe("file.empty");
  const size = 50 * 1024 * 1024 + 1;
  expect((await announce(secretary, branch.id, photograph(), { size })).refusal).toMatchObject({
    code: "upload.too_large",
    values: { megabytes: 50 },
  });
  expect(await marks()).toEqual(before);
  await world.alpha.account("alpha.first.busy", "branch_secretary", branch.id);
  const busy = await world.client("alpha.first.busy");
  for (let number = 0; number < 40; number += 1)
    expect((await announce(busy, branch.id, Buffer.from(`text ${number}`))).status).toBe(200);
  expect((await announce(busy, branch.id, Buffer.from("text 40"))).refusal.code).toBe("upload.too_many");
  expect((await announce(busy, branch.id, Buffer.from("text 7"))).status).toBe(200);
});

test("an upload goes on after the server was started anew between two pieces", async () => {
  const bytes = photograph();
  const id = await begun(bytes);
  await put(secretary, id, 0, bytes.subarray(0, 90));
  const again = await openApplication(world.application.settings);
  const server = await again.server({ webFolder: null, overTls: false, trustProxy: false, metricsToken: null });
  try {
    const returned = new Client(server);
    Object.assign(returned, { cookie: secretary.cookie, csrf: secretary.csrf });
    const { received } = await returned.ask("getUpload", { params: { uploadId: id } });
    expect(received).toBe(90);
    const { file } = (await put(returned, id, received, bytes.subarray(received))).answer;
    expect(file?.mediaType).toBe("image/jpeg");
  } finally {
    await server.close();
    await again.close();
  }
});

test("a break between the last piece and the check is made good by asking once more", async () => {
  const bytes = photograph();
  const id = await begun(bytes);
  await put(secretary, id, 0, bytes.subarray(0, 90));
  await openPartStore(join(world.folder, "files")).write(id, 90, bytes.subarray(90));
  await world.application.workshop.database.writing(world.alpha.tenantId, {}, async (transaction) => {
    await transaction.updateTable("upload").set({ received: bytes.length }).where("id", "=", id).execute();
  });
  const got = await Promise.all([1, 2, 3].map(() => put(secretary, id, bytes.length, Buffer.alloc(0))));
  const files = got.filter(({ status }) => status === 200).map(({ answer }) => answer.file);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(file).toEqual(files[0]);
});

test("a day after it began an upload can't be gone on with, and is cleared away with its bytes", async () => {
  const bytes = photograph();
  const id = await begun(bytes);
  await put(secretary, id, 0, bytes.subarray(0, 60));
  const kept = await begun(photograph());
  const { clock, application, alpha } = world;
  const began = clock();
  const after = (milliseconds: number) => clock.set(new Date(began.getTime() + milliseconds).toISOString());
  const parts = openPartStore(join(world.folder, "files"));
  const clear = () => clearUploads(application.workshop.database, parts, alpha.tenantId, clock());
  after(24 * 3_600_000 - 1000);
  await clear();
  // A session doesn't last as long.
  const signedIn = () => world.client("alpha.first.secretary");
  expect((await (await signedIn()).ask("getUpload", { params: { uploadId: id } })).received).toBe(60);
  after(24 * 3_600_000 + 60_000);
  const late = await signedIn();
  expect((await put(late, id, 60, bytes.subarray(60))).refusal.code).toBe("upload.expired");
  expect((await late.call("getUpload", { params: { uploadId: kept } })).refusal.code).toBe("upload.expired");
  expect(await filesIn("parts")).toContain(id);
  await clear();
  expect((await put(late, id, 60, bytes.subarray(60))).refusal.code).toBe("not_found");
  expect(await filesIn("parts")).not.toContain(id);
  after(0);
  secretary = await signedIn();
  stranger = await world.client("beta.first.secretary");
});

test("a paper stands at its record, is downloaded and never run, and photographs are still not needed", async () => {
  const bytes = docx(["主题党日方案"]);
  const { file } = (await send(secretary, branch.id, bytes, "方案.exe")).answer;
  const fileId = file?.id ?? "";
  expect(fileId).toBe(digestOf(bytes));
  const materials = [{ code: "plan", fileId }];
  const body = meetingBody(branch, { materials, occurredOn: "2026-03-12" });
  const params = { organizationId: branch.id };
  const submitted = await secretary.call("submitRecord", {
    params,
    body,
    headers: { "idempotency-key": "with-paper" },
  });
  const { recordId } = submitted.answer;
  const record = await secretary.ask("getRecord", { params: { recordId } });
  expect(record.files).toEqual([]);
  expect(record.materials).toEqual([
    { code: "plan", name: expect.anything(), fileId, mediaType: file?.mediaType, size: bytes.length },
  ]);
  const got = await secretary.call("getRecordFile", { params: { recordId, fileId } });
  expect(got.bytes).toEqual(bytes);
  expect(got.headers).toMatchObject({
    "content-type": file?.mediaType,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "content-disposition": `attachment; filename="${fileId.slice(0, 12)}.docx"`,
  });
  expect((await stranger.call("getRecordFile", { params: { recordId, fileId } })).refusal.code).toBe("not_found");
});
