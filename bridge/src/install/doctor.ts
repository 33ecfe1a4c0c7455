import { placesOf } from "../places";
import { hostName } from "../wire";
import { browserNames, browsers, hostsFolder, keysOf, userDataOf } from "./browsers";
import type { Machine } from "./machine";
import { readManifest } from "./manifest";
import { readRecord } from "./record";

/** What is `unknown` to be wrong: a browser without the bridge, in which Chatside may not even be. */
export type Finding = { is: "fine" | "wrong" | "unknown"; says: string };

const installAgain = "Run the command that Chatside's options show under MCP bridge.";

/** What is there and what is missing on this computer, each with what to do. */
export function examine(machine: Machine, host: string): Finding[] {
	const { computer, files } = machine;
	const places = placesOf(computer);
	if (!files.exists(places.record))
		return [bad(`The bridge is not installed for this user. ${installAgain}`)];

	const record = readRecord(machine, places.record);
	const findings: Finding[] = [];
	const kept = files.read(places.host);
	if (kept === undefined) findings.push(bad(`${places.host} is missing. ${installAgain}`));
	else if (kept !== host)
		findings.push(bad(`${places.host} is of another version than this program. ${installAgain}`));
	else findings.push(good("The program that browsers start is there, and of this version."));

	const launcher = files.read(places.launcher);
	if (launcher === undefined) findings.push(bad(`${places.launcher} is missing. ${installAgain}`));
	else if (computer.platform !== "win32" && ((files.modeOf(places.launcher) ?? 0) & 0o100) === 0)
		findings.push(bad(`${places.launcher} may not be executed. ${installAgain}`));
	else if (record.node !== undefined && !files.exists(record.node))
		findings.push(bad(`The Node that browsers start is gone: ${record.node}. ${installAgain}`));
	else findings.push(good(`Browsers start it with ${record.node}.`));

	findings.push(...(computer.platform === "win32" ? examineKeys(machine) : examineManifests(machine)));
	for (const path of [places.folder, places.token])
		if (computer.platform !== "win32" && ((files.modeOf(path) ?? 0) & 0o077) !== 0)
			findings.push(bad(`Others on this computer may read ${path}. Run: chmod go-rwx '${path}'`));
	return findings;
}

function examineManifests(machine: Machine): Finding[] {
	const { computer, files } = machine;
	const places = placesOf(computer);
	const usual = browsers.map((browser) => ({
		name: browserNames[browser],
		isThere: files.exists(userDataOf(browser, computer)),
		path: `${hostsFolder(userDataOf(browser, computer), computer)}/${hostName}.json`,
	}));
	const others = readRecord(machine, places.record)
		.manifests.filter((path) => !usual.some((one) => one.path === path))
		.map((path) => ({ name: path, isThere: true, path }));
	return [...usual, ...others].flatMap(({ name, isThere, path }) => {
		const text = files.read(path);
		if (text !== undefined) return examineManifest(name, text, places.launcher);
		return isThere ? [withoutBridge(name)] : [];
	});
}

function examineKeys({ computer, files, registry }: Machine): Finding[] {
	const places = placesOf(computer);
	return browsers.flatMap((browser) => {
		const name = browserNames[browser];
		const path = keysOf(browser, hostName)
			.map(registry.get)
			.find((value) => value !== undefined);
		const text = path === undefined ? undefined : files.read(path);
		if (text !== undefined) return examineManifest(name, text, places.launcher);
		return files.exists(userDataOf(browser, computer)) ? [withoutBridge(name)] : [];
	});
}

function examineManifest(name: string, text: string, launcher: string): Finding[] {
	const manifest = readManifest(text);
	if (!manifest) return [bad(`${name}: its host manifest cannot be read. ${installAgain}`)];
	if (manifest.launcher !== launcher)
		return [bad(`${name} starts ${manifest.launcher}, which is not this bridge. ${installAgain}`)];
	return [
		good(
			`${name} knows the bridge, for ${manifest.origins.join(", ")}. Compare the id with the one in the command that Chatside shows.`,
		),
	];
}

function good(says: string): Finding {
	return { is: "fine", says };
}

function bad(says: string): Finding {
	return { is: "wrong", says };
}

function withoutBridge(name: string): Finding {
	return { is: "unknown", says: `${name} does not know the bridge. If Chatside is in it: ${installAgain}` };
}
