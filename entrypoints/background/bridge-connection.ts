import { type FromExtension, hostName, wireVersion } from "@/bridge/src/wire";
import {
	type BridgeState,
	failureOf,
	greetWithinMs,
	lookAgainMs,
	nextWorkerMs,
	retryMs,
	steadyMs,
} from "@/lib/bridge/connection";
import { profileName } from "@/lib/bridge/overview";
import { type Conversation, converse, type RequestPorts } from "@/lib/bridge/requests";
import type { BridgeSettings } from "@/lib/bridge/settings";
import { createMutex } from "@/lib/core/mutex";
import { createWakeUp } from "@/lib/platform/alarms";
import { canOpenNativePort, openNativePort } from "@/lib/platform/native-port";
import { hasBridgePermission, onPermissionsChanged } from "@/lib/platform/permissions";
import { bridgeProfileValue, bridgeStateValue, onSettingsChanged } from "@/lib/platform/storage";
import type { SettingsStore } from "@/lib/settings/store";

/** A page that looks whether the bridge is there has it tried again, but not more often than this, in ms. */
const soonestRetryMs = 2_000;

type ConnectionPorts = { settings: SettingsStore; requests: RequestPorts; randomId(): string };

type Connection = { close(): void; settings: BridgeSettings };

export type BridgeConnection = ReturnType<typeof createBridgeConnection>;

/**
 * Keeps the connection to the bridge while it is on: opens it when the worker starts, and again, more and more seldom,
 * while the bridge is missing or has gone. To be made when the worker starts.
 */
export function createBridgeConnection({ settings, requests, randomId }: ConnectionPorts) {
	const { now } = requests;
	const exclusively = createMutex();
	const wakeIn = createWakeUp("bridge", () => void look());
	let connection: Connection | undefined;
	let state: BridgeState = { state: "off" };
	let failures = 0;
	let triedAt = 0;

	function setState(next: BridgeState): void {
		state = next;
		void bridgeStateValue.set(next);
	}

	/** Connects or ends the connection, whichever is wanted now. */
	const look = (): Promise<void> =>
		exclusively(async () => {
			const [read, allowed] = await Promise.all([settings.read(), hasBridgePermission()]);
			// Settings that cannot be read: what is there stays until they can.
			if (!read.ok) return;
			const wanted = read.value.bridge;
			if (!wanted.enabled || !allowed) {
				disconnect();
				failures = 0;
				wakeIn(undefined);
				const next: BridgeState = { state: wanted.enabled ? "permission-missing" : "off" };
				if (next.state !== state.state) setState(next);
				return;
			}
			if (!canOpenNativePort()) {
				if (state.state !== "starting-anew") setState({ state: "starting-anew" });
				wakeIn(nextWorkerMs);
				return;
			}
			// The name is told once a connection.
			if (connection && connection.settings.profile_name !== wanted.profile_name) disconnect();
			if (connection) wakeIn(lookAgainMs);
			else await connect(wanted);
		}).catch(() => wakeIn(retryMs(failures)));

	async function connect(wanted: BridgeSettings): Promise<void> {
		const profile = await ownProfile(wanted);
		triedAt = now();
		let greetedAt: number | undefined;
		let conversation: Conversation | undefined;
		const end = () => {
			clearTimeout(patience);
			conversation?.end();
			if (connection === own) connection = undefined;
		};
		const failed = (detail: string) => {
			end();
			failures = greetedAt !== undefined && now() - greetedAt >= steadyMs ? 1 : failures + 1;
			setState({ state: failureOf(detail), detail });
			wakeIn(retryMs(failures));
		};
		const patience = setTimeout(() => {
			port.close();
			failed("The bridge said nothing.");
		}, greetWithinMs);
		const port = openNativePort(hostName, {
			message: (message) => conversation?.receive(message),
			closed: failed,
		});
		const send = (message: FromExtension) => port.send(message);
		const own: Connection = {
			settings: wanted,
			close() {
				port.close();
				end();
			},
		};
		connection = own;
		conversation = converse(requests, send, ({ wire, version }) => {
			clearTimeout(patience);
			greetedAt = now();
			wakeIn(lookAgainMs);
			if (wire === wireVersion) setState({ state: "connected", version, since: greetedAt });
			else setState({ state: wire < wireVersion ? "bridge-older" : "bridge-newer", version });
		});
		if (state.state === "off" || state.state === "permission-missing") setState({ state: "connecting" });
		send({ type: "hello", wire: wireVersion, version: chrome.runtime.getManifest().version, profile });
	}

	function disconnect(): void {
		connection?.close();
		connection = undefined;
	}

	async function ownProfile(wanted: BridgeSettings): Promise<{ id: string; name: string }> {
		const stored = await bridgeProfileValue.get();
		const id = typeof stored === "string" ? stored : randomId();
		if (stored !== id) await bridgeProfileValue.set(id);
		return { id, name: profileName(wanted, id) };
	}

	onSettingsChanged((touched) => {
		if (touched("bridge")) void look();
	});
	onPermissionsChanged(() => void look());
	void look();

	return {
		state: () => state,
		profile: ownProfile,
		/** Tries again now, because somebody is looking; does nothing where it is connected. */
		retry(): void {
			if (!connection && state.state !== "starting-anew" && now() - triedAt >= soonestRetryMs) void look();
		},
	};
}
