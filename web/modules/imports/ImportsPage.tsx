import { useState } from "react";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Denied } from "../../ui/States.tsx";
import { ImportHistory } from "./ImportHistory.tsx";
import styles from "./Imports.module.css";
import { ImportWizard } from "./ImportWizard.tsx";
import { importTexts } from "./texts.ts";
import type { ImportKind } from "./use-roster-import.ts";

/** A roster taken in at the organisation in view, and what was taken in before. */
export default function ImportsPage() {
  const t = useTexts(importTexts);
  const may = useMay();
  const { query } = useViewedOrganization();
  const [kind, setKind] = useState<ImportKind>("roster");
  if (!may("roster.import")) {
    return (
      <Page title={t("title")}>
        <Card>
          <Denied />
        </Card>
      </Page>
    );
  }
  return (
    <Page title={t("title")} about={query.data && t("about", { organization: query.data.name })}>
      <Loaded query={query} rows={8}>
        {({ id, name }) => (
          <div className={styles.page}>
            <ImportWizard key={`${id} ${kind}`} organization={{ id, name }} kind={kind} onKind={setKind} />
            <ImportHistory organizationId={id} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
