import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import styles from "./Standards.module.css";
import { standardsTexts } from "./texts.ts";

type Guide = Answer<"getTemplate">["body"]["guides"][number];

/** Guides where they are needed: closed until somebody wants one, so that they take no room from the work. */
export function GuidePanel({ guides }: { guides: readonly Guide[] }) {
  const t = useTexts(standardsTexts);
  if (guides.length === 0) return null;
  return (
    <Card title={t("guides")}>
      <GuideList guides={guides} />
    </Card>
  );
}

/** Each guide under its title, closed. */
export function GuideList({ guides }: { guides: readonly Guide[] }) {
  const words = useWords();
  return (
    <div className={styles.guides}>
      {guides.map((guide) => (
        <details key={guide.code}>
          <summary>{words(guide.title)}</summary>
          <p>{words(guide.text)}</p>
        </details>
      ))}
    </div>
  );
}
