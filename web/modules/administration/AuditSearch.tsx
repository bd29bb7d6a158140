import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { also, type PageSearch, without } from "../../app/frame/search.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { SelectField, TextField } from "../../ui/Field.tsx";
import styles from "./Admin.module.css";
import { type AuditFilter, auditFilterKeys } from "./audit-filters.ts";
import { adminTexts } from "./texts.ts";

type Typed = Partial<Record<AuditFilter, string>>;

/** What the list of audit entries is asked for, kept in the address; empty fields ask for nothing. */
export function AuditSearch() {
  const t = useTexts(adminTexts);
  const search = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const asked: Typed = Object.fromEntries(auditFilterKeys.map((key) => [key, search[key] ?? ""]));
  const [typed, setTyped] = useState(asked);
  // A kept view that was opened, or a way back, asks for something else than what was typed.
  const [shown, setShown] = useState(JSON.stringify(asked));
  if (shown !== JSON.stringify(asked)) {
    setShown(JSON.stringify(asked));
    setTyped(asked);
  }
  const field = (key: AuditFilter) => ({
    value: typed[key] ?? "",
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  return (
    <search>
      <form
        className={styles.filters}
        aria-label={t("auditSearch")}
        onSubmit={(event) => {
          event.preventDefault();
          const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ""));
          void navigate({
            to: ".",
            search: (now: PageSearch) => also(filled)(without(...auditFilterKeys)(now)),
            replace: true,
          });
        }}
      >
        <TextField label={t("account")} maxLength={60} {...field("who")} />
        <TextField label={t("action")} maxLength={60} {...field("act")} />
        <TextField label={t("object")} maxLength={100} {...field("q")} />
        <TextField label={t("requestId")} maxLength={60} {...field("number")} />
        <TextField label={t("fromDay")} type="date" {...field("from")} />
        <TextField label={t("toDay")} type="date" {...field("to")} />
        <SelectField label={t("outcome")} {...field("state")}>
          <option value="">{t("anyOutcome")}</option>
          <option value="done">{t("done")}</option>
          <option value="refused">{t("refused")}</option>
        </SelectField>
        <div className={styles.row}>
          <Button kind="primary" type="submit">
            {t("find")}
          </Button>
          <Button onClick={() => void navigate({ to: ".", search: without(...auditFilterKeys), replace: true })}>
            {t("clear")}
          </Button>
        </div>
      </form>
    </search>
  );
}
