import { resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "wxt";
import { checkBundleSizes } from "./scripts/check-bundle-sizes";
import { groupPageChunks } from "./scripts/group-page-chunks";
import { polyfillAsModule } from "./scripts/polyfill-as-module";
import { quickI18nTypes } from "./scripts/quick-i18n-types";

// See docs/decisions for the reasons behind the permissions.
export default defineConfig({
	modules: ["@wxt-dev/module-react", "@wxt-dev/i18n/module"],
	imports: false,
	i18n: { localesDir: "lib/i18n/locales" },
	vite: () => ({
		plugins: [tailwindcss(), polyfillAsModule()],
		build: {
			target: "chrome116",
			modulePreload: {
				polyfill: false,
				// For what is imported later, a link element for each file would be made at once, before the page is shown.
				resolveDependencies: (_file, files, { hostType }) => (hostType === "html" ? files : []),
			},
		},
	}),
	hooks: {
		"prepare:types": (_wxt, entries) => quickI18nTypes(entries),
		"build:done": (_wxt, output) => checkBundleSizes(output),
		"build:publicAssets": (_wxt, files) => {
			files.push({ absoluteSrc: resolve("docs/contract.md"), relativeDest: "contract.md" });
		},
		"vite:build:extendConfig": (entrypoints, config) => groupPageChunks(entrypoints, config),
	},
	manifest: {
		name: "Chatside",
		description: "__MSG_app_description__",
		default_locale: "en",
		minimum_chrome_version: "116",
		permissions: ["storage", "unlimitedStorage", "sidePanel", "scripting", "alarms", "offscreen"],
		host_permissions: ["https://web.whatsapp.com/*"],
		storage: { managed_schema: "managed-schema.json" },
		optional_permissions: ["nativeMessaging", "notifications"],
		optional_host_permissions: ["https://*/*", "http://*/*"],
		omnibox: { keyword: "cs" },
		action: { default_title: "Chatside" },
		commands: {
			_execute_action: {
				suggested_key: { default: "Ctrl+Shift+Y" },
			},
		},
	},
});
