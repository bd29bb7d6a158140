import {
  developmentSteps,
  type StepMaterial,
  stepMaterials,
} from "@dutyloop/domain/organization/development-things.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { CheckList } from "../../ui/Checks.tsx";
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
    <CheckList
      label={t("papers")}
      hint={t("papersHint")}
      options={needed.map((paper) => ({ key: paper, label: words(stepMaterials[paper]) }))}
      given={papers}
      error={error}
      onChange={onChange}
    />
  );
}
