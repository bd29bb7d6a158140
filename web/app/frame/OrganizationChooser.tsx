import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Failed, Loading } from "../../ui/States.tsx";
import { usePages } from "../api/queries.ts";
import { useTexts } from "../language/texts.ts";
import styles from "./Pick.module.css";
import { frameTexts } from "./texts.ts";

type Chosen = { id: string; name: string };
type Props = { chosen: string | null; onChoose: (organization: Chosen) => void };

/** Walks the tree level by level, asking the server only for the level that is open. */
export function OrganizationChooser({ chosen, onChoose }: Props) {
  const t = useTexts(frameTexts);
  const [trail, setTrail] = useState<Chosen[]>([]);
  const here = trail.at(-1);
  const { query, items } = usePages("listOrganizations", { query: here ? { parentId: here.id } : {} });
  return (
    <div className={styles.list}>
      {here && (
        <Button kind="text" onClick={() => setTrail(trail.slice(0, -1))}>
          <Icon name="back" size={16} />
          {t("up")}
        </Button>
      )}
      {here && <h3>{here.name}</h3>}
      {query.isPending && <Loading rows={4} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <p className="quiet">{t("noBelow")}</p>}
      {items.map(({ id, name, branches, kind }) => (
        <div key={id} className={styles.row}>
          <button type="button" aria-current={id === chosen} onClick={() => onChoose({ id, name })}>
            {name}
          </button>
          {branches > 0 && !isBranchKind(kind) && (
            <button
              type="button"
              className={styles.into}
              aria-label={`${name}: ${t("below")}`}
              onClick={() => setTrail([...trail, { id, name }])}
            >
              <Icon name="next" size={16} />
            </button>
          )}
        </div>
      ))}
      <MorePages query={query} shown={items.length} />
    </div>
  );
}
