import { resolve } from "node:path";
import type { InlineConfig, Plugin } from "vite";

const root = resolve(import.meta.dirname, "..");

type Part = {
	/** The entrypoint whose script the part is. */
	entrypoint: string;
	/** The modules whose place it takes in the worker, packages or files, and what the worker calls of each. */
	modules: Readonly<Record<string, readonly string[]>>;
};

/** What the worker seldom needs, or not yet when it wakes. Each is an entrypoint of its own and a line here. */
const parts: readonly Part[] = [
	{
		entrypoint: "part-phone-numbers",
		modules: {
			"libphonenumber-js/min": ["parsePhoneNumberFromString", "isSupportedCountry", "getCountryCallingCode"],
			"lib/detection/phones-of-conversation.ts": ["phonesOfConversation"],
			"lib/detection/phone-in-crm.ts": ["phoneInCrm"],
			"lib/contacts/found-customer.ts": ["foundCustomers"],
		},
	},
	{ entrypoint: "part-follow-up-run", modules: { "lib/followup/run.ts": ["continueRun"] } },
	{ entrypoint: "part-check-arguments", modules: { "lib/functions/check-arguments.ts": ["checkArguments"] } },
	{ entrypoint: "part-read-json", modules: { "lib/core/json.ts": ["parseJson", "jsonFailureSentence"] } },
	{
		entrypoint: "part-model-client",
		modules: { "lib/assistant/openai-compatible/model.ts": ["createServerModel"] },
	},
	{
		entrypoint: "part-request-log",
		modules: {
			"lib/egress/endpoint-histories.ts": ["endpointHistories"],
			"lib/egress/overview.ts": ["overviewOf"],
		},
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
			const isIt = (module: string) => source === module || resolved?.id === resolve(root, module);
			const module = parts.flatMap(({ modules }) => Object.keys(modules)).find(isIt);
			return module && `${prefix}${module}`;
		},
		load(id) {
			if (!id.startsWith(prefix)) return;
			const module = id.slice(prefix.length);
			const part = parts.find(({ modules }) => module in modules);
			if (!part) return;
			const { entrypoint, modules } = part;
			const lines = modules[module]?.map(
				(name) => `export const ${name} = (...given) => part().${name}(...given);`,
			);
			return [
				`import { workerPart } from ${JSON.stringify(resolve(root, "lib/platform/worker-part.ts"))};`,
				`const part = workerPart("${entrypoint}.js", "${globalOf(entrypoint)}");`,
				...(lines ?? []),
			].join("\n");
		},
	};
}

/** The variable in which WXT leaves what an entrypoint's main gives. */
const globalOf = (entrypoint: string) =>
	entrypoint.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
