import { useQuery } from "@tanstack/react-query";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Bar } from "../../ui/Bar.tsx";
import styles from "./Imports.module.css";
import { importTexts } from "./texts.ts";

/** How far the server is with what was sent under this id. */
export function ImportProgress({ id }: { id: string }) {
  const t = useTexts(importTexts);
  const { data } = useQuery({
    ...ask("getImportProgress", { params: { progress: id } }),
    refetchInterval: 700,
    staleTime: 0,
  });
  const step = data?.step ?? "waiting";
  const total = data?.total ?? 0;
  const done = data?.done ?? 0;
  return (
    <div className={styles.progress}>
      <p role="status">{t(`at_${step}`)}</p>
      {total > 0 && (
        <>
          <p className="note">{t("rows", { done, total })}</p>
          <Bar share={done / total} tone="info" />
        </>
      )}
    </div>
  );
}
