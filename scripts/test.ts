import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";

// `npm test`: every check CI runs, one after the other. All of them run even when one fails, so that one run tells
// everything. In CI a skipped test is a failure: there is nothing there that a machine could lack.

type Sum = { passed: number; failed: number; skipped: number };
type Results = Sum & { failures: string[] };
type Check = { name: string; command: string[]; results?: { file: string; read(report: never): Results } };

type UnitReport = {
	numPassedTests: number;
	numFailedTests: number;
	numFailedTestSuites: number;
	numPendingTests: number;
	testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
};
type BrowserReport = {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	suites: BrowserSuite[];
};
type BrowserSuite = { suites?: BrowserSuite[]; specs: { file: string; title: string; ok: boolean }[] };

const checks: Check[] = [
	{ name: "format and lint", command: ["biome", "ci", "."] },
	{ name: "generated types", command: ["wxt", "prepare"] },
	{ name: "types", command: ["tsc", "--noEmit"] },
	{
		name: "import directions",
		command: ["depcruise", "lib", "components", "entrypoints", "demo", "bridge", "--progress", "none"],
	},
	{
		name: "unit tests",
		command: [
			"vitest",
			"run",
			"--reporter=default",
			"--reporter=json",
			"--outputFile.json=test-results/unit.json",
		],
		results: {
			file: "test-results/unit.json",
			read: (report: UnitReport) => ({
				passed: report.numPassedTests,
				// A file that does not even load fails without failing any test.
				failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
				skipped: report.numPendingTests,
				failures: report.testResults
					.filter(({ status }) => status === "failed")
					.flatMap(({ name, assertionResults }) => {
						const failed = assertionResults.filter(({ status }) => status === "failed");
						return failed.length > 0 ? failed.map(({ fullName }) => `${name}: ${fullName}`) : [name];
					}),
			}),
		},
	},
	{ name: "production build, its sizes and licences, and the package", command: ["wxt", "zip"] },
	{
		name: "browser tests",
		command: ["playwright", "test"],
		results: {
			file: "test-results/browser.json",
			read: ({ stats, suites }: BrowserReport) => ({
				passed: stats.expected + stats.flaky,
				failed: stats.unexpected,
				skipped: stats.skipped,
				failures: suites.flatMap(failedSpecs),
			}),
		},
	},
	{
		name: "faults of worker, browser and receiver, in short",
		command: ["tsx", "tests/faults/main.ts", "--short"],
	},
];

const root = resolve(import.meta.dirname, "..");
rmSync(resolve(root, "test-results"), { recursive: true, force: true });
mkdirSync(resolve(root, "test-results"), { recursive: true });

const total: Sum = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
for (const { name, command, results } of checks) {
	console.log(`\n── ${name}`);
	const start = performance.now();
	const succeeded = run(command);
	const read = results && readResults(results.file, results.read as (report: unknown) => Results);
	total.passed += read?.passed ?? (succeeded ? 1 : 0);
	total.failed += read?.failed || (succeeded ? 0 : 1);
	total.skipped += read?.skipped ?? 0;
	if (!succeeded) failures.push(...(read?.failures.length ? read.failures : [name]));
	console.log(`${succeeded ? "✓" : "✗"} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

const refused = total.skipped > 0 && Boolean(process.env.CI);
if (refused) console.log("\nSkipped tests count as failures in CI.");
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || refused ? 1 : 0;

/** Runs a program of `node_modules/.bin`; npm has put it on the path. */
function run([program = "", ...parameters]: string[]): boolean {
	return (
		spawnSync(program, parameters, { cwd: root, stdio: "inherit", shell: process.platform === "win32" })
			.status === 0
	);
}

function failedSpecs({ suites = [], specs }: BrowserSuite): string[] {
	const failed = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
	return [...failed, ...suites.flatMap(failedSpecs)];
}

function readResults(file: string, read: (report: unknown) => Results): Results | undefined {
	try {
		return read(JSON.parse(readFileSync(resolve(root, file), "utf8")));
	} catch {
		// The program ended before it could write: its exit code has told.
		return undefined;
	}
}
