import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { type Election, ElectionLines } from "./form/ElectionLines.tsx";
import { voteTexts } from "./form/vote-texts.ts";
import styles from "./Result.module.css";

/** Each election as it was counted, tallies only, and who has enough votes. */
export function Elections({ elections }: { elections: readonly Election[] }) {
  const t = useTexts(voteTexts);
  if (elections.length === 0) return null;
  return (
    <Card title={t("elections")}>
      <ul className={styles.list}>
        {elections.map((one) => (
          <li key={one.title} className={styles.vote}>
            <b>{one.title}</b>
            <p>{t("seats", { seats: one.seats, issued: one.issued, returned: one.returned })}</p>
            <ElectionLines election={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
