import { type Route, read, write } from "../../platform/http/route.ts";
import { adoptTemplate, endTemplateAdoption } from "./adopt-template.ts";
import { listTemplateAdoptions } from "./adoptions-view.ts";
import { getBenchmark } from "./benchmarks/benchmark-view.ts";
import { changeBenchmarkSet } from "./benchmarks/change-set.ts";
import { checkBenchmark } from "./benchmarks/check-benchmark.ts";
import { setBenchmarkTarget } from "./benchmarks/set-target.ts";
import { verifyBenchmark } from "./benchmarks/verify-benchmark.ts";
import { moveTemplate } from "./move-template.ts";
import { publishTemplate } from "./publish-template.ts";
import { reviewTemplate } from "./review-template.ts";
import { diffTemplates, getTemplate, listTemplates } from "./templates-view.ts";

export const standardsRoutes: Route[] = [
  read("listTemplates", listTemplates),
  read("getTemplate", getTemplate),
  read("diffTemplates", diffTemplates),
  read("listTemplateAdoptions", listTemplateAdoptions),
  read("getBenchmark", getBenchmark),
  write("checkBenchmark", checkBenchmark, ({ params, body }) => ({ ...body, ...params })),
  write("verifyBenchmark", verifyBenchmark, ({ params, body }) => ({ ...body, ...params })),
  write("changeBenchmarkSet", changeBenchmarkSet, ({ params, body }) => ({ ...body, ...params })),
  write("setBenchmarkTarget", setBenchmarkTarget, ({ params, body }) => ({ ...body, ...params })),
  write("publishTemplate", publishTemplate, ({ params, body }) => ({ ...body, ...params })),
  write("moveTemplate", moveTemplate, ({ params, body }) => ({ ...body, ...params })),
  write("reviewTemplate", reviewTemplate, ({ params, body }) => ({ ...body, ...params })),
  write("adoptTemplate", adoptTemplate, ({ params, body }) => ({ ...body, ...params })),
  write("endTemplateAdoption", endTemplateAdoption, ({ params, body }) => ({ ...body, ...params })),
];
