import type { Query } from "@dutyloop/contract/endpoints.ts";
import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { SelectField, TextField } from "../../ui/Field.tsx";
import styles from "./Admin.module.css";
import { adminTexts } from "./texts.ts";

const nothing = { account: "", action: "", object: "", from: "", to: "", outcome: "", requestId: "" };
type Typed = typeof nothing;

/** What the list of audit entries is asked for; empty fields ask for nothing. */
export function AuditSearch({ onSearch }: { onSearch: (query: Query<"listAudit">) => void }) {
  const t = useTexts(adminTexts);
  const [typed, setTyped] = useState(nothing);
  const field = (key: keyof Typed) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  const search = (what: Typed) =>
    onSearch(Object.fromEntries(Object.entries(what).filter(([, value]) => value.trim() !== "")) as Query<"listAudit">);
  return (
    <search>
      <form
        className={styles.filters}
        aria-label={t("auditSearch")}
        onSubmit={(event) => {
          event.preventDefault();
          search(typed);
        }}
      >
        <TextField label={t("account")} maxLength={60} {...field("account")} />
        <TextField label={t("action")} maxLength={60} {...field("action")} />
        <TextField label={t("object")} maxLength={100} {...field("object")} />
        <TextField label={t("requestId")} maxLength={60} {...field("requestId")} />
        <TextField label={t("fromDay")} type="date" {...field("from")} />
        <TextField label={t("toDay")} type="date" {...field("to")} />
        <SelectField label={t("outcome")} {...field("outcome")}>
          <option value="">{t("anyOutcome")}</option>
          <option value="done">{t("done")}</option>
          <option value="refused">{t("refused")}</option>
        </SelectField>
        <div className={styles.row}>
          <Button kind="primary" type="submit">
            {t("find")}
          </Button>
          <Button
            onClick={() => {
              setTyped(nothing);
              search(nothing);
            }}
          >
            {t("clear")}
          </Button>
        </div>
      </form>
    </search>
  );
}
