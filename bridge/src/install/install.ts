import { placesOf } from "../places";
import { hostName } from "../wire";
import { type Browser, browserNames, browsers, hostsFolder, keysOf, userDataOf } from "./browsers";
import { launcherText } from "./launcher";
import type { Machine } from "./machine";
import { hostManifest } from "./manifest";
import { addToRecord } from "./record";

export type InstallRequest = {
	extensionId: string;
	/** Those that are there, if not said. */
	which?: Browser | "all";
	/** Of a browser that is started with `--user-data-dir`. */
	userDataFolder?: string;
	/** The text of the program that the browser is to start. */
	host: string;
};

export type Installed = { ok: true; done: string[] } | { ok: false; reason: string };

/** Makes the host known to the browsers. Doing so again replaces what was there. */
export function install(
	machine: Machine,
	{ extensionId, which, userDataFolder, host }: InstallRequest,
): Installed {
	const { computer, files, registry, node } = machine;
	const places = placesOf(computer);
	const chosen = choose(machine, which, userDataFolder);
	if (chosen.length === 0 && (userDataFolder === undefined || computer.platform === "win32"))
		return { ok: false, reason: noBrowser };

	files.makeFolder(places.folder, 0o700);
	files.write(places.host, host, 0o600);
	files.write(places.launcher, launcherText(computer.platform, node, places.host), 0o700);
	const manifest = hostManifest(places.launcher, extensionId);

	if (computer.platform === "win32") {
		files.write(places.manifest, manifest, 0o600);
		const keys = chosen.flatMap((browser) => keysOf(browser, hostName));
		addToRecord(machine, places.record, { manifests: [], folders: [], keys });
		for (const key of keys) registry.set(key, places.manifest);
		return { ok: true, done: chosen.map((browser) => `${browserNames[browser]}: written to the registry.`) };
	}

	const targets = [
		...chosen.map((browser) => ({
			name: browserNames[browser],
			folder: hostsFolder(userDataOf(browser, computer), computer),
		})),
		...(userDataFolder === undefined
			? []
			: [{ name: `--user-data-dir ${userDataFolder}`, folder: hostsFolder(userDataFolder, computer) }]),
	];
	const done: string[] = [];
	for (const { name, folder } of targets) {
		const path = `${folder}/${hostName}.json`;
		addToRecord(machine, places.record, { manifests: [path], folders: missing(machine, folder), keys: [] });
		files.makeFolder(folder, 0o700);
		files.write(path, manifest, 0o600);
		done.push(`${name}: ${path}`);
	}
	return { ok: true, done };
}

const noBrowser =
	"No Chrome, Chromium, Edge or Brave was found for this user. Start the browser once, or name it: --browser chrome, chromium, edge, brave or all; for one that is started with --user-data-dir, give that folder.";

function choose(
	{ computer, files }: Machine,
	which: InstallRequest["which"],
	userDataFolder?: string,
): Browser[] {
	// On Windows the registry serves every folder of profiles.
	const isElsewhere = userDataFolder !== undefined && computer.platform !== "win32";
	if (which === "all") return [...browsers];
	if (isElsewhere) return [];
	if (which) return [which];
	return browsers.filter((browser) => files.exists(userDataOf(browser, computer)));
}

/** The folders that are to be made, so that they can be removed again. Recorded first: what follows may fail. */
function missing({ files }: Machine, folder: string): string[] {
	const found: string[] = [];
	for (let at = folder; at !== "" && !files.exists(at); at = at.slice(0, at.lastIndexOf("/")))
		found.unshift(at);
	return found;
}
