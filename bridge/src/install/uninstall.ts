import { placesOf } from "../places";
import { hostName } from "../wire";
import { browsers, hostsFolder, keysOf, userDataOf } from "./browsers";
import type { Machine } from "./machine";
import { readManifest } from "./manifest";
import { readRecord } from "./record";

/**
 * Removes everything that `install`, the host and the HTTP server wrote: what is recorded, and the usual places, in case the
 * record was lost.
 *
 * @param stopHosts ends the hosts that run; called when no browser can start another
 * @returns what was removed
 */
export async function uninstall(machine: Machine, stopHosts: () => Promise<void>): Promise<string[]> {
	const { computer, files, registry } = machine;
	const places = placesOf(computer);
	const record = readRecord(machine, places.record);
	const removed: string[] = [];

	if (computer.platform === "win32") {
		const keys = new Set([...record.keys, ...browsers.flatMap((browser) => keysOf(browser, hostName))]);
		for (const key of keys) {
			if (registry.get(key) === undefined) continue;
			registry.remove(key);
			removed.push(`HKEY_CURRENT_USER\\${key}`);
		}
	} else {
		const usual = browsers.map(
			(browser) => `${hostsFolder(userDataOf(browser, computer), computer)}/${hostName}.json`,
		);
		for (const path of new Set([...record.manifests, ...usual])) {
			const text = files.read(path);
			// What is recorded may have been overwritten by somebody else since.
			if (text === undefined || !readManifest(text)) continue;
			files.remove(path);
			removed.push(path);
		}
		for (const folder of [...record.folders].reverse())
			if (files.removeEmptyFolder(folder)) removed.push(folder);
	}
	await stopHosts();
	if (files.exists(places.folder)) {
		files.remove(places.folder);
		removed.push(places.folder);
	}
	return removed;
}
