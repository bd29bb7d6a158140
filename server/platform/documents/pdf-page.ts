/** Measures of an official document (GB/T 9704-2012) in points, as PDF wants them; the page is the one of official-page.ts. */
const perMillimetre = 72 / 25.4;
export const margin = {
  top: 37 * perMillimetre,
  bottom: 35 * perMillimetre,
  left: 28 * perMillimetre,
  right: 26 * perMillimetre,
} as const;
export const page = { width: 210 * perMillimetre, height: 297 * perMillimetre } as const;
export const textWidth = page.width - margin.left - margin.right;
export const textHeight = page.height - margin.top - margin.bottom;

/** 3 号 on lines of which 22 fill the page; the spacing takes a hair off each character, so that 28 of them fill a line. */
export const body = { size: 16, line: 28.95, spacing: -0.25 } as const;
/** 2 号. */
export const title = { size: 22, line: 36 } as const;
export const table = { size: 12, line: 18, padding: 3, indent: 10 } as const;
/** 4 号, its line 7 mm below the text, one character in from the outer edge. */
export const pageNumber = { size: 14, below: 7 * perMillimetre, indent: 14 } as const;
