import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link } from "@tanstack/react-router";
import { wordDate } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { classes } from "../../../ui/classes.ts";
import fieldStyles from "../../../ui/Field.module.css";
import { TextArea } from "../../../ui/Field.tsx";
import { Shape } from "../../../ui/Shape.tsx";
import { Notice } from "../../../ui/States.tsx";
import { useFirstProblem } from "../../../ui/use-first-problem.ts";
import { correctionTexts } from "../corrections/texts.ts";
import { RestoredNotice } from "../drafts/RestoredNotice.tsx";
import { draftTexts } from "../drafts/texts.ts";
import { attendanceOf, marksOf } from "../form/attendance-count.ts";
import { DeviationsPart } from "../form/DeviationsPart.tsx";
import { HostSheet } from "../form/HostSheet.tsx";
import { problemOf } from "../problem-of.ts";
import styles from "../RecordForm.module.css";
import { RecordFormFrame } from "../RecordFormFrame.tsx";
import { SendButton } from "../SendPart.tsx";
import { formTexts } from "../texts.ts";
import type { PartDraft } from "./kept-part.ts";
import { partTexts } from "./texts.ts";
import { useKeptPart } from "./use-kept-part.ts";
import { usePartPeople } from "./use-part-people.ts";
import { type Correcting, silentDeviations, usePartSending } from "./use-part-sending.ts";

type Props = {
  record: Answer<"getRecord">;
  host: { organizationId: string; subjectId: string; subjectName: string };
  /** What the page begins with; what was typed here before goes on top of it. */
  initial: PartDraft;
  /** What was sent for this host before; without it it is entered for the first time. */
  correcting?: Correcting;
  onEntered?: (result: Answer<"enterHostPart">) => void;
  startAnew: () => void;
};

/** Who was there of one host: its list of that day, and nothing that the others entered. */
export function PartForm({ record, host, initial, correcting, onEntered, startAnew }: Props) {
  const t = useTexts(partTexts);
  const form = useTexts(formTexts);
  const drafts = useTexts(draftTexts);
  const corrections = useTexts(correctionTexts);
  const language = useLanguage();
  const { organizationId, subjectId, subjectName } = host;
  const { occurredOn } = record;
  const of = { recordId: record.id, organizationId, subjectId, subjectName, title: record.title, occurredOn };
  const { typed, part, change, kept, restored, renew, forget } = useKeptPart(of, initial);
  const templates = [...new Set(record.standards.map(({ templateCode }) => templateCode))];
  const { people, types, closedMonths } = usePartPeople({ organizationId, subjectId, templates, on: occurredOn });
  const sending = usePartSending({ typed, people, correcting, forget, renew, onEntered });
  const problem = (field: string) => problemOf(sending.problems, field);
  const wrong = problem("attendance") ?? problem("hosts") ?? problem("guests");
  const deviations = silentDeviations(sending.error, part.deviations, types);
  const late = closedMonths.includes(occurredOn.slice(0, 7)) || part.reason !== "" || Boolean(problem("lateReason"));
  const discard = () => {
    forget();
    startAnew();
  };
  useFirstProblem(sending.failed);
  return (
    <RecordFormFrame
      title={t(correcting ? "correctTitle" : "title")}
      {...(correcting ? { recordId: record.id } : {})}
      status={kept !== null && drafts(kept ? "onDevice" : "notSaved")}
      above={
        <>
          <Notice
            tone="calm"
            action={
              <Link to="/records/$recordId" params={{ recordId: record.id }} className="link">
                {t("seeText")}
              </Link>
            }
          >
            <b>
              {t("about", { title: record.title, date: wordDate(language, occurredOn), lead: record.organizationName })}
            </b>
            <br />
            {t(correcting ? "correctHint" : "enterHint")}
          </Notice>
          {restored && <RestoredNotice text={t("discardText")} discard={discard} />}
        </>
      }
      onSubmit={sending.send}
    >
      <div className={styles.alone}>
        <Card>
          <div data-field-error={wrong ? "" : undefined}>
            <HostSheet
              host={{
                organizationId,
                subjectId,
                attendance: attendanceOf(part.marks),
                guests: part.guests.map((name) => ({ name })),
              }}
              people={{ ...people, organizationName: subjectName }}
              onChange={(changed) =>
                change((now) => {
                  const guests = now.guests.map((name) => ({ name }));
                  const next = changed({ organizationId, subjectId, attendance: attendanceOf(now.marks), guests });
                  return { marks: marksOf(next.attendance), guests: next.guests.map(({ name }) => name) };
                })
              }
            />
            {wrong && (
              <p className={classes(fieldStyles.error, styles.below)} role="alert">
                <Shape name="diamond" />
                {wrong}
              </p>
            )}
          </div>
        </Card>
        <DeviationsPart
          deviations={deviations}
          reasons={part.deviations}
          problem={problem("deviations")}
          onReasons={(changed) => change((now) => ({ deviations: changed(now.deviations) }))}
        />
        {(correcting || late) && (
          <Card>
            <TextArea
              label={correcting ? corrections("reason") : t("lateReason")}
              hint={correcting ? corrections("reasonHint") : t("lateReasonHint")}
              required
              most={500}
              value={part.reason}
              error={problem("reason") ?? problem("lateReason")}
              onChange={(event) => change(() => ({ reason: event.target.value }))}
            />
          </Card>
        )}
        <SendButton
          label={correcting ? corrections("save") : form(sending.lost ? "again" : "submit")}
          busy={sending.busy}
          error={sending.error}
          problems={Object.keys(sending.problems).length}
        />
      </div>
    </RecordFormFrame>
  );
}
