import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Failed, Loading } from "../../../ui/States.tsx";
import type { Draft } from "../draft.ts";
import { AttendanceSheet } from "./AttendanceSheet.tsx";
import { attendanceOf, marksOf } from "./attendance-count.ts";
import { HostHead } from "./HostHead.tsx";
import { hostsTexts } from "./hosts-texts.ts";
import styles from "./Parts.module.css";
import type { HostPeople } from "./whole-form.ts";

type Host = NonNullable<Draft["hosts"]>[number];
type Props = {
  host: Host;
  people: HostPeople;
  onChange: (changed: (now: Host) => Host) => void;
  /** Without these it is the only one here. */
  onRemove?: () => void;
  onAwait?: () => void;
};

/** The attendance of a host that joined, with its own 应到. */
export function HostSheet({ host, people, onChange, onRemove, onAwait }: Props) {
  const t = useTexts(hostsTexts);
  const name = people.organizationName ?? t("unnamed");
  const marks = marksOf(host.attendance);
  return (
    <section className={styles.host} aria-label={name}>
      <HostHead name={name} roster={people.roster} marks={marks}>
        {onRemove && (
          <Button kind="text" onClick={onRemove} aria-label={t("removeOf", { name })}>
            {t("remove")}
          </Button>
        )}
      </HostHead>
      {onAwait && (
        <Button kind="text" className={styles.letEnter} onClick={onAwait} aria-label={t("letEnterOf", { name })}>
          {t("letEnter")}
        </Button>
      )}
      {people.error ? (
        <Failed error={people.error} retry={people.retry} />
      ) : people.loading ? (
        <Loading rows={2} />
      ) : people.roster.length === 0 ? (
        <p className="note">{t("noPeople")}</p>
      ) : (
        <AttendanceSheet
          roster={people.roster}
          marks={marks}
          guests={host.guests.map((guest) => guest.name)}
          onMarks={(marked) =>
            onChange((now) => ({ ...now, attendance: attendanceOf(marked(marksOf(now.attendance))) }))
          }
          onGuests={(guests) => onChange((now) => ({ ...now, guests: guests.map((guest) => ({ name: guest })) }))}
        />
      )}
    </section>
  );
}
