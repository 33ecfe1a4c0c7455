import type { UsageRecord } from "@/lib/assistant/usage-record";
import { ok, type Result } from "@/lib/core/result";
import type { ContextCache } from "@/lib/crm/customer-context";
import type { DriftRecord } from "@/lib/crm/drift-record";
import type { HealthRecord } from "@/lib/crm/health-record";
import { exportedEntry } from "@/lib/egress/export";
import { exportSettings } from "@/lib/settings/export-file";
import type { SettingsFailure } from "@/lib/settings/failure";
import { settingsDifference, settingsItems } from "@/lib/settings/items";
import { settingsKeys } from "@/lib/settings/keys";
import { initialItems, resetSettings } from "@/lib/settings/reset";
import { maskChanges } from "@/lib/settings/secrets";
import type { SettingsStore } from "@/lib/settings/store";
import { refusedConversations } from "./analysis-consent";
import type { BridgeLog } from "./bridge-log";
import { browser } from "./browser";
import { conversations } from "./conversations";
import { customerLinks } from "./customer-links";
import { cards, phoneLinks } from "./database";
import { allDeliveries, clearDeliveries, deliveriesAmount } from "./deliveries";
import type { EgressLog } from "./egress-log";
import { followUpRuns, followUps, learnedWeights } from "./follow-ups";
import type { FunctionLog } from "./function-log";
import { clearMessages, keptMessages } from "./kept-messages";
import { seenPhones } from "./seen-phones";
import {
	bridgeApprovalsValue,
	bridgeProfileValue,
	confirmationsValue,
	consoleHistoryValue,
	crmHealthValue,
	crmShapesValue,
	followUpsChangedValue,
	functionApprovalsValue,
	localStorageArea,
	previousSecretValue,
} from "./storage";
import type { StoredAmount, StoredKindName } from "./stored-kind";

/** One kind of thing that is stored: what there is of it, and how it is deleted. */
export type StoredKind<Item = unknown> = {
	/** One by one, as they are stored. */
	items(): Promise<Item[]>;
	/** How much there is, where reading all of it would take too long; `bytes` may be an estimate. */
	amount?(): Promise<Omit<StoredAmount, "kind">>;
	/** When an item was stored, in ms since the epoch; left out where nobody wrote that down. */
	since?(item: Item): number | undefined;
	/** What an export holds of them, without secrets; the items themselves where there are none. */
	exported?(items: Item[]): unknown;
	/** Deletes all of it. What still runs may store the next one. */
	remove(): Promise<Result<null, SettingsFailure>>;
};

export type StoredKinds = Record<StoredKindName, StoredKind>;

/** Those that keep something in memory, and have to forget it along with what is stored. */
type Owners = {
	settings: SettingsStore;
	crmHealth: HealthRecord;
	crmDrift: DriftRecord;
	contexts: ContextCache;
	egress: EgressLog;
	functionLog: FunctionLog;
	bridgeLog: BridgeLog;
	modelUsage: UsageRecord;
	outbox: { changed(): void };
	forgetConversations(): Promise<void>;
	/** Called when nobody is linked any more, and nobody is said not to be somebody. */
	linksForgotten(): Promise<void>;
	now(): number;
};

