import { resolve } from "node:path";
import type { InlineConfig, Plugin } from "vite";

const root = resolve(import.meta.dirname, "..");

type Part = {
	/** The entrypoint whose script the part is, and what it leaves behind. */
	entrypoint: string;
	exports: readonly string[];
	/** The module whose place it takes in the worker: a package's name, or a file. */
	module: string;
};

/** What the worker seldom needs, or not yet when it wakes. Each is an entrypoint of its own and a line here. */
const parts: readonly Part[] = [
	{
		entrypoint: "part-phone-numbers",
		exports: ["parsePhoneNumberFromString", "isSupportedCountry", "getCountryCallingCode"],
		module: "libphonenumber-js/min",
	},
	{
		entrypoint: "part-follow-up-run",
		exports: ["continueRun"],
		module: "lib/followup/run.ts",
	},
	{
		entrypoint: "part-check-arguments",
		exports: ["checkArguments"],
		module: "lib/functions/check-arguments.ts",
	},
	{
		entrypoint: "part-read-json",
		exports: ["parseJson", "jsonFailureSentence"],
		module: "lib/core/json.ts",
	},
	{
		entrypoint: "part-model-client",
		exports: ["createServerModel"],
		module: "lib/assistant/openai-compatible/model.ts",
	},
];

/**
 * Keeps the worker's script short, because it is read anew whenever the worker wakes: in its build, some modules are
 * replaced by one that loads them when they are first called (lib/platform/worker-part.ts). Nothing else knows of it.
 */
export function splitWorker(entrypoints: readonly { type: string }[], config: InlineConfig): void {
	if (entrypoints.every(({ type }) => type === "background")) config.plugins = [loadLater(), config.plugins];
}

function loadLater(): Plugin {
	const prefix = "\0worker-part:";
	return {
		name: "worker-parts",
		enforce: "pre",
		async resolveId(source, importer, options) {
			const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
			const part = parts.find(({ module }) => source === module || resolved?.id === resolve(root, module));
			return part && `${prefix}${part.entrypoint}`;
		},
		load(id) {
			const part = parts.find(({ entrypoint }) => id === `${prefix}${entrypoint}`);
			if (!part) return;
			const { entrypoint, exports } = part;
			const lines = exports.map((name) => `export const ${name} = (...given) => part().${name}(...given);`);
			return [
				`import { workerPart } from ${JSON.stringify(resolve(root, "lib/platform/worker-part.ts"))};`,
				`const part = workerPart("${entrypoint}.js", "${globalOf(entrypoint)}");`,
				...lines,
			].join("\n");
		},
	};
}

/** The variable in which WXT leaves what an entrypoint's main gives. */
const globalOf = (entrypoint: string) =>
	entrypoint.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
