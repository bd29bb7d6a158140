import { useMutation, useQuery } from "@tanstack/react-query";
import { call } from "../../app/api/client.ts";
import { newId } from "../../app/api/new-id.ts";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Bar } from "../../ui/Bar.tsx";
import { Notice, RefusalNotice } from "../../ui/States.tsx";
import styles from "./Admin.module.css";
import { adminTexts } from "./texts.ts";

/** Verifies the chain under a number of its own, by which its progress is asked for. */
export function useVerification() {
  return useMutation({ mutationFn: (progress: string) => call("verifyAudit", { query: { progress } }) });
}

export function beginVerification({ mutate }: ReturnType<typeof useVerification>): void {
  mutate(newId());
}

/** How far the verification is, and what it found. */
export function Verification({ verify }: { verify: ReturnType<typeof useVerification> }) {
  const t = useTexts(adminTexts);
  const { data, isPending, isError, error, variables } = verify;
  if (isError) return <RefusalNotice error={error} />;
  if (isPending) return <Progress id={variables} />;
  if (!data) return null;
  if (data.intact) return <Notice tone="good">{t("intact", data)}</Notice>;
  return (
    <Notice>
      {t("broken", { count: data.problems.length })}{" "}
      {data.problems
        .map(({ kind, sequence, entryId }) => t("problem", { kind, sequence: sequence ?? entryId ?? "–" }))
        .join(" · ")}
    </Notice>
  );
}

function Progress({ id }: { id: string }) {
  const t = useTexts(adminTexts);
  const { data } = useQuery({
    ...ask("getImportProgress", { params: { progress: id } }),
    refetchInterval: 500,
    staleTime: 0,
  });
  const { done = 0, total = 0 } = data ?? {};
  return (
    <div className={styles.verifying}>
      <p role="status">{t("verifying")}</p>
      {total > 0 && (
        <>
          <p className="note">{t("verified", { done, total })}</p>
          <Bar share={done / total} tone="info" />
        </>
      )}
    </div>
  );
}
