export { factsOfRecords, type RecordFact } from "./facts-of-records.ts";
export { postingMonths } from "./posting-months.ts";
export type { SubmittedRecord } from "./record-input.ts";
export { fulfilmentRoutes } from "./routes.ts";
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
