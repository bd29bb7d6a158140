import { parseArgs } from "node:util";
import { groups } from "../application.ts";
import { groupStatus } from "../modules/administration/index.ts";
import { programVersion } from "../platform/http/program-version.ts";
import { withApplication } from "./with-application.ts";

/** `dutyloop status [--json]`: for each group the count of everything it holds, by key. */
export async function status(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } });
  const found = await withApplication(async ({ workshop }) => {
    const { database, clock } = workshop;
    const ids = await groups(database);
    return Promise.all(ids.map((id) => groupStatus(database.reading(id), id, clock())));
  });
  if (values.json) {
    console.log(JSON.stringify({ version: programVersion, groups: found }, null, 2));
    return 0;
  }
  if (found.length === 0) console.log("还没有集团 / no group yet");
  for (const { group, counts, backlog } of found) {
    console.log(`${group.name} (${group.code})`);
    for (const [key, count] of Object.entries({
      ...counts,
      outbox_waiting: backlog.outbox,
      audit_unsealed: backlog.unsealedAudit,
    })) {
      console.log(`  ${key.padEnd(22)} ${String(count).padStart(9)}`);
    }
  }
  return 0;
}
