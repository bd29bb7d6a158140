import { termMonths } from "@dutyloop/domain/organization/term-things.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useView } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay, useSession } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Notice } from "../../ui/States.tsx";
import { AsOfDay } from "./AsOfDay.tsx";
import { FindOrganization } from "./FindOrganization.tsx";
import styles from "./Organization.module.css";
import { People } from "./People.tsx";
import { Groups, Posts } from "./PostsAndGroups.tsx";
import { Tree } from "./Tree.tsx";
import { TermCard } from "./terms/TermCard.tsx";
import { kindTexts, organizationTexts } from "./texts.ts";

/** The organisation in view: what it is, who holds which post, what lies below, who belongs to it. */
export default function OrganizationPage() {
  const t = useTexts(organizationTexts);
  const kind = useTexts(kindTexts);
  const language = useLanguage();
  const may = useMay();
  const { organizationId } = useView();
  const { today } = useSession();
  const asked = useSearch({ from: "__root__" }).on;
  const on = asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) && asked !== today ? asked : undefined;
  const query = useQuery({
    ...ask("getOrganization", { params: { organizationId: organizationId ?? "" }, query: on ? { on } : {} }),
    enabled: organizationId !== null && may("organization.read"),
    placeholderData: keepPreviousData,
  });
  const organization = query.data;
  const about = organization && t("about", { kind: kind(organization.kind), members: organization.members });
  return (
    <Page title={organization?.name ?? t("title")} about={about}>
      <div className={styles.bar}>
        <FindOrganization on={on} />
        <AsOfDay on={on} today={today} />
      </div>
      {on && <Notice tone="calm">{t("ofThen", { date: wordDate(language, on) })}</Notice>}
      <Loaded query={query} tall rows={3}>
        {(data) => {
          const branch = isBranchKind(data.kind);
          const day = on ?? today;
          const stands = data.validFrom <= day && (data.validTo === null || day <= data.validTo);
          const facts: [string, string | number][] = [
            [t("full"), data.fullMembers],
            [t("probationary"), data.probationaryMembers],
            ...(branch ? [] : [[t("branches"), data.branches] as [string, number]]),
            [t("classOf"), data.class ?? t("noClass")],
            [t("since"), wordDate(language, data.validFrom)],
          ];
          return (
            <>
              {!stands && <Notice>{t("notStanding", { date: wordDate(language, day) })}</Notice>}
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
              {!on && stands && termMonths[data.kind] !== null && <TermCard organization={data} />}
              {branch ? (
                <div className={styles.pair}>
                  <Posts organization={data} />
                  <Groups organization={data} />
                </div>
              ) : (
                <Card title={t("below")}>
                  <Tree key={on} root={data} on={on} />
                </Card>
              )}
              {may("person.read") && <People organizationId={data.id} on={on} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
