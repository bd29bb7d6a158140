import { describe, expect, test } from "vitest";
import { type Colour, colours, type Scheme, targets, typeSizes } from "./tokens.ts";

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const text: [Colour, Colour][] = [
  ["onPrimary", "primary"],
  ["onPrimary", "primaryHover"],
  ["brand", "card"],
  ["brand", "brandSoft"],
  ["ink", "card"],
  ["ink", "ground"],
  ["ink", "neutralSoft"],
  ["inkQuiet", "card"],
  ["inkQuiet", "ground"],
  ["inkQuiet", "neutralSoft"],
  ["inkFaint", "card"],
  ["inkFaint", "ground"],
  ["good", "card"],
  ["goodInk", "card"],
  ["goodInk", "goodSoft"],
  ["warn", "card"],
  ["warnInk", "ground"],
  ["warnInk", "card"],
  ["warnInk", "warnSoft"],
  ["info", "card"],
  ["info", "ground"],
  ["gold", "card"],
];
const shapes: [Colour, Colour][] = [
  ["primary", "card"],
  ["primary", "ground"],
  ["ring", "card"],
  ["edge", "card"],
  ["edge", "ground"],
  ["good", "track"],
  ["warn", "track"],
  ["info", "track"],
  ["ring", "track"],
];

test("the measure gives the known contrast of black on white", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
});

describe.each(["light", "dark"] satisfies Scheme[])("%s", (scheme) => {
  test.each(text)("words in %s on %s can be read (4.5 : 1)", (front, back) => {
    expect(contrast(colours[scheme][front], colours[scheme][back])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapes)("shapes in %s on %s can be seen (3 : 1)", (front, back) => {
    expect(contrast(colours[scheme][front], colours[scheme][back])).toBeGreaterThanOrEqual(3);
  });
});

test("the large edition has no type below 18 px and no target below 60 px", () => {
  expect(Math.min(...Object.values(typeSizes.elder))).toBeGreaterThanOrEqual(18);
  expect(Math.min(...Object.values(targets.elder))).toBeGreaterThanOrEqual(60);
});
