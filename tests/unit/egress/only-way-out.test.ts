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

it("requests leave through one module, which logs each", () => {
	expect(sources.length).toBeGreaterThan(200);
	const found = sources.filter((path) => {
		const text = readFileSync(resolve(root, path), "utf8");
		return ways.some((way) => way.test(text));
	});
	expect(found).toEqual(["lib/platform/http.ts"]);
});

it("that module lets nobody send without the log", () => {
	const text = readFileSync(resolve(root, "lib/platform/http.ts"), "utf8");
	expect(text.match(/^export .*$/gm)).toEqual([expect.stringMatching(/^export function createHttp\(record/)]);
});
