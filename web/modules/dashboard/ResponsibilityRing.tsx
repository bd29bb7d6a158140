import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../app/language/texts.ts";
import { arcPath, labelPlace } from "../../ui/ring-geometry.ts";
import styles from "./Leader.module.css";
import { percentOf } from "./shares.ts";
import { leaderTexts } from "./texts.ts";

type Stage = Answer<"getWorkbench">["ring"][number];

const size = 300;
const centre = size / 2;
const radius = size * 0.41;
const weight = size * 0.085;
const weakBelow = 80;

/** Six arcs, each filled by the health of its stage; one not in use is dotted, never shown as weak. */
export function ResponsibilityRing({ ring, mean }: { ring: readonly Stage[]; mean: string | null }) {
  const t = useTexts(leaderTexts);
  const words = ring.map(({ stage, share }) =>
    share
      ? t("ringWords", { stage: t(stage), percent: percentOf(share), done: share.done, of: share.of })
      : t("ringUnused", { stage: t(stage) }),
  );
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className={styles.ring}
      role="img"
      aria-label={`${t("ring")}: ${words.join("; ")}`}
    >
      {ring.map(({ stage, share }, index) => (
        <Arc key={stage} index={index} name={t(stage)} percent={share ? percentOf(share) : null} unused={t("unused")} />
      ))}
      <text x={centre} y={centre + 4} className={styles.mean}>
        {mean ?? "–"}
      </text>
      <text x={centre} y={centre + 26} className={styles.meanNote}>
        {t(mean === null ? "noMean" : "mean")}
      </text>
    </svg>
  );
}

type ArcProps = { index: number; name: string; percent: number | null; unused: string };

function Arc({ index, name, percent, unused }: ArcProps) {
  const { x, y } = labelPlace(index, centre, radius - weight * 1.75);
  const weak = percent !== null && percent < weakBelow;
  const whole = arcPath(index, 1, centre, radius);
  return (
    <g>
      {percent === null ? (
        <path d={whole} className={styles.dotted} strokeWidth={weight * 0.45} strokeDasharray={`1 ${weight * 0.6}`} />
      ) : (
        <>
          <path d={whole} className={styles.track} strokeWidth={weight} />
          {percent > 0 && (
            <path
              d={arcPath(index, percent / 100, centre, radius)}
              className={weak ? styles.arcWeak : styles.arc}
              strokeWidth={weight}
            />
          )}
        </>
      )}
      <text x={x} y={y - 2} className={styles.stage}>
        {name}
      </text>
      <text x={x} y={y + 14} className={percent === null ? styles.shareNone : weak ? styles.shareWeak : styles.share}>
        {percent === null ? unused : `${weak ? "◆ " : ""}${percent}%`}
      </text>
    </g>
  );
}
