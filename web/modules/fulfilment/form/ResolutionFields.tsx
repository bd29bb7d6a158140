import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Check } from "../../../ui/Checks.tsx";
import fieldStyles from "../../../ui/Field.module.css";
import { TextField } from "../../../ui/Field.tsx";
import { Shape } from "../../../ui/Shape.tsx";
import type { Draft } from "../draft.ts";
import formStyles from "../RecordForm.module.css";
import { formTexts } from "../texts.ts";
import { ballotsTooMany, wholeNumber } from "./elections.ts";
import styles from "./Parts.module.css";
import { VoteLines } from "./VoteLines.tsx";
import { voteTexts } from "./vote-texts.ts";

export type Resolution = Draft["resolutions"][number];
const tallies = ["for", "against", "abstain"] as const;

type Props = {
  resolution: Resolution;
  /** What the rule of this vote asks for besides the tally. */
  asks: { readonly written: boolean; readonly personnel: boolean; readonly secretaryLast: boolean };
  /** Voters who were there. */
  present: number;
  counted: Answer<"getRecord">["resolutions"][number] | undefined;
  problem: (field: string) => string | undefined;
  onChange: (part: Partial<Resolution>) => void;
  onRemove: () => void;
};

/** One thing that was voted on, with its tally. */
export function ResolutionFields({ resolution, asks, present, counted, problem, onChange, onRemove }: Props) {
  const t = useTexts(formTexts);
  const v = useTexts(voteTexts);
  const over = ballotsTooMany(resolution, present);
  const voted = tallies.some((key) => resolution[key] > 0);
  return (
    <div className={formStyles.resolution}>
      <TextField
        label={t("resolution")}
        value={resolution.title}
        most={300}
        error={problem("title")}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <div className={formStyles.votes}>
        {tallies.map((key) => (
          <TextField
            key={key}
            label={t(key)}
            type="number"
            inputMode="numeric"
            min={0}
            value={resolution[key]}
            error={problem(key)}
            onChange={(event) => onChange({ [key]: wholeNumber(event.target.value) })}
          />
        ))}
      </div>
      {asks.written && (
        <TextField
          label={v("writtenLabel")}
          hint={v("writtenHint")}
          type="number"
          inputMode="numeric"
          min={0}
          value={resolution.written ?? 0}
          error={problem("written")}
          onChange={(event) => onChange({ written: wholeNumber(event.target.value) })}
        />
      )}
      {asks.personnel && (
        <Check
          label={v("personnelLabel")}
          checked={resolution.personnel ?? false}
          onChange={(personnel) => onChange({ personnel })}
        />
      )}
      {asks.secretaryLast && (
        <Check
          label={v("secretaryLabel")}
          checked={resolution.secretaryLast ?? false}
          onChange={(secretaryLast) => onChange({ secretaryLast })}
        />
      )}
      {over > 0 && (
        <p className={fieldStyles.error} role="alert">
          <Shape name="diamond" />
          {v("ballotsMost", { over })}
        </p>
      )}
      {counted && voted && over === 0 && (
        <div className={styles.outcome} aria-live="polite">
          <VoteLines vote={counted} />
        </div>
      )}
      <Button kind="text" onClick={onRemove}>
        {t("removeResolution")}
      </Button>
    </div>
  );
}
