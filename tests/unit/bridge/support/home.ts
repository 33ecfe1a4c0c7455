import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

const bridge = resolve(import.meta.dirname, "../../../../bridge");

/** The files that users and browsers start. */
export const built = {
	program: join(bridge, "bin/chatside-mcp.mjs"),
	host: join(bridge, "dist/host.mjs"),
};

/** A user of this computer: a home folder of their own, gone after the test. */
export type Home = {
	path: string;
	/** The folder of the running hosts. */
	running: string;
	/** What their processes are started with: as little as MCP clients give their servers. */
	env: Record<string, string>;
};

export function newHome(): Home {
	const path = mkdtempSync(join(tmpdir(), "home-"));
	onTestFinished(() => rmSync(path, { recursive: true, force: true }));
	return {
		path,
		running: join(path, ".chatside/running"),
		env: { HOME: path, PATH: process.env.PATH ?? "" },
	};
}
