import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import type { PostedFact } from "../../platform/facts/post-facts.ts";
import type { StoredObligation } from "../duties/index.ts";
import { dutiesOf, type SubmissionState } from "./submission-state.ts";

/**
 * Where each fact of a record comes from. That an obligation was due and was discharged belongs to the obligation, so
 * that no second record can count it again; standards and attendance belong to this version of the record, those of the
 * hosts that joined under a part of their own.
 */
export function factOrigins(state: SubmissionState, version: number, facts: readonly FactDraft[]): PostedFact[] {
  return originsOf({ recordId: state.recordId, leads: state.host.subjectId, duties: dutiesOf(state) }, version, facts);
}

type Origin = {
  readonly recordId: string;
  /** The subject that leads the event. */
  readonly leads: string;
  readonly duties: readonly StoredObligation[];
};

/** The same for facts of some of its hosts. */
export function originsOf(
  { recordId, leads, duties: stored }: Origin,
  version: number,
  facts: readonly FactDraft[],
): PostedFact[] {
  const duties = new Map(stored.map((duty) => [duty.id, duty]));
  return facts.map((draft) => {
    const id = draft.details.obligation;
    if (typeof id !== "string") {
      const subject = draft.subjectId ?? draft.organizationId;
      const template = String(draft.attributes.template ?? "");
      const part = subject === leads ? template : `${template} ${subject}`;
      return { draft, origin: { table: "record", id: recordId, version, part, recordId } };
    }
    const duty = duties.get(id);
    const posted = (draft.kind === "obligation.due" ? duty?.dueVersion : duty?.dischargeVersion) ?? 1;
    return { draft, origin: { table: "obligation", id, version: posted, part: "", recordId } };
  });
}
