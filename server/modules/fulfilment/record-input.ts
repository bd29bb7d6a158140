import type { ParsedBody } from "@dutyloop/contract/endpoints.ts";

/** What a user submits about one event, for one organisation. */
export type SubmittedRecord = ParsedBody<"submitRecord"> & { organizationId: string };
