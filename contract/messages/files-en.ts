import type { filesZh } from "./files-zh.ts";

/** Files: their kinds, uploads in pieces, the quarantine of what is marked as secret. */
export const filesEn: Record<keyof typeof filesZh, string> = {
  "file.not_an_image":
    "This file is no photograph that can be read (JPEG, PNG, WebP). Choose another one; photographs are never required.",
  "file.empty": "The file is empty. Choose another one.",
  "file.kind_not_allowed":
    "Files of this kind can't be uploaded. Photographs (JPEG, PNG, WebP), docx, xlsx, pptx, pdf and txt can; the content decides, not the name. Save old formats anew.",
  "file.encrypted": "The file has a password and can't be checked. Remove the password and upload it again.",
  "file.macro":
    "The file holds macros, scripts or an embedded program. Save it without them (docx, xlsx, pptx) or as a plain PDF.",
  "file.archive_too_large":
    "The file unpacks to more than can be taken. Make its pictures smaller or split it into several files.",
  "file.damaged": "The file is incomplete or damaged. Open it, save it anew and upload that.",
  "file.quarantined":
    "The file is marked “{marking}”. It is in quarantine and nobody can open it: state secrets must not enter this system. Act at once: 1. disconnect from the network; 2. report to your secrecy office and the Party affairs department; 3. have it registered; 4. clear the file from computers, telephones and carriers as you are told.",
  "upload.offset": "This piece doesn't fit on: the server has {received} bytes. Go on from there.",
  "upload.too_long": "More arrived than was announced. Upload the file again.",
  "upload.too_large": "A file may have {megabytes} MB. Make it smaller and upload it again.",
  "upload.hash_differs": "What arrived isn't the file that was announced, and was thrown away. Upload it again.",
  "upload.expired": "This upload began more than 24 hours ago and has expired. Upload the file again.",
  "upload.too_many": "{most} uploads are unfinished. Wait until they are done, or try again in 24 hours.",
  "quarantine.handled_already": "This file has been handled already. Refresh to see how.",
  "quarantine.own_upload": "Nobody handles a file that he sent himself. Leave it to somebody else.",
};
