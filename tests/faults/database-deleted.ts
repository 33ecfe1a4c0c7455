import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Fault, holdsWithin } from "./fault";
import { writeNumbers } from "./flow";
import { createProfile, type Profile } from "./profile";
import { judge } from "./promises";
import { areSeen, counts, lookAtQueue } from "./queue";
import { answers, startReceiver } from "./receiver";

const secret = "a secret for faults";

/** The database goes away under the running worker, or while the browser is closed: that is told, and work goes on. */
export const databaseDeleted: Fault = {
	name: "the database is deleted while events flow",
	async run({ short }) {
		const [deletions, removals, each] = short ? [2, 1, 8] : [12, 3, 30];
		const receiver = await startReceiver(secret);
		const profile = await createProfile();
		const broken: string[] = [];
		let [next, before, beforeArrived, after, afterArrived] = [0, 0, 0, 0, 0];
		const flow = async (pauseMs: number) => {
			const written = await writeNumbers(profile, { count: each, from: next, inChats: 1, pauseMs });
			next += each;
			return written;
		};
		const goesOn = async (which: string, earlier: string[][]) => {
			const told = await holdsWithin(10_000, () => isTold(profile));
			if (!told) broken.push(`${which}: nobody is told that what was stored is gone.`);
			const later = await flow(0);
			const stored = await holdsWithin(30_000, () => areSeen(profile, later.flat()));
			if (!stored) broken.push(`${which}: what comes afterwards is not stored.`);
			await holdsWithin(30_000, async () => {
				await lookAtQueue(profile);
				return judge(receiver.arrivals, later).lost.length === 0;
			});
			const verdict = judge(receiver.arrivals, later);
			broken.push(...verdict.lost.map((phone) => `${which}: ${phone}, seen afterwards, was lost.`));
			const { pending = 0 } = await counts(profile);
			if (pending < 0) broken.push(`${which}: ${pending} deliveries are said to be pending.`);
			before += earlier.flat().length;
			beforeArrived += judge(receiver.arrivals, earlier).arrived;
			after += verdict.expected;
			afterArrived += verdict.arrived;
		};
		try {
			await profile.start();
			await profile.connect(receiver.url, secret);
			await profile.openChat("lucia");
			// Each takes its time, so that a deletion meets those on their way.
			receiver.behave((...request) => void delay(60).then(() => answers(200)(...request)));
			for (let round = 0; round < deletions; round++) {
				const earlier = await flow(round % 2 === 0 ? 0 : 20);
				const result = await profile.evaluate(deleteDatabase, 20_000);
				if (result !== "deleted") broken.push(`Deletion ${round + 1}: the worker keeps it ${result}.`);
				await goesOn(`Deletion ${round + 1}`, earlier);
				await profile.ask("dismissDataLoss");
			}
			for (let round = 0; round < removals; round++) {
				const earlier = await flow(0);
				const { userDataDir } = profile.browser();
				await profile.stop();
				const files = join(userDataDir, "Default", "IndexedDB");
				const own = (await readdir(files)).filter((name) => name.startsWith("chrome-extension_"));
				if (own.length === 0) broken.push("There are no files to remove.");
				for (const name of own) await rm(join(files, name), { recursive: true });
				await profile.start();
				await profile.openChat("lucia");
				await goesOn(`Removal ${round + 1}`, earlier);
			}
			// A number that was forgotten and is seen anew is told under the id it had, at another time.
			const anew = (line: string) => line.includes("different bodies");
			broken.push(...judge(receiver.arrivals, []).broken.filter((line) => !anew(line)));
			return {
				done: [
					`${deletions} deletions under the running worker, ${removals} removals of its files: of ${before} events on their way ${beforeArrived} had arrived; of ${after} that came afterwards ${afterArrived} arrived, ${after - afterArrived} lost`,
				],
				broken,
			};
		} finally {
			await profile.close();
			await receiver.close();
		}
	},
};

async function isTold(profile: Profile): Promise<boolean> {
	const { lostAt } = await profile.ask<{ lostAt?: number }>("getOutboxStatus");
	const badge = await profile.evaluate(() => chrome.action.getBadgeText({}), undefined);
	return lostAt !== undefined && badge === "!";
}

/** Runs in a page of the extension. */
function deleteDatabase(limitMs: number): Promise<string> {
	return new Promise((resolve) => {
		const deleting = indexedDB.deleteDatabase("chatside");
		deleting.onsuccess = () => resolve("deleted");
		deleting.onerror = () => resolve(String(deleting.error));
		setTimeout(() => resolve("open"), limitMs);
	});
}
