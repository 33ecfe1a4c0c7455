import { resolve } from "node:path";
import { build } from "wxt";
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
await build({ root });
console.log("Starting the demo CRM, the webhook inbox and the chat page …");
const ports = tour ? {} : { crmPort: 8787, inboxPort: 8788 };
const servers = await startDemoServers({ ...ports, databaseUrl: process.env.DATABASE_URL });
console.log(`Demo CRM:      ${servers.crmUrl}`);
console.log(`Webhook inbox: ${servers.inbox.url}`);
try {
	const options = { servers, extensionDir: resolve(root, ".output/chrome-mv3") };
	if (tour) process.exitCode = (await takeTour({ ...options, outDir: resolve(root, "demo/out") })) ? 0 : 1;
	else await openWindow(options);
} finally {
	await servers.close();
}
