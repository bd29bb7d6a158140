import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, instant, month, next, organizationParams, page, plainDate } from "./shapes.ts";

const badCell = z.object({
  path: z.string().describe("sheet!cell"),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const counts = { name: z.string(), added: count, changed: count, unchanged: count };
const outcome = z.enum(["added", "changed", "unchanged", "wrong"]);
/** The day from which names, classes and employments change, and what the page calls its work to ask how far it is. */
const effect = {
  effectiveOn: plainDate.optional().describe("first day of changed names, classes, employments; else of this month"),
  progress: id.optional().describe("made up by the caller, to ask getImportProgress how far it is"),
};

/** The first rows of a file with what each comes to. */
const shownRows = z
  .array(
    z.object({
      sheet: z.string(),
      row: count.describe("number in the sheet; the heading is 1"),
      outcome,
      cells: z.array(z.object({ address: z.string(), heading: z.string(), text: z.string() })),
    }),
  )
  .describe("the first hundred rows that are wrong or change something; private cells are dots");
const problems = z.array(badCell).describe("the first hundred bad cells, in the order of the file");
const wrong = count.describe("rows with a bad cell");
const taken = z.object({
  importId: id.nullable().describe("null where nothing was to be changed"),
  sheets: z.array(z.object(counts)),
  undoableUntil: instant.nullable(),
});

const workbookRefusals = [
  "workbook.empty",
  "workbook.not_xlsx",
  "workbook.old_format",
  "workbook.too_large",
  "workbook.bomb",
  "workbook.damaged",
  "workbook.password_protected",
  "workbook.sheet_missing",
  "workbook.too_many_rows",
] as const;

const batch = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  kind: z.enum(["roster", "ledger"]),
  fileName: z.string(),
  sheets: z.array(z.object(counts)),
  committedBy: z.string(),
  committedAt: instant,
  undoableUntil: instant.nullable().describe("null once it was taken back or the day is over"),
  undoneBy: z.string().nullable(),
  undoneAt: instant.nullable(),
});

