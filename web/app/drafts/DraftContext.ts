import { createContext, use } from "react";
import { type DraftBody, type DraftPath, placeOf, withItem, withMoved, withValue } from "./draft-text.ts";

/** A draft that is being edited: what its text says now, and the sentences that stand against parts of it. */
export type Editing = {
  readonly text: string;
  readonly body: DraftBody;
  readonly change: (text: string) => void;
  /** By place: `root.children[1].weight`. */
  readonly sentences: ReadonlyMap<string, string>;
};

export const DraftContext = createContext<Editing | null>(null);

/** The draft around, with the changes a form makes to it. */
export function useEditing() {
  const editing = use(DraftContext);
  if (!editing) throw new Error("useEditing outside a draft");
  const { text, change, sentences } = editing;
  return {
    body: editing.body,
    /** Several changes as one. */
    edit: (changed: (text: string) => string) => change(changed(text)),
    set: (path: DraftPath, value: unknown) => change(withValue(text, path, value)),
    remove: (path: DraftPath) => change(withValue(text, path, undefined)),
    add: (list: DraftPath, item: unknown) => change(withItem(text, list, item)),
    move: (item: DraftPath, by: -1 | 1) => change(withMoved(text, item, by)),
    sentenceAt: (path: DraftPath) => sentences.get(placeOf(path)),
    /** Whether something stands against a part, or anything in it. */
    isWrongIn: (path: DraftPath) => {
      const place = placeOf(path);
      return [...sentences.keys()].some(
        (key) => key === place || (/^[.[]/.test(key.slice(place.length)) && key.startsWith(place)),
      );
    },
  };
}
