import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { loadReversal, type Reversal, reversalRefusal, saveReversal } from "./reversal.ts";

type Input = { readonly recordId: string; readonly reason: string };

/** Takes a record back after it was checked; never one of the caller's own branch. */
export const reverseRecord: UseCase<Input, Reversal, Reversal, Answer<"reverseRecord">> = {
  name: "fulfilment.reverse_record",
  access: "record.sample",
  load: (transaction, { recordId }, context) => loadReversal(transaction, recordId, context),
  alsoPostsIn: ({ months }) => months,
  place: ({ record }) => record.hosts[0]?.path ?? null,
  decide: (reversal, { reason }) => reversalRefusal(reversal, reason) ?? reversal,
  save: (saving, reversal, context, { reason }) => saveReversal(saving, context, reversal, reason),
  audit: ({ record }, { reason }) => ({
    object: `record ${record.id}`,
    before: { state: record.state, version: record.version },
    after: { state: "revoked", reason },
  }),
  answer: ({ held }) => ({ reopened: held.length }),
};
