import { parseArgs } from "node:util";
import { type Month, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Application } from "../application.ts";
import { countAnew } from "../modules/dashboard/index.ts";
import { findGroups } from "./find-group.ts";
import { type Language, languageNamed, tellingRefusals } from "./told.ts";
import { withApplication } from "./with-application.ts";

type Options = { readonly from?: Month | undefined; readonly group?: string | undefined; readonly language: Language };

const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * `dutyloop counts rebuild`: counts duties, records and the tree of every group, or of one, from scratch. What people see
 * meanwhile is what stood before.
 */
export async function countsRebuild(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { from: { type: "string" }, group: { type: "string" }, language: { type: "string" } },
  });
  const { from, group, language } = values;
  if (from !== undefined && !monthShape.test(from)) {
    console.error("dutyloop counts rebuild [--from 2026-01] [--group 代码] [--language zh|en]");
    return 2;
  }
  return withApplication((application) => rebuildWith(application, { from, group, language: languageNamed(language) }));
}

export function rebuildWith({ workshop }: Application, { from, group, language }: Options): Promise<number> {
  const { database, clock, timeZone } = workshop;
  return tellingRefusals(language, async () => {
    const today = plainDateIn(clock(), timeZone);
    const since = from ?? "0001-01";
    for (const { tenantId, code } of await findGroups(database, group)) {
      const rows = await countAnew(database, tenantId, `${since}-01`, today);
      console.log(
        language === "zh" ? `${code}：重新计数，共 ${rows} 行` : `${code}: counted from scratch, ${rows} rows`,
      );
    }
    return 0;
  });
}
