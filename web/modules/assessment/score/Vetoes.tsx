import { wordVeto } from "@dutyloop/contract/messages/score-total-words.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { classes } from "../../../ui/classes.ts";
import { Shape } from "../../../ui/Shape.tsx";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** 一票否决 stands before the lines: it can hold down what they give. */
export function Vetoes({ vetoes }: { vetoes: Score["vetoes"] }) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  if (vetoes.length === 0) return null;
  return (
    <ul className={styles.vetoes} aria-label={t("vetoes")}>
      {vetoes.map((veto) => (
        <li key={veto.code} className={classes(styles.veto, veto.decision === "dismissed" && styles.off)}>
          <Shape name={veto.decision === "dismissed" ? "square" : "diamond"} />
          {wordVeto(language, veto)}
        </li>
      ))}
    </ul>
  );
}
