import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { saveFile } from "../../../app/api/download.ts";
import { ask } from "../../../app/api/queries.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { CheckList } from "../../../ui/Checks.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { FromTo } from "../../../ui/FromTo.tsx";
import { NoChoices } from "../../../ui/NoChoices.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { bookTexts } from "./texts.ts";

type Props = { organization: { id: string; name: string }; onClose: () => void };
type Format = "pdf" | "docx";

/** Makes the handbook of a year, or the papers for an inspection, and has the browser save it. */
export function MakeBook({ organization: { id, name: organization }, onClose }: Props) {
  const t = useTexts(bookTexts);
  const words = useWords();
  const { today } = useSession();
  const [which, setWhich] = useState<"handbook" | "pack">("handbook");
  const [format, setFormat] = useState<Format>("pdf");
  const [year, setYear] = useState(today.slice(0, 4));
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  const [templateCodes, setTemplateCodes] = useState<string[]>([]);
  const templates = useQuery({ ...ask("listTemplates", {}), staleTime: 300_000 });
  const params = { organizationId: id };
  const act = useMutation({
    mutationFn: () =>
      which === "handbook"
        ? saveFile(
            "makeHandbook",
            { params, body: { year: Number(year), format } },
            `${t("handbookFile", { organization, year })}.${format}`,
          )
        : saveFile(
            "makeInspectionPack",
            { params, body: { from, to, templateCodes, format } },
            `${t("packFile", { organization })}.${format}`,
          ),
    onSuccess: onClose,
  });
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("title", { organization })}
      confirm={t("doMake")}
      cancel={t("cancel")}
      act={{ ...act, mutate: () => act.mutate() }}
      onClose={onClose}
    >
      <Choice
        label={t("which")}
        options={(["handbook", "pack"] as const).map((key) => ({ key, label: t(key) }))}
        value={which}
        onChange={(key) => {
          act.reset();
          setWhich(key);
        }}
      />
      <p className="quiet">{t(which === "handbook" ? "handbookWhat" : "packWhat")}</p>
      {which === "handbook" && (
        <TextField
          label={t("year")}
          type="number"
          required
          min="2000"
          max={today.slice(0, 4)}
          value={year}
          error={problems.from ?? problems.year}
          onChange={(event) => setYear(event.target.value)}
        />
      )}
      {which === "pack" && (
        <>
          <FromTo
            from={{ label: t("from"), value: from, error: problems.from, max: today, onDay: setFrom }}
            to={{ label: t("to"), value: to, error: problems.to, onDay: setTo }}
          />
          <NoChoices source={templates} label={t("types")} />
          {templates.data && (
            <CheckList
              label={t("types")}
              hint={t("typesHint")}
              options={templates.data.items.map(({ body: { code, name } }) => ({ key: code, label: words(name) }))}
              given={templateCodes}
              onChange={setTemplateCodes}
            />
          )}
        </>
      )}
      <Choice
        label={t("format")}
        options={(["pdf", "docx"] as const).map((key) => ({ key, label: t(key) }))}
        value={format}
        onChange={setFormat}
      />
      <p className="note">{t("audited")}</p>
    </AskSheet>
  );
}
