import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordBody } from "../../bench/record-body.ts";
import type { Client, Got } from "../../server/testing/client.ts";
import { ledgerOf } from "../../server/testing/ledger-files.ts";
import { jpeg } from "../../server/testing/photographs.ts";
import { rosterOf } from "../../server/testing/roster-files.ts";
import { unzipped } from "../../server/testing/unzipped.ts";
import { send } from "../../server/testing/uploads.ts";
import { type Drill, outcomeOf } from "../drill.ts";
import { type DrilledServer, startDrilledServer } from "../drilled-server.ts";
import { announcedSizes } from "./announced-sizes.ts";
import { type HostileFile, hostilePapers, hostileWorkbooks, ofThisMachine } from "./hostile-files.ts";
import { liveFormulas, writtenFormulas } from "./live-formulas.ts";

const mostGrowth = 100;
const mostSeconds = 1;
const octets = { "content-type": "application/octet-stream" };
const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "＝1+1", "＋1", "－1", "＠1"];

/** Everything that takes a file, for every kind of hostile file; and what is given out again is dead text. */
export const hostileDrill: Drill = {
  code: "T8",
  name: "files",
  mutants: ["bombs_taken", "place_kept", "formulas_live"],
  async run() {
    const drilled = await startDrilledServer(2);
    try {
      const refused = await allRefused(drilled);
      const announced = await announcedSizes(drilled);
      const given = await givenOut(drilled);
      const line = `${refused.line}, 2 × 4 GB refused as announced, ${given.line}`;
      return outcomeOf(line, [...refused.found, ...announced, ...given.found]);
    } finally {
      await drilled.clear();
    }
  },
};

type Part = { readonly line: string; readonly found: string[] };
type Way = { readonly name: string; readonly send: (file: HostileFile) => Promise<Got<never>> };

