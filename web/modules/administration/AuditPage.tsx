import { auditList } from "@dutyloop/contract/lists/administration.ts";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useMay } from "../../app/session/session.ts";
import { OfficeTheme } from "../../app/theme/OfficeTheme.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { AuditEntry } from "./AuditEntry.tsx";
import { AuditSearch } from "./AuditSearch.tsx";
import { askedOf, auditFilterKeys } from "./audit-filters.ts";
import { adminTexts } from "./texts.ts";
import { beginVerification, useVerification, Verification } from "./Verification.tsx";

type Entry = ReturnType<typeof usePages<"listAudit">>["items"][number];

/** The audit entries, and the proof that none was changed, removed or swapped. */
export default function AuditPage() {
  const t = useTexts(adminTexts);
  const may = useMay();
  const request = { query: askedOf(useSearch({ from: "__root__" })) };
  const [opened, setOpened] = useState<Entry | null>(null);
  const { query, items } = usePages("listAudit", request, { keep: true });
  const verify = useVerification();
  const action = may("audit.verify") && (
    <Button kind="primary" busy={verify.isPending} onClick={() => beginVerification(verify)}>
      {t("verify")}
    </Button>
  );
  return (
    <OfficeTheme>
      <Page title={t("audit")} about={t("auditAbout")} action={action}>
        <Verification verify={verify} />
        <AuditSearch />
        <ListFrame
          name="listAudit"
          list={auditList}
          asked={request}
          query={query}
          items={items}
          keys={auditFilterKeys}
          idOf={({ id }) => id}
          cells={{
            sequence: ({ sequence }) => sequence ?? <Tag>{t("unsealed")}</Tag>,
            action: (entry) => (
              <button
                type="button"
                className="link"
                aria-label={t("openEntry", { action: entry.action })}
                onClick={() => setOpened(entry)}
              >
                {entry.action}
              </button>
            ),
            outcome: ({ outcome }) =>
              outcome === "refused" ? (
                <Tag tone="warn">{t("refused")}</Tag>
              ) : (
                <span className="nowrap">{t("done")}</span>
              ),
          }}
          empty={<Empty title={t("noAudit")} text={t("noAuditText")} />}
        />
        {opened && <AuditEntry entry={opened} onClose={() => setOpened(null)} />}
      </Page>
    </OfficeTheme>
  );
}
