import type { FileStore } from "../../platform/files/store.ts";
import { type Route, read, write } from "../../platform/http/route.ts";
import { getRecordFile } from "./file-view.ts";
import { getRecordForm } from "./record-form.ts";
import { getRecord } from "./record-view.ts";
import { listRecords } from "./records-view.ts";
import { submitRecord } from "./submit-record.ts";
import { uploadFile } from "./upload-file.ts";

export function fulfilmentRoutes(store: FileStore): Route[] {
  return [
    read("getRecordForm", getRecordForm),
    read("listRecords", listRecords),
    write("submitRecord", submitRecord, ({ params, body }) => ({ ...body, ...params })),
    read("getRecord", getRecord),
    write("uploadFile", uploadFile(store), ({ params, raw }) => ({ ...params, bytes: raw.body })),
    read("getRecordFile", (request) => getRecordFile(request, store)),
  ];
}
