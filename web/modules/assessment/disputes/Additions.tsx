import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import { useFactKind } from "../score/fact-title.ts";
import { ContentFields } from "./ContentFields.tsx";
import { type Content, type Edits, withAdditionChanged, withoutAddition } from "./correction.ts";
import styles from "./Disputes.module.css";
import { disputeTexts } from "./texts.ts";

type Props = { edits: Edits; kinds: readonly string[]; onChange: (edits: Edits) => void };

/** Facts that were missing. A discharge says whether it was on time, which what was due doesn't. */
export function Additions({ edits, kinds, onChange }: Props) {
  const t = useTexts(disputeTexts);
  const kindOf = useFactKind();
  const offered = kinds.includes("obligation.due") ? [...new Set([...kinds, "obligation.discharged"])] : kinds;
  const change = (key: number, part: Partial<Content & { kind: string }>) =>
    onChange(withAdditionChanged(edits, key, part));
  return edits.additions.map((addition, at) => (
    <section key={addition.key} className={styles.booked} aria-label={t("added", { number: at + 1 })}>
      <p className={styles.head}>
        <b>{t("added", { number: at + 1 })}</b>
        <Button
          kind="text"
          onClick={() => onChange(withoutAddition(edits, addition.key))}
          aria-label={t("dropNumber", { number: at + 1 })}
        >
          {t("drop")}
        </Button>
      </p>
      <SelectField
        label={t("kind")}
        value={addition.kind}
        onChange={(event) => change(addition.key, ofKind(addition, event.target.value))}
      >
        {offered.map((kind) => (
          <option key={kind} value={kind}>
            {kindOf(kind)}
          </option>
        ))}
      </SelectField>
      <ContentFields content={addition} onChange={(part) => change(addition.key, part)} />
    </section>
  ));
}

function ofKind({ attributes }: Content, kind: string): Partial<Content & { kind: string }> {
  const { timeliness = "on_time", ...others } = attributes;
  return { kind, attributes: kind === "obligation.discharged" ? { ...others, timeliness } : others };
}
