import { resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "wxt";
import { checkBundleSizes } from "./scripts/check-bundle-sizes";
import { compactLocales } from "./scripts/compact-locales";
import { contentSecurityPolicy } from "./scripts/content-security-policy";
import { groupPageChunks } from "./scripts/group-page-chunks";
import { noCodeFromText } from "./scripts/no-code-from-text";
import { completeForOtherStores } from "./scripts/other-stores";
import { polyfillAsModule } from "./scripts/polyfill-as-module";
import { quickI18nTypes } from "./scripts/quick-i18n-types";
import { sharePhoneNumbers } from "./scripts/share-phone-numbers";
import { createPackageList } from "./scripts/shipped-packages";
import { leaveOutJsonSchema } from "./scripts/without-json-schema";
import { leaveOutLocationWatcher } from "./scripts/without-location-watcher";
import { splitWorker } from "./scripts/worker-parts";

const shipped = createPackageList(import.meta.dirname);

// The reason of each permission is in docs/privacy.md.
export default defineConfig({
	modules: ["@wxt-dev/module-react", "@wxt-dev/i18n/module"],
	imports: false,
	i18n: { localesDir: "lib/i18n/locales" },
	vite: () => ({
		plugins: [tailwindcss(), polyfillAsModule(), noCodeFromText(), shipped.plugin()],
		worker: { plugins: () => [noCodeFromText(), shipped.plugin()] },
		build: {
			target: "chrome121",
			modulePreload: {
				polyfill: false,
				// For what is imported later, a link element for each file would be made at once, before the page is shown.
				resolveDependencies: (_file, files, { hostType }) => (hostType === "html" ? files : []),
			},
		},
	}),
	hooks: {
		// With `imports: false` WXT still looks for names such as `storage` to import, and finds them where they are ours.
		"config:resolved": ({ config }) => {
			Object.assign(config.imports, { exclude: [/./] });
		},
		"vite:build:extendConfig": (entrypoints, config) => {
			groupPageChunks(entrypoints, config);
			splitWorker(entrypoints, config);
			leaveOutLocationWatcher(entrypoints, config);
			leaveOutJsonSchema(entrypoints, config);
			sharePhoneNumbers(entrypoints, config);
		},
		"build:manifestGenerated": (_wxt, manifest) => completeForOtherStores(manifest),
		"prepare:types": (_wxt, entries) => quickI18nTypes(entries),
		"build:publicAssets": (_wxt, files) => {
			files.push({ absoluteSrc: resolve("docs/contract.md"), relativeDest: "contract.md" });
		},
		"build:done": ({ config }, output) => {
			checkBundleSizes(output);
			if (config.command !== "build") return;
			compactLocales(config.outDir);
			shipped.write(config.outDir);
		},
	},
	manifest: ({ command }) => ({
		name: "Chatside",
		description: "__MSG_app_description__",
		default_locale: "en",
		// Before, Chrome refuses a manifest that names scripts beside the worker (scripts/other-stores.ts).
		minimum_chrome_version: "121",
		// While developing, the pages come from a server of their own, to which WXT writes the policy.
		...(command === "build" && { content_security_policy: { extension_pages: contentSecurityPolicy } }),
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
	}),
});
