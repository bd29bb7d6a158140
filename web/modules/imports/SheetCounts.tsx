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
    <table className="table" aria-label={t("counts")}>
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
            <td className="right">{added}</td>
            <td className="right">{changed}</td>
            <td className="right">{unchanged}</td>
            {judged && <td className={classes("right", wrong > 0 && styles.badCount)}>{wrong}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
