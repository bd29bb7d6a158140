import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Notice } from "../../ui/States.tsx";
import { SheetCounts } from "./SheetCounts.tsx";
import { Standing } from "./Standing.tsx";
import { sumOf } from "./sums.ts";
import { importTexts } from "./texts.ts";

type Props = { outcome: Answer<"commitRoster">; onAgain: () => void };

/** What was written, and how to take it back. */
export function ImportResult({ outcome: { importId, sheets }, onAgain }: Props) {
  const t = useTexts(importTexts);
  return (
    <>
      {importId === null ? (
        <Notice tone="calm">{t("nothingNew")}</Notice>
      ) : (
        <>
          <Notice tone="good">{t("written", sumOf(sheets))}</Notice>
          <SheetCounts sheets={sheets} />
          <Written importId={importId} />
        </>
      )}
      <div>
        <Button onClick={onAgain}>{t("again")}</Button>
      </div>
    </>
  );
}

function Written({ importId }: { importId: string }) {
  const query = useQuery(ask("getImport", { params: { importId } }));
  return (
    <Loaded query={query} rows={1}>
      {(batch) => <Standing batch={batch} />}
    </Loaded>
  );
}
