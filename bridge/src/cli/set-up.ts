import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { examine, type Finding } from "../install/doctor";
import { examineRunning, stopRunning } from "../install/examine-running";
import { install as installOn } from "../install/install";
import { thisMachine } from "../install/this-machine";
import { uninstall as uninstallFrom } from "../install/uninstall";
import { type Computer, placesOf } from "../places";
import type { Command } from "./read-arguments";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** @returns the exit code, as do the others */
export function install(computer: Computer, command: Extract<Command, { name: "install" }>): number {
	const userDataFolder = command.userDataFolder && resolve(command.userDataFolder);
	const result = installOn(thisMachine(computer), { ...command, userDataFolder, host: hostText() });
	if (!result.ok) {
		process.stderr.write(`${result.reason}\n`);
		return 1;
	}
	for (const line of result.done) say(line);
	say("Installed. Now turn the bridge on in Chatside's options, under MCP bridge.");
	return 0;
}

export async function uninstall(computer: Computer): Promise<number> {
	const { running } = placesOf(computer);
	const removed = await uninstallFrom(thisMachine(computer), () => stopRunning(running));
	for (const path of removed) say(`Removed ${path}`);
	if (removed.length === 0) say("There was nothing to remove.");
	return 0;
}

export async function doctor(computer: Computer): Promise<number> {
	const { record, running } = placesOf(computer);
	const findings = examine(thisMachine(computer), hostText());
	if (existsSync(record)) findings.push(...(await examineRunning(running)));
	for (const { is, says } of findings) say(`${marks[is]} ${says}`);
	return findings.some(({ is }) => is === "wrong") ? 1 : 0;
}

const marks: Record<Finding["is"], string> = { fine: "✓", wrong: "✗", unknown: "·" };

/** The host's program, which the build puts beside this one. */
function hostText(): string {
	return readFileSync(new URL("./host.mjs", import.meta.url), "utf8");
}
