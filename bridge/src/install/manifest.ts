import { isObject } from "../shapes";
import { hostName } from "../wire";

/** Chrome makes ids of 32 letters from a to p. */
export function isExtensionId(text: string): boolean {
	return /^[a-p]{32}$/.test(text);
}

/** The host manifest (Chrome, "Native messaging host"): which program, and which one extension may start it. */
export function hostManifest(launcher: string, extensionId: string): string {
	const manifest = {
		name: hostName,
		description: "Chatside's bridge for MCP clients",
		path: launcher,
		type: "stdio",
		allowed_origins: [`chrome-extension://${extensionId}/`],
	};
	return `${JSON.stringify(manifest, undefined, "\t")}\n`;
}

/** @returns what a browser would start and for whom, or undefined if it is no host manifest of ours */
export function readManifest(text: string): { launcher: string; origins: string[] } | undefined {
	try {
		const value: unknown = JSON.parse(text);
		if (!isObject(value) || value.name !== hostName || typeof value.path !== "string") return undefined;
		const origins = Array.isArray(value.allowed_origins) ? value.allowed_origins.map(String) : [];
		return { launcher: value.path, origins };
	} catch {
		return undefined;
	}
}
