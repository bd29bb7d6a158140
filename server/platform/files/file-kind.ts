import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { photographOf } from "./media-type.ts";
import { officeOf } from "./office.ts";
import { pdfOf } from "./pdf.ts";
import { plainTextOf } from "./plain-text.ts";
import { withoutLocation } from "./without-location.ts";

/** A file that may be kept, as it is kept. */
export type KnownFile = { readonly mediaType: string; readonly bytes: Buffer };

/**
 * What a file is, found from its structure and never from its name: a photograph (cleaned of place and camera), a paper of
 * Word, Excel, PowerPoint or PDF, or a plain text. Everything else is refused. `look` is given every text that can be read.
 */
export async function fileKindOf(bytes: Buffer, look: (text: string) => void): Promise<KnownFile | Refusal> {
  if (bytes.length === 0) return refuse("file.empty");
  const photograph = photographOf(bytes);
  if (photograph) return { ...photograph, bytes: withoutLocation(bytes, photograph.mediaType) };
  const paper = pdfOf(bytes, look) ?? (await officeOf(bytes, look));
  if (paper) return isRefusal(paper) ? paper : { ...paper, bytes };
  const text = plainTextOf(bytes);
  if (text === null) return refuse("file.kind_not_allowed");
  look(text);
  return { mediaType: "text/plain", bytes };
}
