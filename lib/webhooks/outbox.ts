import type { Clock } from "@/lib/core/clock";
import { errorText } from "@/lib/core/error-text";
import type { Http } from "@/lib/core/http";
import { clockChangeMs } from "@/lib/core/watch-clock";
import { createDrain, type Stop } from "./drain";
import type { StorageProblem } from "./outbox-status";
import type { OutboxStore } from "./outbox-store";
import type { Receiver } from "./send";

/** Where events go now, and which; null when the webhook is off or has no URL. */
export type OutboxReceiver = Receiver & { events: readonly string[] };

export type OutboxPorts = {
	store: OutboxStore;
	receiver(): Promise<OutboxReceiver | null>;
	http: Http;
	hasPermission(pattern: string): Promise<boolean>;
	/** Whether a request to this URL can get anywhere at the moment. */
	isOnline(url: string): boolean;
	now: Clock;
	/** In [0, 1). */
	random(): number;
	/** Runs a task while no other run of this browser has the same lock; the lock ends with the worker. */
	exclusively(task: () => Promise<void>): Promise<void>;
	/** Calls `run` again in so many ms, even if the worker has ended by then; undefined: not by time. */
	wakeIn(ms: number | undefined): void;
	/** Ends early when `signal` aborts. */
	wait(ms: number, signal: AbortSignal): Promise<void>;
	/** The receiver said 410: the webhook is to be turned off. */
	disable(url: string): Promise<void>;
	/** The browser does not store; undefined: it does again. Kept where a full disk cannot refuse it. */
	noteStorageProblem(problem: StorageProblem | undefined): Promise<void>;
	/** Something of what the outbox shows has changed. */
	changed(): void;
};

export type Outbox = {
	/**
	 * Sends what is due, and sees to it that what is due later is sent then. Never more than one run at a time; one that
	 * is under way looks anew at settings, permission and connection.
	 */
	run(): Promise<void>;
	/** As `run`, once a person has changed deliveries: what was cancelled, and is not on its way yet, is not sent. */
	runAnew(): Promise<void>;
};

/** While something waits, the worker is woken at least so often, to keep the time and to notice a changed clock. */
const longestSleepMs = 5 * 60_000;
/** A longer silence while something waited means that the browser was closed, or the computer asleep. */
const silenceMs = 2 * longestSleepMs;
const mostPauses = 50;

/**
 * The delivery loop (docs/contract.md, section 4): restartable at any instruction, because what is being sent is marked
 * in the store before, and settled there after. Being the only run is what the lock is for; whoever holds it knows that
 * everything still marked was left by a worker that has ended.
 */
export function createOutbox(ports: OutboxPorts): Outbox {
	const { store, now } = ports;
	let running: Promise<void> | undefined;
	let wanted = false;
	let recovered = false;
	let drain: ReturnType<typeof createDrain> | undefined;

	function run(): Promise<void> {
		wanted = true;
		drain?.lookAgain();
		running ??= ports
			.exclusively(() => runWhileWanted().catch(rest))
			.finally(() => {
				running = undefined;
				// Asked for after the last look: the promise handed out then was this one's.
				if (wanted) void run();
			});
		return running;
	}

	async function runWhileWanted(): Promise<void> {
		let stop: Stop | undefined;
		while (wanted) {
			wanted = false;
			await lookAtClock();
			drain = createDrain(ports);
			stop = await drain.run();
			drain = undefined;
			ports.changed();
		}
		await sleep(stop);
	}

	/** The browser did not read or write: nothing is lost, everything is tried again a little later. */
	async function rest(error: unknown): Promise<void> {
		drain = undefined;
		wanted = false;
		// What was sent and could not be noted is taken up like what an ended worker left.
		recovered = false;
		const detail = errorText(error);
		ports.wakeIn(clockChangeMs);
		await ports.noteStorageProblem({ at: now(), detail });
		ports.changed();
	}

	/** Takes up what an ended worker left, and notices a clock that was put back and a time nobody was there. */
	async function lookAtClock(): Promise<void> {
		const left = recovered ? 0 : await store.recover(now());
		recovered = true;
		const { time, lastSeenAt } = await followClock();
		const waiting = left > 0 || (await store.nextDueAt()) !== undefined;
		const silent = waiting && lastSeenAt > 0 && time - lastSeenAt > silenceMs;
		await store.writeState((state) => ({
			...state,
			lastSeenAt: time,
			pauses: silent ? [...state.pauses, { from: lastSeenAt, until: time }].slice(-mostPauses) : state.pauses,
		}));
	}

	/** Moves everything that waits for a time along with a clock that was put back. */
	async function followClock(): Promise<{ time: number; lastSeenAt: number }> {
		const time = now();
		const { lastSeenAt } = await store.readState();
		const back = time - lastSeenAt;
		if (back < -clockChangeMs) {
			await store.shift(back);
			await store.writeState(({ throttle, ...state }) => ({
				...state,
				throttle: { ...throttle, until: throttle.until + back },
				lastSeenAt: time,
			}));
		}
		return { time, lastSeenAt };
	}

	async function sleep(stop: Stop | undefined): Promise<void> {
		const { time } = await followClock();
		const next = await store.nextDueAt();
		const state = await store.writeState((before) => ({ ...before, lastSeenAt: time }));
		await ports.noteStorageProblem(undefined);
		// What a setting or a permission holds up goes on when that changes, and not by time.
		if (next === undefined || stop === "off" || stop === "permission-missing") return ports.wakeIn(undefined);
		const wait = stop === "offline" ? clockChangeMs : Math.max(next, state.throttle.until) - time;
		ports.wakeIn(Math.min(wait, longestSleepMs));
	}

	return {
		run,
		runAnew() {
			drain?.giveBack();
			return run();
		},
	};
}
