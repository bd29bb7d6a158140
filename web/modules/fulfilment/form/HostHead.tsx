import type { ReactNode } from "react";
import { countOf, isBegun, type Marks, type Roster } from "./attendance-count.ts";
import styles from "./Parts.module.css";
import { useCountWords } from "./use-count-words.ts";

/** A host's name with its 应到, 实到 and 到会率 so far. */
export function HostHead({ name, roster, marks, children }: HeadProps) {
  const words = useCountWords();
  return (
    <div className={styles.hostHead}>
      <h3>{name}</h3>
      {children}
      <span className="faint">{words(countOf(roster, marks), isBegun(marks))}</span>
    </div>
  );
}

type HeadProps = { name: string; roster: Roster; marks: Marks; children?: ReactNode };
