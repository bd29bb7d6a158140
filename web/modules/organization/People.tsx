import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";
import { memberStateTexts, organizationTexts, postTexts } from "./texts.ts";

/** People of the organisation and below, page by page; each leads to his own page. */
export function People({ organizationId, on }: { organizationId: string; on: string | undefined }) {
  const t = useTexts(organizationTexts);
  const state = useTexts(memberStateTexts);
  const post = useTexts(postTexts);
  const { query, items } = usePages("listPeople", { params: { organizationId }, query: on ? { on } : {} });
  return (
    <Card title={t("people")}>
      {query.isPending && <Loading rows={8} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <Empty title={t("noPeople")} text={t("noPeopleText")} />}
      {items.length > 0 && (
        <table className="table" aria-label={t("people")}>
          <thead>
            <tr>
              <th>{t("name")}</th>
              <th>{t("state")}</th>
              <th>{t("post")}</th>
              <th className="wide-only">{t("belongs")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((person) => (
              <tr key={person.id}>
                <td className="nowrap">
                  <Link to="/people/$personId" params={{ personId: person.id }} className="link">
                    {person.name}
                  </Link>
                </td>
                <td>{state(person.memberState)}</td>
                <td>{person.posts.map((one) => post(one)).join(" · ")}</td>
                <td className="wide-only quiet">
                  {[person.organizationName, person.groupName].filter(Boolean).join(" · ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MorePages query={query} shown={items.length} />
    </Card>
  );
}
