import { isCovered } from "./chosen-types.ts";
import type { Draft, RecordForm } from "./draft.ts";

type Check = RecordForm["template"]["checks"][number];

/**
 * What the form itself can tell about one line of the standard while it is filled in; null where only the server
 * judges (quorum, votes). Saves a round trip, decides nothing.
 */
export function toldByForm(
  check: Check,
  draft: Draft,
  form: RecordForm,
  template: Pick<RecordForm["template"], "code">,
): boolean | null {
  switch (check.check) {
    case "topic_named":
      return draft.title.trim() !== "";
    case "attendance_taken":
      return form.roster.length > 0 && form.roster.every(({ personId }) => draft.marks[personId]);
    case "minutes_written":
      return [...draft.minutes.trim()].length >= check.parameters.minimum;
    case "topic_covered":
      return isCovered(form, draft, template.code, check.parameters.topic);
    case "lecturer_named":
      return Boolean(draft.lecturer?.trim());
    default:
      return null;
  }
}
