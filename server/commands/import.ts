import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { isPlainDate, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Application } from "../application.ts";
import {
  commitLedger,
  commitRoster,
  previewFile,
  previewLedgerFile,
  type RosterAtHand,
} from "../modules/imports/index.ts";
import { perform } from "../platform/ritual/perform.ts";
import { callerNamed } from "./caller-named.ts";
import { findGroup, findOrganization, NotNamed } from "./find-group.ts";
import { type Language, languageNamed, tellingRefusals } from "./told.ts";
import { withApplication } from "./with-application.ts";

export const importUsage = `dutyloop import <文件.xlsx> --dry-run | --commit --as <登录名 / sign-in name> [--kind roster|ledger]
  [--org 代码] [--effective-on 2026-03-01] [--group 代码] [--language zh|en] [--json]`;

export type ImportOptions = {
  readonly file: string;
  /** A roster of organisations and people, or a ledger of past meetings. */
  readonly kind: "roster" | "ledger";
  readonly commit: boolean;
  readonly as: string;
  readonly org?: string | undefined;
  readonly effectiveOn?: string | undefined;
  readonly group?: string | undefined;
  readonly json: boolean;
  readonly language: Language;
};

/** `dutyloop import`: a roster or ledger looked at or taken in by the account that `--as` names, with its rights. */
export async function importCommand(args: string[]): Promise<number> {
  const options = readImportOptions(args);
  if (options === null) {
    console.error(importUsage);
    return 2;
  }
  return withApplication((application) => importWith(application, options));
}

export function readImportOptions(args: string[]): ImportOptions | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      commit: { type: "boolean", default: false },
      as: { type: "string" },
      kind: { type: "string", default: "roster" },
      org: { type: "string" },
      "effective-on": { type: "string" },
      group: { type: "string" },
      language: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const [file = ""] = positionals;
  const { as, "effective-on": effectiveOn } = values;
  if (positionals.length !== 1 || as === undefined || values.commit === values["dry-run"]) return null;
  if (effectiveOn !== undefined && !isPlainDate(effectiveOn)) return null;
  const { org, group, json, commit, kind } = values;
  if (kind !== "roster" && (kind !== "ledger" || effectiveOn !== undefined)) return null;
  return { file, kind, commit, as, org, effectiveOn, group, json, language: languageNamed(values.language) };
}

/** Ends with 1 where a cell is wrong; then nothing was taken in. */
export function importWith({ workshop }: Application, options: ImportOptions): Promise<number> {
  const { file, effectiveOn, language, json } = options;
  return tellingRefusals(language, async () => {
    const bytes = await readFile(file).catch(() => {
      throw new NotNamed(`没有这个文件 / no such file: ${file}`);
    });
    const { database, fields, clock, timeZone } = workshop;
    const group = await findGroup(database, options.group);
    const { id: organizationId } = await findOrganization(database, group, options.org);
    const caller = await callerNamed(workshop, group.tenantId, options.as);
    const atHand: RosterAtHand = {
      database: database.reading(group.tenantId),
      tenantId: group.tenantId,
      fields,
      today: plainDateIn(clock(), timeZone),
      caller,
      params: { organizationId },
      raw: { body: bytes },
    };
    const isLedger = options.kind === "ledger";
    const preview = isLedger ? await previewLedgerFile(atHand) : await previewFile(atHand, effectiveOn);
    if (!options.commit || preview.errors > 0) {
      say(json, preview, linesOf(preview, language));
      return preview.errors > 0 ? 1 : 0;
    }
    const { digest, fingerprint } = preview;
    const input = { organizationId, bytes, fileName: basename(file), digest, fingerprint };
    const taken = isLedger
      ? await perform(workshop, commitLedger, caller, input)
      : await perform(workshop, commitRoster, caller, { ...input, effectiveOn });
    say(json, taken, [...countLines(taken.sheets, language), endOf(taken, language)]);
    return 0;
  });
}

function say(json: boolean, answer: unknown, lines: readonly string[]): void {
  console.log(json ? JSON.stringify(answer, null, 2) : lines.join("\n"));
}

type Preview = Pick<Answer<"previewRoster">, "errors" | "problems" | "sheets">;

function linesOf(preview: Preview, language: Language): string[] {
  const problems = preview.problems.map(({ path, code, values }) => `${path}  ${wordRefusal(language, code, values)}`);
  const more = preview.errors - problems.length;
  if (more > 0) problems.push(language === "zh" ? `还有 ${more} 处` : `${more} more`);
  return [...countLines(preview.sheets, language), ...problems];
}

type Counts = Answer<"commitRoster">["sheets"][number] & { readonly wrong?: number };

function countLines(sheets: readonly Counts[], language: Language): string[] {
  return sheets.map(({ name, added, changed, unchanged, wrong }) => {
    const said =
      language === "zh"
        ? [`新增 ${added}`, `更新 ${changed}`, `不变 ${unchanged}`, ...(wrong === undefined ? [] : [`错误 ${wrong}`])]
        : [
            `${added} new`,
            `${changed} changed`,
            `${unchanged} unchanged`,
            ...(wrong === undefined ? [] : [`${wrong} wrong`]),
          ];
    return `${name}  ${said.join("  ")}`;
  });
}

function endOf({ importId, undoableUntil }: Answer<"commitRoster">, language: Language): string {
  if (importId === null)
    return language === "zh" ? "没有变化，什么也没有写入。" : "Nothing to change; nothing was written.";
  return language === "zh"
    ? `已导入（${importId}），${undoableUntil} 之前可以撤销。`
    : `Taken in (${importId}); it can be taken back until ${undoableUntil}.`;
}
