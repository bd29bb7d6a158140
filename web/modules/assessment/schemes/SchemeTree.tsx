import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { CSSProperties } from "react";
import { useState } from "react";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { IndicatorCard } from "./IndicatorCard.tsx";
import styles from "./Schemes.module.css";
import { type SchemeLine, schemeLines } from "./scheme-tree.ts";
import { schemeTexts } from "./texts.ts";

type Scheme = Answer<"getScheme">;

/** The tree as an indented list: weights, full marks, what may be changed below, what each indicator costs. */
export function SchemeTree({ scheme }: { scheme: Scheme }) {
  const t = useTexts(schemeTexts);
  const lines = schemeLines(scheme.body);
  return (
    <>
      <p className="quiet">{t("cost", { fields: scheme.cost.fields })}</p>
      <ul className={styles.tree}>
        {lines.map((line) => (
          <TreeLine
            key={`${line.kind} ${line.code}`}
            line={line}
            used={scheme.cost.indicators.find(({ code }) => code === line.code)}
          />
        ))}
      </ul>
    </>
  );
}

type Used = Scheme["cost"]["indicators"][number];

function TreeLine({ line, used }: { line: SchemeLine; used: Used | undefined }) {
  const t = useTexts(schemeTexts);
  const words = useWords();
  const [open, setOpen] = useState(false);
  const leaf = line.kind === "leaf";
  const name = line.name ? words(line.name) : used ? words(used.name) : line.code;
  return (
    <li className={styles.line} style={{ "--depth": line.depth } as CSSProperties}>
      <div className={styles.row}>
        {leaf && line.version !== null ? (
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {name}
          </button>
        ) : (
          <b>{name}</b>
        )}
        {(line.kind === "bonus" || line.kind === "deduction") && <Tag>{t(line.kind)}</Tag>}
        {line.open && <span className="note">{t("mayChange", line.open)}</span>}
        <span className={styles.marks}>
          {line.weight !== null && t("weight", { weight: line.weight })}{" "}
          {line.fullMarks !== null &&
            t(line.kind === "bonus" || line.kind === "deduction" ? "ceiling" : "marks", { marks: line.fullMarks })}
        </span>
      </div>
      {open && line.version !== null && (
        <IndicatorCard code={line.code} version={line.version} fields={used?.fields ?? 0} />
      )}
    </li>
  );
}
