import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import styles from "./Organization.module.css";
import { People } from "./People.tsx";
import { Groups, Posts } from "./PostsAndGroups.tsx";
import { Tree } from "./Tree.tsx";
import { kindTexts, organizationTexts } from "./texts.ts";

/** The organisation in view: what it is, who holds which post, what lies below, who belongs to it. */
export default function OrganizationPage() {
  const t = useTexts(organizationTexts);
  const kind = useTexts(kindTexts);
  const language = useLanguage();
  const may = useMay();
  const { query } = useViewedOrganization();
  const organization = query.data;
  const about = organization && t("about", { kind: kind(organization.kind), members: organization.members });
  return (
    <Page title={organization?.name ?? t("title")} about={about}>
      <Loaded query={query} tall rows={3}>
        {(data) => {
          const branch = isBranchKind(data.kind);
          const facts: [string, string | number][] = [
            [t("full"), data.fullMembers],
            [t("probationary"), data.probationaryMembers],
            ...(branch ? [] : [[t("branches"), data.branches] as [string, number]]),
            [t("classOf"), data.class ?? t("noClass")],
            [t("since"), wordDate(language, data.validFrom)],
          ];
          return (
            <>
              <Card>
                <dl className={styles.facts}>
                  {facts.map(([name, value]) => (
                    <div key={name}>
                      <dt>{name}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </Card>
              {branch ? (
                <div className={styles.pair}>
                  <Posts organization={data} />
                  <Groups organization={data} />
                </div>
              ) : (
                <Card title={t("below")}>
                  <Tree root={data} />
                </Card>
              )}
              {may("person.read") && <People organizationId={data.id} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
