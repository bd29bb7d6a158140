/**
 * Puts a text at the foot of every printed sheet, with the sheet's number. A browser that can't (Chromium before 131) leaves
 * it out and answers null; the page then says it once, at its end.
 * @returns what takes it away again
 */
export function putPaperFoot(text: string): (() => void) | null {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page {
    @bottom-left { content: ${quoted(text)}; font: 8pt sans-serif; color: #333; vertical-align: top; padding-top: 2mm; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #333; vertical-align: top; padding-top: 2mm; }
  }`);
  const page = sheet.cssRules[0] as { readonly cssRules?: CSSRuleList } | undefined;
  if (!page?.cssRules?.length) return null;
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** A text as CSS writes it: what could end it stands for itself. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/[\p{Cc}"\\]/gu, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
}
