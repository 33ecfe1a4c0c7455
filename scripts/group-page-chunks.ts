import type { InlineConfig } from "vite";

/** What both pages load before they show anything. The background has none of it. */
const packages =
	"react|react-dom|scheduler|@tanstack/(?:react-query|query-core)|clsx|tailwind-merge|class-variance-authority|lucide-react";
const hooks = "ui-language|use-(?:preferences|selector-overrides|settings-overview|settings-changes|tool)";
const settings = "shell/(?:place|search|settings-unreadable)|settings-failure-text|changes/item-name";
// Whatever these import has to be here as well, or be free of imports from here: chunks must not need each other.
const ofEveryPage = new RegExp(
	`/node_modules/(?:${packages})/|/components/(?:ui/|format/|page\\.|palette/palette-button\\.|hooks/(?:${hooks})\\.|settings/(?:${settings})\\.)|/lib/platform/locale\\.|preload-helper|wxt-html-plugins`,
);

/** Puts what every page begins with in one chunk: a file each costs more than its bytes. */
export function groupPageChunks(entrypoints: readonly { type: string }[], config: InlineConfig): void {
	const output = config.build?.rolldownOptions?.output;
	if (!output || Array.isArray(output)) return;
	// What stands alone, as a content script does, has no chunks.
	if (!entrypoints.some(({ type }) => type === "options")) return;
	output.codeSplitting = {
		includeDependenciesRecursively: false,
		groups: [{ name: "page", test: ofEveryPage }],
	};
}
