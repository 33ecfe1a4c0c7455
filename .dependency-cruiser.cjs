// Imports go one way: core ← subjects ← platform, messaging ← entrypoints. The reasons are in docs/decisions/0002-layers.md.
const subjects =
	"^lib/(settings|contacts|whatsapp|crm|tools|webhooks|functions|detection|egress|followup|assistant|mapping|bridge)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: "no-cycles",
			severity: "error",
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
		},
		{
			name: "core-imports-core",
			severity: "error",
			from: { path: "^lib/core/" },
			to: { path: "^(lib/(?!core/)|components|entrypoints)" },
		},
		{
			name: "subjects-stay-pure",
			comment: "Time, ids, storage and HTTP come in as parameters.",
			severity: "error",
			from: { path: subjects },
			to: {
				path: "^(lib/(platform|messaging)|components|entrypoints)|node_modules/(react|react-dom|webextension-polyfill|wxt|idb)/",
			},
		},
		{
			name: "the-page-reader-stands-alone",
			comment: "It is the content script, whose size is on every page load.",
			severity: "error",
			from: { path: "^lib/whatsapp/" },
			to: { pathNot: "^lib/whatsapp/" },
		},
		{
			name: "platform-and-messaging-below-entrypoints",
			severity: "error",
			from: { path: "^lib/" },
			to: { path: "^(components|entrypoints)/" },
		},
		{
			name: "components-use-hooks",
			comment:
				"Components reach the background and the browser only through hooks, and of lib import types and pure functions.",
			severity: "error",
			from: { path: "^components/", pathNot: "^components/hooks/" },
			to: { path: "^(lib/(platform|messaging)|entrypoints)/", dependencyTypesNot: ["type-only"] },
		},
		{
			name: "entrypoints-are-separate",
			severity: "error",
			from: { path: "^entrypoints/([^/]+)" },
			to: { path: "^entrypoints/", pathNot: "^entrypoints/$1" },
		},
		{
			name: "one-import-of-the-polyfill",
			severity: "error",
			from: { pathNot: "^lib/platform/browser\\.ts$" },
			to: { path: "node_modules/webextension-polyfill/" },
		},
		{
			name: "one-import-of-zod",
			severity: "error",
			from: { path: "^(lib|components|entrypoints)/", pathNot: "^lib/core/schema\\.ts$" },
			to: { path: "node_modules/zod/" },
		},
		{
			name: "the-bridge-stands-alone",
			comment: "It runs in Node, and is a package of its own.",
			severity: "error",
			from: { path: "^bridge/" },
			to: { path: "^(lib|components|entrypoints|tests|demo|scripts)/" },
		},
		{
			name: "the-extension-knows-only-the-wire",
			severity: "error",
			from: { path: "^(lib|components|entrypoints)/" },
			to: { path: "^bridge/", pathNot: "^bridge/src/wire\\.ts$" },
		},
		{
			name: "the-host-needs-no-package",
			comment: "It is copied out of node_modules to where the browser starts it.",
			severity: "error",
			from: { path: "^bridge/src/host/" },
			to: { path: "node_modules/" },
		},
		{
			name: "the-product-ships-no-tests",
			severity: "error",
			from: { path: "^(lib|components|entrypoints)/" },
			to: { path: "^(tests|demo|scripts)/" },
		},
		{
			name: "nothing-unused",
			severity: "error",
			from: {
				orphan: true,
				path: "^(lib|components|entrypoints|demo|bridge/src)/",
				pathNot: "\\.d\\.ts$|^bridge/src/(host/)?main\\.ts$|^lib/platform/worker-part\\.ts$",
			},
			to: {},
		},
		{
			name: "no-undeclared-packages",
			severity: "error",
			from: {},
			to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown", "undetermined"] },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		exclude: { path: "\\.wxt/|\\.output/|^bridge/(dist|bin)/" },
		tsConfig: { fileName: "tsconfig.json" },
		webpackConfig: { fileName: "scripts/import-aliases.cjs" },
		tsPreCompilationDeps: "specify",
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "types", "node", "default"],
		},
	},
};
