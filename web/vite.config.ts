import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The API that `vite` asks during development; the built pages are served by the server itself. */
const api = process.env.DUTYLOOP_API ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { target: "chrome109", outDir: "dist", emptyOutDir: true, manifest: true, assetsInlineLimit: 0 },
  server: { proxy: { "/api": api } },
});
