#!/usr/bin/env node
import { launch } from "../bin/launch.mjs";

await launch("server/cli.ts", process.argv.slice(2));
