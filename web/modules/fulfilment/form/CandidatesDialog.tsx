import { useState } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Shape } from "../../../ui/Shape.tsx";
import formStyles from "../RecordForm.module.css";
import type { Roster } from "./attendance-count.ts";
import { type Candidate, isListed, withCandidate } from "./elections.ts";
import { voteTexts } from "./vote-texts.ts";

type Props = {
  roster: Roster;
  candidates: readonly Candidate[];
  onChange: (candidates: Candidate[]) => void;
  onClose: () => void;
};

/** Who stands: a tap on each of the list, and others by their name. */
export function CandidatesDialog({ roster, candidates, onChange, onClose }: Props) {
  const t = useTexts(voteTexts);
  const [other, setOther] = useState("");
  const add = () => {
    const name = other.trim();
    if (name !== "" && !candidates.some((one) => one.name === name))
      onChange(withCandidate(candidates, { personId: null, name }));
    setOther("");
  };
  return (
    <Dialog kind="sheet" title={<h2>{t("candidates")}</h2>} onClose={onClose}>
      <div className={formStyles.sheet}>
        <div className={formStyles.chips}>
          {roster.map(({ personId, name }) => {
            const stands = isListed(candidates, personId);
            return (
              <button
                key={personId}
                type="button"
                aria-pressed={stands}
                className={classes(formStyles.chip, stands && formStyles.present)}
                onClick={() => onChange(withCandidate(candidates, { personId, name }))}
              >
                {stands && <Shape name="tick" />}
                {name}
              </button>
            );
          })}
        </div>
        <TextField
          label={t("otherCandidate")}
          value={other}
          most={100}
          onChange={(event) => setOther(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        {other.trim() !== "" && <Button onClick={add}>{t("add")}</Button>}
        <Button kind="primary" big onClick={onClose}>
          {t("done")}
        </Button>
      </div>
    </Dialog>
  );
}
