import { usePages } from "../../app/api/queries.ts";
import { wordInstant } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { type Column, PagedTable } from "../../ui/PagedTable.tsx";
import styles from "./Imports.module.css";
import { type Batch, Standing } from "./Standing.tsx";
import { sumOf } from "./sums.ts";
import { importTexts } from "./texts.ts";

/** What was taken in at and below an organisation, the latest first, to be taken back within a day. */
export function ImportHistory({ organizationId }: { organizationId: string }) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const { query, items } = usePages("listImports", { params: { organizationId }, query: {} }, { keep: true });
  const columns: Column<Batch>[] = [
    {
      title: t("batchFile"),
      cell: ({ fileName, organizationName, kind, committedAt }) => (
        <>
          {fileName}{" "}
          <span className="note">
            {t(`kind_${kind}`)} · {organizationName}
          </span>{" "}
          <span className="note narrow-only">{wordInstant(language, committedAt)}</span>
        </>
      ),
    },
    { title: t("batchTime"), cell: ({ committedAt }) => wordInstant(language, committedAt), wide: true },
    { title: t("batchBy"), cell: ({ committedBy }) => committedBy, wide: true },
    {
      title: t("batchCounts"),
      cell: ({ sheets }) => {
        const { added, changed } = sumOf(sheets);
        return `${added} / ${changed}`;
      },
      wide: true,
      right: true,
    },
    { title: t("batchStanding"), cell: (batch) => <Standing batch={batch} /> },
  ];
  return (
    <section className={styles.history}>
      <h2>{t("history")}</h2>
      <PagedTable label={t("history")} query={query} items={items} columns={columns} empty={t("noImports")} />
    </section>
  );
}