async function allRefused(drilled: DrilledServer): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-drill-"));
  try {
    writeFileSync(join(folder, "outside"), ofThisMachine);
    const officer = await drilled.signedIn("officer");
    const [workbooks, papers] = [hostileWorkbooks(join(folder, "outside")), hostilePapers()];
    // What is loaded with the first file of all isn't the file's.
    await officer.call("previewRoster", {
      params: { organizationId: drilled.rootId },
      raw: rosterOf({ 组织: [] }),
      headers: octets,
    });
    const before = drilled.megabytes().now;
    drilled.forgetPeak();
    const found: string[] = [];
    let [sent, slowest] = [0, 0];
    for (const [ways, files] of [
      [workbookWays(officer, drilled.rootId), workbooks],
      [paperWays(officer, drilled.rootId), papers],
    ] as const)
      for (const way of ways)
        for (const file of files) {
          const began = performance.now();
          const got = await way.send(file);
          const seconds = (performance.now() - began) / 1000;
          [sent, slowest] = [sent + 1, Math.max(slowest, seconds)];
          const told = `${file.name} to ${way.name}`;
          if (got.status < 400 || got.status >= 500) found.push(`${told}: ${got.status} ${got.text.slice(0, 120)}`);
          if (got.text.includes(ofThisMachine)) found.push(`${told}: a file of this machine was read`);
          if (seconds > mostSeconds) found.push(`${told}: ${seconds.toFixed(1)} s`);
        }
    const growth = drilled.megabytes().peak - before;
    if (growth > mostGrowth) found.push(`memory grew by ${growth.toFixed(0)} MB`);
    return {
      line: `${workbooks.length + papers.length} hostile files, ${sent} times refused, slowest ${slowest.toFixed(2)} s, memory +${Math.max(0, growth).toFixed(0)} MB`,
      found,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function workbookWays(officer: Client, organizationId: string): Way[] {
  const params = { organizationId };
  const query = { source: "safety", month: "2026-03" };
  const as = (bytes: Buffer) => ({ params, raw: bytes, headers: octets });
  const way = (name: string, call: (bytes: Buffer) => Promise<unknown>): Way => ({
    name,
    send: async ({ bytes }) => (await call(bytes)) as Got<never>,
  });
  return [
    way("previewRoster", (bytes) => officer.call("previewRoster", as(bytes))),
    way("rosterErrors", (bytes) => officer.call("rosterErrors", as(bytes))),
    way("previewLedger", (bytes) => officer.call("previewLedger", as(bytes))),
    way("ledgerErrors", (bytes) => officer.call("ledgerErrors", as(bytes))),
    way("previewWorkbook", (bytes) => officer.call("previewWorkbook", { ...as(bytes), query })),
    way("importWorkbook", (bytes) => officer.call("importWorkbook", { ...as(bytes), query })),
  ];
}

function paperWays(officer: Client, organizationId: string): Way[] {
  const headers = { "content-type": "image/png" };
  return [
    {
      name: "uploadFile",
      send: async ({ bytes }) =>
        (await officer.call("uploadFile", { params: { organizationId }, raw: bytes, headers })) as Got<never>,
    },
    {
      name: "appendUpload",
      send: async ({ bytes }) => (await send(officer, organizationId, bytes, "../../\u202egnp.exe")) as Got<never>,
    },
  ];
}

/** Photographs without the place where they were taken, and workbooks in which nothing of a user's text is worked out. */
async function givenOut(drilled: DrilledServer): Promise<Part> {
  const found: string[] = [];
  const { group } = drilled.ground;
  const [branch] = group.branches;
  const month = group.months.at(-1);
  if (!branch || !month) throw new Error("The group has no branch or no month");
  const [officer, secretary] = [await drilled.signedIn("officer"), await drilled.signedIn(branch.signInName)];
  const params = { organizationId: branch.id };
  const photograph = await secretary.ask("uploadFile", {
    params,
    raw: jpeg(),
    headers: { "content-type": "image/jpeg" },
  });
  const { recordId } = await secretary.ask("submitRecord", {
    params,
    body: { ...recordBody(branch, month), title: formulas[5] as string, fileIds: [photograph.id] } as never,
    headers: { "idempotency-key": "hostile-drill" },
  });
  const got = await secretary.call("getRecordFile", { params: { recordId, fileId: photograph.id } });
  if (/GPS|owner-of-camera/.test(got.bytes.toString("latin1"))) found.push("a photograph says where it was taken");
  const headers = `${got.headers["x-content-type-options"]} ${got.headers["content-security-policy"]}`;
  if (!/nosniff.*sandbox/.test(headers)) found.push(`a photograph is served with ${headers}`);

  for (const [at, name] of formulas.entries())
    await officer.ask("admitPerson", {
      params,
      body: { number: `F${at}`, name, memberState: "FULL", groupId: null, validFrom: "2026-01-01" } as never,
    });
  const live = rosterOf({
    人员: formulas.map((name, at) => ({ 人员编号: `G${at}`, 姓名: name, 党支部代码: "NOBODY" })),
  });
  const ledger = ledgerOf(
    formulas.map((title) => ({ 组织代码: "NOBODY", 类型: "主题党日", 主题: title, 日期: "2026-03-01" })),
  );
  const top = { params: { organizationId: drilled.rootId } };
  const exports = [
    await officer.call("exportRoster", top),
    await officer.call("rosterErrors", { ...top, raw: live, headers: octets }),
    await officer.call("ledgerErrors", { ...top, raw: ledger, headers: octets }),
  ];
  let opened = 0;
  for (const exported of exports) {
    if (!String(exported.headers["content-disposition"]).startsWith("attachment"))
      found.push("a workbook isn't sent as a file");
    if (!exported.bytes.includes("PK")) found.push(`no workbook was answered: ${exported.text.slice(0, 100)}`);
    const written = await writtenFormulas(exported.bytes);
    const worked = await liveFormulas(exported.bytes);
    if (worked !== null) opened += 1;
    if (written + (worked ?? 0) > 0) found.push(`${written} formulas written, ${worked} live in LibreOffice`);
    if (await begunLikeFormula(exported.bytes)) found.push("a text of an export begins like a formula");
  }
  const office = opened === exports.length ? "opened by LibreOffice" : "not opened: there is no LibreOffice here";
  return { line: `no place in photographs, ${exports.length} exports with 0 live formulas (${office})`, found };
}

/** Saved as text for another program, such a cell would come to life there. */
async function begunLikeFormula(workbook: Buffer): Promise<boolean> {
  const texts = [...(await unzipped(workbook)).values()].flatMap((part) => [
    ...part.matchAll(/<(?:t|v)(?: [^>]*)?>([^<]*)</g),
  ]);
  return texts.some(([, text = ""]) => /^[=+\-@\t\r＝＋－＠]/u.test(text));
}
