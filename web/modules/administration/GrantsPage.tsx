import { postWords } from "@dutyloop/contract/messages/organization-words.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Popconfirm } from "antd";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { OfficeTheme } from "../../app/theme/OfficeTheme.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { type Column, PagedTable } from "../../ui/PagedTable.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { useRoleName } from "../identity/role-names.ts";
import { GrantRole } from "./GrantRole.tsx";
import { ProposedGrants } from "./ProposedGrants.tsx";
import { adminTexts } from "./texts.ts";

type Grant = ReturnType<typeof usePages<"listGrants">>["items"][number];

/** Who holds which role where, from–to; the security administrator grants and takes back. */
export default function GrantsPage() {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const roleName = useRoleName();
  const may = useMay();
  const client = useQueryClient();
  const [granting, setGranting] = useState(false);
  const { query, items } = usePages("listGrants", {});
  const accounts = usePages("listAccounts", { query: { limit: 200 } }, { enabled: may("account.read") });
  const nameOf = (id: string) => accounts.items.find((account) => account.id === id)?.displayName ?? id;
  const revoke = useMutation({
    mutationFn: (grantId: string) => call("revokeGrant", { params: { grantId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["listGrants"] }),
  });
  const columns: Column<Grant>[] = [
    { title: t("account"), cell: ({ accountId }) => nameOf(accountId) },
    {
      title: t("role"),
      cell: ({ role, post }) => (
        <>
          {roleName(role)}
          {post && <span className="note"> {t("fromPost", { post: postWords[language][post] })}</span>}
        </>
      ),
    },
    { title: t("organization"), cell: ({ organizationName }) => organizationName },
    { title: t("from"), wide: true, cell: ({ validFrom }) => wordDate(language, validFrom) },
    { title: t("to"), cell: ({ validTo }) => (validTo ? wordDate(language, validTo) : t("openEnd")) },
    {
      title: t("actions"),
      cell: (grant) => {
        const words = { name: nameOf(grant.accountId), role: roleName(grant.role) };
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
      },
    },
  ];
  const action = may("grant.manage") && (
    <Button kind="primary" onClick={() => setGranting(true)}>
      {t("grant")}
    </Button>
  );
  return (
    <OfficeTheme>
      <Page title={t("grants")} about={t("grantsAbout")} action={action}>
        {revoke.isError && <RefusalNotice error={revoke.error} doing="writing" />}
        <ProposedGrants />
        <PagedTable
          label={t("grants")}
          query={query}
          items={items}
          columns={may("grant.manage") ? columns : columns.slice(0, -1)}
          empty={t("noGrants")}
        />
        {granting && <GrantRole accounts={accounts.items} onClose={() => setGranting(false)} />}
      </Page>
    </OfficeTheme>
  );
}
