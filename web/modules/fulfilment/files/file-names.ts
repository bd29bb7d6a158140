const office = "application/vnd.openxmlformats-officedocument.";

type Kind = {
  readonly ending: string;
  readonly name: "kindWord" | "kindExcel" | "kindSlides" | "kindPdf" | "kindText" | "kindPhoto";
};

const kinds: Readonly<Record<string, Kind>> = {
  [`${office}wordprocessingml.document`]: { ending: "docx", name: "kindWord" },
  [`${office}spreadsheetml.sheet`]: { ending: "xlsx", name: "kindExcel" },
  [`${office}presentationml.presentation`]: { ending: "pptx", name: "kindSlides" },
  "application/pdf": { ending: "pdf", name: "kindPdf" },
  "text/plain": { ending: "txt", name: "kindText" },
  "image/jpeg": { ending: "jpg", name: "kindPhoto" },
  "image/png": { ending: "png", name: "kindPhoto" },
  "image/webp": { ending: "webp", name: "kindPhoto" },
};

/** What the file chooser offers; what a file really is the server finds from its content. */
export const offeredPapers = ".docx,.xlsx,.pptx,.pdf,.txt,image/*";

export function kindOf(mediaType: string | null): Kind | null {
  return kinds[mediaType ?? ""] ?? null;
}

/** The name under which a paper is saved: what it is, the day and the theme. */
export function savedName(paper: string, occurredOn: string, title: string, mediaType: string | null): string {
  const name = [paper, occurredOn, title]
    .filter(Boolean)
    .join(" ")
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, "-")
    .slice(0, 100);
  const ending = kindOf(mediaType)?.ending;
  return ending ? `${name}.${ending}` : name;
}

export function isPicture(mediaType: string): boolean {
  return mediaType.startsWith("image/");
}

/** 1 280 → 2 KB, 3 400 000 → 3.2 MB. */
export function wordSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.ceil(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
