import { parseArgs } from "node:util";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { groups } from "../application.ts";
import { type GroupShape, type GroupStatus, groupShape, groupStatus } from "../modules/administration/index.ts";
import { programVersion } from "../platform/http/program-version.ts";
import type { Workshop } from "../platform/ritual/perform.ts";
import { withApplication } from "./with-application.ts";

type ToldGroup = GroupStatus & { readonly shape: GroupShape };

/** `dutyloop status [--json]`: for each group what it consists of and the count of everything it holds, by key. */
export async function status(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } });
  const found = await withApplication(({ workshop }) => statusOfGroups(workshop));
  if (values.json) {
    console.log(JSON.stringify({ version: programVersion, groups: found }, null, 2));
    return 0;
  }
  if (found.length === 0) console.log("还没有集团 / no group yet");
  for (const { group, shape, counts, backlog } of found) {
    console.log(`${group.name} (${group.code})`);
    const { members, units, regions, restrictedUnits } = shape;
    for (const [key, count] of Object.entries({
      ...counts,
      members,
      units,
      regions,
      restricted_units: restrictedUnits,
      outbox_waiting: backlog.outbox,
      audit_unsealed: backlog.unsealedAudit,
    })) {
      console.log(`  ${key.padEnd(22)} ${String(count).padStart(9)}`);
    }
  }
  return 0;
}

/** The groups in the order in which they were founded. */
export async function statusOfGroups({ database, clock, timeZone }: Workshop): Promise<ToldGroup[]> {
  const today = plainDateIn(clock(), timeZone);
  return Promise.all(
    (await groups(database)).map(async (tenantId) => {
      const reading = database.reading(tenantId);
      const { group, ...held } = await groupStatus(reading, tenantId, clock());
      return { group, shape: await groupShape(reading, tenantId, today), ...held };
    }),
  );
}
