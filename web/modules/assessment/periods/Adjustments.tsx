import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../../app/api/queries.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Failed, Loading } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { signed } from "../score/signed.ts";
import { periodTexts } from "./texts.ts";

type Adjustment = Answer<"listAdjustments">["items"][number];

/** 以前期间调整 booked in the month in view: what arrived for periods that were closed already. */
export function Adjustments({ organizationId, period }: { organizationId: string; period: string }) {
  const t = useTexts(periodTexts);
  const wordPeriod = usePeriodWords();
  const { query, items } = usePages("listAdjustments", { params: { organizationId }, query: { period } });
  return (
    <Card title={t("adjustments")} note={t("adjustmentsNote", { period: wordPeriod(period) })}>
      {query.isPending && <Loading rows={2} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <p className="quiet">{t("noAdjustments")}</p>}
      {items.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th>{t("organization")}</th>
              <th>{t("earlier")}</th>
              <th className="right wide-only">{t("entries")}</th>
              <th className="right wide-only">{t("onBoard")}</th>
              <th className="right">{t("adjusted")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <Row key={`${one.organizationId} ${one.scheme.code} ${one.period}`} adjustment={one} />
            ))}
          </tbody>
        </table>
      )}
      <MorePages query={query} shown={items.length} />
    </Card>
  );
}

function Row({ adjustment }: { adjustment: Adjustment }) {
  const t = useTexts(periodTexts);
  const words = useWords();
  const wordPeriod = usePeriodWords();
  const { organizationId, organizationName, gone, scheme, period, change } = adjustment;
  return (
    <tr>
      <td>
        <Link to="." search={also({ score: organizationId, of: period, scheme: scheme.code })} className="link">
          {organizationName}
        </Link>{" "}
        {gone && <Tag>{t("gone")}</Tag>}
      </td>
      <td>
        {wordPeriod(period)} <span className="note">{words(scheme.name)}</span>
      </td>
      <td className="right wide-only">{adjustment.entries}</td>
      <td className="right wide-only">{adjustment.published ?? "–"}</td>
      <td className="right">
        {adjustment.adjusted ?? "–"} {change !== null && <b>{signed(change)}</b>}
      </td>
    </tr>
  );
}
