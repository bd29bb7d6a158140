import type { ReactNode } from "react";
import { ConnectionLost, Refusal } from "../app/api/refusal.ts";
import { useLanguage } from "../app/language/language.ts";
import { useTexts } from "../app/language/texts.ts";
import { Button, buttonClass } from "./Button.tsx";
import { classes } from "./classes.ts";
import { helpAddress } from "./help-address.ts";
import { Shape } from "./Shape.tsx";
import styles from "./States.module.css";
import { uiTexts } from "./texts.ts";

const blocks = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

/** Grey blocks where the content will stand. */
export function Loading({ rows = 5, tall = false }: { rows?: number; tall?: boolean }) {
  const t = useTexts(uiTexts);
  return (
    <div className={classes(styles.skeleton, tall && styles.tall)} role="status" aria-label={t("loading")}>
      {blocks.slice(0, rows).map((block) => (
        <div key={block} className={styles.block} />
      ))}
    </div>
  );
}

/** Nothing to show, said in a sentence, with a way on. */
export function Empty({
  title,
  text,
  children,
}: {
  title?: string | undefined;
  text?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      <svg width="48" height="48" viewBox="0 0 48 48" aria-hidden="true">
        <circle
          cx="24"
          cy="24"
          r="18"
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray="12.8 6.05"
        />
      </svg>
      {title && <h2>{title}</h2>}
      {text && <p>{text}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

/** The sentence of a refusal or a lost line, with the number to tell the administrator. */
export function useSentence(): (error: unknown, doing?: "reading" | "writing") => string {
  const t = useTexts(uiTexts);
  return (error, doing = "reading") => {
    if (error instanceof ConnectionLost) return t(doing === "writing" ? "lostWrite" : "lostRead");
    if (!(error instanceof Refusal)) return t("brokenText");
    const sentence = error.message || t("noAnswer");
    if (!error.requestId) return sentence;
    // What the user can mend needs the number only in passing.
    return `${sentence} ${t(error.status < 500 ? "reference" : "number", { id: error.requestId })}`;
  };
}

/** The way to the page of a refusal: what happened, what to do, who can help. It leaves the page as it is. */
export function RefusalHelp({ error }: { error: unknown }) {
  const t = useTexts(uiTexts);
  const language = useLanguage();
  if (!(error instanceof Refusal) || error.code === "internal") return null;
  return (
    <a className="link" href={helpAddress(language, `errors/${error.code}`)} target="_blank" rel="noopener">
      {t("whatToDo")}
    </a>
  );
}

/** The sentence of a refusal where something was to be done, with the way to its page. */
export function RefusalNotice({ error, doing = "reading" }: { error: unknown; doing?: "reading" | "writing" }) {
  const sentence = useSentence();
  return <Notice action={<RefusalHelp error={error} />}>{sentence(error, doing)}</Notice>;
}

/** Instead of content that couldn't be had. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts(uiTexts);
  const sentence = useSentence();
  const denied = error instanceof Refusal && error.status === 403;
  const title = error instanceof ConnectionLost ? "lostTitle" : denied ? "deniedTitle" : "failedTitle";
  return (
    <div role="alert">
      <Empty title={t(title)} text={denied && !error.message ? t("deniedText") : sentence(error)}>
        {retry && !denied && <Button onClick={retry}>{t("retry")}</Button>}
        {error instanceof Refusal && (
          <a href="/" className={buttonClass("quiet")}>
            {t("home")}
          </a>
        )}
        <RefusalHelp error={error} />
      </Empty>
    </div>
  );
}

/** Instead of what this account has no business with; a page of nothing else says so in its title. */
export function Denied({ titled = true }: { titled?: boolean }) {
  const t = useTexts(uiTexts);
  return (
    <div role="alert">
      <Empty title={titled ? t("deniedTitle") : undefined} text={t("deniedText")}>
        <a href="/" className={buttonClass("quiet")}>
          {t("home")}
        </a>
      </Empty>
    </div>
  );
}

type NoticeProps = { tone?: "warn" | "calm" | "good"; children: ReactNode; action?: ReactNode };

/** A sentence above the content that needs to be seen now. */
export function Notice({ tone = "warn", children, action }: NoticeProps) {
  return (
    <div
      className={classes(styles.notice, tone !== "warn" && styles[tone])}
      role={tone === "warn" ? "alert" : "status"}
    >
      <Shape name={tone === "warn" ? "diamond" : tone === "good" ? "tick" : "square"} />
      <span className={styles.words}>{children}</span>
      {action}
    </div>
  );
}
