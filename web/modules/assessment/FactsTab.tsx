import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { wordDay } from "../../app/frame/months.ts";
import { also } from "../../app/frame/search.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { MorePages } from "../../ui/MorePages.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { useFactKind } from "./fact-kind.ts";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** The facts behind one line; each leads to the record it comes from. */
export function FactsTab({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const leaves = score.lines.filter(({ kind }) => kind === "leaf");
  const line = leaves.find(({ code }) => code === search.line) ?? leaves[0];
  if (!line) return <Empty title={t("noFacts")} text={t("noFactsText")} />;
  return (
    <div className={styles.stack}>
      <Choice
        label={t("chooseLine")}
        options={leaves.map(({ code, name }) => ({ key: code, label: words(name) }))}
        value={line.code}
        onChange={(code) => void navigate({ to: ".", search: also({ tab: "facts", line: code }), replace: true })}
      />
      <FactTable key={line.code} score={score} lineCode={line.code} />
    </div>
  );
}

function FactTable({ score, lineCode }: { score: Score; lineCode: string }) {
  const t = useTexts(scoreTexts);
  const { organizationId, period } = score;
  const { query, items } = usePages("listScoreFacts", { params: { organizationId, period, lineCode } });
  if (query.isPending) return <Loading rows={5} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (items.length === 0) return <Empty title={t("noFacts")} text={t("noFactsText")} />;
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th>{t("item")}</th>
            <th>{t("happened")}</th>
            <th className="wide-only">{t("counts")}</th>
            <th className="right">{t("figure")}</th>
            <th>{t("timeliness")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((fact) => (
            <FactRow key={fact.id} fact={fact} />
          ))}
        </tbody>
      </table>
      <MorePages query={query} shown={items.length} />
    </>
  );
}

type Fact = ReturnType<typeof usePages<"listScoreFacts">>["items"][number];

function FactRow({ fact }: { fact: Fact }) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const words = useWords();
  const kind = useFactKind();
  const what = [fact.templateName && words(fact.templateName), fact.subjectName].filter(Boolean).join(" · ");
  const title = what === "" ? kind(fact.kind) : what;
  const { recordId } = fact;
  return (
    <tr>
      <td>
        {recordId ? (
          <Link to="." search={also({ record: recordId })} className="link">
            {title}
          </Link>
        ) : (
          title
        )}
        {what !== "" && <div className="note">{kind(fact.kind)}</div>}
      </td>
      <td>{wordDay(language, fact.occurredOn)}</td>
      <td className="wide-only">{wordDay(language, fact.countsOn)}</td>
      <td className="right">{fact.base === null ? fact.quantity : `${fact.quantity} / ${fact.base}`}</td>
      <td>
        {fact.sign < 0 && <Tag>{t("reversed")}</Tag>}
        {fact.timeliness === "on_time" && (
          <Tag tone="good" shape="tick">
            {t("on_time")}
          </Tag>
        )}
        {fact.timeliness === "late" && (
          <Tag tone="warn" shape="diamond">
            {t("late")}
          </Tag>
        )}
      </td>
    </tr>
  );
}
