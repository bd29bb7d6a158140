import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useView } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay, useSession } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, Notice } from "../../ui/States.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { AsOfDay } from "./AsOfDay.tsx";
import { FindOrganization } from "./FindOrganization.tsx";
import styles from "./Organization.module.css";
import { OrganizationDetails } from "./OrganizationDetails.tsx";
import { kindTexts, organizationTexts } from "./texts.ts";
import layout from "./tree/Details.module.css";
import { OrganizationActs } from "./tree/OrganizationActs.tsx";
import { OrganizationTree } from "./tree/OrganizationTree.tsx";
import { treeTexts } from "./tree/texts.ts";

/** The tree of a day, and the organisation in view: what it is, who holds which post, what lies below, who belongs to it. */
export default function OrganizationPage() {
  const t = useTexts(organizationTexts);
  const tt = useTexts(treeTexts);
  const kind = useTexts(kindTexts);
  const language = useLanguage();
  const may = useMay();
  const { organizationId, show } = useView();
  const { today } = useSession();
  const asked = useSearch({ from: "__root__" }).on;
  const on = asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) && asked !== today ? asked : undefined;
  const [shown, setShown] = useState<"details" | "tree">("details");
  const [changes, setChanges] = useState(0);
  const query = useQuery({
    ...ask("getOrganization", { params: { organizationId: organizationId ?? "" }, query: on ? { on } : {} }),
    enabled: organizationId !== null && may("organization.read"),
    placeholderData: keepPreviousData,
  });
  const organization = query.data;
  const about = organization && t("about", { kind: kind(organization.kind), members: organization.members });
  const done = (id?: string) => {
    setChanges(changes + 1);
    if (id) void show({ org: id });
  };
  return (
    <Page
      title={organization?.name ?? t("title")}
      about={about}
      action={
        organization && !on && <OrganizationActs key={organization.id} organization={organization} onDone={done} />
      }
    >
      <div className={styles.bar}>
        <FindOrganization on={on} />
        <AsOfDay on={on} today={today} />
      </div>
      {on && <Notice tone="calm">{t("ofThen", { date: wordDate(language, on) })}</Notice>}
      <div className={layout.switch}>
        <Choice
          label={tt("show")}
          options={[
            { key: "details", label: tt("details") },
            { key: "tree", label: tt("tree") },
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      <div className={layout.layout} data-shown={shown}>
        <div className={layout.pane}>
          <Card title={tt("tree")}>
            <OrganizationTree
              on={on}
              changes={changes}
              chosen={organizationId}
              above={organization && organization.id === organizationId ? revealing(organization) : []}
              onChoose={(id) => {
                setShown("details");
                void show({ org: id });
              }}
            />
          </Card>
        </div>
        <div className={layout.details}>
          {organizationId === null ? (
            <Empty title={t("noneChosen")} text={t("noneChosenText")} />
          ) : (
            <Loaded query={query} tall rows={3}>
              {(data) => <OrganizationDetails organization={data} on={on} today={today} />}
            </Loaded>
          )}
        </div>
      </div>
    </Page>
  );
}

/** What opens in the tree by itself: everything above the organisation in view; the top itself, where that is in view. */
function revealing({ id, above }: { id: string; above: readonly { id: string }[] }): string[] {
  return above.length > 0 ? above.map((one) => one.id) : [id];
}
