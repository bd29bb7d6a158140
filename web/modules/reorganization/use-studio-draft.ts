import { useState } from "react";
import { useSession } from "../../app/session/session.ts";
import type { PlanAct } from "./plan-tree.ts";
import {
  forgetStudioDraft,
  readStudioDraft,
  type StudioDraft,
  saveStudioDraft,
  studioDraftName,
} from "./studio-draft.ts";

/** The plan for one organisation: as it was left on this device, kept at each change; acts can be taken back one by one. */
export function useStudioDraft(organizationId: string) {
  const { account, today } = useSession();
  const name = studioDraftName(account.id, organizationId);
  const blank: StudioDraft = { name: "", decision: "", effectiveOn: today, acts: [] };
  const [restored, setRestored] = useState(() => readStudioDraft(name) !== null);
  const [draft, setDraft] = useState<StudioDraft>(() => readStudioDraft(name) ?? blank);
  const [earlier, setEarlier] = useState<readonly (readonly PlanAct[])[]>([]);
  const [kept, setKept] = useState<boolean | null>(null);
  const put = (next: StudioDraft) => {
    setDraft(next);
    setKept(saveStudioDraft(name, next));
  };
  return {
    draft,
    restored,
    kept,
    change: (part: Partial<Omit<StudioDraft, "acts">>) => put({ ...draft, ...part }),
    plan: (acts: PlanAct[]) => {
      setEarlier([...earlier, draft.acts]);
      put({ ...draft, acts });
    },
    /** Null while there is nothing to take back. */
    back:
      earlier.length === 0
        ? null
        : () => {
            put({ ...draft, acts: [...(earlier.at(-1) ?? [])] });
            setEarlier(earlier.slice(0, -1));
          },
    forget: () => forgetStudioDraft(name),
    startAnew: () => {
      forgetStudioDraft(name);
      setDraft(blank);
      setEarlier([]);
      setRestored(false);
      setKept(null);
    },
  };
}
