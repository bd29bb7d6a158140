import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import styles from "../Admin.module.css";
import { countTexts } from "../count-texts.ts";
import { statusTexts } from "./texts.ts";

/** What the group holds. */
export function CountsView() {
  const t = useTexts(statusTexts);
  const count = useTexts(countTexts);
  const status = useQuery(ask("getStatus", {}));
  return (
    <Loaded query={status} rows={6}>
      {({ counts, group }) => (
        <Card title={t("counts")} note={group.name}>
          <dl className={styles.counts}>
            {Object.entries(counts).map(([key, value]) => (
              <div key={key}>
                {/* A newer server may count what this page has no word for yet. */}
                <dt>{isCounted(key) ? count(key) : key}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
    </Loaded>
  );
}

function isCounted(key: string): key is keyof typeof countTexts.zh {
  return Object.hasOwn(countTexts.zh, key);
}
