/** Beginnings of texts that something would run or draw. */
const runs = /^\s*(?:#!|@echo\b|%!PS|\{\\rtf|\[InternetShortcut\]|Windows Registry Editor|MIME-Version:)/i;
const marksUp =
  /<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|math|style|link|meta)\b|<\?(?:php|xml|=)/i;

/** What no text holds: control characters other than blanks and ends of lines. */
const control = /[^\P{Cc}\t\n\v\f\r]/u;

/**
 * The text where these bytes are nothing but one: readable characters in UTF-8, UTF-16 or GB 18030, and no page, drawing
 * or program. Null otherwise.
 */
export function plainTextOf(bytes: Buffer): string | null {
  const text = decoded(bytes);
  if (text === null || text.trim() === "") return null;
  if (control.test(text)) return null;
  return runs.test(text) || marksUp.test(text) ? null : text;
}

function decoded(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly("utf-16be", bytes);
  return strictly("utf-8", bytes) ?? strictly("gb18030", bytes);
}

function strictly(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
