/**
 * Measures of an official document (GB/T 9704-2012) as Word wants them: twentieths of a point for lengths, half points for
 * sizes. They give 22 lines of 28 characters on A4 in Word and in LibreOffice alike. The fonts are named, never embedded: a
 * computer without them shows its own.
 */
export const page = { width: 11906, height: 16838 } as const;
export const margin = { top: 2098, bottom: 1984, left: 1587, right: 1474 } as const;
/** Width of the text area. */
export const textWidth = page.width - margin.left - margin.right;
/** The page number's line begins 7 mm below the text area. */
export const footerDistance = 1304;
/** Exact height of a line. */
export const lineHeight = 579;
/** In tables. */
export const tableLineHeight = 360;
/** Takes a hair off each character, so that 28 of them fill a line. */
export const characterSpacing = -5;

const latin = "Times New Roman";
const fonts = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia });
/** 小标宋, 黑体, 仿宋 and 宋体 with the size (half points) each is used at: 2 号, 3 号, 4 号. */
export const faces = {
  title: { font: fonts("方正小标宋简体"), size: 44 },
  heading: { font: fonts("黑体"), size: 32 },
  body: { font: fonts("仿宋_GB2312"), size: 32 },
  tableHead: { font: fonts("黑体"), size: 24 },
  table: { font: fonts("仿宋_GB2312"), size: 24 },
  pageNumber: { font: fonts("宋体"), size: 28 },
  mark: { font: fonts("黑体"), size: 32 },
  imprint: { font: fonts("仿宋_GB2312"), size: 28 },
  proof: { font: fonts("仿宋_GB2312"), size: 18 },
} as const;
/** Two characters of 3 号, one of 4 号. */
export const firstLineIndent = 640;
export const pageNumberIndent = 280;
/** Around a 通报: 发文机关标志, its red rule, the rules of the 版记 (0.35 mm and 0.25 mm, in eighths of a point). */
export const official = {
  red: "E00000",
  issuerAtMost: 104,
  redRule: 12,
  /** In points: 4 mm. */
  ruleBelow: 11,
  outerRule: 8,
  innerRule: 6,
  proofLine: 300,
} as const;
/** 35 mm. */
export const issuerAbove = 1984;
/** One character of 4 号. */
export const imprintIndent = 280;
