import { Link } from "@tanstack/react-router";
import { useMayHere } from "../../app/frame/view.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useCadence } from "./cadence.ts";
import { DueTag } from "./DueTag.tsx";
import type { OwedItem } from "./sections.ts";
import styles from "./Today.module.css";
import { dutiesTexts } from "./texts.ts";

const shownLines = 2;

/** One duty: how near, from where, and what counts as done; leads to its record form, and to what may be done besides. */
export function TodoCard({ item, today }: { item: OwedItem; today: string }) {
  const t = useTexts(dutiesTexts);
  const words = useWords();
  const may = useMayHere();
  const cadence = useCadence();
  const name = words(item.templateName);
  const title = item.subjectId === item.organizationId ? name : `${item.subjectName} · ${name}`;
  const lines = item.standard.slice(0, shownLines).map(words).join(t("separator"));
  const more = item.standard.length > shownLines ? t("standardMore", { count: item.standard.length }) : "";
  const body = (
    <>
      <span className={styles.tags}>
        <DueTag dueOn={item.extendedTo ?? item.dueOn} today={today} />
        <span>
          {item.sourceName} · {cadence(item.cadence)}
        </span>
      </span>
      <h3>{title}</h3>
      {lines && <p>{t("standard", { items: lines + more })}</p>}
      {item.openRequests > 0 && <p>{t("waiting", { count: item.openRequests })}</p>}
    </>
  );
  const details = (
    <Link className={`link ${styles.details}`} to="/duties/$obligationId" params={{ obligationId: item.id }}>
      {t("details")}
      <span className="sr"> {title}</span>
    </Link>
  );
  const recorded = may("record.draft", item.organizationId) && item.kind === "record";
  return (
    <div className={styles.todoAnd}>
      {recorded ? (
        <Link
          className={styles.todo}
          to="/record/$templateCode"
          params={{ templateCode: item.templateCode }}
          search={{ org: item.organizationId, subject: item.subjectId }}
        >
          {body}
        </Link>
      ) : (
        <div className={styles.todo}>{body}</div>
      )}
      {details}
    </div>
  );
}
