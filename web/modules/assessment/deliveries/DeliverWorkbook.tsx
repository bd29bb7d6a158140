import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { addressOf, call } from "../../../app/api/client.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Loading, Notice, RefusalNotice } from "../../../ui/States.tsx";
import styles from "./Deliveries.module.css";
import type { DeliveryProps } from "./Receipts.tsx";
import { useFiguresRefresh } from "./refresh-figures.ts";
import { deliveryTexts } from "./texts.ts";
import { WorkbookPreview } from "./WorkbookPreview.tsx";

/** Download, fill in, choose, see what is wrong, confirm: nothing is written before that, and all of it or nothing. */
export function DeliverWorkbook({ organizationId, source, month }: DeliveryProps) {
  const t = useTexts(deliveryTexts);
  const id = useId();
  const refresh = useFiguresRefresh();
  const [file, setFile] = useState<File | null>(null);
  const request = { params: { organizationId }, query: { source, month } };
  const preview = useMutation({
    mutationFn: (chosen: File) => call("previewWorkbook", request, { file: chosen }),
  });
  const deliver = useMutation({
    mutationFn: (chosen: File) => call("importWorkbook", request, { file: chosen }),
    onSuccess: refresh,
  });
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    deliver.reset();
    preview.mutate(chosen);
  };
  const ready = file !== null && preview.data !== undefined && preview.data.errors === 0 && !deliver.isSuccess;
  return (
    <Card title={t("workbook")}>
      <div className={styles.steps}>
        <p className="quiet">{t("workbookAbout")}</p>
        <p>
          <a className="link" href={addressOf("downloadTemplate", request.params, request.query)} download>
            {t("template")}
          </a>
        </p>
        <div>
          <label htmlFor={id} className={buttonClass(file ? "quiet" : "primary")}>
            {t(file ? "chooseAgain" : "chooseFile")}
          </label>
          <input
            id={id}
            type="file"
            className="sr"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={(event) => {
              choose(event.target.files?.[0]);
              event.target.value = "";
            }}
          />{" "}
          {file && <span className="note">{file.name}</span>}
        </div>
        {preview.isPending && <Loading rows={3} />}
        {preview.isError && <RefusalNotice error={preview.error} />}
        {preview.data && !deliver.isSuccess && <WorkbookPreview preview={preview.data} />}
        {deliver.isError && <RefusalNotice error={deliver.error} doing="writing" />}
        {deliver.data && <Delivered outcome={deliver.data} />}
        {ready && (
          <Button kind="primary" busy={deliver.isPending} onClick={() => deliver.mutate(file)}>
            {t("deliver")}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Delivered({ outcome }: { outcome: Answer<"importWorkbook"> }) {
  const t = useTexts(deliveryTexts);
  const { deliveries, figures, afterClose } = outcome;
  const nothing = deliveries.added === 0 && figures.added === 0;
  return (
    <Notice tone={nothing ? "calm" : "good"}>
      {nothing ? t("nothingNew") : t("deliveredNow", { deliveries: deliveries.added, figures: figures.added })}
      {!nothing && afterClose && ` ${t("afterClose")}`}
    </Notice>
  );
}
