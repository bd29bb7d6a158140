/** One piece of the product's source, and what stands in its place while a drill has to fail. */
export type BrokenSource = { readonly file: string; readonly find: string; readonly put: string };

/** By the names of mutants. Nothing of it is in the product: a drill exchanges the piece while the file is loaded. */
export const brokenSources: Readonly<Record<string, BrokenSource>> = {
  row_without_file: {
    file: "server/modules/fulfilment/keep-file.ts",
    find: "const id = await store.keep(file.bytes);",
    put: "const id = await Promise.resolve(fileIdOf(file));",
  },
  decided_by_half: {
    file: "server/modules/duties/decide-request.ts",
    find: "if (!approve) return;",
    put: "if (approve || !approve) return;",
  },
  unkeyed_entries: {
    file: "server/platform/audit/verifying/check-rows.ts",
    find: "hmac(canonicalOf(cells, tail)) !== line.mac",
    put: "hmac(canonicalOf(cells, tail)).length !== line.mac.length",
  },
  anchors_ignored: {
    file: "server/platform/audit/verify.ts",
    find: "...anchorProblems(auditKey, tenantId, anchors, checked.chains, checked.last)",
    put: "...anchorProblems(auditKey, tenantId, [], checked.chains, checked.last)",
  },
  second_entry: {
    file: "server/platform/ritual/perform.ts",
    find: "of auditRows(workshop.auditKey, context, useCase.name, place, audited)) {",
    put: "of [1, 2].flatMap(() => auditRows(workshop.auditKey, context, useCase.name, place, audited))) {",
  },
  red_line_open: {
    file: "domain/assessment/validation/red-line-rules.ts",
    find: "if (word !== undefined) return { word, rule };",
    put: "if (word === rule) return { word, rule };",
  },
  float_sums: {
    file: "domain/kernel/rational.ts",
    find: "return rational(a.n * b.d + b.n * a.d, a.d * b.d);",
    put: "return rational(Math.round((Number(a.n) / Number(a.d) + Number(b.n) / Number(b.d)) * 1e6), 1_000_000n);",
  },
  cap_forgotten: {
    file: "domain/kernel/rational.ts",
    find: "return min(max(value, floor), ceiling);",
    put: "return max(value, floor);",
  },
  list_without_scope: {
    file: "server/modules/organization/people/list-people.ts",
    find: 'inScope("o.path", narrow(scope, path));',
    put: "sql<boolean>`true`;",
  },
  view_without_scope: {
    file: "server/platform/access/place.ts",
    find: "if (!place || !covers(scope, place.path)) throw notFound();",
    put: "if (!place) throw notFound();",
  },
  grants_never_end: {
    file: "domain/identity/access-policy.ts",
    find: "return isWithin(today, grant.validFrom, grant.validTo);",
    put: "return grant.validFrom <= today;",
  },
  loose_body: {
    file: "contract/units.ts",
    find: "body: z.strictObject({ name, region }),",
    put: "body: z.object({ name, region }),",
  },
  good_rows_taken: {
    file: "server/modules/imports/roster/commit-roster.ts",
    find: 'if (errors > 0) return refuse("import.has_errors", { errors });',
    put: "void errors;",
  },
  unknown_branches_taken: {
    file: "domain/organization/roster/check-people.ts",
    find: "if (!found && !doubtfulOrganizations.has(code)) faults",
    put: 'if (!found && code === "") faults',
  },
  bombs_taken: {
    file: "server/platform/spreadsheets/check-archive.ts",
    find: 'if (unpacked > limits.unpacked || isBomb(entry, limits.ratio)) return "bomb";',
    put: "void isBomb;",
  },
  formulas_live: {
    file: "server/platform/spreadsheets/neutral-text.ts",
    find: "return dangerous.test(text) ?",
    put: 'return text === "" ?',
  },
  place_kept: {
    file: "server/platform/files/without-location.ts",
    find: "if (marker === exif) kept.push(orientationOnly(segment));",
    put: "if (marker === exif) kept.push(segment);",
  },
  sessions_outlive: {
    file: "server/modules/identity/authenticate.ts",
    find: "const rememberedMilliseconds = 1000;",
    put: "const rememberedMilliseconds = 600_000;",
  },
  forged_taken: {
    file: "server/modules/identity/authenticate.ts",
    find: 'if (signedIn.byCookie && request.method !== "GET") this.#checkCsrf(request, signedIn.token);',
    put: "",
  },
  never_locked: {
    file: "domain/identity/lockout-rules.ts",
    find: "failures: 5,",
    put: "failures: 5000,",
  },
  unknown_at_once: {
    file: "server/modules/identity/passwords.ts",
    find: "const fits = await verify(stored ?? (await decoy), password);",
    put: "const fits = stored !== null && (await verify(stored, password));",
  },
  unfit_values_fault: {
    file: "server/platform/http/answer-errors.ts",
    find: 'if (unfitCodes.has(error.code)) return { code: "request.invalid", values: {} };',
    put: "",
  },
  bodies_without_end: {
    file: "server/platform/http/server.ts",
    find: "const jsonLimit = 1024 * 1024;",
    put: "const jsonLimit = 1024 * 1024 * 1024;",
  },
  days_as_instants: {
    file: "server/platform/db/pools.ts",
    find: "pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);",
    put: "pg.types.setTypeParser(pg.types.builtins.DATE, (text) => new Date(text + 'T00:00').toISOString().slice(0, 10));",
  },
  day_of_the_machine: {
    file: "domain/kernel/plain-date.ts",
    find: 'new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric"',
    put: 'new Intl.DateTimeFormat("en-GB", { year: "numeric"',
  },
};
