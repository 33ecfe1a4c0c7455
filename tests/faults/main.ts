import { browserKills } from "./browser-kills";
import { clockBack } from "./clock-back";
import type { Fault } from "./fault";
import { fullDisk } from "./full-disk";
import { receiverFaults } from "./receiver-faults";
import { workerStops } from "./worker-stops";

// `npm run test:faults`: things go wrong on purpose, in real Chromium with real servers, and nothing may be lost. With
// --short less of each, as `npm test` runs it; further words choose faults by their names.
const faults: readonly Fault[] = [receiverFaults, workerStops, browserKills, fullDisk, clockBack];

const [, , ...words] = process.argv;
const short = words.includes("--short");
const names = words.filter((word) => !word.startsWith("--"));
const chosen = faults.filter(({ name }) => names.every((word) => name.includes(word)));

let failed = 0;
for (const { name, run } of chosen) {
	const start = performance.now();
	console.log(`\n${name}`);
	try {
		const { done, broken } = await run({ short });
		for (const line of done) console.log(`  ${line}`);
		for (const line of broken.slice(0, 20)) console.log(`  ✗ ${line}`);
		if (broken.length > 20) console.log(`  ✗ and ${broken.length - 20} more`);
		if (broken.length > 0) failed++;
	} catch (error) {
		failed++;
		console.log(`  ✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
	}
	console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
