import type { BenchmarkPart } from "@dutyloop/domain/standards/benchmark-things.ts";

/** The parts of a set while they are typed: the same shape, where words may still be missing. */
export type SetDraft = readonly BenchmarkPart[];

const blank = { zh: "", en: "" };
const fresh = (id: string) => ({ code: `own_${id.replaceAll("-", "_")}`, name: blank });

export function draftOf(
  parts: readonly { code: string; name: BenchmarkPart["name"]; items: readonly BenchmarkPart["items"][number][] }[],
): SetDraft {
  return parts.map(({ code, name, items }) => ({
    code,
    name,
    items: items.map((item) => ({ code: item.code, name: item.name })),
  }));
}

/** A draft as it was kept, or what it began with where that can't be read. */
export function readDraft(kept: string, otherwise: SetDraft): SetDraft {
  return kept === "" ? otherwise : (JSON.parse(kept) as SetDraft);
}

export function withPart(draft: SetDraft, partId: string, itemId: string): SetDraft {
  return [...draft, { ...fresh(partId), items: [fresh(itemId)] }];
}

export function withItem(draft: SetDraft, part: number, itemId: string): SetDraft {
  return changed(draft, part, (items) => [...items, fresh(itemId)]);
}

/** Without an item; a part that has none left goes with it. */
export function withoutItem(draft: SetDraft, part: number, item: number): SetDraft {
  return changed(draft, part, (items) => items.filter((_, index) => index !== item)).filter(
    ({ items }) => items.length > 0,
  );
}

export function withName(
  draft: SetDraft,
  { part, item, language }: { part: number; item: number | null; language: "zh" | "en" },
  text: string,
): SetDraft {
  return draft.map((one, at) => {
    if (at !== part) return one;
    if (item === null) return { ...one, name: { ...one.name, [language]: text } };
    const items = one.items.map((line, index) =>
      index === item ? { ...line, name: { ...line.name, [language]: text } } : line,
    );
    return { ...one, items };
  });
}

/** What is sent: where nobody wrote English, the Chinese words stand in for it. */
export function sentParts(draft: SetDraft): BenchmarkPart[] {
  const words = ({ zh, en }: BenchmarkPart["name"]) => ({
    zh: zh.trim(),
    en: en.trim() === "" ? zh.trim() : en.trim(),
  });
  return draft.map(({ code, name, items }) => ({
    code,
    name: words(name),
    items: items.map((item) => ({ code: item.code, name: words(item.name) })),
  }));
}

function changed(
  draft: SetDraft,
  part: number,
  change: (items: BenchmarkPart["items"]) => BenchmarkPart["items"],
): SetDraft {
  return draft.map((one, at) => (at === part ? { ...one, items: change(one.items) } : one));
}
