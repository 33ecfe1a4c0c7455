import { i18n } from "#i18n";
import type { BridgeClient } from "@/bridge/src/wire";
import { type AskedCall, createAskedCalls } from "@/lib/bridge/asked-calls";
import { clientKey } from "@/lib/bridge/client";
import { createGrants } from "@/lib/bridge/grants";
import { clientOverviews } from "@/lib/bridge/overview";
import { defaultAccess, defaultBridge } from "@/lib/bridge/settings";
import { fail, ok } from "@/lib/core/result";
import { handle } from "@/lib/messaging/server";
import { everyDay } from "@/lib/platform/alarms";
import { setMark } from "@/lib/platform/badge";
import { listDeliveries } from "@/lib/platform/deliveries";
import { createNotifier } from "@/lib/platform/notifications";
import { askingPageShows } from "@/lib/platform/side-panel";
import { bridgeApprovalsValue, onSettingsChanged } from "@/lib/platform/storage";
import { openOptionsPage } from "@/lib/platform/tabs";
import { createBridgeConnection } from "./bridge-connection";
import type { Services } from "./services";

/** The most connections of programs that are remembered. */
const mostSeen = 100;

/** The bridge to programs that speak MCP, and the messages about it. To be called when the worker starts. */
export function setupBridge({ settings, bridgeLog, tools, now }: Services): void {
	everyDay("prune-bridge-calls", () => void bridgeLog.prune().catch(() => undefined));
	const notifier = createNotifier("bridge-approval", () => void openOptionsPage("#/mcp-bridge"));
	const grants = createGrants(now);
	const seen = new Map<string, BridgeClient>();
	const asked = createAskedCalls({
		storage: bridgeApprovalsValue,
		now,
		randomId: tools.randomId,
		later(ms, task) {
			const timer = setTimeout(task, ms);
			return () => clearTimeout(timer);
		},
		changed: (waiting) => void tellWaiting(waiting).catch(() => undefined),
	});
	// Those that asked have lost their connection with the worker before this one.
	void asked.forget().catch(() => undefined);

	async function tellWaiting(waiting: readonly AskedCall[]): Promise<void> {
		const newest = waiting.at(-1);
		await setMark(
			"bridge",
			newest && {
				text: String(waiting.length),
				title: i18n.t("bridge.waiting", waiting.length, [String(waiting.length)]),
			},
		);
		if (!newest || (await askingPageShows())) notifier.hide();
		else
			notifier.show(
				i18n.t("bridge.notification.title", [newest.client.name]),
				i18n.t("bridge.notification.text", [newest.tool]),
			);
	}

	const clients = async () => {
		const read = await settings.read();
		return read.ok ? read.value.bridge_clients : undefined;
	};
	const connection = createBridgeConnection({
		settings,
		randomId: tools.randomId,
		requests: {
			tools,
			now,
			grants,
			asked,
			async access(client) {
				const set = await clients();
				// Settings that cannot be read may have said no.
				return set ? (set[clientKey(client)] ?? defaultAccess) : { access: "nothing", tools: [] };
			},
			settingsChanged: onSettingsChanged,
			every(ms, task) {
				const timer = setInterval(task, ms);
				return () => clearInterval(timer);
			},
			record: bridgeLog.record,
			seen(client) {
				seen.delete(client.session);
				seen.set(client.session, client);
				const [oldest] = seen.keys();
				if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest);
			},
			left: (session) => void seen.delete(session),
			contract: async () => (await fetch(chrome.runtime.getURL("contract.md"))).text(),
			deliveries: async (limit) => (await listDeliveries({}, { limit })).rows,
		},
	});

	handle("getBridge", async () => {
		const [read, log] = await Promise.all([settings.read(), bridgeLog.all()]);
		const bridge = read.ok ? read.value.bridge : defaultBridge;
		const newest = log.at(-1)?.seq;
		return {
			state: connection.state(),
			settings: bridge,
			profile: await connection.profile(bridge),
			clients: clientOverviews({
				log,
				seen: connection.state().state === "connected" ? [...seen.values()] : [],
				set: read.ok ? read.value.bridge_clients : {},
				grantedUntil: grants.until,
			}),
			amount: { count: log.length, ...(newest !== undefined && { newest }) },
		};
	});
	handle("retryBridge", () => connection.retry());
	handle("setBridge", async (fields) => {
		const updated = await settings.update(
			(current) => ({ ...current, bridge: { ...current.bridge, ...fields } }),
			"bridge",
		);
		return updated.ok ? ok(null) : fail(updated.failure);
	});
	handle("setClientAccess", async ({ key, access }) => {
		const updated = await settings.update(
			(current) => ({ ...current, bridge_clients: { ...current.bridge_clients, [key]: access } }),
			"bridge",
		);
		if (updated.ok && (access.access === "nothing" || access.access === "read")) asked.refuseAll(key);
		return updated.ok ? ok(null) : fail(updated.failure);
	});
	handle("answerBridgeCall", ({ approval, answer }) => asked.answer(approval, answer));
	handle("endBridgeGrant", ({ session }) => grants.end(session));
	handle("listBridgeCalls", ({ filter, ...page }) => bridgeLog.list(filter, page));
	handle("clearBridgeCalls", () => bridgeLog.clear());
}
