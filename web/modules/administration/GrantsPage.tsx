import { grantsList } from "@dutyloop/contract/lists/administration.ts";
import { postWords } from "@dutyloop/contract/messages/organization-words.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Popconfirm } from "antd";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { BatchSheet } from "../../app/lists/BatchSheet.tsx";
import type { BatchAct } from "../../app/lists/batch.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useMay, useSession } from "../../app/session/session.ts";
import { OfficeTheme } from "../../app/theme/OfficeTheme.tsx";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, RefusalNotice } from "../../ui/States.tsx";
import { useRoleName } from "../identity/role-names.ts";
import styles from "./Admin.module.css";
import { OpenAlarms } from "./alarms/OpenAlarms.tsx";
import FirstSteps from "./first-steps/FirstSteps.tsx";
import { GrantRole } from "./GrantRole.tsx";
import { ProposedGrants } from "./ProposedGrants.tsx";
import { postRoleTexts } from "./post-roles/texts.ts";
import { adminTexts } from "./texts.ts";

type Grant = ReturnType<typeof usePages<"listGrants">>["items"][number];

const asked = {};

/** Who holds which role where, from–to; the security administrator grants and takes back. */
export default function GrantsPage() {
  const t = useTexts(adminTexts);
  const word = useTexts(postRoleTexts);
  const language = useLanguage();
  const roleName = useRoleName();
  const may = useMay();
  const { today } = useSession();
  const client = useQueryClient();
  const [granting, setGranting] = useState(false);
  const { query, items } = usePages("listGrants", asked);
  const accounts = usePages("listAccounts", { query: { limit: 200 } }, { enabled: may("account.read") });
  const forget = () => client.invalidateQueries({ queryKey: ["listGrants"] });
  const takeBack = (grantId: string) => call("revokeGrant", { params: { grantId } });
  const revoke = useMutation({ mutationFn: takeBack, onSuccess: forget });
  const manages = may("grant.manage");
  const stands = ({ validTo }: Grant) => validTo === null || validTo >= today;
  const actOf = (grant: Grant) => {
    const words = { name: grant.accountName, role: roleName(grant.role) };
    if (!stands(grant)) return null;
    return (
      <Popconfirm
        title={t("revokeSure", words)}
        okText={t("revoke")}
        cancelText={t("cancel")}
        onConfirm={() => revoke.mutate(grant.id)}
      >
        <Button kind="text" aria-label={t("revokeNamed", words)}>
          {t("revoke")}
        </Button>
      </Popconfirm>
    );
  };
  const revokeMany: BatchAct<Grant> = {
    key: "revoke",
    label: t("revoke"),
    fits: stands,
    sheet: (grants, onClose) => (
      <BatchSheet
        title={t("revokeMany", { count: grants.length })}
        confirm={t("revoke")}
        items={grants}
        nameOf={({ accountName, role, organizationName }) => `${accountName} · ${roleName(role)} · ${organizationName}`}
        write={({ id }) => takeBack(id)}
        onDone={forget}
        onClose={onClose}
      />
    ),
  };
  const cells = {
    role: ({ role, post }: Grant) => (
      <>
        {roleName(role)}
        {post && <span className="note"> {t("fromPost", { post: postWords[language][post] })}</span>}
      </>
    ),
    to: ({ validTo }: Grant) => (validTo ? wordDate(language, validTo) : t("openEnd")),
  };
  const action = (
    <span className={styles.row}>
      <Link to="/admin/post-roles" className={buttonClass("quiet")}>
        {word("open")}
      </Link>
      {manages && (
        <Button kind="primary" onClick={() => setGranting(true)}>
          {t("grant")}
        </Button>
      )}
    </span>
  );
  return (
    <OfficeTheme>
      <Page title={t("grants")} about={t("grantsAbout")} action={action}>
        <OpenAlarms />
        <FirstSteps />
        {revoke.isError && <RefusalNotice error={revoke.error} doing="writing" />}
        <ProposedGrants />
        <ListFrame
          name="listGrants"
          list={grantsList}
          asked={asked}
          query={query}
          items={items}
          idOf={({ id }) => id}
          cells={cells}
          doing={manages ? { title: t("actions"), cell: actOf } : undefined}
          acts={manages ? [revokeMany] : []}
          empty={<Empty title={t("noGrants")} />}
        />
        {granting && <GrantRole accounts={accounts.items} onClose={() => setGranting(false)} />}
      </Page>
    </OfficeTheme>
  );
}
