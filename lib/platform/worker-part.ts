/** The worker's global scope, as far as it is needed here; the pages' types know no worker. */
declare const self: {
	addEventListener(type: "install", listener: () => void): void;
	importScripts(...urls: string[]): void;
};

const loaded: Record<string, unknown> = {};

/**
 * A part of the worker that it loads when it first needs it, and then at once: `file` is a classic script of the package
 * that leaves its exports in the global variable `name`. Call this while the worker's script runs for the first time.
 *
 * A worker may import only what it already did while it was installed (HTML, "fetch a classic worker-imported script":
 * what is not in its script resource map is refused later on), so everything is imported once then, and Chromium keeps it.
 */
export function workerPart<Part>(file: string, name: string): () => Part {
	const load = () => {
		self.importScripts(`/${file}`);
		const part = Reflect.get(globalThis, name);
		if (!part) throw new Error(`${file} has left nothing in ${name}.`);
		loaded[name] = part;
		return part;
	};
	self.addEventListener("install", () => void (loaded[name] ?? load()));
	return () => (loaded[name] ?? load()) as Part;
}
