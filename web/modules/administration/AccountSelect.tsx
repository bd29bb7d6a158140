import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Select } from "antd";
import { useId } from "react";
import { useTexts } from "../../app/language/texts.ts";
import styles from "./Admin.module.css";
import { adminTexts } from "./texts.ts";

type Props = {
  accounts: Answer<"listAccounts">["items"];
  value: string;
  error: string | undefined;
  onChange: (accountId: string) => void;
};

/** An active account, found by typing part of its name. */
export function AccountSelect({ accounts, value, error, onChange }: Props) {
  const t = useTexts(adminTexts);
  const id = useId();
  const options = accounts
    .filter(({ state }) => state === "active")
    .map((account) => ({ value: account.id, label: `${account.displayName} · ${account.signInName}` }));
  return (
    <div className={styles.field} data-field-error={error ? "" : undefined}>
      <label htmlFor={id}>{t("account")}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("choose")}
        {...(value === "" ? {} : { value })}
        {...(error ? { status: "warning" as const } : {})}
        options={options}
        onChange={onChange}
        // An open dialog lies above the rest of the page: the list has to open inside it.
        getPopupContainer={(node: HTMLElement) => node.closest("dialog") ?? document.body}
      />
      {error && <span role="alert">{error}</span>}
    </div>
  );
}
