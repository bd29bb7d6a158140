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
import type { ImportKind } from "./use-roster-import.ts";

type Props = { kind: ImportKind; outcome: Answer<"commitRoster">; onAgain: () => void };

/** What was written, and how to take it back. */
export function ImportResult({ kind, outcome: { importId, sheets }, onAgain }: Props) {
  const t = useTexts(importTexts);
  return (
    <>
      {importId === null ? (
        <Notice tone="calm">{t(`nothingNew_${kind}`)}</Notice>
      ) : (
        <Written importId={importId} sheets={sheets} />
      )}
      <div>
        <Button onClick={onAgain}>{t("again")}</Button>
      </div>
    </>
  );
}

function Written({ importId, sheets }: { importId: string; sheets: Props["outcome"]["sheets"] }) {
  const t = useTexts(importTexts);
  const query = useQuery(ask("getImport", { params: { importId } }));
  const undone = query.data !== undefined && query.data.undoneAt !== null;
  return (
    <>
      {undone ? (
        <Notice tone="calm">{t("takenBack", sumOf(sheets))}</Notice>
      ) : (
        <Notice tone="good">{t("written", sumOf(sheets))}</Notice>
      )}
      <SheetCounts sheets={sheets} />
      <Loaded query={query} rows={1}>
        {(batch) => <Standing batch={batch} />}
      </Loaded>
    </>
  );
}
