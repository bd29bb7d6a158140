import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../app/api/queries.ts";
import { also } from "../../app/frame/search.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Icon } from "../../ui/Icon.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Failed, Loading } from "../../ui/States.tsx";
import styles from "./Organization.module.css";
import { kindTexts, organizationTexts } from "./texts.ts";

type Node = Answer<"listOrganizations">["items"][number];
const indent = 20;

/** What lies below, opened level by level: the server is asked only for what is opened. */
export function Tree({ root, on }: { root: { id: string }; on: string | undefined }) {
  const t = useTexts(organizationTexts);
  return (
    <table className={`table ${styles.tree}`}>
      <thead>
        <tr>
          <th>{t("organization")}</th>
          <th className="wide-only">{t("kind")}</th>
          <th className="wide-only">{t("classOf")}</th>
          <th className="right wide-only">{t("branchCount")}</th>
          <th className="right">{t("members")}</th>
        </tr>
      </thead>
      <tbody>
        <Level parentId={root.id} depth={0} on={on} />
      </tbody>
    </table>
  );
}

type Place = { depth: number; on: string | undefined };

function Level({ parentId, depth, on }: Place & { parentId: string }) {
  const { query, items } = usePages("listOrganizations", { query: { parentId, ...(on ? { on } : {}) } });
  const wide = 5;
  return (
    <>
      {items.map((node) => (
        <Branch key={node.id} node={node} depth={depth} on={on} />
      ))}
      {(query.isPending || query.isError || query.hasNextPage) && (
        <tr>
          <td colSpan={wide}>
            {query.isPending && <Loading rows={2} />}
            {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
            <MorePages query={query} shown={0} />
          </td>
        </tr>
      )}
    </>
  );
}

function Branch({ node, depth, on }: Place & { node: Node }) {
  const t = useTexts(organizationTexts);
  const kind = useTexts(kindTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td>
          <span className={styles.name} style={{ paddingLeft: depth * indent }}>
            {node.hasChildren ? (
              <button
                type="button"
                className={styles.toggle}
                aria-expanded={open}
                aria-label={t(open ? "collapse" : "expand", { name: node.name })}
                onClick={() => setOpen(!open)}
              >
                <Icon name={open ? "down" : "next"} size={16} />
              </button>
            ) : (
              <span className={styles.leaf} />
            )}
            <Link to="." search={also({ org: node.id })} className="link">
              {node.name}
            </Link>
          </span>
        </td>
        <td className="wide-only quiet">{kind(node.kind)}</td>
        <td className="wide-only quiet">{node.class ?? "–"}</td>
        <td className="right wide-only">{isBranchKind(node.kind) ? "–" : node.branches}</td>
        <td className="right">{node.members}</td>
      </tr>
      {open && <Level parentId={node.id} depth={depth + 1} on={on} />}
    </>
  );
}
