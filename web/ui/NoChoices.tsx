import type { UseQueryResult } from "@tanstack/react-query";
import { useTexts } from "../app/language/texts.ts";
import styles from "./Field.module.css";
import { Shape } from "./Shape.tsx";
import { useSentence } from "./States.tsx";
import { uiTexts } from "./texts.ts";

/** Where the choices of a field come from. */
export type Source = Pick<UseQueryResult, "data" | "error" | "isError" | "isLoading" | "isFetching" | "refetch">;

/** Below a field whose choices couldn't be had: says so, and asks for them again. Nothing while they are there. */
export function NoChoices({ source, label }: { source: Source; label: string }) {
  const t = useTexts(uiTexts);
  const sentence = useSentence();
  // What was had before is still offered.
  if (!source.isError || source.data !== undefined) return null;
  return (
    <div className={styles.error} role="alert">
      <Shape name="diamond" />
      <span>
        {t("noChoices", { label })} {sentence(source.error)}{" "}
        <button type="button" className="link" aria-busy={source.isFetching} onClick={() => void source.refetch()}>
          {t("retry")}
        </button>
      </span>
    </div>
  );
}
