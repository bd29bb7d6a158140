import { organizationsList } from "@dutyloop/contract/lists/organizations.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../../app/api/queries.ts";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { Shape } from "../../../ui/Shape.tsx";
import { KindNote } from "../KindNote.tsx";
import styles from "./Details.module.css";
import { treeTexts } from "./texts.ts";

/** The organisations directly below, with their numbers of the day. */
export function Children({ organizationId, on }: { organizationId: string; on: string | undefined }) {
  const t = useTexts(treeTexts);
  const asked = { query: { parentId: organizationId, limit: 25, ...(on ? { on } : {}) } };
  const { query, items } = usePages("listOrganizations", asked);
  return (
    <ListFrame
      title={t("below")}
      name="listOrganizations"
      list={organizationsList}
      asked={asked}
      query={query}
      items={items}
      idOf={({ id }) => id}
      cells={cells}
      card={(one) => <ChildCard organization={one} />}
      empty={<p className="quiet">{t("noneBelow")}</p>}
    />
  );
}

type Item = ReturnType<typeof usePages<"listOrganizations">>["items"][number];

const cells = {
  name: (one: Item) => (
    <>
      <ChildLink organization={one} /> <KindNote organization={one} />
    </>
  ),
  findings: ({ findings }: Item) => <Findings count={findings} />,
};

function ChildLink({ organization: { id, name } }: { organization: Item }) {
  return (
    <Link to="." search={also({ org: id })} className="link">
      {name}
    </Link>
  );
}

function Findings({ count }: { count: number | null }) {
  const t = useTexts(treeTexts);
  if (count === null || count === 0) return <span className="faint">–</span>;
  return (
    <span className={styles.mark}>
      <Shape name="diamond" />
      <span className="sr">{t("findings", { count })}</span>
      <span aria-hidden="true">{count}</span>
    </span>
  );
}

/** On a phone: name, kind, and who belongs there. */
function ChildCard({ organization: one }: { organization: Item }) {
  const t = useTexts(treeTexts);
  return (
    <>
      <span className={styles.child}>
        <ChildLink organization={one} />
        <KindNote organization={one} />
        {one.findings !== null && one.findings > 0 && <Findings count={one.findings} />}
      </span>
      <span className="quiet">
        {isBranchKind(one.kind)
          ? t("membersOf", { count: one.members })
          : t("belowCount", { branches: one.branches, members: one.members })}
      </span>
    </>
  );
}
