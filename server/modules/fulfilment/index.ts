export type { SubmittedRecord } from "./record-input.ts";
export { fulfilmentRoutes } from "./routes.ts";
export { submitRecord } from "./submit-record.ts";
export { uploadFile } from "./upload-file.ts";
