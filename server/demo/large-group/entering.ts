import { submitRecord } from "../../modules/fulfilment/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { WorkingBranch } from "../branch.ts";
import type { DemoCalendar } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { inParallel } from "../in-parallel.ts";
import { recordsOf } from "../records.ts";

/**
 * What the large group asks of every branch, and so what is entered for it: about twenty records in fourteen months, some
 * six thousand in all. With 支委会 and 党小组会 it would be twenty thousand, and nobody wants to wait for them.
 */
export const owedTemplates: readonly string[] = ["theme_day", "general_meeting", "party_lecture"];
const branchesAtOnce = 6;

type Held = { readonly organizationId: string; readonly occurredOn: string; readonly templateCodes: readonly string[] };

/**
 * Enters what the branches held, each record at its moment, as far as it hasn't been entered yet.
 *
 * @param asked the templates that are asked of a branch
 */
export async function enterMeetings(
  workshop: Workshop,
  tenantId: number,
  branches: readonly WorkingBranch[],
  asked: (branch: WorkingBranch) => readonly string[],
  calendar: DemoCalendar,
  chance: Chance,
): Promise<void> {
  const entered = await enteredBefore(workshop, tenantId);
  await inParallel(branches, branchesAtOnce, async (branch) => {
    const codes = asked(branch);
    const planned = recordsOf(chance.of(branch.name), branch, calendar).filter(
      ({ input }) => input.templateCodes.every((code) => codes.includes(code)) && !entered.has(keyOf(input)),
    );
    for (const { enteredAt, input } of planned) {
      const then: Workshop = { ...workshop, clock: () => enteredAt };
      await perform(then, submitRecord, branch.secretary, { ...input, fileIds: [] });
    }
  });
}

async function enteredBefore({ database }: Workshop, tenantId: number): Promise<Set<string>> {
  const rows = await database
    .reading(tenantId)
    .selectFrom("record")
    .where("tenant_id", "=", tenantId)
    .select(["organization_id as organizationId", "occurred_on as occurredOn", "template_codes as templateCodes"])
    .execute();
  return new Set(rows.map(keyOf));
}

/** A branch holds a meeting of a type once a day. */
function keyOf({ organizationId, occurredOn, templateCodes }: Held): string {
  return [organizationId, occurredOn, ...[...templateCodes].sort()].join(" ");
}
