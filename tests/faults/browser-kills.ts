import { setTimeout as delay } from "node:timers/promises";
import { createRandom, type Fault, holdsWithin } from "./fault";
import { storeNumbers, type Written } from "./flow";
import { createProfile } from "./profile";
import { judge } from "./promises";
import { describeQueue, lookAtQueue, passTime } from "./queue";
import { answers, startReceiver } from "./receiver";

const seed = 7;
const secret = "a secret for faults";
/** The receiver takes so long for each, so that every kill meets deliveries on their way. */
const answerMs = 40;

/** The browser's process is killed in the middle of a drain, and started again on the same profile. */
export const browserKills: Fault = {
	name: "the browser is killed while the queue drains",
	async run({ short }) {
		const [kills, each, inChats] = short ? [2, 12, 1] : [10, 50, 3];
		const random = createRandom(seed);
		const receiver = await startReceiver(secret);
		const profile = await createProfile();
		const written: Written = [];
		const broken: string[] = [];
		let left = 0;
		try {
			await profile.start();
			await profile.connect(receiver.url, secret);
			for (let round = 0; round < kills; round++) {
				// Nobody listens while they are written, so that all of them go out at once afterwards.
				await receiver.stop();
				const flow = await storeNumbers(profile, { count: each, from: round * each, pauseMs: 0, inChats });
				written.push(...flow);
				const phones = new Set(flow.flat());
				const enough = Math.ceil(random() * 0.8 * each);
				const drained = new Promise<void>((resolve) => {
					let taken = 0;
					receiver.behave(async (...request) => {
						await delay(answerMs);
						answers(200)(...request);
						if (phones.has(request[0].phone)) taken++;
						if (taken === enough) resolve();
					});
				});
				await receiver.start();
				await passTime(profile, 24 * 3_600_000);
				await Promise.race([drained, delay(30_000, undefined, { ref: false })]);
				await profile.kill();
				const { lost } = judge(receiver.arrivals, flow);
				if (lost.length === 0) broken.push(`Kill ${round + 1} came after the drain.`);
				left += lost.length;
				await profile.start();
			}
			await holdsWithin(60_000, async () => {
				await lookAtQueue(profile);
				return judge(receiver.arrivals, written).lost.length === 0;
			});
			const verdict = judge(receiver.arrivals, written);
			if (verdict.lost.length > 0) broken.push(...(await describeQueue(profile)));
			const { expected, arrived, repeated, lost } = verdict;
			return {
				done: [
					`${kills} kills (seed ${seed}) with ${left} of ${expected} events still to come: ${arrived} arrived, ${repeated} of their requests again, ${lost.length} lost`,
				],
				broken: [...broken, ...verdict.broken, ...lost.map((phone) => `${phone} was lost.`)],
			};
		} finally {
			await profile.close();
			await receiver.close();
		}
	},
};
