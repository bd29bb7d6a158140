import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SearchField } from "../../../ui/SearchField.tsx";
import { Failed, Loading } from "../../../ui/States.tsx";
import type { RecordForm } from "../draft.ts";
import formStyles from "../RecordForm.module.css";
import { hostsTexts } from "./hosts-texts.ts";
import styles from "./Parts.module.css";

type Props = { form: RecordForm; awaited: readonly string[]; onToggle: (organizationId: string) => void };

/** Branches of the same committee by name: their own secretaries enter who was there. */
export function FindSisters({ form, awaited, onToggle }: Props) {
  const t = useTexts(hostsTexts);
  const [text, setText] = useState("");
  const q = text.trim();
  const found = useQuery({
    ...ask("findSisterBranches", {
      params: { organizationId: form.organizationId },
      query: { q, on: form.occurredOn },
    }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const items = found.data?.items ?? [];
  return (
    <section className={styles.host} aria-label={t("sisters")}>
      <h3>{t("sisters")}</h3>
      <p className="note">{t("sistersHint")}</p>
      <SearchField label={t("findSister")} hint={t("findHint")} value={text} onText={setText} />
      {q !== "" && (
        <>
          {found.isPending && <Loading rows={2} />}
          {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
          {found.isSuccess && items.length === 0 && (
            <p className="quiet" role="status">
              {t("sistersNone")}
            </p>
          )}
          {items.map(({ id, name }) => (
            <label key={id} className={formStyles.check}>
              <input type="checkbox" checked={awaited.includes(id)} onChange={() => onToggle(id)} />
              <span>{name}</span>
            </label>
          ))}
          {found.data?.more && <p className="note">{t("sistersMore")}</p>}
        </>
      )}
    </section>
  );
}
