const characters = (codes: readonly number[]) => new Set(codes.map((code) => String.fromCodePoint(code)));
/** Line and page breaks inside a paragraph, as Word writes them. */
const breaks = characters([0x0b, 0x0c]);
/** Marks of Word's fields, the soft hyphen, the zero-width blank and the byte order mark. */
const unseen = characters([0x13, 0x14, 0x15, 0xad, 0x200b, 0xfeff]);

/**
 * A text as it is kept. What is pasted from Word brings line breaks of several kinds and characters that nobody sees; they
 * say nothing and are taken out. Blanks that are seen, narrow or wide, stay.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\p{Cf}]/gu, (mark) => (breaks.has(mark) ? "\n" : unseen.has(mark) ? "" : mark));
}
