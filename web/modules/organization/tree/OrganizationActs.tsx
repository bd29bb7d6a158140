import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { kindsUnder } from "@dutyloop/domain/organization/placement-things.ts";
import { useState } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import styles from "./Acts.module.css";
import { CreateBelow } from "./CreateBelow.tsx";
import { MoveOrganization } from "./MoveOrganization.tsx";
import { RenameOrganization } from "./RenameOrganization.tsx";
import { RestrictOrganization } from "./RestrictOrganization.tsx";
import { RevokeOrganization } from "./RevokeOrganization.tsx";
import { treeTexts } from "./texts.ts";

export type ActedOn = Pick<
  Answer<"getOrganization">,
  "id" | "name" | "class" | "kind" | "parentId" | "validTo" | "restriction" | "neutralName"
>;
const acts = ["create", "rename", "move", "restrict", "revoke"] as const;
type Act = (typeof acts)[number];
export type ActProps = { organization: ActedOn; onDone: (id?: string) => void; onClose: () => void };

/** What may be done with the organisation in view; `onDone` is told which one to show afterwards. */
export function OrganizationActs({ organization, onDone }: { organization: ActedOn; onDone: (id?: string) => void }) {
  const t = useTexts(treeTexts);
  const may = useMay();
  const [doing, setDoing] = useState<Act | null>(null);
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
  const offered = acts.filter((act) => isOffered(act, organization));
  return (
    <span className={styles.acts}>
      {offered.map((act) => (
        <Button key={act} onClick={() => setDoing(act)}>
          {t(act)}
        </Button>
      ))}
      {doing === "create" && <CreateBelow {...props} />}
      {doing === "rename" && <RenameOrganization {...props} />}
      {doing === "move" && <MoveOrganization {...props} />}
      {doing === "restrict" && <RestrictOrganization {...props} />}
      {doing === "revoke" && <RevokeOrganization {...props} />}
    </span>
  );
}

/** The top stays where it is; a 党小组 stands on no board of its own. */
function isOffered(act: Act, { kind, parentId }: ActedOn): boolean {
  switch (act) {
    case "create":
      return kindsUnder(kind).length > 0;
    case "rename":
      return true;
    case "restrict":
      return parentId !== null && kind !== "GROUP";
    default:
      return parentId !== null;
  }
}
