import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordFinding } from "@dutyloop/contract/messages/finding-words.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { Shape } from "../../../ui/Shape.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Details.module.css";
import { treeTexts } from "./texts.ts";

type Finding = Answer<"getOrganization">["ruleFindings"][number];

/** What the rules of its kind find, with the rule and how binding it is. */
export function RuleFindings({ findings }: { findings: readonly Finding[] }) {
  const t = useTexts(treeTexts);
  const language = useLanguage();
  return (
    <Card title={t("check")}>
      {findings.length === 0 ? (
        <p className={styles.fits}>
          <Shape name="tick" />
          {t("fits")}
        </p>
      ) : (
        <ul className={styles.findings}>
          {findings.map(({ rule, strength, code, values, group }) => {
            const sentence = wordFinding(language, code, values);
            return (
              <li key={`${code} ${group?.id} ${JSON.stringify(values)}`}>
                <Tag tone={strength === "must" ? "warn" : "neutral"} shape={strength === "must" ? "diamond" : "square"}>
                  {t(strength)}
                </Tag>
                <span>{group ? t("findingAbout", { group: group.name, sentence }) : sentence}</span>
                <span className="note">{rule}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
