import { useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Empty, Failed, Loading, Notice } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Periods.module.css";
import { keyOf, type SettledLeaf } from "./pending-leaf.ts";
import { SettleForm } from "./SettleForm.tsx";
import { periodTexts } from "./texts.ts";

/** What was settled, by whom and why; a mistake is settled otherwise while the period is open. */
export function SettledLeaves({ period }: { period: string }) {
  const t = useTexts(periodTexts);
  const [changing, setChanging] = useState<string | null>(null);
  const [changed, setChanged] = useState(false);
  const { query, items } = usePages("listSettlements", { params: { period } });
  const open = (key: string | null) => {
    setChanging(key);
    setChanged(false);
  };
  return (
    <>
      {changed && <Notice tone="good">{t("changed")}</Notice>}
      {query.isPending && <Loading rows={6} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <Empty title={t("noneSettled")} text={t("noneSettledText")} />}
      <ul className={styles.settled}>
        {items.map((leaf) => (
          <li key={keyOf(leaf)}>
            <SettledRow leaf={leaf} open={changing === keyOf(leaf)} onOpen={open} />
            {changing === keyOf(leaf) && (
              <SettleForm
                period={period}
                leaves={[leaf]}
                before={leaf}
                onSettled={() => {
                  setChanging(null);
                  setChanged(true);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <MorePages query={query} shown={items.length} />
    </>
  );
}

type RowProps = { leaf: SettledLeaf; open: boolean; onOpen: (key: string | null) => void };

function SettledRow({ leaf, open, onOpen }: RowProps) {
  const t = useTexts(periodTexts);
  const language = useLanguage();
  const words = useWords();
  const line = words(leaf.lineName);
  const name = leaf.organizationName;
  return (
    <div className={styles.settledRow}>
      <div>
        <p>
          <b>{name}</b> {line} <span className="note">{words(leaf.scheme.name)}</span>
        </p>
        <p className={styles.why}>
          <Tag>{leaf.value === null ? t(leaf.outcome) : t("valueIs", { value: leaf.value })}</Tag> {leaf.reason}
        </p>
        <p className="note">
          {t("settledBy", { name: leaf.settledBy, time: wordInstant(language, leaf.settledAt) })}
          {!leaf.counts && ` · ${t("overtaken")}`}
        </p>
      </div>
      {leaf.counts && (
        <Button
          kind="text"
          aria-expanded={open}
          aria-label={t("settleOtherwiseOf", { name, line })}
          onClick={() => onOpen(open ? null : keyOf(leaf))}
        >
          {t("settleOtherwise")}
        </Button>
      )}
    </div>
  );
}
