import { accountsList } from "@dutyloop/contract/lists/administration.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Popconfirm } from "antd";
import { useDeferredValue, useState } from "react";
import { call } from "../../app/api/client.ts";
import { usePages } from "../../app/api/queries.ts";
import { wordInstant } from "../../app/frame/months.ts";
import { also, without } from "../../app/frame/search.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { BatchSheet } from "../../app/lists/BatchSheet.tsx";
import type { BatchAct } from "../../app/lists/batch.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useMay, useSession } from "../../app/session/session.ts";
import { OfficeTheme } from "../../app/theme/OfficeTheme.tsx";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, RefusalNotice } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Admin.module.css";
import FirstSteps from "./first-steps/FirstSteps.tsx";
import { OpenAccount } from "./OpenAccount.tsx";
import { adminTexts } from "./texts.ts";

type Account = ReturnType<typeof usePages<"listAccounts">>["items"][number];

const viewKeys = ["q"] as const;

/** Accounts for the system administrator; others with the right to read see the list. */
export default function AccountsPage() {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const may = useMay();
  const { account: own } = useSession();
  const client = useQueryClient();
  const [opening, setOpening] = useState(false);
  const navigate = useNavigate();
  const name = useSearch({ from: "__root__" }).q ?? "";
  const setName = (q: string) =>
    void navigate({ to: ".", search: q === "" ? without("q") : also({ q }), replace: true });
  const asked = useDeferredValue(name.trim());
  const request = { query: asked === "" ? {} : { name: asked } };
  const { query, items } = usePages("listAccounts", request, { keep: true });
  const forget = () => client.invalidateQueries({ queryKey: ["listAccounts"] });
  const close = useMutation({
    mutationFn: (accountId: string) => call("closeAccount", { params: { accountId } }),
    onSuccess: forget,
  });
  const reset = useMutation({
    mutationFn: (accountId: string) => call("resetSecondFactor", { params: { accountId } }),
    onSuccess: forget,
  });
  const manages = may("account.manage");
  const stateOf = ({ state, lockedUntil }: Account) => (
    <>
      <Tag tone={state === "active" ? "good" : "neutral"}>{t(state)}</Tag>{" "}
      {lockedUntil && <span className="note">{t("locked", { time: wordInstant(language, lockedUntil) })}</span>}
    </>
  );
  const actOf = (account: Account) => (
    <>
      {manages && account.state === "active" && (
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
  );
  const closeMany: BatchAct<Account> = {
    key: "close",
    label: t("close"),
    fits: ({ state }) => state === "active",
    sheet: (accounts, onClose) => (
      <BatchSheet
        title={t("closeMany", { count: accounts.length })}
        confirm={t("close")}
        items={accounts}
        nameOf={({ displayName, signInName }) => `${displayName} · ${signInName}`}
        write={({ id }) => call("closeAccount", { params: { accountId: id } })}
        onDone={forget}
        onClose={onClose}
      />
    ),
  };
  const action = manages && (
    <Button kind="primary" onClick={() => setOpening(true)}>
      {t("openAccount")}
    </Button>
  );
  return (
    <OfficeTheme>
      <Page title={t("accounts")} about={t("accountsAbout")} action={action}>
        <FirstSteps />
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
        <ListFrame
          name="listAccounts"
          list={accountsList}
          asked={request}
          query={query}
          items={items}
          keys={viewKeys}
          idOf={({ id }) => id}
          cells={{
            state: stateOf,
            second: ({ secondFactor }) =>
              secondFactor ? <Tag tone="good">{t("on")}</Tag> : <span className="note">{t("off")}</span>,
          }}
          doing={{ title: t("actions"), cell: actOf }}
          acts={manages ? [closeMany] : []}
          empty={<Empty title={t("none")} />}
        />
        {opening && <OpenAccount onClose={() => setOpening(false)} />}
      </Page>
    </OfficeTheme>
  );
}
