export { checkSample } from "./check-sample.ts";
export { correctRecord } from "./correct-record.ts";
export { handOverDraft } from "./draft-acts.ts";
export { drawSample } from "./draw-sample.ts";
export { factsOfRecords, type RecordFact } from "./facts-of-records.ts";
export { findRecords } from "./find-records.ts";
export { makeUp } from "./make-up.ts";
export { postingMonths } from "./posting-months.ts";
export type { SubmittedRecord } from "./record-input.ts";
export { reverseRecord } from "./reverse-record.ts";
export { fulfilmentRoutes } from "./routes.ts";
export { type SampleCounts, sampleCounts } from "./sample-counts.ts";
export { saveRecordDraft } from "./save-draft.ts";
export {
  decideSubmission,
  dischargesOf,
  factsToPost,
  monthsOfExtensions,
  saveSubmission,
} from "./submission.ts";
export type { Submission } from "./submission-state.ts";
export { submitRecord } from "./submit-record.ts";
export { uploadFile } from "./upload-file.ts";
export { clearUploads } from "./uploads/clear-uploads.ts";
export { wordRecords } from "./word-records.ts";
