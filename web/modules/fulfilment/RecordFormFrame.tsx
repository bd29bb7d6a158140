import { Link } from "@tanstack/react-router";
import { type ReactNode, use, useEffect } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import pageStyles from "../../ui/Page.module.css";
import { PageHeadContext } from "../../ui/Page.tsx";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";

type Props = {
  title: string;
  /** Where what is typed is kept by now. */
  status: ReactNode;
  above: ReactNode;
  /** The record that is corrected; without it the way back leads to what is owed. */
  recordId?: string;
  /** Shown, but not to be changed. */
  locked?: boolean;
  onSubmit: () => void;
  children: ReactNode;
};

/** The page around a record's fields: its name, what has to be known first, and the fields themselves. */
export function RecordFormFrame({ title, status, above, recordId, locked = false, onSubmit, children }: Props) {
  const t = useTexts(formTexts);
  const { help } = use(PageHeadContext);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <form
      className={classes(pageStyles.page, styles.form)}
      noValidate
      data-whole-page=""
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className={styles.bar}>
        <span className={styles.named}>
          {recordId ? (
            <Link to="/records/$recordId" params={{ recordId }} aria-label={t("backToRecord")}>
              <Icon name="back" />
            </Link>
          ) : (
            <Link to="/" aria-label={t("back")}>
              <Icon name="back" />
            </Link>
          )}
          <h1>{title}</h1>
          {help}
        </span>
        <span className={styles.saved} role="status">
          {status}
        </span>
      </div>
      {above}
      {locked ? (
        <fieldset className={styles.bare} disabled>
          <legend className="sr">{title}</legend>
          {children}
        </fieldset>
      ) : (
        children
      )}
    </form>
  );
}
