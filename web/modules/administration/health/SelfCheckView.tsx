import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { helpAddress } from "../../../ui/help-address.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import type { ShapeName } from "../../../ui/Shape.tsx";
import { TableOrCards } from "../../../ui/TableOrCards.tsx";
import { Tag, type Tone } from "../../../ui/Tag.tsx";
import styles from "./Health.module.css";
import { chapterOfLine, proofOf, type SelfCheckLine } from "./health-words.ts";
import { selfCheckTexts } from "./self-check-texts.ts";
import { statusTexts } from "./texts.ts";

const looks: Record<SelfCheckLine["result"], { tone: Tone; shape: ShapeName }> = {
  fail: { tone: "warn", shape: "diamond" },
  operator: { tone: "neutral", shape: "square" },
  pass: { tone: "good", shape: "tick" },
};
const order = Object.keys(looks);

/** 等保自查: what doesn't hold stands first, what only the operator can prove says where to look. */
export function SelfCheckView() {
  const t = useTexts(statusTexts);
  const word = useTexts(selfCheckTexts);
  const language = useLanguage();
  const check = useQuery(ask("getSelfCheck", {}));
  const proof = (line: SelfCheckLine) => {
    const chapter = chapterOfLine(line);
    return (
      <>
        {proofOf(language, line)}{" "}
        {chapter && (
          <a
            className="link"
            href={helpAddress(language, chapter)}
            target="_blank"
            rel="noopener"
            aria-label={t("readMoreOf", { name: word(line.item) })}
          >
            {t("readMore")}
          </a>
        )}
      </>
    );
  };
  return (
    <Loaded query={check} rows={8}>
      {({ items }) => {
        const count = (result: SelfCheckLine["result"]) => items.filter((line) => line.result === result).length;
        const summary = { pass: count("pass"), fail: count("fail"), operator: count("operator") };
        return (
          <Card title={t("summary", summary)}>
            <p className={styles.about}>{t("selfCheckAbout")}</p>
            <TableOrCards
              label={t("selfCheck")}
              items={items.toSorted((one, other) => order.indexOf(one.result) - order.indexOf(other.result))}
              idOf={({ item }) => item}
              columns={[
                {
                  key: "result",
                  title: t("result"),
                  cell: ({ result }) => <Tag {...looks[result]}>{t(result)}</Tag>,
                },
                { key: "control", title: t("control"), cell: ({ control }) => word(control) },
                { key: "item", title: t("item"), cell: ({ item }) => word(item) },
                { key: "proof", title: t("proof"), cell: proof },
              ]}
            />
          </Card>
        );
      }}
    </Loaded>
  );
}
