import { useState } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { classes } from "../../../ui/classes.ts";
import { Shape } from "../../../ui/Shape.tsx";
import { AwaySheet } from "../AwaySheet.tsx";
import type { Mark } from "../draft.ts";
import { GuestChips } from "../GuestChips.tsx";
import styles from "../RecordForm.module.css";
import { formTexts } from "../texts.ts";
import type { Marks, Roster } from "./attendance-count.ts";

type Person = Roster[number];
type Props = {
  roster: Roster;
  marks: Marks;
  guests: readonly string[];
  /** Gets the marks as they are then: several taps may come before the page is drawn again. */
  onMarks: (marked: (now: Marks) => Record<string, Mark>) => void;
  onGuests: (guests: string[]) => void;
};

/** Who of one host was there: one tap for all, then a tap on each who was not. Nothing is assumed. */
export function AttendanceSheet({ roster, marks, guests, onMarks, onGuests }: Props) {
  const t = useTexts(formTexts);
  const [asked, setAsked] = useState<Person | null>(null);
  const unmarked = roster.filter(({ personId }) => !marks[personId]).length;
  const mark = (personId: string, value: Mark) => onMarks((now) => ({ ...now, [personId]: value }));
  const everybody = () =>
    onMarks((now) => ({
      ...now,
      ...Object.fromEntries(
        roster.map(({ personId }) => [personId, now[personId] ?? { presence: "present", reason: "" }]),
      ),
    }));
  return (
    <>
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
            mark={marks[person.personId]}
            onTap={() =>
              marks[person.personId] ? setAsked(person) : mark(person.personId, { presence: "present", reason: "" })
            }
          />
        ))}
        <GuestChips guests={guests} onChange={onGuests} />
      </div>
      {asked && (
        <AwaySheet
          name={asked.name}
          mark={marks[asked.personId]}
          onClose={() => setAsked(null)}
          onMark={(value) => {
            mark(asked.personId, value);
            setAsked(null);
          }}
        />
      )}
    </>
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
