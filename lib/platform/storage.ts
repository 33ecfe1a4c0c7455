import type { NamedStorage, ValueStorage } from "@/lib/core/storage";
import type { FollowUpRun } from "@/lib/followup/follow-up";
import { canonicalJson } from "@/lib/settings/items";
import { settingsKeys } from "@/lib/settings/keys";
import { createPolicySource } from "@/lib/settings/policy-source";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { browser } from "./browser";

/** The area on this computer's disk, where settings and secrets live. */
export const localStorageArea: NamedStorage = {
	get: async (name) => (await browser.storage.local.get(name))[name],
	set: (values) => browser.storage.local.set(values),
	remove: (names) => browser.storage.local.remove([...names]),
};

/** One value on this computer's disk. */
const localValue = (key: string): ValueStorage => ({
	get: () => localStorageArea.get(key),
	set: (value) => localStorageArea.set({ [key]: value }),
});

/** What is known of the CRM endpoints' health. */
export const crmHealthValue = localValue("crm_health");

/** What the answers of the CRM endpoints look like. */
export const crmShapesValue = localValue("crm_shapes");

/** The webhook's secret from before a rotation, while it still signs. */
export const previousSecretValue = localValue("webhook_previous_secret");

/** When Chatside was installed in this profile, ms since the epoch. */
export const installedAtValue = localValue("installed_at");

/** True once there has been a database in this profile. */
export const databaseMadeValue = localValue("database_made");

/** When it was noticed that the browser had lost what was in the database; null once somebody has read that. */
export const dataLossValue = localValue("data_loss");

/** What models used, day by day. */
export const modelUsageValue = localValue("model_usage");

/** What the bridge knows this browser profile by; drawn once. */
export const bridgeProfileValue = localValue("bridge_profile");

/** Which runs of the follow-up were made, and how far one is that was not ended. */
export const followUpStateValue = localValue("follow_up_state");

/** One value of the area that lives as long as the browser runs. */
function sessionValue(key: string): ValueStorage {
	return {
		get: async () => (await browser.storage.session.get(key))[key],
		// The browser keeps the old value for one that is undefined.
		set: (value) =>
			value === undefined
				? browser.storage.session.remove(key)
				: browser.storage.session.set({ [key]: value }),
	};
}

/** The warnings that wait for their confirmation; they end with the browser. */
export const confirmationsValue = sessionValue("confirmations");

/** The calls of functions that wait for a person; they end with the browser. */
export const functionApprovalsValue = sessionValue("function_approvals");

/** The calls of programs at the bridge that wait for a person, as they are shown; they end with the browser. */
export const bridgeApprovalsValue = sessionValue("bridge_approvals");

/** How the connection to the bridge is, kept current by the background and watched by pages. */
export const bridgeStateValue = sessionValue("bridge_state");

/** Calls `listener` with the calls that wait, as they are stored, whenever they change, until `signal` aborts. */
export const watchBridgeApprovals = (listener: (stored: unknown) => void, signal: AbortSignal): void =>
	watchSessionValue("bridge_approvals", listener, signal);

/** Calls `listener` whenever the connection to the bridge is another, until `signal` aborts. */
export const watchBridgeState = (listener: () => void, signal: AbortSignal): void =>
	watchSessionValue("bridge_state", listener, signal);

/** The calls made in the Console, without their secrets; they end with the browser. */
export const consoleHistoryValue = sessionValue("console_history");

/** What the CRM told the assistant of the last customers; it ends with the browser. */
export const contextsValue = sessionValue("customer_contexts");

/** How the outbox is, kept current by the background and watched by pages. */
export const outboxStatusValue = sessionValue("outbox_status");

/** Why the browser stored nothing the last time it was asked to, null when it did. In memory: a full disk refuses the rest. */
export const storageProblemValue = sessionValue("storage_problem");

/** Whether the logs of what is stored were renewed since the browser was started. */
export const logsRenewedValue = sessionValue("logs_renewed");

/** The run of the follow-up that is under way, or was last, kept current by the background and watched by pages. */
export const followUpRunValue = sessionValue("follow_up_run");

/** When a follow-up was last changed, ms since the epoch: for pages that show them. */
export const followUpsChangedValue = sessionValue("follow_ups_changed");

/** Calls `listener` with every step of a run of the follow-up, until `signal` aborts. */
export function watchFollowUpRun(listener: (run: FollowUpRun) => void, signal: AbortSignal): void {
	watchSessionValue("follow_up_run", (run) => run && listener(run as FollowUpRun), signal);
}

/** Calls `listener` with every new status of the outbox, until `signal` aborts. */
export function watchOutboxStatus(listener: (status: OutboxStatus) => void, signal: AbortSignal): void {
	watchSessionValue("outbox_status", (status) => status && listener(status as OutboxStatus), signal);
}

/** Calls `listener` with every new value under a key, undefined when it was removed, until `signal` aborts. */
export function watchSessionValue(
	key: string,
	listener: (value: unknown) => void,
	signal: AbortSignal,
): void {
	const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
		if (key in changes) listener(changes[key]?.newValue);
	};
	browser.storage.session.onChanged.addListener(onChanged);
	signal.addEventListener("abort", () => browser.storage.session.onChanged.removeListener(onChanged), {
		once: true,
	});
}

/** Whether the policy set nothing when the browser last told of it. */
const policyEmptyValue = localValue("policy_empty");
const policyListeners = new Set<() => void>();

/** What the organisation's policy sets (public/managed-schema.json). Empty without one. */
export const managedSettings = createPolicySource({
	managed: () => browser.storage.managed.get(),
	wasEmpty: policyEmptyValue,
	changed: () => {
		for (const listener of policyListeners) listener();
	},
});

/**
 * Calls `listener` whenever settings or policy were changed by anyone; until `signal` aborts, where one is given.
 * `touched` tells whether a part of the settings, such as `crm_endpoints`, may be another than before.
 */
export function onSettingsChanged(
	listener: (touched: (part: string) => boolean) => void,
	signal?: AbortSignal,
): void {
	const onLocal = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => {
		const change = changes[settingsKeys.settings];
		if (change) listener((part) => partOf(change.oldValue, part) !== partOf(change.newValue, part));
	};
	const onManaged = () => listener(() => true);
	browser.storage.local.onChanged.addListener(onLocal);
	browser.storage.managed.onChanged.addListener(onManaged);
	policyListeners.add(onManaged);
	const stop = () => {
		policyListeners.delete(onManaged);
		browser.storage.local.onChanged.removeListener(onLocal);
		browser.storage.managed.onChanged.removeListener(onManaged);
	};
	signal?.addEventListener("abort", stop, { once: true });
}

/** Calls `listener` with the names of what anyone stored or removed, on disk or for this session, until `signal` aborts. */
export function onStored(listener: (names: readonly string[]) => void, signal: AbortSignal): void {
	for (const area of [browser.storage.local, browser.storage.session]) {
		const onChanged = (changes: Record<string, unknown>) => listener(Object.keys(changes));
		area.onChanged.addListener(onChanged);
		signal.addEventListener("abort", () => area.onChanged.removeListener(onChanged), { once: true });
	}
}

const partOf = (settings: unknown, part: string): string =>
	canonicalJson((settings as Record<string, unknown> | undefined)?.[part]);

/** Closes the storage that holds secrets to content scripts; the session area is closed from the start. */
export async function closeStorageToContentScripts(): Promise<void> {
	await chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}
