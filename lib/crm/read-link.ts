import { longestText } from "./shown-text";

/**
 * Reads a link that is safe to open: absolute, `http` or `https`. Everything else (`javascript:`, `data:`, relative
 * paths) and what is longer than any address is null and is shown as text.
 */
export function readLink(value: unknown): string | null {
	if (typeof value !== "string" || value.length > longestText || !/^https?:\/\//i.test(value.trim()))
		return null;
	try {
		return new URL(value.trim()).href;
	} catch {
		return null;
	}
}
