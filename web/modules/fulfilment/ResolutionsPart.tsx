import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextField } from "../../ui/Field.tsx";
import type { Draft } from "./draft.ts";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";

type Resolution = Draft["resolutions"][number];
const tallies = ["for", "against", "abstain"] as const;

const emptyResolution = (): Resolution => ({ key: crypto.randomUUID(), title: "", for: 0, against: 0, abstain: 0 });

/** What was voted on with its tally; quorum and majority are the server's to decide. */
export function ResolutionsPart({ form, draft, change, problem }: Part) {
  const t = useTexts(formTexts);
  const voters = form.roster.filter(({ votes }) => votes);
  const present = voters.filter(({ personId }) => draft.marks[personId]?.presence === "present").length;
  const put = (at: number, part: Partial<Resolution>) =>
    change((now) => ({ resolutions: now.resolutions.map((one, index) => (index === at ? { ...one, ...part } : one)) }));
  return (
    <Card title={t("resolutions")}>
      <p className={`note ${styles.hint}`}>{t("voters", { expected: voters.length, present })}</p>
      {draft.resolutions.map((resolution, at) => (
        <div key={resolution.key} className={styles.resolution}>
          <TextField
            label={t("resolution")}
            value={resolution.title}
            maxLength={300}
            error={problem(`resolutions.${at}.title`)}
            onChange={(event) => put(at, { title: event.target.value })}
          />
          <div className={styles.votes}>
            {tallies.map((key) => (
              <TextField
                key={key}
                label={t(key)}
                type="number"
                inputMode="numeric"
                min={0}
                value={resolution[key]}
                error={problem(`resolutions.${at}.${key}`)}
                onChange={(event) => put(at, { [key]: Math.max(0, Math.trunc(Number(event.target.value) || 0)) })}
              />
            ))}
          </div>
          <Button
            kind="text"
            onClick={() => change((now) => ({ resolutions: now.resolutions.filter((_, index) => index !== at) }))}
          >
            {t("removeResolution")}
          </Button>
        </div>
      ))}
      {problem("resolutions") && (
        <p className="note" role="alert" data-field-error="">
          {problem("resolutions")}
        </p>
      )}
      <Button onClick={() => change((now) => ({ resolutions: [...now.resolutions, emptyResolution()] }))}>
        {t("addResolution")}
      </Button>
    </Card>
  );
}
