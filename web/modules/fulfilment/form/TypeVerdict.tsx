import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Shape } from "../../../ui/Shape.tsx";
import { verdictOf } from "../live-standard.ts";
import { marksOf } from "./attendance-count.ts";
import styles from "./Parts.module.css";
import { standardTexts } from "./standard-texts.ts";
import type { WholePart } from "./whole-form.ts";

type Props = Pick<WholePart, "form" | "draft"> & {
  template: WholePart["form"]["template"];
  /** What the server says, once it can be asked. */
  judged: boolean | undefined;
};

/** Whether the record will serve as one of its types, and for whom not yet (MTG-18). */
export function TypeVerdict({ form, draft, template, judged }: Props) {
  const t = useTexts(standardTexts);
  const words = useWords();
  const type = words(template.name);
  const told = verdictOf(template, draft, form, { roster: form.expectedAt[template.code] ?? [], marks: draft.marks });
  const lead = { ...told, counts: told.counts ?? judged ?? null };
  const lacking = (checks: readonly { name: { zh: string; en: string } }[]) =>
    checks.map(({ name }) => words(name)).join(t("between"));
  // What the host that leads lacks is said once; of the others, what is missing besides.
  const others = form.hosts.flatMap((host) => {
    const attendance = draft.hosts?.find(({ organizationId }) => organizationId === host.organizationId)?.attendance;
    const verdict = verdictOf(template, draft, form, { roster: host.roster, marks: marksOf(attendance ?? []) });
    const own = verdict.lacks.filter((check) => !lead.lacks.includes(check));
    return own.length > 0 ? [{ host, lacks: own }] : [];
  });
  return (
    <>
      <p className={lead.counts === true ? styles.counts : styles.countsNot}>
        <Shape name={lead.counts === true ? "tick" : lead.counts === false ? "diamond" : "square"} />
        <span>
          {lead.counts === true && t("counts", { type })}
          {lead.counts === false && t("countsNot", { type, lacks: lacking(lead.lacks) })}
          {lead.counts === null && t("countsMaybe", { type })}
        </span>
      </p>
      {others.map(({ host, lacks }) => (
        <p key={host.organizationId} className={styles.countsNot}>
          <Shape name="diamond" />
          <span>{t("countsAt", { host: host.organizationName ?? "", lacks: lacking(lacks) })}</span>
        </p>
      ))}
    </>
  );
}
