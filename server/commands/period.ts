import { parseArgs } from "node:util";
import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordPeriod } from "@dutyloop/contract/messages/period-words.ts";
import { spans } from "@dutyloop/domain/assessment/period-things.ts";
import { parsePeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Application } from "../application.ts";
import { closePeriod, listPeriods, reopenPeriod, startPublicity } from "../modules/assessment/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { Caller } from "../platform/ritual/use-case.ts";
import { callerNamed } from "./caller-named.ts";
import { findGroup } from "./find-group.ts";
import { type Language, languageNamed, tellingRefusals } from "./told.ts";
import { withApplication } from "./with-application.ts";

export const periodUsage = `dutyloop period list --as <登录名 / sign-in name> [--year 2026] [--span month|quarter|half_year|year]
dutyloop period close 2026-03 --as <登录名 / sign-in name> [--publicity]
dutyloop period reopen 2026-03 --as <登录名 / sign-in name> --reason <原因 / why>
  [--group 代码] [--language zh|en] [--json]`;

export type PeriodAction = "list" | "close" | "reopen";
type Options = {
  readonly action: PeriodAction;
  readonly as: string;
  readonly period: string;
  readonly year: number | null;
  readonly span: (typeof spans)[number];
  readonly reason: string;
  readonly publicity: boolean;
  readonly group?: string | undefined;
  readonly json: boolean;
  readonly language: Language;
};

/** `dutyloop period list|close|reopen`: done by the account that `--as` names, with its rights and in its name. */
export function period(action: PeriodAction): (args: string[]) => Promise<number> {
  return async (args) => {
    const options = readOptions(action, args);
    if (options === null) {
      console.error(periodUsage);
      return 2;
    }
    return withApplication((application) => periodWith(application, options));
  };
}

export function readOptions(action: PeriodAction, args: string[]): Options | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      as: { type: "string" },
      year: { type: "string" },
      span: { type: "string", default: "month" },
      reason: { type: "string", default: "" },
      publicity: { type: "boolean", default: false },
      group: { type: "string" },
      language: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const [name = ""] = positionals;
  const span = spans.find((one) => one === values.span);
  const fits = action === "list" ? name === "" : positionals.length === 1 && parsePeriod(name) !== null;
  const year = values.year === undefined ? null : Number(values.year);
  if (values.as === undefined || span === undefined || !fits || Number.isNaN(year)) return null;
  if (action === "reopen" && values.reason.trim() === "") return null;
  return { ...values, action, as: values.as, period: name, span, year, language: languageNamed(values.language) };
}

export function periodWith({ workshop }: Application, options: Options): Promise<number> {
  const { action, language, json } = options;
  return tellingRefusals(language, async () => {
    const { tenantId } = await findGroup(workshop.database, options.group);
    const caller = await callerNamed(workshop, tenantId, options.as);
    if (action === "list") {
      const { items } = await periodsSeen(workshop, caller, options);
      if (json) console.log(JSON.stringify(items, null, 2));
      else for (const item of items) console.log(lineOf(item, language));
      return 0;
    }
    const after = await act(workshop, caller, options);
    console.log(json ? JSON.stringify(after, null, 2) : lineOf(after, language));
    return 0;
  });
}

function act(
  workshop: Workshop,
  caller: Caller,
  { action, period: name, publicity, reason }: Options,
): Promise<Answer<"startPublicity">> {
  if (action === "reopen") return perform(workshop, reopenPeriod, caller, { period: name, reason: reason.trim() });
  if (publicity) return perform(workshop, startPublicity, caller, { period: name });
  return perform(workshop, closePeriod, caller, { period: name });
}

function periodsSeen({ database, clock, timeZone }: Workshop, { actor }: Caller, { year, span }: Options) {
  const today = plainDateIn(clock(), timeZone);
  const query = { year: year ?? Number(today.slice(0, 4)), span };
  const scope = scopeOf(actor, "score.read", today);
  return listPeriods({ database: database.reading(actor.tenantId), tenantId: actor.tenantId, scope, query, today });
}

type Standing = Answer<"startPublicity"> & Partial<Answer<"listPeriods">["items"][number]>;

const states = {
  zh: { open: "开放", publicity: "公示", closed: "关闭" },
  en: { open: "open", publicity: "in publicity", closed: "closed" },
};

function lineOf(standing: Standing, language: Language): string {
  const zh = language === "zh";
  const { publicityFrom, publicityTo, pendingLeaves, openDisputes, lateEntries } = standing;
  const said = [
    wordPeriod(language, standing.period),
    states[language][standing.state],
    zh ? `第 ${standing.version} 版` : `version ${standing.version}`,
    ...(publicityFrom === null ? [] : [`${publicityFrom} – ${publicityTo}`]),
    ...(pendingLeaves ? [zh ? `待补报 ${pendingLeaves}` : `${pendingLeaves} pending`] : []),
    ...(openDisputes ? [zh ? `待答申诉 ${openDisputes}` : `${openDisputes} open disputes`] : []),
    ...(lateEntries ? [zh ? `关闭后报来 ${lateEntries}` : `${lateEntries} late entries`] : []),
  ];
  return said.join("  ");
}
