import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { helpAddress } from "../../../ui/help-address.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import type { ShapeName } from "../../../ui/Shape.tsx";
import { Notice } from "../../../ui/States.tsx";
import { Tag, type Tone } from "../../../ui/Tag.tsx";
import styles from "./Health.module.css";
import { healthTexts } from "./health-texts.ts";
import { chapterOfCheck, type Finding, saidOf } from "./health-words.ts";
import { statusTexts } from "./texts.ts";

const looks: Record<Finding["state"], { tone: Tone; shape: ShapeName }> = {
  bad: { tone: "warn", shape: "diamond" },
  warn: { tone: "warn", shape: "up" },
  good: { tone: "good", shape: "tick" },
};

/** How the installation is: what is wrong stands first, each with what to do. */
export function HealthView() {
  const t = useTexts(statusTexts);
  const language = useLanguage();
  const health = useQuery({ ...ask("getHealth", {}), refetchInterval: 10_000 });
  return (
    <Loaded query={health} rows={8}>
      {({ items, version, node, lookedAt }) => {
        const wrong = items.filter(({ state }) => state !== "good");
        return (
          <div className={styles.cards}>
            {wrong.length === 0 ? (
              <Notice tone="good">{t("allFine")}</Notice>
            ) : (
              <Card title={t("wrong")} note={t("wrongCount", { count: wrong.length })}>
                <Findings items={wrong} />
              </Card>
            )}
            <Card title={t("fine")} note={t("lookedAt", { time: wordInstant(language, lookedAt), version, node })}>
              <Findings items={items.filter(({ state }) => state === "good")} />
            </Card>
          </div>
        );
      }}
    </Loaded>
  );
}

function Findings({ items }: { items: readonly Finding[] }) {
  const t = useTexts(statusTexts);
  const word = useTexts(healthTexts);
  const language = useLanguage();
  return (
    <ul className={styles.findings}>
      {items.map((finding) => {
        const { check, state } = finding;
        return (
          <li key={check}>
            <Tag {...looks[state]}>{word(state)}</Tag>
            <div>
              <h3>{word(check)}</h3>
              <p>{saidOf(language, finding)}</p>
              {state !== "good" && (
                <p className={styles.todo}>
                  <strong>{t("howTo")}</strong> {word(`${check}_todo`)}{" "}
                  <a
                    className="link"
                    href={helpAddress(language, chapterOfCheck[check])}
                    target="_blank"
                    rel="noopener"
                    aria-label={t("readMoreOf", { name: word(check) })}
                  >
                    {t("readMore")}
                  </a>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
