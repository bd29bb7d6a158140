import { parseArgs } from "node:util";
import { type Month, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Application } from "../application.ts";
import { foldAllScores, monthlyScheme, recomputeCompared } from "../modules/assessment/index.ts";
import { findGroup } from "./find-group.ts";
import { type Language, languageNamed, tellingRefusals } from "./told.ts";
import { withApplication } from "./with-application.ts";

type Options = {
  readonly from: Month;
  readonly to: Month;
  readonly scheme: string;
  readonly group?: string | undefined;
  readonly json: boolean;
  readonly language: Language;
};

const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * `dutyloop score recompute --from 2026-01 --to 2026-03`: scores everything anew from the facts and says what differs from
 * the sheets that stood. Where a sheet of a period that isn't open would differ nothing is written, and it ends with 1.
 */
export async function scoreRecompute(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: "string" },
      to: { type: "string" },
      scheme: { type: "string", default: monthlyScheme },
      group: { type: "string" },
      language: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const { from = "", to = from, language, ...rest } = values;
  if (!monthShape.test(from) || !monthShape.test(to) || monthsFromTo(from, to).length === 0) {
    console.error(
      "dutyloop score recompute --from 2026-01 [--to 2026-03] [--scheme monthly] [--group 代码] [--language zh|en] [--json]",
    );
    return 2;
  }
  const options = { ...rest, from, to, language: languageNamed(language) };
  return withApplication((application) => recomputeWith(application, options));
}

export function recomputeWith({ workshop }: Application, options: Options): Promise<number> {
  const { scheme: schemeCode, from, to, language, json } = options;
  return tellingRefusals(language, async () => {
    const { database, clock } = workshop;
    const { tenantId } = await findGroup(database, options.group);
    await foldAllScores(database, tenantId, clock());
    const compared = await recomputeCompared(database, tenantId, { schemeCode, from, to }, clock());
    if (json) console.log(JSON.stringify(compared, null, 2));
    else for (const line of linesOf(compared, language)) console.log(line);
    return compared.frozenDiffering > 0 ? 1 : 0;
  });
}

function linesOf(
  { sheets, differing, frozenDiffering, differences }: Awaited<ReturnType<typeof recomputeCompared>>,
  language: Language,
): string[] {
  const zh = language === "zh";
  const shown = differences.map(({ organizationName, periodFrom, basis, frozen, before, after }) => {
    const mark = frozen ? (zh ? " [已定格]" : " [frozen]") : "";
    return `✗ ${periodFrom}  ${organizationName}  ${basis}  ${before ?? "—"} → ${after ?? "—"}${mark}`;
  });
  const sum = zh
    ? `${sheets} 张得分表重算，${differing} 张与原来不同，其中已定格的 ${frozenDiffering} 张`
    : `${sheets} sheets scored anew, ${differing} differ, ${frozenDiffering} of them frozen`;
  const kept = zh
    ? "已定格的得分表不能改变，本次重算没有写入。"
    : "Frozen sheets must not change: nothing was written.";
  return [...shown, sum, ...(frozenDiffering > 0 ? [kept] : [])];
}
