import { spawnSync } from "node:child_process";

// `npm run audit`: asks the registry which packages have known holes, and fails on high and critical ones. No part of
// `npm test`, which needs no network. Where the registry cannot be asked nothing is known, and that is said: exit code 2,
// or 0 with `--tolerant`, for a pipeline that must not stand still because of it.

type Severity = "info" | "low" | "moderate" | "high" | "critical";
type Finding = { severity: Severity; via: (string | { title?: string; url?: string })[] };
type Report = {
	metadata?: { vulnerabilities: Record<Severity | "total", number> };
	vulnerabilities?: Record<string, Finding>;
};

const severe: readonly Severity[] = ["high", "critical"];

const { stdout } = spawnSync("npm", ["audit", "--json"], {
	encoding: "utf8",
	maxBuffer: 100_000_000,
	shell: process.platform === "win32",
});
const { metadata, vulnerabilities = {} } = read(stdout);
if (!metadata) {
	console.log("The registry could not be asked for known holes: nothing is known about them now.");
	process.exitCode = process.argv.includes("--tolerant") ? 0 : 2;
} else {
	const { total, high, critical } = metadata.vulnerabilities;
	for (const [name, { severity, via }] of Object.entries(vulnerabilities))
		if (severe.includes(severity)) console.log(`${severity}: ${name}${via.map(wordsOf).join("")}`);
	console.log(`${total} known holes, ${high} of them high, ${critical} critical.`);
	process.exitCode = high + critical > 0 ? 1 : 0;
}

function wordsOf(via: Finding["via"][number]): string {
	return typeof via === "string" ? `, by ${via}` : `\n  ${via.title ?? ""} ${via.url ?? ""}`;
}

/** Without `metadata` where npm got no answer; its own words then go to the log of npm. */
function read(text: string): Report {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}
