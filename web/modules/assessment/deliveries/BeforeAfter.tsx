import { useTexts } from "../../../app/language/texts.ts";
import { classes } from "../../../ui/classes.ts";
import { figureText, type Typed } from "./correction.ts";
import styles from "./Figures.module.css";
import { figureTexts } from "./figure-texts.ts";

/** What a figure says and will say; `after` null takes it back. */
export function BeforeAfter({ before, after }: { before: Typed; after: Typed | null }) {
  const t = useTexts(figureTexts);
  const rows = [
    { name: t("quantity"), was: figureText(before), becomes: after ? figureText(after) : t("gone") },
    ...(after ? [{ name: t("day"), was: before.occurredOn, becomes: after.occurredOn }] : []),
  ];
  return (
    <table className="table" aria-label={t("beforeAfter")}>
      <thead>
        <tr>
          <th>{t("item")}</th>
          <th className="right">{t("before")}</th>
          <th className="right">{t("after")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, was, becomes }) => (
          <tr key={name} className={classes(was !== becomes && styles.changed)}>
            <td>{name}</td>
            <td className="right">{was}</td>
            <td className="right">{was === becomes ? becomes : <b>{becomes === "" ? "–" : becomes}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
