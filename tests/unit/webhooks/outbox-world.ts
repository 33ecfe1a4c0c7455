import "fake-indexeddb/auto";
import type { Http, HttpRequest, HttpResponse } from "@/lib/core/http";
import { createMutex } from "@/lib/core/mutex";
import { fail, ok } from "@/lib/core/result";
import { database } from "@/lib/platform/open-database";
import { outboxStore } from "@/lib/platform/outbox-store";
import type { Delivery, NewDelivery } from "@/lib/webhooks/delivery";
import { createOutbox, type OutboxReceiver } from "@/lib/webhooks/outbox";
import type { StorageProblem } from "@/lib/webhooks/outbox-status";
import type { OutboxStore } from "@/lib/webhooks/outbox-store";

export type Answer = Partial<HttpResponse> | "unreachable" | "timeout" | "redirected";

export const minute = 60_000;
export const hour = 60 * minute;

/** An outbox on a real database, with a clock that a test moves and a receiver that answers as it is told. */
export async function createOutboxWorld() {
	const db = await database();
	for (const name of db.objectStoreNames) await db.clear(name);
	let time = Date.parse("2026-03-04T12:00:00Z");
	let receiver: OutboxReceiver | null = {
		url: "https://hooks.example.com/in",
		secrets: ["a secret of the user"],
		events: ["phone.detected", "followup.detected"],
	};
	let permitted = true;
	let online = true;
	let answer: (request: HttpRequest, id: string) => Answer | Promise<Answer> = () => ({});
	const requests: (HttpRequest & { id: string; at: number })[] = [];
	const disabled: string[] = [];
	let storageProblem: StorageProblem | undefined;
	const wakes: (number | undefined)[] = [];
	const lock = createMutex();
	let atOnce = 0;
	let mostAtOnce = 0;

	const http: Http = async (request) => {
		const id = request.headers["webhook-id"] ?? "";
		requests.push({ ...request, id, at: time });
		mostAtOnce = Math.max(mostAtOnce, ++atOnce);
		const given = await answer(request, id);
		atOnce--;
		if (typeof given === "string") return fail({ reason: given });
		return ok({ status: 200, contentType: "text/plain", text: "ok", ...given });
	};

	/** A worker starts; what an earlier one knew is gone, but for what it stored. */
	function startWorker(store: OutboxStore = outboxStore) {
		return createOutbox({
			store,
			http,
			receiver: async () => receiver,
			hasPermission: async () => permitted,
			isOnline: () => online,
			now: () => time,
			random: () => 0,
			exclusively: (task) => lock(task),
			wakeIn: (ms) => void wakes.push(ms === undefined ? undefined : time + ms),
			wait: (ms, signal) =>
				new Promise((resolve) => {
					// The heartbeat waits until the run ends; a throttled queue gets its pause at once.
					if (ms === 15_000) signal.addEventListener("abort", () => resolve());
					else {
						time += ms;
						resolve();
					}
				}),
			disable: async (url) => {
				disabled.push(url);
				receiver = null;
			},
			noteStorageProblem: async (problem) => {
				storageProblem = problem;
			},
			changed: () => undefined,
		});
	}

	return {
		startWorker,
		requests,
		disabled,
		storageProblem: () => storageProblem,
		wakes,
		ids: () => requests.map(({ id }) => id),
		now: () => time,
		mostAtOnce: () => mostAtOnce,
		pass: (ms: number) => {
			time += ms;
		},
		answers: (next: typeof answer) => {
			answer = next;
		},
		setReceiver: (next: OutboxReceiver | null) => {
			receiver = next;
		},
		receiver: () => receiver,
		setPermission: (next: boolean) => {
			permitted = next;
		},
		setOnline: (next: boolean) => {
			online = next;
		},
		enqueue: (...events: NewDelivery[]) => outboxStore.enqueue(events, time),
		deliveries: async (): Promise<Delivery[]> => (await database()).getAll("deliveries"),
		delivery: async (id: string): Promise<Delivery> => {
			const found = await (await database()).getFromIndex("deliveries", "id", id);
			if (!found) throw new Error(`There is no delivery ${id}.`);
			return found;
		},
	};
}

export const event = (id: string, conversationHash?: string): NewDelivery => ({
	id,
	event: "phone.detected",
	body: `{"event":"phone.detected","id":"${id}"}`,
	phone: "+34612345678",
	...(conversationHash && { conversationHash }),
});
