import { Document, isCollection, isSeq, parseDocument } from "yaml";

/** A place in a draft: names of fields and numbers of list items. */
export type DraftPath = readonly (string | number)[];
export type DraftBody = Readonly<Record<string, unknown>>;

/** What a draft's text says, or the line where it can't be read. */
export function readDraft(text: string): { readonly body: DraftBody } | { readonly line: number } {
  const document = parsed(text);
  const [error] = document.errors;
  if (error) return { line: error.linePos?.[0].line ?? 1 };
  try {
    const body: unknown = document.toJS({ maxAliasCount: 20 });
    return typeof body === "object" && body !== null && !Array.isArray(body)
      ? { body: body as DraftBody }
      : { line: 1 };
  } catch {
    return { line: 1 };
  }
}

/** A body written as a draft. */
export function draftTextOf(body: object): string {
  const document = new Document(body);
  foldShort(document.contents);
  return write(document);
}

/** The text with another value at a place; what stands around it, comments too, stays as it was typed. Undefined takes it away. */
export function withValue(text: string, path: DraftPath, value: unknown): string {
  return edited(text, (document) => {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, typeof value === "object" && value !== null ? document.createNode(value) : value);
  });
}

/** The text with one more item at the end of a list, which is begun where there is none. */
export function withItem(text: string, list: DraftPath, item: unknown): string {
  return edited(text, (document) => {
    const node = document.getIn(list, true);
    if (isSeq(node)) node.items.push(document.createNode(item));
    else document.setIn(list, document.createNode([item]));
  });
}

/** The text with the item of a list one place up (-1) or down (1); at the end of the list it stays. */
export function withMoved(text: string, item: DraftPath, by: -1 | 1): string {
  return edited(text, (document) => {
    const node = document.getIn(item.slice(0, -1), true);
    const at = Number(item.at(-1));
    if (!isSeq(node) || node.items[at + by] === undefined) return;
    const [moved] = node.items.splice(at, 1);
    node.items.splice(at + by, 0, moved);
  });
}

/** The value at a place of a body; undefined where there is none. */
export function valueAt(body: unknown, path: DraftPath): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === "object" && part !== null ? (part as Record<string, unknown>)[step] : undefined),
    body,
  );
}

/** `root.children[1].weight`, as problems name their places, as a path. */
export function pathOf(place: string): DraftPath {
  return [...place.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) =>
    index === undefined ? step : Number(index),
  );
}

/** A path as problems name their places. */
export function placeOf(path: DraftPath): string {
  return path.reduce<string>(
    (place, step) => (typeof step === "number" ? `${place}[${step}]` : place === "" ? step : `${place}.${step}`),
    "",
  );
}

function parsed(text: string): Document.Parsed {
  return parseDocument(text, { uniqueKeys: true });
}

function edited(text: string, change: (document: Document.Parsed) => void): string {
  const document = parsed(text);
  if (document.errors.length > 0) return text;
  if (document.contents === null) document.contents = document.createNode({}) as never;
  change(document);
  return write(document);
}

function write(document: Document | Document.Parsed): string {
  return document.toString({ lineWidth: 0 });
}

const longest = 110;

/** Puts short things on one line, as in the library's files. */
function foldShort(node: unknown): void {
  if (!isCollection(node)) return;
  for (const item of node.items) {
    const value = typeof item === "object" && item !== null && "value" in item ? item.value : item;
    if (!isCollection(value)) continue;
    if (JSON.stringify(value).length <= longest) value.flow = true;
    else foldShort(value);
  }
}
