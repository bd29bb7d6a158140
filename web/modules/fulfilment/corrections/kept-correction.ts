import { useState } from "react";
import { readKept, writeKept } from "../../../ui/kept-text.ts";
import type { Draft } from "../draft.ts";
import { isDraft } from "../drafts/draft-content.ts";

type Correction = { readonly version: number; readonly draft: Draft; readonly reason: string };

const keyOf = (recordId: string) => `correction.${recordId}`;

/** A correction that is being typed, kept in this tab until it is sent; of another version than the one before it, nothing. */
export const keptCorrection = {
  read(recordId: string, version: number, store: Storage = sessionStorage): Correction | null {
    try {
      const kept = JSON.parse(readKept(keyOf(recordId), store) ?? "null") as Correction | null;
      return kept?.version === version && isDraft(kept.draft) ? kept : null;
    } catch {
      return null;
    }
  },
  write: (recordId: string, correction: Correction, store: Storage = sessionStorage) =>
    writeKept(keyOf(recordId), JSON.stringify(correction), "", store),
  forget: (recordId: string, store: Storage = sessionStorage) => writeKept(keyOf(recordId), "", "", store),
};

export function useKeptCorrection(recordId: string, version: number, fresh: () => Draft) {
  const [correction, setCorrection] = useState<Correction>(
    () => keptCorrection.read(recordId, version) ?? { version, draft: fresh(), reason: "" },
  );
  return {
    ...correction,
    put: (part: (now: Correction) => Partial<Correction>) =>
      setCorrection((now) => {
        const next = { ...now, ...part(now) };
        keptCorrection.write(recordId, next);
        return next;
      }),
    forget: () => keptCorrection.forget(recordId),
  };
}
