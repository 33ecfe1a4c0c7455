/**
 * How fast and how large Chatside is, against the least anybody could do: `npm run bench`. Names (or parts of them)
 * as arguments choose measurements; `--build <folder>` measures another production build. Writes results.json beside
 * this file. Exit code 1 when a goal is missed by more than noise explains, or a measurement failed.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Judged } from "./measurement";
import { measurements } from "./measurements";
import { table } from "./table";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { build: { type: "string", default: ".output/chrome-mv3" } },
});
const names = measurements.flatMap(({ rows }) => rows);
const unknown = positionals.filter((wanted) => !names.some((name) => name.includes(wanted)));
if (unknown.length > 0) {
	console.error(`Nothing is called ${unknown.join(", ")}. There is: ${names.join(", ")}.`);
	process.exit(2);
}
const chosen = measurements.filter(
	({ rows }) =>
		positionals.length === 0 || rows.some((name) => positionals.some((wanted) => name.includes(wanted))),
);

const judged: Judged[] = [];
for (const { rows, run } of chosen) {
	const start = performance.now();
	try {
		const findings = await run({ buildDir: resolve(values.build) });
		judged.push(...findings.judged);
		console.log(`${rows.join(", ")} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
		if (findings.notes) console.log(`\n${findings.notes}\n`);
	} catch (error) {
		// The others are measured all the same.
		console.error(`${rows.join(", ")} could not be measured:`, error);
		process.exitCode = 1;
	}
}
console.log(`\n${table(judged)}`);
const results = judged.map(({ row }) => row);
writeFileSync(resolve(import.meta.dirname, "results.json"), `${JSON.stringify(results, null, "\t")}\n`);
if (judged.some(({ clearlyMissed }) => clearlyMissed)) process.exitCode = 1;
