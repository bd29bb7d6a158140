import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useWords } from "../../../../app/language/language.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { scrolledByKeys } from "../../../../ui/scrolled-by-keys.ts";
import { Tag } from "../../../../ui/Tag.tsx";
import styles from "./Editor.module.css";
import { editorTexts } from "./texts.ts";

const signed = (text: string) => (text.startsWith("-") || text === "0" ? text : `+${text}`);

/** Who moves and why, what doesn't tell anybody apart, and what it costs the branches. */
export function Movers({ result }: { result: Answer<"simulateScheme"> }) {
  const t = useTexts(editorTexts);
  const words = useWords();
  const { periods, organizations, moved, movers, weakLines, cost } = result;
  return (
    <div className={styles.result}>
      <p>
        {t("trialSum", { periods: periods.length, organizations, moved })}{" "}
        {cost.change === 0
          ? t("costSame", { fields: cost.after })
          : t("costChanges", { before: cost.before, after: cost.after, all: signed(String(cost.changeForAll)) })}
      </p>
      {movers.length > 0 && (
        <section className={styles.scroll} aria-label={t("movers")} {...scrolledByKeys}>
          <table className="table">
            <thead>
              <tr>
                <th>{t("organization")}</th>
                <th className="right">{t("mean")}</th>
                <th className="right">{t("change")}</th>
                <th className="right">{t("rank")}</th>
                <th>{t("why")}</th>
              </tr>
            </thead>
            <tbody>
              {movers.map((mover) => (
                <tr key={mover.organizationId}>
                  <td>
                    {mover.organizationName} <span className="note">{mover.class}</span>
                  </td>
                  <td className="right">
                    {mover.meanBefore ?? "–"} → {mover.meanAfter ?? "–"}
                  </td>
                  <td className="right">{mover.changeOfMean === null ? "–" : signed(mover.changeOfMean)}</td>
                  <td className="right">
                    {mover.rankBefore ?? "–"} → {mover.rankAfter ?? "–"} <RankChange change={mover.changeOfRank} />
                  </td>
                  <td>
                    {mover.reasons
                      .map(({ code, name, change }) => `${words(name) || code} ${signed(change)}`)
                      .join("；")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {weakLines.length > 0 && (
        <p className="quiet">{t("weakLines", { list: weakLines.map(({ name }) => words(name)).join("、") })}</p>
      )}
    </div>
  );
}

function RankChange({ change }: { change: number | null }) {
  const t = useTexts(editorTexts);
  if (change === null || change === 0) return null;
  return change > 0 ? (
    <Tag tone="good">{t("gains", { places: change })}</Tag>
  ) : (
    <Tag tone="warn">{t("loses", { places: -change })}</Tag>
  );
}
