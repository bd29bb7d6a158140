import { submitRecord, uploadFile } from "../modules/fulfilment/index.ts";
import { openFileStore } from "../platform/files/store.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { WorkingBranch } from "./branch.ts";
import type { DemoCalendar } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import { inParallel } from "./in-parallel.ts";
import { photographOf } from "./photographs.ts";
import { recordsOf } from "./records.ts";

const branchesAtOnce = 6;

/** Lets each secretary enter what his branch did, each record at its moment; several branches work side by side. */
export async function enterRecords(
  workshop: Workshop,
  filesFolder: string,
  branches: readonly WorkingBranch[],
  calendar: DemoCalendar,
  chance: Chance,
): Promise<{ records: number; photographs: number }> {
  const upload = uploadFile(openFileStore(filesFolder));
  const entered = await inParallel(branches, branchesAtOnce, async (branch) => {
    const planned = recordsOf(chance.of(branch.department.name), branch, calendar);
    for (const { enteredAt, input, scene } of planned) {
      const then: Workshop = { ...workshop, clock: () => enteredAt };
      const fileIds: string[] = [];
      if (scene !== null) {
        const bytes = await photographOf(scene);
        const { id } = await perform(then, upload, branch.secretary, { organizationId: branch.id, bytes });
        fileIds.push(id);
      }
      await perform(then, submitRecord, branch.secretary, { ...input, fileIds });
    }
    return { records: planned.length, photographs: planned.filter(({ scene }) => scene !== null).length };
  });
  return entered.reduce(
    (sum, one) => ({ records: sum.records + one.records, photographs: sum.photographs + one.photographs }),
    { records: 0, photographs: 0 },
  );
}
