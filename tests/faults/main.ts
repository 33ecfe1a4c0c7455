import { browserKills } from "./browser-kills";
import { clockBack } from "./clock-back";
import { damagedSettings } from "./damaged-settings";
import { databaseDeleted } from "./database-deleted";
import { extensionUpdated } from "./extension-updated";
import type { Fault } from "./fault";
import { fullDisk } from "./full-disk";
import { hostileAnswersFault } from "./hostile-answers";
import { manyTabs } from "./many-tabs";
import { pageStates } from "./page-states";
import { receiverFaults } from "./receiver-faults";
import { tornWrites } from "./torn-writes";
import { workerStops } from "./worker-stops";

// `npm run test:faults`: things go wrong on purpose, in real Chromium with real servers, and nothing may be lost. With
// --short less of each, as `npm test` runs it; further words choose faults by their names. The longest come first: two
// run at a time.
const faults: readonly Fault[] = [
	hostileAnswersFault,
	receiverFaults,
	pageStates,
	workerStops,
	browserKills,
	fullDisk,
	tornWrites,
	databaseDeleted,
	damagedSettings,
	extensionUpdated,
	clockBack,
	manyTabs,
];

const [, , ...words] = process.argv;
const short = words.includes("--short");
const names = words.filter((word) => !word.startsWith("--"));
const chosen = faults.filter(({ name }) => names.length === 0 || names.some((word) => name.includes(word)));

const begin = performance.now();
const secondsSince = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
const waiting = [...chosen];
let failed = 0;

async function runThem(): Promise<void> {
	for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
		const start = performance.now();
		const { done, broken } = await fault.run({ short }).catch((error: unknown) => ({
			done: [],
			broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
		}));
		console.log(`\n${fault.name}`);
		for (const line of done) console.log(`  ${line}`);
		for (const line of broken.slice(0, 20)) console.log(`  ✗ ${line}`);
		if (broken.length > 20) console.log(`  ✗ and ${broken.length - 20} more`);
		if (broken.length > 0) failed++;
		console.log(`  ${secondsSince(start)}`);
	}
}

// Mostly they wait: for a timeout, a pause, a browser that starts.
await Promise.all(Array.from({ length: 2 }, runThem));
console.log(`\n${chosen.length - failed} passed, ${failed} failed (${secondsSince(begin)})`);
process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
