import { breakAsToldByEnvironment } from "./break-product.ts";

breakAsToldByEnvironment();
