import { inflateSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** A sheet of a printed page: its width in millimetres, and what is written on it. */
export type Sheet = { readonly width: number; readonly text: string };

type Objects = ReadonlyMap<number, { readonly head: string; readonly data: string }>;

/** The sheets on which the browser prints a page. */
export async function printedSheets(page: Page): Promise<Sheet[]> {
  const objects = objectsOf((await page.pdf({ preferCSSPageSize: true })).toString("latin1"));
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const points = Number(/\/MediaBox\s*\[\s*0 0 ([\d.]+)/.exec(head)?.[1]);
    return { width: Math.round((points * 25.4) / 72), text: textOf(head, objects) };
  });
}

function objectsOf(file: string): Objects {
  const found = new Map<number, { head: string; data: string }>();
  for (const begin of file.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = begin.index + begin[0].length;
    const [head = "", streams] = /^(.*?)\s*(stream\r?\n|endobj)/s.exec(file.slice(from))?.slice(1) ?? [];
    const at = file.indexOf("stream", from + head.length);
    const start = at + (file[at + 6] === "\r" ? 8 : 7);
    const length = streams === "endobj" ? 0 : Number(/\/Length (\d+)/.exec(head)?.[1]);
    const raw = Buffer.from(file.slice(start, start + length), "latin1");
    const packed = length > 0 && head.includes("/FlateDecode");
    found.set(Number(begin[1]), { head, data: packed ? inflateSync(raw).toString("latin1") : raw.toString("latin1") });
  }
  return found;
}

/** What a page writes with its fonts, as letters. */
function textOf(head: string, objects: Objects): string {
  const fonts = new Map(
    [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id]) => {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.head ?? "")?.[1];
      return [name, fontOf(objects.get(Number(unicode))?.data ?? "")];
    }),
  );
  const content = [...head.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id]) => objects.get(Number(id))?.data).join("\n");
  let now = noFont;
  let text = "";
  for (const [, font, shown = ""] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font) now = fonts.get(font) ?? noFont;
    else
      for (let at = 0; at < shown.length; at += now.digits)
        text += now.letters.get(shown.slice(at, at + now.digits).toUpperCase()) ?? "";
  }
  // Fonts share the glyphs of characters that look alike.
  return text.normalize("NFKC");
}

/** Letters by the code of their glyph, which is written with so many digits. */
type Font = { readonly digits: number; readonly letters: ReadonlyMap<string, string> };
const noFont: Font = { digits: 4, letters: new Map() };

function fontOf(map: string): Font {
  const digits = /begincodespacerange\s*<(\w+)>/.exec(map)?.[1]?.length ?? noFont.digits;
  const letters = new Map<string, string>();
  for (const [, part = ""] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, from = "", to = ""] of part.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(from.toUpperCase(), Buffer.from(to, "hex").swap16().toString("utf16le"));
  }
  for (const [, part = ""] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = "", to = "", first = ""] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [start, end, unit] = [from, to, first].map((hex) => Number.parseInt(hex, 16)) as [number, number, number];
      for (let at = start; at <= end; at += 1)
        letters.set(at.toString(16).toUpperCase().padStart(digits, "0"), String.fromCodePoint(unit + at - start));
    }
  }
  return { digits, letters };
}
