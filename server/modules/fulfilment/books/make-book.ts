import type { Language } from "@dutyloop/contract/messages/score-names.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { wordType } from "../../../platform/documents/official-notice.ts";
import type { OfficialDocument } from "../../../platform/documents/write-document.ts";
import type { FileAnswer } from "../../../platform/http/file-answer.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type Book, type BookPlace, type BookRequest, bookOf, placeOf } from "./book-data.ts";
import { handbookOf, inspectionPackOf } from "./written-books.ts";

type Made = BookRequest & { readonly format: "docx" | "pdf"; readonly language: Language };
type State = { readonly place: BookPlace; readonly file: FileAnswer | null };

const longestDays = 1100;
const mediaTypes = {
  docx: wordType,
  pdf: "application/pdf",
} as const;

/** The handbook of a year; made by a write, because it holds names and its making belongs into the audit. */
export const makeHandbook = makingOf("fulfilment.make_handbook", handbookOf);
/** Papers for an inspection of some types and days. */
export const makeInspectionPack = makingOf("fulfilment.make_inspection_pack", inspectionPackOf);

function makingOf(
  name: string,
  written: (book: Book, language: Language) => OfficialDocument,
): UseCase<Made, State, State & { file: FileAnswer }, FileAnswer> {
  return {
    name,
    access: "record.export",
    async load(transaction, input, { actor, today }) {
      const place = await placeOf(transaction, actor.tenantId, input.organizationId);
      if (!place) throw notFound();
      const mayMake = covers(scopeOf(actor, "record.export", today), place.path);
      if (!mayMake || place.restricted || daysRefusal(input, today) !== null) return { place, file: null };
      const names = scopeOf(actor, "record.read_names", today);
      const book = await bookOf(transaction, actor.tenantId, place, input, today, (path) => covers(names, path));
      const document = written(book, input.language);
      const bytes = await bytesOf(document, input.format);
      return {
        place,
        file: { bytes, mediaType: mediaTypes[input.format], fileName: `${document.title}.${input.format}` },
      };
    },
    place: ({ place }) => place.path,
    decide({ place, file }, input, { today }) {
      if (place.restricted) return refuse("book.restricted", {}, "organizationId");
      const refusal = daysRefusal(input, today);
      if (refusal !== null) return refusal;
      return file === null ? refuse("access.not_allowed") : { place, file };
    },
    save: () => undefined,
    audit: ({ place }, { from, to, templateCodes, format }) => ({
      object: `organization ${place.id}`,
      after: { from, to, templates: [...templateCodes], format },
    }),
    answer: ({ file }) => file,
  };
}

function daysRefusal({ from, to }: Pick<Made, "from" | "to">, today: PlainDate) {
  if (to < from) return refuse("book.days_reversed", { from, to }, "to");
  if (from > today) return refuse("book.year_in_future", { today }, "from");
  return addDays(from, longestDays) < to ? refuse("book.span_too_long", { most: longestDays }, "to") : null;
}

/** The writers are loaded when somebody wants them: they take memory that an idle server needn't hold. */
async function bytesOf(document: OfficialDocument, format: Made["format"]): Promise<Buffer> {
  if (format === "pdf") return (await import("../../../platform/documents/write-pdf.ts")).writePdf(document);
  return (await import("../../../platform/documents/write-document.ts")).writeDocument(document);
}
