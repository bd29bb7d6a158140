import { useState } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import type { Draft, Mark, RecordForm } from "../draft.ts";
import { formTexts } from "../texts.ts";
import styles from "./Drafts.module.css";
import { bothTexts, type Difference, decided } from "./merge-drafts.ts";
import { draftTexts } from "./texts.ts";

type Choice = "mine" | "theirs" | "both";
type Props = {
  form: RecordForm;
  merged: Draft;
  differences: readonly Difference[];
  onSettled: (draft: Draft) => void;
};

/** Both texts of a draft that was written in two places, one difference after the other; nothing is dropped unseen. */
export function DraftDifferences({ form, merged, differences, onSettled }: Props) {
  const t = useTexts(draftTexts);
  const { labelOf, wordsOf } = useFieldWords(form);
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const open = differences.filter(({ field }) => !chosen[field]).length;
  const settle = () =>
    onSettled(
      differences.reduce((draft, { field, mine, theirs }) => {
        if (chosen[field] === "both") return decided(draft, field, bothTexts(String(mine), String(theirs)));
        return decided(draft, field, chosen[field] === "theirs" ? theirs : mine);
      }, merged),
    );
  return (
    <Card title={t("differsTitle")}>
      <p className="note">{t("differsText")}</p>
      {differences.map(({ field, mine, theirs }) => {
        const options: [Choice, string, string | null][] = [
          ["mine", t("here"), wordsOf(mine)],
          ["theirs", t("there"), wordsOf(theirs)],
          ...(field === "minutes" ? [["both", t("both"), null] as [Choice, string, null]] : []),
        ];
        return (
          <fieldset key={field} className={styles.difference}>
            <legend>{labelOf(field)}</legend>
            {options.map(([choice, label, text]) => (
              <label key={choice} className={styles.side}>
                <input
                  type="radio"
                  name={`difference-${field}`}
                  checked={chosen[field] === choice}
                  onChange={() => setChosen((now) => ({ ...now, [field]: choice }))}
                />
                <span>
                  <b>{label}</b>
                  {text !== null && <span className={styles.text}>{text}</span>}
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
      <Button kind="primary" disabled={open > 0} onClick={settle}>
        {t("settle")}
      </Button>
    </Card>
  );
}

const labels = {
  title: "title",
  occurredOn: "date",
  startTime: "start",
  endTime: "end",
  place: "place",
  chairId: "chair",
  recorderId: "recorder",
  lecturer: "lecturer",
  minutes: "minutes",
  topics: "topics",
  resolutions: "resolutions",
  guests: "guests",
  lateReason: "lateReason",
  templateCodes: "also",
} as const;

function useFieldWords(form: RecordForm) {
  const t = useTexts(draftTexts);
  const names = useTexts(formTexts);
  const nameOf = (personId: string) => form.roster.find((person) => person.personId === personId)?.name;
  return {
    labelOf(field: string): string {
      if (field.startsWith("marks.")) return t("attendanceOf", { name: nameOf(field.slice(6)) ?? "" });
      const label = labels[field as keyof typeof labels];
      return label ? names(label) : t("otherField", { field });
    },
    wordsOf(value: unknown): string {
      if (value === null || value === undefined || value === "") return t("empty");
      if (typeof value === "string") return nameOf(value) ?? value;
      if (Array.isArray(value)) {
        const words = value.filter((one): one is string => typeof one === "string");
        const titles = value.flatMap((one) => (typeof one?.title === "string" ? [one.title as string] : []));
        const said = [...words, ...titles].join("、");
        return said && words.length + titles.length === value.length ? said : t("items", { count: value.length });
      }
      const { presence, reason } = value as Mark;
      return presence ? [names(presence), reason].filter(Boolean).join(" · ") : t("items", { count: 1 });
    },
  };
}
