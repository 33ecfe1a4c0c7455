import { moveWorkersClock } from "../../demo/browser/move-clock";
import { evaluateInContentScript } from "../browser/support/content-script";
import { serviceWorkerRuns, stopServiceWorker } from "../browser/support/service-worker";
import { type Fault, holdsWithin } from "./fault";
import { storeNumbers } from "./flow";
import { createProfile, type Profile } from "./profile";
import { judge } from "./promises";
import { counts, putStoredClockBack } from "./queue";
import { answers, type Receiver, startReceiver } from "./receiver";

const secret = "a secret for faults";
const hour = 3_600_000;
/** The first pause is 5 s and up to a fifth more, a slowed queue takes a second or two for each; an hour is far away. */
const soonMs = 60_000;

const refusals = [
	{ name: "after a 429 with Retry-After", answer: answers(429, { "Retry-After": "8" }) },
	{ name: "after a 500", answer: answers(500) },
];

/**
 * The clock goes an hour back while events wait for their retry. A test cannot set the computer's clock: while the worker
 * lives, its own and the receiver's are put back; while it has ended, all that is written down is put forward instead.
 */
export const clockBack: Fault = {
	name: "the clock goes an hour back",
	async run({ short }) {
		const count = short ? 3 : 20;
		const receiver = await startReceiver(secret);
		const profile = await createProfile();
		const done: string[] = [];
		const broken: string[] = [];
		try {
			await profile.start();
			await profile.connect(receiver.url, secret);
			for (const [round, { name, answer }] of refusals.slice(0, short ? 1 : undefined).entries()) {
				receiver.arrivals.length = 0;
				receiver.behave(answer);
				const written = await storeNumbers(profile, { count, from: round * count, inChats: 1, pauseMs: 0 });
				await holdsWithin(20_000, () => receiver.arrivals.length > 0);
				await putWorkersClock(profile, -hour);
				receiver.setClock(-hour);
				receiver.behave(answers(200));
				const start = performance.now();
				await holdsWithin(soonMs, () => judge(receiver.arrivals, written).lost.length === 0);
				const seconds = ((performance.now() - start) / 1000).toFixed(0);
				const { arrived, expected, lost, broken: unkept } = judge(receiver.arrivals, written);
				broken.push(...unkept, ...lost.map((phone) => `${name}: ${phone} does not come within a minute.`));
				done.push(
					`${name}: ${arrived} of ${expected} events arrived within ${seconds} s, ${lost.length} late or lost`,
				);
				// A new worker has the true time: for it the clock has gone an hour ahead.
				await holdsWithin(20_000, async () => (await counts(profile)).pending === 0);
				await stopServiceWorker(profile.browser());
				receiver.setClock(0);
			}
			let from = count * refusals.length;
			for (const { name, wake } of short ? wakers.slice(0, 1) : wakers) {
				const { line, problems } = await whileItSleeps({ profile, receiver }, { count, from, wake });
				from += count;
				done.push(`the worker has ended, ${name}: ${line}`);
				broken.push(...problems.map((problem) => `the worker has ended, ${name}: ${problem}`));
			}
			return { done, broken };
		} finally {
			await profile.close();
			await receiver.close();
		}
	},
};

type Scene = { profile: Profile; receiver: Receiver };

/** What is there to notice the clock while no worker runs: it is made ready before, and called after the clock was put. */
const wakers: { name: string; wake(profile: Profile): Promise<() => Promise<unknown>> }[] = [
	{
		name: "WhatsApp is open",
		wake: async ({ browser, chat }) => {
			const { extensionId } = browser();
			const put = `{ const now = Date.now; Date.now = () => now() - ${hour}; }`;
			return () => evaluateInContentScript(chat(), extensionId, put);
		},
	},
	{
		name: "another page is opened",
		wake: async ({ chat }) => {
			await chat().goto("about:blank");
			return () => chat().goto("data:text/html,another page");
		},
	},
];

/** The clock goes back while the worker has ended and an alarm is set, which is late by as much (as Chromium's are). */
async function whileItSleeps(
	{ profile, receiver }: Scene,
	{ count, from, wake }: { count: number; from: number; wake: (typeof wakers)[number]["wake"] },
): Promise<{ line: string; problems: string[] }> {
	receiver.arrivals.length = 0;
	receiver.behave(answers(500));
	const written = await storeNumbers(profile, { count, from, inChats: 1, pauseMs: 0 });
	await holdsWithin(20_000, () => receiver.arrivals.length > 0);
	const notice = await wake(profile);
	// Noted before the worker ends: a failure nobody has written down is tried again at once.
	await holdsWithin(20_000, async () => (await nextDueIn(profile)) > 0);
	await stopServiceWorker(profile.browser());
	await putStoredClockBack(profile, hour);
	receiver.behave(answers(200));
	const before = receiver.arrivals.length;
	const problems: string[] = [];
	if (await serviceWorkerRuns(profile.browser())) problems.push("the worker was woken by the test.");
	await notice();
	const start = performance.now();
	await holdsWithin(soonMs, () => judge(receiver.arrivals, written).lost.length === 0);
	const seconds = ((performance.now() - start) / 1000).toFixed(0);
	const { arrived, expected, lost, broken, repeated } = judge(receiver.arrivals, written);
	// Wakes the worker, so nothing before may.
	await holdsWithin(20_000, async () => (await counts(profile)).pending === 0);
	problems.push(...broken, ...lost.map((phone) => `${phone} does not come within a minute.`));
	const after = receiver.arrivals.length - before;
	if (after !== expected) problems.push(`${after} requests went out for ${expected} events.`);
	return {
		line: `${arrived} of ${expected} events arrived within ${seconds} s, ${repeated} again`,
		problems,
	};
}

/** When the next delivery is due, in ms; 0 without one. */
async function nextDueIn(profile: Profile): Promise<number> {
	const { nextDueAt = 0 } = await profile.ask<{ nextDueAt?: number }>("getOutboxStatus");
	return Math.max(nextDueAt - Date.now(), 0);
}

async function putWorkersClock(profile: Profile, byMs: number): Promise<void> {
	// Whoever was stopped starts, and is the one whose clock is put.
	await profile.ask("getOutboxStatus");
	await moveWorkersClock(await profile.browser().serviceWorker(), byMs);
}
