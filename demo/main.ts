import { resolve } from "node:path";
import { buildExtension } from "./build-extension";
import { startDemoServers } from "./servers";
import { takeTour } from "./tour/tour";
import { openWindow } from "./window";

// `npm run demo`: builds the extension, starts the servers, and opens Chromium with everything connected. Without a
// display, or with --tour, it takes the tour headless instead.
const root = resolve(import.meta.dirname, "..");
const hasDisplay =
	process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const tour = !hasDisplay || process.argv.includes("--tour");

console.log("Building the extension …");
const buildFailure = await buildExtension(root);
if (buildFailure !== undefined) {
	console.error(`${buildFailure}\n\nThe extension could not be built; the lines above say why.`);
	process.exit(1);
}
console.log("Starting the demo CRM, the webhook inbox, the demo model and the chat page …");
// In the window, words come as slowly as one can see them come.
const options = tour
	? {}
	: { crmPort: 8787, inboxPort: 8788, modelPort: 8789, modelPace: { firstMs: 400, pieceMs: 25 } };
const servers = await startDemoServers({ ...options, databaseUrl: process.env.DATABASE_URL });
console.log(`Demo CRM:      ${servers.crmUrl}`);
console.log(`Webhook inbox: ${servers.inbox.url}`);
console.log(`Demo model:    ${servers.model.url} (rules, not a language model)`);
try {
	const shown = { servers, extensionDir: resolve(root, ".output/chrome-mv3") };
	if (tour) process.exitCode = (await takeTour({ ...shown, outDir: resolve(root, "demo/out") })) ? 0 : 1;
	else await openWindow(shown);
} finally {
	await servers.close();
}
