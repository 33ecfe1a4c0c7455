/**
 * Reads a link that is safe to open: absolute, `http` or `https`. Everything else (`javascript:`, `data:`, relative
 * paths) is null and is shown as text.
 */
export function readLink(value: unknown): string | null {
	if (typeof value !== "string" || !/^https?:\/\//i.test(value.trim())) return null;
	try {
		return new URL(value.trim()).href;
	} catch {
		return null;
	}
}
