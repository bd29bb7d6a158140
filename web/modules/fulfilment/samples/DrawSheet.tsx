import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { daysOf } from "../../../app/frame/months.ts";
import { useView } from "../../../app/frame/view.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { FromTo } from "../../../ui/FromTo.tsx";
import { shareOf } from "./share.ts";
import { sampleTexts } from "./texts.ts";

/** Asks of which days and how much is drawn; the seed may be chosen by lot beforehand. */
export function DrawSheet({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const t = useTexts(sampleTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { today } = useSession();
  const month = daysOf(useView().period);
  const [from, setFrom] = useState(month.from);
  const [to, setTo] = useState(month.to > today && month.from <= today ? today : month.to);
  const [percent, setPercent] = useState("10");
  const [seed, setSeed] = useState("");
  const share = shareOf(percent);
  const draw = useMutation({
    mutationFn: () => {
      const chosen = seed.trim();
      const body = { from, to, share: share ?? "0", ...(chosen ? { seed: chosen } : {}) };
      return call("drawSample", { params: { organizationId }, body });
    },
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ["listSamples"] });
      onClose();
      void navigate({ to: "/records/samples/$sampleId", params: { sampleId: id } });
    },
  });
  const problems = problemsByField(draw.error);
  return (
    <AskSheet
      title={t("drawTitle")}
      confirm={t("drawIt")}
      cancel={t("cancel")}
      act={{ ...draw, mutate: () => draw.mutate() }}
      onClose={onClose}
    >
      <p className="note">{t("drawAbout")}</p>
      <FromTo
        from={{ label: t("from"), value: from, error: problems.from, max: today, onDay: setFrom }}
        to={{ label: t("to"), value: to, error: problems.to, max: today, onDay: setTo }}
      />
      <TextField
        label={t("share")}
        hint={t("shareHint")}
        inputMode="decimal"
        required
        value={percent}
        error={problems.share}
        onChange={(event) => setPercent(event.target.value)}
      />
      <TextField
        label={t("seed")}
        hint={t("seedHint")}
        optional
        most={100}
        value={seed}
        error={problems.seed}
        onChange={(event) => setSeed(event.target.value)}
      />
    </AskSheet>
  );
}
