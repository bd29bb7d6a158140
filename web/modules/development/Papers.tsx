import {
  developmentSteps,
  type StepMaterial,
  stepMaterials,
} from "@dutyloop/domain/organization/development-things.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Shape } from "../../ui/Shape.tsx";
import { Check } from "./Check.tsx";
import styles from "./Development.module.css";
import { developmentTexts } from "./texts.ts";

type Props = {
  step: number;
  papers: readonly StepMaterial[];
  error?: string | undefined;
  onChange: (papers: StepMaterial[]) => void;
};

/** The papers a step rests on, each to be ticked by hand. */
export function Papers({ step, papers, error, onChange }: Props) {
  const t = useTexts(developmentTexts);
  const words = useWords();
  const needed = developmentSteps.find(({ number }) => number === step)?.materials ?? [];
  return (
    <fieldset className={styles.checks}>
      <legend>{t("papers")}</legend>
      <span className="note">{t("papersHint")}</span>
      {needed.map((paper) => (
        <Check
          key={paper}
          label={words(stepMaterials[paper])}
          checked={papers.includes(paper)}
          onChange={(checked) => onChange(checked ? [...papers, paper] : papers.filter((other) => other !== paper))}
        />
      ))}
      {error && (
        <span className={styles.error} role="alert">
          <Shape name="diamond" />
          {error}
        </span>
      )}
    </fieldset>
  );
}
