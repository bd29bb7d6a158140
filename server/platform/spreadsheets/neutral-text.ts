const dangerous = /^[=+\-@\t\r＝＋－＠]/u;

/** Text that no table program takes for a formula: what begins like one gets an apostrophe before it. */
export function neutralText(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text as it was before `neutralText`. */
export function plainText(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;
}
