import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import styles from "./Organization.module.css";
import { organizationTexts, postTexts } from "./texts.ts";

type Organization = Answer<"getOrganization">;

export function Posts({ organization }: { organization: Organization }) {
  const t = useTexts(organizationTexts);
  const post = useTexts(postTexts);
  const language = useLanguage();
  return (
    <Card title={t("posts")}>
      {organization.posts.length === 0 ? (
        <p className="quiet">{t("noPosts")}</p>
      ) : (
        <ul className={styles.lines}>
          {organization.posts.map((one) => (
            <li key={`${one.post} ${one.personId}`}>
              <span className="quiet">{post(one.post)}</span>
              <span>{one.personName ?? t("nameHidden")}</span>
              <span className={`note ${styles.end}`}>{t("from", { date: wordDate(language, one.validFrom) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function Groups({ organization }: { organization: Organization }) {
  const t = useTexts(organizationTexts);
  return (
    <Card title={t("groups")}>
      {organization.groups.length === 0 ? (
        <p className="quiet">{t("noGroups")}</p>
      ) : (
        <ul className={styles.lines}>
          {organization.groups.map(({ id, name, members }) => (
            <li key={id}>
              <span>{name}</span>
              <span className={`quiet ${styles.end}`}>{t("groupMembers", { count: members })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
