/** A part of a cell that names several things: names, with what is said about them. */
export type Listed = { readonly names: readonly string[]; readonly said: string };

/** The names in a cell, however they are set apart. */
export function namesIn(text: string | null): string[] {
  return partsOf(text, /[、；;,，\n]/);
}

/** Names with what is said about them, "张三、李四：出差；王五：生病". */
export function listedIn(text: string | null): Listed[] {
  return partsOf(text, /[；;\n]/).map((part) => {
    const [, names = part, inside, after] = /^([^：:（(]+)(?:[（(](.*)[）)]|[：:](.*))$/s.exec(part) ?? [];
    return { names: namesIn(names), said: (inside ?? after ?? "").trim() };
  });
}

export type Tally = { title: string; for: number; against: number; abstain: number };
const tallyShape =
  /赞成\s{0,3}(\d{1,5})\s{0,3}票?[\s，,、]{0,3}反对\s{0,3}(\d{1,5})\s{0,3}票?[\s，,、]{0,3}弃权\s{0,3}(\d{1,5})\s{0,3}票?\s{0,3}[）)]?$/;
const longestTitle = 300;

/** Resolutions with their tallies, "同意转正（赞成9，反对0，弃权1）", each in a line; null where one can't be read. */
export function resolutionsIn(text: string | null): Tally[] | null {
  const tallies = partsOf(text, /[；;\n]/).map((part): Tally | null => {
    const found = tallyShape.exec(part);
    if (found === null || found.index > longestTitle + 10) return null;
    const title = part.slice(0, found.index).replace(/[\s：:（(，,]+$/, "");
    const [, agreed, against, abstain] = found;
    if (title === "" || title.length > longestTitle) return null;
    return { title, for: Number(agreed), against: Number(against), abstain: Number(abstain) };
  });
  return tallies.every((tally) => tally !== null) ? tallies : null;
}

function partsOf(text: string | null, between: RegExp): string[] {
  return (text ?? "")
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
