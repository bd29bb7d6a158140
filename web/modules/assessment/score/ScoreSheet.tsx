import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { Refusal } from "../../../app/api/refusal.ts";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { ChangesTab } from "./ChangesTab.tsx";
import { DisputesTab } from "./DisputesTab.tsx";
import { FactsTab } from "./FactsTab.tsx";
import { HowTab } from "./HowTab.tsx";
import { MeanTab } from "./MeanTab.tsx";
import { MissingTab } from "./MissingTab.tsx";
import { ScoreHead } from "./ScoreHead.tsx";
import { scoreTexts } from "./texts.ts";

export type Score = Answer<"getScore">;
export type Line = Score["lines"][number];
type Props = {
  organizationId: string;
  period: string;
  /** The page around it picks the period. */
  inPage?: boolean;
};

/** The score of one organisation in a period, explained to the last digit. */
export function ScoreSheet({ organizationId, period, inPage = false }: Props) {
  const t = useTexts(scoreTexts);
  const { scheme, version } = useSearch({ from: "__root__" });
  const query = { ...(scheme ? { scheme } : {}), ...(version ? { version: Number(version) } : {}) };
  const score = useQuery(ask("getScore", { params: { organizationId, period }, query }));
  if (score.error instanceof Refusal && score.error.code === "score.none_yet") {
    return <Empty title={t("noneYet")} text={t("noneYetText")} />;
  }
  return (
    <Loaded query={score} rows={8}>
      {(data) => <Sheet score={data} inPage={inPage} />}
    </Loaded>
  );
}

const ofLines = ["how", "facts", "changes", "missing"] as const;
const ofMean = ["how", "changes"] as const;
type TabName = (typeof ofLines)[number] | "disputes";

function Sheet({ score, inPage }: { score: Score; inPage: boolean }) {
  const t = useTexts(scoreTexts);
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const tabs: readonly TabName[] = [
    ...(score.mean ? ofMean : ofLines),
    ...(!score.mean && may("dispute.read") ? (["disputes"] as const) : []),
  ];
  const tab = tabs.find((name) => name === search.tab) ?? "how";
  return (
    <>
      <ScoreHead score={score} inPage={inPage} />
      <Tabs
        label={t("tabs")}
        panelId="score-panel"
        options={tabs.map((key) => ({ key, label: t(key) }))}
        value={tab}
        onChange={(key) => void navigate({ to: ".", search: also({ tab: key }), replace: true })}
      />
      <div id="score-panel" role="tabpanel" aria-labelledby={`score-panel-${tab}`}>
        {tab === "how" && (score.mean ? <MeanTab score={score} mean={score.mean} /> : <HowTab score={score} />)}
        {tab === "facts" && <FactsTab score={score} />}
        {tab === "changes" && <ChangesTab score={score} />}
        {tab === "missing" && <MissingTab score={score} />}
        {tab === "disputes" && <DisputesTab score={score} />}
      </div>
    </>
  );
}
