import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../../app/api/queries.ts";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Shape } from "../../../ui/Shape.tsx";
import { Failed, Loading } from "../../../ui/States.tsx";
import { KindNote } from "../KindNote.tsx";
import styles from "./Details.module.css";
import { treeTexts } from "./texts.ts";

/** The organisations directly below, with their numbers of the day. */
export function Children({ organizationId, on }: { organizationId: string; on: string | undefined }) {
  const t = useTexts(treeTexts);
  const { query, items } = usePages("listOrganizations", {
    query: { parentId: organizationId, limit: 12, ...(on ? { on } : {}) },
  });
  return (
    <Card title={t("below")}>
      {query.isPending && <Loading rows={3} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <p className="quiet">{t("noneBelow")}</p>}
      {items.length > 0 && (
        <ul className={styles.children}>
          {items.map((one) => (
            <li key={one.id}>
              <Link to="." search={also({ org: one.id })} className="link">
                {one.name}
              </Link>
              <KindNote organization={one} />
              {one.findings !== null && one.findings > 0 && (
                <span className={styles.mark}>
                  <Shape name="diamond" />
                  <span className="sr">{t("findings", { count: one.findings })}</span>
                </span>
              )}
              <span className={`quiet ${styles.end}`}>
                {isBranchKind(one.kind)
                  ? t("membersOf", { count: one.members })
                  : t("belowCount", { branches: one.branches, members: one.members })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <MorePages query={query} shown={items.length} />
    </Card>
  );
}
