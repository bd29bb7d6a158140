import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { VoteLines } from "./form/VoteLines.tsx";
import styles from "./Result.module.css";
import { recordTexts } from "./texts.ts";

type Resolution = Answer<"getRecord">["resolutions"][number];

/** Each resolution with its arithmetic: expected, present, needed, and what follows. */
export function Resolutions({ resolutions }: { resolutions: readonly Resolution[] }) {
  const t = useTexts(recordTexts);
  if (resolutions.length === 0) return null;
  return (
    <Card title={t("resolutions")}>
      <ul className={styles.list}>
        {resolutions.map((one) => (
          <li key={one.title} className={styles.vote}>
            <b>{one.title}</b>
            <Tag tone={one.valid && one.passed ? "good" : "warn"} shape={one.valid && one.passed ? "tick" : "diamond"}>
              {t(!one.valid ? "invalid" : one.passed ? "passedVote" : "rejectedVote")}
            </Tag>
            <VoteLines vote={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
