import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import type { PostedFact } from "../../platform/facts/post-facts.ts";
import { dutiesOf, type SubmissionState } from "./submission-state.ts";

/**
 * Where each fact of a record comes from. That an obligation was due and was discharged belongs to the obligation, so
 * that no second record can count it again; standards and attendance belong to this version of the record, those of the
 * hosts that joined under a part of their own.
 */
export function factOrigins(state: SubmissionState, version: number, facts: readonly FactDraft[]): PostedFact[] {
  const { recordId, host } = state;
  const duties = new Map(dutiesOf(state).map((duty) => [duty.id, duty]));
  return facts.map((draft) => {
    const id = draft.details.obligation;
    if (typeof id !== "string") {
      const subject = draft.subjectId ?? draft.organizationId;
      const template = String(draft.attributes.template ?? "");
      const part = subject === host.subjectId ? template : `${template} ${subject}`;
      return { draft, origin: { table: "record", id: recordId, version, part, recordId } };
    }
    const duty = duties.get(id);
    const posted = (draft.kind === "obligation.due" ? duty?.dueVersion : duty?.dischargeVersion) ?? 1;
    return { draft, origin: { table: "obligation", id, version: posted, part: "", recordId } };
  });
}
