import { type ReactNode, useState } from "react";
import { Icon } from "../../../ui/Icon.tsx";
import styles from "./Parts.module.css";

type Props = { title: string; note: string; open: boolean; wrong: boolean; children: ReactNode };

/** A part that few need: closed until somebody wants it, or something in it is wrong. */
export function Folded({ title, note, open, wrong, children }: Props) {
  const [wanted, setWanted] = useState(open);
  return (
    <details
      className={styles.folded}
      open={wanted || wrong}
      data-field-error={wrong ? "" : undefined}
      onToggle={(event) => setWanted(event.currentTarget.open)}
    >
      <summary>
        <h2>{title}</h2>
        <span className="faint">{note}</span>
        <Icon name="down" size={16} />
      </summary>
      {children}
    </details>
  );
}
