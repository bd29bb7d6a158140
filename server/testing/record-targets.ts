import { createHash } from "node:crypto";
import type { RouteName } from "@dutyloop/contract/routes.ts";
import type { Target } from "./access-target.ts";
import type { Loose } from "./access-targets.ts";
import { meetingBody } from "./meeting.ts";
import { jpeg } from "./photographs.ts";

/** Requests of the endpoints of records and their files. */
export function recordRequests(at: Target, number: number) {
  const params = { organizationId: at.organizationId };
  const record = { recordId: at.recordId };
  const written = { ...params, draftId: at.draftId };
  const fresh = `n${number}`;
  return {
    getRecordForm: () => ({ params, query: { template: "theme_day" } }),
    listRecords: () => ({ params, query: { limit: 200 } }),
    findSisterBranches: () => ({ params, query: { q: "canary" } }),
    listAwaitedParts: () => ({ params }),
    enterHostPart: () => ({
      params: { ...params, recordId: at.recordId },
      body: { subjectId: at.organizationId, attendance: [], guests: [] },
      headers: { "idempotency-key": `matrix-${fresh}` },
    }),
    previewRecord: () => ({
      params,
      body: meetingBody(
        { id: at.organizationId, mark: "by-matrix.", memberIds: [at.personId] },
        { attendance: [{ personId: at.personId, presence: "present", reason: null }] },
      ),
    }),
    submitRecord: () => ({
      params,
      body: meetingBody(
        { id: at.organizationId, mark: "by-matrix.", memberIds: [at.personId] },
        { attendance: [{ personId: at.personId, presence: "present", reason: null }] },
      ),
      headers: { "idempotency-key": `matrix-${fresh}` },
    }),
    getRecord: () => ({ params: record }),
    makeHandbook: () => ({ params, body: { year: 2026, format: "docx" } }),
    makeInspectionPack: () => ({
      params,
      body: { from: "2026-01-01", to: "2026-03-31", templateCodes: ["theme_day"], format: "docx" },
    }),
    correctRecord: () => ({
      params: record,
      body: {
        ...meetingBody({ id: at.organizationId, mark: "by-matrix.", memberIds: [at.personId] }),
        version: 0,
        reason: fresh,
      },
      headers: { "idempotency-key": `matrix-${fresh}` },
    }),
    getRecordEntry: () => ({ params: record }),
    listRecordVersions: () => ({ params: record }),
    reverseRecord: () => ({ params: record, body: { reason: "" } }),
    makeUp: () => ({
      params: record,
      body: { personId: at.personId, madeUpOn: "2026-03-12", way: "alone", note: fresh, lateReason: "" },
    }),
    listAbsences: () => ({ params, query: { which: "all", limit: 200 } }),
    drawSample: () => ({ params, body: { from: "2025-01-01", to: "2025-01-02" } }),
    listSamples: () => ({ params, query: { limit: 200 } }),
    getSample: () => ({ params: { sampleId: at.sampleId } }),
    checkSample: () => ({
      params: { sampleId: at.sampleId, recordId: at.recordId },
      body: { outcome: "reverse", reason: "" },
    }),
    listRecordDrafts: () => ({ params }),
    getRecordDraft: () => ({ params: written }),
    saveRecordDraft: () => ({
      params: written,
      body: {
        subjectId: at.organizationId,
        templateCodes: ["theme_day"],
        title: fresh,
        occurredOn: "2026-03-10",
        revision: 1,
        content: fresh,
      },
    }),
    discardRecordDraft: () => ({ params: written }),
    handOverDraft: () => ({ params: written, body: { revision: 1 } }),
    sendBackDraft: () => ({ params: written, body: { reason: fresh } }),
    uploadFile: () => ({ params, raw: jpeg({ shade: number % 250 }), headers: { "content-type": "image/jpeg" } }),
    beginUpload: () => ({
      params,
      body: { name: `${fresh}.txt`, size: 9, sha256: createHash("sha256").update(fresh).digest("hex") },
    }),
    appendUpload: () => ({
      params: { uploadId: at.uploadId },
      query: { offset: 0 },
      raw: Buffer.from("a"),
      headers: { "content-type": "application/octet-stream" },
    }),
    getUpload: () => ({ params: { uploadId: at.uploadId } }),
    listQuarantined: () => ({ params, query: { limit: 200 } }),
    handleQuarantined: () => ({
      params: { quarantinedId: at.quarantinedId },
      body: { outcome: "cleared", note: fresh },
    }),
    getRecordFile: () => ({ params: { recordId: at.recordId, fileId: at.fileId } }),
  } satisfies Partial<Record<RouteName, () => Loose>>;
}
