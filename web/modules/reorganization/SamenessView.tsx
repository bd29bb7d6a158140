import { useTexts } from "../../app/language/texts.ts";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Effects.module.css";
import type { Effects } from "./EffectsView.tsx";
import { effectTexts } from "./effect-texts.ts";

type Props = { sameness: Effects["sameness"]; hasBranches: boolean };
const checks = [
  ["organization", "organizationSame"],
  ["leaders", "leadersSame"],
  ["rules", "rulesSame"],
  ["assessment", "assessmentSame"],
] as const;
const most = 5;

/** 四同 over the branches that begin, each with why it doesn't hold. */
export function SamenessView({ sameness, hasBranches }: Props) {
  const t = useTexts(effectTexts);
  if (!hasBranches) return null;
  return (
    <section className={styles.sameness}>
      <h3>{t("sameness")}</h3>
      <ul className={styles.list}>
        {checks.map(([check, words]) => {
          const reasons = sameness.reasons.filter((reason) => reason.check === check);
          return (
            <li key={check}>
              <Tag tone={sameness[check] ? "good" : "warn"} shape={sameness[check] ? "tick" : "diamond"}>
                {t(sameness[check] ? "holds" : "holdsNot")}
              </Tag>
              <span>{t(words)}</span>
              {reasons.slice(0, most).map(({ organization, code }) => (
                <span key={organization.id} className="note">
                  {t("reason", { organization: organization.name, words: t(code) })}
                </span>
              ))}
              {reasons.length > most && <span className="note">{t("reasonsMore", { count: reasons.length })}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
