import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { memberStateTexts, postTexts } from "../organization/texts.ts";
import styles from "./People.module.css";
import { peopleTexts } from "./texts.ts";
import { type Filters, queryOf } from "./use-filters.ts";

type Props = { organizationId: string; filters: Filters };
type Item = ReturnType<typeof usePages<"listPeople">>["items"][number];

/** A table on a desk, cards on a phone; both page by page. */
export function PeopleList({ organizationId, filters }: Props) {
  const t = useTexts(peopleTexts);
  const state = useTexts(memberStateTexts);
  const language = useLanguage();
  const request = { params: { organizationId }, query: queryOf(filters) };
  const { query, items } = usePages("listPeople", request, { keep: true });
  return (
    <Card>
      {query.isPending && <Loading rows={8} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <Empty title={t("nobody")} />}
      {items.length > 0 && (
        <>
          <table className={`table ${styles.wide}`} aria-label={t("list")}>
            <thead>
              <tr>
                <th>{t("name")}</th>
                <th>{t("number")}</th>
                <th>{t("state")}</th>
                <th>{t("post")}</th>
                <th>{t("joinedOn")}</th>
                <th>{t("belongs")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((person) => (
                <tr key={person.id}>
                  <td>
                    <PersonLink person={person} />
                  </td>
                  <td className="quiet">{person.number ?? "–"}</td>
                  <td>{state(person.memberState)}</td>
                  <td>
                    <Posts person={person} />
                  </td>
                  <td className="nowrap">{person.joinedOn ? wordDate(language, person.joinedOn) : "–"}</td>
                  <td className="quiet">{belongs(person)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ul className={styles.cards} aria-label={t("list")}>
            {items.map((person) => (
              <li key={person.id} className={styles.person}>
                <span className={styles.first}>
                  <b>
                    <PersonLink person={person} />
                  </b>
                  <span>{state(person.memberState)}</span>
                  <Posts person={person} />
                </span>
                <span className="note">{[person.number, belongs(person)].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <MorePages query={query} shown={items.length} />
    </Card>
  );
}

function PersonLink({ person: { id, name } }: { person: Item }) {
  return (
    <Link to="/people/$personId" params={{ personId: id }} className="link">
      {name}
    </Link>
  );
}

function Posts({ person }: { person: Item }) {
  const t = useTexts(peopleTexts);
  const post = useTexts(postTexts);
  return (
    <>
      {person.posts.map((one) => post(one)).join(" · ")}{" "}
      {person.doubleDuty && <Tag tone="brand">{t("doubleDuty")}</Tag>}
    </>
  );
}

function belongs({ organizationName, groupName }: Item): string {
  return [organizationName, groupName].filter(Boolean).join(" · ");
}
