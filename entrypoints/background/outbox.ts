import { i18n } from "#i18n";
import { errorText } from "@/lib/core/error-text";
import type { Http } from "@/lib/core/http";
import { createWakeUp, everyDay } from "@/lib/platform/alarms";
import { setMark } from "@/lib/platform/badge";
import { isOnline, onOnline } from "@/lib/platform/connection";
import { onBrowserStarted } from "@/lib/platform/content-scripts";
import { onDatabaseLost } from "@/lib/platform/database-loss";
import { pruneDeliveries } from "@/lib/platform/deliveries";
import { deliveryCounts } from "@/lib/platform/delivery-counts";
import { withLock } from "@/lib/platform/lock";
import { outboxStore } from "@/lib/platform/outbox-store";
import { hasPermission, onPermissionsChanged } from "@/lib/platform/permissions";
import {
	dataLossValue,
	onSettingsChanged,
	outboxStatusValue,
	storageProblemValue,
} from "@/lib/platform/storage";
import type { SettingsStore } from "@/lib/settings/store";
import { createOutbox, type OutboxReceiver } from "@/lib/webhooks/outbox";
import { needsAttention, type OutboxStatus, type StorageProblem } from "@/lib/webhooks/outbox-status";
import type { PreviousSecret } from "@/lib/webhooks/previous-secret";
import { findTarget } from "@/lib/webhooks/target";
import { isActive, type Webhook } from "@/lib/webhooks/webhook";

type OutboxSettings = { settings: SettingsStore; previousSecret: PreviousSecret; http: Http; now(): number };

/** A change of the status is told so soon, */
const statusSoonMs = 250;
/** and at most so often: a queue that drains changes it hundreds of times a second, and telling costs it speed. */
const statusEveryMs = 1_000;

export type OutboxService = ReturnType<typeof createOutboxService>;

/** The outbox on the browser's database, alarms and network. To be made when the worker starts. */
export function createOutboxService({ settings, previousSecret, http, now }: OutboxSettings) {
	let telling = false;
	let toldAt = 0;
	/** Whether the toolbar button has the mark; undefined until this worker has seen to it. */
	let marked: boolean | undefined;

	async function webhook(): Promise<Webhook | undefined> {
		const read = await settings.read();
		return read.ok ? read.value.webhook : undefined;
	}

	async function receiver(): Promise<OutboxReceiver | null> {
		const current = await webhook();
		if (!current || !isActive(current)) return null;
		return { url: current.url, events: current.events, secrets: await previousSecret.secretsOf(current) };
	}

	const storageProblem = async () => (await storageProblemValue.get()) as StorageProblem | null | undefined;

	async function noteStorageProblem(problem: StorageProblem | undefined): Promise<void> {
		// After every run: what is as it was is not written, and wakes no page.
		if (problem || (await storageProblem())) await storageProblemValue.set(problem ?? null);
	}

	onDatabaseLost(async () => {
		await dataLossValue.set(now());
		await tellStatus();
	});

	const way = { receiver, hasPermission, isOnline };
	const outbox = createOutbox({
		...way,
		store: outboxStore,
		http,
		now,
		random: Math.random,
		exclusively: (task) => withLock("outbox", task),
		wakeIn: createWakeUp("outbox", () => void outbox.run()),
		wait,
		async disable() {
			await settings.update(
				(current) => ({ ...current, webhook: { ...current.webhook, enabled: false } }),
				"receiver-gone",
			);
		},
		noteStorageProblem,
		changed() {
			if (telling) return;
			telling = true;
			const sinceTold = Math.max(now() - toldAt, 0);
			setTimeout(
				() => {
					telling = false;
					toldAt = now();
					void tellStatus();
				},
				Math.max(statusEveryMs - sinceTold, statusSoonMs),
			);
		},
	});
	everyDay("prune-deliveries", () => void removeOld());

	async function holdup(): Promise<Pick<OutboxStatus, "holdup" | "origin">> {
		const target = await findTarget(way);
		if (target.ok) return {};
		const { reason, ...more } = target.failure;
		return { holdup: reason, ...more };
	}

	async function status(): Promise<OutboxStatus> {
		const [counts, state, nextDueAt, held, problem, lostAt] = await Promise.all([
			deliveryCounts(),
			outboxStore.readState(),
			outboxStore.nextDueAt(),
			holdup(),
			storageProblem(),
			dataLossValue.get(),
		]);
		const { throttle, gone, lateOutcomeAt, pauses } = state;
		return {
			counts,
			...(nextDueAt !== undefined && { nextDueAt }),
			...(gone ? { holdup: "gone" as const } : held),
			...(throttle.pauseMs > 0 && throttle.until > now() && { slowedUntil: throttle.until }),
			...(gone && { gone }),
			...(lateOutcomeAt !== undefined && { lateOutcomeAt }),
			...(problem && { storageProblem: problem }),
			...(typeof lostAt === "number" && { lostAt }),
			pauses,
		};
	}

	async function tellStatus(): Promise<void> {
		const current = await status();
		await outboxStatusValue.set(current);
		const look = needsAttention(current);
		if (look === marked) return;
		await setMark("outbox", look ? { text: "!", title: i18n.t("deliveries.attention") } : undefined);
		marked = look;
	}

	async function removeOld(): Promise<void> {
		const read = await settings.read();
		if (read.ok) await pruneDeliveries(read.value.deliveries, now());
		void tellStatus();
	}

	function recheck(): void {
		void outbox.run();
		void tellStatus();
	}

	onSettingsChanged(async (touched) => {
		if (!touched("webhook")) return;
		// Turned on again after the receiver had said that it is gone: that is over.
		if ((await receiver()) !== null) await outboxStore.writeState(({ gone: _, ...state }) => state);
		recheck();
	});
	onPermissionsChanged(recheck);
	onOnline(recheck);
	// An alarm may not have outlived the browser.
	onBrowserStarted(recheck);
	void outbox.run();

	return {
		run: outbox.run,
		/** Stores events; where the browser refuses, says so to the user and rejects. */
		async guard(store: () => Promise<unknown>): Promise<void> {
			try {
				await store();
			} catch (error) {
				const detail = errorText(error);
				await noteStorageProblem({ at: now(), detail });
				await tellStatus().catch(() => undefined);
				throw error;
			}
			if (!(await storageProblem())) return;
			await noteStorageProblem(undefined);
			await tellStatus();
		},
		status,
		/** A person has read that what was stored is gone. */
		async dismissDataLoss(): Promise<void> {
			await dataLossValue.set(null);
			await tellStatus();
		},
		/** Looks at the queue and tells the status anew after a command has changed the deliveries. */
		changed(): void {
			void outbox.runAnew();
			void tellStatus();
		},
		/** Whether an event of this name is to be stored: it is selected, or would be if the receiver had not gone. */
		async wants(event: string): Promise<boolean> {
			const current = await webhook();
			if (!current || current.url === "" || !current.events.some((name) => name === event)) return false;
			return current.enabled || (await outboxStore.readState()).gone !== undefined;
		},
	};
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(done, ms);
		signal.addEventListener("abort", done, { once: true });
		function done(): void {
			clearTimeout(timer);
			signal.removeEventListener("abort", done);
			resolve();
		}
	});
}
