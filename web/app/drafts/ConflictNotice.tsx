import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { useTexts } from "../language/texts.ts";
import styles from "./Drafts.module.css";
import { draftTexts } from "./texts.ts";
import type { TextDraft } from "./use-text-draft.ts";

const scrolledByKeys = { tabIndex: 0 };

/** Two texts of one draft, side by side; lines that only one of them has are marked. Nothing is lost before one is chosen. */
export function ConflictNotice({ draft }: { draft: TextDraft }) {
  const t = useTexts(draftTexts);
  const { theirs, text, keepMine, takeTheirs } = draft;
  if (!theirs) return null;
  return (
    <Card title={t("differsTitle")}>
      <p role="alert">{t("differsAbout", { revision: theirs.revision })}</p>
      <div className={styles.both}>
        <Side label={t("mine")} text={text} other={theirs.text} act={t("keepMine")} onChoose={keepMine} />
        <Side label={t("theirs")} text={theirs.text} other={text} act={t("takeTheirs")} onChoose={takeTheirs} />
      </div>
    </Card>
  );
}

type SideProps = { label: string; text: string; other: string; act: string; onChoose: () => void };

function Side({ label, text, other, act, onChoose }: SideProps) {
  const elsewhere = new Set(other.split("\n"));
  const lines = text.split("\n").map((line, at) => ({ line, at }));
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <pre className={styles.text} {...scrolledByKeys}>
        {lines.map(({ line, at }) =>
          elsewhere.has(line) ? (
            `${line}\n`
          ) : (
            <mark key={at} className={styles.here}>
              {line}
              {"\n"}
            </mark>
          ),
        )}
      </pre>
      <Button onClick={onChoose}>{act}</Button>
    </section>
  );
}
