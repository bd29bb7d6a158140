import { useState } from "react";
import { readKept, writeKept } from "../../../ui/kept-text.ts";
import type { Mark } from "../draft.ts";
import type { Reason } from "../form/deviations.ts";

/** Who was there of one host, as its secretary types it. */
export type PartDraft = {
  readonly marks: Record<string, Mark>;
  readonly guests: readonly string[];
  readonly deviations: readonly Reason[];
  /** Why it is entered only now, or corrected. */
  readonly reason: string;
};

export const nothingTyped: PartDraft = { marks: {}, guests: [], deviations: [], reason: "" };

/** What was kept under this key; null where it isn't a part. */
export function keptPart(key: string, store: Pick<Storage, "getItem" | "setItem" | "removeItem">): PartDraft | null {
  try {
    const kept = JSON.parse(readKept(key, store) ?? "null") as Partial<PartDraft> | null;
    const whole = typeof kept?.marks === "object" && Array.isArray(kept.guests) && Array.isArray(kept.deviations);
    return whole ? { ...nothingTyped, ...kept } : null;
  } catch {
    return null;
  }
}

/** A part that is being typed, kept in this tab until it is sent; `key` says of which host and version. */
export function useKeptPart(key: string, initial: PartDraft) {
  const [part, setPart] = useState(() => keptPart(key, sessionStorage) ?? initial);
  return {
    part,
    change: (changed: (now: PartDraft) => Partial<PartDraft>) =>
      setPart((now) => {
        const next = { ...now, ...changed(now) };
        writeKept(key, JSON.stringify(next), "", sessionStorage);
        return next;
      }),
    forget: () => writeKept(key, "", "", sessionStorage),
  };
}
