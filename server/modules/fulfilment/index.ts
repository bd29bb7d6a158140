export { postingMonths } from "./posting-months.ts";
export type { SubmittedRecord } from "./record-input.ts";
export { fulfilmentRoutes } from "./routes.ts";
export {
  decideSubmission,
  dischargesOf,
  factsToPost,
  monthsOfExtensions,
  type Submission,
  saveSubmission,
} from "./submission.ts";
export { submitRecord } from "./submit-record.ts";
export { uploadFile } from "./upload-file.ts";
