import { type SubmittedRecord, submitRecord, uploadFile } from "../modules/fulfilment/index.ts";
import { openFileStore } from "../platform/files/store.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { BranchWork } from "./acts/joint-days.ts";
import type { WorkingBranch } from "./branch.ts";
import { inParallel } from "./in-parallel.ts";
import { photographOf } from "./photographs.ts";

const branchesAtOnce = 6;

/** A record as it was entered, in the version that stands. */
export type EnteredRecord = {
  readonly id: string;
  readonly branch: WorkingBranch;
  readonly enteredAt: Date;
  readonly input: SubmittedRecord;
};

/** Lets everybody enter what was held, each record at its moment; several branches work side by side. */
export async function enterRecords(
  workshop: Workshop,
  filesFolder: string,
  work: readonly BranchWork[],
): Promise<EnteredRecord[]> {
  const upload = uploadFile(openFileStore(filesFolder));
  const entered = await inParallel(work, branchesAtOnce, async ({ branch, records }) => {
    const ofBranch: EnteredRecord[] = [];
    for (const { enteredAt, input, scene, by = branch.secretary } of records) {
      const then: Workshop = { ...workshop, clock: () => enteredAt };
      const fileIds: string[] = [];
      if (scene !== null) {
        const bytes = await photographOf(scene);
        const { id } = await perform(then, upload, by, { organizationId: branch.id, bytes });
        fileIds.push(id);
      }
      const whole = { ...input, fileIds };
      const { recordId } = await perform(then, submitRecord, by, whole);
      ofBranch.push({ id: recordId, branch, enteredAt, input: whole });
    }
    return ofBranch;
  });
  return entered.flat();
}
