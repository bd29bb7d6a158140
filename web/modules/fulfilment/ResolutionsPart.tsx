import { votingTypeOf } from "@dutyloop/domain/standards/template-policy.ts";
import { newId } from "../../app/api/new-id.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { chosenTypes } from "./chosen-types.ts";
import { ElectionFields } from "./form/ElectionFields.tsx";
import { type Election, emptyElection } from "./form/elections.ts";
import { Guides } from "./form/Guides.tsx";
import partStyles from "./form/Parts.module.css";
import { type Resolution, ResolutionFields } from "./form/ResolutionFields.tsx";
import type { Preview } from "./form/use-preview.ts";
import { voteTexts } from "./form/vote-texts.ts";
import type { WholePart } from "./form/whole-form.ts";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";

const empty = (asksSecretary: boolean): Resolution => ({
  key: newId(),
  title: "",
  for: 0,
  against: 0,
  abstain: 0,
  ...(asksSecretary ? { secretaryLast: false } : {}),
});

/** What was voted on and who was elected, each with its tally; quorum and majority are the server's to decide. */
export function ResolutionsPart({ form, draft, change, problem, preview }: WholePart & { preview: Preview | null }) {
  const t = useTexts(formTexts);
  const v = useTexts(voteTexts);
  const types = chosenTypes(form, draft);
  // Who has a vote goes by the type whose rule counts.
  const voting = votingTypeOf(types);
  const voters = (voting ? (form.expectedAt[voting.code] ?? []) : form.roster).filter(({ votes }) => votes);
  const present = voters.filter(({ personId }) => draft.marks[personId]?.presence === "present").length;
  const secretaryLast = types.some(({ checks }) => checks.some(({ check }) => check === "secretary_last"));
  const asks = {
    written: voting?.votingRule === "VOTE-02",
    personnel: voting?.votingRule === "VOTE-07",
    secretaryLast,
  };
  const put = (key: string, part: Partial<Resolution>) =>
    change((now) => ({ resolutions: now.resolutions.map((one) => (one.key === key ? { ...one, ...part } : one)) }));
  const elections = draft.elections ?? [];
  const putElection = (key: string, part: Partial<Election>) =>
    change((now) => ({
      elections: (now.elections ?? []).map((one) => (one.key === key ? { ...one, ...part } : one)),
    }));
  const errors = [problem("resolutions"), problem("elections")].filter(Boolean);
  return (
    <Card title={t("resolutions")}>
      <p className={`note ${styles.hint}`}>{t("voters", { expected: voters.length, present })}</p>
      {draft.resolutions.map((resolution, at) => (
        <ResolutionFields
          key={resolution.key}
          resolution={resolution}
          asks={asks}
          present={present}
          counted={preview?.result.resolutions[at]}
          problem={(field) => problem(`resolutions.${at}.${field}`)}
          onChange={(part) => put(resolution.key, part)}
          onRemove={() =>
            change((now) => ({ resolutions: now.resolutions.filter(({ key }) => key !== resolution.key) }))
          }
        />
      ))}
      {elections.map((election, at) => (
        <ElectionFields
          key={election.key}
          election={election}
          roster={form.roster}
          present={present}
          counted={preview?.electionOf(election.key)}
          problem={(field) => problem(`elections.${at}.${field}`)}
          onChange={(part) => putElection(election.key, part)}
          onRemove={() =>
            change((now) => ({ elections: (now.elections ?? []).filter(({ key }) => key !== election.key) }))
          }
        />
      ))}
      {errors.map((error) => (
        <p key={error} className="note" role="alert" data-field-error="">
          {error}
        </p>
      ))}
      <div className={partStyles.acts}>
        <Button onClick={() => change((now) => ({ resolutions: [...now.resolutions, empty(secretaryLast)] }))}>
          {t("addResolution")}
        </Button>
        <Button
          kind={voting?.votingRule === "VOTE-03" ? "quiet" : "text"}
          onClick={() =>
            change((now) => ({
              elections: [...(now.elections ?? []), emptyElection(newId(), present)],
            }))
          }
        >
          {v("addElection")}
        </Button>
      </div>
      <Guides types={types} at="resolutions" />
    </Card>
  );
}
