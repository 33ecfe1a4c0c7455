import { moveWorkersClock } from "../../demo/browser/move-clock";
import { stopServiceWorker } from "../browser/support/service-worker";
import { type Fault, holdsWithin } from "./fault";
import { storeNumbers } from "./flow";
import { createProfile, type Profile } from "./profile";
import { judge } from "./promises";
import { counts } from "./queue";
import { answers, startReceiver } from "./receiver";

const secret = "a secret for faults";
const hour = 3_600_000;
/** The first pause is 5 s and up to a fifth more, a slowed queue takes a second or two for each; an hour is far away. */
const soonMs = 60_000;

const refusals = [
	{ name: "after a 429 with Retry-After", answer: answers(429, { "Retry-After": "8" }) },
	{ name: "after a 500", answer: answers(500) },
];

/**
 * The clock goes an hour back while events wait for their retry. A test cannot set the computer's clock: the worker's
 * and the receiver's are put back, the browser's own keeps the time, and alarms are set by it.
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
			return { done, broken };
		} finally {
			await profile.close();
			await receiver.close();
		}
	},
};

async function putWorkersClock(profile: Profile, byMs: number): Promise<void> {
	// Whoever was stopped starts, and is the one whose clock is put.
	await profile.ask("getOutboxStatus");
	await moveWorkersClock(await profile.browser().serviceWorker(), byMs);
}
