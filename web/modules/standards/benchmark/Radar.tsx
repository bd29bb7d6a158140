import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import styles from "./Benchmark.module.css";
import type { BenchmarkPart } from "./PartCard.tsx";
import { type RadarPoint, radarPoints } from "./radar-points.ts";
import { benchmarkTexts } from "./texts.ts";

const centre = 130;
const radius = 84;
/** Names stand outside the figure, whatever their length. */
const anchorAt = (x: number) => (Math.abs(x - centre) < 1 ? "middle" : x < centre ? "end" : "start");
const outline = (points: readonly RadarPoint[]) => points.map(({ x, y }) => `${x},${y}`).join(" ");

/** The share met of each part, drawn; the same figures stand in the table below it. */
export function Radar({ parts }: { parts: readonly BenchmarkPart[] }) {
  const t = useTexts(benchmarkTexts);
  const words = useWords();
  const whole = parts.map(() => 1);
  const labels = radarPoints(whole, centre, radius + 14);
  return (
    <>
      <svg className={styles.radar} viewBox="-40 0 340 260" aria-hidden="true">
        {[0.5, 1].map((share) => (
          <polygon
            key={share}
            className={styles.frame}
            points={outline(
              radarPoints(
                whole.map(() => share),
                centre,
                radius,
              ),
            )}
          />
        ))}
        <polygon
          className={styles.shape}
          points={outline(
            radarPoints(
              parts.map(({ met, items }) => met / items.length),
              centre,
              radius,
            ),
          )}
        />
        {parts.map(({ code, name }, index) => (
          <text
            key={code}
            className={styles.name}
            x={labels[index]?.x}
            y={labels[index]?.y}
            textAnchor={anchorAt(labels[index]?.x ?? centre)}
          >
            {words(name)}
          </text>
        ))}
      </svg>
      <table className="table" aria-label={t("radar")}>
        <thead>
          <tr>
            <th>{t("part")}</th>
            <th className="right">{t("share")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ code, name, met, items, share }) => (
            <tr key={code}>
              <td>{words(name)}</td>
              <td className="right">
                {t("items", { met, items: items.length })} · {share}%
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
