import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input, Popconfirm, type TableColumnsType } from "antd";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { usePages } from "../../app/api/queries.ts";
import { wordInstant } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { OfficeTheme } from "../../app/theme/OfficeTheme.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Notice, useSentence } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Admin.module.css";
import { OpenAccount } from "./OpenAccount.tsx";
import { PagedTable } from "./PagedTable.tsx";
import { adminTexts } from "./texts.ts";

type Account = ReturnType<typeof usePages<"listAccounts">>["items"][number];

/** Accounts for the system administrator; others with the right to read see the list. */
export default function AccountsPage() {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const may = useMay();
  const sentence = useSentence();
  const client = useQueryClient();
  const [opening, setOpening] = useState(false);
  const [name, setName] = useState("");
  const { query, items } = usePages("listAccounts", { query: name === "" ? {} : { name } });
  const close = useMutation({
    mutationFn: (accountId: string) => call("closeAccount", { params: { accountId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["listAccounts"] }),
  });
  const columns: TableColumnsType<Account> = [
    { title: t("displayName"), dataIndex: "displayName" },
    { title: t("signInName"), dataIndex: "signInName" },
    {
      title: t("state"),
      render: (_, { state, lockedUntil }) => (
        <>
          <Tag tone={state === "active" ? "good" : "neutral"}>{t(state)}</Tag>{" "}
          {lockedUntil && (
            <Tag tone="warn" shape="diamond">
              {t("locked", { time: wordInstant(language, lockedUntil) })}
            </Tag>
          )}
        </>
      ),
    },
    {
      title: t("actions"),
      hidden: !may("account.manage"),
      render: (_, account) =>
        account.state === "active" && (
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
        {close.isError && <Notice>{sentence(close.error, "writing")}</Notice>}
        <Input.Search
          allowClear
          aria-label={t("search")}
          placeholder={t("search")}
          maxLength={60}
          onSearch={setName}
          className={styles.search}
        />
        <PagedTable query={query} items={items} columns={columns} empty={t("none")} />
        {opening && <OpenAccount onClose={() => setOpening(false)} />}
      </Page>
    </OfficeTheme>
  );
}
