// The import check resolves as webpack does; these are the aliases of .wxt/tsconfig.json in its terms.
const { resolve } = require("node:path");

module.exports = {
	resolve: {
		alias: { "@": resolve(__dirname, ".."), "#i18n": resolve(__dirname, "../.wxt/i18n/index.ts") },
		extensions: [".ts", ".tsx", ".mjs", ".js"],
	},
};
