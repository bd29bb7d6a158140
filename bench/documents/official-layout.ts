import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { OfficialNotice } from "../../server/platform/documents/official-notice.ts";
import { writeNotice } from "../../server/platform/documents/write-notice.ts";
import { atMost, type Measure } from "../measure.ts";

const run = promisify(execFile);
/** GB/T 9704: lines of a page, characters of a line, where the text begins and ends on the sheet. */
const wanted = { lines: 22, characters: 28, left: 28, right: 184 } as const;

/**
 * The layout of a 通报 as another program lays it out: written as Word, made a PDF by LibreOffice, measured by pdftotext.
 * Each figure is how far it is from what the standard says. Needs `soffice` and `pdftotext` on the path.
 */
export async function officialLayout(): Promise<Measure[]> {
  const { lines, characters, left, right, stray } = await measured();
  const off = (name: string, unit: string, is: number, should: number, goal: number) => ({
    ...atMost(name, unit, Math.abs(is - should), goal),
    size: `${is} of ${should}`,
  });
  return [
    off("official_lines", "lines off", lines, wanted.lines, 0),
    off("official_characters", "characters off", characters, wanted.characters, 0),
    off("official_left", "mm off", left, wanted.left, 1),
    off("official_right", "mm off", right, wanted.right, 1),
    { ...atMost("official_imprint", "off an even page", stray, 0), size: `${lengths.length} notices` },
  ];
}

async function measured() {
  const folder = await mkdtemp(join(tmpdir(), "dutyloop-layout-"));
  try {
    const pages = await laidOut(folder, [threePages, ...lengths.map(ofLength)]);
    const [first = "", ...others] = pages;
    return { ...fullPage(first), stray: others.filter((html) => !endsOnEvenPage(html)).length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each notice as LibreOffice lays it out: its words with their places, page by page. */
async function laidOut(folder: string, notices: readonly OfficialNotice[]): Promise<string[]> {
  const files = notices.map((_, index) => join(folder, `notice-${index}`));
  for (const [index, notice] of notices.entries()) await writeFile(`${files[index]}.docx`, await writeNotice(notice));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const documents = files.map((file) => `${file}.docx`);
  await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...documents]);
  const read = async (file: string) => {
    await run("pdftotext", ["-bbox-layout", `${file}.pdf`, `${file}.html`]);
    return readFile(`${file}.html`, "utf8");
  };
  return Promise.all(files.map(read));
}

/** One long paragraph fills the second page from edge to edge. */
const threePages: OfficialNotice = {
  title: "关于版面的通报",
  mark: "草稿",
  issuer: "中共某集团有限公司委员会",
  number: "",
  recipient: "各党支部：",
  blocks: [{ kind: "paragraph", text: "责".repeat(28 * 22 * 2 + 100) }],
  imprint: { copies: "", issuer: "中共某集团有限公司委员会", date: "2026年11月5日印发" },
  proof: "",
};

/** Lines of text in notices that end anywhere on an odd or an even page, with a table in every other. */
const lengths = [1, 5, 9, 12, 16, 20, 24, 28, 31, 34, 38, 44, 52, 58];

function ofLength(lines: number, index: number): OfficialNotice {
  const columns = [
    { heading: "单位", share: 40 },
    ...["应开", "已开", "逾期"].map((heading) => ({ heading, share: 20, align: "right" as const })),
  ];
  const rows = Array.from({ length: 6 }, (_, row) => ({ cells: [`第${row + 1}党支部`, "12", "11", "1"] }));
  const paragraph = { kind: "paragraph", text: "责".repeat(28 * lines - 10) } as const;
  return {
    ...threePages,
    blocks: index % 2 === 0 ? [paragraph] : [paragraph, { kind: "table", columns, rows }],
    imprint: { ...threePages.imprint, copies: "抄送：集团领导。" },
  };
}

/** Whether the 版记 stands on the last page, and that is an even one by the number printed on it. */
function endsOnEvenPage(html: string): boolean {
  const words = (page: string) => [...page.matchAll(/<word[^>]*>([^<]*)<\/word>/g)].map(([, word]) => word).join("");
  const last = words(html.split("<page ").at(-1) ?? "");
  const number = Number(/—(\d+)—/.exec(last)?.[1]);
  return last.includes("抄送") && number % 2 === 0;
}

/** Lines of the text on the second page, their characters, and their edges in millimetres. */
function fullPage(html: string) {
  const page = html.split("<page ")[2] ?? "";
  const lines = [...page.matchAll(/<line xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>(.*?)<\/line>/gs)]
    .map(([, from, to, inner]) => ({
      from: Number(from),
      to: Number(to),
      text: [...(inner ?? "").matchAll(/<word[^>]*>([^<]*)<\/word>/g)].map(([, word]) => word).join(""),
    }))
    .filter(({ text }) => text.startsWith("责"));
  const millimetres = (points: number) => Number(((points * 25.4) / 72).toFixed(1));
  return {
    lines: lines.length,
    characters: Math.max(...lines.map(({ text }) => text.length)),
    left: millimetres(Math.min(...lines.map(({ from }) => from))),
    right: millimetres(Math.max(...lines.map(({ to }) => to))),
  };
}
