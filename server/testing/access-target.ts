/** One place as the endpoints address it. */
export type Target = {
  readonly organizationId: string;
  readonly recordId: string;
  readonly fileId: string;
  readonly personId: string;
  readonly groupId: string;
  /** An account that is closed in the course of the test, and one that stays. */
  readonly accountId: string;
  readonly colleagueId: string;
  readonly grantId: string;
  readonly tokenId: string;
  readonly disputeId: string;
  readonly appointmentId: string;
  readonly importId: string;
  readonly reorganizationId: string;
  readonly unitId: string;
  readonly transferId: string;
  readonly tagId: string;
  readonly exclusionId: string;
  readonly impedimentId: string;
  readonly draftId: string;
  readonly sampleId: string;
  readonly uploadId: string;
  readonly quarantinedId: string;
  readonly planId: string;
  readonly obligationId: string;
  readonly requestId: string;
  readonly bulletinId: string;
  readonly alarmId: string;
};

export const missing = "0197aaaa-0000-7000-8000-000000000000";
/** Addresses something that isn't there. */
export const nowhere: Target = {
  organizationId: missing,
  recordId: missing,
  fileId: "0".repeat(64),
  personId: missing,
  groupId: missing,
  accountId: missing,
  colleagueId: missing,
  grantId: missing,
  tokenId: missing,
  disputeId: missing,
  appointmentId: missing,
  importId: missing,
  reorganizationId: missing,
  unitId: missing,
  transferId: missing,
  tagId: missing,
  exclusionId: missing,
  impedimentId: missing,
  draftId: missing,
  sampleId: missing,
  uploadId: missing,
  quarantinedId: missing,
  planId: missing,
  obligationId: missing,
  requestId: missing,
  bulletinId: missing,
  alarmId: missing,
};
