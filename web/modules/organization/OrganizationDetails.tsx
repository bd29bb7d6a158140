import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { termMonths } from "@dutyloop/domain/organization/term-things.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { wordDate } from "../../app/frame/months.ts";
import { also } from "../../app/frame/search.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Organization.module.css";
import { People } from "./People.tsx";
import { Groups, Posts } from "./PostsAndGroups.tsx";
import { TermCard } from "./terms/TermCard.tsx";
import { organizationTexts } from "./texts.ts";
import { Children } from "./tree/Children.tsx";
import layout from "./tree/Details.module.css";
import { History } from "./tree/History.tsx";
import { RuleFindings } from "./tree/RuleFindings.tsx";
import { treeTexts } from "./tree/texts.ts";

type Props = { organization: Answer<"getOrganization">; on: string | undefined; today: string };

/** One organisation on a day: where it stands, its figures, what the rules find, posts, history, what lies below, people. */
export function OrganizationDetails({ organization, on, today }: Props) {
  const t = useTexts(organizationTexts);
  const tt = useTexts(treeTexts);
  const language = useLanguage();
  const may = useMay();
  const branch = isBranchKind(organization.kind);
  const day = on ?? today;
  const { id, validFrom, validTo, above, restriction, neutralName, boundTo, boundUntil, approval } = organization;
  const stands = validFrom <= day && (validTo === null || day <= validTo);
  const bound = [boundTo, boundUntil && tt("boundUntil", { date: wordDate(language, boundUntil) })];
  // Who they are: on the page of people, filtered as the number counts.
  const counted = (count: number, state: "FULL" | "PROBATIONARY") =>
    count > 0 && may("person.read") ? (
      <Link to="/people" search={also({ org: id, state })} className="figure-link">
        {count}
      </Link>
    ) : (
      count
    );
  const facts: [string, ReactNode][] = [
    [t("full"), counted(organization.fullMembers, "FULL")],
    [t("probationary"), counted(organization.probationaryMembers, "PROBATIONARY")],
    ...(branch ? [] : [[t("branches"), organization.branches] as [string, ReactNode]]),
    [t("classOf"), organization.class ?? t("noClass")],
    [t("since"), wordDate(language, validFrom)],
    ...(boundTo ? [[tt("boundTo"), bound.filter(Boolean).join(" · ")] as [string, ReactNode]] : []),
    ...(approval ? [[tt("approval"), approval] as [string, ReactNode]] : []),
  ];
  return (
    <>
      {!stands && <Notice>{t("notStanding", { date: wordDate(language, day) })}</Notice>}
      {stands && validTo !== null && <Notice tone="calm">{tt("ended", { date: wordDate(language, validTo) })}</Notice>}
      <Card>
        {above.length > 0 && (
          <ol className={layout.trail} aria-label={tt("above")}>
            {above.map((one) => (
              <li key={one.id}>
                <Link to="." search={also({ org: one.id })} className="link">
                  {one.name}
                </Link>
              </li>
            ))}
          </ol>
        )}
        {restriction && (
          <p className={layout.restricted}>
            <Tag shape="square">{tt(restriction)}</Tag>{" "}
            {neutralName && <span className="quiet">{tt("calledOutside", { name: neutralName })}</span>}
          </p>
        )}
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {organization.findings !== null && stands && <RuleFindings findings={organization.ruleFindings} />}
      {!on && stands && termMonths[organization.kind] !== null && <TermCard organization={organization} />}
      <div className={styles.pair}>
        <Posts organization={organization} />
        {branch ? <Groups organization={organization} /> : <History organization={organization} />}
      </div>
      {branch && <History organization={organization} />}
      {!branch && organization.kind !== "GROUP" && <Children key={`${id} ${on}`} organizationId={id} on={on} />}
      {may("person.read") && <People organizationId={id} on={on} />}
    </>
  );
}
