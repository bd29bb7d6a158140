import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { usePages } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Empty, Failed, Loading } from "../../../ui/States.tsx";
import { FactRow } from "./FactRow.tsx";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

export type Fact = Answer<"listScoreFacts">["items"][number];
type Props = { score: Score; lineCode: string };

export function FactTable({ score, lineCode }: Props) {
  const t = useTexts(scoreTexts);
  const may = useMay();
  const { organizationId, period, scheme, periodVersion } = score;
  const { query, items } = usePages("listScoreFacts", {
    params: { organizationId, period, lineCode },
    query: { scheme: scheme.code, version: periodVersion },
  });
  if (query.isPending) return <Loading rows={5} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (items.length === 0) return <Empty title={t("noFacts")} text={t("noFactsText")} />;
  const disputable = score.periodState === "publicity" && may("dispute.raise");
  const reversed = new Set(items.map(({ corrects }) => corrects));
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th>{t("item")}</th>
            <th>{t("happened")}</th>
            <th className="wide-only">{t("counts")}</th>
            <th className="right">{t("figure")}</th>
            <th>{t("marks")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((fact) => (
            <FactRow
              key={fact.id}
              fact={fact}
              lineCode={lineCode}
              reversed={reversed.has(fact.id)}
              disputable={disputable}
            />
          ))}
        </tbody>
      </table>
      <MorePages query={query} shown={items.length} />
    </>
  );
}
