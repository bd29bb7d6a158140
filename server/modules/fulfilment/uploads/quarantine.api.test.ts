import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import type { Client } from "../../../testing/client.ts";
import { meetingBody } from "../../../testing/meeting.ts";
import { docx, pdf, pdfString, pptx } from "../../../testing/papers.ts";
import { jpeg } from "../../../testing/photographs.ts";
import { openStage } from "../../../testing/stage.ts";
import { rowCounts } from "../../../testing/table-marks.ts";
import { announce, digestOf, put, send } from "../../../testing/uploads.ts";
import { workbookOf } from "../../../testing/workbooks.ts";
import { type Branch, buildWorld, type World } from "../../../testing/world.ts";

let world: World;
let branch: Branch;
let secretary: Client;
let officer: Client;
let foreignOfficer: Client;
beforeAll(async () => {
  world = await buildWorld(await openStage());
  branch = world.alpha.first;
  await world.alpha.account("alpha.first.secretary", "branch_secretary", branch.id);
  secretary = await world.client("alpha.first.secretary");
  officer = await world.client("alpha.office");
  foreignOfficer = await world.client("beta.office");
});
afterAll(() => world.close());
beforeEach(async () => {
  await withClient(world.database.superUrl, (superuser) => superuser.query("DELETE FROM quarantined_file"));
});

const list = async (by = officer, state?: "open" | "handled") =>
  (await by.ask("listQuarantined", { params: { organizationId: branch.id }, query: state ? { state } : {} })).items;
