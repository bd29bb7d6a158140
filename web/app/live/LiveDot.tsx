import { topics } from "@dutyloop/domain/identity/topic-things.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { classes } from "../../ui/classes.ts";
import { useTexts } from "../language/texts.ts";
import { sessionQuery } from "../session/session.ts";
import { isConcerned } from "./concerned.ts";
import { type LineState, openLine } from "./connection.ts";
import { gather } from "./gather.ts";
import styles from "./Live.module.css";
import { liveTexts } from "./texts.ts";

const saidFor = 5000;

/** Keeps the page up to date while it is looked at, and says so without a stir. */
export function LiveDot() {
  const t = useTexts(liveTexts);
  const client = useQueryClient();
  const [state, setState] = useState<LineState>("off");
  const [updated, setUpdated] = useState(false);
  useEffect(() => {
    let saying: ReturnType<typeof setTimeout> | undefined;
    const { add, stop } = gather(async (changes) => {
      const shown = client.getQueryCache().findAll({
        type: "active",
        predicate: ({ queryKey }) => changes.some((change) => isConcerned(queryKey, change)),
      });
      await client.invalidateQueries({
        predicate: ({ queryKey }) => changes.some((change) => isConcerned(queryKey, change)),
      });
      if (shown.length === 0) return;
      setUpdated(true);
      clearTimeout(saying);
      saying = setTimeout(() => setUpdated(false), saidFor);
    });
    const close = openLine({
      changed: add,
      missed: () => {
        for (const topic of topics) add({ topic, organizations: null, month: null });
      },
      sessionChanged: () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      state: setState,
    });
    return () => {
      close();
      stop();
      clearTimeout(saying);
    };
  }, [client]);
  if (state === "off") return null;
  const label = t(state === "live" ? "live" : "waiting");
  return (
    <span className={styles.live} title={label}>
      <span className={classes(styles.dot, state === "live" && styles.on)} role="img" aria-label={label} />
      <span className={styles.words}>{updated && t("updated")}</span>
    </span>
  );
}
