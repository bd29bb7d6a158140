import { Link } from "@tanstack/react-router";
import { usePages } from "../../../app/api/queries.ts";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Empty, Failed, Loading } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

type Props = { score: Score; lineCode: string; childScheme: string };

/** The organisations below that a roll-up adds up; each opens its own sheet. */
export function ChildrenTable({ score, lineCode, childScheme }: Props) {
  const t = useTexts(scoreTexts);
  const { organizationId, period, scheme, periodVersion } = score;
  const { query, items } = usePages("listScoreChildren", {
    params: { organizationId, period, lineCode },
    query: { scheme: scheme.code, version: periodVersion },
  });
  if (query.isPending) return <Loading rows={5} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (items.length === 0) return <Empty title={t("noChildren")} />;
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th>{t("organization")}</th>
            <th className="right wide-only">{t("members")}</th>
            <th className="right">{t("points")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((child) => (
            <tr key={child.organizationId}>
              <td>
                <Link
                  to="."
                  search={also({ score: child.organizationId, scheme: childScheme, tab: "how" })}
                  className="link"
                >
                  {child.organizationName}
                </Link>
              </td>
              <td className="right wide-only">{child.members}</td>
              <td className="right">
                {child.state === "scored" ? child.points : <Tag>{t(child.state)}</Tag>}{" "}
                <span className="faint">{t("ofMarks", { marks: child.fullMarks })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MorePages query={query} shown={items.length} />
    </>
  );
}
