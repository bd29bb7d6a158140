import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { TextField } from "../../../ui/Field.tsx";
import type { Benchmark } from "./PartCard.tsx";
import { benchmarkTexts } from "./texts.ts";
import { useBenchmarkAct } from "./use-benchmark-act.ts";

type Props = { benchmark: Benchmark; organizationId: string };

/** 三年登高: the target of each year and whether it is reached. */
export function TargetsCard({ benchmark, organizationId }: Props) {
  const t = useTexts(benchmarkTexts);
  const may = useMay();
  const [asked, setAsked] = useState(false);
  return (
    <Card
      title={t("years")}
      action={
        may("benchmark.verify") && (
          <Button kind="text" onClick={() => setAsked(true)}>
            {t("setTarget")}
          </Button>
        )
      }
    >
      <table className="table" aria-label={t("years")}>
        <thead>
          <tr>
            <th>{t("year")}</th>
            <th className="right">{t("target")}</th>
            <th className="right">{t("share")}</th>
            <th>{t("reached")}</th>
          </tr>
        </thead>
        <tbody>
          {benchmark.years.map(({ year, target, share, reached }) => (
            <tr key={year}>
              <td>{year}</td>
              <td className="right">{target === null ? t("noTarget") : `${target}%`}</td>
              <td className="right">{share}%</td>
              <td>{reached !== null && t(reached ? "reachedYes" : "reachedNo")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked && <TargetSheet benchmark={benchmark} organizationId={organizationId} onClose={() => setAsked(false)} />}
    </Card>
  );
}

function TargetSheet({ benchmark, organizationId, onClose }: Props & { onClose: () => void }) {
  const t = useTexts(benchmarkTexts);
  const { year, years } = benchmark;
  const [typed, setTyped] = useState(String(years.at(-1)?.target ?? ""));
  const act = useBenchmarkAct(
    () => call("setBenchmarkTarget", { params: { organizationId }, body: { year, target: Number(typed) } }),
    onClose,
  );
  return (
    <AskSheet title={t("setTarget")} confirm={t("send")} cancel={t("cancel")} act={act} onClose={onClose}>
      <TextField
        label={t("targetLabel")}
        type="number"
        inputMode="numeric"
        required
        min={1}
        max={100}
        value={typed}
        error={problemsByField(act.error).target}
        onChange={(event) => setTyped(event.target.value)}
      />
    </AskSheet>
  );
}
