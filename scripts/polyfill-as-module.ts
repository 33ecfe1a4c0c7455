import type { Plugin } from "vite";

/**
 * Bundles webextension-polyfill as an ES module. Imported as the CommonJS module it is, every property of `browser`
 * would be read to copy it into a namespace, and reading an API starts it: some 10 ms for every page that opens.
 */
export function polyfillAsModule(): Plugin {
	return {
		name: "polyfill-as-module",
		apply: "build",
		transform: {
			filter: { id: /webextension-polyfill[\\/]dist[\\/]browser-polyfill(?:\.min)?\.js$/ },
			handler: (code) => ({
				code: `const module = { exports: {} };\nconst exports = module.exports;\n${code}\nexport default module.exports;\n`,
				map: null,
			}),
		},
	};
}
