import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Popconfirm } from "antd";
import { useDeferredValue, useState } from "react";
import { call } from "../../app/api/client.ts";
import { usePages } from "../../app/api/queries.ts";
import { wordInstant } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay, useSession } from "../../app/session/session.ts";
import { OfficeTheme } from "../../app/theme/OfficeTheme.tsx";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Page } from "../../ui/Page.tsx";
import { type Column, PagedTable } from "../../ui/PagedTable.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Admin.module.css";
import { OpenAccount } from "./OpenAccount.tsx";
import { adminTexts } from "./texts.ts";

type Account = ReturnType<typeof usePages<"listAccounts">>["items"][number];

/** Accounts for the system administrator; others with the right to read see the list. */
export default function AccountsPage() {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const may = useMay();
  const { account: own } = useSession();
  const client = useQueryClient();
  const [opening, setOpening] = useState(false);
  const [name, setName] = useState("");
  const asked = useDeferredValue(name.trim());
  const { query, items } = usePages("listAccounts", { query: asked === "" ? {} : { name: asked } });
  const close = useMutation({
    mutationFn: (accountId: string) => call("closeAccount", { params: { accountId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["listAccounts"] }),
  });
  const reset = useMutation({
    mutationFn: (accountId: string) => call("resetSecondFactor", { params: { accountId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["listAccounts"] }),
  });
  const columns: Column<Account>[] = [
    { title: t("displayName"), cell: ({ displayName }) => displayName },
    { title: t("signInName"), wide: true, cell: ({ signInName }) => signInName },
    {
      title: t("state"),
      cell: ({ state, lockedUntil }) => (
        <>
          <Tag tone={state === "active" ? "good" : "neutral"}>{t(state)}</Tag>{" "}
          {lockedUntil && <span className="note">{t("locked", { time: wordInstant(language, lockedUntil) })}</span>}
        </>
      ),
    },
    {
      title: t("secondFactor"),
      cell: ({ secondFactor }) =>
        secondFactor ? <Tag tone="good">{t("on")}</Tag> : <span className="note">{t("off")}</span>,
    },
    {
      title: t("actions"),
      cell: (account) => (
        <>
          {may("account.manage") && account.state === "active" && (
            <Popconfirm
              title={t("closeSure", { name: account.displayName })}
              okText={t("close")}
              cancelText={t("cancel")}
              onConfirm={() => close.mutate(account.id)}
            >
              <Button kind="text" aria-label={t("closeNamed", { name: account.displayName })}>
                {t("close")}
              </Button>
            </Popconfirm>
          )}
          {may("account.secure") && account.secondFactor && account.id !== own.id && (
            <Popconfirm
              title={t("resetSure", { name: account.displayName })}
              okText={t("reset")}
              cancelText={t("cancel")}
              onConfirm={() => reset.mutate(account.id)}
            >
              <Button kind="text" aria-label={t("resetNamed", { name: account.displayName })}>
                {t("reset")}
              </Button>
            </Popconfirm>
          )}
        </>
      ),
    },
  ];
  const action = may("account.manage") && (
    <Button kind="primary" onClick={() => setOpening(true)}>
      {t("openAccount")}
    </Button>
  );
  return (
    <OfficeTheme>
      <Page title={t("accounts")} about={t("accountsAbout")} action={action}>
        {close.isError && <RefusalNotice error={close.error} doing="writing" />}
        {reset.isError && <RefusalNotice error={reset.error} doing="writing" />}
        <search className={styles.search}>
          <TextField
            label={t("search")}
            hideLabel
            type="search"
            placeholder={t("search")}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </search>
        <PagedTable label={t("accounts")} query={query} items={items} columns={columns} empty={t("none")} />
        {opening && <OpenAccount onClose={() => setOpening(false)} />}
      </Page>
    </OfficeTheme>
  );
}
