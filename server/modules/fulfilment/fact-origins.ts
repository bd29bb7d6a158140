import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import type { PostedFact } from "../../platform/facts/post-facts.ts";
import type { SubmissionState } from "./submission.ts";

/**
 * Where each fact of a record comes from. That an obligation was due and was discharged belongs to the obligation, so
 * that no second record can count it again; standards and attendance belong to the record.
 */
export function factOrigins(
  { recordId, obligations }: Pick<SubmissionState, "recordId" | "obligations">,
  facts: readonly FactDraft[],
): PostedFact[] {
  return facts.map((draft) => {
    const id = draft.details.obligation;
    if (typeof id !== "string") {
      const part = String(draft.attributes.template ?? "");
      return { draft, origin: { table: "record", id: recordId, version: 1, part, recordId } };
    }
    const duty = obligations.find((obligation) => obligation.id === id);
    const version = (draft.kind === "obligation.due" ? duty?.dueVersion : duty?.dischargeVersion) ?? 1;
    return { draft, origin: { table: "obligation", id, version, part: "", recordId } };
  });
}
