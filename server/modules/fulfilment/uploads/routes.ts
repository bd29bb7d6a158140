import { type Route, read, write } from "../../../platform/http/route.ts";
import { appendUpload, type UploadParts } from "./append-upload.ts";
import { beginUpload } from "./begin-upload.ts";
import { handleQuarantined } from "./handle-quarantined.ts";
import { listQuarantined } from "./quarantined-view.ts";
import { getUpload } from "./upload-view.ts";

export function uploadRoutes(using: UploadParts): Route[] {
  return [
    write("beginUpload", beginUpload, ({ params, body }) => ({ ...body, ...params })),
    read("appendUpload", (request) => appendUpload(request, using)),
    read("getUpload", getUpload),
    read("listQuarantined", listQuarantined),
    write("handleQuarantined", handleQuarantined(using.parts), ({ params, body }) => ({ ...body, ...params })),
  ];
}
