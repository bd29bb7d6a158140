import { mayRecord } from "@dutyloop/domain/standards/template-policy.ts";
import type { templatesInForce } from "../standards/index.ts";
import type { SubmittedRecord } from "./record-input.ts";
import type { Host } from "./record-store.ts";
import type { SubmissionState } from "./submission-state.ts";

type InForce = Awaited<ReturnType<typeof templatesInForce>>;

/** The types that were chosen, in the versions in force where the host stands; those that it can't hold are unknown. */
export function chosenTypes(
  inForce: InForce,
  { path, kind }: Pick<Host, "path" | "kind">,
  { templateCodes, occurredOn }: Pick<SubmittedRecord, "templateCodes" | "occurredOn">,
): Pick<SubmissionState, "templates" | "unknownTemplates"> {
  const known = inForce(path, occurredOn);
  const templates = templateCodes
    .flatMap((code) => known.get(code)?.body ?? [])
    .filter((body) => mayRecord(body, kind));
  return { templates, unknownTemplates: templates.length < templateCodes.length };
}
