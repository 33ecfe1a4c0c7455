import { win32 } from "node:path";
import type { Computer } from "../places";

/**
 * What the browser starts: a host manifest names a program, without arguments. Node is named by its path, because a
 * browser that was started from a menu has no PATH of a shell; if it is gone, one on the PATH is tried.
 */
export function launcherText(platform: Computer["platform"], node: string, host: string): string {
	if (platform === "win32") {
		// A per cent sign would name a variable, and letters beyond ASCII need the code page of UTF-8.
		const program = node.replaceAll("%", "%%");
		return `@echo off\r\nchcp 65001 >nul 2>&1\r\n"${program}" "%~dp0${win32.basename(host)}" %*\r\n`;
	}
	const [program, script] = [quoted(node), quoted(host)];
	return `#!/bin/sh\nif [ -x ${program} ]; then exec ${program} ${script} "$@"; fi\nexec node ${script} "$@"\n`;
}

/** For a shell: nothing in it means anything. */
function quoted(path: string): string {
	return `'${path.replaceAll("'", "'\\''")}'`;
}
