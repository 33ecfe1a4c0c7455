import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const sources = ["lib", "components", "entrypoints"].flatMap((folder) =>
	readdirSync(resolve(root, folder), { recursive: true, encoding: "utf8" })
		.filter((path) => /\.tsx?$/.test(path))
		.map((path) => join(folder, path)),
);
const ways = [
	/(?<![\w.])fetch\s*\(/,
	/\b(?:globalThis|self|window)\s*\.\s*fetch\b/,
	/\bXMLHttpRequest\b/,
	/\bsendBeacon\b/,
	/\bnew\s+(?:WebSocket|EventSource|WebTransport|RTCPeerConnection)\b/,
];

const modules = {
	"lib/platform/http.ts": /^export function createHttp\(record/,
	"lib/platform/stream-http.ts": /^export function createStreamHttp\(record/,
};

it("requests leave through two modules, which log each", () => {
	expect(sources.length).toBeGreaterThan(200);
	const found = sources.filter((path) => {
		// A file of the package itself stays in the browser.
		const text = readFileSync(resolve(root, path), "utf8").replace(
			/\bfetch\(chrome\.runtime\.getURL\("[\w.]+"\)\)/g,
			"",
		);
		return ways.some((way) => way.test(text));
	});
	expect(found.toSorted()).toEqual(Object.keys(modules));
});

it.each(Object.entries(modules))("%s lets nobody send without the log", (path, only) => {
	const text = readFileSync(resolve(root, path), "utf8");
	expect(text.match(/^export .*$/gm)).toEqual([expect.stringMatching(only)]);
});
