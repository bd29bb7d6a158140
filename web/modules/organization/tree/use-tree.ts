import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { type Level, treeRows } from "./tree-rows.ts";

const pageSize = 200;
const unasked: Level = { items: [], next: null, state: "loading" };

/**
 * The tree of a day as far as it is open. Each level is asked for once it opens, page by page; `reveal` are the
 * organisations above the one in view, which open by themselves.
 */
export function useTree(on: string | undefined, reveal: readonly string[]) {
  const client = useQueryClient();
  const [levels, setLevels] = useState<ReadonlyMap<string, Level>>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const asked = useRef(new Set<string>());

  const load = useCallback(
    async (parent: string, after: string | null) => {
      const page = `${parent} ${after}`;
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const put = (change: (level: Level) => Level) =>
        setLevels((now) => new Map(now).set(parent, change(now.get(parent) ?? unasked)));
      put((level) => ({ ...level, state: "loading" }));
      const query = {
        limit: pageSize,
        ...(parent === "" ? {} : { parentId: parent }),
        ...(on ? { on } : {}),
        ...(after ? { after } : {}),
      };
      try {
        const { items, next } = await client.fetchQuery({ ...ask("listOrganizations", { query }), staleTime: 15_000 });
        put((level) => ({ items: after ? [...level.items, ...items] : items, next, state: "ready" }));
      } catch {
        asked.current.delete(page);
        put((level) => ({ ...level, state: "failed" }));
      }
    },
    [client, on],
  );

  const setNode = useCallback(
    (id: string, isOpen: boolean) => {
      setOpen((now) => {
        const next = new Set(now);
        if (isOpen) next.add(id);
        else next.delete(id);
        return next;
      });
      if (isOpen) void load(id, null);
    },
    [load],
  );

  useEffect(() => void load("", null), [load]);
  const above = reveal.join(" ");
  useEffect(() => {
    for (const id of above.split(" ").filter(Boolean)) setNode(id, true);
  }, [above, setNode]);

  const rows = useMemo(() => treeRows(levels, open), [levels, open]);
  return { rows, isEmpty: rows.length === 0 && levels.get("")?.state === "ready", load, setNode };
}
