import { useNavigate, useSearch } from "@tanstack/react-router";
import { also, type PageSearch, without } from "../../../app/frame/search.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Empty } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { ChildrenTable } from "./ChildrenTable.tsx";
import { FactTable } from "./FactTable.tsx";
import styles from "./Score.module.css";
import type { Line, Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** The facts behind one line, each a way to its record; of a roll-up the organisations below. */
export function FactsTab({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const leaves = score.lines.filter(({ kind }) => kind === "leaf");
  const line = leaves.find(({ code }) => code === search.line) ?? leaves[0];
  if (!line) return <Empty title={t("noFacts")} text={t("noFactsText")} />;
  const childScheme = schemeBelow(line);
  const choose = (code: string) =>
    void navigate({
      to: ".",
      search: (now: PageSearch) => also({ tab: "facts", line: code })(without("fact")(now)),
      replace: true,
    });
  return (
    <div className={styles.stack}>
      <Choice
        label={t("chooseLine")}
        options={leaves.map(({ code, name, factCount }) => ({
          key: code,
          label: factCount > 0 ? `${words(name)} ${factCount}` : words(name),
        }))}
        value={line.code}
        onChange={choose}
      />
      {childScheme !== null ? (
        <ChildrenTable key={line.code} score={score} lineCode={line.code} childScheme={childScheme} />
      ) : (
        <FactTable key={line.code} score={score} lineCode={line.code} />
      )}
    </div>
  );
}

/** The scheme of the sheets below that a roll-up adds up; null for any other line. */
function schemeBelow({ arithmetic }: Line): string | null {
  return "origin" in arithmetic && arithmetic.origin.of === "rollup" ? arithmetic.origin.scheme : null;
}
