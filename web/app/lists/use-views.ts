import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { NamedList } from "@dutyloop/contract/lists/names.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { call } from "../api/client.ts";
import { newId } from "../api/new-id.ts";
import { ask } from "../api/queries.ts";
import type { Look } from "./use-look.ts";

export type View = Answer<"listViews">["items"][number];
type Keeping = Look & { readonly name: string; readonly usual: boolean; readonly id?: string };

/** The account's kept views of a list, and what may be done with them. */
export function useViews(list: NamedList) {
  const client = useQueryClient();
  const query = useQuery({ ...ask("listViews", { query: { list } }), staleTime: 300_000 });
  const onSuccess = () => client.invalidateQueries({ queryKey: ["listViews"] });
  const keep = useMutation({
    mutationFn: ({ id = newId(), name, usual, search, columns }: Keeping) =>
      call("keepView", { params: { viewId: id }, body: { list, name, usual, search, columns: [...columns] } }),
    onSuccess,
  });
  const forget = useMutation({ mutationFn: (viewId: string) => call("forgetView", { params: { viewId } }), onSuccess });
  return { views: query.data?.items ?? [], known: query.isSuccess, keep, forget };
}

/** Opens the usual view once with the page; an address that says anything itself stands as it is. */
export function useUsualView(
  { views, known }: Pick<ReturnType<typeof useViews>, "views" | "known">,
  isPlain: boolean,
  open: (look: Look, replace: boolean) => void,
) {
  const settled = useRef(false);
  useEffect(() => {
    if (settled.current || !known) return;
    settled.current = true;
    const usual = views.find((view) => view.usual);
    if (usual && isPlain) open(usual, true);
  }, [known, views, isPlain, open]);
}
