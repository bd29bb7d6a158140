import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { type Level, type Levels, treeRows, withPage } from "./tree-rows.ts";

const pageSize = 200;
const unasked: Level = { items: [], next: null, state: "loading" };

type Asked = {
  /** The day of the tree; today without it. */
  on: string | undefined;
  /** The organisations above the one in view, which open by themselves. */
  reveal: readonly string[];
  /** Counts what was changed: the tree is read anew after each, and stays open where it was. */
  changes: number;
};

/** The tree of a day as far as it is open. Each level is asked for once it opens, page by page. */
export function useTree({ on, reveal, changes }: Asked) {
  const client = useQueryClient();
  const [levels, setLevels] = useState<Levels>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const opened = useRef(open);
  const asked = useRef(new Set<string>());
  // An answer about another day, or from before a change, comes too late.
  const round = `${on} ${changes}`;
  const current = useRef(round);

  const load = useCallback(
    async (parent: string, after: string | null) => {
      const page = `${round} ${parent} ${after}`;
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const put = (change: (level: Level) => Level) => {
        if (round === current.current) setLevels((now) => new Map(now).set(parent, change(now.get(parent) ?? unasked)));
      };
      // A level that is read anew stays as it was until its answer comes.
      put((level) => (after === null && level.items.length > 0 ? level : { ...level, state: "loading" }));
      const query = {
        limit: pageSize,
        ...(parent === "" ? {} : { parentId: parent }),
        ...(on ? { on } : {}),
        ...(after ? { after } : {}),
      };
      try {
        const { items, next } = await client.fetchQuery({ ...ask("listOrganizations", { query }), staleTime: 15_000 });
        // The first page begins the level anew: those after it are wanted again.
        if (after === null) {
          for (const one of asked.current)
            if (one !== page && one.startsWith(`${round} ${parent} `)) asked.current.delete(one);
        }
        put((level) => withPage(level, after, items, next));
      } catch {
        asked.current.delete(page);
        put((level) => ({ ...level, state: "failed" }));
      }
    },
    [client, on, round],
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

  useEffect(() => {
    opened.current = open;
  }, [open]);
  useLayoutEffect(() => {
    current.current = round;
  }, [round]);
  useEffect(() => {
    setLevels((now) => new Map([...now].filter(([id]) => id === "" || opened.current.has(id))));
    for (const id of ["", ...opened.current]) void load(id, null);
  }, [load]);
  const above = reveal.join(" ");
  useEffect(() => {
    for (const id of above.split(" ").filter(Boolean)) setNode(id, true);
  }, [above, setNode]);

  const rows = useMemo(() => treeRows(levels, open), [levels, open]);
  return { rows, isEmpty: rows.length === 0 && levels.get("")?.state === "ready", load, setNode };
}
