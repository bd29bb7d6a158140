/** Line breaks and tabs belong to a text; other controls, half characters and marks that turn the reading order don't. */
export function hasControlCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(text.replace(/[\t\n\r]/g, ""));
}
