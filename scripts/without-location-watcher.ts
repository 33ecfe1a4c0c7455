import type { InlineConfig, Plugin } from "vite";

/** Leaves WXT's watcher of the page's address out of content scripts: none asks for it, and every page pays for its bytes. */
export function leaveOutLocationWatcher(
	entrypoints: readonly { type: string }[],
	config: InlineConfig,
): void {
	if (entrypoints.every(({ type }) => type === "content-script")) config.plugins = [emptied, config.plugins];
}

const emptied: Plugin = {
	name: "without-location-watcher",
	enforce: "pre",
	resolveId: (source) =>
		source.endsWith("/internal/location-watcher.mjs") ? "\0no-location-watcher" : undefined,
	load: (id) =>
		id === "\0no-location-watcher" ? "export const createLocationWatcher = () => undefined;" : undefined,
};
