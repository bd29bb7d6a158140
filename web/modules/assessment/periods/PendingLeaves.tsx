import { useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Empty, Failed, Loading, Notice } from "../../../ui/States.tsx";
import styles from "./Periods.module.css";
import { keyOf, type PendingLeaf } from "./pending-leaf.ts";
import { useScoresCatchingUp } from "./refresh-settled.ts";
import { SettleForm } from "./SettleForm.tsx";
import { periodTexts } from "./texts.ts";

/** Every leaf that is still 待补报, to be given a value, taken out or set to zero, each with its reason. */
export function PendingLeaves({ period }: { period: string }) {
  const t = useTexts(periodTexts);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const { query, items: pending } = usePages("listPendingLeaves", { params: { period }, query: { limit: 200 } });
  const items = pending.filter((leaf) => !settled.has(keyOf(leaf)));
  const behind = pending.length > items.length;
  useScoresCatchingUp(behind);
  const selected = items.filter((leaf) => chosen.includes(keyOf(leaf)));
  const toggle = (leaf: PendingLeaf) => {
    const key = keyOf(leaf);
    setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  };
  const all = items.length > 0 && selected.length === items.length;
  return (
    <>
      {query.isPending && <Loading rows={8} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {behind && items.length === 0 && <Notice tone="calm">{t("catchingUp")}</Notice>}
      {query.isSuccess && pending.length === 0 && <Empty title={t("allSettled")} text={t("allSettledText")} />}
      {items.length > 0 && (
        <>
          <p className="quiet">{t("settleAbout")}</p>
          <SettleForm
            period={period}
            leaves={selected}
            onSettled={(leaf) => setSettled((before) => new Set([...before, keyOf(leaf)]))}
          />
          <table className="table">
            <thead>
              <tr>
                <th className={styles.check}>
                  <label className={styles.pick}>
                    <input
                      type="checkbox"
                      checked={all}
                      onChange={() => setChosen(all ? [] : items.map(keyOf))}
                      aria-label={t("chooseAll")}
                    />
                  </label>
                </th>
                <th>{t("organization")}</th>
                <th>{t("line")}</th>
                <th className="right">{t("fullMarks")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((leaf) => (
                <LeafRow
                  key={keyOf(leaf)}
                  leaf={leaf}
                  checked={chosen.includes(keyOf(leaf))}
                  onToggle={() => toggle(leaf)}
                />
              ))}
            </tbody>
          </table>
          <MorePages query={query} shown={items.length} />
        </>
      )}
    </>
  );
}

function LeafRow({ leaf, checked, onToggle }: { leaf: PendingLeaf; checked: boolean; onToggle: () => void }) {
  const words = useWords();
  const name = words(leaf.lineName);
  return (
    <tr>
      <td>
        <label className={styles.pick}>
          <input
            type="checkbox"
            checked={checked}
            onChange={onToggle}
            aria-label={`${leaf.organizationName} ${name}`}
          />
        </label>
      </td>
      <td>{leaf.organizationName}</td>
      <td>
        {name}
        <div className="note">{words(leaf.scheme.name)}</div>
      </td>
      <td className="right">{leaf.fullMarks}</td>
    </tr>
  );
}
