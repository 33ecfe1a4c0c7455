#!/usr/bin/env node
// Stands in the repository so that npm can link it before the build has run.
import { existsSync } from "node:fs";

const built = new URL("../dist/chatside-mcp.mjs", import.meta.url);
if (existsSync(built)) await import(built.href);
else {
	console.error(
		"chatside-mcp is not built yet: run `npm run prepare -w chatside-mcp` in the project's folder.",
	);
	process.exitCode = 1;
}
