import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useState } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import styles from "./Acts.module.css";
import { CreateBelow } from "./CreateBelow.tsx";
import { MoveOrganization } from "./MoveOrganization.tsx";
import { RenameOrganization } from "./RenameOrganization.tsx";
import { RevokeOrganization } from "./RevokeOrganization.tsx";
import { treeTexts } from "./texts.ts";

export type ActedOn = Pick<Answer<"getOrganization">, "id" | "name" | "class" | "kind" | "parentId" | "validTo">;
export type ActProps = { organization: ActedOn; onDone: (id?: string) => void; onClose: () => void };

/** What may be done with the organisation in view; `onDone` is told which one to show afterwards. */
export function OrganizationActs({ organization, onDone }: { organization: ActedOn; onDone: (id?: string) => void }) {
  const t = useTexts(treeTexts);
  const may = useMay();
  const [doing, setDoing] = useState<"rename" | "move" | "revoke" | "create" | null>(null);
  if (!may("organization.manage") || organization.validTo !== null) return null;
  const close = () => setDoing(null);
  const props: ActProps = {
    organization,
    onClose: close,
    onDone: (id) => {
      close();
      onDone(id);
    },
  };
  const isTop = organization.parentId === null;
  const acts = (["create", "rename", "move", "revoke"] as const).filter(
    (act) => (!isTop || act === "create" || act === "rename") && (organization.kind !== "GROUP" || act !== "create"),
  );
  return (
    <span className={styles.acts}>
      {acts.map((act) => (
        <Button key={act} onClick={() => setDoing(act)}>
          {t(act)}
        </Button>
      ))}
      {doing === "create" && <CreateBelow {...props} />}
      {doing === "rename" && <RenameOrganization {...props} />}
      {doing === "move" && <MoveOrganization {...props} />}
      {doing === "revoke" && <RevokeOrganization {...props} />}
    </span>
  );
}
