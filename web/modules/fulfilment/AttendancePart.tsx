import { useState } from "react";
import { useMayHere } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { reachOf } from "../../app/session/reach.ts";
import { useSession } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import fieldStyles from "../../ui/Field.module.css";
import { Icon } from "../../ui/Icon.tsx";
import { Shape } from "../../ui/Shape.tsx";
import { chosenTypes } from "./chosen-types.ts";
import type { Draft } from "./draft.ts";
import { AttendanceSheet } from "./form/AttendanceSheet.tsx";
import { AwaitedHosts } from "./form/AwaitedHosts.tsx";
import { countOf, isBegun, marksOf, together } from "./form/attendance-count.ts";
import { ChooseHosts } from "./form/ChooseHosts.tsx";
import { Guides } from "./form/Guides.tsx";
import { HostHead } from "./form/HostHead.tsx";
import { HostSheet } from "./form/HostSheet.tsx";
import { hostsTexts } from "./form/hosts-texts.ts";
import { toggledAwaited, toggledHost } from "./form/joining.ts";
import partStyles from "./form/Parts.module.css";
import { useCountWords } from "./form/use-count-words.ts";
import type { WholePart } from "./form/whole-form.ts";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";

type Host = NonNullable<Draft["hosts"]>[number];
const none: readonly never[] = [];

/** Who was there, of each organisation that held the event by its own list. */
export function AttendancePart({ form, draft, change, problem, updating }: WholePart & { updating: boolean }) {
  const t = useTexts(formTexts);
  const h = useTexts(hostsTexts);
  const words = useCountWords();
  const [choosing, setChoosing] = useState(false);
  const reaches = useOtherReaches(form.organizationId);
  const hosts: readonly Host[] = draft.hosts ?? none;
  const awaited: NonNullable<Draft["awaited"]> = draft.awaited ?? [];
  const joint = hosts.length + awaited.length > 0;
  const peopleOf = (organizationId: string) => form.hosts.find((one) => one.organizationId === organizationId);
  const counts = [
    countOf(form.roster, draft.marks),
    ...hosts.map((host) => countOf(peopleOf(host.organizationId)?.roster ?? [], marksOf(host.attendance))),
  ];
  const begun = isBegun(draft.marks) || hosts.some(({ attendance }) => attendance.length > 0);
  const error = problem("attendance") ?? problem("hosts");
  const toggle = (organizationId: string) => change((now) => toggledHost(now, organizationId));
  const toggleAwaited = (organizationId: string) => change((now) => toggledAwaited(now, organizationId));
  const changeHost = (organizationId: string, changed: (now: Host) => Host) =>
    change(({ hosts: now = [] }) => ({
      hosts: now.map((host) => (host.organizationId === organizationId ? changed(host) : host)),
    }));
  const leading = (
    <AttendanceSheet
      roster={form.roster}
      marks={draft.marks}
      guests={draft.guests}
      onMarks={(marked) => change((now) => ({ marks: marked(now.marks) }))}
      onGuests={(guests) => change({ guests })}
    />
  );
  return (
    <Card title={t("attendance")} action={!joint && <span className="faint">{words(together(counts), false)}</span>}>
      <div data-field-error={error ? "" : undefined}>
        {updating && <p className="note">{t("loadingPeople")}</p>}
        {joint ? (
          <div className={partStyles.hosts}>
            <section className={partStyles.host} aria-label={form.organizationName}>
              <HostHead name={form.organizationName} roster={form.roster} marks={draft.marks} />
              {leading}
            </section>
            {hosts.map((host) => {
              const people = peopleOf(host.organizationId);
              return (
                people && (
                  <HostSheet
                    key={host.organizationId}
                    host={host}
                    people={people}
                    onChange={(changed) => changeHost(host.organizationId, changed)}
                    onRemove={() => toggle(host.organizationId)}
                    onAwait={() => toggleAwaited(host.organizationId)}
                  />
                )
              );
            })}
            <AwaitedHosts form={form} awaited={awaited} onRemove={toggleAwaited} />
          </div>
        ) : (
          leading
        )}
        {error && (
          <p className={classes(fieldStyles.error, styles.below)} role="alert">
            <Shape name="diamond" />
            {error}
          </p>
        )}
        {hosts.length > 0 && (
          <p className={partStyles.together} aria-live="polite">
            <b>{h("together")}</b>
            <b>{words(together(counts), begun)}</b>
          </p>
        )}
        {form.subjectId === form.organizationId && (
          <Button kind="text" className={partStyles.add} onClick={() => setChoosing(true)}>
            <Icon name="plus" size={14} />
            {h("add")}
          </Button>
        )}
      </div>
      <Guides types={chosenTypes(form, draft)} at="attendance" />
      {choosing && (
        <ChooseHosts
          form={form}
          reaches={reaches}
          chosen={hosts.map(({ organizationId }) => organizationId)}
          onToggle={toggle}
          awaited={awaited.map(({ organizationId }) => organizationId)}
          onAwait={toggleAwaited}
          onClose={() => setChoosing(false)}
        />
      )}
    </Card>
  );
}

/** Where else the user may enter records: as whoever submits them, or, where he only drafts, as whoever drafts. */
function useOtherReaches(organizationId: string) {
  const session = useSession();
  const may = useMayHere();
  const reaches = reachOf(session, may("record.submit") ? "record.submit" : "record.draft");
  return reaches.some((reach) => reach.organizationId !== organizationId) ? reaches : [];
}
