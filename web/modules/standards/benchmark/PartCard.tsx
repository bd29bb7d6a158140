import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useState } from "react";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Benchmark.module.css";
import { ItemSheet } from "./ItemSheet.tsx";
import { benchmarkTexts } from "./texts.ts";

export type Benchmark = Answer<"getBenchmark">;
export type BenchmarkPart = NonNullable<Benchmark["set"]>["parts"][number];
export type BenchmarkItem = BenchmarkPart["items"][number];
type Props = { part: BenchmarkPart; year: number; organizationId: string };

/** The items of one part: what the organisation found, what was verified, and until when a gap is closed. */
export function PartCard({ part, year, organizationId }: Props) {
  const t = useTexts(benchmarkTexts);
  const words = useWords();
  const may = useMay();
  const [doing, setDoing] = useState<{ act: "check" | "verify"; item: BenchmarkItem } | null>(null);
  const [checks, verifies] = [may("benchmark.check"), may("benchmark.verify")];
  return (
    <Card title={words(part.name)} note={t("items", { met: part.met, items: part.items.length })}>
      <table className="table" aria-label={words(part.name)}>
        <thead>
          <tr>
            <th>{t("item")}</th>
            <th>{t("self")}</th>
            <th>{t("verified")}</th>
            {(checks || verifies) && <th>{t("act")}</th>}
          </tr>
        </thead>
        <tbody>
          {part.items.map((item) => (
            <tr key={item.code}>
              <td>
                {words(item.name)}
                {item.result?.dueOn && isGap(item) && (
                  <div className="note">{t("due", { day: item.result.dueOn })}</div>
                )}
              </td>
              <td className="nowrap">
                <Found met={item.result?.met ?? null} />
              </td>
              <td className="nowrap">
                <Found met={item.result?.verified?.met ?? null} />
              </td>
              {(checks || verifies) && (
                <td>
                  <span className={styles.acts}>
                    {checks && (
                      <Button kind="text" onClick={() => setDoing({ act: "check", item })}>
                        {t("check")}
                      </Button>
                    )}
                    {verifies && item.result && (
                      <Button kind="text" onClick={() => setDoing({ act: "verify", item })}>
                        {t("verify")}
                      </Button>
                    )}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {doing && <ItemSheet {...doing} year={year} organizationId={organizationId} onClose={() => setDoing(null)} />}
    </Card>
  );
}

function isGap({ result }: BenchmarkItem): boolean {
  return result !== null && (result.verified?.met ?? result.met) === false;
}

function Found({ met }: { met: boolean | null }) {
  const t = useTexts(benchmarkTexts);
  if (met === null) return <span className="faint">{t("notYet")}</span>;
  return met ? (
    <Tag tone="good" shape="tick">
      {t("yes")}
    </Tag>
  ) : (
    <Tag tone="warn" shape="diamond">
      {t("no")}
    </Tag>
  );
}
