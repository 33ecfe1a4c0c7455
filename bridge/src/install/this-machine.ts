import { spawnSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Computer } from "../places";
import type { Files, Machine, Registry } from "./machine";

export function thisMachine(computer: Computer): Machine {
	return { computer, node: process.execPath, files, registry };
}

const files: Files = {
	exists: existsSync,
	read: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
	write(path, text, mode) {
		writeFileSync(path, text, { mode });
		// A file that was there keeps its permissions otherwise.
		chmodSync(path, mode);
	},
	modeOf: (path) => (existsSync(path) ? statSync(path).mode & 0o777 : undefined),
	makeFolder(path, mode) {
		const missing: string[] = [];
		for (let at = path; !existsSync(at); at = dirname(at)) missing.unshift(at);
		for (const folder of missing) mkdirSync(folder, { mode });
		return missing;
	},
	remove: (path) => rmSync(path, { recursive: true, force: true }),
	removeEmptyFolder(path) {
		try {
			rmdirSync(path);
			return true;
		} catch {
			return false;
		}
	},
};

/** By Windows' own program: a package with native parts would be the alternative. */
const registry: Registry = {
	get(key) {
		const { status, stdout } = reg("query", `HKCU\\${key}`, "/ve");
		return status === 0 ? /REG_SZ\s+(.+?)\s*$/m.exec(stdout)?.[1] : undefined;
	},
	set(key, value) {
		const { status, stderr } = reg("add", `HKCU\\${key}`, "/ve", "/t", "REG_SZ", "/d", value, "/f");
		if (status !== 0) throw new Error(`The registry could not be written: ${stderr.trim()}`);
	},
	remove: (key) => {
		reg("delete", `HKCU\\${key}`, "/f");
	},
};

function reg(...args: string[]) {
	return spawnSync("reg.exe", args, { encoding: "utf8", windowsHide: true });
}
