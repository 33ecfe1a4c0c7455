import type { Plugin } from "vite";

/**
 * Takes the `Function` constructor out of zod, which can compile schemas by it and is told not to (lib/core/schema). The
 * policy of an extension's pages forbids it anyway; without it, that nothing makes code of text can be read in the package.
 */
export function noCodeFromText(): Plugin {
	return {
		name: "no-code-from-text",
		apply: "build",
		transform: {
			filter: { id: /zod[\\/]v4[\\/]core[\\/](?:compile|doc|util)\.js$/ },
			handler(code, id) {
				const without = code.replaceAll("const F = Function;", "const F = undefined;");
				if (without === code) throw new Error(`${id} has no \`const F = Function;\` any more.`);
				return { code: without, map: null };
			},
		},
	};
}
