import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import { margin, page } from "./pdf-page.ts";

export type Pdf = InstanceType<typeof PDFDocument>;

/** The document's only faces: the proprietary ones of official documents can't be embedded, Noto Sans stands for them. */
export const faces = { regular: "regular", strong: "strong" } as const;

const fontFile = (name: string) =>
  fileURLToPath(new URL(`../fonts/NotoSansHans-${name}.otf`, import.meta.resolve("@embedpdf/fonts-sc")));

/** An empty document of A4 sheets; of the faces only the characters that are used are embedded. */
export function openPdf(title: string): Pdf {
  const pdf = new PDFDocument({
    size: [page.width, page.height],
    margins: margin,
    bufferPages: true,
    info: { Title: title, Creator: "DutyLoop" },
  });
  pdf.registerFont(faces.regular, fontFile("Regular"));
  pdf.registerFont(faces.strong, fontFile("Bold"));
  return pdf;
}

/** Without control characters, for which no font has a shape. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, "");
}
