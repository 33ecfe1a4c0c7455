import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";

// `npm test`: every check CI runs, one after the other. All of them run even when one fails, so that one run tells
// everything. In CI a skipped test is a failure: there is nothing there that a machine could lack.

type Sum = { passed: number; failed: number; skipped: number };
type Check = { name: string; command: string[]; results?: { file: string; sum(report: never): Sum } };

type UnitReport = {
	numPassedTests: number;
	numFailedTests: number;
	numFailedTestSuites: number;
	numPendingTests: number;
};
type BrowserReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

const checks: Check[] = [
	{ name: "format and lint", command: ["biome", "ci", "."] },
	{ name: "generated types", command: ["wxt", "prepare"] },
	{ name: "types", command: ["tsc", "--noEmit"] },
	{
		name: "import directions",
		command: ["depcruise", "lib", "components", "entrypoints", "demo", "--progress", "none"],
	},
	{
		name: "unit tests",
		command: [
			"vitest",
			"run",
			"--reporter=dot",
			"--reporter=json",
			"--outputFile.json=test-results/unit.json",
		],
		results: {
			file: "test-results/unit.json",
			sum: (report: UnitReport) => ({
				passed: report.numPassedTests,
				// A file that does not even load fails without failing any test.
				failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
				skipped: report.numPendingTests,
			}),
		},
	},
	{ name: "production build and its sizes", command: ["wxt", "build"] },
	{
		name: "browser tests",
		command: ["playwright", "test"],
		results: {
			file: "test-results/browser.json",
			sum: ({ stats }: BrowserReport) => ({
				passed: stats.expected + stats.flaky,
				failed: stats.unexpected,
				skipped: stats.skipped,
			}),
		},
	},
];

const root = resolve(import.meta.dirname, "..");
rmSync(resolve(root, "test-results"), { recursive: true, force: true });
mkdirSync(resolve(root, "test-results"), { recursive: true });

const total: Sum = { passed: 0, failed: 0, skipped: 0 };
for (const { name, command, results } of checks) {
	console.log(`\n── ${name}`);
	const start = performance.now();
	const succeeded = run(command);
	const sum = results && read(results.file, results.sum as (report: unknown) => Sum);
	total.passed += sum?.passed ?? (succeeded ? 1 : 0);
	total.failed += sum?.failed || (succeeded ? 0 : 1);
	total.skipped += sum?.skipped ?? 0;
	console.log(`${succeeded ? "✓" : "✗"} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

const refused = total.skipped > 0 && Boolean(process.env.CI);
if (refused) console.log("\nSkipped tests count as failures in CI.");
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || refused ? 1 : 0;

/** Runs a program of `node_modules/.bin`; npm has put it on the path. */
function run([program = "", ...parameters]: string[]): boolean {
	return (
		spawnSync(program, parameters, { cwd: root, stdio: "inherit", shell: process.platform === "win32" })
			.status === 0
	);
}

function read(file: string, sum: (report: unknown) => Sum): Sum | undefined {
	try {
		return sum(JSON.parse(readFileSync(resolve(root, file), "utf8")));
	} catch {
		// The program ended before it could write: its exit code has told.
		return undefined;
	}
}
