import { type Route, read, write } from "../../platform/http/route.ts";
import { listAbsences } from "./absences-view.ts";
import { listAwaitedParts } from "./awaited-parts-view.ts";
import { booksRoutes } from "./books/routes.ts";
import { checkSample } from "./check-sample.ts";
import { correctRecord } from "./correct-record.ts";
import { discardRecordDraft, handOverDraft, sendBackDraft } from "./draft-acts.ts";
import { getRecordDraft, listRecordDrafts } from "./drafts-view.ts";
import { drawSample } from "./draw-sample.ts";
import { enterHostPart } from "./enter-host-part.ts";
import { getRecordFile } from "./file-view.ts";
import { makeUp } from "./make-up.ts";
import { previewRecord } from "./preview-record.ts";
import { getRecordForm } from "./record-form.ts";
import { getRecord } from "./record-view.ts";
import { listRecords } from "./records-view.ts";
import { reverseRecord } from "./reverse-record.ts";
import { getSample, listSamples } from "./samples-view.ts";
import { saveRecordDraft } from "./save-draft.ts";
import { findSisterBranches } from "./sister-branches.ts";
import { submitRecord } from "./submit-record.ts";
import { uploadFile } from "./upload-file.ts";
import type { UploadParts } from "./uploads/append-upload.ts";
import { uploadRoutes } from "./uploads/routes.ts";
import { getRecordEntry, listRecordVersions } from "./versions-view.ts";

export function fulfilmentRoutes(parts: UploadParts): Route[] {
  const { store } = parts;
  return [
    read("getRecordForm", getRecordForm),
    read("listRecords", listRecords),
    read("findSisterBranches", findSisterBranches),
    read("listAwaitedParts", listAwaitedParts),
    write("enterHostPart", enterHostPart, ({ params, body }) => ({ ...body, ...params })),
    read("previewRecord", previewRecord),
    write("submitRecord", submitRecord, ({ params, body }) => ({ ...body, ...params })),
    write("correctRecord", correctRecord, ({ params, body }) => ({ ...body, ...params })),
    read("getRecordEntry", getRecordEntry),
    read("listRecordVersions", listRecordVersions),
    write("reverseRecord", reverseRecord, ({ params, body }) => ({ ...body, ...params })),
    write("drawSample", drawSample, ({ params, body }) => ({ ...body, ...params })),
    read("listSamples", listSamples),
    read("getSample", getSample),
    write("checkSample", checkSample, ({ params, body }) => ({ ...body, ...params })),
    write("saveRecordDraft", saveRecordDraft, ({ params, body }) => ({ ...body, ...params })),
    read("listRecordDrafts", listRecordDrafts),
    read("getRecordDraft", getRecordDraft),
    write("discardRecordDraft", discardRecordDraft, ({ params }) => params),
    write("handOverDraft", handOverDraft, ({ params, body }) => ({ ...body, ...params })),
    write("sendBackDraft", sendBackDraft, ({ params, body }) => ({ ...body, ...params })),
    write("makeUp", makeUp, ({ params, body }) => ({ ...body, ...params })),
    read("listAbsences", listAbsences),
    read("getRecord", getRecord),
    write("uploadFile", uploadFile(store), ({ params, raw }) => ({ ...params, bytes: raw.body })),
    read("getRecordFile", (request) => getRecordFile(request, store)),
    ...uploadRoutes(parts),
    ...booksRoutes,
  ];
}
