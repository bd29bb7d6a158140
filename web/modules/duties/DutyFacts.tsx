import { wordDate } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import type { Duty } from "./DutySheets.tsx";
import { dutyTexts } from "./duty-texts.ts";
import styles from "./Plans.module.css";
import { dutiesTexts } from "./texts.ts";

/** What a duty is, line by line; what says nothing is left out. */
export function DutyFacts({ duty }: { duty: Duty }) {
  const t = useTexts(dutyTexts);
  const list = useTexts(dutiesTexts);
  const language = useLanguage();
  const words = useWords();
  const join = (names: Duty["standard"]) => names.map(words).join(list("separator"));
  const owner =
    duty.subjectName === duty.organizationName
      ? duty.organizationName
      : `${duty.organizationName} · ${duty.subjectName}`;
  const rows: [string, string | null][] = [
    [t("state"), list(duty.state)],
    [t("owner"), owner],
    [t("source"), duty.sourceName],
    [t("direction"), duty.direction],
    [t("standard"), join(duty.standard)],
    [t("materials"), join(duty.materials)],
    [t("period"), `${wordDate(language, duty.periodFrom)} – ${wordDate(language, duty.periodTo)}`],
    [t("due"), wordDate(language, duty.dueOn)],
    [t("extendedTo"), duty.extendedTo && wordDate(language, duty.extendedTo)],
    [t("assignee"), duty.assigneeName],
    [t("progress"), duty.progress === null ? null : t("percent", { progress: duty.progress })],
    [t("waivedReason"), duty.waivedReason],
  ];
  return (
    <dl className={styles.facts}>
      {rows.map(
        ([name, value]) =>
          value && (
            <div key={name} className={styles.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
