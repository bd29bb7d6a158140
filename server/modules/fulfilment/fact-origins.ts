import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import type { PostedFact } from "../../platform/facts/post-facts.ts";

/**
 * Where each fact of a record comes from. That an obligation was due and was discharged belongs to the obligation, so
 * that no second record can count it again; standards and attendance belong to the record.
 */
export function factOrigins(recordId: string, facts: readonly FactDraft[]): PostedFact[] {
  return facts.map((draft) => {
    const obligation = draft.details.obligation;
    const origin =
      typeof obligation === "string"
        ? { table: "obligation", id: obligation, version: 1, part: "", recordId }
        : { table: "record", id: recordId, version: 1, part: String(draft.attributes.template ?? ""), recordId };
    return { draft, origin };
  });
}
