import { isCovered } from "./chosen-types.ts";
import type { Draft, RecordForm } from "./draft.ts";
import { countOf, type Roster } from "./form/attendance-count.ts";

type Template = RecordForm["template"];
export type Check = Template["checks"][number];

/** Those whom the line is about: of one host, whom one type expects. */
type People = { readonly roster: Roster; readonly marks: Draft["marks"] };

/**
 * What the form itself can tell about one line of the standard while it is filled in; null where only the server
 * judges (quorum, votes) or the line has nothing to judge yet. Saves a round trip, decides nothing.
 */
export function toldByForm(
  check: Check,
  draft: Omit<Draft, "marks">,
  form: RecordForm,
  template: Pick<Template, "code">,
  { roster, marks }: People,
): boolean | null {
  switch (check.check) {
    case "topic_named":
      return draft.title.trim() !== "";
    case "attendance_taken":
      return isTaken(roster, marks);
    case "half_present":
      return isTaken(roster, marks) ? halfOf(roster, marks) : null;
    case "minutes_written":
      return [...draft.minutes.trim()].length >= check.parameters.minimum;
    case "topic_covered":
      return isCovered(form, draft, template.code, check.parameters.topic);
    case "lecturer_named":
      return Boolean(draft.lecturer?.trim());
    case "material_there":
      return (draft.materials ?? []).some(({ code }) => code === check.parameters.material);
    case "secretary_last":
      return draft.resolutions.length === 0 ? null : draft.resolutions.every((one) => one.secretaryLast === true);
    default:
      return null;
  }
}

function isTaken(roster: Roster, marks: People["marks"]): boolean {
  return roster.length > 0 && roster.every(({ personId }) => marks[personId]);
}

function halfOf(roster: Roster, marks: People["marks"]): boolean | null {
  const { expected, present } = countOf(roster, marks);
  return expected === 0 ? null : present * 2 >= expected;
}

/** Whether a record will serve as a type, as far as the form can tell (MTG-18), and the must lines that it lacks. */
export type Verdict = { readonly counts: boolean | null; readonly lacks: readonly Check[] };

export function verdictOf(template: Template, draft: Omit<Draft, "marks">, form: RecordForm, people: People): Verdict {
  const told = template.checks
    .filter(({ effect }) => effect === "blocking")
    .map((check) => ({ check, met: toldByForm(check, draft, form, template, people) }));
  const lacks = told.filter(({ met }) => met === false).map(({ check }) => check);
  return { counts: lacks.length > 0 ? false : told.some(({ met }) => met === null) ? null : true, lacks };
}
