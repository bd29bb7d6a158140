import { useQuery } from "@tanstack/react-query";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import styles from "./Admin.module.css";
import { countTexts } from "./count-texts.ts";
import { adminTexts } from "./texts.ts";

/** Version, what the group holds, and whether the loops keep up. */
export default function StatusPage() {
  const t = useTexts(adminTexts);
  const status = useQuery({ ...ask("getStatus", {}), refetchInterval: 10_000 });
  const count = useTexts(countTexts);
  // A newer server may count what this page has no word for yet.
  const nameOf = (key: string) => (isCounted(key) ? count(key) : key);
  const { data } = status;
  return (
    <Page title={t("status")} about={data && t("statusAbout", { version: data.version, group: data.group.name })}>
      <Loaded query={status} rows={6}>
        {({ counts, backlog }) => (
          <>
            <Card title={t("backlog")}>
              <Counts
                rows={[
                  [t("outbox"), backlog.outbox],
                  [t("oldestOutbox"), t("seconds", { count: backlog.oldestOutboxSeconds })],
                  [t("unsealedAudit"), backlog.unsealedAudit],
                  [t("oldestUnsealed"), t("seconds", { count: backlog.oldestUnsealedSeconds })],
                ]}
              />
            </Card>
            <Card title={t("counts")}>
              <Counts rows={Object.entries(counts).map(([key, value]) => [nameOf(key), value])} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function isCounted(key: string): key is keyof typeof countTexts.zh {
  return Object.hasOwn(countTexts.zh, key);
}

function Counts({ rows }: { rows: [string, string | number][] }) {
  return (
    <dl className={styles.counts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
