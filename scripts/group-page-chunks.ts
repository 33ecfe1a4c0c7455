import { resolve } from "node:path";
import type { InlineConfig } from "vite";

type ModuleGraph = {
	getModuleInfo(id: string): { importedIds: string[]; dynamicallyImportedIds: string[] } | null;
};

const root = resolve(import.meta.dirname, "..");
const optionsStart = resolve(root, "entrypoints/options/main.tsx");
const panelStart = resolve(root, "entrypoints/sidepanel/main.tsx");

/** What WXT puts before the code of each page. */
const beforePages = /virtual:wxt-(?:html-)?plugins/;

/**
 * Puts what pages load before they show anything in few chunks, because a file each costs more than its bytes: `page` is
 * what the options page begins with, `panel` what the panel alone begins with, `shared` what the panel begins with and the
 * options page needs later.
 */
export function groupPageChunks(entrypoints: readonly { type: string }[], config: InlineConfig): void {
	const output = config.build?.rolldownOptions?.output;
	if (!output || Array.isArray(output)) return;
	// What stands alone, as a content script does, has no chunks.
	if (!entrypoints.some(({ type }) => type === "options")) return;
	output.codeSplitting = { includeDependenciesRecursively: false, groups: [{ name: createNaming() }] };
}

function createNaming(): (id: string, graph: ModuleGraph) => string | null {
	let known:
		| Record<"options" | "panel", { first: ReadonlySet<string>; ever: ReadonlySet<string> }>
		| undefined;
	return (id, graph) => {
		known ??= { options: reachable(optionsStart, graph), panel: reachable(panelStart, graph) };
		const { options, panel } = known;
		if (id === optionsStart || id === panelStart) return null;
		if (beforePages.test(id) || options.first.has(id)) return "page";
		if (!panel.first.has(id)) return null;
		return options.ever.has(id) ? "shared" : "panel";
	};
}

/** What a module imports, and those import: before it runs, and at any time. */
function reachable(start: string, graph: ModuleGraph) {
	if (!graph.getModuleInfo(start)) throw new Error(`The build has no module ${start}.`);
	const first = new Set([start]);
	for (const id of first)
		for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) first.add(imported);
	const ever = new Set(first);
	for (const id of ever) {
		const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
		for (const imported of [...importedIds, ...dynamicallyImportedIds]) ever.add(imported);
	}
	return { first, ever };
}
