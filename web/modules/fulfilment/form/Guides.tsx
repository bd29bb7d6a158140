import { GuideList } from "../../standards/GuidePanel.tsx";
import { type Guide, guidesAt } from "./guides.ts";
import styles from "./Parts.module.css";
import type { WholeForm } from "./whole-form.ts";

/** What a template has to say where it is needed: closed until somebody wants it. */
export function Guides({ types, at }: { types: readonly WholeForm["template"][]; at: Guide["at"] }) {
  const guides = guidesAt(types, at);
  return (
    guides.length > 0 && (
      <div className={styles.guides}>
        <GuideList guides={guides} />
      </div>
    )
  );
}
