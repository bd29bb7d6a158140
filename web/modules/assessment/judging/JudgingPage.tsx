import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay, useSession } from "../../../app/session/session.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { BoardFilters } from "../board/BoardFilters.tsx";
import { gated } from "../gated.tsx";
import { GivenList } from "./GivenList.tsx";
import { type JudgedIndicator, JudgedList } from "./JudgedList.tsx";
import { Judges } from "./Judges.tsx";
import { judgedBySelf } from "./judge-time.ts";
import { judgingTexts } from "./texts.ts";

/** What the signed-in judge was named for: one list of organisations for each indicator, to be marked one by one. */
function JudgingPage() {
  const t = useTexts(judgingTexts);
  const wordPeriod = usePeriodWords();
  const { organizationId, periodName } = useView();
  const { today } = useSession();
  const names = useMay()("scheme.manage");
  const judges = useQuery(ask("listJudges", { params: { organizationId: organizationId ?? "" } }));
  return (
    <AssessmentPage title={t("title")} about={t("about", { period: wordPeriod(periodName) })} narrow>
      <Loaded query={judges} rows={4}>
        {({ items }) => {
          const own = judgedBySelf(items, today);
          if (own.length === 0) return names ? null : <Empty title={t("notNamed")} text={t("notNamedText")} />;
          return (
            <>
              <BoardFilters schemes={[]} scheme="" />
              <Indicators indicators={own} organizationId={organizationId ?? ""} period={periodName} />
            </>
          );
        }}
      </Loaded>
      {names && <Judges organizationId={organizationId ?? ""} />}
    </AssessmentPage>
  );
}

type Props = { indicators: readonly JudgedIndicator[]; organizationId: string; period: string };

function Indicators({ indicators, organizationId, period }: Props) {
  const t = useTexts(judgingTexts);
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const words = useWords();
  const chosen = indicators.find(({ indicatorCode }) => indicatorCode === search.subject) ?? indicators[0];
  if (chosen === undefined) return null;
  return (
    <>
      {indicators.length > 1 && (
        <Choice
          label={t("indicator")}
          options={indicators.map(({ indicatorCode, indicatorName }) => ({
            key: indicatorCode,
            label: words(indicatorName),
          }))}
          value={chosen.indicatorCode}
          onChange={(subject) => void navigate({ to: ".", search: also({ subject }) })}
        />
      )}
      <JudgedList key={`${chosen.indicatorCode} ${period}`} {...{ indicator: chosen, organizationId, period }} />
      <GivenList {...{ indicatorCode: chosen.indicatorCode, organizationId, period }} />
    </>
  );
}

export default gated("judging", JudgingPage);
