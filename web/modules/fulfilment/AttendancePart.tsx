import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import fieldStyles from "../../ui/Field.module.css";
import { Shape } from "../../ui/Shape.tsx";
import { AwaySheet } from "./AwaySheet.tsx";
import type { Mark, RecordForm } from "./draft.ts";
import { GuestChips } from "./GuestChips.tsx";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";

type Person = RecordForm["roster"][number];

/** Who was there: one tap for all, then a tap on each who was not. Nothing is assumed. */
export function AttendancePart({ form, draft, change, problem, updating }: Part & { updating: boolean }) {
  const t = useTexts(formTexts);
  const [asked, setAsked] = useState<Person | null>(null);
  const { roster } = form;
  const counted = roster.filter(({ exempt }) => !exempt);
  const present = counted.filter(({ personId }) => draft.marks[personId]?.presence === "present").length;
  const unmarked = roster.filter(({ personId }) => !draft.marks[personId]).length;
  const error = problem("attendance");
  const mark = (personId: string, value: Mark) => change((now) => ({ marks: { ...now.marks, [personId]: value } }));
  const everybody = () =>
    change((now) => ({
      marks: Object.fromEntries(
        roster.map(({ personId }) => [personId, now.marks[personId] ?? { presence: "present", reason: "" }]),
      ),
    }));
  return (
    <Card
      title={t("attendance")}
      action={<span className="faint">{t("counts", { expected: counted.length, present })}</span>}
    >
      <div data-field-error={error ? "" : undefined}>
        {updating && <p className="note">{t("loadingPeople")}</p>}
        {unmarked > 0 && (
          <>
            <button type="button" className={classes(styles.chip, styles.everybody)} onClick={everybody}>
              <Shape name="tick" />
              {t("everybody")}
            </button>
            <p className={`note ${styles.hint}`}>
              {t("attendanceHint")} {t("unmarked", { count: unmarked })}
            </p>
          </>
        )}
        <div className={styles.chips}>
          {roster.map((person) => (
            <PersonChip
              key={person.personId}
              person={person}
              mark={draft.marks[person.personId]}
              onTap={() =>
                draft.marks[person.personId]
                  ? setAsked(person)
                  : mark(person.personId, { presence: "present", reason: "" })
              }
            />
          ))}
          <GuestChips guests={draft.guests} onChange={(guests) => change({ guests })} />
        </div>
        {error && (
          <p className={classes(fieldStyles.error, styles.below)} role="alert">
            <Shape name="diamond" />
            {error}
          </p>
        )}
      </div>
      {asked && (
        <AwaySheet
          name={asked.name}
          mark={draft.marks[asked.personId]}
          onClose={() => setAsked(null)}
          onMark={(value) => {
            mark(asked.personId, value);
            setAsked(null);
          }}
        />
      )}
    </Card>
  );
}

function PersonChip({ person, mark, onTap }: { person: Person; mark: Mark | undefined; onTap: () => void }) {
  const t = useTexts(formTexts);
  const away = mark && mark.presence !== "present";
  const remarks = [person.memberState === "PROBATIONARY" && t("probationary"), person.exempt && t("exempt")].filter(
    Boolean,
  );
  return (
    <button
      type="button"
      className={classes(styles.chip, mark?.presence === "present" && styles.present, away && styles.away)}
      onClick={onTap}
    >
      {mark && <Shape name={away ? "diamond" : "tick"} />}
      {person.name}
      {away && ` · ${mark.reason || t(mark.presence)}`}
      {mark && <span className="sr">{t(mark.presence)}</span>}
      {remarks.length > 0 && <span className={styles.mark}>{remarks.join(" ")}</span>}
    </button>
  );
}
