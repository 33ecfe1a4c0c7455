import { homedir } from "node:os";
import type { Computer, Platform } from "./places";

/** @returns undefined on a system that the bridge was not made for */
export function thisComputer(): Computer | undefined {
	const { platform } = process;
	if (!isKnown(platform)) return undefined;
	return { platform, home: homedir(), env: process.env };
}

function isKnown(platform: string): platform is Platform {
	return platform === "linux" || platform === "darwin" || platform === "win32";
}
