import type { InlineConfig, Plugin } from "vite";

/**
 * Leaves out of the pages what zod writes schemas down as JSON Schema with: only the worker does, for the tools
 * (lib/tools/input-json-schema.ts), and each schema would keep all of it.
 */
export function leaveOutJsonSchema(entrypoints: readonly { type: string }[], config: InlineConfig): void {
	if (entrypoints.every(({ type }) => type !== "background")) config.plugins = [emptied, config.plugins];
}

const left = /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/;
const names = {
	"json-schema-processors": ["toJSONSchema", "allProcessors"],
	"to-json-schema": [
		"createStandardJSONSchemaMethod",
		"createToJSONSchemaMethod",
		"extractDefs",
		"finalize",
		"handleUnrepresentable",
		"initializeContext",
		"processSchema",
	],
} as const;

const emptied: Plugin = {
	name: "without-json-schema",
	enforce: "pre",
	load(id) {
		const [, module] = left.exec(id) ?? [];
		if (module)
			return names[module as keyof typeof names].map((name) => `export const ${name} = () => {};`).join("\n");
	},
};
