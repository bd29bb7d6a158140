import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type DenseWorkSheet, read, type WorkBook } from "@e965/xlsx";
import { confirming, sendingRoster } from "../../server/testing/roster-files.ts";
import { tableMarks } from "../../server/testing/table-marks.ts";
import { type Drill, outcomeOf, scaled } from "../drill.ts";
import { type DrilledServer, startDrilledServer } from "../drilled-server.ts";
import { kindsOfSpoiling, spoiltRoster } from "./spoilt-roster.ts";

const mostSeconds = 10;
const mostMegabytes = 400;
/** Tables that an import fills. */
const filledByImports = [
  "organization",
  "organization_state",
  "person",
  "person_private",
  "membership",
  "import_batch",
];

/**
 * A large roster with wrong cells of every kind: all are named by sheet and cell, nothing is taken in by half, and the mended
 * file taken twice, or sent back as it is exported, changes nothing.
 */
export const rosterDrill: Drill = {
  code: "T7",
  name: "roster",
  mutants: ["good_rows_taken", "unknown_branches_taken"],
  async run(run) {
    const [rows, wrong] = [scaled(50_000, run, 2000), scaled(566, run, 60)];
    const drilled = await startDrilledServer(1);
    try {
      return await drill(drilled, rows, wrong);
    } finally {
      await drilled.clear();
    }
  },
};

async function drill(drilled: DrilledServer, rows: number, wrong: number) {
  const { rootId } = drilled;
  const officer = await drilled.signedIn("officer");
  const found: string[] = [];
  const expect = (holds: boolean, otherwise: string) => void (holds || found.push(otherwise));
  const { bytes, wrongCells } = spoiltRoster(rows, wrong);
  const before = await marks(drilled);

  const began = performance.now();
  const { errors, sheets, digest, fingerprint } = await officer.ask("previewRoster", sendingRoster(rootId, bytes));
  const seconds = (performance.now() - began) / 1000;
  const { peak } = drilled.megabytes();
  // One more is the sheet that doesn't belong there.
  expect(errors === wrongCells.size + 1, `${errors} errors counted instead of ${wrongCells.size + 1}`);
  expect(sheets.find(({ name }) => name === "人员")?.wrong === wrong, "wrong rows aren't counted right");
  expect(seconds <= mostSeconds, `the preview took ${seconds.toFixed(1)} s`);
  expect(peak <= mostMegabytes, `the server came to ${peak.toFixed(0)} MB`);

  const told = await officer.call("rosterErrors", sendingRoster(rootId, bytes));
  const addressed = addressesIn(read(told.bytes, { dense: true }));
  const missed = [...wrongCells].filter((cell) => !addressed.has(cell));
  expect(missed.length === 0, `not addressed: ${missed.slice(0, 5).join(", ")}`);
  expect(addressed.has("其他"), "the strange sheet isn't named");

  const query = { digest, fingerprint, fileName: "名册.xlsx" };
  const taken = await officer.call("commitRoster", { ...sendingRoster(rootId, bytes), query });
  expect(taken.status !== 200, "a roster with wrong cells was taken in");
  const half = different(before, await marks(drilled));
  expect(half.length === 0, `written by a refused import: ${half.join(", ")}`);

  const { bytes: right } = spoiltRoster(rows, 0);
  const committed = await officer.call("commitRoster", await confirming(officer, rootId, right));
  expect(committed.status === 200, `the right roster was refused: ${committed.text.slice(0, 200)}`);
  const again = await officer.ask("previewRoster", sendingRoster(rootId, right));
  const exported = await officer.call("exportRoster", { params: { organizationId: rootId } });
  const back = await officer.ask("previewRoster", sendingRoster(rootId, exported.bytes));
  expect(changesOf(again) === 0, `the same file again changes ${changesOf(again)} rows`);
  expect(changesOf(back) + back.errors === 0, `sent back it changes ${changesOf(back)} rows, ${back.errors} errors`);
  const counted = `${wrongCells.size - missed.length + 1}/${wrongCells.size + 1} errors of ${kindsOfSpoiling} kinds addressed`;
  const unchanged = `${half.length} tables half imported, ${changesOf(again)} changes by the same file, ${changesOf(back)} sent back`;
  return outcomeOf(
    `${rows} rows, ${counted}, preview ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB, ${unchanged}`,
    found,
  );
}

async function marks({ ground }: DrilledServer): Promise<Record<string, string>> {
  const all = await tableMarks(ground.postgres.superUrl);
  return Object.fromEntries(filledByImports.flatMap((table) => (all[table] ? [[table, all[table]]] : [])));
}

const different = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(after).filter((table) => after[table] !== before[table]);

const changesOf = ({ sheets }: Answer<"previewRoster">) =>
  sheets.reduce((sum, { added, changed, wrong }) => sum + added + changed + wrong, 0);

/** The addresses and sheets that the reasons of a workbook of wrong rows name. */
function addressesIn(workbook: WorkBook): Set<string> {
  const texts = workbook.SheetNames.flatMap((name) =>
    ((workbook.Sheets[name] as DenseWorkSheet)["!data"] ?? []).map(
      (row) => `${row?.[0]?.v ?? ""} ${row?.[1]?.v ?? ""}`,
    ),
  );
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/（([A-Z]+\d+)）|([^!\s]+)!A1/g)].map((m) => m[1] ?? m[2] ?? "")),
  );
}
