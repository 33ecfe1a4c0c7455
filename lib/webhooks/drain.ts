import { createMutex } from "@/lib/core/mutex";
import { type Delivery, nextNumber } from "./delivery";
import type { OutboxPorts } from "./outbox";
import { isGone, type Outcome } from "./outcome";
import { readRetryAfter } from "./retry-policy";
import { sendEvent } from "./send";
import { findTarget, type Obstacle } from "./target";
import { fullSpeed, type Throttle, throttleAfter } from "./throttle";

/** Why a run ended although something is due. */
export type Stop = Obstacle["reason"] | "gone" | "throttled" | "storage-failed";

/** What a browser opens to one host at once over HTTP/1.1. */
const concurrency = 6;
/** Claimed at once: one transaction for many deliveries. */
const batchSize = 48;
/** When no more than this are left, the next are claimed, so that they are there in time. */
const claimAtLeft = 24;
/**
 * So many outcomes are written in one transaction; fewer when the queue is not that long, or some time has passed.
 * A transaction costs as much as what a dozen outcomes add to it.
 */
const settledTogether = 96;
const settleWithinMs = 250;
/** A worker without a call of the extension's API is ended after 30 s; a run makes one in good time. */
const heartbeatMs = 15_000;
/** A longer pause is left to an alarm. */
const longestWaitMs = 20_000;

/**
 * One run over what is due: claims, sends several at once, settles in batches, and goes on until nothing is due or
 * something stops it. `run` gives the reason it stopped, undefined when all is done.
 */
