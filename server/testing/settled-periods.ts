import type { AssessedGroup } from "./assessed-group.ts";
import type { Client } from "./client.ts";

/** Settles as zero what is pending in a period, also what becomes so by the settling. */
export async function settleAsZero(group: AssessedGroup, office: Client, period: string): Promise<void> {
  for (;;) {
    const { items } = await office.ask("listPendingLeaves", { params: { period } });
    if (items.length === 0) return;
    for (const { organizationId, scheme, line } of items) {
      const body = { scheme: scheme.code, line, period, outcome: "zero" as const, value: null, reason: "没有报来" };
      await office.ask("settleLeaf", { params: { organizationId }, body });
    }
    await group.fold();
  }
}

/** Settles as zero what is pending in a period, and closes it. */
export async function closeSettled(group: AssessedGroup, office: Client, period: string): Promise<void> {
  await settleAsZero(group, office, period);
  await office.ask("closePeriod", { params: { period } });
}
