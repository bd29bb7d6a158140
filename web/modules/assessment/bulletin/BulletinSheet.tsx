import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { scrolledByKeys } from "../../../ui/scrolled-by-keys.ts";
import styles from "./Bulletin.module.css";

type Notice = Answer<"getBulletin">["notice"];
type Block = Notice["blocks"][number];

/** The 通报 as it reads; the faces of official documents stand here only. */
export function BulletinSheet({ notice }: { notice: Notice }) {
  const { mark, issuer, number, title, recipient, blocks, imprint, proof } = notice;
  return (
    <article className={styles.sheet} aria-label={title}>
      <p className={styles.mark}>{mark}</p>
      <p className={styles.issuer}>{issuer}</p>
      <p className={styles.number}>{number}</p>
      <h3 className={styles.title}>{title}</h3>
      {recipient !== "" && <p>{recipient}</p>}
      {keyed(blocks).map(({ key, block }) => (
        <Part key={key} block={block} />
      ))}
      {proof !== "" && <p className={styles.proof}>{proof}</p>}
      <div className={styles.imprint}>
        {imprint.copies !== "" && <p>{imprint.copies}</p>}
        <p>
          <span>{imprint.issuer}</span>
          <span>{imprint.date}</span>
        </p>
      </div>
    </article>
  );
}

/** Each part with its words as its key; a second one of the same words is told apart. */
function keyed(blocks: Notice["blocks"]): { key: string; block: Block }[] {
  const times = new Map<string, number>();
  return blocks.map((block) => {
    const words = block.kind === "table" ? (block.columns[0]?.heading ?? "") : block.text;
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    return { key: `${words} ${time}`, block };
  });
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return <h4 className={styles.heading}>{block.text}</h4>;
    case "paragraph":
      return <p className={styles.paragraph}>{block.text}</p>;
    case "signature":
      return <p className={styles.signature}>{block.text}</p>;
    case "table":
      return <Figures table={block} />;
  }
}

function Figures({ table: { columns, rows } }: { table: Extract<Block, { kind: "table" }> }) {
  return (
    <section className={styles.scroll} aria-label={columns[0]?.heading} {...scrolledByKeys}>
      <table>
        <thead>
          <tr>
            {columns.map(({ heading }) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, strong }) => (
            <tr key={cells[0]} className={strong ? styles.strong : undefined}>
              {columns.map(({ heading }, index) => (
                <td key={heading}>{cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
