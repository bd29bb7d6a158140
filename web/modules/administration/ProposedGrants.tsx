import { postWords } from "@dutyloop/contract/messages/organization-words.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../app/api/client.ts";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { useRoleName } from "../identity/role-names.ts";
import styles from "./Admin.module.css";
import { adminTexts } from "./texts.ts";

type Proposal = ReturnType<typeof usePages<"listProposedGrants">>["items"][number];

/** Roles that go with a post and aren't granted yet; nothing is shown where there are none. */
export function ProposedGrants() {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const roleName = useRoleName();
  const may = useMay();
  const client = useQueryClient();
  const { query, items } = usePages("listProposedGrants", {});
  const grant = useMutation({
    mutationFn: ({ accountId, role, organizationId, validFrom, validTo }: Proposal) =>
      call("grantRole", { body: { accountId, role, organizationId, validFrom, validTo } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["listGrants"] });
      void client.invalidateQueries({ queryKey: ["listProposedGrants"] });
    },
  });
  if (query.isError) return <RefusalNotice error={query.error} />;
  if (items.length === 0) return null;
  return (
    <Card title={t("proposed")} note={t("proposedAbout")}>
      {grant.isError && <RefusalNotice error={grant.error} doing="writing" />}
      <ul className={styles.proposals} aria-label={t("proposed")}>
        {items.map((item) => {
          const words = { name: item.accountName, role: roleName(item.role) };
          const until = item.validTo ? wordDate(language, item.validTo) : t("openEnd");
          return (
            <li key={item.id}>
              <span>
                <strong>{item.accountName}</strong> · {item.organizationName} · {postWords[language][item.post]} →{" "}
                {words.role}{" "}
                <span className="note">
                  {wordDate(language, item.validFrom)} – {until}
                </span>
              </span>
              {may("grant.manage") && (
                <Button
                  busy={grant.isPending && grant.variables?.id === item.id}
                  aria-label={t("grantNamed", words)}
                  onClick={() => grant.mutate(item)}
                >
                  {t("grantIt")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <MorePages query={query} shown={items.length} />
    </Card>
  );
}
