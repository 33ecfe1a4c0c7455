import { posix, win32 } from "node:path";
import type { Machine } from "../../../../bridge/src/install/machine";
import type { Computer } from "../../../../bridge/src/places";

/** A computer that exists on paper. */
export type PaperMachine = Machine & {
	/** By path. Folders have no text. */
	entries: Map<string, { text?: string; mode: number }>;
	/** By key. */
	values: Map<string, string>;
};

export const homes = { linux: "/home/ana", darwin: "/Users/ana", win32: "C:\\Users\\ana" };

export function paperMachine(platform: Computer["platform"], env: Computer["env"] = {}): PaperMachine {
	const { dirname } = platform === "win32" ? win32 : posix;
	const entries: PaperMachine["entries"] = new Map();
	const values = new Map<string, string>();
	const inside = (path: string) =>
		[...entries.keys()].filter((one) => one.startsWith(path + (platform === "win32" ? "\\" : "/")));
	const files: Machine["files"] = {
		exists: (path) => entries.has(path),
		read: (path) => entries.get(path)?.text,
		write(path, text, mode) {
			if (!entries.has(dirname(path))) throw new Error(`No folder for ${path}`);
			entries.set(path, { text, mode });
		},
		modeOf: (path) => entries.get(path)?.mode,
		makeFolder(path, mode) {
			const made: string[] = [];
			for (let at = path; !entries.has(at); at = dirname(at)) made.unshift(at);
			for (const folder of made) entries.set(folder, { mode });
			return made;
		},
		remove(path) {
			for (const one of [path, ...inside(path)]) entries.delete(one);
		},
		removeEmptyFolder(path) {
			if (!entries.has(path) || inside(path).length > 0) return false;
			return entries.delete(path);
		},
	};
	entries.set(platform === "win32" ? "C:\\" : "/", { mode: 0o755 });
	files.makeFolder(homes[platform], 0o755);
	const node = platform === "win32" ? "C:\\Program Files\\nodejs\\node.exe" : "/opt/node/bin/node";
	files.makeFolder(dirname(node), 0o755);
	files.write(node, "", 0o755);
	return {
		computer: { platform, home: homes[platform], env },
		node,
		files,
		registry: {
			get: (key) => values.get(key),
			set: (key, value) => values.set(key, value),
			remove: (key) => values.delete(key),
		},
		entries,
		values,
	};
}
