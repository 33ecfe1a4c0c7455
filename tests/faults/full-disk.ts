import { setTimeout as delay } from "node:timers/promises";
import { serviceWorkerRuns, stopServiceWorker } from "../browser/support/service-worker";
import { type Fault, holdsWithin } from "./fault";
import { writeNumbers } from "./flow";
import { createProfile, type Profile } from "./profile";
import { judge } from "./promises";
import { copyWithQuota, limitStorage, usage } from "./quota";
import { startReceiver } from "./receiver";

const secret = "a secret for faults";
/** Chromium remembers for half a minute how much room there was, unless nobody has the database open for so long. */
const forgottenMs = 3_000;

/** The browser stores nothing more in the middle of a flow: that is to be seen, and nothing may be lost by it. */
export const fullDisk: Fault = {
	name: "the quota is reached while events flow",
	async run({ short }) {
		const rooms = short ? [20_000] : [0, 8_000, 32_000];
		const count = short ? 20 : 40;
		const receiver = await startReceiver(secret);
		const build = await copyWithQuota();
		const profile = await createProfile({ extensionDir: build.dir });
		const done: string[] = [];
		const broken: string[] = [];
		try {
			await profile.start();
			await profile.connect(receiver.url, secret);
			await profile.openChat("lucia");
			for (const [round, room] of rooms.entries()) {
				const limit = await limitStorage(profile, (await usage(profile)) + room);
				await letRoomBeForgotten(profile);
				const written = await writeNumbers(profile, { count, from: round * count, inChats: 1, pauseMs: 100 });
				const warned = await holdsWithin(30_000, async () => (await warning(profile)).shown);
				if (!warned) broken.push(`${room} bytes left: nobody is told that nothing is stored.`);
				const { problem } = await warning(profile);
				const before = judge(receiver.arrivals, written);
				if (before.lost.length === 0) broken.push(`${room} bytes left: everything was stored all the same.`);
				await limit.lift();
				await holdsWithin(60_000, () => judge(receiver.arrivals, written).lost.length === 0);
				const { arrived, expected, lost, broken: unkept } = judge(receiver.arrivals, written);
				const over = await holdsWithin(30_000, async () => !(await warning(profile)).shown);
				if (!over) broken.push(`${room} bytes left: the warning stays when there is room again.`);
				broken.push(...unkept, ...lost.map((phone) => `${phone} was lost.`));
				done.push(
					`${room} bytes left: ${before.arrived} of ${expected} events arrived, then a warning (${problem}); with room again ${arrived} arrived, ${lost.length} lost`,
				);
			}
			return { done, broken };
		} finally {
			await profile.close();
			await receiver.close();
			await build.remove();
		}
	},
};

/** Leaves the extension without a worker for a while, however often it is woken. */
async function letRoomBeForgotten(profile: Profile): Promise<void> {
	for (let quietSince = performance.now(); performance.now() - quietSince < forgottenMs; await delay(100)) {
		if (!(await serviceWorkerRuns(profile.browser()))) continue;
		await stopServiceWorker(profile.browser());
		quietSince = performance.now();
	}
}

/** Whether the icon and the settings say that nothing is stored, and what the browser gave as the reason. */
async function warning(profile: Profile): Promise<{ shown: boolean; problem?: string }> {
	const status = await profile.ask<{ storageProblem?: { detail: string } }>("getOutboxStatus");
	const badge = await profile.evaluate(() => chrome.action.getBadgeText({}), undefined);
	const problem = status.storageProblem?.detail;
	return { shown: badge === "!" && problem !== undefined, ...(problem !== undefined && { problem }) };
}
