import { appendFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Fault, holdsWithin } from "./fault";
import { storeNumbers, type Written } from "./flow";
import { createProfile } from "./profile";
import { judge } from "./promises";
import { describeQueue, lookAtQueue, passTime } from "./queue";
import { answers, startReceiver } from "./receiver";

const secret = "a secret for faults";
/** The header of a record of LevelDB's log says a checksum, a length and a kind, in 7 bytes. */
const halfRecord = Buffer.from([0x11, 0x22, 0x33, 0x44, 0xa5, 0x01, 0x01, 0x31, 0x32, 0x33]);

/**
 * The computer goes off while the browser writes, and half a record is left at the end of the logs of databases and
 * settings; then the browser is used as ever, and started once more.
 */
export const tornWrites: Fault = {
	name: "writes are torn while events wait",
	async run({ short }) {
		const [rounds, each] = short ? [2, 4] : [8, 20];
		const receiver = await startReceiver(secret);
		const profile = await createProfile();
		const written: Written = [];
		const broken: string[] = [];
		let [changes, kept] = [0, 0];
		const store = async () => {
			const from = written.flat().length;
			written.push(...(await storeNumbers(profile, { count: each, from, inChats: 1, pauseMs: 0 })));
		};
		const startAgain = async (meanwhile = async (_userDataDir: string) => {}) => {
			const { userDataDir } = profile.browser();
			await profile.stop();
			await meanwhile(userDataDir);
			await profile.start();
		};
		try {
			await profile.start();
			await profile.connect(receiver.url, secret);
			await receiver.stop();
			for (let round = 0; round < rounds; round++) {
				await store();
				const half = halfRecord.subarray(0, 1 + ((round * 7 + 6) % halfRecord.length));
				await startAgain(async (userDataDir) => {
					for (const place of places)
						await appendFile(await logIn(join(userDataDir, "Default", place)), half);
				});
				const renewed = await holdsWithin(30_000, () =>
					profile.evaluate(async () => "logs_renewed" in (await chrome.storage.session.get()), undefined),
				);
				if (!renewed) broken.push(`Round ${round + 1}: the logs were not renewed.`);
				await store();
				const days = 1 + round;
				await profile.ask("setPreferences", {
					deliveries: { keep_delivered_days: 30, keep_failed_days: days },
				});
				changes++;
				await startAgain();
				const { settings } = await profile.evaluate(() => chrome.storage.local.get("settings"), undefined);
				if (JSON.stringify(settings).includes(`"keep_failed_days":${days}`)) kept++;
				else broken.push(`Round ${round + 1}: the change of the settings is gone.`);
			}
			await receiver.start();
			receiver.behave(answers(200));
			await passTime(profile, 24 * 3_600_000);
			await holdsWithin(60_000, async () => {
				await lookAtQueue(profile);
				return judge(receiver.arrivals, written).lost.length === 0;
			});
			const verdict = judge(receiver.arrivals, written);
			const { expected, arrived, repeated, lost } = verdict;
			if (lost.length > 0) broken.push(...(await describeQueue(profile)));
			return {
				done: [
					`${rounds} half records in both logs, with a start, new events and a change of the settings after each: ${arrived} of ${expected} events arrived, ${repeated} again, ${lost.length} lost; ${kept} of ${changes} changes kept`,
				],
				broken: [...broken, ...verdict.broken, ...lost.map((phone) => `${phone} was lost.`)],
			};
		} finally {
			await profile.close();
			await receiver.close();
		}
	},
};

/** Where the browser keeps the extension's databases and settings, in the profile. */
const places = ["IndexedDB", "Local Extension Settings"];

/** The log that the browser writes to in a folder with one database of the extension. */
async function logIn(folder: string): Promise<string> {
	const own = (await readdir(folder)).find((name) => !name.startsWith("https_") && !name.endsWith(".blob"));
	if (own === undefined) throw new Error(`There is nothing in ${folder}.`);
	const logs = (await readdir(join(folder, own))).filter((name) => name.endsWith(".log")).sort();
	const last = logs.at(-1);
	if (last === undefined) throw new Error(`There is no log in ${own}.`);
	return join(folder, own, last);
}
