import { setTimeout as delay } from "node:timers/promises";
import { createRandom, type Fault, holdsWithin } from "./fault";
import { writeNumbers } from "./flow";
import { createProfile } from "./profile";
import { judge } from "./promises";
import { answers, startReceiver } from "./receiver";

const seed = 7;

/** The browser's process is killed in the middle of a drain, and started again on the same profile. */
export const browserKills: Fault = {
	name: "the browser is killed while the queue drains",
	async run({ short }) {
		const kills = short ? 2 : 10;
		const each = short ? 20 : 50;
		const random = createRandom(seed);
		const secret = "a secret for faults";
		const receiver = await startReceiver(secret);
		const profile = await createProfile();
		const written: string[][] = [];
		try {
			await profile.start();
			await profile.connect(receiver.url, secret);
			for (let round = 0; round < kills; round++) {
				// The receiver is slow, so that every kill meets deliveries on their way.
				receiver.behave(
					(arrival, response) =>
						void delay(30).then(() => answers(200)(arrival, response, response.socket as never)),
				);
				const flow = await writeNumbers(profile, { count: each, from: round * each, pauseMs: 2 });
				for (const [chat, phones] of flow.entries()) written[chat] = [...(written[chat] ?? []), ...phones];
				await profile.ask("sendDeliveriesAgain", { filter: {} });
				await delay(random() * 150);
				await profile.kill();
				await profile.start();
			}
			receiver.behave(answers(200));
			await holdsWithin(60_000, () => judge(receiver.arrivals, written).lost.length === 0);
			const { expected, arrived, repeated, lost, broken } = judge(receiver.arrivals, written);
			return {
				done: [
					`${kills} kills (seed ${seed}), ${expected} events: ${arrived} arrived, ${repeated} of their requests again, ${lost.length} lost`,
				],
				broken: [...broken, ...lost.map((phone) => `${phone} was lost.`)],
			};
		} finally {
			await profile.close();
			await receiver.close();
		}
	},
};
