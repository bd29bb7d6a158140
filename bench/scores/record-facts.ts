import { lastDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { v7 as uuidv7 } from "uuid";
import type { PostedFact } from "../../server/platform/facts/post-facts.ts";
import { committeeMembers } from "../history/size.ts";
import { dutyCodes } from "../history/templates.ts";

export const factsOfARecord = 4;

/** What one more record of a duty makes: that it was due and discharged, how well it was done, and the attendance. */
export function recordFacts(organizationId: string, month: Month): PostedFact[] {
  const [template] = dutyCodes;
  const [record, obligation] = [uuidv7(), uuidv7()];
  const draft = { organizationId, subjectId: null, occurredOn: `${month}-15` };
  const due = { countsOn: lastDayOf(month), quantity: "1", base: null, details: { obligation } };
  const done = { countsOn: `${month}-15`, attributes: { template }, details: {} };
  const ofObligation = { table: "obligation", id: obligation, version: 1, part: "", recordId: record };
  const ofRecord = { table: "record", id: record, version: 1, part: template, recordId: record };
  return [
    { origin: ofObligation, draft: { ...draft, ...due, kind: "obligation.due", attributes: { template } } },
    {
      origin: ofObligation,
      draft: { ...draft, ...due, kind: "obligation.discharged", attributes: { template, timeliness: "on_time" } },
    },
    { origin: ofRecord, draft: { ...draft, ...done, kind: "record.standard", quantity: "5", base: "6" } },
    {
      origin: ofRecord,
      draft: { ...draft, ...done, kind: "attendance", quantity: "4", base: String(committeeMembers) },
    },
  ];
}
