import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { also } from "../../app/frame/search.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Bar } from "../../ui/Bar.tsx";
import type { ShapeName } from "../../ui/Shape.tsx";
import { Tag, type Tone } from "../../ui/Tag.tsx";
import styles from "./Leader.module.css";
import { exactPercentOf, pointsBetween, type Share } from "./shares.ts";
import { leaderTexts } from "./texts.ts";

type Workbench = Answer<"getWorkbench">;
type Trend = { tone: Tone; shape?: ShapeName; words: string };
const satisfying = 0.8;

/** The month in six figures, each a way to what it counts. */
export function Figures({ workbench }: { workbench: Workbench }) {
  const t = useTexts(leaderTexts);
  const { figures, period, trend } = workbench;
  const before = trend.filter((point) => point.period < period).at(-1);
  const countTrend = (difference: number): Trend => {
    if (difference === 0) return { tone: "neutral", words: t("same") };
    const more = difference > 0;
    return {
      tone: "neutral",
      shape: more ? "up" : "down",
      words: t(more ? "more" : "less", { count: Math.abs(difference) }),
    };
  };
  const pointTrend = (then: Share | undefined, now: Share): Trend | null => {
    const points = pointsBetween(then, now);
    if (points === null) return null;
    if (points === 0) return { tone: "neutral", words: t("same") };
    const up = points > 0;
    const words = t(up ? "upPoints" : "downPoints", { points: Math.abs(points) });
    return { tone: up ? "good" : "warn", shape: up ? "up" : "down", words };
  };
  const share = ({ done, of }: Share) => (of === 0 ? 0 : done / of);
  const { meetings, overdue, attendance, standard, recordedOnce, ownBranches } = figures;
  return (
    <div className={styles.figures}>
      <Figure
        name={t("meetings")}
        value={<FigureLink which="all">{meetings.of}</FigureLink>}
        note={t("meetingsDone", { count: meetings.done })}
        share={share(meetings)}
        tone={share(meetings) < satisfying ? "warn" : "good"}
        trend={before ? countTrend(meetings.done - before.meetings.done) : null}
      />
      <Figure
        name={t("overdue")}
        value={<FigureLink which="overdue">{overdue.obligations}</FigureLink>}
        note={t("overdueBranches", { count: overdue.branches })}
        share={meetings.of === 0 ? 0 : overdue.obligations / meetings.of}
        tone="warn"
        trend={
          overdue.obligations === 0
            ? { tone: "good", shape: "tick", words: t("noOverdue") }
            : { tone: "warn", shape: "diamond", words: t("overdueLongest", { days: overdue.longestDays }) }
        }
      />
      <Figure
        name={t("attendance")}
        value={<RecordsLink>{attendance.of === 0 ? "–" : `${exactPercentOf(attendance)}%`}</RecordsLink>}
        note={t("attendanceOf", { count: attendance.of })}
        share={share(attendance)}
        tone={share(attendance) < satisfying ? "warn" : "good"}
        trend={pointTrend(before?.attendance, attendance)}
      />
      <Figure
        name={t("standard")}
        value={<RecordsLink>{standard.of === 0 ? "–" : `${exactPercentOf(standard)}%`}</RecordsLink>}
        note={t("standardOf", { count: standard.of })}
        share={share(standard)}
        tone={share(standard) < satisfying ? "warn" : "good"}
        trend={
          figures.lateEntries > 0
            ? { tone: "warn", shape: "diamond", words: t("lateEntries", { count: figures.lateEntries }) }
            : null
        }
      />
      <Figure
        name={t("reused")}
        value={<RecordsLink>{recordedOnce.duties - recordedOnce.records}</RecordsLink>}
        note={t("reusedUnit")}
        share={recordedOnce.duties === 0 ? 0 : (recordedOnce.duties - recordedOnce.records) / recordedOnce.duties}
        tone="info"
        trend={{ tone: "neutral", shape: "square", words: t("reusedOf", recordedOnce) }}
      />
      <Figure
        name={t("ownBranches")}
        value={<UnitsLink>{ownBranches.of === 0 ? "–" : `${exactPercentOf(ownBranches)}%`}</UnitsLink>}
        note={t("ownBranchesOf", { count: ownBranches.of })}
        share={share(ownBranches)}
        tone={share(ownBranches) < satisfying ? "warn" : "good"}
        trend={
          ownBranches.done < ownBranches.of
            ? { tone: "neutral", shape: "square", words: t("withoutOwn", { count: ownBranches.of - ownBranches.done }) }
            : null
        }
      />
    </div>
  );
}

function FigureLink({ which, children }: { which: string; children: ReactNode }) {
  return (
    <Link to="/duties" search={also({ which })} className="figure-link">
      {children}
    </Link>
  );
}

function UnitsLink({ children }: { children: ReactNode }) {
  return (
    <Link to="/organizations/units" search={also({ which: "no_own_branch" })} className="figure-link">
      {children}
    </Link>
  );
}

function RecordsLink({ children }: { children: ReactNode }) {
  return (
    <Link to="/records" className="figure-link">
      {children}
    </Link>
  );
}

type FigureProps = {
  name: string;
  value: ReactNode;
  note: string;
  share: number;
  tone: "good" | "warn" | "info";
  trend: Trend | null;
};

function Figure({ name, value, note, share, tone, trend }: FigureProps) {
  return (
    <div className={styles.figure}>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>{value}</span>
      <span className="note">{note}</span>
      <span className={styles.bar}>
        <Bar share={share} tone={tone} />
      </span>
      {trend && (
        <span className={styles.trend}>
          <Tag tone={trend.tone} {...(trend.shape ? { shape: trend.shape } : {})}>
            {trend.words}
          </Tag>
        </span>
      )}
    </div>
  );
}
