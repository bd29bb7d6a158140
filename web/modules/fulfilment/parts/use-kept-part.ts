import { useRef, useState } from "react";
import { newId } from "../../../app/api/new-id.ts";
import { useSession } from "../../../app/session/session.ts";
import {
  broughtForward,
  dropPart,
  type KeptPart,
  keepPart,
  keptPart,
  type PartDraft,
  type PartOf,
} from "./kept-part.ts";

/** A part that is being typed, kept on this device with each key until it is sent. */
export function useKeptPart(of: PartOf, initial: PartDraft) {
  const { account } = useSession();
  const [before] = useState(() => keptPart(account.id, of));
  const [typed, setTyped] = useState<KeptPart>(() =>
    before
      ? { of, key: before.key, part: broughtForward(before, initial), from: initial }
      : { of, key: newId(), part: initial, from: initial },
  );
  const [kept, setKept] = useState<boolean | null>(before ? true : null);
  const latest = useRef(typed);
  const gone = useRef(false);
  const put = (changed: Partial<Pick<KeptPart, "part" | "key">>) => {
    latest.current = { ...latest.current, ...changed };
    setTyped(latest.current);
    if (!gone.current) setKept(keepPart(account.id, latest.current));
  };
  return {
    typed,
    part: typed.part,
    /** Whether this device keeps it; null before anything is typed. */
    kept,
    restored: before !== null,
    change: (changed: (now: PartDraft) => Partial<PartDraft>) =>
      put({ part: { ...latest.current.part, ...changed(latest.current.part) } }),
    renew: () => put({ key: newId() }),
    /** It is in, waits to be sent, or is thrown away. */
    forget: () => {
      gone.current = true;
      dropPart(account.id, of);
    },
  };
}
