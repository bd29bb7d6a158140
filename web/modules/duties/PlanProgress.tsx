import { useQuery } from "@tanstack/react-query";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Bar } from "../../ui/Bar.tsx";
import styles from "./Plans.module.css";
import { planTexts } from "./plan-texts.ts";

/** How far the server is with the duties it makes under this id. */
export function PlanProgress({ id }: { id: string }) {
  const t = useTexts(planTexts);
  const { data } = useQuery({
    ...ask("getImportProgress", { params: { progress: id } }),
    refetchInterval: 700,
    staleTime: 0,
  });
  const { done = 0, total = 0 } = data ?? {};
  return (
    <div className={styles.part}>
      <p role="status">{t("working")}</p>
      {total > 0 && (
        <>
          <p className="note">{t("ofRows", { done, total })}</p>
          <Bar share={done / total} tone="info" />
        </>
      )}
    </div>
  );
}
