import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { chosenTypes } from "../chosen-types.ts";
import { PaperFile } from "../files/PaperFile.tsx";
import { QuarantineNotices } from "../files/QuarantineNotice.tsx";
import formStyles from "../RecordForm.module.css";
import type { PhotoUploads } from "../use-photo-uploads.ts";
import { Folded } from "./Folded.tsx";
import { Guides } from "./Guides.tsx";
import { papersOf, withFile, withPaper } from "./papers.ts";
import { papersTexts } from "./papers-texts.ts";
import type { WholePart } from "./whole-form.ts";

/** The papers that the chosen types ask for (必备材料), those that the record itself is left out. */
export function MaterialsPart({ form, draft, change, problem, photos }: WholePart & { photos: PhotoUploads }) {
  const t = useTexts(papersTexts);
  const words = useWords();
  const types = chosenTypes(form, draft);
  const { asked, inRecord } = papersOf(types);
  if (asked.length + inRecord.length === 0) return null;
  const kept = new Map((draft.materials ?? []).map((paper) => [paper.code, paper]));
  const there = asked.filter(({ code }) => kept.has(code)).length;
  const error = problem("materials");
  return (
    <Folded
      title={t("title")}
      note={asked.length === 0 ? t("nothing") : t("count", { there, of: asked.length })}
      open={there > 0}
      wrong={error !== undefined}
    >
      {asked.length > 0 && <p className="note">{t("hint")}</p>}
      <QuarantineNotices photos={photos} papers />
      {asked.map(({ code, name }) => (
        <div key={code}>
          <label className={formStyles.check}>
            <input
              type="checkbox"
              checked={kept.has(code)}
              onChange={() => change((now) => ({ materials: withPaper(now.materials ?? [], code) }))}
            />
            <span>{words(name)}</span>
          </label>
          {kept.has(code) && (
            <PaperFile
              code={code}
              name={words(name)}
              fileId={kept.get(code)?.fileId ?? null}
              photos={photos}
              onDetach={() => change((now) => ({ materials: withFile(now.materials ?? [], code, null) }))}
            />
          )}
        </div>
      ))}
      {inRecord.length > 0 && (
        <p className="note">{t("inRecord", { papers: inRecord.map(({ name }) => words(name)).join(t("between")) })}</p>
      )}
      {error && (
        <p className="note" role="alert">
          {error}
        </p>
      )}
      <Guides types={types} at="materials" />
    </Folded>
  );
}
