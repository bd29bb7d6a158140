import { useState } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Check } from "../../../ui/Checks.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import formStyles from "../RecordForm.module.css";
import type { Roster } from "./attendance-count.ts";
import { CandidatesDialog } from "./CandidatesDialog.tsx";
import { type Election as Counted, ElectionLines } from "./ElectionLines.tsx";
import { type Candidate, type Election, type Excess, excessOf, wholeNumber } from "./elections.ts";
import styles from "./Parts.module.css";
import { voteTexts } from "./vote-texts.ts";

const figures = [
  ["seats", "seatsLabel"],
  ["issued", "issuedLabel"],
  ["returned", "returnedLabel"],
] as const;

type Props = {
  election: Election;
  roster: Roster;
  /** Voters who were there. */
  present: number;
  /** What follows from the count so far, as the server sees it. */
  counted: Counted | undefined;
  problem: (field: string) => string | undefined;
  onChange: (part: Partial<Election>) => void;
  onRemove: () => void;
};

/** The count of one election: seats, ballots and votes by candidate; never who voted for whom. */
export function ElectionFields({ election, roster, present, counted, problem, onChange, onRemove }: Props) {
  const t = useTexts(voteTexts);
  const [choosing, setChoosing] = useState(false);
  const { candidates } = election;
  const excess = excessOf(election, present);
  const tooMany = (one: Excess | null | undefined) => one && t(`${one.figure}Most`, { most: one.most });
  const put = (at: number, part: Partial<Candidate>) =>
    onChange({ candidates: candidates.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <div className={formStyles.resolution}>
      <TextField
        label={t("office")}
        placeholder={t("officePlaceholder")}
        value={election.title}
        most={300}
        error={problem("title")}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <p className="note">{t("electionHint")}</p>
      <div className={formStyles.votes}>
        {figures.map(([key, label]) => (
          <TextField
            key={key}
            label={t(label)}
            type="number"
            inputMode="numeric"
            min={key === "seats" ? 1 : 0}
            value={election[key]}
            error={excess.election?.figure === key ? (tooMany(excess.election) ?? undefined) : problem(key)}
            onChange={(event) =>
              onChange({ [key]: Math.max(key === "seats" ? 1 : 0, wholeNumber(event.target.value)) })
            }
          />
        ))}
      </div>
      {candidates.length === 0 && <p className="note">{t("noCandidate")}</p>}
      {candidates.map((one, at) => {
        const { personId, name, votes, confirmed } = one;
        const narrow = counted?.candidates[at]?.outcome === "to_confirm" || confirmed === true;
        return (
          <div key={personId ?? name} className={styles.candidate}>
            <TextField
              label={t("votesOf", { name })}
              type="number"
              inputMode="numeric"
              min={0}
              value={votes}
              error={tooMany(excess.candidates[at]) ?? problem(`candidates.${at}`)}
              onChange={(event) => put(at, { votes: wholeNumber(event.target.value) })}
            />
            <button
              type="button"
              aria-label={t("removeCandidate", { name })}
              onClick={() => onChange({ candidates: candidates.filter((_, index) => index !== at) })}
            >
              <Icon name="close" size={18} />
            </button>
            {narrow && (
              <Check
                label={t("confirm", { name })}
                checked={confirmed === true}
                onChange={(checked) => put(at, { confirmed: checked })}
              />
            )}
          </div>
        );
      })}
      {counted && candidates.length > 0 && (
        <div className={styles.outcome} aria-live="polite">
          <ElectionLines election={counted} />
        </div>
      )}
      <div className={styles.acts}>
        <Button onClick={() => setChoosing(true)}>{t("addCandidate")}</Button>
        <Button kind="text" onClick={onRemove}>
          {t("removeElection")}
        </Button>
      </div>
      {choosing && (
        <CandidatesDialog
          roster={roster}
          candidates={candidates}
          onChange={(now) => onChange({ candidates: now })}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
