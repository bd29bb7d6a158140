import { publishBoard } from "../../server/modules/assessment/index.ts";
import { callerFor } from "../../server/modules/identity/index.ts";
import { perform } from "../../server/platform/ritual/perform.ts";
import { monthsOf } from "../history/days.ts";
import type { HistoryGround } from "../history/ground.ts";
import { scheme } from "../history/scheme.ts";
import { branchClass } from "../history/tree-sql.ts";

/** Publishes the board of the last closed month, so that the next one has ranks to compare with. */
export async function publishLastBoard({ application: { workshop }, group }: HistoryGround): Promise<void> {
  const { tenantId, rootId, leaderId, size } = group;
  const period = monthsOf(size.months).at(-2) as string;
  const caller = await callerFor(workshop.database.reading(tenantId), tenantId, leaderId, "bench");
  const request = { organizationId: rootId, scheme: scheme.code, period, class: branchClass };
  const { ranked } = await perform(workshop, publishBoard, caller, request);
  if (ranked < group.tree.branches) throw new Error(`Only ${ranked} organisations are ranked in ${period}`);
}