/** Every kind with what it takes to list and delete it: what is stored anew gets its entry here. */
export function createStoredKinds({
	settings,
	crmHealth,
	crmDrift,
	contexts,
	egress,
	functionLog,
	bridgeLog,
	modelUsage,
	outbox,
	forgetConversations,
	linksForgotten,
	now,
}: Owners): StoredKinds {
	return {
		settings: kind({
			async items() {
				const [read, policy] = await Promise.all([settings.read(), settings.policy()]);
				if (!read.ok) return [await localStorageArea.get(settingsKeys.settings)];
				return settingsDifference(initialItems(policy.items), settingsItems(read.value));
			},
			async exported() {
				const read = await settings.read();
				return read.ok ? exportSettings(read.value, false, now()) : null;
			},
			async remove() {
				const reset = await resetSettings(settings);
				return reset.ok ? ok(null) : reset;
			},
		}),
		"settings-history": kind({
			items: settings.history,
			since: ({ at }) => at,
			exported: (entries) => entries.map((entry) => ({ ...entry, changes: maskChanges(entry.changes) })),
			remove: () => done(settings.forget(["history"])),
		}),
		"settings-copies": kind({
			async items() {
				const names = [settingsKeys.lastGood, settingsKeys.damaged];
				const copies = await Promise.all(names.map(localStorageArea.get));
				return copies.filter((copy) => copy !== undefined);
			},
			// Nobody can tell where in a damaged copy the secrets are.
			async exported() {
				const lastGood = await settings.lastGood();
				return lastGood ? exportSettings(lastGood, false, now()) : null;
			},
			remove: () => done(settings.forget(["lastGood", "damaged"])),
		}),
		cards: kind({ items: cards.all, since: ({ fetchedAt }) => fetchedAt, remove: () => done(cards.clear()) }),
		contexts: kind({
			items: contexts.all,
			since: ({ fetchedAt }) => fetchedAt,
			remove: () => done(contexts.clear()),
		}),
		links: kind({ items: phoneLinks.all, remove: () => done(phoneLinks.clear()) }),
		"customer-links": kind({
			items: customerLinks.all,
			amount: customerLinks.amount,
			async remove() {
				await customerLinks.clear();
				await linksForgotten();
				return ok(null);
			},
		}),
		"seen-phones": kind({
			items: seenPhones.all,
			amount: seenPhones.amount,
			since: ({ at }) => at,
			remove: () => done(seenPhones.forget()),
		}),
		deliveries: kind({
			items: allDeliveries,
			amount: deliveriesAmount,
			since: ({ storedAt }) => storedAt,
			async remove() {
				await clearDeliveries();
				outbox.changed();
				return ok(null);
			},
		}),
		egress: kind({
			items: egress.all,
			amount: egress.amount,
			since: ({ at }) => at,
			exported: (entries) => entries.map(exportedEntry),
			remove: () => done(egress.clear()),
		}),
		"kept-messages": kind({
			items: keptMessages.all,
			amount: keptMessages.amount,
			remove: () => done(clearMessages()),
		}),
		"do-not-analyse": kind({
			items: refusedConversations.all,
			since: ({ at }) => at,
			remove: () => done(refusedConversations.clear()),
		}),
		"follow-ups": kind({
			items: followUps.all,
			amount: followUps.amount,
			async remove() {
				await followUps.clear();
				await followUpsChangedValue.set(Date.now());
				return ok(null);
			},
		}),
		"follow-up-runs": kind({
			items: followUpRuns.list,
			since: ({ startedAt }) => startedAt,
			async remove() {
				await followUpRuns.clear();
				await localStorageArea.remove(["follow_up_state"]);
				await browser.storage.session.remove("follow_up_run");
				return ok(null);
			},
		}),
		"learned-weights": kind({
			items: async () => Object.entries(await learnedWeights.get()),
			exported: (factors) => Object.fromEntries(factors),
			remove: () => done(learnedWeights.clear()),
		}),
		"function-calls": kind({
			items: functionLog.all,
			since: ({ at }) => at,
			remove: () => done(functionLog.clear()),
		}),
		"bridge-calls": kind({
			items: bridgeLog.all,
			since: ({ at }) => at,
			remove: () => done(bridgeLog.clear()),
		}),
		"model-usage": kind({
			items: async () => Object.entries(await modelUsage.days()),
			since: ([day]) => new Date(`${day}T00:00:00`).getTime(),
			exported: (days) => Object.fromEntries(days),
			remove: () => done(modelUsage.clear()),
		}),
		"bridge-profile": kind({
			items: async () => listOf([await bridgeProfileValue.get()]).filter((id) => id !== undefined),
			remove: () => done(localStorageArea.remove(["bridge_profile"])),
		}),
		"previous-secret": kind({
			items: async () => ((await previousSecretValue.get()) ? [{}] : []),
			remove: () => done(localStorageArea.remove(["webhook_previous_secret"])),
		}),
		"crm-health": kind({
			items: async () => Object.entries(((await crmHealthValue.get()) as object | undefined) ?? {}),
			remove: () => done(crmHealth.reset()),
		}),
		"crm-shapes": kind({
			items: async () => Object.entries(((await crmShapesValue.get()) as object | undefined) ?? {}),
			remove: () => done(crmDrift.reset()),
		}),
		conversations: kind({ items: conversations.all, remove: () => done(forgetConversations()) }),
		confirmations: kind({
			items: async () => listOf(await confirmationsValue.get()),
			remove: () => done(browser.storage.session.remove("confirmations")),
		}),
		"function-approvals": kind({
			items: async () =>
				listOf(((await functionApprovalsValue.get()) as { waiting?: unknown } | undefined)?.waiting),
			remove: () => done(browser.storage.session.remove("function_approvals")),
		}),
		"bridge-approvals": kind({
			items: async () =>
				listOf(((await bridgeApprovalsValue.get()) as { waiting?: unknown } | undefined)?.waiting),
			// Who waits for them gets no answer from anybody else: their time runs out.
			remove: () => done(browser.storage.session.remove("bridge_approvals")),
		}),
		"console-history": kind({
			items: async () => listOf(await consoleHistoryValue.get()),
			remove: () => done(browser.storage.session.remove("console_history")),
		}),
	};
}

/** Deletes all there is of every kind, even settings that cannot be read. Only the hosts the user allowed stay. */
export async function removeEverything(kinds: StoredKinds, settings: SettingsStore): Promise<void> {
	const { settings: _, ...others } = kinds;
	for (const { remove } of Object.values(others)) await remove();
	const ofSettings = Object.keys(settingsKeys) as (keyof typeof settingsKeys)[];
	await settings.forget(ofSettings);
	// Empty records, and what an older version left behind. The settings have their own turn: the user may set new ones.
	const names: string[] = Object.values(settingsKeys);
	const left = Object.keys(await browser.storage.local.get(null)).filter((name) => !names.includes(name));
	await browser.storage.local.remove(left);
	await browser.storage.session.clear();
}

/** Ties the items of one kind to what is done with them. */
const kind = <Item>(one: StoredKind<Item>): StoredKind => one as StoredKind;

async function done(removed: Promise<void>): Promise<Result<null, never>> {
	await removed;
	return ok(null);
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
