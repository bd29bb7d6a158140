import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type Marking, markingOf, markingOfName } from "@dutyloop/domain/fulfilment/marking-rules.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { fileKindOf, type KnownFile } from "../../../platform/files/file-kind.ts";
import type { PartStore } from "../../../platform/files/parts.ts";
import type { FileStore } from "../../../platform/files/store.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { fileIdOf, keepFile } from "../keep-file.ts";
import { type Found, judgedBefore, quarantineRefusal, registerQuarantined } from "./quarantine-rows.ts";
import { ownUpload, type Upload } from "./upload-rows.ts";

type Checked =
  | { readonly kind: "taken"; readonly id: string; readonly file: KnownFile }
  | { readonly kind: "marked"; readonly found: Found };
type Prepared = Checked | Refusal | null;
type State = { readonly upload: Upload; readonly checked: Prepared };
type KeptFile = NonNullable<Upload["file"]>;
type Decision = { readonly kind: "known"; readonly file: KeptFile } | Checked;

/**
 * Takes an upload whose last piece has arrived: its content is what was announced, of a kind that is allowed, and bears no
 * marking. Photographs lose their place here (PRV-17). What bears a marking is registered and kept apart instead.
 */
export function finishUpload(
  store: FileStore,
  parts: PartStore,
): UseCase<{ uploadId: string }, State, Decision, Answer<"appendUpload">, Prepared> {
  return {
    name: "fulfilment.finish_upload",
    access: "file.upload",
    async prepare(database, { uploadId }, { actor }) {
      const upload = await ownUpload(database, actor, uploadId);
      if (!upload || upload.file || upload.received < upload.size) return null;
      return oneAtATime(() => check(database, actor.tenantId, parts, upload));
    },
    async load(transaction, { uploadId }, { actor }, checked) {
      const upload = await ownUpload(transaction, actor, uploadId, true);
      if (!upload) throw notFound();
      return { upload, checked };
    },
    place: ({ upload }) => upload.path,
    decide({ upload, checked }) {
      // Asked for twice at once: the other has kept it meanwhile.
      if (upload.file) return { kind: "known", file: upload.file };
      return checked ?? refuse("upload.offset", { received: upload.received });
    },
    async save(saving, decision, context, _input, { upload }) {
      if (decision.kind === "known") return;
      const { transaction } = saving;
      const own = sql`tenant_id = ${context.actor.tenantId} AND id = ${upload.id}`;
      if (decision.kind === "marked") {
        await registerQuarantined(transaction, context, upload, decision.found, true);
        await sql`DELETE FROM upload WHERE ${own}`.execute(transaction);
      } else {
        await keepFile(saving, store, context, decision.file, upload.organizationId);
        await sql`UPDATE upload SET file_id = ${decision.id} WHERE ${own}`.execute(transaction);
      }
    },
    audit: (decision, _input, { upload: { id, organizationId } }) =>
      decision.kind === "marked"
        ? { object: `quarantined file ${id}`, after: { organizationId, quarantined: decision.found.marking } }
        : { object: `file ${decision.kind === "known" ? decision.file.id : decision.id}`, after: { organizationId } },
    answer: (decision, _input, { upload: { id, size, received } }) => ({
      ...{ id, size, received },
      file: decision.kind === "marked" ? null : decision.kind === "known" ? decision.file : kept(decision),
    }),
    refusedAfter: (decision) => (decision.kind === "marked" ? quarantineRefusal(decision.found) : null),
  };
}

function kept({ id, file }: Checked & { kind: "taken" }): KeptFile {
  return { id, mediaType: file.mediaType, size: file.bytes.length };
}

let last: Promise<unknown> = Promise.resolve();

/** Files are looked at whole; with one at a time many senders take no more memory than one. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => {});
  return next;
}

async function check(
  database: ReadDatabase,
  tenantId: number,
  parts: PartStore,
  { id, name, sha256 }: Upload,
): Promise<Checked | Refusal> {
  if ((await parts.digest(id)) !== sha256) return refuse("upload.hash_differs");
  let marking: Marking | null = null;
  const file = await fileKindOf(await parts.read(id), (text) => {
    marking ??= markingOf(text);
  });
  const judged = await judgedBefore(database, tenantId, sha256);
  const inName = markingOfName(name);
  const found: Found | null =
    marking !== null
      ? { marking, foundIn: "content" }
      : inName !== null
        ? { marking: inName, foundIn: "name" }
        : judged === "misjudged"
          ? null
          : judged;
  // A marked file is kept apart even where its kind would be refused.
  if (found !== null && judged !== "misjudged") return { kind: "marked", found };
  return isRefusal(file) ? file : { kind: "taken", id: fileIdOf(file), file };
}
