import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { newId } from "../../app/api/new-id.ts";
import { useSession } from "../../app/session/session.ts";
import { useRefresh } from "./refresh.ts";

/** A roster of organisations and people, or a ledger of past meetings. */
export const importKinds = ["roster", "ledger"] as const;
export type ImportKind = (typeof importKinds)[number];
/** What a file comes to. A ledger has no day from which it holds, and says what its meetings are worth. */
export type Preview = Omit<Answer<"previewRoster">, "effectiveOn"> & {
  readonly effectiveOn: string | null;
  readonly worth: Pick<Answer<"previewLedger">, "satisfied" | "afterClose"> | null;
};
/** A workbook as it was when it was chosen: what was looked at is what is written, whatever becomes of the file. */
export type Chosen = { readonly name: string; readonly bytes: Blob };
export type RosterImport = ReturnType<typeof useRosterImport>;

/** `progress` is made up here, to ask under it how far the server is. */
type Look = Chosen & { readonly effectiveOn: string; readonly progress: string };
type Confirmed = Chosen & { readonly seen: Preview; readonly progress: string };

export const stages = ["choose", "check", "write", "result"] as const;
type Stage = (typeof stages)[number];

/** One roster or ledger on its way: chosen, looked at, confirmed, written. */
export function useRosterImport(organizationId: string, kind: ImportKind) {
  const { today } = useSession();
  const refresh = useRefresh();
  const [effectiveOn, setEffectiveOn] = useState(`${today.slice(0, 7)}-01`);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const params = { organizationId };
  const preview = useMutation({
    mutationFn: async (look: Look): Promise<Preview> => {
      const { progress } = look;
      if (kind === "ledger") {
        const seen = await call("previewLedger", { params, query: { progress } }, { file: look.bytes });
        return { ...seen, effectiveOn: null, closedMonth: null, worth: seen };
      }
      // A day left blank is the server's own first day of the month.
      const query = { effectiveOn: look.effectiveOn || undefined, progress };
      return { ...(await call("previewRoster", { params, query }, { file: look.bytes })), worth: null };
    },
  });
  const commit = useMutation({
    mutationFn: ({ name, bytes, seen, progress }: Confirmed) => {
      const { digest, fingerprint, effectiveOn: day } = seen;
      const query = { digest, fingerprint, fileName: name.slice(0, 200), progress };
      if (kind === "ledger") return call("commitLedger", { params, query }, { file: bytes });
      return call("commitRoster", { params, query: { ...query, effectiveOn: day ?? undefined } }, { file: bytes });
    },
    onSuccess: () => {
      void refresh();
    },
  });

  const forget = () => {
    preview.reset();
    commit.reset();
  };
  const look = (file: Chosen) => {
    forget();
    preview.mutate({ ...file, effectiveOn, progress: newId() });
  };
  const choose = async (file: File) => {
    let bytes: Blob;
    try {
      bytes = new Blob([await file.arrayBuffer()]);
    } catch {
      forget();
      setChosen(null);
      setUnreadable(true);
      return;
    }
    const taken = { name: file.name, bytes };
    setUnreadable(false);
    setChosen(taken);
    look(taken);
  };
  const stage: Stage = commit.data ? "result" : commit.isPending ? "write" : preview.data ? "check" : "choose";
  const following = commit.isPending ? commit.variables : preview.isPending ? preview.variables : undefined;
  return {
    kind,
    stage,
    chosen,
    unreadable,
    effectiveOn,
    preview,
    commit,
    /** Under which the server tells how far it is; null while it isn't at work. */
    progress: following?.progress ?? null,
    choose: (file: File) => void choose(file),
    /** What was looked at for another day no longer holds. */
    setEffectiveOn: (day: string) => {
      forget();
      setEffectiveOn(day);
    },
    lookAgain: () => {
      if (chosen) look(chosen);
    },
    confirm: () => {
      if (chosen && preview.data) commit.mutate({ ...chosen, seen: preview.data, progress: newId() });
    },
    startAgain: () => {
      forget();
      setChosen(null);
    },
  };
}
