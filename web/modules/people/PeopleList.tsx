import { peopleList } from "@dutyloop/contract/lists/people.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { Empty } from "../../ui/States.tsx";
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
  const request = { params: { organizationId }, query: queryOf(filters) };
  const { query, items } = usePages("listPeople", request, { keep: true });
  return (
    <ListFrame
      name="listPeople"
      list={peopleList}
      asked={request}
      query={query}
      items={items}
      keys={viewKeys}
      idOf={({ id, organizationId: branch }) => `${id} ${branch}`}
      cells={cells}
      empty={<Empty title={t("nobody")} text={t("nobodyText")} />}
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

const viewKeys = ["q", "state", "post", "sort", "which", "on"] as const;

const cells = {
  name: (person: Item) => <PersonLink person={person} />,
  post: (person: Item) => <Posts person={person} />,
  belongs: (person: Item) => <span className="quiet">{belongs(person)}</span>,
};

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