const folder = (name: string) => join(world.folder, "files", name);
const everyFile = async () =>
  (await readdir(folder("."), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
const marked = (words = "机密★10年") => docx([words, `第 ${Math.random()} 稿`]);

test.each<[string, () => Buffer, string, string]>([
  ["a Word file", () => docx(["绝密★长期", "正文"]), "方案.docx", "绝密"],
  ["a workbook", () => workbookOf({ 表: [["秘密"], ["甲"]] }), "表.xlsx", "秘密"],
  ["a presentation", () => pptx(["机密", "课件"]), "课件.pptx", "机密"],
  ["a PDF", () => pdf({ objects: `<< /Title ${pdfString("秘密★1年 通知")} >>` }), "通知.pdf", "秘密"],
  ["a text", () => Buffer.from("密级：机密\n正文"), "正文.txt", "机密"],
  [
    "a paper whose kind would be refused as well",
    () => docx(["机密"], [{ name: "word/vbaProject.bin", bytes: Buffer.from("a") }]),
    "x.docm",
    "机密",
  ],
])("%s that is marked goes into quarantine, and its sender learns what to do", async (_kind, make, name, marking) => {
  const before = await rowCounts(world.database.superUrl);
  const bytes = make();
  const got = await send(secretary, branch.id, bytes, name);
  expect(got.status).toBe(422);
  expect(got.refusal).toMatchObject({
    code: "file.quarantined",
    values: { marking, procedure: "disconnect report register clear" },
  });
  expect(got.refusal.message).toMatch(/误传处置.*断开网络.*报告.*登记.*清除/);
  const items = await list();
  expect(items).toMatchObject([{ name, marking, foundIn: "content", size: bytes.length, outcome: null, own: false }]);
  const after = await rowCounts(world.database.superUrl);
  for (const table of ["file", "file_use", "upload"]) expect(after[table], table).toBe(before[table]);
  expect(await readFile(join(folder("quarantine"), items[0]?.id ?? ""))).toEqual(bytes);
});

test("a name that bears a marking is enough, and not one byte is taken", async () => {
  const got = await announce(secretary, branch.id, jpeg(), { name: "机密-会场.jpg" });
  expect([got.status, got.refusal.code]).toEqual([422, "file.quarantined"]);
  expect(await list()).toMatchObject([{ name: "机密-会场.jpg", foundIn: "name", marking: "机密" }]);
  const { rows } = await withClient(world.database.superUrl, (superuser) =>
    superuser.query("SELECT held FROM quarantined_file"),
  );
  expect(rows).toEqual([{ held: false }]);
});

test("a paper about keeping secrets is no secret", async () => {
  const got = await send(
    secretary,
    branch.id,
    docx(["学习《保守国家秘密法》", "保护商业秘密，更换手机密码"]),
    "保守国家秘密讲稿.docx",
  );
  expect(got.status).toBe(200);
  expect(await list()).toEqual([]);
});

test("what is in quarantine can be reached by no address, whoever asks and under whatever id", async () => {
  const canary = `canary-${Math.random()}`;
  const bytes = Buffer.from(`机密★\n${canary}`);
  const begun = (await announce(secretary, branch.id, bytes, { name: "a.txt" })).answer;
  expect((await put(secretary, begun.id, 0, bytes)).status).toBe(422);
  const [{ id = "" } = {}] = await list();
  const holding = [];
  for (const entry of await everyFile()) {
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(canary)) holding.push(path);
  }
  expect(holding).toEqual([join(folder("quarantine"), id)]);
  // Nothing may take it for a file: not a record, not a download, not a further piece.
  const body = meetingBody(branch, { fileIds: [digestOf(bytes)] });
  const submitted = await secretary.call("submitRecord", {
    params: { organizationId: branch.id },
    body,
    headers: { "idempotency-key": "quarantined" },
  });
  expect(submitted.refusal.code).toBe("record.file_unknown");
  const reads = (Object.keys(routes) as RouteName[]).filter((name) => /upload|file|quarantin/i.test(routes[name].path));
  expect(reads.length).toBeGreaterThanOrEqual(7);
  for (const client of [secretary, officer])
    for (const name of reads)
      for (const one of [id, begun.id, digestOf(bytes)]) {
        const got = await client.call(name, {
          params: {
            organizationId: branch.id,
            uploadId: one,
            quarantinedId: one,
            fileId: one,
            recordId: branch.meeting.recordId,
          },
          query: name === "appendUpload" ? { offset: 0 } : {},
          ...(routes[name].method === "GET" ? {} : { body: {} }),
        } as never);
        expect(got.text, name).not.toContain(canary);
      }
});

test("who handles it enters how; its bytes are gone then, and it is handled once", async () => {
  const bytes = marked();
  await send(secretary, branch.id, bytes, "a.docx");
  const [{ id = "" } = {}] = await list();
  const body = { outcome: "cleared" as const, note: "已报告保密办，清除完毕" };
  const params = { quarantinedId: id };
  expect((await foreignOfficer.call("handleQuarantined", { params, body })).refusal.code).toBe("not_found");
  expect((await secretary.call("handleQuarantined", { params, body })).refusal.code).toBe("access.not_allowed");
  expect((await officer.call("handleQuarantined", { params, body: { ...body, note: "  " } })).refusal.code).toBe(
    "request.invalid",
  );
  expect(await readdir(folder("quarantine"))).toContain(id);
  const entries = async () => (await rowCounts(world.database.superUrl)).audit_entry;
  const before = Number(await entries());
  expect(await officer.ask("handleQuarantined", { params, body })).toEqual({ id, outcome: "cleared" });
  expect(await entries()).toBe(before + 1);
  expect(await readdir(folder("quarantine"))).not.toContain(id);
  expect((await officer.call("handleQuarantined", { params, body })).refusal.code).toBe("quarantine.handled_already");
  expect(await list(officer, "open")).toEqual([]);
  expect(await list(officer, "handled")).toMatchObject([{ id, outcome: "cleared", note: body.note }]);
  expect((await send(secretary, branch.id, bytes, "b.docx")).refusal.code).toBe("file.quarantined");
  expect((await list(officer, "open"))[0]).toMatchObject({ name: "b.docx", foundIn: "content" });
});

test("nobody handles what he sent himself", async () => {
  await send(officer, branch.id, marked(), "a.docx");
  const [item] = await list();
  expect(item?.own).toBe(true);
  const body = { outcome: "misjudged" as const, note: "是我自己的" };
  const got = await officer.call("handleQuarantined", { params: { quarantinedId: item?.id ?? "" }, body });
  expect(got.refusal.code).toBe("quarantine.own_upload");
  expect(await list(officer, "open")).toHaveLength(1);
});

test("what was misjudged may be sent again, exactly as it was", async () => {
  const bytes = marked("培训讲稿：文件首页应标注“机密★”");
  expect((await send(secretary, branch.id, bytes, "讲稿.docx")).refusal.code).toBe("file.quarantined");
  const [{ id = "" } = {}] = await list();
  await officer.ask("handleQuarantined", {
    params: { quarantinedId: id },
    body: { outcome: "misjudged", note: "公开的培训讲稿，样式举例" },
  });
  expect((await send(secretary, branch.id, bytes, "讲稿.docx")).answer.file?.id).toBe(digestOf(bytes));
  const other = marked("培训讲稿：文件首页应标注“机密★”");
  expect((await send(secretary, branch.id, other, "讲稿.docx")).refusal.code).toBe("file.quarantined");
});

test("the same file sent again before it is handled stands in the list once", async () => {
  const bytes = marked();
  for (let time = 0; time < 3; time += 1)
    expect((await send(secretary, branch.id, bytes, "a.docx")).refusal.code).toBe("file.quarantined");
  expect(await list()).toHaveLength(1);
});

test("the list goes page by page and shows nothing of another group", async () => {
  for (let number = 0; number < 5; number += 1)
    await announce(secretary, branch.id, Buffer.from(`${number}`), { name: `绝密 ${number}.txt` });
  const query = { limit: 2 };
  const params = { organizationId: world.alpha.root.id };
  const names: string[] = [];
  let after: string | null | undefined;
  do {
    const got = await officer.ask("listQuarantined", { params, query: after ? { ...query, after } : query });
    names.push(...got.items.map(({ name }) => name));
    after = got.next;
  } while (after);
  expect(names.toSorted()).toEqual([0, 1, 2, 3, 4].map((number) => `绝密 ${number}.txt`));
  expect((await foreignOfficer.call("listQuarantined", { params })).refusal.code).toBe("not_found");
});
