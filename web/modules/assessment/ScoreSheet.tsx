import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { Refusal } from "../../app/api/refusal.ts";
import { also } from "../../app/frame/search.ts";
import { useView } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { Empty } from "../../ui/States.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { FactsTab } from "./FactsTab.tsx";
import { HowTab } from "./HowTab.tsx";
import { MissingTab } from "./MissingTab.tsx";
import styles from "./Score.module.css";
import { scoreTexts } from "./texts.ts";

export type Score = Answer<"getScore">;
const tabs = ["how", "facts", "missing"] as const;

/** The score of one organisation in the month in view, explained to the last digit. */
export function ScoreSheet({ organizationId }: { organizationId: string }) {
  const t = useTexts(scoreTexts);
  const { period } = useView();
  const score = useQuery(ask("getScore", { params: { organizationId, period } }));
  if (score.error instanceof Refusal && score.error.code === "score.none_yet") {
    return <Empty title={t("noneYet")} text={t("noneYetText")} />;
  }
  return (
    <Loaded query={score} rows={8}>
      {(data) => <Sheet score={data} />}
    </Loaded>
  );
}

function Sheet({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const tab = tabs.find((name) => name === search.tab) ?? "how";
  const whole = Number(score.coverage) >= 100;
  return (
    <>
      <div className={styles.head}>
        <h1>{score.organizationName}</h1>
        <span className={styles.total}>{score.total ?? t("noTotal")}</span>
        <Tag tone={whole ? "good" : "warn"} shape={whole ? "tick" : "diamond"}>
          {t("coverage", { percent: score.coverage })}
        </Tag>
        <Tag>{t(score.state)}</Tag>
        {score.rank !== null && score.rankedOf !== null && (
          <span className="quiet">{t("rank", { rank: score.rank, of: score.rankedOf })}</span>
        )}
        {score.previousTotal !== null && <span className="quiet">{t("previous", { total: score.previousTotal })}</span>}
      </div>
      <Tabs
        label={t("tabs")}
        panelId="score-panel"
        options={tabs.map((key) => ({ key, label: t(key) }))}
        value={tab}
        onChange={(key) => void navigate({ to: ".", search: also({ tab: key }), replace: true })}
      />
      <div id="score-panel" role="tabpanel" aria-labelledby={`score-panel-${tab}`}>
        {tab === "how" && <HowTab score={score} />}
        {tab === "facts" && <FactsTab score={score} />}
        {tab === "missing" && <MissingTab score={score} />}
      </div>
    </>
  );
}
