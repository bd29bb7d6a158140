export { adoptTemplate } from "./adopt-template.ts";
export { benchmarkSets } from "./benchmarks/benchmark-state.ts";
export { checkBenchmark } from "./benchmarks/check-benchmark.ts";
export { setBenchmarkTarget } from "./benchmarks/set-target.ts";
export { verifyBenchmark } from "./benchmarks/verify-benchmark.ts";
export { installTemplates } from "./install-templates.ts";
export { moveTemplate } from "./move-template.ts";
export { nextVersionOf, publishTemplate, whyNotPublished } from "./publish-template.ts";
export { reviewTemplate } from "./review-template.ts";
export { standardsRoutes } from "./routes.ts";
export { templatesInForce } from "./template-adoptions.ts";
export {
  currentTemplates,
  currentTemplates,
  publishedVersions,
  type TemplateVersion,
  type TemplateVersion,
} from "./template-store.ts";
export { listTemplates } from "./templates-view.ts";
