import { setTimeout as delay } from "node:timers/promises";
import { serviceWorkerRuns, stopServiceWorker } from "../browser/support/service-worker";
import { createRandom, type Fault, holdsWithin } from "./fault";
import { storeNumbers } from "./flow";
import { createProfile } from "./profile";
import { judge } from "./promises";
import { startReceiver } from "./receiver";

const seed = 20_260_304;

/** The service worker is stopped again and again while numbers are written and their events go out. */
export const workerStops: Fault = {
	name: "the worker is stopped while events flow",
	async run({ short }) {
		const [events, stops] = short ? [60, 20] : [500, 200];
		const random = createRandom(seed);
		const receiver = await startReceiver("a secret for faults");
		const profile = await createProfile();
		try {
			await profile.start();
			await profile.connect(receiver.url, "a secret for faults");
			let stopped = 0;
			let writing = true;
			const stopping = (async () => {
				while (stopped < stops) {
					await delay(20 + random() * 250);
					if (!(await serviceWorkerRuns(profile.browser()))) {
						// Nothing wakes it any more: the status does, as an opened page would.
						if (!writing) await profile.ask("getOutboxStatus").catch(() => undefined);
						continue;
					}
					await stopServiceWorker(profile.browser());
					stopped++;
				}
			})();
			// Told below; until then it must not end the other faults.
			stopping.catch(() => undefined);
			const written = await storeNumbers(profile, { count: events, pauseMs: short ? 40 : 60 });
			writing = false;
			await stopping;
			await holdsWithin(120_000, async () => {
				await profile.ask("getOutboxStatus").catch(() => undefined);
				return judge(receiver.arrivals, written).lost.length === 0;
			});
			const { expected, arrived, repeated, lost, broken } = judge(receiver.arrivals, written);
			return {
				done: [
					`${stopped} stops (seed ${seed}), ${expected} events: ${arrived} arrived, ${repeated} of their requests again, ${lost.length} lost`,
				],
				broken: [...broken, ...lost.map((phone) => `${phone} was lost.`)],
			};
		} finally {
			await profile.close();
			await receiver.close();
		}
	},
};
