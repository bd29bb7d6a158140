import { importsList } from "@dutyloop/contract/lists/changes.ts";
import { usePages } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { Empty } from "../../ui/States.tsx";
import styles from "./Imports.module.css";
import { type Batch, Standing } from "./Standing.tsx";
import { importTexts } from "./texts.ts";

/** What was taken in at and below an organisation, the latest first, to be taken back within a day. */
export function ImportHistory({ organizationId }: { organizationId: string }) {
  const t = useTexts(importTexts);
  const asked = { params: { organizationId }, query: {} };
  const { query, items } = usePages("listImports", asked, { keep: true });
  const cells = {
    file: ({ fileName, organizationName, kind }: Batch) => (
      <>
        {fileName}{" "}
        <span className="note">
          {t(`kind_${kind}`)} · {organizationName}
        </span>
      </>
    ),
    standing: (batch: Batch) => <Standing batch={batch} />,
  };
  return (
    <section className={styles.history}>
      <h2>{t("history")}</h2>
      <ListFrame
        name="listImports"
        list={importsList}
        asked={asked}
        query={query}
        items={items}
        idOf={({ id }) => id}
        cells={cells}
        empty={<Empty title={t("noImports")} />}
      />
    </section>
  );
}
