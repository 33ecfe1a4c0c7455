import { isObject } from "../shapes";
import type { Machine } from "./machine";

/** What `install` wrote outside of the bridge's own folder, so that `uninstall` finds it all. */
export type InstallRecord = {
	manifests: string[];
	/** That were not there before, the outermost first. */
	folders: string[];
	/** Below HKEY_CURRENT_USER. */
	keys: string[];
	/** The Node that browsers start. */
	node?: string;
};

export function readRecord({ files }: Machine, path: string): InstallRecord {
	const lists: InstallRecord = { manifests: [], folders: [], keys: [] };
	try {
		const value: unknown = JSON.parse(files.read(path) ?? "{}");
		if (!isObject(value)) return lists;
		return {
			manifests: texts(value.manifests),
			folders: texts(value.folders),
			keys: texts(value.keys),
			...(typeof value.node === "string" ? { node: value.node } : {}),
		};
	} catch {
		return lists;
	}
}

/** Adds to what is recorded already. */
export function addToRecord(machine: Machine, path: string, added: Omit<InstallRecord, "node">) {
	const before = readRecord(machine, path);
	const record: InstallRecord = {
		manifests: union(before.manifests, added.manifests),
		folders: union(before.folders, added.folders),
		keys: union(before.keys, added.keys),
		node: machine.node,
	};
	machine.files.write(path, `${JSON.stringify(record, undefined, "\t")}\n`, 0o600);
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function union(a: string[], b: string[]): string[] {
	return [...new Set([...a, ...b])];
}
