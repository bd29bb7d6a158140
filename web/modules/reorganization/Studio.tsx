import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Empty, Failed, Loading, Notice } from "../../ui/States.tsx";
import { ActList } from "./ActList.tsx";
import { NodePanel } from "./NodePanel.tsx";
import { PlanBasics } from "./PlanBasics.tsx";
import { Preview, usePreview } from "./Preview.tsx";
import { type DropProblem, type Picked, putDown } from "./picked.ts";
import { type Basis, treeAfter, treeBefore } from "./plan-tree.ts";
import styles from "./Studio.module.css";
import { TwoTrees } from "./TwoTrees.tsx";
import { studioTexts } from "./texts.ts";
import { useStudioDraft } from "./use-studio-draft.ts";

export type DraftOfStudio = ReturnType<typeof useStudioDraft>;

/** A plan below one organisation: name and day first, then the trees, then what it would do. */
export function Studio({ organizationId }: { organizationId: string }) {
  const t = useTexts(studioTexts);
  const draft = useStudioDraft(organizationId);
  const { effectiveOn } = draft.draft;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(effectiveOn);
  const query = useQuery({
    ...ask("getReorganizationBasis", { params: { organizationId }, query: { on: effectiveOn } }),
    enabled: isDay,
    placeholderData: keepPreviousData,
    // What is being planned mustn't jump while somebody drags.
    staleTime: 300_000,
  });
  const data = isDay && !query.isError ? query.data : undefined;
  return (
    <div className={styles.studio}>
      <PlanBasics organizationId={organizationId} studio={draft} />
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {isDay && query.isPending && <Loading tall rows={2} />}
      {data?.organizations.length === 0 && <Empty title={t("nothingStands")} text={t("nothingStandsText")} />}
      {data && data.organizations.length > 0 && (
        <Planning organizationId={organizationId} basis={data} studio={draft} />
      )}
    </div>
  );
}

type Props = { organizationId: string; basis: Basis; studio: DraftOfStudio };

function Planning({ organizationId, basis, studio }: Props) {
  const t = useTexts(studioTexts);
  const { draft, plan } = studio;
  const { acts } = draft;
  const before = treeBefore(basis, organizationId);
  const after = treeAfter(basis, acts, organizationId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [problem, setProblem] = useState<DropProblem | null>(null);
  const preview = usePreview(organizationId, draft);

  const tree = useRef<HTMLDivElement>(null);
  const pick = (what: Picked | null) => {
    setProblem(null);
    setPicked(what);
    // Where it is put down: the next key moves there.
    if (what && what.mode !== "drag") tree.current?.focus();
  };
  const putAt = (targetId: string) => {
    if (!picked) return;
    const next = putDown(acts, basis, after, picked, targetId);
    if (typeof next === "string") {
      setProblem(next);
      return;
    }
    plan(next);
    pick(null);
    setChosen(targetId);
  };
  const organizationIn = (id: string, mode: "move" | "drag"): Picked | null => {
    const node = after.nodes.get(id);
    if (!node || id === organizationId || node.fixed || node.change === "ending") return null;
    return { what: "organization", mode, id, name: node.name };
  };
  const hand = picked === null || picked.mode === "drag" ? null : picked;
  const node = chosen === null ? undefined : after.nodes.get(chosen);
  return (
    <>
      <div className={styles.hand} role="status">
        {hand && (
          <Notice
            tone="calm"
            action={
              <button type="button" className="link" onClick={() => pick(null)}>
                {t("putBack")}
              </button>
            }
          >
            {t(hand.what === "people" ? "handPeople" : hand.mode === "merge" ? "handMerge" : "handMove", {
              name: hand.name,
            })}
          </Notice>
        )}
        {problem && <Notice>{t(problem)}</Notice>}
      </div>
      <div className={styles.bench}>
        <TwoTrees
          before={before}
          after={after}
          effectiveOn={draft.effectiveOn}
          tree={tree}
          holding={hand !== null}
          chosen={chosen}
          onChoose={(id) => (hand ? putAt(id) : setChosen(id))}
          moving={{
            pick: (id) => pick(organizationIn(id, "move")),
            grab: (id) => pick(organizationIn(id, "drag")),
            drop: putAt,
            cancel: () => setPicked(null),
          }}
        />
        <div className={styles.side}>
          <NodePanel
            key={chosen ?? ""}
            node={node ?? null}
            tree={after}
            basis={basis}
            acts={acts}
            onPlan={plan}
            onPick={pick}
            onDragEnd={() => setPicked(null)}
          />
          <ActList basis={basis} acts={acts} refusals={preview.refusals} onPlan={plan} onBack={studio.back} />
        </div>
      </div>
      <Preview organizationId={organizationId} studio={studio} preview={preview} />
    </>
  );
}
