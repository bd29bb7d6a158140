import { useRef, useState } from "react";
import { useSession } from "../../../app/session/session.ts";
import { deviceStore } from "../device-store.ts";
import type { Draft } from "../draft.ts";
import { isDraft } from "../drafts/draft-content.ts";

/** A correction of a version of a record on this device. */
export type KeptCorrection = {
  readonly recordId: string;
  readonly version: number;
  readonly draft: Draft;
  readonly reason: string;
};

const corrections = deviceStore<KeptCorrection>("dutyloop.correction.", (value) => {
  const kept = value as Partial<KeptCorrection> | null;
  const whole =
    typeof kept?.recordId === "string" && typeof kept.version === "number" && typeof kept.reason === "string";
  return whole && isDraft(kept.draft) ? (kept as KeptCorrection) : null;
});

export const keepCorrection = (accountId: string, kept: KeptCorrection, store?: Storage): boolean =>
  corrections.keep(accountId, kept.recordId, kept, store);
/** Of another version than the one before the typist, nothing: it would undo what came between. */
export function keptCorrection(
  accountId: string,
  recordId: string,
  version: number,
  store?: Storage,
): KeptCorrection | null {
  const kept = corrections.kept(accountId, recordId, store);
  return kept?.version === version ? kept : null;
}
export const keptCorrections = corrections.all;
export const dropCorrection = (accountId: string, recordId: string, store?: Storage): void =>
  corrections.drop(accountId, (kept) => kept.recordId === recordId, store);
export const dropCorrections = corrections.dropAll;

/** A correction that is being typed, kept on this device with each key until it is in. */
export function useKeptCorrection(recordId: string, version: number, fresh: () => Draft) {
  const { account } = useSession();
  const [before] = useState(() => keptCorrection(account.id, recordId, version));
  const [correction, setCorrection] = useState(() => before ?? { recordId, version, draft: fresh(), reason: "" });
  const [kept, setKept] = useState<boolean | null>(before ? true : null);
  const latest = useRef(correction);
  const gone = useRef(false);
  return {
    ...correction,
    /** Whether this device keeps it; null before anything is typed. */
    kept,
    restored: before !== null,
    put(part: (now: KeptCorrection) => Partial<Pick<KeptCorrection, "draft" | "reason">>): void {
      latest.current = { ...latest.current, ...part(latest.current) };
      setCorrection(latest.current);
      if (!gone.current) setKept(keepCorrection(account.id, latest.current));
    },
    /** It is in. */
    forget(): void {
      gone.current = true;
      dropCorrection(account.id, recordId);
    },
  };
}
