/**
 * Every colour of the product. Components use them as CSS variables (`--ink-quiet`), antd gets the same table.
 * `contrast.test.ts` proves that the pairs that meet on a page are readable (WCAG 2.2 AA).
 */
export const colours = {
  light: {
    primary: "#C8161D",
    primaryHover: "#A8071A",
    onPrimary: "#FFFFFF",
    brand: "#A8071A",
    brandSoft: "#FBECEC",
    ring: "#C8161D",
    ink: "#1F2329",
    inkQuiet: "#4E5969",
    inkFaint: "#636B78",
    line: "#E5E6EB",
    lineFaint: "#F0F1F3",
    edge: "#868E9B",
    dot: "#C9CDD4",
    ground: "#F5F6F8",
    card: "#FFFFFF",
    track: "#EBECEF",
    neutralSoft: "#EEF0F3",
    good: "#1B7F4B",
    goodInk: "#17713F",
    goodSoft: "#E9F5EE",
    goodLine: "#9AD0B2",
    warn: "#B25E09",
    warnInk: "#9A4F05",
    warnSoft: "#FCF3E8",
    warnLine: "#E9C08E",
    info: "#1F5FBF",
    infoLine: "#C5D5F0",
    gold: "#8A6508",
    veil: "#1F232973",
  },
  dark: {
    primary: "#D1333A",
    primaryHover: "#BC2229",
    onPrimary: "#FFFFFF",
    brand: "#FF9C99",
    brandSoft: "#3B1D20",
    ring: "#F0605F",
    ink: "#E9EBEE",
    inkQuiet: "#BBC1CB",
    inkFaint: "#9DA5B1",
    line: "#33383F",
    lineFaint: "#2A2F35",
    edge: "#777F8B",
    dot: "#4A515B",
    ground: "#121417",
    card: "#1C1F24",
    track: "#33383F",
    neutralSoft: "#2A2F35",
    good: "#4FBF86",
    goodInk: "#6FD3A0",
    goodSoft: "#17301F",
    goodLine: "#2F6B4B",
    warn: "#E79A4B",
    warnInk: "#F2B06B",
    warnSoft: "#382817",
    warnLine: "#7A5526",
    info: "#83B4F7",
    infoLine: "#3A5377",
    gold: "#D9B44A",
    veil: "#000000A6",
  },
} as const;

export type Colour = keyof (typeof colours)["light"];
export type Scheme = keyof typeof colours;

/** On paper: the light scheme's, plain black on white, whatever the screen shows. */
export const paperColours: Readonly<Record<Colour, string>> = {
  ...colours.light,
  ground: "#FFFFFF",
  card: "#FFFFFF",
  ink: "#000000",
  inkQuiet: "#333333",
  inkFaint: "#444444",
  line: "#777777",
  lineFaint: "#AAAAAA",
};

/** Sizes of type in px: usual reading and 长辈版 (nothing below 18 px). */
export const typeSizes = {
  usual: { note: 12, small: 13, body: 14, field: 16, section: 16, title: 20, figure: 28 },
  elder: { note: 18, small: 18, body: 19, field: 20, section: 22, title: 26, figure: 34 },
} as const;

/** Smallest height of what a finger or mouse is to hit, in px. */
export const targets = { usual: { office: 32, touch: 48 }, elder: { office: 60, touch: 60 } } as const;

/** `inkQuiet` → `--ink-quiet` */
export function variableName(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