export const importsEndpoints = {
  previewRoster: {
    summary: {
      zh: "预览名册（组织、单位、覆盖、人员、任职）：新增、更新、不变、错误",
      en: "What a roster of organisations, units, coverage, people and appointments would change, and what is wrong with it",
    },
    access: "roster.import",
    params: organizationParams,
    query: z.object(effect),
    binaryBody: "application/octet-stream",
    answer: z.object({
      digest: digest.describe("SHA-256 of the file, hexadecimal"),
      fingerprint: digest.describe("of what would be written; commitRoster wants both"),
      effectiveOn: plainDate,
      closedMonth: month.nullable().describe("the month of that day takes no changes; choose another day"),
      sheets: z.array(z.object({ ...counts, wrong })),
      errors: count.describe("bad cells"),
      problems,
      rows: shownRows,
    }),
    refusals: ["organization.change_in_future", ...workbookRefusals],
  },
  commitRoster: {
    summary: { zh: "导入名册：全部正确才写入", en: "Take a roster in: all of it or nothing" },
    access: "roster.import",
    params: organizationParams,
    query: z.object({ ...effect, digest, fingerprint: digest, fileName: z.string().trim().min(1).max(200) }),
    binaryBody: "application/octet-stream",
    answer: taken,
    refusals: [
      "import.another_file",
      "import.state_changed",
      "import.has_errors",
      "organization.change_in_future",
      "organization.period_closed",
      ...workbookRefusals,
    ],
  },
  rosterErrors: {
    summary: {
      zh: "错误行（Excel），第一列是错误原因",
      en: "The wrong rows as a workbook, the reasons in its first column",
    },
    access: "roster.import",
    params: organizationParams,
    query: z.object({ effectiveOn: plainDate.optional() }),
    binaryBody: "application/octet-stream",
    binaryAnswer: "application/octet-stream",
    answer: z.unknown(),
    refusals: ["import.no_errors", "organization.change_in_future", ...workbookRefusals],
  },
  rosterTemplate: {
    summary: { zh: "名册模板（Excel）", en: "The workbook to fill a roster in" },
    access: "roster.import",
    params: organizationParams,
    binaryAnswer: "application/octet-stream",
    answer: z.unknown(),
  },
  exportRoster: {
    summary: {
      zh: "导出名册（Excel），可原样导入；不含身份证号、手机和受限单位",
      en: "The roster as a workbook that can be taken in again, without private fields and restricted units",
    },
    access: "roster.import",
    params: organizationParams,
    binaryAnswer: "application/octet-stream",
    answer: z.unknown(),
  },
  previewLedger: {
    summary: {
      zh: "预览三会一课台账：新增、不变、错误",
      en: "What a ledger of past meetings would add, and what is wrong with it",
    },
    access: "roster.import",
    params: organizationParams,
    query: z.object({ progress: effect.progress }),
    binaryBody: "application/octet-stream",
    answer: z.object({
      digest: digest.describe("SHA-256 of the file, hexadecimal"),
      fingerprint: digest.describe("of what would be written; commitLedger wants both"),
      sheets: z.array(z.object({ ...counts, wrong })),
      satisfied: count.describe("duties that the new meetings discharge"),
      afterClose: count.describe("new meetings of months whose books are closed: 逾期补录"),
      errors: count.describe("bad cells"),
      problems,
      rows: shownRows,
    }),
    refusals: [...workbookRefusals],
  },
  commitLedger: {
    summary: { zh: "导入三会一课台账：全部正确才写入", en: "Take past meetings in: all of them or none" },
    access: "roster.import",
    params: organizationParams,
    query: z.object({
      progress: effect.progress,
      digest,
      fingerprint: digest,
      fileName: z.string().trim().min(1).max(200),
    }),
    binaryBody: "application/octet-stream",
    answer: taken,
    refusals: ["import.another_file", "import.state_changed", "import.has_errors", ...workbookRefusals],
  },
  ledgerErrors: {
    summary: {
      zh: "台账的错误行（Excel），第一列是错误原因",
      en: "The wrong rows of a ledger as a workbook, the reasons in its first column",
    },
    access: "roster.import",
    params: organizationParams,
    binaryBody: "application/octet-stream",
    binaryAnswer: "application/octet-stream",
    answer: z.unknown(),
    refusals: ["import.no_errors", ...workbookRefusals],
  },
  ledgerTemplate: {
    summary: { zh: "三会一课台账模板（Excel）", en: "The workbook to fill past meetings in" },
    access: "roster.import",
    params: organizationParams,
    binaryAnswer: "application/octet-stream",
    answer: z.unknown(),
  },
  listImports: {
    summary: { zh: "导入记录", en: "What was taken in, the latest first" },
    access: "roster.import",
    params: organizationParams,
    query: z.object(page),
    answer: z.object({ items: z.array(batch), next }),
  },
  getImport: {
    summary: { zh: "一次导入", en: "One import" },
    access: "roster.import",
    params: z.object({ importId: id }),
    answer: batch,
  },
  undoImport: {
    summary: { zh: "撤销一次导入（24 小时内）", en: "Take an import back, within 24 hours" },
    access: "roster.import",
    params: z.object({ importId: id }),
    answer: batch,
    refusals: [
      "import.undone_before",
      "import.too_late",
      "import.changed_since.organization",
      "import.changed_since.unit",
      "import.changed_since.coverage",
      "import.changed_since.person",
      "import.used_since.records",
      "import.used_since.grants",
      "import.used_since.others",
      "organization.period_closed",
    ],
  },
  getImportProgress: {
    summary: { zh: "导入或下达计划进行到哪一步", en: "How far a preview, an import or the issue of a plan is" },
    access: "self",
    params: z.object({ progress: id }),
    answer: z.object({
      step: z.enum(["waiting", "reading", "checking", "writing", "done"]).describe("waiting: not begun or unknown"),
      done: count,
      total: count.describe("rows; 0 where the step isn't counted"),
    }),
  },
} as const satisfies Record<string, Endpoint>;
