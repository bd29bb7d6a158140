import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { call } from "../api/client.ts";
import type { DraftStore, StoredDraft, TextDraft } from "./use-text-draft.ts";

export type DraftKey = {
  readonly organizationId: string;
  readonly kind: "indicator" | "scheme" | "template";
  readonly code: string;
};

/** What a draft is called among those kept in this tab. */
export function keptName({ organizationId, kind, code }: DraftKey): string {
  return `draft ${organizationId} ${kind} ${code}`;
}

/** Where a draft is kept: loading it and saving it. */
export function useDraftStore({ organizationId, kind, code }: DraftKey): DraftStore {
  return useMemo(() => {
    const params = { organizationId, kind, code };
    return {
      name: keptName(params),
      load: () => call("getDraft", { params }),
      save: (body: StoredDraft) => call("saveDraft", { params, body }),
    };
  }, [organizationId, kind, code]);
}

/** The draft as it stands when the page opens; null where there is none yet. */
export function useStandingDraft(key: DraftKey, store: DraftStore) {
  return useQuery({
    queryKey: ["getDraft", "to edit", key],
    queryFn: async (): Promise<StoredDraft | null> => {
      const { kind, code, organizationId } = key;
      const { items } = await call("listDrafts", { params: { organizationId } });
      return items.some((one) => one.kind === kind && one.code === code) ? store.load() : null;
    },
    // What is typed must not be replaced while the page is open.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What stands against publishing what was saved last, and what it would change. */
export function useChecked(key: DraftKey, { revision, state }: TextDraft) {
  return useQuery({
    queryKey: ["validateDraft", { params: key }, revision],
    queryFn: ({ signal }) => call("validateDraft", { params: key }, { signal }),
    enabled: revision > 0 && state === "saved",
    placeholderData: keepPreviousData,
  });
}
