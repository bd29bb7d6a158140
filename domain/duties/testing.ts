import type { Obligation } from "./things.ts";

/** An open obligation of the first quarter's general meeting, with the parts a test wants to be different. */
export function obligation(changes: Partial<Obligation> = {}): Obligation {
  return {
    id: "obligation",
    sourceId: "line",
    organizationId: "branch",
    subjectId: "branch",
    templateCode: "general_meeting",
    periodFrom: "2026-01-01",
    periodTo: "2026-03-31",
    dueOn: "2026-03-31",
    occurrence: 1,
    state: "todo",
    extendedTo: null,
    ...changes,
  };
}
