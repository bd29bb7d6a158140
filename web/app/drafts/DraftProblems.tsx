import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { Tag } from "../../ui/Tag.tsx";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import { draftTexts } from "./texts.ts";

export type DraftProblem = {
  readonly path: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
};

/** What stands against each part of a draft, by place; a part with several says the first. */
export function useSentences(problems: readonly DraftProblem[]): ReadonlyMap<string, string> {
  const language = useLanguage();
  return new Map(problems.toReversed().map(({ path, code, values }) => [path, wordRefusal(language, code, values)]));
}

type Props = {
  /** Undefined while there is nothing to check yet. */
  problems: readonly DraftProblem[] | undefined;
  /** What a place is called for the reader. */
  nameOf: (path: string) => string;
  onJump: (path: string) => void;
};

/** Everything that stands against publishing, each with its place and the way there. */
export function DraftProblems({ problems, nameOf, onJump }: Props) {
  const t = useTexts(draftTexts);
  const language = useLanguage();
  if (problems === undefined) return <p className="quiet">{t("unchecked")}</p>;
  if (problems.length === 0)
    return (
      <p>
        <Tag tone="good" shape="tick">
          {t("noProblems")}
        </Tag>
      </p>
    );
  return (
    <ul aria-label={t("problems")}>
      {problems.map(({ path, code, values }) => (
        <li key={`${path} ${code} ${JSON.stringify(values)}`}>
          <button type="button" className="link" onClick={() => onJump(path)}>
            {nameOf(path)}
          </button>{" "}
          {wordRefusal(language, code, values)}
        </li>
      ))}
    </ul>
  );
}

/** Puts the focus on the field of a place once it is there; on the nearest one above it where it has none. */
export function focusPlace(path: string): void {
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>("[data-place]")];
    const exact = fields.find(({ dataset }) => dataset.place === path);
    const below = fields.find(({ dataset }) => dataset.place?.startsWith(path));
    const field = exact ?? below ?? fields[0];
    for (let folded = field?.closest("details"); folded; folded = folded.parentElement?.closest("details"))
      folded.open = true;
    field?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  });
}
