import { useTexts } from "../../app/language/texts.ts";
import { classes } from "../../ui/classes.ts";
import styles from "./Imports.module.css";
import { importTexts } from "./texts.ts";

type Sheet = { name: string; added: number; changed: number; unchanged: number; wrong?: number };

/** What each sheet comes to; how many rows are wrong is said where rows are still being looked at. */
export function SheetCounts({ sheets }: { sheets: readonly Sheet[] }) {
  const t = useTexts(importTexts);
  const judged = sheets.some(({ wrong }) => wrong !== undefined);
  return (
    <table className={`table ${styles.counts}`} aria-label={t("counts")}>
      <thead>
        <tr>
          <th>{t("sheet")}</th>
          <th className="right">{t("added")}</th>
          <th className="right">{t("changed")}</th>
          <th className="right">{t("unchanged")}</th>
          {judged && <th className="right">{t("wrong")}</th>}
        </tr>
      </thead>
      <tbody>
        {sheets.map(({ name, added, changed, unchanged, wrong = 0 }) => (
          <tr key={name}>
            <td>{name}</td>
            <Count of={added} />
            <Count of={changed} />
            <Count of={unchanged} />
            {judged && <Count of={wrong} bad />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Nothing is written faintly, so that what there is stands out. */
function Count({ of, bad = false }: { of: number; bad?: boolean }) {
  return <td className={classes("right", of === 0 ? "faint" : bad ? styles.badCount : styles.count)}>{of}</td>;
}