export function createDrain(ports: OutboxPorts) {
	const { store, now } = ports;
	const claimed: Delivery[] = [];
	const made: { delivery: Delivery; outcome: Outcome }[] = [];
	const oneByOne = createMutex();
	const ended = new AbortController();
	let sending = 0;
	/** Whether more is due than what was claimed. */
	let isLong = false;
	let stop: Stop | undefined;
	let throttle: Throttle = fullSpeed;
	let claiming: Promise<void> | undefined;
	let settling: Promise<void> | undefined;
	let settlingSoon = false;
	let target: ReturnType<typeof findTarget> | undefined;
	let problem: { error: unknown } | undefined;
	let givingBack: Promise<void> | undefined;
	/** How often a person has changed deliveries. */
	let changes = 0;
	let wakeIdle = () => {};
	let moved = nextMove();

	function nextMove(): Promise<void> {
		return new Promise((resolve) => {
			wakeIdle = resolve;
		});
	}

	/** Wakes those who found nothing to do. */
	function signalMove(): void {
		wakeIdle();
		moved = nextMove();
	}

	/** The store failed: what is under way comes to its end, and the run ends with the error. */
	function giveUp(error: unknown): void {
		problem ??= { error };
		stop ??= "storage-failed";
	}

	function claim(): Promise<void> {
		claiming ??= store
			.claim(batchSize, now())
			.then((deliveries) => {
				isLong = deliveries.length === batchSize;
				claimed.push(...deliveries);
			}, giveUp)
			.finally(() => {
				claiming = undefined;
			});
		return claiming;
	}

	/** Gives back what was claimed and is not on its way. */
	function giveBack(): void {
		const left = claimed.splice(0);
		if (left.length > 0) givingBack = store.unclaim(left, "not-sent", now()).catch(giveUp);
	}

	/** Writes what was made so far, after what is being written. */
	function settle(): Promise<void> {
		settling ??= (async () => {
			const outcomes = made.splice(0);
			if (outcomes.length === 0) return;
			await store.settle(outcomes, now());
			ports.changed();
		})()
			.catch(giveUp)
			.finally(() => {
				settling = undefined;
				if (made.length > 0) settleTogether();
				signalMove();
			});
		return settling;
	}

	/** Has what was made written: at once, or in a long queue with what is made in the next moment. */
	function settleTogether(): void {
		if (made.length >= settledTogether || !isLong) void settle();
		else if (!settlingSoon) void settleSoon();
	}

	async function settleSoon(): Promise<void> {
		settlingSoon = true;
		await ports.wait(settleWithinMs, ended.signal);
		settlingSoon = false;
		await settle();
	}

	/** The next delivery to send; undefined when nothing is due and nothing under way could make something due. */
	async function next(): Promise<Delivery | undefined> {
		for (;;) {
			if (stop) return undefined;
			const delivery = claimed.shift();
			if (delivery) {
				// Counted here and not by who gets it, a turn later: the others look in between, and would end.
				sending++;
				if (claimed.length <= claimAtLeft) void claim();
				return delivery;
			}
			const move = moved;
			await claim();
			if (claimed.length > 0) continue;
			// What was made may let others go on.
			if (made.length > 0) void settle();
			if (sending === 0 && made.length === 0 && !settling) return undefined;
			await move;
		}
	}

	async function sendAll(): Promise<void> {
		for (let delivery = await next(); delivery; delivery = await next()) {
			try {
				await (throttle.pauseMs > 0 ? sendSlowly(delivery) : send(delivery));
			} catch (error) {
				giveUp(error);
			}
			sending--;
			signalMove();
		}
	}

	function sendSlowly(delivery: Delivery): Promise<void> {
		const changesBefore = changes;
		return oneByOne(async () => {
			const pause = throttle.until - now();
			if (pause > longestWaitMs) stop ??= "throttled";
			else if (pause > 0) await ports.wait(pause, ended.signal);
			// Cancelled while it waited, perhaps: what is still to be sent is claimed anew.
			if (changes !== changesBefore) return store.unclaim([delivery], "not-sent", now());
			await send(delivery);
		});
	}

	async function send(delivery: Delivery): Promise<void> {
		target ??= findTarget(ports);
		const found = await target;
		if (!found.ok) stop ??= found.failure.reason;
		if (stop || !found.ok) return store.unclaim([delivery], "not-sent", now());
		const receiver = found.value;
		if (!receiver.events.includes(delivery.event))
			return store.unclaim([delivery], "event-not-selected", now());

		const { id, event, body } = delivery;
		const number = nextNumber(delivery);
		const startedAt = now();
		const sent = await sendEvent(ports, receiver, { id, event, body, attempt: number });
		const { request, retryAfter, ...answered } = sent;
		const attempt = { number, startedAt, url: request.url, headers: request.headers, ...answered };
		const retryAfterMs = readRetryAfter(retryAfter, now());
		const outcome: Outcome = { attempt, retryAfterMs, random: ports.random() };
		made.push({ delivery, outcome });
		await adapt(outcome, receiver.url);
		settleTogether();
	}

	/** Draws the conclusions for the queue as a whole. */
	async function adapt(outcome: Outcome, url: string): Promise<void> {
		const after = throttleAfter(throttle, outcome.attempt.status, outcome.retryAfterMs, now());
		if (after !== throttle) {
			throttle = after;
			await store.writeState((state) => ({ ...state, throttle: after }));
		}
		if (!isGone(outcome) || stop === "gone") return;
		stop = "gone";
		ended.abort();
		await store.writeState((state) => ({ ...state, gone: { at: now(), url } }));
		await ports.disable(url);
	}

	async function keepAwake(): Promise<void> {
		while (!ended.signal.aborted) {
			await ports.wait(heartbeatMs, ended.signal);
			if (ended.signal.aborted) return;
			ports.wakeIn(2 * heartbeatMs);
			// Never back: that the clock was put back is for the end of the run to notice.
			await store
				.writeState((state) => ({ ...state, lastSeenAt: Math.max(state.lastSeenAt, now()) }))
				.catch(giveUp);
		}
	}

	return {
		async run(): Promise<Stop | undefined> {
			throttle = (await store.readState()).throttle;
			void keepAwake();
			await Promise.all(Array.from({ length: concurrency }, sendAll));
			ended.abort();
			await claiming;
			while (made.length > 0 || settling) await settle();
			giveBack();
			await givingBack;
			if (problem) throw problem.error;
			return stop;
		},
		/** A person has changed deliveries: what is not on its way yet may be cancelled. */
		giveBack(): void {
			changes++;
			giveBack();
		},
		/** Settings, permission or connection may be others, and more may be due. */
		lookAgain(): void {
			target = undefined;
			signalMove();
		},
	};
}
