import type { MemberEvidence } from "@dutyloop/domain/organization/member-things.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { evidenceTexts } from "../member-texts.ts";
import styles from "../People.module.css";
import { personTexts } from "../texts.ts";

type Props = {
  /** What the change asks for. */
  needed: readonly MemberEvidence[];
  given: readonly MemberEvidence[];
  error: string | undefined;
  onChange: (given: MemberEvidence[]) => void;
};

/** The papers that a change asks for, each to be ticked once it is there. */
export function Evidence({ needed, given, error, onChange }: Props) {
  const t = useTexts(personTexts);
  const word = useTexts(evidenceTexts);
  if (needed.length === 0) return null;
  return (
    <fieldset className={styles.checks} data-field-error={error ? "" : undefined}>
      <legend>{t("evidence")}</legend>
      {needed.map((paper) => (
        <label key={paper} className={styles.check}>
          <input
            type="checkbox"
            checked={given.includes(paper)}
            onChange={(event) =>
              onChange(event.target.checked ? [...given, paper] : given.filter((one) => one !== paper))
            }
          />
          {word(paper)}
        </label>
      ))}
      {error && (
        <span role="alert" className="note">
          {error}
        </span>
      )}
    </fieldset>
  );
}
