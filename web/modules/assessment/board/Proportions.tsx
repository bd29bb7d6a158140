import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { classes } from "../../../ui/classes.ts";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Proportions.module.css";
import { boardTexts } from "./texts.ts";

type Props = Pick<Answer<"getBoard">, "grades" | "ranked">;

/** How many hold each grade, and how many at most may: checked and shown, never forced. */
export function Proportions({ grades, ranked }: Props) {
  const t = useTexts(boardTexts);
  const words = useWords();
  if (grades.length === 0 || ranked === 0) return null;
  return (
    <div className={styles.proportions}>
      <span className={styles.strip} aria-hidden="true">
        {grades.map(({ code, organizations }, index) => (
          <span
            key={code}
            className={classes(styles.part, styles[`grade${Math.min(index, 3)}`])}
            style={{ flexGrow: organizations }}
          />
        ))}
      </span>
      <ul className={styles.legend} aria-label={t("proportions")}>
        {grades.map(({ code, name, organizations, limit, over }, index) => (
          <li key={code}>
            <span className={classes(styles.dot, styles[`grade${Math.min(index, 3)}`])} aria-hidden="true" />
            {words(name)} <b>{organizations}</b>
            <span className="faint">/ {ranked}</span>
            {limit !== null && <span className="faint">{t("atMost", { limit })}</span>}
            {over && limit !== null && (
              <Tag tone="warn" shape="diamond">
                {t("over", { count: organizations - limit })}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
