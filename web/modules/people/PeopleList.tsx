import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { type Column, PagedTable } from "../../ui/PagedTable.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { memberStateTexts, postTexts } from "../organization/texts.ts";
import styles from "./People.module.css";
import { peopleTexts } from "./texts.ts";
import { type Filters, queryOf } from "./use-filters.ts";

type Props = { organizationId: string; filters: Filters };
type Item = ReturnType<typeof usePages<"listPeople">>["items"][number];

/** People page by page: a table on a desk, cards on a phone. */
export function PeopleList({ organizationId, filters }: Props) {
  const t = useTexts(peopleTexts);
  const state = useTexts(memberStateTexts);
  const language = useLanguage();
  const request = { params: { organizationId }, query: queryOf(filters) };
  const { query, items } = usePages("listPeople", request, { keep: true });
  const columns: Column<Item>[] = [
    { title: t("name"), cell: (person) => <PersonLink person={person} /> },
    { title: t("number"), cell: ({ number }) => number ?? "–" },
    { title: t("state"), cell: ({ memberState }) => state(memberState) },
    { title: t("post"), cell: (person) => <Posts person={person} /> },
    { title: t("joinedOn"), cell: ({ joinedOn }) => (joinedOn ? wordDate(language, joinedOn) : "–") },
    { title: t("belongs"), cell: (person) => <span className="quiet">{belongs(person)}</span> },
  ];
  // A column of which nobody shown has anything says nothing.
  const idle = [
    ...(items.some(({ number }) => number !== null) ? [] : [t("number")]),
    ...(items.some(({ joinedOn }) => joinedOn !== null) ? [] : [t("joinedOn")]),
  ];
  return (
    <PagedTable
      label={t("list")}
      query={query}
      items={items}
      columns={columns.filter(({ title }) => !idle.includes(title))}
      empty={t("nobody")}
      emptyText={t("nobodyText")}
      card={(person) => (
        <>
          <span className={styles.what}>
            <b>
              <PersonLink person={person} />
            </b>
            <span>{state(person.memberState)}</span>
            <Posts person={person} />
          </span>
          <span className="note">{[person.number, belongs(person)].filter(Boolean).join(" · ")}</span>
        </>
      )}
    />
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
