import type { Query } from "@dutyloop/contract/endpoints.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { usePages } from "../../app/api/queries.ts";
import { wordInstant } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { type Column, PagedTable } from "../../ui/PagedTable.tsx";
import { Notice, RefusalNotice } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { AuditEntry } from "./AuditEntry.tsx";
import { AuditSearch } from "./AuditSearch.tsx";
import { adminTexts } from "./texts.ts";

type Entry = ReturnType<typeof usePages<"listAudit">>["items"][number];

/** The audit entries, and the proof that none was changed, removed or swapped. */
export default function AuditPage() {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const may = useMay();
  const [asked, setAsked] = useState<Query<"listAudit">>({});
  const [opened, setOpened] = useState<Entry | null>(null);
  const { query, items } = usePages("listAudit", { query: asked }, { keep: true });
  const verify = useMutation({ mutationFn: () => call("verifyAudit", {}) });
  const columns: Column<Entry>[] = [
    { title: t("sequence"), wide: true, cell: ({ sequence }) => sequence ?? <Tag>{t("unsealed")}</Tag> },
    { title: t("time"), cell: ({ recordedAt }) => wordInstant(language, recordedAt) },
    { title: t("account"), cell: ({ accountName }) => accountName },
    {
      title: t("action"),
      cell: (entry) => (
        <button
          type="button"
          className="link"
          aria-label={t("openEntry", { action: entry.action })}
          onClick={() => setOpened(entry)}
        >
          {entry.action}
        </button>
      ),
    },
    { title: t("object"), cell: ({ object }) => object, mono: true, wide: true },
    {
      title: t("outcome"),
      cell: ({ outcome }) => (outcome === "refused" ? <Tag tone="warn">{t("refused")}</Tag> : t("done")),
    },
    { title: t("requestId"), cell: ({ requestId }) => requestId, mono: true, wide: true },
  ];
  const action = may("audit.verify") && (
    <Button kind="primary" busy={verify.isPending} onClick={() => verify.mutate()}>
      {t("verify")}
    </Button>
  );
  return (
    <Page title={t("audit")} about={t("auditAbout")} action={action}>
      {verify.isError && <RefusalNotice error={verify.error} />}
      {verify.data?.intact && <Notice tone="good">{t("intact", verify.data)}</Notice>}
      {verify.data && !verify.data.intact && (
        <Notice>
          {t("broken", { count: verify.data.problems.length })}{" "}
          {verify.data.problems
            .map(({ kind, sequence, entryId }) => t("problem", { kind, sequence: sequence ?? entryId ?? "–" }))
            .join(" · ")}
        </Notice>
      )}
      <AuditSearch onSearch={setAsked} />
      <PagedTable
        label={t("audit")}
        query={query}
        items={items}
        columns={columns}
        empty={t("noAudit")}
        emptyText={t("noAuditText")}
      />
      {opened && <AuditEntry entry={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
